"""What is a list, and what is prose that merely looks like one.

In:  a run of lines that begin with a number or a bullet, and where it stands.
Out: whether it is a list; and where prose was taken for none, whether that is doubtful enough to be told.

Sentences begin with dates and years, lines that are broken by an editor begin with any word, and a sum begins
with its sign. Whichever way it is read, what was typed is printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from issuebrief.markdown_body.typography.tied_words import MONTHS, NUMBERED_BEFORE

if TYPE_CHECKING:
    from issuebrief.markdown_body.source.text_lines import SourceLine

DASHES = "–·"
"""Bullets that are signs of a sentence too, and none of a list of one."""

HIGHEST = 100
"""Numbers that jump are those of a list up to this one; beyond, they are years and the like."""

LONGEST_JUMP = 20
LAST_DAY = 31
LINE = 50
"""A line as long as this one, in characters, goes on in the next unless a sentence ends with it."""

COMMENT_END = "-->"
"""An item that begins with a comment holds a block, as `blocks_at_beginnings.py` writes it."""


@dataclass(frozen=True, slots=True)
class ItemRun:
    """Items that would be one list: their sign, their numbers if they have any, their first words.

    The sign is a plus where any is, else that of the first.
    `tight` where no empty line stands between them, `followed` where indented lines belong to the first, and
    `loose_lines` where lines that are not indented stand between them.
    """

    marker: str
    numbers: tuple[int, ...]
    words: tuple[str, ...]
    tight: bool = True
    followed: bool = False
    loose_lines: bool = False

    @property
    def alone(self) -> bool:
        """Whether it is a single item."""
        return len(self.words) == 1

    @property
    def sums(self) -> bool:
        """Whether each item begins with a figure, to which a bullet may be the sign."""
        return all(word[:1].isdigit() for word in self.words)

    @property
    def dates(self) -> bool:
        """Whether each number is a day and a month stands behind it."""
        return all(is_month(word) for word in self.words) and max(self.numbers) <= LAST_DAY

    @property
    def captions(self) -> bool:
        """Whether each number is that of a figure, whose word stands behind it, with a sign: `1. ábra:`."""
        return all(word[-1:] in ".:|" and word[:-1] in NUMBERED_BEFORE for word in self.words)


@dataclass(frozen=True, slots=True)
class RunSurroundings:
    """Where a run stands: right below the line `before` or not, in an item, in a short text such as a note.

    `last` is the number with which the list before it ended, `bullets` are those of longer lists in the text.
    """

    glued: bool = False
    nested: bool = False
    short: bool = False
    before: str = ""
    last: int = -1
    bullets: frozenset[str] = frozenset("-")


def is_month(word: str) -> bool:
    """Whether a word is a month."""
    bare = word.rstrip(".,;:")
    return bare in MONTHS or f"{bare}." in MONTHS


def is_list(run: ItemRun, where: RunSurroundings) -> bool:
    """Whether a run is a list."""
    if run.words[0].endswith(COMMENT_END):
        return True
    if run.numbers:
        return _numbers_glued(run, where) if where.glued else _numbers(run, where)
    if run.marker == "+" and any(word[:1].isdigit() for word in run.words):
        return False
    return _bullets_glued(run, where) if where.glued else _bullets(run, where)


def _numbers(run: ItemRun, where: RunSurroundings) -> bool:
    first = run.numbers[0]
    if run.alone:
        follows = first in (0, 1, where.last + 1)
        return follows and (run.followed or not where.short) and not (run.dates or run.captions)
    if run.dates:
        return run.tight and _in_order(run)
    return _in_order(run) or max(run.numbers) <= HIGHEST


def _numbers_glued(run: ItemRun, where: RunSurroundings) -> bool:
    begins, announced = run.numbers[0] in (0, 1), where.before.endswith(":")
    if run.alone:
        return begins and (announced or where.nested) and not (run.dates or run.captions)
    return (begins or announced) and (_in_order(run) or max(run.numbers) <= HIGHEST) and not run.dates


def _in_order(run: ItemRun) -> bool:
    """Whether numbers count up, or are all 1, for Markdown to count."""
    steps = {after - before for before, after in pairwise(run.numbers)}
    return steps == {1} or (steps == {0} and run.numbers[0] == 1)


def _bullets(run: ItemRun, where: RunSurroundings) -> bool:
    if not run.alone:
        return True
    if run.marker in DASHES:
        return False
    return run.followed or (
        not where.short
        and not run.sums
        and (run.marker not in "*+" or run.marker in where.bullets or where.nested)
    )


def _bullets_glued(run: ItemRun, where: RunSurroundings) -> bool:
    if where.before.endswith(":"):
        return True
    if run.alone or run.loose_lines:
        return where.nested and not run.sums
    return where.nested or not run.sums or where.before.endswith((".", "!", "?", ";"))


def is_doubtful(run: ItemRun, where: RunSurroundings) -> bool:
    """Whether somebody may have meant a list by a run that is none."""
    if not run.numbers:
        sign = run.alone and run.sums and (run.marker == "+" or where.glued)
        return not (sign or run.marker in DASHES)
    if run.dates:
        # Two lines that begin with dates are as likely a calendar as a sentence.
        return run.tight and not (run.alone or where.glued or where.short)
    if min(run.numbers) > HIGHEST:
        return False
    if run.alone:
        return not (where.glued or where.short or run.numbers[0] > LAST_DAY or run.words[0][:1].islower())
    return True


def goes_on(before: int, number: int, word: str, line: str) -> bool:
    """Whether a number right below a line of an item is that of the next item, not a word of the sentence."""
    ends = line.rstrip().endswith((".", ":", ";", "!", "?", "…", "”", "“", "»", '"', ")"))
    ends = ends or len(line.strip()) < LINE
    if number in (before, before + 1):
        return ends or not (is_month(word) and number <= LAST_DAY)
    return ends and abs(number - before) <= LONGEST_JUMP


def is_word(line: SourceLine) -> bool:
    """Whether a number that none follows is a word of the item that it begins: no item stands behind it."""
    return line.number >= 0 and line.within(line.text_start).item is None


def is_sum(line: SourceLine) -> bool:
    """Whether the sign of a bullet is that of the number behind it."""
    return line.number < 0 and line.word[:1].isdigit() and line.text.lstrip().startswith("+")
