"""What holds the lines of a text: quotations, and items with all that goes on below them.

In:  the lines of a manuscript, code in them masked.
Out: for each line what it begins with, and whether it stands in a quotation or an item.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MARK = r"(?:[-*+]|\d{1,9}[.)]|:|\[\^[^\[\]\n]+\]:)(?:[ \t]+|$)"
"""What begins an item, a definition or a note."""
EDGE = re.compile(r"(?:[ \t]*>)*[ \t]*")
HOLDS = re.compile(rf"[ \t]*{MARK}")
TAB = 4


def parted(line: str) -> tuple[str, str]:
    """What a line begins with, signs of quotations and blanks, and its own text."""
    found = EDGE.match(line)
    end = found.end() if found else 0
    return line[:end], line[end:]


def held_lines(lines: Sequence[str]) -> list[bool]:
    """Whether each line stands in a quotation or is indented in an item, and is no indented code.

    The last line above that is indented less is kept on a stack, so that each is looked at once.
    """
    held: list[bool] = []
    outer: list[tuple[int, bool]] = []
    for line in lines:
        edge, text = parted(line)
        if not text:
            held.append(False)
            continue
        indent = len(line[: len(line) - len(line.lstrip())].expandtabs(TAB))
        while outer and outer[-1][0] >= indent:
            outer.pop()
        held.append(">" in edge or bool(indent and outer and outer[-1][1]))
        outer.append((indent, bool(HOLDS.match(line))))
    return held
