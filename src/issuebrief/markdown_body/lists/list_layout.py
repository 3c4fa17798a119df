"""Lists as Python-Markdown wants them: nested by four spaces, and with an empty line above.

In:  the lines of a text, a quotation or a note.
Out: cuts that indent nested lists and what belongs to their items, that part a list from the paragraph right
     above it, and that keep prose which looks like a list from becoming one; and warnings where that is
     doubtful.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from issuebrief.markdown_body.lists.list_likeness import (
    RunSurroundings,
    is_doubtful,
    is_list,
    is_sum,
    is_word,
)
from issuebrief.markdown_body.lists.list_runs import Level, find_run
from issuebrief.markdown_body.source.markdown_source import Substitution
from issuebrief.markdown_body.source.text_lines import ITEM, SIGNS, SourceLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

STEP = 4
DEFINES = re.compile(r"[ \t]*:[ \t]")
CODE_LINE = re.compile(r" {4}| {0,3}\t")
CODE = 8
"""So far from its item, in characters, a line below an empty one is code in it."""


@dataclass
class ListLayout:
    """The layout of the lists of some lines, which are handed to it one after the other.

    `cuts` are those that it asks for, `doubtful` the lines taken for prose that may be meant as lists,
    `indented` the lines of items that are code, `far` those that begin prose where others have code.
    """

    lines: Sequence[SourceLine]
    code: frozenset[int]
    short: bool = False
    bullets: frozenset[str] = frozenset()
    cuts: list[Substitution] = field(default_factory=list)
    doubtful: list[SourceLine] = field(default_factory=list)
    indented: list[SourceLine] = field(default_factory=list)
    far: list[SourceLine] = field(default_factory=list)
    _open: list[Level] = field(default_factory=list)
    _verdicts: dict[int, bool] = field(default_factory=dict)
    _above: str = ""
    _in_item: bool = False
    _first_depth: int = 0
    _last: int = -1

    @property
    def in_list(self) -> bool:
        """Whether a list is open."""
        return bool(self._open)

    @property
    def is_glued(self) -> bool:
        """Whether the next line stands right below text."""
        return bool(self._above)

    def pass_blank(self) -> None:
        """An empty line."""
        self._above, self._in_item = "", False

    def pass_other(self) -> None:
        """Something that is neither text nor code: a heading, a rule, raw HTML."""
        self.pass_blank()
        self._open.clear()

    def pass_name(self) -> None:
        """The name of a box, on a line of its own, announces what stands right below it."""
        self.pass_other()
        self._above = ":"

    def pass_quotation(self, last: SourceLine) -> None:
        """A quotation, by its last line; text right below it belongs to it."""
        self.pass_other()
        self._above = last.text

    def part(self, line: SourceLine) -> None:
        """An empty line above a line."""
        self.cuts.append(Substitution(line.offset, line.offset, f"\n{line.prefix}"))
        self.pass_blank()

    def holds_block(self, line: SourceLine) -> bool:
        """Whether a line begins a block of an open item: not where it goes on with text, or is code."""
        if self._above:
            return False
        self._close(line.indent, _text_limit)
        return bool(self._open) and line.indent - self._open[-1].indent < CODE

    def pass_block(self, lines: Sequence[SourceLine], indent: int | None = None) -> None:
        """The lines of fenced code, a quotation or a table, moved to where the text of their item is."""
        indent = lines[0].indent if indent is None else indent
        self._close(indent, _text_limit)
        if self._open:
            for line in lines:
                if not line.empty:
                    self._indent(line, STEP * len(self._open) + max(0, line.indent - indent))
        self.pass_blank()

    def pass_text(self, line: SourceLine) -> None:
        """A line of text, or of indented code."""
        if not self._above:
            self._close(line.indent, _text_limit)
            self._first_depth = len(self._open)
            if self._open:
                far = line.indent - self._open[-1].indent
                extra = far - STEP if far >= CODE else 0
                self._indent(line, STEP * len(self._open) + extra)
                if extra:
                    self.indented.append(line)
                    return
                # Four spaces for each level are what Markdown itself asks for.
                if line.indent - self._open[-1].content >= STEP and line.indent != STEP * len(self._open):
                    self.far.append(line)
        elif self._open and line.indent:
            # A definition begins as far from the edge as the term above it.
            self._indent(line, STEP * len(self._open) - (0 if DEFINES.match(line.text) else STEP // 2))
        self._above = line.text

    def pass_item(self, number: int) -> bool:
        """A line that begins with a sign of a list; whether it is an item."""
        line = self.lines[number]
        if not self._above and self._open and line.indent - self._open[-1].indent >= CODE:
            self.pass_text(line)
            return False
        glued, before, in_item = self.is_glued, self._above, self._in_item
        outermost = self._open[0] if self._open else None
        self._close(line.indent, lambda level: level.indent)
        if outermost and not self._open and self._goes_on(outermost, line):
            self._open.append(replace(outermost, indent=line.indent))
            found = find_run(self.lines, number, self.code)
            self._verdicts |= dict.fromkeys(found.items, True)
        nested = bool(self._open) and not self._open[-1].is_beside(line)
        where = RunSurroundings(glued, nested, self.short, before.strip(), self._last, self.bullets)
        if not self._verdict(number, where):
            if not (glued and not self._open and CODE_LINE.match(before) and CODE_LINE.match(line.text)):
                self._escape(line, ITEM.match(line.text), line.offset)
            self.pass_text(line)
            return False
        other = not nested and bool(self._open) and self._open[-1].kind != line.kind
        if not nested and self._open:
            self._open.pop()
        depth = len(self._open)
        if glued and (not in_item or other or depth < self._first_depth):
            self.part(line)
        if not self.is_glued:
            self._first_depth = depth
        if depth or line.indent >= STEP:
            self._indent(line, STEP * depth)
        self._open.append(Level(line.indent, line.content, line.kind, line.number))
        if not depth and line.number >= 0:
            self._last = line.number
        if line.item and line.item["marker"] not in SIGNS and line.number < 0:
            at = line.offset + line.item.start("marker")
            self.cuts.append(Substitution(at, at + 1, "-"))
        self._pass_inner(number)
        self._above, self._in_item = line.text, True
        return True

    def _goes_on(self, outermost: Level, line: SourceLine) -> bool:
        """Whether an item further out than a list goes on with it: its first items were indented."""
        return line.kind == outermost.kind and (line.number < 0 or line.number == self._last + 1)

    def _verdict(self, number: int, where: RunSurroundings) -> bool:
        if number not in self._verdicts:
            found = find_run(self.lines, number, self.code)
            verdict = is_list(found.run, where)
            self._verdicts |= dict.fromkeys(found.items, verdict)
            self._verdicts |= dict.fromkeys(found.sentences, False)
            if not verdict and is_doubtful(found.run, where):
                self.doubtful.append(self.lines[number])
            if not (found.run.numbers or verdict or where.glued):
                self._keep_apart(found.items)
        return self._verdicts[number]

    def _keep_apart(self, items: Sequence[int]) -> None:
        """Let what stands below each other begin lines of their own, though it is no list."""
        for number in items[1:]:
            above = self.lines[number - 1]
            if not above.empty:
                end = above.offset + len(above.text)
                self.cuts.append(Substitution(end, end, "  "))

    def _pass_inner(self, number: int) -> None:
        """What an item begins with may look like an item itself."""
        line = self.lines[number]
        start = line.content
        at = line.text_start
        while match := (inner := line.within(at)).item:
            following = self._beside_inner(number, inner, start)
            if is_sum(inner) or (following is None and is_word(inner)):
                self._escape(inner, match, line.offset + at)
                return
            if following is not None:
                self._put_below(line.offset + at)
                found = find_run(self.lines, following, self.code)
                self._verdicts |= dict.fromkeys(found.items, True)
            at += inner.text_start
            self._open.append(Level(start, start + inner.content, inner.kind, inner.number))
            start += inner.content

    def _beside_inner(self, number: int, inner: SourceLine, column: int) -> int | None:
        """The line of the next item of a list that begins at a column in the item on a line."""
        for below in range(number + 1, len(self.lines)):
            line = self.lines[below]
            if not line.empty and line.indent < column - 1:
                return None
            beside = line.item and line.kind == inner.kind and line.indent < column + 2
            if beside and (inner.number < 0 or line.number == inner.number + 1):
                return below
        return None

    def _put_below(self, offset: int) -> None:
        """Let a list that an item begins with stand on a line of its own, as its further items do."""
        below = f"<!-- -->\n{' ' * STEP * len(self._open)}"
        self.cuts.append(Substitution(offset, offset, below))

    def _escape(self, line: SourceLine, match: re.Match[str] | None, offset: int) -> None:
        """Let a sign that begins a line be a sign of the text."""
        if match:
            at = offset + match.end("marker") - 1
            sign = match["marker"][-1]
            self.cuts.append(Substitution(at, at + 1, f"&#{ord(sign)};"))

    def _indent(self, line: SourceLine, width: int) -> None:
        if line.blanks != " " * width:
            self.cuts.append(Substitution(line.offset, line.offset + len(line.blanks), " " * width))

    def _close(self, indent: int, limit: Callable[[Level], int]) -> None:
        """Close the lists to which a line of that indent does not belong."""
        while self._open and indent < limit(self._open[-1]):
            self._open.pop()


def _text_limit(level: Level) -> int:
    """How far text must be indented, in characters, to belong to an item."""
    return min(level.content, level.indent + STEP)
