"""The words of a brief as its author typed them, read from the file itself.

In:  Markdown.
Out: `Passage` values in the order in which they are printed: text without markup.

This reader is apart from `markup/` on purpose, and much simpler: it makes nothing of the text, it only
strikes out what is markup, sign by sign, by the table `STRIKES`. What it leaves must be in print. A struck
character becomes a blank that is nothing, so that all others keep their places.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import unescape
from typing import TYPE_CHECKING

from issuebrief.markup.caption_words import SOURCE_WORDS, TABLE_WORDS
from issuebrief.preflight.bare_text import literal

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTHING = "\u2060"
"""Stands for a character that was struck out."""
BREAK = "\u2029"
"""Stands where something is printed that the author did not type there, such as a note's number."""

Strike = Callable[[re.Match[str]], str]


@dataclass(frozen=True, slots=True)
class Passage:
    """Text without a break; `start` is its offset in what was read, and `aside` says that it stands aside."""

    text: str
    start: int
    aside: bool = False


def struck(match: re.Match[str]) -> str:
    """All of a match is markup."""
    return NOTHING * len(match[0])


def parted(match: re.Match[str]) -> str:
    """All of a match is markup, and something else is printed there."""
    return BREAK + NOTHING * (len(match[0]) - 1)


def kept(*groups: int | str, as_it_is: bool = False) -> Callable[[re.Match[str]], str]:
    """All of a match is markup but these groups of it; `as_it_is` where no sign in them is markup."""

    def strike(match: re.Match[str]) -> str:
        out, end = [], match.start()
        for group in groups:
            if match[group] is None:
                continue
            out.append(NOTHING * (match.start(group) - end))
            out.append(literal(match[group]) if as_it_is else match[group])
            end = match.end(group)
        return "".join(out) + NOTHING * (match.end() - end)

    return strike


def spelled(match: re.Match[str]) -> str:
    """A character that is given by its name or number."""
    character = unescape(match[0])
    return literal(character) + NOTHING * (len(match[0]) - len(character))


def whole(match: re.Match[str]) -> str:
    """Nothing of a match is markup."""
    return literal(match[0])


def indented(match: re.Match[str]) -> str:
    """Lines that are indented are code, unless they go on with an entry, a note or a block above them."""
    before = _OPENING.findall(match.string, 0, match.start())
    return match[0] if before and _HOLDS_MORE.match(before[-1]) else literal(match[0])


def captions(match: re.Match[str]) -> str:
    """Of an attribute list, the caption and the source line are printed."""
    out, end = [], match.start()
    for found in PRINTED_ATTRIBUTE.finditer(match.string, match.start(), match.end()):
        group = 1 if found[1] is not None else 2
        out += [BREAK, NOTHING * (found.start(group) - end - 1), found[group]]
        end = found.end(group)
    return "".join(out) + (BREAK if out else NOTHING) + NOTHING * (match.end() - end - 1)


