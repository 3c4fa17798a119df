"""Boxes of a line put where they are seen, held to Pango's order of the same text in one box."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from composing import compose, leaves
from examples import further
from weasyprint.text.ffi import ffi
from weasyprint.text.line_break import create_layout

from issuebrief.layout.paragraphs.text_levels import text_levels
from issuebrief.layout.paragraphs.visual_order import start_of

if TYPE_CHECKING:
    from pathlib import Path

MIRRORED = str.maketrans("()[]", ")(][")
WORDS = (
    "abc",
    "De",
    "אבג",
    "הו",
    "123",
    "4.5",
    "٦٧",
    "(x)",
    "(ש)",
    "!",
    "-",
    "טב,",
    "a-b",
    "%",
    "ג'",
    "...",
)
OWN = {"ltr": "x ", "rtl": "ש "}
TAGS = ("b", "i", "span", "u")


def seen(text: str, style: Any) -> str:
    """A text in one box as Pango draws it, from left to right."""
    layout = create_layout(text, style, None, None, 0)
    found, encoded = "", text.encode()
    run = layout.get_first_line()[0].runs[0]
    while run != ffi.NULL:
        item, run = run.data.item, run.next
        piece = encoded[item.offset : item.offset + item.length].decode()
        found += piece[::-1].translate(MIRRORED) if item.analysis.level % 2 else piece
    return found


def drawn(line: Any) -> str:
    """A line's boxes as they are drawn, from left to right."""
    texts = sorted((leaf for leaf in leaves(line) if leaf.text), key=lambda leaf: leaf.position_x)
    return "".join(seen(leaf.text, leaf.style) for leaf in texts)


def mixed(seed: int) -> tuple[str, str]:
    """Words of several scripts, and the same with boxes around some of them."""
    chance = random.Random(seed)
    words = [chance.choice(WORDS) for _ in range(9)]
    parts = list(words)
    for _ in range(3):
        start, stop = sorted(chance.sample(range(10), 2))
        tag = chance.choice(TAGS)
        if any("<" in part for part in parts[start:stop]):
            continue
        parts[start] = f"<{tag}>{parts[start]}"
        parts[stop - 1] += f"</{tag}>"
    joint = chance.choice(("", " "))
    return joint.join(words), joint.join(parts)


@pytest.mark.parametrize("composed", ["total-fit", "greedy"])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("seed", [1, 2, 3, *further(*range(4, 60))])
def test_boxes_stand_in_the_order_of_the_text(
    seed: int, direction: str, composed: str, tmp_path: Path
) -> None:
    text, html = mixed(seed)
    own = OWN[direction]  # a paragraph without letters of its own direction is set in that of the others
    text, html = own + text, own + html
    style = f"p {{ direction: {direction}; --compose: {composed}; --hanging: 0 }} b, i {{ font: inherit }}"
    setting = compose(tmp_path, f"<p id=it>{html}</p>", style)
    (line,) = (each for each in setting.lines if each.element.get("id") == "it")
    assert drawn(line) == seen(text, line.style)
    boxes = sorted((leaf for leaf in leaves(line) if leaf.text), key=lambda leaf: leaf.position_x)
    for one, other in pairwise(boxes):
        assert other.position_x == pytest.approx(one.position_x + one.width, abs=0.01)


@pytest.mark.parametrize("composed", ["total-fit", "greedy"])
def test_lines_from_right_to_left_end_at_both_edges(composed: str, tmp_path: Path) -> None:
    text = "הספינה <i>יוצאת abc def</i> בשעה 12 <b>והנמל</b> " * 12
    style = f"p {{ width: 200px; direction: rtl; --compose: {composed}; --hanging: 0; text-indent: 20px }}"
    setting = compose(tmp_path, f"<p id=it>{text}</p>", style)
    lines = [line for line in setting.lines if line.element.get("id") == "it"]
    assert len(lines) > 6
    for number, line in enumerate(lines):
        boxes = [leaf for leaf in leaves(line) if leaf.text.strip()]
        left, right = (
            min(leaf.position_x for leaf in boxes),
            max(leaf.position_x + leaf.width for leaf in boxes),
        )
        assert right == pytest.approx(250 - (20 if number == 0 else 0), abs=0.5), number
        if number < len(lines) - 1:
            assert left == pytest.approx(50, abs=0.5), number


def test_the_edges_of_a_box_that_is_parted_stand_at_its_ends(tmp_path: Path) -> None:
    body = "<p id=it>abc <kbd>def אב</kbd> גד ghi</p>"
    setting = compose(tmp_path, body, "kbd { font: inherit; padding: 0 7px; border: 1px solid }")
    (line,) = (each for each in setting.lines if each.element.get("id") == "it")
    parts = [box for box in line.children if box.element_tag == "kbd"]
    assert [(part.padding_left, part.padding_right) for part in parts] == [(7, 0), (0, 7)]
    assert [leaf.text.strip() for part in parts for leaf in leaves(part)] == ["def", "אב"]


def test_a_note_mark_behind_a_latin_name_is_kept_apart_from_it(tmp_path: Path) -> None:
    setting = compose(
        tmp_path, "<p id=it>אב NATO.<a class=note-mark href='#n'>12</a> גד</p>", "p { direction: rtl }"
    )
    (line,) = (each for each in setting.lines if each.element.get("id") == "it")
    assert drawn(line) == "דג 12.NATO בא"


def test_a_place_in_a_paragraph_is_found_by_its_skip_stack(tmp_path: Path) -> None:
    setting = compose(tmp_path, "<p id=it>אב <b>גד <i>הו</i></b> ז</p>")
    (line,) = (each for each in setting.lines if each.element.get("id") == "it")
    levels = text_levels(line)
    assert levels.text.startswith("אב ")
    assert start_of(line, None) == 0


@pytest.mark.parametrize("width", [60, *further(45, 80, 110)])
def test_lines_end_where_unicode_lets_them(width: int, tmp_path: Path) -> None:
    words = (
        "שלום כ־12 ה־LaTeX (ראו למטה). קוט״ש, עמ׳ 12–15 ב-Project ״הארץ״ "
        "كتاب، والنص؛ «البنك» (انظر الشكل)؟ می\u200cکنند"
    )
    body = f"<p id=it lang=he>{words} {words}</p>"
    setting = compose(tmp_path, body, f"p {{ width: {width}px; direction: rtl; --hanging: 0 }}", "he")
    made = [line for line in setting.lines if line.element.get("id") == "it"]
    lines = ["".join(leaf.text for leaf in leaves(line)) for line in made]
    assert len(lines) > 6
    assert [line for line in lines if line[:1] in "،؛؟.,:)׳־»–-\u200c"] == []
    assert [line for line in lines if line.rstrip()[-1:] in "(«\u200c"] == []
