"""Fonts from anywhere: tables that claim the world, archives that swell, names with a meaning elsewhere."""

from __future__ import annotations

import struct
import tarfile
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Literal

import pytest
from fontTools.ttLib import TTFont
from setting import job, write_brief
from small_fonts import heights_of, small_font, written

from issuebrief.cli.main import main
from issuebrief.font_bounds import Unusable, refuse_endless
from issuebrief.pipeline.build import set_brief
from issuebrief.pipeline.worker_pool import guarded
from issuebrief.typefaces import font_sources
from issuebrief.typefaces.font_facts import facts_of
from issuebrief.typefaces.font_sources import NoFonts, files_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    Capture = pytest.CaptureFixture[str]

FONT = small_font(heights_of("abcdef"))


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder a user works in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def with_table(tag: str, table: bytes) -> bytes:
    """The font with another table, unread."""
    font = TTFont(BytesIO(FONT), lazy=True)
    assert font.reader is not None
    tables = {name: font.reader[name] for name in font.reader.tables} | {tag: table}
    at = 12 + 16 * len(tables)
    head, body = struct.pack(">IHHHH", 0x10000, len(tables), 0, 0, 0), b""
    for name, content in sorted(tables.items()):
        head += struct.pack(">4sIII", name.encode(), 0, at + len(body), len(content))
        body += content + b"\0" * (-len(content) % 4)
    return head + body


def characters(*groups: tuple[int, int], form: int = 12) -> bytes:
    """A `cmap` of one list of groups."""
    parts = b"".join(struct.pack(">III", first, last, 1) for first, last in groups)
    head = struct.pack(">HHIII", form, 0, 16 + len(parts), 0, len(groups))
    return struct.pack(">HHHHI", 0, 1, 3, 10, 12) + head + parts


def overlapping(count: int) -> bytes:
    """A `cmap` of segments that each have all characters of the basic plane."""
    ends, starts, rest = (struct.pack(f">{count}H", *[number] * count) for number in (0xFFFF, 0, 0))
    head = struct.pack(">HHHHHHH", 4, 0, 0, count * 2, 0, 0, 0)
    return struct.pack(">HHHHI", 0, 1, 3, 1, 12) + head + ends + b"\0\0" + starts + rest + rest


def names(count: int) -> bytes:
    """A `name` table whose entries all share the same bytes."""
    entries = b"".join(struct.pack(">HHHHHH", 3, 1, 0x409, 16 + n, 60_000, 0) for n in range(count))
    return struct.pack(">HHH", 0, count, 6 + len(entries)) + entries + b"\0A" * 30_000


ENDLESS = {
    "a group of four billion characters": with_table("cmap", characters((0, 0xFFFFFFFE), form=13)),
    "many groups of all characters": with_table("cmap", characters(*[(0, 0x10FFFF)] * 50)),
    "segments that overlap": with_table("cmap", overlapping(500)),
    "names that share their bytes": with_table("name", names(1_000)),
    "a collection of millions": b"ttcf" + struct.pack(">HHI", 1, 0, 5_000_000) + b"\0" * 40,
    "a thousand tables": FONT[:4] + struct.pack(">H", 1_000) + FONT[6:] + b"\0" * 16_000,
}


@pytest.mark.parametrize("name", ENDLESS)
def test_a_font_that_claims_the_world_is_refused_before_it_is_read(name: str) -> None:
    with pytest.raises(Unusable, match="claims"):
        refuse_endless(ENDLESS[name])


@pytest.mark.parametrize("cut", [6, 14, 60, 200])
def test_a_font_that_is_cut_off_is_told_as_that(cut: int) -> None:
    with pytest.raises(Unusable):
        facts_of(FONT[:cut])


def test_a_theme_with_an_endless_font_is_told_of_it_and_set_without_it(tmp_path: Path) -> None:
    written(tmp_path / "styles/fonts", "x.ttf", ENDLESS["a group of four billion characters"])
    own = tmp_path / "styles/themes"
    own.mkdir()
    rules = "@font-face { font-family: X; src: url(../fonts/x.ttf) } :root { --serif: X, serif }"
    (own / "own.css").write_text(f'@import "isdp.css";\n{rules}\n', "utf-8")
    outcome = guarded(set_brief, job(write_brief(tmp_path / "brief", "Words.", theme="own"), tmp_path))
    told = [problem.message for problem in outcome.problems if problem.code == "fonts.not-loaded"]
    assert ["claims" in message for message in told] == [True]


