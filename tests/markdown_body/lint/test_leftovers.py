"""What a word processor or a reference manager left in a text."""

from __future__ import annotations

import pytest
from written import faults


@pytest.mark.parametrize(
    "typed",
    [
        "{Doe, 2020, #12}",
        "{Doe, 2020 #12; Roe, 2019 #3}",
        r"[CITATION Doe20 \l 1033]",
        'HYPERLINK "https://example.org"',
        "PAGEREF _Toc12 h",
        r"SEQ Figure \* ARABIC",
        r'TOC \o "1-3"',
        "ADDIN ZOTERO_ITEM",
    ],
)
def test_fields_that_were_to_be_filled_in_are_told(typed: str) -> None:
    assert ("text.unresolved", 1, 6) in faults(f"Text {typed} and more.")


@pytest.mark.parametrize("typed", ["a SEQ of numbers", "the TOC and the INDEX", "a HYPERLINK", "{Doe, 2020}"])
def test_words_that_name_fields_are_not(typed: str) -> None:
    assert not [fault for fault in faults(f"Text {typed} and more.") if fault[0] == "text.unresolved"]
