"""The rules of CSS that declare a family.

In:  a `Family`.
Out: the text of a style sheet that lies beside its files.
"""

from __future__ import annotations

from bisect import bisect
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from issuebrief.typefaces.family import Family, FamilyFace

MOST_RANGES = 500
"""So many ranges are written as they are: a style sheet may have no more than some thousands in a rule."""
WIDTH = 100
"""Letters on a line of a list of ranges."""


def style_sheet(family: Family) -> str:
    """The style sheet of a family."""
    head = f"/* {family.name}: written by `issuebrief fonts add`. Import it in a theme. */\n"
    return head + "\n".join(_rule(family.name, face) for face in family.faces)


def _rule(name: str, face: FamilyFace) -> str:
    facts = face.file.facts
    least, most = facts.weights
    member = f"#{quote(face.file.member)}" if face.file.member else ""
    lines = [
        f'font-family: "{name}"',
        f'src: url("{face.file.name}{member}")',
        f"font-weight: {least:g}" if least == most else f"font-weight: {least:g} {most:g}",
        f"font-style: {'italic' if facts.is_italic else 'normal'}",
    ]
    if face.characters:
        lines.append(f"unicode-range: {_wrapped(_ranges_of(face))}")
    return "@font-face {\n" + "".join(f"  {line};\n" for line in lines) + "}\n"


def _ranges_of(face: FamilyFace) -> list[str]:
    """The ranges of a face; where they are many, as in Chinese, with code points between that it has not."""
    exact = list(ranges(face.characters))
    if len(exact) <= MOST_RANGES:
        return exact
    left = sorted(face.file.facts.characters - face.characters)
    own = sorted(face.characters)
    spans = [[own[0], own[0]]]
    for before, character in pairwise(own):
        if bisect(left, before) == bisect(left, character):
            spans[-1][1] = character
        else:
            spans.append([character, character])
    return [f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in spans]


def ranges(characters: Iterable[int]) -> Iterator[str]:
    """Characters as ranges: `U+20-7E`, `U+A0`."""
    ordered = sorted(characters)
    start = previous = ordered[0] if ordered else 0
    for character in [*ordered[1:], -1]:
        if character == previous + 1:
            previous = character
            continue
        if ordered:
            yield f"U+{start:X}" if start == previous else f"U+{start:X}-{previous:X}"
        start = previous = character


def _wrapped(parts: Iterable[str]) -> str:
    lines, line = [], ""
    for part in parts:
        if line and len(line) + len(part) > WIDTH:
            lines.append(line.rstrip())
            line = ""
        line += f"{part}, "
    return "\n    ".join([*lines, line]).rstrip(", ")
