"""A theme on pages of another size: all measures add up, and what a theme says itself stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import ROOT

from issuebrief.frontmatter.keys import value_types
from issuebrief.resources import search_path
from issuebrief.theming.design_tokens import resolved
from issuebrief.theming.page_sizes import LEAST_MEASURE, PAGE_SIZES
from issuebrief.theming.theme import find_theme
from issuebrief.theming.token_lengths import length_of
from issuebrief.units import MM_PER_PX

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

THEMES = ("isdp", "policy-note", "report")


def mm(token: str, tokens: Mapping[str, str]) -> float:
    """A token in mm."""
    length = length_of(resolved(f"var({token})", tokens))
    assert length is not None
    return length * MM_PER_PX


def tokens_of(theme: str, size: str = "", folder: Path = ROOT) -> Mapping[str, str]:
    """The tokens of a theme on pages of a size."""
    found = find_theme(theme, search_path(folder), page_size=size)
    assert found
    return found.tokens


@pytest.mark.parametrize("size", PAGE_SIZES)
@pytest.mark.parametrize("theme", THEMES)
def test_measures_add_up_to_the_page(theme: str, size: str) -> None:
    tokens = tokens_of(theme, size)
    width, height = PAGE_SIZES[size]
    assert (mm("--page-width", tokens), mm("--page-height", tokens)) == pytest.approx((width, height))
    across = 2 * mm("--margin-side", tokens) + mm("--sidebar-room", tokens) + mm("--text-width", tokens)
    assert across == pytest.approx(width, abs=0.01)
    assert height - 31 < mm("--text-foot", tokens) < height - 16
    assert tokens["--columns"] == "1" or mm("--measure", tokens) >= LEAST_MEASURE


@pytest.mark.parametrize("theme", THEMES)
def test_the_size_that_a_theme_is_made_for_changes_nothing(theme: str) -> None:
    assert tokens_of(theme, "a4") == tokens_of(theme)


@pytest.mark.parametrize("theme", THEMES)
def test_a_page_that_is_little_wider_keeps_the_columns(theme: str) -> None:
    plain, letter = tokens_of(theme), tokens_of(theme, "letter")
    for token in ("--measure", "--sidebar-width", "--column-gap", "--title-size"):
        assert mm(token, letter) == pytest.approx(mm(token, plain))


def test_columns_too_narrow_to_be_justified_become_one() -> None:
    assert [tokens_of("isdp", size)["--columns"] for size in PAGE_SIZES] == ["2", "2", "1", "2", "2"]


def own_theme(folder: Path, css: str) -> str:
    """A theme of a folder's own, after the one for policy notes."""
    (folder / "styles/themes").mkdir(parents=True)
    (folder / "styles/themes/ours.css").write_text(f'/* Ours. */\n@import "policy-note.css";\n{css}\n')
    return "ours"


def test_a_theme_names_its_size_and_what_it_sets_itself_stays(tmp_path: Path) -> None:
    name = own_theme(tmp_path, ":root { --page-size: a5; --sidebar-width: 30mm; --measure: 80mm }")
    tokens = tokens_of(name, folder=tmp_path)
    assert (mm("--page-width", tokens), mm("--page-height", tokens)) == pytest.approx((148, 210))
    assert (mm("--sidebar-width", tokens), mm("--measure", tokens)) == pytest.approx((30, 80))


def test_a_sheet_that_a_theme_measures_itself_is_left_alone(tmp_path: Path) -> None:
    name = own_theme(tmp_path, ":root { --page-width: 200mm; --page-height: 260mm }")
    tokens = tokens_of(name, folder=tmp_path)
    assert (mm("--page-width", tokens), mm("--page-height", tokens)) == pytest.approx((200, 260))
    assert mm("--page-width", tokens_of(name, "a4", tmp_path)) == pytest.approx(210)


def test_a_brief_has_another_size_than_its_theme(tmp_path: Path) -> None:
    name = own_theme(tmp_path, ":root { --page-size: a5; --sidebar-width: 30mm }")
    tokens = tokens_of(name, "letter", tmp_path)
    assert (mm("--page-width", tokens), mm("--page-height", tokens)) == pytest.approx((215.9, 279.4))


@pytest.mark.parametrize("size", ["", "letter", "a5"])
def test_without_a_sidebar_columns_and_margins_fill_the_page(size: str, tmp_path: Path) -> None:
    tokens = tokens_of(own_theme(tmp_path, ":root { --sidebar-side: none }"), size, tmp_path)
    assert resolved("var(--sidebar-width)", tokens) == "0mm"
    across = 2 * mm("--margin-side", tokens) + mm("--text-width", tokens)
    assert across == pytest.approx(mm("--page-width", tokens), abs=0.01)
    assert mm("--measure", tokens) > mm("--measure", tokens_of("policy-note", size))


def test_front_matter_knows_the_same_names() -> None:
    assert tuple(PAGE_SIZES) == value_types.PAGE_SIZES


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("A4", "a4"), ("US Letter", "letter"), ("DIN A5", "a5"), ("B5 (ISO)", "b5"), ("A3", ""), ("legal", "")],
)
def test_names_are_known_however_they_are_written(typed: str, meant: str) -> None:
    assert value_types.mend_page_size(typed) == meant
