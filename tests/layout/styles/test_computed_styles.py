"""Styles computed with less work: they are those of WeasyPrint, and what is alike shares one."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from weasyprint import CSS, HTML
from weasyprint.css import StyleFor
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.css.targets import TargetCollector

from issuebrief.layout.styles.computed_styles import quick_styles

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from issuebrief.engine.protocols import StyleFor as Styles

PAGE = """
<html lang="en"><body id="top"><h1 id="a">One</h1><p class="odd" dir="rtl">two <em>three</em></p>
<ol start="3"><li id="x">four <em>five</em></li><li id="y" value="9">six <em>seven</em></li></ol>
<div style="width: calc(100% - 2em)"><p>eight <a href="#x" lang="de">nine</a></p>
<p>ten <b>eleven</b></p></div>
<table><tr><td>twelve</td><td>13</td></tr></table></body></html>
"""
SHEET = """
:root { --gap: 7px; --wide: calc(2 * var(--gap)); color: #123; text-indent: calc(1em + 5%) }
p { margin-inline-start: var(--wide); padding-block-end: 3px; text-decoration: underline }
.odd { margin: 1px; border-inline-start: thin solid; page: other }
em { color: inherit; margin: inherit; --gap: 9px; padding-left: var(--gap) }
li::before { content: "x"; border-top-style: solid }
li::marker { color: red }
b { color: initial; position: absolute } td { counter-reset: inherit; width: min(3em, 20%) }
"""


def styles_of(manner: AbstractContextManager[None]) -> tuple[Styles, dict[tuple[int, Any], dict[str, str]]]:
    """The styles of the page, and all values of each, by the element's number and its pseudo-element."""
    html = HTML(string=PAGE)
    numbers = {element: number for number, element in enumerate(html.etree_element.iter())}
    with manner:
        sheets = [
            (html._ua_stylesheets(forms=False)[0], "user agent", None),
            (CSS(string=SHEET), "author", None),
        ]
        styles = StyleFor(html, sheets, False, None, TargetCollector())
        names = [*INITIAL_VALUES, "__gap", "__wide"]
        values = {
            (numbers[element], pseudo): {name: repr(styles(element, pseudo)[name]) for name in names}
            for element, pseudo in styles.get_computed_styles()
        }
    return styles, values


def test_all_values_of_all_styles_are_those_of_weasyprint() -> None:
    _, plain = styles_of(nullcontext())
    styles, quick = styles_of(quick_styles())
    assert len(plain) > 100
    assert quick == plain
    assert len({id(style) for style in styles.get_computed_styles().values()}) < len(plain)


def test_the_same_words_in_two_items_of_a_list_share_a_style_and_the_items_keep_their_own() -> None:
    styles, _ = styles_of(quick_styles())
    found = styles.get_computed_styles()
    items = [element for element, pseudo in found if pseudo is None and element.tag == "li"]
    first, second = (found[item, None] for item in items)
    assert (first["anchor"], second["anchor"]) == ("x", "y")
    assert found[items[0][0], None] is found[items[1][0], None]
    assert found[items[0], "marker"] is found[items[1], "marker"]
