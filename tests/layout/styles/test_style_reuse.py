"""The styles of blocks that were exchanged, and the elements whose styles are others."""

from __future__ import annotations

from typing import Any

import pytest
from cssselect2 import ElementWrapper
from weasyprint import CSS, HTML
from weasyprint.css import get_all_computed_styles

from issuebrief.layout.styles.style_reuse import restyled, styles_handed_on

CSS_TEXT = "p { color: red } p em::before { content: 'x' } body:has(b) h2 { color: blue }"
SHEET = CSS(string=CSS_TEXT)


def styled(body: str, html: Any = None) -> tuple[Any, Any]:
    """The tree of a text, or one that is given, and its styles."""
    page = HTML(string=f"<body>{body}") if html is None else html
    page.wrapper_element = ElementWrapper.from_html_root(page.etree_element)
    return page, get_all_computed_styles(page, user_stylesheets=[SHEET])


def test_a_block_has_the_styles_of_the_one_that_it_stands_for() -> None:
    page, style_for = styled("<p>One <em>two</em>")
    other = HTML(string="<body><p>Three <em>four</em>").etree_element.find(".//p")
    block = page.etree_element.find(".//p")
    before = {
        (element.tag, pseudo): style_for(element, pseudo)
        for element in block.iter()
        for pseudo in (None, "before")
    }
    size = len(style_for.get_computed_styles())
    with styles_handed_on(style_for, [(block, other)]):
        assert style_for(block) is style_for(other)
    for element in other.iter():
        for pseudo in (None, "before"):
            assert style_for(element, pseudo) is before[element.tag, pseudo]
    assert style_for(block) is None
    assert len(style_for.get_computed_styles()) == size


def test_an_exception_leaves_the_styles_as_they_were() -> None:
    page, style_for = styled("<p>One <em>two</em>")
    other = HTML(string="<body><p>Three <em>four</em>").etree_element.find(".//p")
    before = dict(style_for.get_computed_styles())
    with (
        pytest.raises(ZeroDivisionError),
        styles_handed_on(style_for, [(page.etree_element.find(".//p"), other)]),
    ):
        raise ZeroDivisionError
    assert style_for.get_computed_styles() == before


def test_elements_to_which_other_declarations_apply_are_found_however_far_they_are() -> None:
    page, before = styled('<h2>Head</h2><p style="--a: 1px">One</p><p>Two</p>')
    elements = list(page.etree_element.iter())
    _, after = styled("", page)
    assert restyled(before, after, elements) == []
    body = page.etree_element.find("body")
    body[-1].append(page.etree_element.makeelement("b", {}))
    _, after = styled("", page)
    changed = restyled(before, after, elements)
    assert [element.tag for element in changed] == ["h2"]
