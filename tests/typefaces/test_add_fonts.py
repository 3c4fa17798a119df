"""Fonts as people download them become families with the files, rules and licences that a theme needs."""

from __future__ import annotations

import tarfile
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pymupdf
import pytest
from fontTools.ttLib import TTFont
from setting import set_text
from small_fonts import collection, growing_font, heights_of, packed, small_font

from issuebrief.cli.main import main
from issuebrief.theming.font_files import decompressed
from issuebrief.typefaces import add_fonts, font_sources
from issuebrief.typefaces.font_facts import facts_of

if TYPE_CHECKING:
    from pathlib import Path

    Capture = pytest.CaptureFixture[str]

LATIN = heights_of("abcdefghijklmnopqrstuvwxyz" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ", 100, 10)


def named(
    font: bytes,
    family: str,
    *,
    weight: int = 400,
    italic: bool = False,
    rights: int = 0,
    style: str = "Regular",
) -> bytes:
    """A font with another name, weight, slope and fsType."""
    found, output = TTFont(BytesIO(font)), BytesIO()
    for number, words in (
        (1, family),
        (2, style),
        (4, f"{family} {style}"),
        (6, f"{family}-{style}".replace(" ", "")),
    ):
        found["name"].setName(words, number, 3, 1, 0x409)
    found["OS/2"].usWeightClass, found["OS/2"].fsType = weight, rights
    found["OS/2"].fsSelection = 1 if italic else 64
    found.save(output)
    return output.getvalue()


def download(folder: Path, files: dict[str, bytes]) -> Path:
    """A folder of downloaded files."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def rules(workplace: Path, slug: str) -> str:
    """The style sheet of a family."""
    return (workplace / f"styles/fonts/{slug}/{slug}.css").read_text()


def test_a_family_is_sorted_declared_and_kept_with_its_licence(workplace: Path, capsys: Capture) -> None:
    bars = small_font(LATIN)
    folder = download(
        workplace / "down",
        {
            "static/Bars-Regular.ttf": named(bars, "Bars Display"),
            "static/Bars-Bold.ttf": named(bars, "Bars Display", weight=700, style="Bold"),
            "static/Bars-Italic.ttf": named(bars, "Bars Display", italic=True, style="Italic"),
            "OFL.txt": b"The licence",
            "README.md": b"Not a font",
        },
    )
    assert main(["fonts", "add", str(folder)]) == 0
    place = workplace / "styles/fonts/bars-display"
    assert sorted(path.name for path in place.iterdir()) == [
        "Bars-Bold.ttf", "Bars-Italic.ttf", "Bars-Regular.ttf", "OFL.txt", "bars-display.css",
    ]  # fmt: skip
    assert rules(workplace, "bars-display").count("@font-face") == 3
    said = capsys.readouterr().out
    assert "has: upright 400, 700; italic 400" in said
    assert "lacks: no bold italic" in said
    assert "lacks: no small caps" in said
    assert '@import "../fonts/bars-display/bars-display.css"' in said
    assert "licence: none" not in said


def test_subsets_share_a_cut_each_for_letters_of_its_own(workplace: Path) -> None:
    more = heights_of("ăąćęłńśźż", 100, 10)
    files = {
        "bars-latin-400-normal.woff2": packed(named(small_font(LATIN), "Bars Thin"), "woff2"),
        "bars-latin-400-normal.woff": packed(named(small_font(LATIN), "Bars Thin"), "woff"),
        "bars-latin-ext-400-normal.woff2": packed(named(small_font(more), "Bars Thin"), "woff2"),
    }
    assert main(["fonts", "add", str(download(workplace / "down", files))]) == 0
    css = rules(workplace, "bars")
    assert css.count("@font-face") == 2
    assert "unicode-range: U+41-5A, U+61-7A;" in css
    assert "unicode-range: U+103, U+105, U+107, U+119, U+142, U+144, U+15B, U+17A, U+17C;" in css
    # They are unpacked once, not in each build.
    assert all(
        path.read_bytes()[:4] == b"\0\1\0\0" for path in (workplace / "styles/fonts/bars").glob("*.ttf")
    )


def test_a_small_part_is_kept_for_a_single_sign(workplace: Path) -> None:
    han = "".join(map(chr, range(0x4E00, 0x4E00 + 400)))
    files = {
        "Bars-a.ttf": named(small_font(heights_of(han, 100, 1)), "Bars"),
        "Bars-b.ttf": named(small_font(heights_of(han[:120] + "\uff1b", 100, 1)), "Bars"),
        "Bars-c.ttf": named(small_font(heights_of(han[:390] + "\u3400", 100, 1)), "Bars"),
        "Bars-d.ttf": named(small_font(heights_of(han[:20], 100, 1)), "Bars"),
    }
    assert main(["fonts", "add", str(download(workplace / "down", files))]) == 0
    kept = [path.name for path in (workplace / "styles/fonts/bars").glob("*.ttf")]
    assert sorted(kept) == ["Bars-a.ttf", "Bars-b.ttf"]


def test_a_font_of_thousands_of_scattered_letters_can_be_declared(workplace: Path) -> None:
    every_third = "".join(map(chr, range(0x4E00, 0x4E00 + 6000, 3)))
    others = "".join(map(chr, range(0x4E01, 0x4E00 + 1200, 3)))
    files = {
        "Bars-a.ttf": named(small_font(heights_of(every_third, 100, 1)), "Bars"),
        "Bars-b.ttf": named(small_font(heights_of(others, 100, 1)), "Bars"),
    }
    assert main(["fonts", "add", str(download(workplace / "down", files))]) == 0
    assert "unicode-range: U+4E00-656D;" in rules(workplace, "bars")
    assert "unicode-range: U+4E01, U+4E04," in rules(workplace, "bars")
    (workplace / "styles/themes").mkdir()
    (workplace / "styles/themes/ours.css").write_text(
        '@import "isdp.css";\n@import "../fonts/bars/bars.css";\n'
        '.body { font-family: "Source Serif 4", "Bars" }\n'
    )
    outcome, _ = set_text(workplace, "Words and \u4e00\u4e01\u4e03.", theme="ours")
    assert outcome.written, outcome.problems
    assert not any(problem.code.startswith("fonts.") for problem in outcome.problems)


def test_a_variable_font_makes_those_of_single_weights_needless(workplace: Path, capsys: Capture) -> None:
    files = {
        "Bars[wght].ttf": named(growing_font(LATIN), "Bars"),
        "static/Bars-Regular.ttf": named(small_font(LATIN), "Bars"),
    }
    assert main(["fonts", "add", str(download(workplace / "down", files))]) == 0
    assert "font-weight: 100 900;" in rules(workplace, "bars")
    assert not (workplace / "styles/fonts/bars/Bars-Regular.ttf").exists()
    assert "left out: 1 file," in capsys.readouterr().out


def test_a_theme_sets_a_brief_in_the_fonts_that_were_added(workplace: Path) -> None:
    bars = small_font(heights_of("".join(map(chr, range(32, 127))), 100, 5))
    download(workplace / "down", {"Bars.ttf": named(bars, "Bars")})
    assert main(["fonts", "add", "down"]) == 0
    (workplace / "styles/themes").mkdir()
    (workplace / "styles/themes/ours.css").write_text(
        '@import "isdp.css";\n@import "../fonts/bars/bars.css";\n:root { --serif: "Bars", serif }\n'
    )
    outcome, pdf = set_text(workplace, "Plain words.", theme="ours")
    assert outcome.written, outcome.problems
    with pymupdf.open(pdf) as document:
        assert any("Bars" in font[3] for font in document.get_page_fonts(0))


def test_a_zip_is_as_good_as_a_folder_and_writes_nowhere_else(workplace: Path) -> None:
    with zipfile.ZipFile(workplace / "fonts.zip", "w") as archive:
        archive.writestr("../../evil/Bars-Regular.ttf", named(small_font(LATIN), "Bars"))
        archive.writestr("../../evil/OFL.txt", "The licence")
    assert main(["fonts", "add", "fonts.zip"]) == 0
    assert {path.name for path in (workplace / "styles/fonts/bars").iterdir()} == {
        "Bars-Regular.ttf", "OFL.txt", "bars.css",
    }  # fmt: skip
    assert not (workplace.parent.parent / "evil").exists()


def test_each_font_of_a_collection_is_one(workplace: Path) -> None:
    fonts = [named(small_font(LATIN), "Bars", weight=weight, style=str(weight)) for weight in (400, 700)]
    download(workplace / "down", {"bars.ttc": collection(*fonts)})
    assert main(["fonts", "add", "down"]) == 0
    assert 'src: url("bars.ttc#Bars-400")' in rules(workplace, "bars")
    assert 'src: url("bars.ttc#Bars-700")' in rules(workplace, "bars")


@pytest.mark.parametrize("rights", [0x0002, 0x0100, 0x0200])
def test_a_font_that_may_not_be_embedded_is_refused(rights: int, workplace: Path, capsys: Capture) -> None:
    files = {
        "Bars.ttf": named(small_font(LATIN), "Bars", rights=rights),
        "Free.ttf": named(small_font(LATIN), "Free"),
    }
    assert main(["fonts", "add", str(download(workplace / "down", files))]) == 1
    assert "Bars.ttf: not added: its maker does not allow" in capsys.readouterr().err
    assert {path.name for path in (workplace / "styles/fonts").iterdir()} == {"free"}


def test_a_damaged_font_is_told_and_the_others_are_added(workplace: Path, capsys: Capture) -> None:
    whole = named(small_font(LATIN), "Bars")
    files = {
        "Bars.ttf": whole,
        "Cut.ttf": whole[: len(whole) // 3],
        "Not.woff2": b"wOF2 nothing",
        "Text.otf": b"A",
    }
    assert main(["fonts", "add", str(download(workplace / "down", files))]) == 1
    said = capsys.readouterr()
    assert [line.partition(":")[0] for line in said.err.splitlines()] == ["Cut.ttf", "Not.woff2", "Text.otf"]
    assert said.out.startswith("Bars: 1 file in styles/fonts/bars")


def test_a_file_that_is_there_and_differs_is_replaced_only_where_that_is_asked(
    workplace: Path, capsys: Capture
) -> None:
    folder = download(workplace / "down", {"Bars.ttf": named(small_font(LATIN), "Bars")})
    assert main(["fonts", "add", "down"]) == 0
    assert main(["fonts", "add", "down"]) == 0
    download(folder, {"Bars.ttf": named(small_font(LATIN), "Bars", weight=500)})
    assert main(["fonts", "add", "down"]) == 1
    assert "holds other files of the same name: Bars.ttf" in capsys.readouterr().err
    assert "font-weight: 400" in rules(workplace, "bars")
    assert main(["fonts", "add", "down", "--replace"]) == 0
    assert "font-weight: 500" in rules(workplace, "bars")


def test_letters_that_a_language_needs_are_told(workplace: Path, capsys: Capture) -> None:
    download(workplace / "down", {"Bars.ttf": named(small_font(LATIN), "Bars")})
    assert main(["fonts", "add", "down", "--lang", "sv,ja"]) == 0
    said = capsys.readouterr().out
    assert "letters of “sv” that are missing: Ä Å É Ö ä å é ö" in said
    assert "whether it has the letters of “ja” is not known here" in said


def test_an_archive_of_a_package_manager_is_as_good_as_a_zip(workplace: Path) -> None:
    with tarfile.open(workplace / "bars-1.0.tgz", "w:gz") as archive:
        for name, content in (
            ("package/files/bars.ttf", named(small_font(LATIN), "Bars")),
            ("package/LICENSE", b"The licence"),
        ):
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, BytesIO(content))
    assert main(["fonts", "add", "bars-1.0.tgz"]) == 0
    place = workplace / "styles/fonts/bars"
    assert sorted(path.name for path in place.iterdir()) == ["LICENSE", "bars.css", "bars.ttf"]


def test_only_the_weights_and_letters_that_are_asked_for_are_kept(workplace: Path, capsys: Capture) -> None:
    bars, more = small_font(LATIN | heights_of("åäöé", 100, 10)), small_font(heights_of("ąćęł", 100, 10))
    files = {
        f"bars-{part}-{weight}.ttf": named(font, "Bars", weight=weight)
        for part, font in (("latin", bars), ("latin-ext", more))
        for weight in (400, 500, 700)
    }
    folder = str(download(workplace / "down", files))
    assert main(["fonts", "add", folder, "--lang", "sv", "--only", "--weights", "400,700"]) == 0
    kept = [path.name for path in (workplace / "styles/fonts/bars").glob("*.ttf")]
    assert sorted(kept) == ["bars-latin-400.ttf", "bars-latin-700.ttf"]
    assert "left out: 4 files of other weights or letters" in capsys.readouterr().out


def test_only_files_that_may_be_kept_are_unpacked(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {
        f"bars-latin-{weight}-normal.{kind}": packed(named(small_font(LATIN), "Bars", weight=weight), kind)
        for weight in (400, 500, 700)
        for kind in ("woff", "woff2")
    }
    unpacked = []

    def noted(content: bytes) -> bytes:
        unpacked.append(content[:4])
        return decompressed(content)

    monkeypatch.setattr(add_fonts, "decompressed", noted)
    folder = str(download(workplace / "down", files))
    assert main(["fonts", "add", folder, "--weights", "400,700"]) == 0
    assert unpacked == [b"wOF2", b"wOF2"]
    assert "font-weight: 500" not in rules(workplace, "bars")


def test_more_fonts_than_are_read_are_told(
    workplace: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(font_sources, "MOST_FILES", 2)
    download(workplace / "down", {f"Bars-{number}.ttf": named(small_font(LATIN), "Bars") for number in "abc"})
    assert main(["fonts", "add", "down"]) == 2
    assert "there are more than 2 fonts in down: name the folder of one family" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ("--weights", "900"),
            "Bars: not added: it has none of the weights\n  hint: name others: it has 400",
        ),
        (("--weights", "bold"), "“bold” is not a weight"),
        (("--only",), "--only needs languages"),
        (("--only", "--lang", "ja"), "the letters of “ja” are not known here"),
    ],
)
def test_what_cannot_be_kept_alone_is_told(
    options: tuple[str, ...], message: str, workplace: Path, capsys: Capture
) -> None:
    download(workplace / "down", {"Bars.ttf": named(small_font(LATIN), "Bars")})
    assert main(["fonts", "add", "down", *options]) in (1, 2)
    assert message in capsys.readouterr().err
    assert not (workplace / "styles/fonts/bars").exists()


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nowhere", "there is no nowhere"),
        ("empty", "there are no fonts in empty"),
        ("broken.zip", "broken.zip cannot be read"),
        ("broken.tgz", "broken.tgz cannot be read"),
        ("notes.txt", "there are no fonts in notes.txt"),
    ],
)
def test_a_path_without_fonts_is_told(path: str, message: str, workplace: Path, capsys: Capture) -> None:
    (workplace / "empty").mkdir()
    (workplace / "broken.zip").write_bytes(b"PK no zip")
    (workplace / "broken.tgz").write_bytes(b"\x1f\x8b no tar")
    (workplace / "notes.txt").write_text("Notes")
    assert main(["fonts", "add", path]) == 2
    assert f"issuebrief: {message}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "family"),
    [
        *(("Bars Light 18pt", "Bars"), ("Bars ExtraLight 9pt", "Bars"), ("Bars Semibold", "Bars")),
        *(("Bars 18pt", "Bars 18pt"), ("Bars Light", "Bars"), ("Light 18pt", "Light 18pt")),
    ],
)
def test_the_weight_and_size_of_an_instance_are_no_part_of_the_name_of_its_family(
    name: str, family: str
) -> None:
    (facts,) = facts_of(named(small_font(LATIN), name))
    assert (facts.family, facts.weights) == (family, (400, 400))
