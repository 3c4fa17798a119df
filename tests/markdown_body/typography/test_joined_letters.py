"""Letters that join over the edge of an element."""

from __future__ import annotations

import pytest
from written import written


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("ال**كتاب** هنا", "ال\u200d<strong>\u200dكتاب</strong> هنا"),
        ("و**كتاب** هنا", "و<strong>كتاب</strong> هنا"),
        ("**ال**كتاب", "<strong>ال\u200d</strong>\u200dكتاب"),
        ("كتاب **هنا**", "كتاب <strong>هنا</strong>"),
        ("ו**שלוש ארבע** חמש", "ו<strong>שלוש ארבע</strong> חמש"),
        ("**a**b", "<strong>a</strong>b"),
    ],
)
def test_letters_join_over_the_edge_of_an_element(typed: str, printed: str) -> None:
    assert printed in written(typed)[0].html
