"""Blocks of the sidebar that are set once more, otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring, tostring

import pytest
from green_drawings import drawing, drawn
from setting import facts_of, paragraph

from issuebrief.layout.sidebar.set_again import add_classes, with_classes

if TYPE_CHECKING:
    from pathlib import Path

POINTS = [f"Point {n} says at some length what there is to be said, and says it once more." for n in range(4)]


def test_a_caption_whose_sidebar_is_full_is_set_below_its_figure(tmp_path: Path) -> None:
    drawing(tmp_path, 900, 60)
    body = f"![Bars](a.svg)\n:   A caption.\n\n{paragraph(1, 20)}"
    facts = facts_of(tmp_path, body, theme="report", page_size="a5", key_points=POINTS)
    ((page, left, _, _, bottom),) = drawn(facts)
    caption = next(line for line in facts.on(page) if "A caption" in line.text)
    assert caption.baseline > bottom
    assert caption.left == pytest.approx(left, abs=1)


PART = '<div class="part"><figcaption>One</figcaption></div>'
FIGURE = '<figure class="wide" id="{}">{}<figcaption>All</figcaption></figure>'


def test_a_figure_gives_the_class_to_its_own_caption() -> None:
    html = f"<main>{FIGURE.format('a', PART)}{FIGURE.format('b', PART)}</main>"
    long = FIGURE.replace("<figcaption>", '<figcaption class="long">').format("b", PART)
    assert with_classes(html, {"b": "long"}) == html.replace(FIGURE.format("b", PART), long)
    tree = fromstring(html)
    add_classes(tree, {"b": "long"})
    assert tostring(tree, "unicode") == with_classes(html, {"b": "long"})
