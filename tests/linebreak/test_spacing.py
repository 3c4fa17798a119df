"""Which marks hang out at a line's edge, and how far."""

from __future__ import annotations

from issuebrief.linebreak.spacing import HANGS_LEFT, HANGS_RIGHT


def test_no_mark_hangs_out_further_than_it_is_wide() -> None:
    assert all(0 < share < 1 for share in (*HANGS_LEFT.values(), *HANGS_RIGHT.values()))


def test_only_single_marks_hang_and_no_letters() -> None:
    assert all(len(mark) == 1 and not mark.isalnum() for mark in (*HANGS_LEFT, *HANGS_RIGHT))
    assert {"-", "\u2010", ".", ",", "\u2019", "\u201d"} <= HANGS_RIGHT.keys()
    assert {"\u201c", "\u2018", "\u201e"} <= HANGS_LEFT.keys()
