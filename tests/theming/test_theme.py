"""Themes: where they are found and what their tokens say."""

from __future__ import annotations

from pathlib import Path

import pytest
from setting import ROOT, job, told, write_brief

from issuebrief.diagnostics.model import SourceRange
from issuebrief.pipeline.build import set_brief
from issuebrief.resources import search_path
from issuebrief.theming.theme import find_theme, theme_names, unknown_theme


def test_the_shipped_themes_are_found(tmp_path: Path) -> None:
    assert {"isdp", "policy-note"} <= set(theme_names(search_path(tmp_path)))


def test_a_themes_own_sheet_comes_last(tmp_path: Path) -> None:
    theme = find_theme("isdp", search_path(tmp_path))
    assert theme
    assert theme.sheets[-1].name == "isdp.css"
    assert theme.sheets[0].name == "fonts.css"


def test_the_users_theme_goes_before_the_shipped_one(tmp_path: Path) -> None:
    own = tmp_path / "styles" / "themes" / "isdp.css"
    own.parent.mkdir(parents=True)
    own.write_text(":root { --sidebar-side: right }")
    theme = find_theme("isdp", search_path(tmp_path))
    assert theme and theme.sheets[-1] == own
    assert theme.sidebar == "right"


def test_an_unknown_theme_is_answered_with_the_nearest(tmp_path: Path) -> None:
    place = SourceRange(Path("brief.md"), 3, 8)
    assert find_theme("idsp", search_path(tmp_path)) is None
    problem = unknown_theme("idsp", search_path(tmp_path), place)
    assert problem.code == "theme.unknown" and problem.place == place.ending("")
    assert problem.hint == "did you mean “isdp”?"


def test_a_name_like_no_other_is_answered_with_all(tmp_path: Path) -> None:
    problem = unknown_theme("zzz", search_path(tmp_path), SourceRange(Path("brief.md")))
    assert "isdp" in problem.hint and "policy-note" in problem.hint


@pytest.mark.parametrize("name", ["x" * 5000, "../themes/isdp", "no\0name", "themes/../isdp"])
def test_a_name_that_no_file_has_is_no_theme_and_told_in_short(tmp_path: Path, name: str) -> None:
    assert find_theme(name, search_path(tmp_path)) is None
    problem = unknown_theme(name, search_path(tmp_path), SourceRange(Path("brief.md")))
    assert problem.code == "theme.unknown"
    assert len(problem.message) < 100


def test_a_theme_beside_the_brief_imports_a_shipped_one(tmp_path: Path) -> None:
    folder = tmp_path / "styles" / "themes"
    folder.mkdir(parents=True)
    (folder / "house.css").write_text('@import "isdp.css"; :root { --brand: #0b3d4f }', "utf-8")
    brief = write_brief(tmp_path, "The quay is old.", theme="house")
    assert "style.not-understood" not in " ".join(told(set_brief(job(brief, tmp_path)).problems))


def test_a_theme_takes_over_the_tokens_of_one_that_it_imports(tmp_path: Path) -> None:
    folder = tmp_path / "styles" / "themes"
    folder.mkdir(parents=True)
    (folder / "parent.css").write_text(":root { --sidebar-side: right; --accent: #00705f }", "utf-8")
    (folder / "child.css").write_text("@import url(parent.css); html { --brand: #0b3d4f }", "utf-8")
    (folder / "other.css").write_text('@import "policy-note.css"; html { --brand: #0b3d4f }', "utf-8")
    child, other, plain = (
        find_theme(name, search_path(tmp_path)) for name in ("child", "other", "policy-note")
    )
    assert child and other and plain
    assert child.sidebar == other.sidebar == "right"
    assert (child.tokens["--accent"], child.tokens["--brand"]) == ("#00705f", "#0b3d4f")
    assert other.tokens == {**plain.tokens, "--brand": "#0b3d4f"}


def test_the_side_of_the_sidebar_may_be_another_token(tmp_path: Path) -> None:
    own = tmp_path / "styles" / "themes" / "own.css"
    own.parent.mkdir(parents=True)
    own.write_text(":root { --hand: right; --sidebar-side: var(--hand) }", "utf-8")
    theme = find_theme("own", search_path(tmp_path))
    assert theme and theme.sidebar == "right"


def test_a_theme_tells_what_it_imports_in_vain(tmp_path: Path) -> None:
    own = tmp_path / "styles" / "themes" / "own.css"
    own.parent.mkdir(parents=True)
    own.write_text('@import "gone.css";', "utf-8")
    outcome = set_brief(job(write_brief(tmp_path / "brief", "Text.", theme="own"), tmp_path))
    assert told(outcome.problems) == ["own.css:1 style.import"]
    assert not outcome.written


def test_the_two_shipped_themes_have_their_sidebars_on_different_sides(tmp_path: Path) -> None:
    sides = {name: find_theme(name, search_path(tmp_path)) for name in ("isdp", "policy-note")}
    assert {name: theme.sidebar for name, theme in sides.items() if theme} == {
        "isdp": "left",
        "policy-note": "right",
    }


@pytest.mark.parametrize(
    ("lang", "slopes"),
    [("ja", False), ("zh-Hant-TW", False), ("hi", False), ("ar-Latn", True), ("en-GB", True), ("", True)],
)
def test_languages_whose_letters_do_not_slope_have_a_sheet_of_their_own(lang: str, slopes: bool) -> None:
    theme = find_theme("isdp", search_path(ROOT), lang)
    assert theme
    names = [sheet.name for sheet in theme.sheets]
    assert ("upright.css" not in names) is slopes
    assert ("east-asian.css" in names) is (lang[:2] in ("ja", "zh"))
