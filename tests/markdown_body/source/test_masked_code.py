"""What stands in code, comments and elements of other languages is masked."""

from __future__ import annotations

import sys

import pytest

from issuebrief.markdown_body.source.markdown_source import mask


def searches(text: str) -> int:
    """How often an end is looked for while a text is masked."""
    count = 0

    def note(_frame: object, event: str, called: object) -> None:
        nonlocal count
        count += event == "c_call" and getattr(called, "__name__", "") == "find"

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        mask(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("piece", ["<!-- ", "<pre>\n", "<script> <style> ", "<!-- a\n```chart\n"])
def test_an_end_that_there_is_not_is_looked_for_once(piece: str) -> None:
    assert searches(piece * 30) == searches(piece * 3) < 6


def test_elements_in_capitals_are_masked_beside_letters_that_are_longer_in_small() -> None:
    masked = mask("İ <PRE>*a*</PRE> and <!-- *b* --> and <pre> *c*")
    assert masked.replace("\0", "") == "İ </PRE> and --> and <pre> *c*"
