"""What is told of drawings that take much memory together."""

from __future__ import annotations

from pathlib import Path

from issuebrief.diagnostics.model import Severity
from issuebrief.engine.drawing_problems import drawing_problems

BRIEF = Path("/work/brief.md")


def test_drawings_that_are_fine_each_are_told_where_they_take_much_memory_together() -> None:
    lines = [
        f"SVG image file:///work/{name}.svg leaves {count} objects"
        for name, count in [("a", 9_000), ("b", 12_000)]
    ]
    assert drawing_problems(lines, BRIEF) == ()
    (problem,) = drawing_problems([*lines, lines[0]], BRIEF)
    assert (problem.code, problem.severity) == ("picture.much-memory", Severity.WARNING)
    assert problem.message == (
        "this drawing and 1 more leave 30,000 gradients, patterns and transparent parts in the PDF, "
        "which may take 700 MB of memory"
    )
    assert problem.place and problem.place.path == Path("/work/a.svg")
