"""What is said of pictures: missing, elsewhere, broken, reaching out; and what is accepted."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING, Any, Literal
from unicodedata import normalize

import pytest
from PIL import Image

from issuebrief.diagnostics.model import SourceRange
from issuebrief.engine.svg_text import find_words
from issuebrief.frontmatter.read import readable_part
from issuebrief.frontmatter.source import read_source
from issuebrief.images.resolve import Look, Picture, brief_pictures, look_at_picture

if TYPE_CHECKING:
    from pathlib import Path

    Form = Literal["NFC", "NFD"]

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'


def raster(kind: str, size: tuple[int, int] = (64, 48), **options: object) -> bytes:
    buffer = io.BytesIO()
    image = Image.effect_noise(size, 90)
    image.convert("P" if kind == "GIF" else "RGB").save(buffer, kind, **options)
    return buffer.getvalue()


def look(folder: Path, name: str, **options: Any) -> Look:
    return look_at_picture(
        name, folder, SourceRange(folder / "brief.md", 7, 10), f"  image: {name}", **options
    )


def codes(found: Look) -> list[str]:
    return [problem.code for problem in found[1]]


def svg(folder: Path, inside: str, attributes: str = 'width="20" height="10"') -> Look:
    (folder / "drawing.svg").write_text(SVG.format(attributes, inside), encoding="utf-8")
    return look(folder, "drawing.svg")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_raster_pictures_are_accepted_with_their_size(tmp_path: Path, kind: str) -> None:
    (tmp_path / "cover").write_bytes(raster(kind))
    picture, problems = look(tmp_path, "cover")
    assert problems == ()
    assert picture == Picture(tmp_path.resolve() / "cover", 64, 48, kind.lower())


def test_a_photograph_that_is_turned_by_its_camera_has_the_size_it_is_seen_in(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    (tmp_path / "a.jpg").write_bytes(raster("JPEG", exif=exif))
    picture, _ = look(tmp_path, "a.jpg")
    assert picture is not None
    assert (picture.width_px, picture.height_px) == (48, 64)


def test_a_missing_picture_is_reported_where_it_is_named_with_the_nearest_name(tmp_path: Path) -> None:
    (tmp_path / "Cover.JPG").write_bytes(raster("JPEG"))
    picture, (problem,) = look(tmp_path, "cover.jpeg")
    assert picture is None
    assert problem.code == "picture.missing"
    assert problem.place == SourceRange(tmp_path / "brief.md", 7, 10, 7, 20)
    assert problem.excerpt == "  image: cover.jpeg"
    assert problem.hint == "did you mean Cover.JPG?"


def test_a_picture_in_a_folder_below_is_suggested(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "map.png").write_bytes(raster("PNG"))
    assert look(tmp_path, "map.png")[1][0].hint == "did you mean pictures/map.png?"
    assert look(tmp_path, "pictures\\map.png")[1][0].hint == "did you mean pictures/map.png?"


def test_without_a_similar_name_the_hint_says_where_pictures_belong(tmp_path: Path) -> None:
    assert "beside the text" in look(tmp_path, "cover.jpg")[1][0].hint


def test_a_name_may_be_written_as_in_a_link(tmp_path: Path) -> None:
    (tmp_path / "the moon.png").write_bytes(raster("PNG"))
    assert look(tmp_path, "the%20moon.png")[1] == ()
    assert look(tmp_path, "the moon.png")[1] == ()


@pytest.mark.parametrize(
    "name", ["../outside.png", "/etc/passwd", "file:///etc/passwd", "a/../../outside.png"]
)
def test_a_picture_outside_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "brief"
    (folder / "a").mkdir(parents=True)
    (tmp_path / "outside.png").write_bytes(raster("PNG"))
    assert codes(look(folder, name)) == ["picture.outside"]


@pytest.mark.parametrize("name", ["C:\\Users\\me\\wall.png", "C:/Users/me/wall.png", "\\\\server\\wall.png"])
def test_a_place_on_a_windows_machine_is_outside_too(tmp_path: Path, name: str) -> None:
    _, (problem,) = look(tmp_path, name)
    assert problem.code == "picture.outside"
    assert problem.hint == "copy the picture into the brief's folder, and write wall.png"


def test_whether_a_file_outside_the_folder_exists_is_not_told(tmp_path: Path) -> None:
    assert codes(look(tmp_path, "../no-such-file.png")) == ["picture.outside"]


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "brief"
    folder.mkdir()
    (tmp_path / "outside.png").write_bytes(raster("PNG"))
    (folder / "cover.png").symlink_to(tmp_path / "outside.png")
    assert codes(look(folder, "cover.png")) == ["picture.outside"]


def test_a_link_that_leads_in_a_circle_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.png").symlink_to(tmp_path / "a.png")
    assert codes(look(tmp_path, "a.png"))[0] in ("picture.missing", "picture.unreadable")


@pytest.mark.parametrize(
    "name", ["https://example.org/a.png", "HTTP://example.org/a.png", "//example.org/a.png"]
)
def test_a_picture_on_the_network_is_refused_unless_allowed(tmp_path: Path, name: str) -> None:
    _, (problem,) = look(tmp_path, name)
    assert problem.code == "picture.network"
    assert "--allow-network" in problem.hint
    assert look(tmp_path, name, allow_network=True) == (None, ())


def test_a_picture_written_out_in_the_text_is_refused(tmp_path: Path) -> None:
    assert codes(look(tmp_path, "data:image/png;base64,AAAA")) == ["picture.inline"]


@pytest.mark.parametrize("name", ["", "  "])
def test_a_name_must_be_given(tmp_path: Path, name: str) -> None:
    assert codes(look(tmp_path, name)) == ["picture.unnamed"]


@pytest.mark.parametrize("name", ["a\x00b.png", "x" * 5000])
def test_impossible_names_are_problems(tmp_path: Path, name: str) -> None:
    assert codes(look(tmp_path, name))[0] in ("picture.unreadable", "picture.missing")


def test_a_folder_is_not_a_picture(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    assert codes(look(tmp_path, "pictures")) == ["picture.not-a-file"]


@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b" \n"])
def test_an_empty_file_is_a_problem(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.png").write_bytes(content)
    assert codes(look(tmp_path, "a.png")) == ["picture.empty"]


@pytest.mark.parametrize("name", ["a.png", "a.txt"])
def test_a_text_is_not_a_picture(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("not a picture")
    _, (problem,) = look(tmp_path, name)
    assert problem.message == f"{name} is not a picture"


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"\x00\x00\x00\x1cftypheic\x00\x00\x00\x00", "HEIC"),
        (b"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00", "AVIF"),
        (b"8BPS\x00\x01", "Photoshop"),
        (b"\x1f\x8b\x08\x00svgz", "compressed"),
    ],
)
def test_kinds_that_cannot_be_set_are_named(tmp_path: Path, start: bytes, kind: str) -> None:
    (tmp_path / "a.png").write_bytes(start)
    _, (problem,) = look(tmp_path, "a.png")
    assert problem.code == "picture.kind"
    assert kind in problem.message
    assert "PNG, JPEG, GIF, WebP or SVG" in problem.hint


@pytest.mark.parametrize("kind", ["TIFF", "BMP", "ICO", "JPEG2000"])
def test_other_rasters_are_refused(tmp_path: Path, kind: str) -> None:
    (tmp_path / "a.png").write_bytes(raster(kind))
    assert codes(look(tmp_path, "a.png")) == ["picture.kind"]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_a_picture_that_is_cut_off_is_found(tmp_path: Path, kind: str, part: float) -> None:
    content = raster(kind, (200, 200))
    (tmp_path / "a").write_bytes(content[: int(len(content) * part)])
    assert codes(look(tmp_path, "a")) == ["picture.broken"]


def test_a_picture_with_damaged_bytes_is_found(tmp_path: Path) -> None:
    content = bytearray(raster("PNG", (200, 200)))
    content[len(content) // 2] ^= 0xFF
    (tmp_path / "a.png").write_bytes(content)
    assert codes(look(tmp_path, "a.png")) == ["picture.broken"]


@pytest.mark.parametrize(
    "start", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"RIFF\x00\x00\x00\x00WEBP"]
)
def test_a_beginning_alone_is_no_picture(tmp_path: Path, start: bytes) -> None:
    (tmp_path / "a").write_bytes(start + b"nothing of the kind")
    assert codes(look(tmp_path, "a"))[0] in ("picture.broken", "picture.not-a-picture")


@pytest.mark.parametrize("side", [12_000, 60_000])
def test_a_bomb_is_not_unpacked(tmp_path: Path, side: int) -> None:
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0))
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", b"") + chunk(b"IEND", b""))
    assert codes(look(tmp_path, "a.png")) == ["picture.too-large"]


def test_a_very_large_photograph_is_accepted_by_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("issuebrief.images.raster.MOST_DECODED", 100)
    content = raster("JPEG")
    (tmp_path / "a.jpg").write_bytes(content)
    assert look(tmp_path, "a.jpg")[1] == ()
    (tmp_path / "a.jpg").write_bytes(content[:-20])
    assert codes(look(tmp_path, "a.jpg")) == ["picture.broken"]


def test_a_file_of_too_many_bytes_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("issuebrief.images.resolve.MOST_BYTES", 100)
    (tmp_path / "a.png").write_bytes(raster("PNG"))
    assert codes(look(tmp_path, "a.png")) == ["picture.too-large"]


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="20" height="10"', (20, 10)),
        ('width="25.4mm" height="1in"', (96, 96)),
        ('viewBox="0 0 400 100"', (400, 100)),
        ('viewBox="0 0 400 100" width="200"', (200, 50)),
        ('viewBox="0,0,400,100" height="200"', (800, 200)),
        ('viewBox="0 0 400 100" width="100%"', (400, 100)),
    ],
)
def test_the_size_of_vectors(tmp_path: Path, attributes: str, size: tuple[int, int]) -> None:
    picture, problems = svg(tmp_path, "<rect/>", attributes)
    assert problems == ()
    assert picture is not None
    assert (picture.width_px, picture.height_px, picture.kind) == (*size, "svg")


def test_broken_vectors_are_reported_at_the_line_of_the_svg(tmp_path: Path) -> None:
    picture, (problem,) = svg(tmp_path, "\n  <g>\n  <rect>\n")
    assert picture is None
    assert problem.code == "picture.broken"
    assert problem.place == SourceRange(tmp_path.resolve() / "drawing.svg", 4, 3, 4, 7)
    assert problem.excerpt == "</svg>"
    assert problem.message == "the SVG is broken: mismatched tag"


def test_xml_that_is_not_svg_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text("<html><svg/></html>")
    assert codes(look(tmp_path, "a.svg")) == ["picture.not-a-picture"]


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="photo.png"/>',
        '<image xlink:href="file:///etc/passwd"/>',
        '<use href="https://example.org/a.svg#b"/>',
        '<rect fill="url(other.svg#gradient)"/>',
        "<rect style=\"fill: url('https://example.org/a.svg')\"/>",
        '<style>@import "https://example.org/a.css";</style>',
        "<style>@font-face { src: url(font.woff) }</style>",
        "<style><![CDATA[ rect { fill: url( '../a.svg' ) } ]]></style>",
        '<rect style="fill: u\\72l(a.svg)"/>',
        '<rect style="fill: url(/**/a.svg)"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>',
        '<a href="file:///etc/passwd"/>',
        '<g xml:base="https://example.org/"/>',
        "<?xml-stylesheet href='a.css'?>",
    ],
)
def test_vectors_that_reach_elsewhere_are_refused(tmp_path: Path, inside: str) -> None:
    picture, problems = svg(tmp_path, inside)
    assert picture is None
    assert [problem.code for problem in problems] == ["picture.refers"]
    assert problems[0].place is not None
    assert problems[0].place.line == 1


@pytest.mark.parametrize(
    "inside",
    [
        "<script>1</script>",
        '<rect onclick="f()"/>',
        '<a href="javascript:f()"/>',
        '<a href=" java&#10;script:f()"/>',
    ],
)
def test_vectors_with_scripts_are_refused(tmp_path: Path, inside: str) -> None:
    assert codes(svg(tmp_path, inside)) == ["picture.script"]


@pytest.mark.parametrize(
    "inside",
    [
        '<rect id="part"/><use href="#part"/>',
        '<linearGradient id="gradient"/><g id="m"/><rect fill="url(#gradient)" style="mask: url(\'#m\')"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<a href="https://www.isdp.eu"><text>to the institute</text></a>',
        "<style>rect { fill: red }</style><rect/>",
    ],
)
def test_vectors_that_stay_within_themselves_are_accepted(tmp_path: Path, inside: str) -> None:
    assert svg(tmp_path, inside)[1] == ()


def test_entities_that_drawing_programs_declare_are_accepted_and_files_are_not(tmp_path: Path) -> None:
    own = '<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]>'
    own += '<svg xmlns="&ns;" width="1" height="1"><path/></svg>'
    (tmp_path / "a.svg").write_text(own)
    assert look(tmp_path, "a.svg")[1] == ()
    foreign = own.replace('ENTITY ns "http://www.w3.org/2000/svg"', 'ENTITY f SYSTEM "file:///etc/passwd"')
    (tmp_path / "a.svg").write_text(foreign.replace("&ns;", "http://www.w3.org/2000/svg"))
    assert codes(look(tmp_path, "a.svg")) == ["picture.refers"]


def test_entities_that_multiply_are_stopped(tmp_path: Path) -> None:
    declared = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 9))
    text = f'<!DOCTYPE svg [<!ENTITY e0 "haha">{declared}]>' + SVG.format("", "<text>&e8;</text>")
    (tmp_path / "a.svg").write_text(text)
    assert codes(look(tmp_path, "a.svg")) == ["picture.broken"]


def test_vectors_nested_too_deep_are_refused(tmp_path: Path) -> None:
    assert codes(svg(tmp_path, "<g>" * 500 + "</g>" * 500)) == ["picture.too-deep"]


def test_cover_and_portraits_are_looked_at_where_front_matter_names_them(tmp_path: Path) -> None:
    (tmp_path / "brief.md").write_text(
        "---\ntitle: T\ndate: 2023-10-16\nauthors:\n  - name: A\n  - name: B\n    photo: b.png\n"
        "cover:\n  image: c.png\n  alt: C\n---\nText\n"
    )
    source, _ = read_source(tmp_path / "brief.md")
    assert source is not None
    problems = brief_pictures(source, readable_part(source))
    assert [(str(problem.place), problem.excerpt) for problem in problems] == [
        (f"{tmp_path}/brief.md:9:10", "  image: c.png"),
        (f"{tmp_path}/brief.md:7:12", "    photo: b.png"),
    ]


@pytest.mark.parametrize(
    ("inside", "place", "meant", "said"),
    [
        ("<switch>\n <foreignObject/>\n</switch>", (2, 2), "<foreignObject/>", "HTML"),
        (
            '<path id="p"/><text>\n<textPath href="#p">A</textPath></text>',
            (2, 1),
            '<textPath href="#p">',
            "path",
        ),
        (
            '<text style="fill: red; writing-mode: vertical-rl">A</text>',
            (1, 1),
            '<text style="fill: red; writing-mode: vertical-rl">',
            "vertical",
        ),
        ("<flowRoot><flowPara>A</flowPara></flowRoot>", (1, 1), "<flowRoot>", "flowed"),
        ('<path\nd="M0 0L1 1z5"/>', (2, 1), 'd="M0 0L1 1z5"', "behind the end"),
        ("<path\nstyle='d: M0 0L1 1 Z, -5'/>", (2, 1), "style='d: M0 0L1 1 Z, -5'", "behind the end"),
    ],
)
def test_what_is_set_otherwise_or_not_at_all_is_told(
    tmp_path: Path, inside: str, place: tuple[int, int], meant: str, said: str
) -> None:
    picture, (problem,) = svg(tmp_path, inside)
    assert picture is not None
    assert problem.code == "picture.left-out" and said in problem.message and problem.hint
    first = len(SVG.format('width="20" height="10"', "").removesuffix("</svg>"))
    line, column = place
    column += first if line == 1 else 0
    assert problem.place == SourceRange((tmp_path / "drawing.svg").resolve(), line, column).covering(meant)


def test_html_in_a_switch_with_words_for_others_is_no_loss(tmp_path: Path) -> None:
    assert svg(tmp_path, "<switch><foreignObject/><text>A</text></switch>")[1] == ()


def test_words_of_an_svg_are_found_without_their_white_space() -> None:
    data = b"<svg>\n <text>one</text>\n <text>two\n three</text></svg>"
    assert find_words(data, "twothree") == (3, 8)
    assert find_words(data, "four") == find_words(b"<svg", "one") == (0, 0)


def test_what_an_attribute_says_is_told_at_the_attribute(tmp_path: Path) -> None:
    inside = '\n<g>\n  <rect width="1"\n    fill="url(https://example.org/a)" onclick="b()"/></g>'
    _, problems = svg(tmp_path, inside)
    places = [(problem.place.line, problem.place.column) for problem in problems if problem.place]
    assert places == [(4, 5), (4, 39)]


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ('<rect style="mix-blend-mode: multiply"/>', "blended"),
        ('<text paint-order="stroke" stroke="white">A</text>', "behind their fill"),
        ("<style>.a { clip-path: circle(50%) }</style>", "a shape of CSS"),
        ('<rect fill="color-mix(in srgb, red, blue)"/>', "color-mix(in srgb, red, blue)"),
        ('<rect style="stroke: grey1"/>', "grey1"),
        ("<style>.a { /* fill: x1; */ fill: #12 }</style>", "black: #12"),
        ('<path vector-effect="non-scaling-stroke"/>', "keep their width"),
        ("<rect style='transform-box: fill-box'/>", "middle of a shape"),
        ('<rect/><mask maskUnits="userSpaceOnUse" mask-type="alpha"/>', "by transparency"),
        ('<text text-decoration="underline">A</text>', "under"),
        ('<text style="font-variant: small-caps">A</text>', "small capitals"),
        ('<text>A<tspan baseline-shift="super">2</tspan></text>', "raised"),
        ("<clipPath><text>A</text></clipPath>", "cuts a shape with text"),
        ('<clipPath><path clip-rule="evenodd" d="M0 0h9v9h-9zM3 3h3v3h-3z"/></clipPath>', "has a hole"),
        ('<text x="1 5">\u05d0</text>', "letter by letter"),
        ('<use href="#nowhere"/>', "does not have: #nowhere"),
        ('<rect style="fill: url(#gone)"/>', "does not have: #gone"),
        ("<g/>", "shows nothing"),
    ],
)
def test_styles_that_a_drawing_asks_for_in_vain_are_told(tmp_path: Path, inside: str, said: str) -> None:
    _, (problem,) = svg(tmp_path, inside)
    assert problem.code == "picture.left-out"
    assert said in problem.message
    assert problem.hint and problem.place and problem.place.line == 1


@pytest.mark.parametrize(
    "inside",
    [
        '<rect fill="url(#g) red" stroke="currentColor" color="rgb(10%, 20%, 30%)"/>',
        "<path/><style>.a { fill: var(--x, red); stroke: hsl(120 50% 40% / .5) !important }</style>",
        '<clipPath id="c"/><rect style="filter: none; fill: none; clip-path: url(#c)" fill="inherit"/>',
        '<rect style="mix-blend-mode: normal; transform-box: view-box; mask-type: luminance"/>',
        '<path fill-rule="evenodd" clip-rule="evenodd"/><text text-decoration="none">A</text>',
        '<clipPath><path clip-rule="evenodd" d="m0 0l90 0l0 40l-90 0z"/></clipPath><path/>',
    ],
)
def test_styles_that_a_drawing_gets_are_not_told(tmp_path: Path, inside: str) -> None:
    assert svg(tmp_path, inside)[1] == ()


def test_a_drawing_that_moves_is_told_as_one(tmp_path: Path) -> None:
    _, (problem,) = svg(tmp_path, '<rect><animate attributeName="x" to="9" dur="1s" fill="freeze"/></rect>')
    assert problem.code == "picture.moving"


@pytest.mark.parametrize(
    ("attributes", "size"),
    [("", (300, 150)), ('width="100%" height="100%"', (300, 150)), ('width="90"', (90, 45))],
)
def test_a_drawing_without_a_size_is_told(tmp_path: Path, attributes: str, size: tuple[int, int]) -> None:
    picture, (problem,) = svg(tmp_path, "<rect/>", attributes)
    assert picture is not None
    assert (picture.width_px, picture.height_px) == size
    assert (problem.code, problem.place and problem.place.line) == ("picture.left-out", 1)
    assert "viewBox" in problem.hint


@pytest.mark.parametrize("forms", [("NFC", "NFD"), ("NFD", "NFC")])
def test_an_accent_may_be_written_in_either_way(tmp_path: Path, forms: tuple[Form, Form]) -> None:
    typed, stored = (normalize(form, "\u00fcbersicht.png") for form in forms)
    (tmp_path / stored).write_bytes(raster("PNG"))
    picture, problems = look(tmp_path, typed)
    assert problems == ()
    assert picture is not None and picture.path.name == stored
