"""A theme of a house that bears the name of a shipped one, and imports it under that name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from setting import paragraph, write_brief

from issuebrief.job import Job
from issuebrief.layout import engine
from issuebrief.pipeline.set_pages import set_pages
from issuebrief.pipeline.stopwatch import Stopwatch
from issuebrief.resources import search_path
from issuebrief.theming.theme import find_theme

if TYPE_CHECKING:
    from pathlib import Path

OWN = '/* Ours. */\n@import "policy-note.css";\n:root { --brand: #8a2be2 }\n'


def own_theme(folder: Path, text: str = OWN) -> Path:
    sheet = folder / "styles/themes/policy-note.css"
    sheet.parent.mkdir(parents=True, exist_ok=True)
    sheet.write_text(text, "utf-8")
    return sheet


def test_a_theme_that_imports_its_own_name_inherits_the_shipped_one(tmp_path: Path) -> None:
    sheet = own_theme(tmp_path)
    theme = find_theme("policy-note", search_path(tmp_path))
    assert theme
    assert theme.problems == ()
    assert theme.sheets[-1] == sheet
    assert theme.tokens["--brand"] == "#8a2be2"
    assert (theme.tokens["--columns"], theme.sidebar) == ("1", "right")


def test_the_engine_reads_the_shipped_theme_too(tmp_path: Path) -> None:
    own_theme(tmp_path)
    brief = write_brief(tmp_path / "brief", paragraph(1), theme="policy-note")
    found = set_pages(Job(brief, (), search_path(tmp_path)), Stopwatch(), engine.lay_out)
    assert found.problems == ()
    assert found.pages
    html = found.pages.document.pages[0]._page_box.children[0]
    text = next(box for box in html.descendants() if box.element_tag == "p")
    # The note's text is ragged, that of the default theme justified.
    assert text.style["text_align_all"] in ("left", "start")


def test_another_theme_that_imports_the_name_gets_both(tmp_path: Path) -> None:
    own_theme(tmp_path)
    (tmp_path / "styles/themes/green.css").write_text('@import "policy-note.css";\n', "utf-8")
    theme = find_theme("green", search_path(tmp_path))
    assert theme
    assert theme.problems == ()
    assert (theme.tokens["--brand"], theme.tokens["--columns"]) == ("#8a2be2", "1")


def test_two_themes_that_import_each_other_are_refused_as_before(tmp_path: Path) -> None:
    own_theme(tmp_path, '@import "green.css";\n')
    (tmp_path / "styles/themes/green.css").write_text('@import "policy-note.css";\n', "utf-8")
    theme = find_theme("green", search_path(tmp_path))
    assert theme
    assert [problem.code for problem in theme.problems] == ["style.import"]


def test_a_draft_stands_in_place_of_a_file_that_need_not_be_there(tmp_path: Path) -> None:
    sheet = tmp_path / "styles/themes/policy-note.css"
    (tmp_path / "styles").mkdir()
    search = search_path(tmp_path)
    brief = write_brief(tmp_path / "brief", paragraph(1), theme="policy-note")
    job = Job(brief, (), search, drafts={sheet: OWN.replace("#8a2be2", "#006400")})
    found = set_pages(job, Stopwatch(), engine.lay_out)
    assert found.problems == ()
    assert found.manuscript
    assert found.manuscript.theme.tokens["--brand"] == "#006400"
    assert not sheet.exists()
