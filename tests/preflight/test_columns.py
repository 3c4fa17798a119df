"""Rules for columns, on pages made of numbers."""

from __future__ import annotations

from proofs import column, found, line, messages, paragraph, picture

from issuebrief.diagnostics.limits import Limits
from issuebrief.layout.boxes.geometry import Rect

TWO = (column(1), column(2))


def heading(at: int, **changes: object) -> object:
    return line(at, "A Heading", paragraph=500, level=2, **changes)


def test_a_heading_is_stranded_when_its_text_begins_in_the_next_column() -> None:
    (finding,) = found("headings.stranded", *TWO, heading(50), *paragraph(1, 4, column=2))
    assert finding.message == ("a heading is at the foot of a column and its text in the next: “A Heading”")


def test_a_heading_wants_two_lines_under_it() -> None:
    one = paragraph(1, 1, 51) + paragraph(2, 4, column=2)
    two = paragraph(1, 2, 51) + paragraph(2, 4, column=2)
    assert len(found("headings.stranded", *TWO, heading(50), *one)) == 1
    assert found("headings.stranded", *TWO, heading(50), *two) == []


def test_a_short_section_is_no_stranded_heading() -> None:
    following = [*paragraph(1, 1, 51), line(0, "Next", paragraph=501, level=2, column=2), line(1, column=2)]
    assert found("headings.stranded", *TWO, heading(50), *following) == []


def test_what_follows_in_another_text_does_not_strand_a_heading() -> None:
    notes = column(9, text=2, group=2)
    assert found("headings.stranded", column(1), notes, heading(50), *paragraph(1, 3, column=9)) == []


def test_a_lower_heading_between_does_not_count_as_text() -> None:
    lower = line(51, "Lower", paragraph=502, level=3)
    assert len(found("headings.stranded", *TWO, heading(50), lower, *paragraph(1, 3, column=2))) == 2


def test_a_box_under_a_heading_is_text_though_its_title_is_smaller() -> None:
    titles = [line(51, "One", size=8), *paragraph(1, 3, 52), line(0, "Two", size=8, column=2)]
    after = paragraph(2, 4, 1, column=2)
    assert found("headings.stranded", *TWO, heading(50), *titles, *after) == []


def test_a_picture_under_a_heading_is_enough() -> None:
    below = picture(rect=Rect(100, 950, 200, 100), column=1)
    assert found("headings.stranded", *TWO, heading(50), below, *paragraph(1, 4, column=2)) == []


def test_full_columns_whose_last_lines_are_not_level_are_uneven() -> None:
    left, right = paragraph(1, 50, column=1), paragraph(2, 48, column=2)
    (finding,) = found("columns.uneven", *TWO, *left, *right)
    assert finding.message == "two columns side by side differ in depth by 24 pt"
    assert [spot.y for spot in finding.spots] == [100 + 47 * 16, 100 + 49 * 16]
    assert messages("columns.uneven", *TWO, *left, *paragraph(2, 50, column=2)) == []
    assert messages("columns.uneven", *TWO, *left, *right, limits=Limits(column_depth=30)) == []


def test_the_last_columns_of_a_text_need_not_be_level() -> None:
    last = (column(1, runs_on=False), column(2, runs_on=False))
    assert found("columns.uneven", *last, *paragraph(1, 20, column=1), *paragraph(2, 17, column=2)) == []


def test_a_column_that_ends_in_a_picture_or_a_table_is_left_out() -> None:
    lines = [*paragraph(1, 30, column=1), *paragraph(2, 50, column=2)]
    below = picture(rect=Rect(100, 600, 200, 300), column=1)
    cell = line(45, "Cell", column=1, stretch=77)
    assert found("columns.uneven", *TWO, *lines, below) == []
    assert found("columns.uneven", *TWO, *lines, cell) == []


def test_a_paragraph_that_cannot_be_parted_may_leave_its_lines_empty() -> None:
    short = [*paragraph(1, 48, column=1), *paragraph(2, 3, column=2), *paragraph(3, 47, 3, column=2)]
    long = [*paragraph(1, 48, column=1), *paragraph(2, 50, column=2)]
    assert found("columns.uneven", *TWO, *short) == []
    assert len(found("columns.uneven", *TWO, *long)) == 1


def test_a_column_may_miss_a_line_for_no_line_to_stand_alone() -> None:
    full, short = paragraph(1, 50, column=1), paragraph(2, 49, column=2)
    three = (*TWO, column(3, runs_on=False))
    begins = paragraph(3, 8, column=3)
    goes_on = [line(row, paragraph=2000, first=False, last=row == 1, column=3) for row in range(2)]
    runs_on = [line(row, paragraph=2000, first=False, last=row == 4, column=3) for row in range(5)]
    assert found("columns.uneven", *three, *full, *short, *begins) == []
    assert found("columns.uneven", *three, *full, *short, *goes_on) == []
    assert len(found("columns.uneven", *three, *full, *short, *runs_on)) == 1


def test_what_spans_the_columns_right_under_a_heading_is_enough() -> None:
    spanning = picture(rect=Rect(100, 950, 500, 100), column=3)
    beside = picture(rect=Rect(900, 950, 9, 9), column=3)
    below = paragraph(1, 4, 60, column=2)
    assert found("headings.stranded", *TWO, heading(50), spanning, *below) == []
    assert len(found("headings.stranded", *TWO, heading(50), beside, *below)) == 1


def test_what_spans_the_columns_beneath_a_heading_whose_text_is_beside_it_is_not_enough() -> None:
    spanning = picture(rect=Rect(100, 950, 500, 100), column=3)
    assert len(found("headings.stranded", *TWO, heading(50), spanning, *paragraph(1, 4, column=2))) == 1
