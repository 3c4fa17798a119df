"""Drawings kept from one build to the next.

In:  the text of a specification, and a folder beside the outputs.
Out: its SVG: the one that is kept under the sum of the specification and of the version of what draws, or a
     new one.

What is kept is looked at like any picture when the brief is read, and is drawn again where it is not what
was written. So a chart that has not changed costs the reading of a small file.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief import file_access
from issuebrief.charts.rendering.render import drawing_version, svg_of
from issuebrief.transient_files import DRAWINGS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MOST_KEPT = 400
"""Drawings in a folder; past it, those that were not used for longest go."""
DIGEST = 64
"""Characters of a sum, which each file begins with."""


@dataclass(frozen=True)
class DrawingStore:
    """A folder for drawings; without one nothing is kept."""

    folder: Path | None = None

    def svg_of(self, specification: str) -> bytes:
        """The drawing of a specification; raises `NotDrawn`."""
        return self.kept(specification, lambda: svg_of(specification))

    def kept(self, specification: str, make: Callable[[], str]) -> bytes:
        """The drawing of a specification as it is kept, or as `make` makes it."""
        if self.folder is None:
            return make().encode("utf-8")
        key = hashlib.sha256(f"{drawing_version()}\0{specification}".encode("utf-8", "replace")).hexdigest()
        path = self.folder / DRAWINGS / f"{key}.svg"
        with suppress(OSError):
            found = file_access.read(path, (self.folder,), file_access.MOST_TEXT)
            head, drawn = found[:DIGEST], found[DIGEST:]
            if head.decode("ascii", "replace") == hashlib.sha256(drawn).hexdigest():
                return drawn
        drawn = make().encode("utf-8")
        self._keep(path, drawn)
        return drawn

    def _keep(self, path: Path, drawn: bytes) -> None:
        """Write a drawing; where that cannot be done, it costs time at the next build and nothing else."""
        from issuebrief.atomic_write import write_file

        write_file(path, hashlib.sha256(drawn).hexdigest().encode("ascii") + drawn)
        with suppress(OSError):
            files = sorted(path.parent.iterdir(), key=lambda each: each.stat().st_mtime)
            for old in files[: max(len(files) - MOST_KEPT, 0)]:
                old.unlink()
