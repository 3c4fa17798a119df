"""A specification that somebody else wrote, drawn in a process with bounds of time and memory.

In:  a specification, as text, and the look of charts, whose fonts its words are measured in.
Out: the text of an SVG; raises `NotDrawn`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.charts.rendering import confined_drawing
from issuebrief.charts.rendering.render import NotDrawn, first_line, plain
from issuebrief.time_limit import ended_within

if TYPE_CHECKING:
    from issuebrief.charts.looks.look import ChartLook

SECONDS = 8
"""Of work that a drawing may take; one of a thousand points takes a tenth of one."""
MEMORY = 2_000_000_000
"""Bytes that it may take."""
MOST_SVG = 4_000_000
"""Bytes of a drawing, beyond which it is no drawing for a page."""


@lru_cache(maxsize=32)
def draw_confined(specification: str, look: ChartLook) -> str:
    """The drawing of a specification; raises `NotDrawn`."""
    with tempfile.TemporaryDirectory(prefix="issuebrief-") as name:
        folder = Path(name)
        for file, font in (("regular.otf", look.regular), ("bold.otf", look.bold)):
            if font:
                (folder / file).write_bytes(font)
        (folder / "in.json").write_bytes(specification.encode("utf-8", "replace"))
        status = _run(folder)
        drawn, said = folder / "out.svg", (folder / "errors").read_text("utf-8", "replace")
        if status == 0:
            if drawn.stat().st_size > MOST_SVG:
                raise NotDrawn(f"the drawing would have {drawn.stat().st_size:,} bytes: show less")
            return plain(drawn.read_text("utf-8"))
    if status == 3:
        raise NotDrawn(first_line(said))
    raise NotDrawn(f"it took more than {SECONDS} seconds of work, or too much memory")


def _run(folder: Path) -> int:
    """Let the process work in a folder; the status that it ended with, -1 where it was stopped."""
    script = Path(confined_drawing.__file__)
    command = [sys.executable, "-I", "-B", str(script), str(folder), str(SECONDS), str(MEMORY)]
    with (
        (folder / "in.json").open("rb") as given,
        (folder / "out.svg").open("wb") as drawn,
        (folder / "errors").open("wb") as errors,
    ):
        process = subprocess.Popen(command, stdin=given, stdout=drawn, stderr=errors, cwd=folder)
    status = ended_within(process, SECONDS)
    return -1 if status is None else status
