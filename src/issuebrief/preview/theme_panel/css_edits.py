"""Edit a style sheet in one place, and leave every other byte as it is.

In:  the text of a sheet, a design token and its value, and where a declaration or a rule begins.
Out: the text with the value exchanged, or with a declaration more.

Places are lines and columns as tinycss2 counts them: a line may end in any of the ways that CSS knows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE_END = re.compile(r"\r\n|[\r\n\f]")
PART = re.compile(
    r"(?P<comment>/\*.*?(?:\*/|\Z))"
    r"|(?P<string>\"(?:[^\"\\\n]|\\.)*(?:\"|(?=\n)|\Z)|'(?:[^'\\\n]|\\.)*(?:'|(?=\n)|\Z))"
    r"|(?P<white>\s+)|(?P<open>[({\[])|(?P<close>[)}\]])|(?P<word>\\.|[^\s\"'(){}\[\];:!/]+|.)",
    re.DOTALL,
)
TAIL = re.compile(r"[ \t]*(?:/\*[^\r\n]*?\*/)?")
SILENT = ("white", "comment")


class _Part(NamedTuple):
    """A part of CSS: what it says, from where to where, and what it is.

    White space and comments are silent; a bracket is an end where it was opened before what is looked at.
    """

    said: str
    start: int
    end: int
    is_silent: bool
    is_end: bool


def with_value(text: str, line: int, column: int, value: str) -> str:
    """The text with another value in the declaration that begins there; what is important stays so."""
    start, end = _value_at(text, offset_of(text, line, column))
    return text[:start] + value + text[end:]


def with_declaration(text: str, line: int, column: int, token: str, value: str) -> str:
    """The text with a declaration more in the rule whose selector begins there, behind its other tokens."""
    brace = next(part for part in _parts(text, offset_of(text, line, column)) if part.said == "{")
    names = list(_names_in(text, brace.end))
    if not names:
        return _into_empty(text, brace.end, token, value)
    behind = _value_at(text, names[-1].start)[1]
    stop = next(part for part in _parts(text, behind) if part.said == ";" or part.is_end)
    if stop.is_end:
        return _behind(f"{text[:behind]};{text[behind:]}", behind + 1, brace.end, token, value)
    return _behind(text, stop.end, brace.end, token, value)


def with_rule(text: str, token: str, value: str) -> str:
    """The text with a rule more at its end."""
    end = line_end_of(text)
    before = text if not text or text[-1] in "\r\n\f" else text + end
    gap = end if before else ""
    return f"{before}{gap}:root {{{end}  {token}: {value};{end}}}{end}"


def line_end_of(text: str) -> str:
    """How the lines of a text end."""
    found = LINE_END.search(text)
    return found[0] if found and found[0] != "\f" else "\n"


def offset_of(text: str, line: int, column: int) -> int:
    """How many characters stand before a line and column, both from 1."""
    start = 0
    for number, found in enumerate(LINE_END.finditer(text), 2):
        if number > line:
            break
        start = found.end()
    return start + column - 1


def _parts(text: str, start: int) -> Iterator[_Part]:
    """The parts of CSS from somewhere on, without what stands in brackets that are opened there."""
    depth = 0
    for found in PART.finditer(text, start):
        kind = found.lastgroup
        depth -= kind == "close"
        if depth <= 0:
            yield _Part(found[0], found.start(), found.end(), kind in SILENT, depth < 0)
        depth += kind == "open"


def _value_at(text: str, start: int) -> tuple[int, int]:
    """From where to where the value stands of the declaration whose name begins at `start`."""
    parts = _parts(text, start)
    colon = next(part for part in parts if part.said == ":")
    said: list[_Part] = []
    for part in parts:
        if part.said == ";" or part.is_end:
            break
        if not part.is_silent:
            said.append(part)
    if not said:
        return colon.end, colon.end
    if len(said) > 2 and (said[-2].said, said[-1].said.lower()) == ("!", "important"):
        said = said[:-2]
    return said[0].start, said[-1].end


def _names_in(text: str, start: int) -> Iterator[_Part]:
    """The names of the tokens that are declared in the block which begins at `start`."""
    is_first = True
    for part in _parts(text, start):
        if part.is_end:
            return
        if part.is_silent:
            continue
        if is_first and part.said.startswith("--"):
            yield part
        is_first = part.said in (";", "}")


def _into_empty(text: str, place: int, token: str, value: str) -> str:
    """The text with the first token of a rule, before whatever the rule says."""
    end = line_end_of(text)
    rest = text[place:]
    if LINE_END.search(rest[: len(rest) - len(rest.lstrip())]):
        return f"{text[:place]}{end}  {token}: {value};{rest}"
    return f"{text[:place]} {token}: {value};{' ' if rest.lstrip() == rest else ''}{rest}"


def _behind(text: str, place: int, begin: int, token: str, value: str) -> str:
    """The text with a declaration behind one that ends at `place`, in a block that begins at `begin`.

    It has a line of its own where that one is on another line than the beginning of the block.
    """
    line_start = max(text.rfind(end, 0, place) for end in "\r\n\f") + 1
    line = text[line_start:place]
    if line_start < begin:
        return f"{text[:place]} {token}: {value};{text[place:]}"
    # A comment on the same line belongs to what stands before it.
    tail = TAIL.match(text, place)
    at = tail.end() if tail and LINE_END.match(text, tail.end()) else place
    indent = line[: len(line) - len(line.lstrip())]
    return f"{text[:at]}{line_end_of(text)}{indent}{token}: {value};{text[at:]}"
