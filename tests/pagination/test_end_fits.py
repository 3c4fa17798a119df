"""Which arrangements of what follows the text are tried, and what they promise."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from issuebrief.pagination.choose_fit import MOST_TRIED, layouts_worth, next_fit
from issuebrief.pagination.end_fits import End, Fit
from issuebrief.pagination.endings import Ending

END = End(
    page_lines=50, used=31, on_first=False, pages=3, holes=0.0, longer=(-1, 1), boxes=16, authors=16,
    publisher=9, legal=2, notes=0, has_title=True, has_cover=True, has_standfirst=False, is_stacked=False,
    layouts=MOST_TRIED, divides=False, ending=Ending((19.0,), 0.4),
)  # fmt: skip


def test_what_fits_nowhere_else_fits_pages_that_are_a_line_longer() -> None:
    assert END.reckoned(Fit()).empty == (19,)
    longer = END.reckoned(Fit(longer=1))
    assert longer.empty == ()
    assert longer.last == pytest.approx((31 - 3 + 3 + 16 + 1.5 + 2) / 51)


def test_shorter_pages_send_lines_on_to_the_last() -> None:
    assert END.reckoned(Fit(longer=-1)).empty == (50 - 1 - 31 - 3,)


def test_the_text_may_end_on_the_page_before() -> None:
    end = replace(END, used=2, authors=8, boxes=9)
    assert end.reckoned(Fit()).last == pytest.approx((2 + 3 + 9 + 1.5 + 2) / 50)
    assert end.reckoned(Fit(longer=1)).empty == (1,)


def test_a_long_box_beside_a_short_one_is_lower_where_it_is_wider() -> None:
    equal, unequal = (END.reckoned(Fit(white="tight", boxes=shape)) for shape in ("", "unequal"))
    assert equal.empty == (19 - 1 + 2,)
    assert unequal.empty == ()


def fits(end: End) -> list[Fit]:
    """What is tried one after the other where nothing turns out any better."""
    tried = {Fit(): end}
    while (fit := next_fit(tried)) is not None:
        tried[fit] = end
    return [*tried][1:]


def test_a_cover_gives_way_where_nothing_else_helps() -> None:
    assert all(fit.white != "tight low-cover" for fit in fits(END))
    full = replace(END, used=27, boxes=24, authors=24, longer=(), has_title=False)
    assert fits(full)[0] == Fit(white="tight low-cover", boxes="unequal")


def test_a_fit_that_parts_a_quote_from_its_passage_is_not_worth_a_full_page() -> None:
    usual, full = replace(END, ending=Ending((9.0,), 0.4)), replace(END, ending=Ending((), 0.9))
    tight = Fit(white="tight")
    assert full.cost(tight) < usual.cost(Fit())
    assert replace(full, parted=1).cost(tight) > usual.cost(Fit())


def test_what_all_fits_part_is_no_reason_to_try_more() -> None:
    crowded = replace(END, parted=2)
    assert fits(crowded) == fits(END)
    assert next_fit({Fit(): replace(crowded, ending=Ending((0.0,), 0.5))}) is None


def test_boxes_that_nearly_fit_on_the_only_page_of_text_are_drawn_back_by_a_title_that_gives_way() -> None:
    end = replace(
        END, used=40, on_first=True, pages=0, boxes=8, authors=8, longer=(), has_cover=False,
        has_standfirst=True, ending=Ending((10.0,), 0.2),
    )  # fmt: skip
    assert end.reckoned(Fit(white="tight")).empty == (11,)
    tighter = Fit(white="tight tighter")
    reckoned = end.reckoned(tighter)
    assert reckoned == Ending((), reckoned.last, is_only=True)
    assert reckoned.last == pytest.approx((40 - 4 + 1 + 8 + 1 + 2) / 50)
    assert fits(end)[0] == tighter


def test_text_that_nearly_fills_its_only_page_is_sent_on_to_boxes_that_stand_alone() -> None:
    end = replace(
        END, used=46, on_first=True, pages=0, boxes=8, authors=8, longer=(), has_cover=False,
        has_standfirst=True, ending=Ending((4.0,), 0.2),
    )  # fmt: skip
    assert end.reckoned(Fit(white="loose")).empty == (2,)
    looser = Fit(white="loose looser")
    reckoned = end.reckoned(looser)
    assert reckoned == Ending((), reckoned.last)
    assert reckoned.last == pytest.approx((3 + 4 + 8 + 2 + 2) / 50)
    assert fits(end)[0] == looser


def test_nothing_is_tried_where_all_pages_are_full() -> None:
    assert fits(replace(END, ending=Ending((0.0,), 0.5))) == []


def test_a_few_are_tried_where_nothing_turns_out_better() -> None:
    assert len(fits(END)) == MOST_TRIED


def test_nothing_more_is_tried_where_one_turned_out_as_it_promised() -> None:
    first = next_fit({Fit(): END})
    assert first is not None
    good = replace(END, ending=END.reckoned(first))
    assert next_fit({Fit(): END, first: good}) is None


def test_a_box_that_went_overleaf_whole_is_not_reckoned_to_divide() -> None:
    end = replace(END, used=40, is_stacked=True, divides=True, ending=Ending((10.0,), 0.7))
    assert end.reckoned(Fit()).empty == (0,)
    assert end.as_it_divides().reckoned(Fit()).empty == (10,)
    divided = replace(end, ending=end.reckoned(Fit()))
    assert divided.as_it_divides() == divided


def test_where_the_text_ends_is_learnt_from_what_was_laid_out() -> None:
    first = next_fit({Fit(): END})
    assert first is not None
    # The text did not move, so that no box beside it fits where it ends.
    stuck = replace(END, used=48, ending=Ending((2.0,), 0.39))
    following = next_fit({Fit(): END, first: stuck})
    assert following is not None
    assert (following.white, following.longer) != (first.white, first.longer)


def test_a_hole_on_a_page_of_the_text_is_worth_other_pages_and_other_white_before_the_text() -> None:
    end = replace(END, used=20, holes=6.0, ending=Ending((), 0.9))
    tried = fits(end)
    assert all(fit.longer or fit.white for fit in tried)
    assert {-1, 1} <= {fit.longer for fit in tried}


def test_a_hole_at_the_foot_of_the_only_page_before_the_end_is_filled_by_white() -> None:
    end = replace(
        END, used=50, pages=1, holes=6.0, longer=(), ending=Ending((0.0,), 0.7), has_standfirst=True,
        is_stacked=True,
    )  # fmt: skip
    assert fits(end)[0].white == "loose looser"


def test_a_text_that_ends_a_page_earlier_saves_that_page() -> None:
    usual = replace(END, pages=5, ending=Ending((), 0.5))
    earlier = replace(usual, pages=4, ending=Ending((1.0,), 0.5))
    assert earlier.cost(Fit()) == usual.cost(Fit())


def test_what_did_not_keep_its_promise_makes_its_like_less_likely() -> None:
    end = replace(END, used=40, notes=8, holes=8.0, ending=Ending((3.0,), 0.8))
    first = next_fit({Fit(): end})
    assert first is not None
    # The hole is gone, but the boxes stand overleaf; so much is known of what else can be done there.
    found = replace(end, used=38, holes=0.0, ending=Ending((12.0,), 0.8))
    following = next_fit({Fit(): end, first: found})
    assert following is not None
    assert (following.white, following.longer) == (first.white, first.longer)
    assert following.notes_first


def test_what_all_layouts_share_is_expected_of_others() -> None:
    # Without notes, and with boxes below each other, each fit takes a layout of the whole text.
    usual = replace(END, used=40, is_stacked=True, ending=Ending((8.0,), 0.8), uneven=20.0)
    first = next_fit({Fit(): usual})
    assert first is not None
    # The hole is gone, and the columns end as unevenly as before: that may be chance once, but not twice.
    full = replace(usual, used=38, ending=Ending((0.0,), 0.8))
    second = next_fit({Fit(): usual, first: full})
    assert second is not None
    assert next_fit({Fit(): usual, first: full, second: full}) is None
    assert next_fit({Fit(): usual, first: full, second: replace(usual, uneven=0.0)}) is not None


def test_very_long_texts_are_not_laid_out_whole_again() -> None:
    tried = fits(replace(END, layouts=0))
    assert tried
    assert all(fit.is_like_before_end(Fit()) for fit in tried)


def test_long_texts_are_laid_out_whole_once_more_where_they_end_badly() -> None:
    assert layouts_worth(26, 0, Ending((), 0.2)) == 1
    assert layouts_worth(26, 0, Ending((9.0,), 0.3)) == 1
    assert layouts_worth(26, 0, Ending((1.0,), 0.3)) == 0
    assert layouts_worth(200, 0, Ending((), 0.2)) == 0
    # Fifteen pages of small tables take as long as thirty of text.
    assert layouts_worth(15, 6000, Ending((), 0.2)) == MOST_TRIED
    assert layouts_worth(15, 12000, Ending((), 0.2)) == 1
    end = replace(END, used=40, pages=25, layouts=1, ending=Ending((10.0,), 0.2))
    whole = {(fit.white, fit.longer) for fit in fits(end)} - {("", 0)}
    assert len(whole) == 1


def test_of_a_long_text_one_fit_without_a_fault_is_enough() -> None:
    usual = replace(END, used=30, pages=25, notes=300.0, layouts=1, ending=Ending((3.0, 0.0), 0.1))
    first = next_fit({Fit(): usual})
    assert first is not None
    good = replace(usual, ending=Ending((0.0,) * 9, 0.3))
    assert good.is_good
    short = {Fit(): replace(usual, layouts=MOST_TRIED), first: replace(good, layouts=MOST_TRIED)}
    assert next_fit(short) is not None
    assert next_fit({Fit(): usual, first: good}) is None
    assert next_fit({Fit(): usual, first: replace(good, parted=1)}) is not None


def test_short_pages_of_a_long_text_send_more_than_a_page_of_lines_on() -> None:
    end = replace(END, used=30, pages=40)
    # 110 lines, of which the last pages hold 48 each.
    assert end.reckoned(Fit(longer=-2)).last == pytest.approx((110 - 2 * 48 + 3 + 16 + 1.5 + 2) / 48)


def test_a_small_hole_on_the_only_page_before_is_closed_by_what_moves() -> None:
    # A heading that did not fit comes back, or goes on; a figure that fills a page does not.
    end = replace(
        END,
        used=42,
        pages=1,
        holes=0.5,
        boxes=12,
        authors=12,
        notes=10,
        ending=Ending((9.0,), 0.6),
        longer=(1,),
        has_title=False,
    )
    assert any(fit.longer == 1 for fit in fits(end))


def test_a_hole_that_the_title_could_not_take_grows_where_the_title_gives_way() -> None:
    # What is left of it is what a figure on the next page leaves, not a heading.
    end = replace(END, pages=1, holes=2.0, has_standfirst=True)
    assert end.promise(Fit("tight")) > end.promise(Fit()) > end.promise(Fit("loose looser"))


def test_corrections_stand_above_the_boxes_and_statements_with_the_legal_lines() -> None:
    end = replace(END, used=10, corrections=4.0, statements=12.0)
    whole = end.reckoned(Fit())
    assert whole.empty == ()
    assert whole.last == pytest.approx((10 + 3 + 4 + 1.5 + 16 + 1.5 + 12 + 2) / 50)
    # The boxes stay where they are, and what is below them goes overleaf as a whole.
    later = replace(end, used=20).reckoned(Fit())
    assert later.empty == (50 - (20 + 3 + 4 + 1.5 + 16),)
    assert later.last == pytest.approx((12 + 2) / 50)


@pytest.mark.parametrize("part", ["boxes", "legal", "statements"])
def test_little_is_tried_where_a_part_is_longer_than_a_page(part: str) -> None:
    usual = replace(END, ending=Ending((47.0, 50.0), 0.9))
    assert len(fits(usual)) == MOST_TRIED
    long: dict[str, Any] = {part: 51.0}
    assert len(fits(replace(usual, **long))) == 1
