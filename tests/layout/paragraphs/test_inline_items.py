"""Which paragraphs are measured and composed, and which are left to WeasyPrint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from composing import compose, leaves, was_composed
from weasyprint.layout.percent import resolve_percentages

from issuebrief.layout.paragraphs.inline_items import NO_EDGES

if TYPE_CHECKING:
    from pathlib import Path


COMPOSED = [
    "plain",
    "some <i>emphasis</i> in it",
    "<b>a <i>b <code>c</code></i></b>",
    "<a href='#x'>link</a><sup style='position: static'>1</sup>",
    "one \u05d0\u05d1\u05d2 two",
    "one \u0627\u0644\u0639\u0631\u0628\u064a\u0629 two",
    "\U0001e900\U0001e901 \U0001e902",
    "one \u202etwo\u202c three",
]
LEFT_ALONE = {
    "a line break": "one<br>two",
    "a float": "one <span style='float: left'>two</span> three",
    "what is taken out of the flow": "one <span style='position: absolute'>two</span> three",
    "what is moved": "one <span style='position: relative; top: 1px'>two</span> three",
    "preserved spaces": "one <code style='white-space: pre'>t  wo</code> three",
    "unbreakable text": "one <span style='white-space: nowrap'>two three</span> four",
    "separators of lines": "one\u2028two\u2029three",
}


@pytest.mark.parametrize("body", COMPOSED)
def test_text_and_inline_boxes_are_composed(tmp_path: Path, body: str) -> None:
    assert all(was_composed(line) for line in compose(tmp_path, f"<p>{body}</p>").lines)


@pytest.mark.parametrize("body", LEFT_ALONE.values(), ids=LEFT_ALONE.keys())
def test_a_paragraph_with_anything_else_is_left_to_weasyprint_and_whole(tmp_path: Path, body: str) -> None:
    setting = compose(tmp_path, f"<p id=it>{body}</p>", "p { width: 200px }")
    plain = compose(tmp_path, f"<p id=it>{body}</p>", "p { width: 200px; --compose: greedy }")
    assert setting.texts == plain.texts
    assert not any(was_composed(line) for line in setting.lines if line.element.get("id") == "it")


def test_a_block_in_the_line_keeps_its_words_and_its_place(tmp_path: Path) -> None:
    body = "<p>one <span style='display: inline-block'>two</span> three</p>"
    setting = compose(tmp_path, body, "p { width: 200px }")
    assert setting.texts == compose(tmp_path, body, "p { width: 200px; --compose: greedy }").texts


def test_a_box_of_text_has_the_edges_that_weasyprint_would_give_it(tmp_path: Path) -> None:
    setting = compose(tmp_path, "<p>one <i>two</i></p>", "p { width: 200px } i { padding: 3px; margin: 1px }")
    for leaf in leaves(setting.lines[0]):
        box = leaf.copy()
        resolve_percentages(box, (200, "auto"))
        assert NO_EDGES.items() <= vars(box).items()
