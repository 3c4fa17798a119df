"""What comes of one chart, and what all charts of a brief share.

In:  nothing; `make_chart.py` and `make_given.py` fill these.
Out: `ChartContext` and `MadeChart`.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.charts.data.model import Unreadable
from issuebrief.charts.data.read_data import decoded
from issuebrief.diagnostics.model import Diagnostic, SourceRange, error, warning
from issuebrief.file_access import MOST_TEXT, read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from issuebrief.charts.data.model import Problems
    from issuebrief.charts.figure import ChartFigure, Rows
    from issuebrief.charts.find_blocks import ChartBlock
    from issuebrief.charts.looks.look import ChartLook
    from issuebrief.charts.rendering.drawing_store import DrawingStore
    from issuebrief.charts.words.chart_words import ChartWords
    from issuebrief.frontmatter.source import Source

NO_WORD = re.compile(r"[^A-Za-z0-9]+")
PLACEHOLDER = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 15"><path d="M0 0h30v15" fill="#fff"/></svg>'
)
"""What stands for a chart that is not drawn, so that all else can be looked at."""


@dataclass(frozen=True)
class ChartContext:
    """What the charts of a brief share; without a look none is drawn."""

    source: Source
    lang: str
    words: ChartWords
    look: ChartLook | None
    store: DrawingStore

    @property
    def folder(self) -> Path:
        """The brief's folder, where its data are."""
        return self.source.path.parent

    @property
    def excerpt(self) -> Callable[[SourceRange], str]:
        """What gives the line that a place begins on: of the brief, or of a file with data beside it."""
        lines_of: dict[Path, list[str]] = {}

        def excerpt(place: SourceRange) -> str:
            if place.path == self.source.path:
                return self.source.line(place.line)
            if place.path not in lines_of:
                lines_of[place.path] = _lines(place.path, self.folder) if place.line else []
            lines = lines_of[place.path]
            return lines[place.line - 1][:400] if 0 < place.line <= len(lines) else ""

        return excerpt


@dataclass(frozen=True)
class MadeChart:
    """What stands in the place of a block: Markdown, a picture by its address, a figure; and problems."""

    markdown: str
    address: str = ""
    picture: bytes = b""
    figure: ChartFigure | None = None
    problems: Problems = ()


def not_made(block: ChartBlock, problems: Problems) -> MadeChart:
    """A block that has errors: nothing stands in its place."""
    return MadeChart(block.fence.prefix.rstrip(), problems=problems)


def address_of(picture: bytes, rows: Rows, name: str) -> str:
    """The address of a drawn picture from the brief's folder: other pictures and other data have others."""
    sum_ = hashlib.sha256(picture + repr(rows).encode("utf-8", "replace"))
    return f"{NO_WORD.sub('-', name).strip('-') or 'chart'}-{sum_.hexdigest()[:12]}.svg"


def problem_at(block: ChartBlock, code: str, message: str, hint: str = "") -> Diagnostic:
    """An error at the line that opens a block."""
    return error(code, message, block.place, hint, block.source.line(block.place.line))


def doubt_at(block: ChartBlock, code: str, message: str, hint: str = "") -> Diagnostic:
    """A warning at the line that opens a block."""
    return warning(code, message, block.place, hint, block.source.line(block.place.line))


def _lines(path: Path, folder: Path) -> list[str]:
    """The lines of a file with data; none where it cannot be read as a text."""
    try:
        return decoded(read(path, (folder,), MOST_TEXT)).split("\n")
    except (OSError, Unreadable):
        return []
