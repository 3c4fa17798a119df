"""Paths of drawings (SVG) that are read in one pass: those of plain numbers, without arcs.

In:  a path's `d`, as SVG 1.1 (8.3) has it.
Out: its operators in a PDF, the same that WeasyPrint would draw; None for any other path.

WeasyPrint cuts each point off the rest of the path by regular expressions, which takes longer than all
else that is done to a drawing. What it notes beside, the corners where markers go, is left out here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)")
COMMAND = re.compile("([MLHVCSQTZmlhvcsqtz])([^MLHVCSQTZmlhvcsqtz]*)")
NOT_PLAIN = re.compile("[^MLHVCSQTZmlhvcsqtz \t\r\n,]")
"""What no plain path has beside its numbers."""
TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2}
"""How many numbers each command takes."""

Numbers = tuple[float, ...]
Steps = list[tuple[str, Numbers]]


def plain_operators(path: str) -> bytes | None:
    """The operators that draw a path; None where it has more than plain lines and curves."""
    steps = _steps(path)
    return None if steps is None else "\n".join(["0 0 m", *_drawn(steps)]).encode("ascii")


def _steps(path: str) -> Steps | None:
    """The commands of a path, each with the numbers that it takes once; None for one that is not plain."""
    if not path.lstrip().startswith(("M", "m")) or NOT_PLAIN.search(NUMBER.sub(" ", path)):
        return None
    steps: Steps = []
    before = ""
    for letter, text in COMMAND.findall(path):
        numbers = tuple(map(float, NUMBER.findall(text)))
        takes = TAKES.get(letter.upper(), 0)
        # A smooth curve that goes on from nothing is left to WeasyPrint.
        if letter in "Tt" and before not in "QqTt":
            return None
        before = letter
        if not takes:
            if numbers:
                return None
            steps.append((letter, ()))
            continue
        if not numbers or len(numbers) % takes:
            return None
        for start in range(0, len(numbers), takes):
            steps.append((letter, numbers[start : start + takes]))
            letter = {"M": "L", "m": "l"}.get(letter, letter)
    return steps


def _drawn(steps: Steps) -> Iterator[str]:
    """The operators of the commands, in absolute numbers."""
    x = y = 0.0
    # Where the part of the path began that a `z` would close, and the last handle of the curve before.
    begin: Numbers = ()
    handle: Numbers = ()
    before = "M"
    for letter, numbers in steps:
        if before in "MmZz":
            begin = () if letter in "MmZz" else (x, y)
        points = _absolute(letter, numbers, x, y)
        if letter in "Zz":
            points = begin
            if begin:
                yield "h"
        elif letter in "Mm":
            yield _operator(points, "m")
        elif letter in "LlHhVv":
            yield _operator(points, "l")
        elif letter in "QqTt":
            if letter in "Tt":
                points = (x + x - handle[0], y + y - handle[1], *points)
            yield _operator(_cubic(x, y, *points), "c")
        else:
            if letter in "Ss":
                goes_on = before in "CcSs"
                points = (*((x + (x - handle[0]), y + (y - handle[1])) if goes_on else (x, y)), *points)
            yield _operator(points, "c")
        handle = points[-4:-2]
        if points:
            x, y = points[-2:]
        before = letter


def _absolute(letter: str, numbers: Numbers, x: float, y: float) -> Numbers:
    """The points of a command whose letter is small, from the origin and not from the last point."""
    if letter.isupper():
        return (numbers[0], y) if letter == "H" else (x, numbers[0]) if letter == "V" else numbers
    if letter == "h":
        return (numbers[0] + x, y)
    if letter == "v":
        return (x, numbers[0] + y)
    if len(numbers) == 2:
        return (numbers[0] + x, numbers[1] + y)
    return tuple([number + (y if place % 2 else x) for place, number in enumerate(numbers)])


def _cubic(x0: float, y0: float, x1: float, y1: float, x2: float, y2: float) -> Numbers:
    """A quadratic curve as a cubic one."""
    x, y = x1 * 2 / 3, y1 * 2 / 3
    return (x + x0 / 3, y + y0 / 3, x + x2 / 3, y + y2 / 3, x2, y2)


def _operator(points: Numbers, name: str) -> str:
    """An operator after its numbers, each as pydyf writes it."""
    written = [str(int(x)) if x.is_integer() else f"{x:f}".rstrip("0") for x in points]
    return f"{' '.join(written)} {name}"
