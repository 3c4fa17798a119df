"""Take a brief apart into blocks of prose.

In:  the `Source` of a brief and its language.
Out: `Prose`.

Markup is struck out by the reader that compares words in print (`preflight/wording/strikes.py`), which keeps
all characters in their places.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from issuebrief.house_style.front_prose import front_blocks, people
from issuebrief.house_style.languages import lang_spans
from issuebrief.house_style.prose import STRUCK, Block, Kind, Prose, struck_out
from issuebrief.preflight.wording.nothing import BREAK, NOTHING
from issuebrief.preflight.wording.strikes import without_literals, without_markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.frontmatter.source import Source

DEFINITION = re.compile(r"^ {0,3}\[\^[^\]\n]+\][ \t]*:[ \t]*", re.MULTILINE)
ASIDE = re.compile(r"!!![ \t]")
GOES_ON = re.compile(r"(?: {4}|\t)[ \t]*\S")
NOTE_MARK = re.compile(r"\[\^[^\]\n]+\](?!:)")
CITED = re.compile(r"\[(?:[^\[\]\n]*[\s;-])?-?@[\w{][^\[\]\n]*\]|(?<![\w@./:\\])@[\w{][\w:./-]*\w")
"""Works that are cited by keys, whose notes the program writes."""
BRACKET = re.compile(r"\^?\[|\]|\n[ \t]*\n")
DEEPEST = 9
"""So many brackets deep a note within a note is looked for."""
HEADING = re.compile(r"[ \t>]*(#{1,6})[ \t]")
UNDERLINE = re.compile(r"[ \t]*(?:=+|-+)[ \t]*$")
QUOTE = re.compile(r" {0,3}>")
ITEM = re.compile(r"[ \t>]*(?:[-*+•]|\d{1,3}[.)])[ \t]+\S")
ROW = re.compile(r"[ \t>]*\|| {0,3}[^\n|]+\|[^\n|]+\|")
ADDRESS = re.compile(
    r"(?<![\w@.+-])(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[a-zA-Z\d][\w-]*(?:\.[\w-]+)*\.[a-z]{2,12}(?=/\S|[\s,;:)”\"]|\.\s|\.?$)"
    r"(?:/[^\s<>\"”]*)?|doi:\s*10\.\S+|10\.\d{4,9}/\S+)",
    re.MULTILINE,
)
NO_ADDRESS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]{1,2}\Z|(?:\d+\.)+\d*\Z|\w+\.(?:ff?|v|cf|al)\Z")
"""What only looks like the name of a site: `e.g`, `i.e`, `12.f`."""
UNDERSCORE = re.compile(r"(?<!\w)_{1,2}(?=\S)|(?<=[^\s_])_{1,2}(?!\w)")


def read_prose(source: Source, lang: str, *, sets_dashes: bool = True) -> Prose:
    """The prose of a brief: its front matter, its text with all notes in it, in the order of the file."""
    while source.typed:
        source = source.typed[0]
    blocks = [*front_blocks(source, lang), *_body_blocks(source, lang)]
    return Prose(source, lang, tuple(blocks), sets_dashes, people(source))


def clean(markdown: str) -> str:
    """Markdown without what is no prose, as long as it was."""
    text = without_markup(_without_marks(without_literals(markdown)))
    return UNDERSCORE.sub(_nothing, ADDRESS.sub(_without_address, text))


def inner_notes(text: str) -> Iterator[tuple[int, int]]:
    """Where notes stand in the sentences that cite them: from behind the bracket to before its end."""
    opened: list[int] = []
    last = 0
    for sign in BRACKET.finditer(text):
        if sign[0].endswith("["):
            opened.append(sign.end() if len(sign[0]) > 1 else 0)
        elif sign[0] != "]":
            opened.clear()
        elif opened and (start := opened.pop()) >= last and start and not any(opened[-DEEPEST:]):
            yield start, sign.start()
            last = sign.end()


def _without_marks(text: str) -> str:
    for pattern in (NOTE_MARK, CITED) if "[^" in text or "@" in text else ():
        text = pattern.sub(_nothing, text)
    return text


def _nothing(match: re.Match[str]) -> str:
    return NOTHING * len(match[0])


def _without_address(match: re.Match[str]) -> str:
    return match[0] if NO_ADDRESS.match(match[0]) else STRUCK * len(match[0])


def _body_blocks(source: Source, lang: str) -> list[Block]:
    """The blocks of the text; a note that is typed within a sentence is a block behind its own."""
    body, offset = source.body, len(source.text) - len(source.body)
    text = clean(body)
    notes = list(inner_notes(body))
    running = struck_out(text, [(start - 2, end + 1) for start, end in notes], NOTHING)
    found = [
        *_blocks(body, running, lang),
        *(Block(Kind.NOTE, text[start:end], start, lang, opens=True) for start, end in notes),
    ]
    found.sort(key=lambda block: block.start)
    spans = lang_spans(body)
    ends = [last for _, last, _ in spans]
    return [
        replace(part, start=offset + part.start)
        for block in found
        for part in _parted_by_language(block, _spans_in(block, spans, ends))
    ]


def _spans_in(block: Block, spans: list[tuple[int, int, str]], ends: list[int]) -> list[tuple[int, int, str]]:
    """Those of the spans in other languages that a block has a part in."""
    first = bisect_right(ends, block.start)
    behind = bisect_left(spans, block.start + len(block.text), key=lambda span: span[0])
    return spans[first:behind]


def _parted_by_language(block: Block, inside: list[tuple[int, int, str]]) -> Iterator[Block]:
    """A block without its words in other languages, and each run of these by itself."""
    if not inside:
        yield block
        return
    length = len(block.text)
    spans = [
        (max(first - block.start, 0), min(behind - block.start, length), lang)
        for first, behind, lang in inside
    ]
    start, end, lang = spans[0]
    if start == 0 and not block.text[end:].strip(f" \n{NOTHING}{BREAK}"):
        yield replace(block, lang=lang)
        return
    yield replace(block, text=struck_out(block.text, [(start, end) for start, end, _ in spans], STRUCK))
    for start, end, lang in spans:
        yield Block(block.kind, block.text[start:end], block.start + start, lang, is_part=True)


@dataclass
class _OpenBlock:
    """A block that is being read."""

    kind: Kind
    start: int
    end: int
    level: int = 0
    opens: bool = False


def _blocks(body: str, text: str, lang: str) -> Iterator[Block]:
    """The blocks of a text by its lines; `text` is the body without markup."""
    open_block: _OpenBlock | None = None
    holder = None
    for start, end, above in _lines(body):
        line, bare = body[start:end], text[start:end]
        defined = DEFINITION.match(line)
        if defined or ASIDE.match(line):
            holder = Kind.NOTE if defined else Kind.ASIDE
        elif holder and line.strip() and not GOES_ON.match(line) and not above.strip():
            holder = None
        if not bare.strip(f" \t{NOTHING}{BREAK}"):
            if open_block:
                if UNDERLINE.match(line) and line.strip() and open_block.kind is Kind.TEXT and above.strip():
                    open_block.kind, open_block.level = Kind.HEADING, 1 if "=" in line else 2
                yield from _closed(open_block, text, lang)
                open_block = None
            continue
        kind, level, opens = _kind(line, holder)
        if open_block and (defined or opens or open_block.kind in (Kind.HEADING, Kind.TABLE)):
            yield from _closed(open_block, text, lang)
            open_block = None
        if open_block and (kind is Kind.QUOTATION) != (open_block.kind is Kind.QUOTATION) and line[:1] == ">":
            yield from _closed(open_block, text, lang)
            open_block = None
        at = start + (defined.end() if defined else 0)
        if open_block is None:
            open_block = _OpenBlock(kind, at, end, level, bool(defined))
        open_block.end = end
    if open_block:
        yield from _closed(open_block, text, lang)


def _kind(line: str, holder: Kind | None) -> tuple[Kind, int, bool]:
    """What a line is by its beginning, the level of a heading, and whether a block begins there."""
    if holder:
        return holder, 0, False
    if heading := HEADING.match(line):
        return Kind.HEADING, len(heading[1]), True
    if ROW.match(line):
        return Kind.TABLE, 0, True
    if QUOTE.match(line):
        return Kind.QUOTATION, 0, bool(ITEM.match(line))
    if ITEM.match(line):
        return Kind.ITEM, 0, True
    return Kind.TEXT, 0, False


def _closed(block: _OpenBlock, text: str, lang: str) -> Iterator[Block]:
    """A block that is whole, parted where something else is printed between its words, as between cells."""
    start = block.start
    for piece in re.split(f"(?<={BREAK})|(?={BREAK})", text[block.start : block.end]):
        if piece.strip(f" \t\n{NOTHING}{BREAK}"):
            yield Block(block.kind, piece, start, lang, block.level, opens=block.opens)
        start += len(piece)


def _lines(body: str) -> Iterator[tuple[int, int, str]]:
    """Each line: where it begins and ends, and the line above it."""
    start, above = 0, ""
    for line in body.split("\n"):
        yield start, start + len(line), above
        start, above = start + len(line) + 1, line
