"""Corrections that are decided one by one."""

from __future__ import annotations

import pytest

from issuebrief.word_export.correction_record import (
    ACCEPTED,
    OPEN,
    REJECTED,
    CorrectionRecord,
    as_json,
    decided,
    read_record,
    recorded,
)

BEFORE = """\
---
title: The Ferry
---

Ferries sail slowly in winter, and nobody on the island minds that at all.[^a]

They are cheap.

[^a]: Port Board, 2019.
"""
AFTER = """\
---
title: "The Ferry: A Reply"
---

Ferries sail slowly in spring, and nobody on the whole island minds it at all.[^a] They sink.[^author-1]

They are cheap.

They are old.

[^a]: Port Board, 2020.

[^author-1]: Loss book, p. 3.
"""


def changes(record: CorrectionRecord) -> list[list[tuple[str, str]]]:
    """What each correction takes out and puts in."""
    return [
        [(record.base[each.start : each.end], each.new) for each in one.splices] for one in record.corrections
    ]


def test_words_are_corrected_one_by_one_and_a_note_with_its_mark() -> None:
    record = recorded(BEFORE, AFTER, "brief.md", "ferry.docx")
    assert changes(record) == [
        [("title: The Ferry\n", 'title: "The Ferry: A Reply"\n')],
        [("winter", "spring")],
        [("", "whole ")],
        [("that", "it")],
        [("", " They sink.[^author-1]"), ("", "\n[^author-1]: Loss book, p. 3.\n")],
        [("", "They are old.\n\n")],
        [("2019", "2020")],
    ]
    assert record.text(record.corrections) == AFTER
    assert record.text(()) == BEFORE
    assert read_record(as_json(record)) == record


def test_accepting_all_in_any_order_gives_the_corrected_brief_and_taking_them_back_the_old_one() -> None:
    record = recorded(BEFORE, AFTER, "brief.md", "ferry.docx")
    text = BEFORE
    for state, wanted in ((ACCEPTED, AFTER), (OPEN, BEFORE), (REJECTED, BEFORE)):
        for each in record.corrections[::-2] + record.corrections[-2::-2]:
            made = decided(record, each.id, state, text)
            assert made
            record, text = made
        assert text == wanted
        assert {each.state for each in record.corrections} == {state}


def test_what_was_changed_by_hand_stays_and_a_correction_of_it_is_refused() -> None:
    record = recorded(BEFORE, AFTER, "brief.md", "ferry.docx")
    by_hand = BEFORE.replace("winter", "autumn").replace("cheap", "dear")
    winter, whole = record.corrections[1:3]
    assert decided(record, winter.id, ACCEPTED, by_hand) is None
    made = decided(record, whole.id, ACCEPTED, by_hand)
    assert made and made[1] == by_hand.replace("the island", "the whole island")
    rejected = decided(record, winter.id, REJECTED, by_hand)
    assert rejected and rejected[1] == by_hand
    with pytest.raises(KeyError):
        decided(record, "000000000000", ACCEPTED, BEFORE)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'{"manuscript": "", "brief": "", "base": "", "corrections": [{}]}',
        b'{"manuscript": "", "brief": "", "base": "ab", "corrections": [{"id": "000000000000",'
        b' "state": "open", "splices": [[0, 9, ""]]}]}',
    ],
)
def test_a_file_that_is_no_record_is_none(content: bytes) -> None:
    assert read_record(content) is None
