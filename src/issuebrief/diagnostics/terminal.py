"""Word problems as lines for a terminal.

In:  the problems that all stages gathered.
Out: text: for each problem its place, what is wrong, the offending line with what is meant underlined, and a
     hint; and at the end how many there are.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, Severity, SourceRange
from issuebrief.file_access import real_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WIDTH = 96
"""How many columns of an offending line are shown at most."""

TAB = 4
NAMES = {Severity.INFO: "note", Severity.WARNING: "warning", Severity.ERROR: "error"}
COLOURS = {Severity.INFO: "36", Severity.WARNING: "33", Severity.ERROR: "31"}
INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Signs that could upset a terminal, or that nobody could see there."""


def render_problems(problems: Iterable[Diagnostic], *, colour: bool, root: Path) -> str:
    """The problems in the order of file and line, errors first, and a closing line that counts them.

    Paths inside `root` are given from there. Without problems the text is empty.
    """
    found = in_order(problems)
    if not found:
        return ""
    blocks = [_block(problem, colour, root) for problem in found]
    return "\n\n".join([*blocks, tally(found)]) + "\n"


def in_order(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The problems in the order of file and line, errors first, each once."""
    return _once(sorted(dict.fromkeys(problems), key=_order))


def tally(problems: Iterable[Diagnostic]) -> str:
    """How many problems there are, such as `2 errors, 1 warning`."""
    counts = Counter(problem.severity for problem in problems)
    return ", ".join(
        f"{counts[severity]} {NAMES[severity]}{'s' if counts[severity] > 1 else ''}"
        for severity in sorted(counts, reverse=True)
    )


def paint(text: str, code: str, colour: bool) -> str:
    """The text as a terminal shows it: `1` is bold, `2` faint, `31` red; or plain."""
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text


def _order(problem: Diagnostic) -> tuple[str, int, int, int]:
    place = problem.place
    if place is None:
        return ("", 0, -problem.severity, 0)
    return (str(place.path), place.line, -problem.severity, place.column)


def _once(problems: list[Diagnostic]) -> list[Diagnostic]:
    """The problems without those that say the same of the same place as one before them."""
    kept = {_said(problem): problem for problem in reversed(problems)}
    return [problem for problem in problems if kept[_said(problem)] is problem]


def _said(problem: Diagnostic) -> tuple[str, str, SourceRange | None]:
    return problem.code, problem.message, problem.place and problem.place.start


def _block(problem: Diagnostic, colour: bool, root: Path) -> str:
    place = paint(f"{_shown_place(problem.place, root)}:", "1", colour) + " " if problem.place else ""
    name = paint(f"{NAMES[problem.severity]}:", f"1;{COLOURS[problem.severity]}", colour)
    pages = f"{on_pages(problem)}: " if problem.spots else ""
    lines = [f"{place}{name} {pages}{visible(problem.message)} {paint(f'[{problem.code}]', '2', colour)}"]
    if problem.excerpt.strip():
        lines += _excerpt(problem, colour)
    if problem.hint:
        first, *rest = problem.hint.split("\n")
        lines.append(f"  {paint('hint:', '1', colour)} {visible(first)}")
        lines += [f"        {visible(line)}" for line in rest]
    return "\n".join(lines)


def _excerpt(problem: Diagnostic, colour: bool) -> Iterator[str]:
    """The line that the problem begins on, what is meant underlined; and where that ends further down."""
    place = problem.place or SourceRange(Path())
    goes_on = place.end_line > place.line
    shown = excerpt_at(problem.excerpt, place.column, 0 if goes_on else place.end_column)
    gutter = f"{place.line or ''}".rjust(5)
    yield f"{paint(f'{gutter} |', '2', colour)} {shown.before}{shown.meant}{shown.after}"
    underline = "^" * max(_width(shown.meant), 1)
    mark = f"{' ' * _width(shown.before)}{paint(underline, COLOURS[problem.severity], colour)}"
    rest = (mark if place.column else "") + (f" to line {place.end_line}" if goes_on else "")
    if rest:
        yield f"{paint('      |', '2', colour)} {rest.strip() if not place.column else rest}"


def on_pages(problem: Diagnostic) -> str:
    """The pages that a problem shows on: `page 3`, `pages 1, 2`."""
    pages = list(dict.fromkeys(str(spot.page) for spot in problem.spots))
    return f"page{'s' if len(pages) > 1 else ''} {', '.join(pages)}"


def path_from(path: Path, root: Path) -> Path:
    """A path as it is seen from a folder, where it lies in it."""
    for outer, inner in ((root, path), (real_path(root), real_path(path))):
        if inner.is_relative_to(outer):
            return inner.relative_to(outer)
    return path


def _shown_place(place: SourceRange, root: Path) -> str:
    return visible(str(replace(place, path=path_from(place.path, root))))


def visible(text: str) -> str:
    """The text on one line, with nothing in it that could upset a terminal."""
    return INVISIBLE.sub("\ufffd", text.replace("\r", " ").replace("\n", " ").replace("\t", " "))


@dataclass(frozen=True)
class Excerpt:
    """As much of a line as a terminal shows: what is meant, and what stands before and behind it."""

    before: str
    meant: str
    after: str


def excerpt_at(line: str, column: int, end: int = 0) -> Excerpt:
    """The line, cut to `WIDTH` around the column; what is meant ends before `end`, or with the line."""
    line = INVISIBLE.sub("\ufffd", line.rstrip())
    index = min(max(column - 1, 0), len(line))
    first = _reach(line, index, WIDTH * 2 // 3, -1)
    before = _spread(line[first:index])
    last = _reach(line, index, WIDTH - _width(before), 1)
    left, right = ("… " if first else ""), (" …" if last < len(line) else "")
    stop = min(max(end - 1, index), last) if end else last
    shown = line[stop:last].rstrip() if right else line[stop:last]
    return Excerpt(left + before, _spread(line[index:stop]), _spread(shown) + right)


def _reach(line: str, index: int, room: int, step: int) -> int:
    """How far one can go from the index, to the left (-1) or the right (1), within so many columns."""
    while index > 0 if step < 0 else index < len(line):
        room -= _width(_spread(line[index - 1 if step < 0 else index]))
        if room < 0:
            break
        index += step
    return index


def _spread(text: str) -> str:
    """The text with spaces in place of tabs."""
    return text.replace("\t", " " * TAB)


def _width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )
