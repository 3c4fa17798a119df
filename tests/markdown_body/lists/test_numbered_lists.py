"""Numbered lists keep the numbers that were typed, in the text and on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import facts_of
from written import html_of

from issuebrief.preflight.wording.page_text import page_text

if TYPE_CHECKING:
    from pathlib import Path

NUMBERS = [
    ("5. Oak\n6. Ash", ["5. ", "6. "]),
    ("1. Oak\n3. Ash\n7. Elm", ["1. ", "3. ", "7. "]),
    ("1. Oak\n1. Ash\n1. Elm", ["1. ", "2. ", "3. "]),
    ("4) Oak\n5) Ash", ["4) ", "5) "]),
    ("98. Oak\n99. Ash\n\n    1. Twig\n    2. Leaf\n\n100. Elm", ["98. ", "99. ", "1. ", "2. ", "100. "]),
    ("2. Oak\n\n    Tall.\n\n3. Ash", ["2. ", "3. "]),
    ("1. Oak\n2. Ash\n\nA word between.\n\n3. Elm\n4. Yew", ["1. ", "2. ", "3. ", "4. "]),
    ('<ol start="4" type="a"><li>Oak</li><li value="9">Ash</li><li>Elm</li></ol>', ["d. ", "i. ", "j. "]),
    ("<ol reversed><li>Oak</li><li>Ash</li><li>Elm</li></ol>", ["3. ", "2. ", "1. "]),
    ('<ol reversed start="9"><li>Oak</li><li>Ash</li></ol>', ["9. ", "8. "]),
    ("<ol type=I start=3><li>Oak<ol type=i><li>Ash</li></ol></li><li>Elm</ol>", ["III. ", "i. ", "IV. "]),
    ('<ol><li>Oak</li><li type="A">Ash</li></ol>', ["1. ", "B. "]),
    ("- [ ] Oak\n- [x] Ash\n- Elm", ["☐\u2002", "☑\u2002", "–\u2002"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "labels"), NUMBERS)
def test_the_page_shows_the_numbers_that_were_typed(tmp_path: Path, text: str, labels: list[str]) -> None:
    facts = facts_of(tmp_path, f"The trees are these:\n\n{text}")
    spoken = [node.text for node in facts.reading.walk() if node.tag == "Lbl"]
    assert [label.strip() for label in spoken] == [label.strip() for label in labels]
    assert all(label.strip() in facts.copied(0) for label in labels)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("5. Oak\n6. Ash", '<ol start="5">\n<li>Oak</li>\n<li>Ash</li>\n</ol>'),
        ("1. Oak\n2. Ash\n2. Elm", '<ol>\n<li>Oak</li>\n<li>Ash</li>\n<li value="2">Elm</li>\n</ol>'),
        ("3) Oak\n4) Ash", '<ol class="parentheses" start="3">\n<li>Oak</li>\n<li>Ash</li>\n</ol>'),
        (
            "1. Oak\n2. Ash\n\n1) Elm\n2) Yew",
            "<ol>\n<li>Oak</li>\n<li>Ash</li>\n</ol>\n"
            '<ol class="parentheses">\n<li>Elm</li>\n<li>Yew</li>\n</ol>',
        ),
        ("120. Oak\n121. Ash", '<ol start="120" class="wide-numbers">\n<li>Oak</li>\n<li>Ash</li>\n</ol>'),
        ("- [X] Oak", '<ul>\n<li class="task done">Oak</li>\n</ul>'),
    ],
)
def test_numbers_that_do_not_go_without_saying_are_said(text: str, html: str) -> None:
    assert html_of(text) == html


def test_the_text_of_a_web_page_has_numbers_as_a_browser_shows_them() -> None:
    html = '<ol class="parentheses" start="5"><li>Oak</li></ol><ol type="a" start="2"><li>Ash</li></ol>'
    assert page_text(html).split() == ["5)", "Oak", "b.", "Ash"]
