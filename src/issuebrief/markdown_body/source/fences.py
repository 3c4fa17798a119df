"""Fenced code: lines between fences of backticks or tildes, in lists and quotations too.

In:  Markdown.
Out: where each fence begins and ends. A fence closes one that is no longer than itself, of the same sign and
     as deep in quotations. One that nothing closes holds the lines up to the next empty one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = r"(?:[-*+:]|\d{1,9}[.)]|\[\^[^\[\]\n]+\]:)[ \t]{1,4}"
LINE = re.compile(
    rf"^(?P<prefix>(?:[ \t]*>)*[ \t]*)(?P<mark>(?:{MARK})*)(?P<fence>`{{3,}}|~{{3,}})(?P<info>[^\n]*)$",
    re.MULTILINE,
)
ITEM = re.compile(r"^[ \t]*(?:[-*+:]|\d+[.)]|\[\^[^\[\]\n]+\]:)(?:[ \t]|$)", re.MULTILINE)
"""What begins an item, a definition or a note, whose further lines are indented."""
OUTER = re.compile(r"^(?! {4}| {0,3}\t)\S", re.MULTILINE)
INFO = re.compile(r"\S*|\S*\s*\{.*\}|\S+\s+\w+=.*")
BLANK = re.compile(r"\n[> \t]*(?=\n|\Z)")


@dataclass(frozen=True, slots=True)
class Fence:
    """Fenced code by its offsets: of the whole, and of the lines between the fences.

    `prefix` is what stands before the fence: blanks, or the signs of a quotation; `info`, what stands behind.
    `mark` begins the item, definition or note that begins with the code, on the line of the fence.
    """

    start: int
    text: int
    text_end: int
    end: int
    prefix: str
    info: str
    closed: bool = True
    mark: str = ""


def find_fences(text: str) -> Iterator[Fence]:
    """All fenced code of a text, in its order."""
    if "```" not in text and "~~~" not in text:
        return
    lines = [match for match in LINE.finditer(text) if _may_be_one(match)]
    closings = _Closings(lines)
    position = 0
    for match in lines:
        if match.start() < position or (_is_deep(match["prefix"]) and not _is_in_list(text, match.start())):
            continue
        closing = closings.of(match)
        if closing and _opens_between(lines, match, closing):
            closing = None
        if closing or INFO.fullmatch(match["info"].strip()):
            found = _fence(text, match, closing)
            position = found.end
            yield found


def _may_be_one(match: re.Match[str]) -> bool:
    return match["fence"][0] == "~" or "`" not in match["info"]


def _kind(match: re.Match[str]) -> tuple[str, int]:
    return match["fence"][0], match["prefix"].count(">")


def _is_deep(prefix: str) -> bool:
    """Whether a line would be indented code, were it not in a list."""
    return ">" not in prefix and len(prefix.expandtabs(4)) > 3


def _is_in_list(text: str, start: int) -> bool:
    """Whether the last line above that is not indented begins what goes on in indented lines."""
    while start > 0:
        end = start - 1
        start = text.rfind("\n", 0, end) + 1
        if OUTER.match(text, start, end):
            return bool(ITEM.match(text, start, end))
    return False


class _Closings:
    """The lines that may close a fence."""

    def __init__(self, lines: list[re.Match[str]]) -> None:
        self._bare = [match for match in lines if not match["info"].strip() and not match["mark"]]
        self._by_least: dict[tuple[tuple[str, int], int], list[re.Match[str]]] = {}
        """Those of a kind that have so many signs at the least."""

    def of(self, opening: re.Match[str]) -> re.Match[str] | None:
        """The first line that closes a fence."""
        kind, least = _kind(opening), len(opening["fence"])
        if (kind, least) not in self._by_least:
            self._by_least[kind, least] = [
                match for match in self._bare if _kind(match) == kind and len(match["fence"]) >= least
            ]
        known = self._by_least[kind, least]
        after = bisect_left(known, opening.end(), key=lambda match: match.start())
        return known[after] if after < len(known) else None


def _opens_between(lines: list[re.Match[str]], opening: re.Match[str], closing: re.Match[str]) -> bool:
    """Whether another fence opens before the closing one: then that is not this one's."""
    first = bisect_left(lines, opening.end(), key=lambda match: match.start())
    last = bisect_left(lines, closing.start(), key=lambda match: match.start())
    return any(
        (match["info"].strip() or match["mark"])
        and _kind(match) == _kind(opening)
        and len(match["fence"]) >= len(opening["fence"])
        for match in lines[first:last]
    )


def _fence(text: str, opening: re.Match[str], closing: re.Match[str] | None) -> Fence:
    start, prefix, info, mark = opening.start(), opening["prefix"], opening["info"].strip(), opening["mark"]
    first = min(opening.end() + 1, len(text))
    if closing is not None:
        return Fence(start, first, closing.start(), closing.end(), prefix, info, mark=mark)
    blank = BLANK.search(text, opening.end())
    end = blank.start() if blank else len(text)
    return Fence(start, min(first, end), end, end, prefix, info, closed=False, mark=mark)
