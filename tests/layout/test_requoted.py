"""Pull-quotes that are set smaller on finished pages are as they would be if all were laid out once more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from revisions import flat, layout_input_for
from setting import job, paragraph, write_brief
from weasyprint import HTML
from weasyprint.css.counters import CounterStyle

from issuebrief.layout import engine
from issuebrief.layout.fonts.font_set import FontSet
from issuebrief.layout.paragraphs.composer import Composer
from issuebrief.layout.requoted import requoted
from issuebrief.layout.respaced import styles_now
from issuebrief.layout.sidebar.set_again import add_classes
from issuebrief.layout.styles.sheet_loading import load_styles
from issuebrief.layout.theme_loading import base_url_of, fetcher_of
from issuebrief.linebreak.hyphens import OwnDivisions
from issuebrief.theming.font_faces import faces_in
from issuebrief.theming.style_sheets import read_rules

if TYPE_CHECKING:
    from pathlib import Path

Boxes = list[list[tuple[Any, ...]]]
SAID = "The crew counts the passengers twice and writes the lower number down."
BODY = "\n\n".join(f"{paragraph(number)} [Number {number}. {SAID}]{{.pull-quote}}" for number in range(9))


def boxes_of(layout: Any) -> Boxes:
    return [list(flat(engine.page_of(box))) for box in layout.pages]


def tried(folder: Path, css: str, size: str, **front: Any) -> tuple[bool, Boxes, Boxes, Boxes]:
    """Whether quotes were laid out again; the boxes before, those after, and those of a whole layout."""
    layout_input = layout_input_for(job(write_brief(folder, BODY, **front)))
    html_text = layout_input.html.replace("</head>", f"<style>{css}</style></head>")
    fetcher, fonts, counters = fetcher_of(layout_input), FontSet(), CounterStyle()
    rules = read_rules(layout_input.styles, layout_input.folders)
    styles, _ = load_styles(layout_input, rules, fetcher, counters)
    fonts.load(faces_in(rules.found, layout_input.folders), fetcher)

    with engine.engine_at_work():
        html = HTML(string=html_text, base_url=base_url_of(layout_input), url_fetcher=fetcher)
        composer = Composer(own=OwnDivisions(layout_input.hyphenation))
        layout = engine._page_boxes(html, styles, fonts, counters, composer)
        usual = boxes_of(layout)
        before = styles_now(html, layout.context.style_for, ())
        quotes = [element.get("id") for element in html.etree_element.iter("aside") if element.get("id")]
        wanted = dict.fromkeys(quotes[1::2], size)
        add_classes(html.etree_element, wanted)
        with engine.setting(composer, layout.filler):
            is_done = requoted(html, layout, before, wanted)
        whole = engine._page_boxes(html, styles, fonts, counters, Composer(own=composer.own))
        return is_done is not None, usual, boxes_of(layout), boxes_of(whole)


@pytest.mark.parametrize(
    ("theme", "side", "size"),
    [("isdp", "left", "long"), ("policy-note", "right", "crowded"), ("report", "outer", "crowded")],
)
def test_smaller_quotes_are_the_same_as_those_of_a_whole_layout(
    tmp_path: Path, theme: str, side: str, size: str
) -> None:
    is_done, usual, again, whole = tried(tmp_path, f":root {{ --sidebar-side: {side} }}", size, theme=theme)
    assert is_done
    assert again == whole != usual


@pytest.mark.parametrize(
    "css",
    [
        ".pull-quote.long + p { text-indent: 2em }",
        "main:has(.pull-quote.long) { color: red }",
        ".pull-quote.long { position: static }",
        "main { position: relative }",
        ".pull-quote.long { counter-increment: section }",
    ],
)
def test_where_a_size_changes_more_than_the_quotes_nothing_is_done(tmp_path: Path, css: str) -> None:
    is_done, usual, again, _ = tried(tmp_path, css, "long")
    assert not is_done
    assert again == usual
