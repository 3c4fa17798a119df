"""A rule of a style sheet with its place, and the lines of the sheet.

In:  what tinycss2 read, and the text that it was read from.
Out: `Rule`, a line by its number, and the place of what stands in a sheet.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import SourceRange

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.engine.protocols import CssNode

Layer = tuple[str, ...]
"""A cascade layer by the names of those it lies in and its own; empty for none."""


@dataclass(frozen=True)
class Rule:
    """A rule as tinycss2 reads it (one with selectors, or `@font-face`), its file and its layer.

    `text` is all of the file.
    """

    node: CssNode
    sheet: Path
    layer: Layer = ()
    text: str = field(default="", repr=False)


def line_of(text: str, line: int) -> str:
    """A line of a style sheet, by its number from 1; empty where it has none."""
    lines = lines_of(text)
    return lines[line - 1] if 0 < line <= len(lines) else ""


@lru_cache(maxsize=16)
def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a style sheet, of which thousands may be asked for one after another."""
    return tuple(text.splitlines())


def place_of(sheet: Path, node: CssNode) -> SourceRange:
    """Where something stands in a style sheet: the name of a declaration or at-rule, else its first word."""
    place = SourceRange(sheet, node.source_line, node.source_column)
    name = node.name if node.type == "declaration" else f"@{getattr(node, 'at_keyword', '')}"
    return place.covering(name) if name != "@" else place
