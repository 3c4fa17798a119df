"""Show on a terminal which briefs are being worked on; elsewhere only lines that stay.

In:  what begins and what is done.
Out: lines. On a terminal the last ones are live: they say what is under way and are redrawn
     at each change; a pipe or a file gets the lines that stay and nothing else.
"""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TextIO

SHOWN = 8  # live lines at most


def is_terminal(stream: TextIO, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether lines on this stream can be redrawn."""
    return stream.isatty() and environ.get("TERM") != "dumb"


def in_colour(stream: TextIO, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether to colour: `NO_COLOR` and `FORCE_COLOR` decide, then whether a person is watching."""
    if environ.get("NO_COLOR"):
        return False
    return bool(environ.get("FORCE_COLOR")) or is_terminal(stream, environ)


class Progress:
    """The lines of one run; a context manager that leaves no live line behind."""

    def __init__(self, total: int, verb: str, stream: TextIO | None = None, *, quiet: bool = False) -> None:
        self.stream = stream or sys.stdout
        self.live = is_terminal(self.stream) and not quiet
        self.total, self.verb = total, verb
        self.finished = 0
        self.under_way: list[str] = []
        self.drawn = 0

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._show("", [])

    def begin(self, name: str) -> None:
        """A brief is being worked on."""
        self.under_way.append(name)
        self._show("", self._live_lines())

    def finish(self, name: str, line: str) -> None:
        """A brief is done; `line` stays."""
        self.under_way.remove(name)
        self.finished += 1
        self._show(f"{line}\n" if line else "", self._live_lines())

    def _live_lines(self) -> list[str]:
        width = shutil.get_terminal_size().columns - 1
        lines = [f"{self.verb} {name} …" for name in self.under_way[:SHOWN]]
        waiting = self.total - self.finished - len(self.under_way[:SHOWN])
        if lines and waiting:
            lines.append(f"{waiting} more to come, {self.finished} of {self.total} done")
        return [line[:width] for line in lines]

    def _show(self, lasting: str, live: list[str]) -> None:
        """Take the live lines away, write what stays, and draw the live lines below it."""
        if not self.live:
            self.stream.write(lasting)
        else:
            wipe = f"\x1b[{self.drawn}F\x1b[J" if self.drawn else ""
            self.stream.write(wipe + lasting + "".join(f"{line}\n" for line in live))
            self.drawn = len(live)
        self.stream.flush()
