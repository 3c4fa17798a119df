"""How what follows the text fills pages."""

from __future__ import annotations

from issuebrief.pagination.endings import Ending, EndPiece, ending_of

BOXES = EndPiece(20, above=3)
NOTES = EndPiece(30, above=2, least=4)


def test_what_fits_follows_on_the_same_page() -> None:
    assert ending_of(10, 50, [BOXES], on_first=True) == Ending((), 33 / 50, is_only=True)


def test_what_does_not_fit_leaves_a_hole() -> None:
    ending = ending_of(35, 50, [BOXES], on_first=False)
    assert ending == Ending((15,), 20 / 50)
    assert not ending.is_good


def test_notes_run_on_overleaf() -> None:
    ending = ending_of(35, 50, [NOTES, BOXES], on_first=False)
    assert ending == Ending((0,), (35 + 2 + 30 - 50 + 3 + 20) / 50)
    assert ending.is_good


def test_notes_of_which_only_a_line_or_two_would_stand_begin_overleaf() -> None:
    assert ending_of(46, 50, [NOTES], on_first=False).empty == (4,)


def test_a_nearly_empty_last_page_is_no_good_unless_it_is_the_only_one() -> None:
    assert not ending_of(49, 50, [EndPiece(5, 2)], on_first=False).is_good
    assert ending_of(2, 50, [EndPiece(5, 2)], on_first=True).is_good


def test_holes_and_pages_cost() -> None:
    full, hole, more = Ending((0.0,), 0.5), Ending((20.0,), 0.5), Ending((0.0, 0.0), 0.5)
    assert full.cost(50) < more.cost(50) < hole.cost(50)


def test_short_notes_are_better_on_one_page() -> None:
    notes = EndPiece(10, above=2, least=4, notes=True)
    torn = ending_of(42, 50, [notes, BOXES], on_first=False)
    assert torn.torn
    assert not torn.is_good
    whole = ending_of(38, 50, [notes, BOXES], on_first=False)
    assert whole.cost(50) < torn.cost(50)


def test_long_notes_and_boxes_may_run_on_overleaf() -> None:
    assert not ending_of(35, 50, [NOTES._replace(notes=True)], on_first=False).torn
    assert not ending_of(42, 50, [EndPiece(10, 2, 4)], on_first=False).torn


def test_pages_without_room_for_a_line_end_no_text_better_or_worse() -> None:
    for page_lines in (-3.0, 0.0, 1e-9):
        assert ending_of(35, page_lines, [NOTES, BOXES], on_first=False) == Ending((), 1.0)
