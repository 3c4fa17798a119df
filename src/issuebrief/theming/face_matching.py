"""Which of a family's faces letters are set in.

In:  a family, a slope, a weight and a width; faces.
Out: those that CSS takes for them.

Source: W3C, "CSS Fonts Module Level 4", section 5.2 (matching).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.theming.font_faces import SLOPES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from issuebrief.theming.font_faces import FontFace, Span


def matching(
    family: str, slope: str, weight: float, stretch: float, faces: Iterable[FontFace]
) -> list[FontFace]:
    """The faces of a family that CSS takes for letters: several where they share out the characters.

    First the width is looked at, then the slope, then the weight. The later of two alike comes first.
    """
    own = [face for face in faces if face.family.lower() == family.lower()]
    own = _nearest(own, lambda face: face.stretches, stretch, -1 if stretch <= 100 else 1)
    wanted = SLOPES.get(slope, "normal")
    own = [face for face in own if face.slope == wanted] or own
    way = 1 if weight > 500 else -1
    if 400 <= weight <= 500:
        between = [face for face in own if weight <= face.weights[1] and face.weights[0] <= 500]
        own, way = (between, 1) if between else (own, way)
    return _nearest(own, lambda face: face.weights, weight, way)[::-1]


def _nearest(
    faces: list[FontFace], span: Callable[[FontFace], Span], wanted: float, way: int
) -> list[FontFace]:
    """The faces whose span is nearest, those on the `way` (up or down) before all others."""

    def distance(face: FontFace) -> tuple[bool, float]:
        least, most = span(face)
        off = max(least - wanted, wanted - most, 0.0)
        return off > 0 and (least - wanted) * way < 0, off

    best = min(map(distance, faces), default=(False, 0.0))
    return [face for face in faces if distance(face) == best]
