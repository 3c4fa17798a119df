"""Bold type that takes the space beside it along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import facts_of
from written import written

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("**Bold: **text", "<p><strong>Bold:</strong> text</p>"),
        (
            "A **bold **text and **more** of it",
            "<p>A <strong>bold</strong> text and <strong>more</strong> of it</p>",
        ),
        ("One ** bold** text", "<p>One <strong>bold</strong> text</p>"),
        ("**A: **one **B: **two", "<p><strong>A:</strong> one <strong>B:</strong> two</p>"),
        ("**bold\u00a0**text", "<p><strong>bold</strong>\u00a0text</p>"),
        ("**A** and **B**", "<p><strong>A</strong> and <strong>B</strong></p>"),
        ("**(A)**, and **B**", "<p><strong>(A)</strong>, and <strong>B</strong></p>"),
        ("a ** b ** c", "<p>a ** b ** c</p>"),
        ("A **bold **text and 2 ** more", "<p>A **bold **text and 2 ** more</p>"),
        ("`**bold **text`", "<p><code>**bold **text</code></p>"),
    ],
)
def test_a_space_inside_bold_type_stands_outside(typed: str, html: str) -> None:
    assert written(typed)[0].html == html


def test_bold_labels_from_other_programs_have_no_asterisks_on_the_page(tmp_path: Path) -> None:
    text = facts_of(tmp_path, "**Name: **Jo Ferry\n\n- **Port: **Kiel\n- **Depth: **10 m").text
    assert "*" not in text
    assert "Name: Jo Ferry" in text
