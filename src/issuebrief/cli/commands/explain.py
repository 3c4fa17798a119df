"""Tell what a problem means, why it matters and how to mend it.

In:  the arguments of `issuebrief explain`.
Out: the explanation of a code, or a list of all codes, on standard output and as wide as the terminal.
"""

from __future__ import annotations

import shutil
import sys
from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from issuebrief.cli.output.progress import in_colour, is_terminal
from issuebrief.diagnostics.codes import CODES
from issuebrief.diagnostics.explain import explanation, explanations
from issuebrief.project.workspace import WrongUsage

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

WIDEST = 96
"""Lines longer than this are hard to read, however wide the terminal is."""

ROOM = 30
"""The columns that the list keeps for codes; those that are longer have a line of their own."""

OFFERED = 3
"""How many codes are offered in place of one that does not exist, or twice as many of the same kind."""


def run(arguments: argparse.Namespace) -> int:
    """Print the explanation; returns 0. Raises `WrongUsage` for a code that does not exist."""
    width = min(shutil.get_terminal_size().columns, WIDEST)
    colour = in_colour(sys.stdout)
    if not arguments.code:
        print("\n".join(_listing(width if is_terminal(sys.stdout) else 0, colour)))
        return 0
    # A code may be copied with the brackets that it is printed in.
    code = arguments.code.strip("[]").lower()
    found = explanation(code)
    if found is None:
        raise WrongUsage(f"there is no problem “{code}”", _instead(code))
    print(found.as_text(width, colour=colour), end="")
    return 0


def _listing(width: int, colour: bool) -> Iterator[str]:
    """All codes by group, each with what it stands for, wrapped where there is a width.

    The colour of a code is that of its severity.
    """
    from textwrap import wrap

    from issuebrief.diagnostics.terminal import COLOURS, paint

    for group, codes in groupby(explanations(), key=lambda each: each.group):
        yield paint(group, "1", colour)
        for each in codes:
            first, *rest = wrap(each.title, max(width - ROOM - 4, 20)) if width else [each.title]
            code = paint(f"{each.code:{ROOM}}", COLOURS[each.severity], colour)
            if width and len(each.code) > ROOM:
                yield f"  {code}"
                code = " " * ROOM
            yield f"  {code}  {first}"
            yield from (f"{'':{ROOM + 4}}{line}" for line in rest)
        yield ""
    yield "for details: issuebrief explain CODE"


def _instead(code: str) -> str:
    """The codes that were probably meant."""
    from difflib import get_close_matches

    near = get_close_matches(code, CODES, 2 * OFFERED)
    near.sort(key=lambda each: _begins_alike(each, code), reverse=True)
    group, _, name = code.partition(".")
    same = [each for each in CODES if each.startswith(f"{group}.") or (name or group) in each]
    offered = list(dict.fromkeys([*near, *same]))[: OFFERED if near else 2 * OFFERED]
    if not offered:
        return "issuebrief explain lists them all"
    *others, last = offered
    return f"did you mean {', '.join(others)} or {last}?" if others else f"did you mean {last}?"


def _begins_alike(one: str, other: str) -> int:
    """How many letters two words have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