def zipped(path: Path, files: Mapping[str, bytes]) -> Path:
    """A zip file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def test_an_archive_that_swells_is_refused_before_it_fills_the_memory(
    workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = zipped(workplace / "a.zip", {f"{n}.ttf": b"\0" * 1_000_000 for n in range(9)})
    monkeypatch.setattr(font_sources, "MOST_TOGETHER", 5_000_000)
    with pytest.raises(NoFonts, match="more than 5 MB"):
        files_at(archive)
    monkeypatch.setattr(font_sources, "MOST_ENTRIES", 5)
    with pytest.raises(NoFonts, match="entries"):
        files_at(archive)


@pytest.mark.parametrize("mode", ["w:gz", "w:xz", "w"])
def test_a_tar_file_that_swells_is_refused_before_a_name_in_it_fills_the_memory(
    workplace: Path, monkeypatch: pytest.MonkeyPatch, mode: Literal["w:gz", "w:xz", "w"]
) -> None:
    path = workplace / "a.tar.gz"
    with tarfile.open(path, mode) as archive:
        entry = tarfile.TarInfo("n" * 3_000_000)
        entry.size = len(FONT)
        archive.addfile(entry, BytesIO(FONT))
        for number in range(9):
            entry = tarfile.TarInfo(f"{number}.ttf")
            entry.size = len(FONT)
            archive.addfile(entry, BytesIO(FONT))
    monkeypatch.setattr(font_sources, "MOST_TOGETHER", 2_000_000)
    with pytest.raises(NoFonts, match=r"too much|too large"):
        files_at(path)


def test_a_file_that_is_too_large_is_told_and_not_read(
    workplace: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(font_sources, "MOST_BYTES", 100_000)
    archive = zipped(workplace / "a.zip", {"big.ttf": b"\0" * 200_000, "small.ttf": FONT})
    assert main(["fonts", "add", str(archive)]) == 1
    assert "big.ttf: not added: it is too large" in capsys.readouterr().err
    assert [path.name for path in workplace.rglob("styles/**/*.ttf")] == ["small.ttf"]


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_archive_is_no_fault(workplace: Path, capsys: Capture, method: int) -> None:
    path = workplace / "a.zip"
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("a.ttf", FONT)
    content = bytearray(path.read_bytes())
    for at in range(60, 300, 7):
        content[at] ^= 0xFF
    path.write_bytes(content)
    assert main(["fonts", "add", str(path)]) == 2
    assert "a.zip cannot be read" in capsys.readouterr().err


def renamed(*changes: tuple[int, str]) -> bytes:
    """The font with other names."""
    font, output = TTFont(BytesIO(FONT)), BytesIO()
    for number, words in changes:
        font["name"].setName(words, number, 3, 1, 0x409)
    font.save(output)
    return output.getvalue()


def added(workplace: Path, files: Mapping[str, bytes]) -> Sequence[Path]:
    """What is below the folder of fonts once an archive was added."""
    main(["fonts", "add", str(zipped(workplace / "a.zip", files))])
    return sorted(path for path in (workplace / "styles/fonts").rglob("*") if path.is_file())


def test_the_names_of_a_font_mean_nothing_to_a_style_sheet_or_a_terminal(
    workplace: Path, capsys: Capture
) -> None:
    family = 'Evil */ @import "x.css"; /*\x1b[31m\u202e\n"; } *{color:red}'
    files = added(workplace, {"a.ttf": renamed((1, family), (13, "\x1b]0;title\x07"))})
    [sheet] = [path for path in files if path.suffix == ".css"]
    rules = sheet.read_text("utf-8")
    assert rules.count("*/") == rules.count("/*") == rules.count("{") == 1
    assert rules.count("\n") == 7
    said = capsys.readouterr()
    assert not [sign for sign in said.out + said.err if not sign.isprintable() and sign != "\n"]


def test_the_names_of_files_in_an_archive_mean_nothing_anywhere(workplace: Path, capsys: Capture) -> None:
    files = added(
        workplace,
        {
            'x"); } * { color: red } @x { a(".ttf': renamed((1, "One")),
            "../../../up.ttf": renamed((1, "Two")),
            "/root/y\n\x1b%2e%2e#?\\..\\z.ttf": renamed((1, "Three")),
            f"{'l' * 240}.ttf": renamed((1, "L" * 400)),
        },
    )
    assert len([path for path in files if path.suffix == ".ttf"]) == 4
    assert not [path for path in files if set(path.name) & set("\"\\{}'<>%#?\n\x1b;:*")]
    for sheet in (path for path in files if path.suffix == ".css"):
        rules = sheet.read_text("utf-8")
        assert rules.count("{") == rules.count("}") == 1
    assert "\x1b" not in capsys.readouterr().out
    assert not list(workplace.parent.rglob("up.ttf")) or list(workplace.rglob("up.ttf"))


def test_files_of_one_name_from_several_folders_are_kept_apart(workplace: Path) -> None:
    files = added(
        workplace,
        {
            "light/a.ttf": renamed((1, "One"), (2, "Regular")),
            "other/a.ttf": renamed((1, "Two"), (2, "Regular")),
            "light/OFL.txt": b"one licence",
            "other/OFL.txt": b"another",
        },
    )
    assert {path.read_bytes() for path in files if path.suffix == ".txt"} == {b"one licence", b"another"}
    assert {path.name for path in files if path.suffix == ".ttf"} == {"a.ttf", "a-2.ttf"}


@pytest.mark.parametrize("link", ["styles", "styles/fonts", "styles/fonts/bars"])
def test_no_font_is_written_through_a_link(workplace: Path, capsys: Capture, link: str) -> None:
    place = workplace / "work"
    outside = workplace / "outside"
    outside.mkdir()
    (place / link).parent.mkdir(parents=True)
    (place / link).symlink_to(outside)
    font = written(workplace, "a.ttf", renamed((1, "Bars")))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        assert main(["fonts", "add", str(font)]) != 0
    assert "leads out of" in capsys.readouterr().err
    assert not list(outside.iterdir())
