"""A rule of a style sheet with its place, and the lines of the sheet.

In:  what tinycss2 read, and the text that it was read from.
Out: `Rule`, a line by its number, the place of what stands in a sheet, and the media that rules are for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import SourceRange

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from issuebrief.engine.protocols import CssNode

MEDIA = {"all", "print"}
ALL_MEDIA = MEDIA | {
    "screen",
    "speech",
    "aural",
    "braille",
    "embossed",
    "handheld",
    "projection",
    "tty",
    "tv",
}
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


def for_paper(prelude: Sequence[CssNode]) -> bool:
    """Whether rules for these media are looked at; conditions (`min-width: …`) never are."""
    queries = list(between_commas(prelude))
    if not any(queries):
        return True
    return any(
        len(query) == 1 and query[0].type == "ident" and query[0].lower_value in MEDIA for query in queries
    )


def unknown_medium(prelude: Sequence[CssNode]) -> str:
    """The first word that stands where a medium does and is none; empty where each is one."""
    for query in between_commas(prelude):
        words = [token.lower_value if token.type == "ident" else "" for token in query]
        named = next((word for word in words if word not in ("not", "only")), "")
        if named and named not in ALL_MEDIA:
            return named
    return ""


def between_commas(tokens: Sequence[CssNode]) -> Iterator[list[CssNode]]:
    """The parts of a list, without white space and comments."""
    part: list[CssNode] = []
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            yield part
            part = []
        elif token.type not in ("whitespace", "comment"):
            part.append(token)
    yield part
