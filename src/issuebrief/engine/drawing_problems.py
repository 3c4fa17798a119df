"""What the engine said while it drew pages, as problems.

In:  the lines that it logged, and the path of the brief.
Out: problems: pictures and words that are missing, and drawings that take much memory together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, SourceRange, warning
from issuebrief.engine.log import layout_problem, objects_left

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

OF_ANY, OF_A_THOUSAND = 80, 22
"""MB of memory that any brief takes, and that a thousand objects of drawings take on top: measured with
gradients, of which others take less."""
MUCH = 550
"""MB that are not told."""


def drawing_problems(lines: Sequence[str], path: Path) -> tuple[Diagnostic, ...]:
    """What is wrong with pages that were drawn, in the order in which it was met."""
    met = tuple(problem for line in lines if (problem := layout_problem(line, path)))
    return (*met, *_much_memory(lines, path))


def _much_memory(lines: Sequence[str], path: Path) -> tuple[Diagnostic, ...]:
    """A warning of drawings that leave so much in the PDF that it takes more memory than any brief."""
    left = objects_left(lines, path)
    objects = sum(left.values())
    megabytes = OF_ANY + objects * OF_A_THOUSAND / 1000
    if megabytes <= MUCH:
        return ()
    drawings = "this drawing leaves" if len(left) == 1 else f"this drawing and {len(left) - 1} more leave"
    message = (
        f"{drawings} {objects:,} gradients, patterns and transparent parts in the PDF, "
        f"which may take {round(megabytes, -2):,.0f} MB of memory"
    )
    hint = "simplify the drawings, or export those with most shapes as pixels; -j 1 sets one brief at a time"
    return (
        warning("picture.much-memory", message, SourceRange(max(left, key=lambda each: left[each])), hint),
    )
