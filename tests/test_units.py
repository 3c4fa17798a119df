"""Units of length, against their definitions in inches."""

from __future__ import annotations

import pytest

from issuebrief.units import MM_PER_PX, PT_PER_PX, PX_PER, PX_PER_MM, PX_PER_PT

INCH = {"in": 1, "pt": 72, "pc": 6, "cm": 2.54, "mm": 25.4, "q": 101.6, "px": 96}


@pytest.mark.parametrize(("unit", "in_an_inch"), INCH.items())
def test_an_inch_is_96_px_in_every_unit(unit: str, in_an_inch: float) -> None:
    assert PX_PER[unit] * in_an_inch == pytest.approx(96)


def test_factors_undo_each_other() -> None:
    assert pytest.approx(1) == PT_PER_PX * PX_PER_PT
    assert pytest.approx(1) == MM_PER_PX * PX_PER_MM
