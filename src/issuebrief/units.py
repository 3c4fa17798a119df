"""Units of length: CSS px, 96 to the inch, in points, millimetres and the other units of CSS.

In:  nothing.
Out: factors (CSS Values and Units 4, section 6.2).
"""

from __future__ import annotations

PX_PER_INCH = 96
PT_PER_INCH = 72
MM_PER_INCH = 25.4
PT_PER_PX = PT_PER_INCH / PX_PER_INCH
PX_PER_PT = PX_PER_INCH / PT_PER_INCH
MM_PER_PX = MM_PER_INCH / PX_PER_INCH
PX_PER_MM = PX_PER_INCH / MM_PER_INCH

PX_PER = {
    "px": 1.0,
    "pt": PX_PER_PT,
    "pc": 16.0,
    "in": float(PX_PER_INCH),
    "cm": 96 / 2.54,
    "mm": PX_PER_MM,
    "q": 24 / 25.4,
}
"""CSS px to each absolute unit, by its name in small letters."""
