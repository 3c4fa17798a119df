"""The words of a brief as its author typed them, read from the file itself.

In:  Markdown.
Out: `Passage` values in the order in which they are printed: text without markup.

This reader is apart from `markdown_body/` on purpose, and much simpler: it makes nothing of the text, it only
strikes out what is markup (`strikes.py`). What it leaves must be in print.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from issuebrief.preflight.wording.bare_text import typed
from issuebrief.preflight.wording.basic_strikes import struck
from issuebrief.preflight.wording.drawn_tables import drawn_tables
from issuebrief.preflight.wording.nothing import BREAK, NOTHING
from issuebrief.preflight.wording.running_text import floating
from issuebrief.preflight.wording.strikes import without_literals, without_markup

if TYPE_CHECKING:
    from collections.abc import Iterator

INDENT = 4
"""How many blanks further in the entries of a list in a list stand."""
UNSHOWN = "script|style|template|head|datalist"
"""Elements of HTML that browsers do not show."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Text without a break; `start` is its offset in what was read, and `aside` says that it stands aside.

    It `flows` where it is printed behind what is typed before it, unlike figures and notes.
    """

    text: str
    start: int
    aside: bool = False
    flows: bool = False


_DEFINITION = re.compile(r"^ {0,3}\[\^([^\]\n]+)\][ \t]*:[ \t]*", re.MULTILINE)
_GOES_ON = re.compile(
    r"(?:\n(?![ \t]*\n| {0,3}\[\^[^\]\n]+\][ \t]*:| {0,3}#{1,6}\s| {0,3}!!!).*"
    r"|(?:\n[ \t]*)+\n(?: {4}| {0,3}\t).*)*"
)
_UNMISTAKABLE = re.compile(
    r"\*\*\w{2,8}|~~\w{2,8}|\^\[\w{2,8}|\[\^\w{1,8}\]"
    r"|(?<![^\s>])(?::{3,}[ \t]*\{?\.?\w{2,8}|!!![ \t]+\w{2,8}|-{3,}(?:[ \t]+-{3,})+(?=[ \t]*$))"
    r"|\w{0,8}\]\([^\s()]{2,8}|\{[.#][\w-]{2,12}",
    re.MULTILINE,
)
_EMPHASIS = re.compile(
    r"(?<=[\w,;:.)”’»])[ \n](?:\*{1,3}|_{1,2})[^\W_]\w{1,7}"
    r"|[^\W_]{2,8}(?:\*{2,3}(?![*\w])|_{1,2}(?=[\s.,;:!?)]))"
    r"|(?<=[^\W\d_]) \*{2,3} (?=[^\W\d_])"
)
_IDENTIFIER = re.compile(r"\s_{1,2}(?=[a-z]+[A-Z]|[^\W_]*\d|[^\W_]+_[^\W_])[^\W_](?:\w*[^\W_])?(?![\w*])")
"""A name of a program, such as `_min1`, which nothing closes."""
_NUMBER = re.compile(r"^([ \t>]*)(\d+)[.)](?=[ \t])", re.MULTILINE)
_ASIDE = re.compile(r"^ {0,3}!!!.*(?:\n(?: {4}| {0,3}\t).*|\n[ \t]*(?=\n))*", re.MULTILINE)
_QUOTED = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])+)\][ \t]*\{[^{}\n]*\.pull-quote\b")
_CITED = re.compile(r"\[\^([^\]\n]+)\]|\^\[")


@lru_cache(maxsize=64)
def passages(markdown: str, left_out: str = UNSHOWN) -> tuple[Passage, ...]:
    """The passages of a text: those of the body, of its notes as they are cited, of what stands aside.

    Nothing of the elements of HTML that are `left_out` is looked for.
    """
    text = without_literals(markdown)
    if "<" in text:
        text = re.sub(rf"<({left_out})\b[^<>]*>[\s\S]*?</\1\s*>", struck, text, flags=re.IGNORECASE)
    text = _without_lazy_numbers(text)
    notes = {name: (start, end) for name, start, end in _definitions(text)}
    asides = [match.span() for match in _ASIDE.finditer(text)]
    tables = drawn_tables(text)
    body, cited = _cut(text, 0, len(text), [*notes.values(), *asides, *(table for table, _ in tables)])
    found = [*_running(_parted(body, 0), floating(text))]
    for start, cell in (cell for _, cells in tables for cell in cells):
        words, more = _cut(cell, 0, len(cell), [])
        found += [Passage(each.text, start + each.start) for each in _parted(words, 0)]
        cited += more
    found.sort(key=lambda passage: passage.start)
    seen: set[str] = set()
    while cited:
        name, start, end = cited.pop(0)
        if name in seen:
            continue
        if name:
            seen.add(name)
            alike = (place for other, place in notes.items() if other.casefold() == name.casefold())
            start, end = notes.get(name) or next(alike, (0, 0))
            head = _DEFINITION.match(text, start)
            start = head.end() if head and head.start() == start else start
        inside = [(first, last) for (first, last), _ in tables if start <= first and last <= end]
        note, more = _cut(text, start, end, inside)
        found += _parted(note, start)
        cited += more
    for start, end in asides:
        found += [replace(each, aside=True) for each in _parted(_cut(text, start, end, [])[0], start)]
    return tuple(found)


def repeated(markdown: str) -> tuple[str, ...]:
    """What stands in print twice by its author's will: sentences that are quoted in the sidebar."""
    text = without_literals(markdown)
    return tuple(_CITED.sub("", match[1]) for match in _QUOTED.finditer(text))


