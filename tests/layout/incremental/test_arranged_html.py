"""HTML arranged as text says what the tree arranged would say."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from revisions import layout_input_for
from setting import ROOT, job
from weasyprint import HTML

from issuebrief.layout.end_matter import arrange
from issuebrief.layout.incremental.arranged_html import arranged_html
from issuebrief.pagination.end_fits import Fit

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


@pytest.fixture(scope="module")
def page() -> str:
    return layout_input_for(job(ROOT / "content/return-to-the-moon/brief.md", ROOT)).html


def said(html: Any) -> list[tuple[str, dict[str, str], str]]:
    """All elements in their order, with their attributes and what they say first."""
    root: Element = html.etree_element
    return [(str(one.tag), dict(one.attrib), (one.text or "").strip()) for one in root.iter()]


@pytest.mark.parametrize(
    "fit",
    [
        Fit(white, notes_first, shape)
        for white, notes_first, shape in product(
            ("", "tight tighter"), (False, True), ("", "stacked", "unequal")
        )
    ],
    ids=str,
)
def test_it_says_what_the_tree_says_that_is_arranged(page: str, fit: Fit) -> None:
    arranged = arranged_html(page, fit)
    assert arranged is not None
    tree = HTML(string=page)
    arrange(tree, fit)
    assert said(HTML(string=arranged)) == said(tree)


def test_as_usual_it_is_the_same(page: str) -> None:
    assert arranged_html(page, Fit()) == page


def test_boxes_of_several_authors_keep_their_shape(page: str) -> None:
    several = page.replace('<div class="boxes">', '<div class="boxes several">')
    assert arranged_html(several, Fit(boxes="stacked")) == several


@pytest.mark.parametrize(
    ("of", "put"), [('<section class="end">', '<section class="end own">'), ("</body>", "<p>Ends</p></body>")]
)
def test_what_a_template_puts_otherwise_is_not_arranged(page: str, of: str, put: str) -> None:
    assert arranged_html(page.replace(of, put), Fit(notes_first=True)) is None
