"""The rules of CSS that declare a family.

In:  a `Family`.
Out: the text of a style sheet that lies beside its files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from issuebrief.typefaces.family import Family, FamilyFace

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
        lines.append(f"unicode-range: {_wrapped(ranges(face.characters))}")
    return "@font-face {\n" + "".join(f"  {line};\n" for line in lines) + "}\n"


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