def markup_in(markdown: str) -> Iterator[tuple[int, str]]:
    """Beginnings of markup that can be nothing else: their offsets, and each with what follows."""
    for match in _UNMISTAKABLE.finditer(without_literals(markdown)):
        yield match.start(), typed(match[0])


def emphasis_in(markdown: str) -> Iterator[tuple[int, str]]:
    """Signs that begin or end emphasis: their offsets, and each with the word it belongs to."""
    for match in _EMPHASIS.finditer(text := without_literals(markdown)):
        if _IDENTIFIER.match(text, match.start()):
            continue
        yield match.start() + match[0].startswith("\n"), match[0].replace("\n", " ")


def signs_in(markdown: str, sign: str) -> Iterator[int]:
    """Where a sign stands that is neither code nor behind a backslash."""
    text = without_literals(markdown)
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + len(sign))


def _without_lazy_numbers(text: str) -> str:
    """A text without the numbers of entries that count up in print and not in the source: `1. 1. 1.`."""
    last: dict[int, str] = {}

    def strike(match: re.Match[str]) -> str:
        level = len(match[1].replace("> ", "").expandtabs(INDENT)) // INDENT
        before, last[level] = last.get(level), match[2]
        lazy = before is not None and not _is_more(match[2], before)
        return match[1] + BREAK + NOTHING * len(match[2]) if lazy else match[0]

    return _NUMBER.sub(strike, text)


def _is_more(number: str, other: str) -> bool:
    """Whether a number of any length is greater than another."""
    number, other = number.lstrip("0"), other.lstrip("0")
    return (len(number), number) > (len(other), other)


def _definitions(text: str) -> Iterator[tuple[str, int, int]]:
    """The notes that are defined in a text: their names, where they begin and end."""
    position = 0
    while match := _DEFINITION.search(text, position):
        goes_on = _GOES_ON.match(text, text.find("\n", match.end()) % (len(text) + 1))
        position = goes_on.end() if goes_on else len(text)
        yield match[1], match.start(), position


def _cut(
    text: str, start: int, end: int, without: list[tuple[int, int]]
) -> tuple[str, list[tuple[str, int, int]]]:
    """A part of a text without some of it and without markup, and the notes it cites, in order."""
    part = list(text[start:end])
    for first, last in without:
        # What follows begins a line still.
        kept = "\n" if last > first and text[last - 1] == "\n" else BREAK
        part[first - start : last - start] = BREAK * (last - first - 1) + kept if last > first else ""
    cited: list[tuple[str, int, int]] = []
    whole_part = "".join(part)
    position = 0
    while match := _CITED.search(whole_part, position):
        position = match.end()
        name, stop = match[1] or "", match.end()
        if not name:
            stop = _closing(whole_part, match.end())
            cited.append((name, start + match.end(), start + stop - 1))
        else:
            cited.append((name, 0, 0))
        part[match.start() : stop] = BREAK * (stop - match.start())
        position = stop
    return without_markup("".join(part)), cited


def _closing(text: str, position: int) -> int:
    """Where the bracket closes that was opened before a position; there, where it does not."""
    depth = 1
    for match in _BRACKET_OR_GAP.finditer(text, position):
        depth += {"[": 1, "]": -1}.get(match[0], -depth)
        if depth <= 0:
            return match.end() if match[0] == "]" else position
    return position


def _parted(text: str, start: int) -> Iterator[Passage]:
    """The passages of a text without markup."""
    position = 0
    for match in _BETWEEN.finditer(text):
        if text[position : match.start()].strip(BLANK):
            yield Passage(text[position : match.start()], start + position)
        position = match.end()
    if text[position:].strip(BLANK):
        yield Passage(text[position:], start + position)


def _running(passages: Iterator[Passage], floats: list[tuple[int, int]]) -> Iterator[Passage]:
    """Passages that know whether they stand where they are typed: none of those that may float does."""
    number = 0
    for passage in passages:
        while number < len(floats) and floats[number][1] <= passage.start:
            number += 1
        inside = number < len(floats) and floats[number][0] <= passage.start
        yield replace(passage, flows=not inside)


BLANK = f" \t\n{NOTHING}{BREAK}"
_BRACKET_OR_GAP = re.compile(r"[\[\]]|\n[ \t]*\n")
_BETWEEN = re.compile(
    rf"\n[ \t{NOTHING}]*\n[\s{NOTHING}]*|{BREAK}[{BREAK}\s]*|\n(?=[ \t{NOTHING}]*\d+[.)][ \t])"
)
"""Between passages: blank lines, what is printed and not typed, the beginnings of numbered entries."""
