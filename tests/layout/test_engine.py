"""From HTML and style sheets to pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from issuebrief.engine.pages import LayoutInput, Pages
from issuebrief.layout.engine import lay_out

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic


def laid_out(
    folder: Path, body: str, *sheets: str, allow_network: bool = False
) -> tuple[Pages | None, tuple[Diagnostic, ...]]:
    paths = []
    for number, css in enumerate(sheets):
        paths.append(folder / f"sheet-{number}.css")
        paths[-1].write_text(css)
    html = f'<html lang="en"><head><title>T</title></head><body>{body}</body></html>'
    return lay_out(
        LayoutInput(html, folder / "brief.md", tuple(paths), (folder,), allow_network=allow_network)
    )


def test_pages_are_counted(tmp_path: Path) -> None:
    pages, problems = laid_out(tmp_path, "<p>One</p><p style='break-before: page'>Two</p>")
    assert problems == ()
    assert pages and len(pages) == 2


def test_an_empty_text_is_one_page(tmp_path: Path) -> None:
    pages, problems = laid_out(tmp_path, "")
    assert pages and len(pages) == 1 and problems == ()


def test_later_sheets_go_before_earlier_ones(tmp_path: Path) -> None:
    pages, _ = laid_out(tmp_path, "", "@page { size: 100px 100px; margin: 0 }", "@page { size: 200px 50px }")
    assert pages
    page = pages.document.pages[0]
    assert (page.width, page.height) == (200, 50)


def test_a_sheet_with_an_error_is_told_and_nothing_is_laid_out(tmp_path: Path) -> None:
    pages, (problem,) = laid_out(tmp_path, "<p>x", "p { color: red }", "p {\n  widows: many }")
    assert pages is None
    assert problem.code == "style.not-understood"
    assert problem.place and (problem.place.path.name, problem.place.line) == ("sheet-1.css", 2)


def test_the_errors_of_all_sheets_are_told_together(tmp_path: Path) -> None:
    _, problems = laid_out(tmp_path, "<p>x", "p { a-b: 1; c-d: 2 }", "p { e-f: 3 }")
    names = [problem.place.path.name for problem in problems if problem.place]
    assert names == ["sheet-0.css", "sheet-0.css", "sheet-1.css"]


def test_a_sheet_is_read_relative_to_itself(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "size.css").write_text("@page { size: 300px 300px }")
    pages, problems = laid_out(tmp_path, "", "@import url(more/size.css);")
    assert problems == ()
    assert pages and pages.document.pages[0].width == 300


@pytest.mark.parametrize("css", ["@import url(../outside.css);", "@import url(missing.css);"])
def test_a_sheet_that_cannot_be_imported_is_told(tmp_path: Path, css: str) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "outside.css").write_text("@page { size: 300px 300px }")
    pages, problems = laid_out(tmp_path / "inner", "", css)
    assert problems and problems[0].place and problems[0].place.path.name == "sheet-0.css"
    assert pages is None


def test_a_picture_that_cannot_be_loaded_is_told(tmp_path: Path) -> None:
    _, problems = laid_out(tmp_path, '<img src="gone.png" alt="x">')
    assert [problem.code for problem in problems] == ["resources.not-loaded"]


def test_a_sheet_that_is_not_utf_8_does_not_stop_anything(tmp_path: Path) -> None:
    path = tmp_path / "own.css"
    path.write_bytes("/* Überschrift */ @page { size: 100px 100px; margin: 0 }".encode("latin-1"))
    pages, problems = lay_out(LayoutInput("<html lang=en><p>x", tmp_path / "brief.md", (path,), (tmp_path,)))
    assert problems == () and pages and pages.document.pages[0].width == 100


ASIDES = (
    "aside { position: absolute; top: 0; left: 0; width: 80px; height: 700px } :root { --grid: 10px } "
    "main { margin-left: 100px }"
)


def test_a_text_whose_sidebars_cannot_be_made_long_enough_is_told(tmp_path: Path) -> None:
    body = "<main><p>Text.</p>" + '<aside class="pull-quote">Quote</aside>' * 3 + "</main>"
    pages, (problem,) = laid_out(tmp_path, body, ASIDES)
    assert pages is None
    assert problem.code == "sidebar.overfull"
    assert ".spare-line" in problem.hint


def test_a_text_whose_sidebars_are_too_short_gets_spare_lines(tmp_path: Path) -> None:
    body = "<main><p>Text.</p>" + '<aside class="pull-quote">Quote</aside>' * 3 + "</main>"
    pages, problems = laid_out(tmp_path, body, ASIDES, ".spare-line { height: 10px }")
    assert problems == ()
    assert pages and len(pages) == 3


def test_a_line_that_is_never_to_be_broken_is_no_loss(tmp_path: Path) -> None:
    title = "<p style='white-space: nowrap; text-align: right'>Four words that stay together</p>"
    _, problems = laid_out(tmp_path, title, ":root { --compose: total-fit }")
    assert problems == ()


def test_a_picture_that_a_sheet_names_in_vain_is_told_at_its_line_there(tmp_path: Path) -> None:
    _, problems = laid_out(tmp_path, "<p>One", "p { color: red }\np { background: url(none.png) }")
    (problem,) = problems
    assert (problem.code, problem.place and problem.place.line) == ("resources.not-loaded", 2)
    assert problem.place and problem.place.path.name == "sheet-0.css"
    assert problem.message.startswith("the picture none.png is not used")


def test_what_the_layout_says_of_a_grid_is_told_where_it_is_asked_for(tmp_path: Path) -> None:
    css = "div { display: grid }\nsection { display: grid; grid-template-columns: subgrid }"
    _, (problem,) = laid_out(tmp_path, "<div><section><p>One</p></section></div>", css)
    assert (problem.code, problem.place and problem.place.line) == ("engine.message", 2)
