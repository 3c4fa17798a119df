"""Brackets and quotation marks that open and never close, or the other way round.

In:  a manuscript and its language.
Out: a warning for each, at the mark that stands alone.

Told is only what can hardly be meant: `a)` numbers something, `5"` are inches, `:)` smiles, and a quotation
of several paragraphs has a mark at the beginning of each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, warning
from issuebrief.markdown_body.source.urls import ENDS
from issuebrief.markdown_body.typography.quotation_pairs import THIN, gershayim, marks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

BLOCK = re.compile(r"\S[^\n]*(?:\n[ \t]*\S[^\n]*)*")
"""Lines with no empty one between them."""
ROUND = re.compile(r"[()（）]")
"""A parenthesis; one of either width goes with one of the other."""
MOUTH = re.compile(r"[:;=]-?\Z")
"""What stands before a parenthesis that may be a mouth: `:)` smiles where it closes nothing."""
NUMBER = re.compile(r"[^\w(]*(?:\w{1,3}|\d+(?:\.\d+)*)")
BLANK = re.compile(r"[\s。、，；：]")
LONGEST_NUMBER = 12
"""What stands before a parenthesis that closes a number, `a)`, and how long it is at most."""
INTERVAL = re.compile(r"[(\[][ ]?[-−]?[\w.∞]{1,12}[,;][ ]?[-+−]?[\w.∞]{1,12}[ ]?[)\]]")
"""An interval, which may hold one of its ends only: `[0, 1)`."""
ADDRESS = rf"(?:[^()\s\"“”„«»{ENDS}]|\([^()\s]*\))*"
UNPRINTED = re.compile(
    rf"<[^<>]*>|\]\({ADDRESS}(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?\)|https?://{ADDRESS}|\{{[^{{}}\n]*\}}"
)
"""What holds marks that are no punctuation: tags, addresses, attributes."""
NEAR = 3
"""So many blocks further on what is opened may be closed."""
MOST = 12
"""So many are told."""
CURLY = "“”„«»‟"
INCHES = re.compile(r"\d\s?\"")
HELD = " \t>*_-"
"""What may stand before the first mark of a block."""


UNCLOSED, UNOPENED = "nothing closes this {}", "nothing opens this {}"


def find_unpaired(manuscript: MarkdownSource, lang: str) -> list[Diagnostic]:
    """A warning for each of the first marks that stand alone."""
    text = UNPRINTED.sub(lambda match: " " * len(match[0]), manuscript.masked)
    blocks = [(match.start(), match[0]) for match in BLOCK.finditer(text)]
    problems = []
    alone = sorted([*_parentheses(blocks), *_straight(blocks), *_curly(blocks, lang)])
    for at, what in alone[:MOST]:
        message = what.format(manuscript.text[at])
        hint = "write its partner, or remove it"
        place, excerpt = manuscript.told_of(at, at + 1)
        problems.append(warning("text.unpaired", message, place, hint, excerpt))
    return problems


@dataclass(frozen=True)
class Opened:
    """A parenthesis that opens: the number of its block, its place, and whether it may be a mouth."""

    block: int
    at: int
    mouth: bool


def _parentheses(blocks: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Where parentheses stand alone."""
    opened: list[Opened] = []
    for number, (start, block) in enumerate(blocks):
        yield from ((each.at, UNCLOSED) for each in opened if number - each.block > NEAR)
        opened = [each for each in opened if number - each.block <= NEAR and not each.mouth]
        within = INTERVAL.sub(lambda match: " " * len(match[0]), block)
        smiles = 0
        for match in ROUND.finditer(within):
            before = within[max(match.start() - LONGEST_NUMBER, 0) : match.start()]
            mouth = MOUTH.search(before) is not None
            if match[0] in "(（":
                opened.append(Opened(number, start + match.start(), mouth))
            elif opened and not (mouth and opened[-1].mouth):
                opened.pop()
                smiles += mouth
            elif smiles and not mouth:
                # One that seemed to close was a mouth: this one closes.
                smiles -= 1
            elif not mouth and not NUMBER.fullmatch(BLANK.split(before)[-1]):
                yield start + match.start(), UNOPENED
    yield from ((each.at, UNCLOSED) for each in opened if not each.mouth)


def _straight(blocks: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Where one straight quotation mark of a block has none to go with: nobody knows which, so the last."""
    for number, (start, typed) in enumerate(blocks):
        block = _without_gershayim(typed)
        if block.count('"') % 2 == 0 or INCHES.search(block) or any(map(block.count, CURLY)):
            continue
        if not _goes_on(blocks, number, '"'):
            yield start + block.rfind('"'), "one quotation mark of these lines has no partner: {}"


def _without_gershayim(block: str) -> str:
    """A block, as long as it was, with no quotation marks that stand for something in Hebrew words."""
    letters = list(block)
    for place in gershayim(block):
        letters[place] = "x"
    return "".join(letters)


def _curly(blocks: list[tuple[int, str]], lang: str) -> Iterator[tuple[int, str]]:
    """Where a quotation in the marks of the language opens and does not close, or closes and did not open."""
    opening, closing = (mark.strip(THIN) for mark in marks_of(lang).outer)
    others = frozenset(CURLY) - {opening, closing}
    for number, (start, block) in enumerate(blocks):
        if opening == closing or block.count(opening) == block.count(closing):
            continue
        if any(map(block.count, ('"', *others))) or _goes_on(blocks, number, opening):
            continue
        at = _alone(block, opening, closing)
        yield start + at, UNCLOSED if block[at] == opening else UNOPENED


def _alone(block: str, opening: str, closing: str) -> int:
    """The first mark that closes nothing, or that nothing closes before the next one opens."""
    opened = -1
    for match in re.finditer(f"[{opening}{closing}]", block):
        if match[0] == opening:
            if opened >= 0:
                return opened
            opened = match.start()
        elif opened < 0:
            return match.start()
        else:
            opened = -1
    return opened


def _goes_on(blocks: list[tuple[int, str]], number: int, mark: str) -> bool:
    """Whether a block near this one begins with a mark, as each paragraph of a long quotation does."""
    near = blocks[max(number - NEAR, 0) : number + 1 + NEAR]
    return any(each[1].lstrip(HELD).startswith(mark) for each in near if each is not blocks[number])
