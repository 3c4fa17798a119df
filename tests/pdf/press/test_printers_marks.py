"""The marks around a page."""

from __future__ import annotations

import pytest

from issuebrief.pdf.press.printers_marks import ARM, GAP, LENGTH, PATCHES, SLUG, marks
from issuebrief.pdf.press.sheet import PressSheet
from issuebrief.units import PX_PER_MM

A4 = PressSheet(210 * PX_PER_MM, 297 * PX_PER_MM, 3 * PX_PER_MM, SLUG)
SMALL = PressSheet(60 * PX_PER_MM, 90 * PX_PER_MM, 5 * PX_PER_MM, SLUG)


@pytest.mark.parametrize("sheet", [A4, SMALL])
def test_all_marks_are_on_the_sheet_and_outside_the_bleed(sheet: PressSheet) -> None:
    width, height = sheet.size
    drawn = marks(sheet)
    spots = [(line.x1, line.y1) for line in drawn.crops] + [(line.x2, line.y2) for line in drawn.crops]
    for target in drawn.targets:
        spots += [(target.x + dx, target.y + dy) for dx in (-ARM, ARM) for dy in (-ARM, ARM)]
    for patch in drawn.patches:
        spots += [(patch.x, patch.y), (patch.x + patch.side, patch.y + patch.side)]
    for x, y in spots:
        assert 0 < x < width
        assert 0 < y < height
        inside = sheet.slug < x < width - sheet.slug and sheet.slug < y < height - sheet.slug
        assert not inside, (x, y)


def test_each_corner_has_two_crop_marks_in_line_with_the_trim() -> None:
    width, height = A4.size
    edges = {A4.margin, width - A4.margin}, {A4.margin, height - A4.margin}
    across = [line for line in marks(A4).crops if line.y1 == line.y2]
    down = [line for line in marks(A4).crops if line.x1 == line.x2]
    assert (len(across), len(down)) == (4, 4)
    assert {line.y1 for line in across} == edges[1]
    assert {line.x1 for line in down} == edges[0]
    for line in (*across, *down):
        assert abs(line.x2 - line.x1) + abs(line.y2 - line.y1) == pytest.approx(LENGTH)
    assert min(A4.margin - line.x1 for line in across if line.x1 < A4.margin) == pytest.approx(A4.bleed + GAP)


def test_each_side_has_a_target_in_its_middle() -> None:
    width, height = A4.size
    assert {(target.x, target.y) for target in marks(A4).targets} == {
        (width / 2, SLUG / 2),
        (width / 2, height - SLUG / 2),
        (SLUG / 2, height / 2),
        (width - SLUG / 2, height / 2),
    }


@pytest.mark.parametrize("sheet", [A4, SMALL])
def test_patches_stand_in_a_row_clear_of_the_target(sheet: PressSheet) -> None:
    row = marks(sheet).patches
    assert [patch.inks for patch in row] == list(PATCHES)
    assert len({patch.y for patch in row}) == 1
    assert row[-1].x + row[-1].side < sheet.size[0] / 2 - ARM
    assert row[0].side <= 5 * PX_PER_MM


def test_no_patch_has_more_ink_than_two_solids() -> None:
    assert max(map(sum, PATCHES)) == 2


def test_a_sheet_gives_its_boxes_in_points_from_the_lower_left() -> None:
    assert A4.box(A4.margin) == pytest.approx((0, 0, 236 * 72 / 25.4, 323 * 72 / 25.4))
    assert A4.box(0) == pytest.approx([n * 72 / 25.4 for n in (13, 13, 223, 310)])
    assert A4.box(A4.bleed) == pytest.approx([n * 72 / 25.4 for n in (10, 10, 226, 313)])
