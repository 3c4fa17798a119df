"""What is loaded stays for as long as its files are the same; the fonts stay when only styles change."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from composing import FONTS
from revisions import RevisionCheck, small_layout_input

from issuebrief.engine.pages import LayoutInput
from issuebrief.layout.incremental import stylesheet_cache
from issuebrief.layout.incremental.layout_cache import LayoutCache
from issuebrief.layout.incremental.stylesheet_cache import load, stamps

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.layout.incremental.stylesheet_cache import StylesheetCache

BODY = "<p>Salt gets into the charts, the bread and the conversation.</p>" * 3
FACE = "@font-face {{ font-family: {}; src: url({}) }}"
STYLE = ":root { --compose: total-fit } html { font: 10px/10px Other, Serif; hyphens: auto }"


def loaded(layout_input: LayoutInput, before: StylesheetCache | None = None) -> StylesheetCache:
    found, problems = load(layout_input, before)
    assert found is not None, problems
    assert problems == ()
    return found


@pytest.fixture
def font(tmp_path: Path) -> Path:
    """A font beside the brief."""
    copy = tmp_path / "own.otf"
    shutil.copy(FONTS / "source-sans/SourceSans3-Regular.otf", copy)
    return copy


def test_nothing_is_read_again_where_nothing_has_changed(tmp_path: Path) -> None:
    first = loaded(small_layout_input(tmp_path, BODY))
    assert loaded(small_layout_input(tmp_path, BODY + BODY), first) is first


def test_another_style_leaves_the_fonts_and_what_was_measured(tmp_path: Path) -> None:
    first = loaded(small_layout_input(tmp_path, BODY))
    second = loaded(small_layout_input(tmp_path, BODY, "p { color: red }"), first)
    assert second is not first
    assert (second.theme.fonts, second.break_cache) == (first.theme.fonts, first.break_cache)
    assert second.theme.styles != first.theme.styles


@pytest.mark.parametrize("change", ["written", "added", "removed", "another rule"])
def test_another_font_makes_all_fonts_new(tmp_path: Path, font: Path, change: str) -> None:
    face = FACE.format("Other", font.as_uri())
    first = loaded(small_layout_input(tmp_path, BODY, face))
    css = {"removed": "", "another rule": face.replace("Other", "Others")}.get(change, face)
    if change == "written":
        shutil.copy(FONTS / "source-sans/SourceSans3-It.otf", font)
    elif change == "added":
        css += FACE.format("Third", font.as_uri())
    second = loaded(small_layout_input(tmp_path, BODY, css), first)
    assert second.theme.fonts is not first.theme.fonts
    assert second.break_cache is not first.break_cache


def test_pages_are_as_if_all_had_been_loaded_anew(tmp_path: Path, font: Path) -> None:
    face = FACE.format("Other", font.as_uri())
    stand = RevisionCheck()
    for css in (
        STYLE,
        STYLE + "p { font-size: 12px; text-align: justify }",
        face + STYLE,
        face + STYLE + "p { letter-spacing: 1px; hyphens: none }",
        STYLE,
        STYLE.replace("total-fit", "greedy"),
        face + STYLE + "p { overflow-wrap: anywhere; margin: 0 90px }",
    ):
        stand.set(small_layout_input(tmp_path, BODY, css))


def test_a_mistake_in_a_style_is_told_and_the_fonts_stay(tmp_path: Path) -> None:
    stand = RevisionCheck()
    stand.set(small_layout_input(tmp_path, BODY))
    kept = stand.cache._loaded
    assert kept
    for _ in range(2):
        stand.set(small_layout_input(tmp_path, BODY, "p { colour: red }"))
        assert stand.pages is None
    stand.set(small_layout_input(tmp_path, BODY, "p { color: red }"))
    assert stand.pages
    again = stand.cache._loaded
    assert again is not None and again is not kept
    assert again.theme.fonts is kept.theme.fonts


def test_a_font_that_is_no_font_is_told_until_it_is_one(tmp_path: Path, font: Path) -> None:
    content = font.read_bytes()
    font.write_text("no font", "utf-8")
    face, told = FACE.format("Other", font.as_uri()), []
    kept = loaded(small_layout_input(tmp_path, BODY))
    for css in (face, face, face + "p { color: red }"):
        found, problems = load(small_layout_input(tmp_path, BODY, css), kept)
        assert found is None
        told.append([problem.message for problem in problems])
    assert told[0]
    assert told == [told[0]] * 3
    font.write_bytes(content)
    assert loaded(small_layout_input(tmp_path, BODY, face), kept).theme.fonts is not kept.theme.fonts


def test_a_picture_with_the_time_and_size_of_another_is_another(tmp_path: Path) -> None:
    picture = tmp_path / "wall.svg"
    picture.write_text("<svg/>", "utf-8")
    state = picture.stat()
    first = loaded(small_layout_input(tmp_path, BODY))
    picture.write_text("<gvs/>", "utf-8")
    os.utime(picture, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert loaded(small_layout_input(tmp_path, BODY), first) is not first


@pytest.mark.parametrize("name", [".brief.md.swp", "brief.md~", "brief.pdf", "node_modules/a.css"])
def test_what_programs_leave_beside_a_brief_is_no_file_of_it(tmp_path: Path, name: str) -> None:
    first = loaded(small_layout_input(tmp_path, BODY))
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("left", "utf-8")
    assert loaded(small_layout_input(tmp_path, BODY), first) is first


def test_faces_of_styles_long_gone_are_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand, kept, most = LayoutCache(), set(), 12
    monkeypatch.setattr(stylesheet_cache, "MOST_FACES", most)
    for number in range(most + 6):
        sheet = small_layout_input(
            tmp_path, "<p>Word</p>", f"{STYLE} p {{ font-size: {10 + number / 100}px }}"
        )
        stand.lay_out(sheet)
        assert stand._loaded
        kept.add(id(stand._loaded.break_cache.metrics))
        assert stand._loaded.break_cache.metrics.faces <= most + 5
    assert len(kept) == 2


def test_a_folder_within_another_is_looked_into_once(tmp_path: Path) -> None:
    (tmp_path / "styles/themes").mkdir(parents=True)
    (tmp_path / "styles/.venv/theme").mkdir(parents=True)
    names = ("styles/base.css", "styles/themes/a.css", "styles/.venv/theme/b.css", "styles/.venv/c.css")
    sheets = tuple(tmp_path / name for name in names)
    for sheet in sheets:
        sheet.write_text("p {}", "utf-8")
    source = tmp_path / "brief/brief.md"
    source.parent.mkdir()
    found = stamps(LayoutInput("", source, sheets[:3], (tmp_path / "styles",)))
    assert [stamp.path for stamp in found] == [*map(str, sheets[:3])]
