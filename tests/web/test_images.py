"""Pictures that are put into a web page."""

from __future__ import annotations

import base64
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from PIL import Image, ImageCms
from setting import write_brief

from issuebrief.frontmatter.source import Source, read_source
from issuebrief.markdown_body.source.html_tree import Element, element, walk
from issuebrief.web.images import LIGHT, WIDTH, WIDTHS, embed_pictures, raster

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text>a # b % c</text></svg>'


def noise(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """A picture with as much detail as a photograph has at most."""
    return Image.effect_noise((width, height), 80).convert(mode)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    target = BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def opened(url: str) -> Image.Image:
    image = Image.open(BytesIO(base64.b64decode(url.partition("base64,")[2])))
    image.load()
    return image


def source_in(folder: Path) -> Source:
    source, _ = read_source(write_brief(folder, "Text."))
    assert source
    return source


def embedded(
    folder: Path, root: Element, **options: Any
) -> tuple[list[dict[str, str | None]], tuple[Diagnostic, ...]]:
    problems = embed_pictures(root, source_in(folder), lambda svg: svg, **options)
    return [found.attributes for found in walk(root) if found.tag == "img"], problems


def shown(name: str, holder: str = "") -> Element:
    return element("", {}, element("figure", {"class": holder}, element("img", {"src": name, "alt": "A"})))


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252", "utf-16", "utf-8", "utf-8-sig"])
def test_a_drawing_may_be_written_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    words = "Gr\u00f6\u00dfe"
    drawn = f'<?xml version="1.0" encoding="{declared}"?>\n{SVG.replace("a #", words)}'
    (tmp_path / "size.svg").write_bytes(drawn.encode(encoding))
    (found,), problems = embedded(tmp_path, shown("size.svg"))
    assert problems == ()
    url = found["src"] or ""
    kind, _, content = url.partition(",")
    text = base64.b64decode(content).decode() if kind.endswith("base64") else unquote(content)
    assert words in text
    assert "encoding" not in text


def test_what_was_said_of_a_picture_in_its_line_is_not_said_again(tmp_path: Path) -> None:
    noise(40, 30).save(tmp_path / "moving.gif", save_all=True, append_images=[noise(40, 30)])
    assert embedded(tmp_path, shown("moving.gif"))[1] == ()


def test_a_photograph_that_is_small_enough_stays_byte_for_byte(tmp_path: Path) -> None:
    data = saved(noise(300, 200), "JPEG", quality=60)
    assert len(data) < LIGHT
    (tmp_path / "a b.jpg").write_bytes(data)
    ((attributes,), problems) = embedded(tmp_path, shown("a%20b.jpg"))
    assert problems == ()
    assert attributes["src"] == f"data:image/jpeg;base64,{base64.b64encode(data).decode()}"
    assert (attributes["width"], attributes["height"], attributes["alt"]) == ("300", "200", "A")


@pytest.mark.parametrize(
    ("holder", "most"), [("", WIDTH), ("cover", WIDTHS["cover"]), ("figure wide", WIDTHS["wide"])]
)
def test_a_large_photograph_is_scaled_to_its_place_and_packed_as_webp(
    tmp_path: Path, holder: str, most: int
) -> None:
    (tmp_path / "a.jpg").write_bytes(saved(noise(4000, 1000), "JPEG", quality=60))
    ((attributes,), _) = embedded(tmp_path, shown("a.jpg", holder))
    image = opened(str(attributes["src"]))
    assert (image.format, image.size) == ("WEBP", (most, most // 4))
    assert (attributes["width"], attributes["height"]) == (str(most), str(most // 4))


def test_a_picture_that_is_hardly_too_large_keeps_its_pixels() -> None:
    assert raster(saved(noise(1300, 100), "PNG"), 1200).width == 1300


def test_a_portrait_is_small(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(saved(noise(900, 900), "PNG"))
    root = element("", {}, element("img", {"src": "a.png", "alt": "A", "class": "photo"}))
    ((attributes,), _) = embedded(tmp_path, root)
    assert attributes["width"] == str(WIDTHS["photo"])


def test_a_drawing_of_pixels_loses_nothing() -> None:
    image = Image.new("RGBA", (600, 300), (0, 0, 0, 0))
    image.paste((194, 53, 43, 255), (100, 100, 300, 200))
    found = opened(raster(saved(image, "PNG", compress_level=0), 1200).url)
    assert found.format == "WEBP"
    assert found.convert("RGBA").tobytes() == image.tobytes()


def test_what_is_packed_better_already_stays_as_it_is() -> None:
    data = saved(noise(1200, 900), "JPEG", quality=12)
    assert len(data) > LIGHT
    assert raster(data, 1200).url == f"data:image/jpeg;base64,{base64.b64encode(data).decode()}"


def test_a_picture_turned_by_its_camera_comes_out_upright_and_without_the_cameras_notes() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "A camera"
    found = raster(saved(noise(300, 200), "JPEG", exif=exif), 1200)
    assert (found.width, found.height) == (200, 300)
    assert opened(found.url).size == (200, 300)
    assert dict(opened(found.url).getexif()) == {}


def test_a_cmyk_photograph_comes_out_in_the_colours_of_a_screen() -> None:
    data = saved(Image.new("CMYK", (60, 40), (0, 255, 255, 0)), "JPEG", quality=95)
    red, green, blue = opened(raster(data, 1200).url).convert("RGB").getpixel((30, 20))  # type: ignore[misc]
    assert red > 200 and green < 60 and blue < 60


def test_a_profile_is_obeyed_and_left_behind() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB", 5000)).tobytes()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = Image.new("RGBA", (40, 40), (200, 30, 40, 128))
    for icc in (srgb, profile, b"no profile at all"):
        found = opened(raster(saved(image, "PNG", icc_profile=icc), 1200).url)
        assert "icc_profile" not in found.info
        red, green, blue, alpha = found.convert("RGBA").getpixel((20, 20))  # type: ignore[misc]
        assert abs(red - 200) < 8 and abs(green - 30) < 8 and abs(blue - 40) < 8 and abs(alpha - 128) < 3


def test_sixteen_bits_of_grey_become_eight() -> None:
    data = saved(Image.new("I;16", (40, 30), 0x8000), "PNG")
    assert opened(raster(data, 1200).url).convert("L").getpixel((20, 20)) == pytest.approx(128, abs=2)


def test_of_what_moves_the_first_picture_is_shown() -> None:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "blue")]
    data = saved(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=100)
    found = opened(raster(data, 1200).url)
    assert getattr(found, "n_frames", 1) == 1
    assert found.convert("RGB").getpixel((20, 20)) == (255, 0, 0)


def test_an_svg_stays_an_svg_and_its_words_get_their_fonts(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(SVG, "utf-8")
    root = shown("a.svg")
    problems = embed_pictures(root, source_in(tmp_path), lambda svg: svg.replace("a # b", "lettered # b"))
    (picture,) = [found for found in walk(root) if found.tag == "img"]
    url = str(picture.attributes["src"])
    assert problems == ()
    assert url.startswith("data:image/svg+xml")
    head, _, data = url.partition(",")
    text = base64.b64decode(data).decode() if head.endswith("base64") else unquote(data)
    assert text == SVG.replace("a # b", "lettered # b")
    assert not set(' "<>#\n') & set(url)
    assert (picture.attributes["width"], picture.attributes["height"]) == ("40", "20")


def test_a_picture_that_is_shown_twice_is_made_once(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(SVG, "utf-8")
    root = element("", {}, shown("a.svg"), shown("a.svg"))
    asked: list[str] = []
    embed_pictures(root, source_in(tmp_path), lambda svg: asked.append(svg) or svg)  # type: ignore[func-returns-value]
    assert len(asked) == 1


def test_a_picture_that_cannot_be_had_is_a_problem_and_nothing_is_put_in_its_place(tmp_path: Path) -> None:
    ((attributes,), problems) = embedded(tmp_path, shown("gone.png"))
    assert [problem.code for problem in problems] == ["picture.missing"]
    assert attributes == {"src": "gone.png", "alt": "A"}


def test_a_picture_on_the_network_is_fetched_where_that_is_allowed(tmp_path: Path) -> None:
    data = saved(noise(40, 30), "PNG")
    ((attributes,), problems) = embedded(tmp_path, shown("https://example.org/a.png"), fetch=lambda url: data)
    assert problems == ()
    assert attributes["width"] == "40"
    ((attributes,), problems) = embedded(tmp_path, shown("https://example.org/a.png"))
    assert [problem.code for problem in problems] == ["picture.network"]


def test_what_the_network_sends_may_be_no_picture(tmp_path: Path) -> None:
    _, problems = embedded(tmp_path, shown("https://example.org/a.png"), fetch=lambda url: b"<html>")
    assert [problem.code for problem in problems] == ["web.picture"]
