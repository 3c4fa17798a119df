"""Few words that were not found are counted before they are called lost."""

from __future__ import annotations

import pytest

from issuebrief.preflight.wording.counted_words import uncounted
from issuebrief.preflight.wording.difference import Difference, DifferenceKind
from issuebrief.preflight.wording.printed_words import Printed
from issuebrief.preflight.wording.source_words import passages

TYPED = passages("The tide.\n\nEbb or flood.\n\nEbb\n\n12")


@pytest.mark.parametrize(
    ("typed", "shown", "kept"),
    [
        ("Ebb", "Ebb\nThe tide.\nEbb or flood.", False),
        ("Ebb", "The tide.\nEbb or flood.", True),
        ("Ebb", "The tide.\nebb or flood.\nThe e\u00adbb.", False),
        ("Ebb", "The tide.\nEbb or flood.\nThe Ebbs.", True),
        ("Ebb or flood", "Ebb\nThe tide.\nflood or Ebb.", False),
        ("12", "12\nThe tide.\nEbb or flood.\n12", True),
    ],
    ids=["there", "too few", "divided", "longer", "several", "a number"],
)
@pytest.mark.parametrize("kind", [DifferenceKind.LOST, DifferenceKind.CHANGED])
def test_words_that_are_shown_as_often_as_they_were_typed_are_not_lost(
    kind: DifferenceKind, typed: str, shown: str, *, kept: bool
) -> None:
    difference = Difference(kind, TYPED[2], 0, typed)
    assert bool(uncounted([difference], TYPED, Printed([shown]))) is kept


def test_words_that_are_doubled_are_told_however_often_they_were_typed() -> None:
    difference = Difference(DifferenceKind.DOUBLED, TYPED[2], 0, "Ebb")
    assert uncounted([difference], TYPED, Printed(["Ebb Ebb Ebb"])) == [difference]


@pytest.mark.parametrize(
    ("shown", "kept"),
    [
        ("\u05d5 12\n\u05d4 7", False),
        ("\u05d4 7\u200b12 \u05d5", False),
        ("\u05d4 7\n\u05d5 \u0661\u0662", False),
        ("\u05d5 7", True),
    ],
    ids=["there", "in the next cell", "in other digits", "not there"],
)
def test_numbers_among_words_from_right_to_left_are_counted(shown: str, *, kept: bool) -> None:
    typed = passages("\u05d4 7\n\n\u05d5 12")
    difference = Difference(DifferenceKind.LOST, typed[1], 2, "12")
    assert bool(uncounted([difference], typed, Printed([shown]))) is kept