PRINTED_ATTRIBUTE = re.compile(r"(?<![\w-])(?:caption|source)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
BRACES = r"\{:?[ \t]*(?:[#.][\w-]|[\w-]+[ \t]*=|\.?[\w-]+[ \t]*\})(?:[^{}\"\n]|\"[^\"]*\"|\n(?![ \t]*\n))*\}"
ADDRESS = r"(?:<[^<>\n]*>|(?:[^()\s\\]|\\.|\((?:[^()\s\\]|\\.)*\))*)"
TITLE = r"(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?"
ALTERNATIVE = r"(?:[^\[\]]|\[(?:[^\[\]]|\[[^\[\]]*\])*\])*"
TAG = r"</?[a-zA-Z][\w:-]*(?:\s(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)?/?>"
UNSHOWN = "script|style|template|head|datalist"
LABELS = f"{TABLE_WORDS}|{SOURCE_WORDS}"
NOT_A_NOTE = r"(?!\^)"

LITERALS: tuple[tuple[str, Strike], ...] = (
    # Fenced code, comments, what browsers do not show, code, a sign behind a backslash, addresses.
    (r"^([ >]*)(`{3,}|~{3,})[^`\n]*\n((?:.*\n)*?)[ >]*\2[`~]*[ \t]*$", kept(3, as_it_is=True)),
    (r"<!--[\s\S]*?-->", struck),
    (r"(?:(?<=\n\n)|\A)(?:(?: {4}|\t)[^\n]*(?:\n|\Z))+", indented),
    (r"(?<![`\\])(`+)(?!`)((?:(?!\n[ \t]*\n)[\s\S])+?)(?<!`)\1(?!`)", kept(2, as_it_is=True)),
    (r"\\([!-/:-@\[-`{-~])", kept(1, as_it_is=True)),
    (r"<((?:https?://|mailto:|www\.)[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>", kept(1, as_it_is=True)),
    (r"(?<![\w(<\"'=/.@-])(?:https?://|www\.)[^\s<>\"\]|]+?(?=[*_~.,;:!?)'`]*(?:[\s<>\"\]|]|$))", whole),
    (r"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);", spelled),
)
"""What no further markup is read in, or what is not printed at all."""

MARKUP: tuple[tuple[str, Strike], ...] = (
    # Definitions: of addresses, of abbreviations.
    (
        rf"^ {{0,3}}\[{NOT_A_NOTE}[^\]\n]+\]:[ \t]*\n?[ \t]*\S+"
        r"(?:[ \t]*\n?[ \t]+(?:\"[^\n]*\"|'[^\n]*'|\([^\n]*\)))?[ \t]*$",
        struck,
    ),
    (r"^ {0,3}\*\[[^\]\n]+\]:.*$", struck),
    # Pictures, links, pull-quotes and attribute lists.
    (rf"!\[{ALTERNATIVE}\](?:\({ADDRESS}{TITLE}\s*\)|\[[^\]\n]*\])?", struck),
    (rf"\[\]\({ADDRESS}{TITLE}\s*\)", parted),
    (rf"(?<=\])\(\s*{ADDRESS}{TITLE}\s*\)", struck),
    (rf"(?<=\]) ?\[{NOT_A_NOTE}[^\[\]\n]*\]", struck),
    (BRACES, captions),
    (TAG, struck),
    # Whole lines: fences of divs, marks of blocks, rules, underlines, rows of hyphens in tables.
    (r"^[ \t]*:{3,}.*$", struck),
    (r"^[ \t]*!!![ \t]*[\w-]*[ \t]*", parted),
    (r"^[ \t>]*\[![A-Z]+\][ \t]*$", parted),
    (r"^[ \t>]*(?:=+|(?:[-*_][ \t]*){3,})[ \t]*$", struck),
    (r"^[ \t>]*[|+]?[ \t]*[:=-][-:|+= \t]*$", struck),
    # Beginnings of lines: quotations, headings, entries of lists, captions.
    (r"^(?:[ \t]*>)+", struck),
    (rf"^({NOTHING}*[ \t]*)#{{1,6}}(?=[ \t\w])", kept(1)),
    (r"[ \t]#+[ \t]*$", struck),
    (rf"^({NOTHING}*[ \t]*)(?:[-*]|\+(?![ \t]*[\d.,]))[ \t]+(?:\[[ xX]\][ \t])?", kept(1)),
    (r"^[ \t]{0,3}:[ \t]+", struck),
    (rf"^[ \t]*(?:{LABELS}|Figure)[ \t]?:(?=[ \t])", parted),
    (r"\[@[^\]\n]+\]", whole),
    # Emphasis, where nothing else can be meant.
    (r"(?<![\w*\\])(\*\*)(?=[^\s*])([^*\n]+)(?<=[^\s*])(\*\*)(?![\w*])", kept(2)),
    (r"(?<![~\w])~~(?=\S)([^~\n]+)(?<=\S)~~(?!~)", kept(1)),
)
"""What is markup: a pattern, and what is left of a match. The order matters."""

_OPENING = re.compile(r"^(?! {4}|\t)[^\n]*\S[^\n]*$", re.MULTILINE)
_HOLDS_MORE = re.compile(r" {0,3}(?:[-*+:]|\d+[.)]|\[\^[^\]\n]+\]:|!!!)")
_LITERALS = tuple((re.compile(pattern, re.MULTILINE), strike) for pattern, strike in LITERALS)
_MARKUP = tuple((re.compile(pattern, re.MULTILINE), strike) for pattern, strike in MARKUP)
_DEFINITION = re.compile(r"^ {0,3}\[\^([^\]\n]+)\]:[ \t]*", re.MULTILINE)
_GOES_ON = re.compile(
    r"(?:\n(?![ \t]*\n| {0,3}\[\^[^\]\n]+\]:| {0,3}#{1,6}\s| {0,3}!!!).*|(?:\n[ \t]*)+\n(?: {4}| {0,3}\t).*)*"
)
_UNMISTAKABLE = re.compile(
    r"\*\*\w{2,8}|~~\w{2,8}|\^\[\w{2,8}|\[\^\w{1,8}\]"
    r"|^:{3,}[ \t]*\{?\.?\w{2,8}|\w{1,8}\]\([^\s()]{2,8}|\{[.#][\w-]{2,12}",
    re.MULTILINE,
)
_ASIDE = re.compile(r"^ {0,3}!!!.*(?:\n(?: {4}| {0,3}\t).*|\n[ \t]*(?=\n))*", re.MULTILINE)
_QUOTED = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])+)\]\{[^{}\n]*\.pull-quote\b")
_CITED = re.compile(r"\[\^([^\]\n]+)\]|\^\[")
_PARAGRAPH = re.compile(rf"[^{BREAK}]*?(?=\n[ \t]*\n|[{BREAK}]|\Z)")


def passages(markdown: str, left_out: str = UNSHOWN) -> tuple[Passage, ...]:
    """The passages of a text: those of the body, of its notes as they are cited, of what stands aside.

    Nothing of the elements of HTML that are `left_out` is looked for.
    """
    text = _without(markdown, _LITERALS)
    if "<" in text:
        text = re.sub(rf"<({left_out})\b[^<>]*>[\s\S]*?</\1\s*>", struck, text, flags=re.IGNORECASE)
    notes = {name: (start, end) for name, start, end in _definitions(text)}
    asides = [match.span() for match in _ASIDE.finditer(text)]
    body, cited = _cut(text, 0, len(text), [*notes.values(), *asides])
    found = [*_parted(body, 0)]
    seen: set[str] = set()
    while cited:
        name, start, end = cited.pop(0)
        if name in seen:
            continue
        if name:
            seen.add(name)
            start, end = notes.get(name, (0, 0))
            head = _DEFINITION.match(text, start)
            start = head.end() if head and head.start() == start else start
        note, more = _cut(text, start, end, [])
        found += _parted(note, start)
        cited += more
    for start, end in asides:
        found += [replace(each, aside=True) for each in _parted(_cut(text, start, end, [])[0], start)]
    return tuple(found)


def repeated(markdown: str) -> tuple[str, ...]:
    """What stands in print twice by its author's will: sentences that are quoted in the sidebar."""
    text = _without(markdown, _LITERALS)
    return tuple(_CITED.sub("", match[1]) for match in _QUOTED.finditer(text))


def markup_in(markdown: str) -> Iterator[tuple[int, str]]:
    """Beginnings of markup that can be nothing else: their offsets, and each with what follows."""
    for match in _UNMISTAKABLE.finditer(_without(markdown, _LITERALS)):
        yield match.start(), match[0]


def _without(text: str, strikes: tuple[tuple[re.Pattern[str], Strike], ...]) -> str:
    for pattern, strike in strikes:
        text = pattern.sub(strike, text)
    return text


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
        part[first - start : last - start] = BREAK * (last - first)
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
    return _without("".join(part), _MARKUP), cited


def _closing(text: str, position: int) -> int:
    """Where the bracket closes that was opened before a position; there, where it does not."""
    depth = 1
    for match in re.finditer(r"[\[\]]|\n[ \t]*\n", text[position:]):
        depth += {"[": 1, "]": -1}.get(match[0], -depth)
        if depth <= 0:
            return position + (match.end() if match[0] == "]" else 0)
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


BLANK = f" \t\n{NOTHING}{BREAK}"
_BETWEEN = re.compile(rf"\n[ \t{NOTHING}]*\n[\s{NOTHING}]*|{BREAK}[{BREAK}\s]*")
