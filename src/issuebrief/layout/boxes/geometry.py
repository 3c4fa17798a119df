"""Places on a page, as numbers.

In:  nothing.
Out: `Rect`, a rectangle in px (96 to the inch) from the page's top left corner.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, in px from the top left corner of the page's trimmed sheet."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    def common(self, other: Rect) -> Rect:
        """What lies in both rectangles; of no size where nothing does."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        width, height = min(self.right, other.right) - x, min(self.bottom, other.bottom) - y
        return Rect(x, y, max(width, 0.0), max(height, 0.0))
