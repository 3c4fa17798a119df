"""Single pages, drawn to be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
from revisions import layout_input_for
from setting import job, paragraph, write_brief

from issuebrief.layout import engine
from issuebrief.pdf.page_preview import dead_links, proof
from issuebrief.pipeline.read import read

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.engine.pages import Pages
    from issuebrief.frontmatter.source import Source


def set_pages(folder: Path, body: str) -> tuple[Pages, Source]:
    work = job(write_brief(folder, body))
    pages, problems = engine.lay_out(layout_input_for(work))
    manuscript, _ = read(work)
    assert pages and manuscript, problems
    return pages, manuscript.source


def said(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    return [page.get_textpage().get_text_bounded() for page in document]


def test_a_proof_is_one_page_and_says_what_stands_on_it(tmp_path: Path) -> None:
    pages, source = set_pages(tmp_path, "\n\n".join(paragraph(number) for number in range(1, 14)))
    assert len(pages) > 1
    first, second = (proof(pages, page, source) for page in pages.document.pages[:2])
    ((one,), (two,)) = said(first.content), said(second.content)
    assert "Entry 1 begins" in one
    assert "Entry 13" in two
    assert (first.problems, second.problems) == ((), ())


def test_a_page_is_drawn_the_same_each_time(tmp_path: Path) -> None:
    pages, source = set_pages(tmp_path, paragraph(1))
    page = pages.document.pages[0]
    assert proof(pages, page, source).content == proof(pages, page, source).content


def test_a_link_to_another_page_is_not_dead(tmp_path: Path) -> None:
    text = "\n\n".join(paragraph(number) for number in range(1, 14))
    pages, source = set_pages(tmp_path, f"A note.[^a]\n\n{text}\n\n[^a]: Said there.")
    assert [problem for page in pages.document.pages for problem in proof(pages, page, source).problems] == []
    assert dead_links(pages, source) == ()
    last = pages.document.pages[-1]
    last.anchors.clear()
    assert [problem.code for problem in dead_links(pages, source)] == ["links.dead"]
