"""Lists with letters, Roman numbers and brackets, as Pandoc and word processors write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from setting import facts_of
from written import faults, html_of, written

if TYPE_CHECKING:
    from pathlib import Path


def lists_of(html: str) -> list[str]:
    """The start tag of each list, without its brackets."""
    return re.findall(r"<(ol[^<>]*)>", html)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("a) A\nb) B", 'ol type="a" class="parentheses lower-alpha"'),
        ("(a) A\n(b) B\n(c) C", 'ol type="a" class="brackets lower-alpha"'),
        ("a. A\n\nb. B", 'ol type="a"'),
        ("A.  A\nB.  B", 'ol type="A"'),
        ("A) A\nB) B", 'ol type="A" class="parentheses upper-alpha"'),
        ("i. A\nii. B", 'ol type="i"'),
        ("(I) A\n(II) B", 'ol type="I" class="brackets upper-roman"'),
        ("(1) A\n(2) B", 'ol class="brackets decimal"'),
        ("c) C\nd) D", 'ol type="a" class="parentheses lower-alpha" start="3"'),
        ("(3) C\n(4) D", 'ol class="brackets decimal" start="3"'),
        ("v. E\nvi. F", 'ol type="i" start="5" class="wide-numbers"'),
        ("IV. D\nV. E", 'ol type="I" start="4" class="wide-numbers"'),
        ("I. A\nII. B\nIII. C", 'ol type="I" class="wide-numbers"'),
        ("So:\na) A\n   goes on\nb) B", 'ol type="a" class="parentheses lower-alpha"'),
    ],
)
def test_what_counts_up_is_a_list_that_is_numbered_as_typed(text: str, tag: str) -> None:
    html = html_of(text)
    assert lists_of(html) == [tag]
    assert html.count("<li>") == text.count("\n") + 1 - text.count("\n\n") - text.count("So:") - text.count(
        "goes"
    )


def test_lists_may_stand_in_each_other() -> None:
    html = html_of("1. A\n\n    a. B\n\n    b. C\n\n2. D\n   (i) E\n   (ii) F\n3. G")
    assert lists_of(html) == ["ol", 'ol type="a"', 'ol type="i" class="brackets lower-roman"']
    assert html.count("<li>") == 7


def test_a_note_may_hold_one() -> None:
    body, problems = written("A[^a]\n\n[^a]: So:\n\n    a) B\n    b) C\n")
    assert problems == ()
    assert lists_of(body.notes[0].html) == ['ol type="a" class="parentheses lower-alpha"']


@pytest.mark.parametrize(
    "prose",
    [
        "a) alone it stands.",
        "A. Doe and\n\nB. Roe were there.",
        "(1) and (2) are one.",
        "a. m. and\n\np. m.",
        "v. 5 and\n\nx. 6",
        "```\na) A\nb) B\n```",
        "    a) A\n    b) B",
    ],
)
def test_prose_and_code_are_none(prose: str) -> None:
    assert lists_of(written(prose)[0].html) == []


def test_the_pdf_prints_the_numbers_as_they_are_typed(tmp_path: Path) -> None:
    typed = ["a) Ash", "b) Beech", "(i) Cherry", "(ii) Date", "C.  Elm", "D.  Fir"]
    text = "\n".join(typed[:2]) + "\n\nAnd\n\n" + "\n".join(typed[2:4]) + "\n\nAnd\n\n" + "\n".join(typed[4:])
    with facts_of(tmp_path, text) as facts:
        printed = " ".join(facts.copied(0).split())
    for line in typed:
        assert " ".join(line.split()) in printed


def test_a_place_behind_a_rewritten_line_is_still_that_of_the_file() -> None:
    assert faults("(a) A\n(b) B\n\n!!! note\n    C\n\nD [](#none)") == [("references.dead", 7, 6)]


@pytest.mark.parametrize("typed", ["a) Oak\n  b) Ash", "(1) Oak\n  (2) Ash", "1) Oak\n  2) Ash"])
def test_an_item_with_a_bullet_holds_a_list_right_below_its_text(typed: str) -> None:
    made = html_of(f"- Trees\n  {typed}\n- Shrubs")
    assert "<li>Trees<ol" in made
    assert "<li>Oak</li>\n<li>Ash</li>" in made
