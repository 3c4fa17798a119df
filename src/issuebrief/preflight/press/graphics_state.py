"""The graphics state of a press file, as far as a printer's preflight asks about it.

In:  operators that change it, with their operands, and the resources that they name.
Out: the state afterwards (ISO 32000-1, 8.4).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from issuebrief.preflight.press.colours import Colour, colour, foreign
from issuebrief.preflight.press.geometry import IDENTITY, Matrix, numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

DEVICE = {"g": "/DeviceGray", "rg": "/DeviceRGB", "k": "/DeviceCMYK"}
BLACK = Colour(inks=(0.0, 0.0, 0.0, 1.0))
SPACES = frozenset(("cs", "sc", "scn"))


@dataclass(frozen=True, slots=True)
class GraphicsState:
    """The state; the size of text and the width of lines are in units of its matrix."""

    matrix: Matrix = IDENTITY
    fill: Colour = BLACK
    stroke: Colour = BLACK
    fill_space: Any = "/DeviceGray"
    stroke_space: Any = "/DeviceGray"
    width: float = 1.0
    size: float = 0.0
    overprints: bool = False

    def coloured(self, name: str, operands: Any, resources: Any) -> GraphicsState:
        """The state after an operator that sets a colour or its space."""
        side = "stroke" if name[0].isupper() else "fill"
        if (device := DEVICE.get(name.lower())) is not None:
            return self._with(side, device, colour(device, numbers(operands)))
        if name.lower() == "cs":
            space = (resources.get("/ColorSpace") or {}).get(str(operands[0]), operands[0])
            return self._with(side, space, Colour(0.0, foreign(space)))
        space = getattr(self, f"{side}_space")
        return self._with(side, space, colour(space, numbers(operands)))

    def measured(self, name: str, values: Sequence[float]) -> GraphicsState:
        """The state after an operator that sets the width of lines or the size of text."""
        return replace(self, width=values[-1]) if name == "w" else replace(self, size=abs(values[-1]))

    def changed(self, operands: Any, resources: Any) -> GraphicsState:
        """The state after one that is called by its name."""
        called = (resources.get("/ExtGState") or {}).get(str(operands[0]))
        if called is None:
            return self
        width = float(called.get("/LW", self.width))
        over = called.get("/op", called.get("/OP", self.overprints))
        return replace(self, width=width, overprints=bool(over))

    def _with(self, side: str, space: Any, paint: Colour) -> GraphicsState:
        if side == "fill":
            return replace(self, fill_space=space, fill=paint)
        return replace(self, stroke_space=space, stroke=paint)


def sets_colour(name: str) -> bool:
    """Whether an operator sets a colour or its space."""
    return name.lower() in DEVICE or name.lower() in SPACES
