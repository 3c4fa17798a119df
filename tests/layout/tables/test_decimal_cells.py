"""Numbers under each other at their decimal signs, as they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import facts_of, paragraph

if TYPE_CHECKING:
    from pathlib import Path

    from pdf_facts import Facts, Line

EVEN = 0.15
"""What places may differ by, in points."""


def cells_of(facts: Facts, *texts: str) -> list[Line]:
    return [next(line for line in facts.on(0) if line.text == text) for text in texts]


def table(*values: str) -> str:
    rows = "".join(f"| Row {number} | {value} |\n" for number, value in enumerate(values))
    return f"{paragraph(1)}\n\n| Name | Value |\n|---|---|\n{rows}\n\n{paragraph(2)}"


def test_numbers_with_more_places_reach_further(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, table("1.25", "12.50", "123.75"))
    one, two, three = cells_of(facts, "1.25", "12.50", "123.75")
    assert one.right == pytest.approx(two.right, abs=EVEN)
    assert two.right == pytest.approx(three.right, abs=EVEN)
    assert three.x < two.x < one.x


def test_numbers_with_fewer_places_stand_so_much_further_left(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, table("1.25", "1.5", "7", "\u2013"))
    long, short, whole = cells_of(facts, "1.25", "1.5", "7")
    figure = short.right - whole.right
    assert long.x == pytest.approx(short.x, abs=EVEN)
    assert long.x == pytest.approx(whole.x, abs=EVEN)
    assert long.right - short.right > 2
    assert figure > 2


def test_the_decimal_comma_of_a_language(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, table("1.234,5", "7,25"), lang="de")
    long, short = cells_of(facts, "1.234,5", "7,25")
    assert short.right - long.right == pytest.approx(3.8, abs=0.5)


def test_what_is_copied_is_what_was_typed(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, table("1.25", "7"))
    assert "Row 0 1.25" in " ".join(facts.copied(0).split())
    assert "Row 1 7" in " ".join(facts.copied(0).split())
