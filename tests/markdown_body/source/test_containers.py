"""What stands in a quotation or an item."""

from __future__ import annotations

from issuebrief.markdown_body.source.containers import held_lines, parted


def test_a_line_is_held_by_a_quotation_or_by_the_item_above_that_is_indented_less() -> None:
    lines = ["Text", "    code", "- item", "", "    held", "  held too", "> quoted", "[^a]: note", "    held"]
    held = [line for line, is_held in zip(lines, held_lines(lines), strict=True) if is_held]
    assert held == ["    held", "  held too", "> quoted", "    held"]


def test_a_line_is_parted_behind_signs_of_quotations_and_blanks() -> None:
    assert parted("> >  - item") == ("> >  ", "- item")
