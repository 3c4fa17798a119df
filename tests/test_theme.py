"""Themes: where they are found and what their tokens say."""

from __future__ import annotations

from pathlib import Path

from issuebrief.places import shelf
from issuebrief.problem import Place
from issuebrief.theme import find_theme, root_properties, theme_names, unknown_theme


def test_the_shipped_themes_are_found(tmp_path: Path) -> None:
    assert {"isdp", "policy-note"} <= set(theme_names(shelf(tmp_path)))


def test_a_themes_own_sheet_comes_last(tmp_path: Path) -> None:
    theme = find_theme("isdp", shelf(tmp_path))
    assert theme
    assert theme.sheets[-1].name == "isdp.css"
    assert theme.sheets[0].name == "fonts.css"


def test_the_users_theme_goes_before_the_shipped_one(tmp_path: Path) -> None:
    own = tmp_path / "styles" / "themes" / "isdp.css"
    own.parent.mkdir(parents=True)
    own.write_text(":root { --sidebar-side: right }")
    theme = find_theme("isdp", shelf(tmp_path))
    assert theme and theme.sheets[-1] == own
    assert theme.sidebar == "right"


def test_an_unknown_theme_is_answered_with_the_nearest(tmp_path: Path) -> None:
    place = Place(Path("brief.md"), 3, 8)
    assert find_theme("idsp", shelf(tmp_path)) is None
    problem = unknown_theme("idsp", shelf(tmp_path), place)
    assert problem.code == "theme.unknown" and problem.place == place
    assert problem.hint == "did you mean “isdp”?"


def test_a_name_like_no_other_is_answered_with_all(tmp_path: Path) -> None:
    problem = unknown_theme("zzz", shelf(tmp_path), Place(Path("brief.md")))
    assert "isdp" in problem.hint and "policy-note" in problem.hint


def test_only_root_rules_set_tokens() -> None:
    css = "/* x */ :root { --a: 1pt; color: red; --b: var(--a) } p { --c: 2pt }"
    assert dict(root_properties(css)) == {"--a": "1pt", "--b": "var(--a)"}


def test_the_two_shipped_themes_have_their_sidebars_on_different_sides(tmp_path: Path) -> None:
    sides = {name: find_theme(name, shelf(tmp_path)) for name in ("isdp", "policy-note")}
    assert {name: theme.sidebar for name, theme in sides.items() if theme} == {
        "isdp": "left",
        "policy-note": "right",
    }
