"""What elements do beyond themselves."""

from __future__ import annotations

from typing import Any

import pytest
from weasyprint import CSS, HTML
from weasyprint.css import get_all_computed_styles

from issuebrief.layout.styles.global_effects import counts_pages, effects, repeats


def styles(css: str, body: str = "<p>One <em>two</em>") -> tuple[Any, Any]:
    page = HTML(string=f"<body>{body}")
    return page.etree_element.find("body"), get_all_computed_styles(page, [CSS(string=css)])


@pytest.mark.parametrize(
    "css",
    [
        "em { counter-increment: n }",
        "em { counter-reset: list-item 3 }",
        "em { string-set: head content() }",
        "em { position: running(head) }",
        "em { float: footnote }",
        "em::after { content: close-quote }",
    ],
)
def test_what_reaches_further_is_told(css: str) -> None:
    body, style_for = styles(css)
    assert len(effects(body.iter(), style_for)) == 1


def test_what_stays_where_it_is_is_not() -> None:
    body, style_for = styles(
        "em { position: relative; color: red }", "<p>One <em>two</em><ul><li>a<li>b</ul>"
    )
    assert effects(body.iter(), style_for) == ()
    assert (repeats(style_for), counts_pages(style_for)) == (False, False)


@pytest.mark.parametrize("content", ["target-text('#a')", "'p. ' target-counter('#a', page)"])
def test_what_is_said_again_elsewhere_is_told(content: str) -> None:
    assert repeats(styles(f"em::after {{ content: {content} }}")[1])


def test_the_number_of_pages_is_told() -> None:
    assert counts_pages(styles("em::after { content: counter(pages) }")[1])
    assert not counts_pages(styles("em::after { content: counter(page) }")[1])
