"""The style sheet of a web page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import ROOT, write_brief
from web_pages import BRIEFS, THEMES, manuscript_of

from issuebrief.compare import compare_web
from issuebrief.diagnostics.model import SourceRange
from issuebrief.pipeline.further_sheets import OF_FORMULAS
from issuebrief.publication import SHEET
from issuebrief.resources import SearchPath, search_path
from issuebrief.theming.theme import RIGHT_TO_LEFT, UPRIGHT, find_theme
from issuebrief.web.build import CHARTS, PUBLISHING
from issuebrief.web.stylesheet import SHEETS, for_letters, squeezed, style, vain_imports, web_sheets

if TYPE_CHECKING:
    from pathlib import Path

SEARCH_PATH = search_path(ROOT)


def sheet_of(theme: str, **front: object) -> str:
    manuscript, place = manuscript_of(BRIEFS["sample"], theme, **front)
    return style(manuscript.theme, manuscript.brief, place)


def test_every_file_of_the_web_styles_is_used() -> None:
    names = {path.relative_to(ROOT / "styles/web").as_posix() for path in ROOT.glob("styles/web/*.css")}
    of_some = {sheet.removeprefix("web/") for sheet in (compare_web.SHEET, CHARTS, PUBLISHING)}
    known = {*(f"{name}.css" for name in SHEETS), SHEET, RIGHT_TO_LEFT, UPRIGHT, OF_FORMULAS, *of_some}
    assert known == names


@pytest.mark.parametrize("theme", THEMES)
def test_a_themes_colours_and_faces_carry_over_and_its_sizes_of_paper_do_not(theme: str) -> None:
    found = find_theme(theme, SEARCH_PATH)
    assert found
    sheet = sheet_of(theme)
    for name in ("--brand", "--accent", "--ink", "--title-face", "--heading-face"):
        assert f"{name}:{found.tokens[name]};" in sheet
    assert "--grid" not in sheet and "--columns" not in sheet
    assert found.tokens["--text-size"] not in sheet


def test_a_briefs_own_accent_wins_over_the_themes() -> None:
    assert "--accent:#123456;" in sheet_of("isdp", accent="#123456")


def test_colours_change_by_night_on_screens_only() -> None:
    sheet = sheet_of("isdp")
    assert "@media screen and (prefers-color-scheme:dark){:root{" in sheet


def test_a_users_theme_may_have_a_file_for_the_web_and_colours_of_its_own(tmp_path: Path) -> None:
    themes = tmp_path / "styles/themes"
    themes.mkdir(parents=True)
    (themes / "house.css").write_text(":root { --brand: #224400; --highlight: #ffee00; --inset: 3mm }")
    own = tmp_path / "styles/web/themes"
    own.mkdir(parents=True)
    (own / "house.css").write_text("/* Ours. */\n.title { color: var(--highlight) }")
    place = SearchPath(SEARCH_PATH.templates, (tmp_path / "styles", *SEARCH_PATH.styles))
    theme = find_theme("house", place)
    manuscript, _ = manuscript_of(write_brief(tmp_path / "brief", "Text."))
    assert theme
    assert web_sheets(theme, place)[-1] == own / "house.css"
    sheet = style(theme, manuscript.brief, place)
    assert "--brand:#224400;" in sheet and "--highlight:#ffee00;" in sheet and "--inset" not in sheet
    assert sheet.endswith(".title{color: var(--highlight)}")


def test_a_theme_on_the_web_is_based_on_those_that_it_imports(tmp_path: Path) -> None:
    styles = tmp_path / "styles"
    sheets = {
        "themes/ours.css": '@import "theirs.css"; @import "../shared/base.css"; :root { --accent: #b00000 }',
        "themes/theirs.css": '@import "policy-note.css"; :root { --brand: #0000aa }',
        "shared/base.css": ":root { --tint: #ffeecc }",
        "web/themes/ours.css": ".title { color: red }",
        "web/themes/theirs.css": '@import "policy-note.css"; .title { color: blue }',
        "web/shared/base.css": ".title { color: green }",
    }
    for name, text in sheets.items():
        (styles / name).parent.mkdir(parents=True, exist_ok=True)
        (styles / name).write_text(text)
    place = SearchPath(SEARCH_PATH.templates, (styles, *SEARCH_PATH.styles))
    theme = find_theme("ours", place)
    assert theme
    names = [f"{sheet.parent.name}/{sheet.name}" for sheet in web_sheets(theme, place)]
    assert names[-4:] == ["themes/policy-note.css", "themes/theirs.css", "shared/base.css", "themes/ours.css"]
    assert len(set(names)) == len(names)
    (problem,) = vain_imports(theme, place)
    assert problem.message.startswith('@import "policy-note.css" is not read')
    assert problem.place == SourceRange(styles / "web/themes/theirs.css", 1, 1, 1, 8)


def test_comments_and_white_space_are_left_out() -> None:
    assert (
        squeezed("/* a */\np  {\n  color : red;\n  margin: 0 auto\n}\n/* b */")
        == "p{color : red;margin: 0 auto}"
    )


def test_for_the_letters_only_what_chooses_them_is_kept() -> None:
    css = "p { font: 1em a; color: red } .x { color: red } q::before { content: '«' }"
    css += "@media print { p { font-family: b } }"
    assert for_letters(css) == 'p {font: 1em a;}q::before {content: "«" ;}'
