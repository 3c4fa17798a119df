"""Markdown brought into the form that Python-Markdown reads as it was meant.

In:  the manuscript as it was typed.
Out: the manuscript in its normal form, which still tells the places of the file; and warnings where prose
     looks like a list, a heading, a quotation or code, or the other way round.

Quotations, notes and definitions are texts of their own: what holds for the lines of a text holds for theirs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from issuebrief.markdown_body.blocks.notes import Definition, find_definitions
from issuebrief.markdown_body.lists.list_layout import ListLayout
from issuebrief.markdown_body.lists.typed_numbers import rows_from
from issuebrief.markdown_body.normalise import doubts
from issuebrief.markdown_body.normalise.heading_signs import hashes_of_word, signs_of_number, underline
from issuebrief.markdown_body.normalise.invisible import find_invisible
from issuebrief.markdown_body.normalise.plain_signs import find_plain_signs
from issuebrief.markdown_body.normalise.raw_html import html_blocks, open_blocks
from issuebrief.markdown_body.normalise.verse import set_verse, verse_from
from issuebrief.markdown_body.source.fences import find_fences
from issuebrief.markdown_body.source.markdown_source import MarkdownSource, Substitution, blotted
from issuebrief.markdown_body.source.text_lines import (
    GRID_RULE,
    NUMBER_ALONE,
    QUOTE,
    QUOTE_IN_ITEM,
    SourceLine,
    end_of,
    is_last,
    is_table_head,
)
from issuebrief.markdown_body.tables.code_in_cells import pipes_in_code
from issuebrief.markdown_body.tables.inner_dashes import rows_of_dashes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.markdown_body.source.fences import Fence

INDENT = re.compile(r" {4}| {0,3}\t")
DEFINED = re.compile(r" {0,3}:[ \t]+")
FOR_ALL = re.compile(r" {0,3}(?:\*\[|\[(?!\^)[^\]\n]+\]:)")
BOX = re.compile(r" {0,3}:::")
ALERT = re.compile(r"\[!\w[\w-]*\]")
"""The name of a box in a quotation."""
HELD = re.compile(r"[ \t]*!!!")
COMPARED = re.compile(r" {0,3}> ?[\d=]")
SEVERAL = re.compile(r"^[ \t]*([*+])[ \t]+\S.*\n(?:[ \t]*\n)?[ \t]*\1[ \t]+\S", re.MULTILINE)
"""Two items of a list."""

BELOW_TABLE = re.compile(r"[ \t]*(?:[:{\[]|table:)", re.IGNORECASE)
PICTURE = re.compile(r"\s*!\[")
OF_TABLE = re.compile(r"\||^ *[-+=]{3,}|\S {2,}\S")
"""What a line of a table has."""
UNDERLINE = re.compile(r"(?:=+|-+) *$")


def normal_form(
    manuscript: MarkdownSource, *, short: bool = False
) -> tuple[MarkdownSource, list[Diagnostic]]:
    """The manuscript in its normal form; `short` where no list has a single item."""
    reading = _Rewriting(manuscript)
    reading.read(reading.lines(), short=short, outermost=True)
    code = reading.indented_code()
    prose = replace(manuscript, masked=blotted(manuscript.masked, code))
    signs, found = find_plain_signs(prose)
    invisible, hidden = find_invisible(prose)
    problems = [*reading.problems, *found, *hidden, *doubts.open_fences(manuscript)]
    rewritten = manuscript.with_cuts([*reading.cuts, *open_blocks(manuscript), *signs, *invisible])
    if code:
        forth = replace(rewritten.origin, before=None).forth if rewritten is not manuscript else int
        rewritten = replace(
            rewritten, masked=blotted(rewritten.masked, [(forth(one), forth(two)) for one, two in code])
        )
    return rewritten, problems


def with_plain_signs(manuscript: MarkdownSource) -> MarkdownSource:
    """A manuscript of a single line with those signs written out that stand for themselves."""
    return manuscript.with_cuts(find_plain_signs(manuscript)[0])


@dataclass
class _Rewriting:
    """What is found while a manuscript is read, line by line."""

    manuscript: MarkdownSource
    cuts: list[Substitution] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)
    indented: list[SourceLine] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._definitions = {found.start: found for found in find_definitions(self.manuscript)}
        self._bullets = frozenset(match[1] for match in SEVERAL.finditer(self.manuscript.masked))
        self._fences: dict[int, Fence] = {}
        self._raw: set[int] = set()
        starts = [start for start, _ in self.manuscript.lines()]
        for fence in find_fences(self.manuscript.text):
            self._fences |= dict.fromkeys(_within(starts, fence.start, fence.end), fence)
        for start, end in html_blocks(self.manuscript.masked):
            self._raw.update(_within(starts, start, end))

    def lines(self) -> list[SourceLine]:
        """All lines; those of fenced code as they are, others without what stands in code."""
        text = self.manuscript.text
        return [
            SourceLine(start, start, text[start : start + len(masked)] if start in self._fences else masked)
            for start, masked in self.manuscript.lines()
        ]

    def indented_code(self) -> list[tuple[int, int]]:
        """Where lines of indented code begin, behind their blanks, and end."""
        return sorted(
            {(line.offset + len(line.blanks), line.offset + len(line.text)) for line in self.indented}
        )

    def read(self, lines: Sequence[SourceLine], *, short: bool, outermost: bool = False) -> None:
        """Read the lines of a text, a quotation, a note or a definition."""
        code = frozenset(
            number
            for number, line in enumerate(lines)
            if line.start in self._fences or line.start in self._raw
        )
        layout = ListLayout(lines, code, short, self._bullets)
        number = 0
        while number < len(lines):
            number = self._read(lines, number, layout, outermost=outermost)
        self.cuts += layout.cuts
        self.indented += layout.indented
        self.problems += [doubts.list_like(self.manuscript, line) for line in layout.doubtful]
        self.problems += doubts.prose_like(self.manuscript, layout.far)

    def _read(self, lines: Sequence[SourceLine], number: int, layout: ListLayout, *, outermost: bool) -> int:
        """Read what begins on a line; the number of the line behind it."""
        line = lines[number]
        in_list = layout.in_list and bool(line.indent)
        if fence := self._fences.get(line.start):
            end = end_of(lines, number, lambda other: self._fences.get(other.start) is fence)
            layout.pass_block(lines[number:end])
            return end
        if line.start in self._raw or BOX.match(line.text):
            layout.pass_other()
        elif ALERT.match(line.text):
            layout.pass_name()
        elif line.empty:
            layout.pass_blank()
        elif outermost and (definition := self._definitions.get(line.start)):
            layout.pass_other()
            return self._read_note(lines, number, definition)
        elif HELD.match(line.text):
            layout.pass_other()
            return end_of(lines, number + 1, lambda other: other.empty or bool(INDENT.match(other.text)))
        elif QUOTE.match(line.text) and not (layout.in_list and line.indent):
            return self._read_quote(lines, number, layout)
        elif in_list and QUOTE_IN_ITEM.match(line.text) and layout.holds_block(line):
            return self._read_quote_in_item(lines, number, layout)
        elif DEFINED.match(line.text):
            return self._read_definition(lines, number, layout)
        elif not layout.is_glued and (count := rows_of_dashes(lines, number)):
            rows = lines[number : number + count]
            layout.pass_block(rows, min(row.indent for row in rows if not row.empty))
            return number + count
        elif is_table_head(lines, number):
            return self._read_table(lines, number, layout)
        elif not layout.is_glued and (count := verse_from(lines, number, in_list=in_list)):
            behind = lines[number + count : number + count + 2]
            self.cuts += set_verse(lines[number : number + count], behind)
            for verse in lines[number : number + count]:
                layout.pass_text(verse)
            return number + count
        elif line.item and (line.indent < 4 or layout.is_glued or layout.in_list):
            if layout.pass_item(number):
                self._take(signs_of_number(self.manuscript, line, line.text_start))
                self.cuts += hashes_of_word(line, line.text_start)
        elif count := rows_from(lines, number):
            self._keep_rows(lines[number : number + count], lines[number - 1] if layout.is_glued else None)
            for row in lines[number : number + count]:
                layout.pass_text(row)
            return number + count
        else:
            self._read_text(lines, number, layout)
        return number + 1

    def _read_table(self, lines: Sequence[SourceLine], number: int, layout: ListLayout) -> int:
        """Read a table, and part it from text right above and below, but not from a caption or attributes."""
        if layout.is_glued:
            layout.part(lines[number])
        end = end_of(lines, number, lambda other: "|" in other.text or bool(GRID_RULE.fullmatch(other.text)))
        more = end_of(lines, end, lambda other: not other.empty)
        end = more if end < more and BELOW_TABLE.match(lines[end].text) else end
        for row in lines[number:end]:
            self.cuts += pipes_in_code(self.manuscript, row)
            layout.pass_text(row)
        if end < more:
            layout.part(lines[end])
        return end

    def _read_note(self, lines: Sequence[SourceLine], number: int, definition: Definition) -> int:
        end = end_of(lines, number, lambda other: other.start < definition.end)
        first = lines[number]
        inner = [first.within(definition.text - first.start)]
        for line in lines[number + 1 : end]:
            match = INDENT.match(line.text)
            if not match and not line.empty:
                self.cuts.append(Substitution(line.start, line.start, " " * 4))
            inner.append(line.within(match.end() if match else 0, " " * 4))
        self.read(inner, short=True)
        return end

    def _read_quote(self, lines: Sequence[SourceLine], number: int, layout: ListLayout) -> int:
        line = lines[number]
        end = end_of(
            lines, number, lambda other: bool(QUOTE.match(other.text)) and other.start not in self._raw
        )
        if layout.is_glued and not layout.in_list and end == number + 1 and COMPARED.match(line.text):
            at = line.offset + line.indent
            self.cuts.append(Substitution(at, at + 1, "&gt;"))
            self.problems.append(doubts.quotation_like(self.manuscript, line))
            layout.pass_text(line)
            return end
        if layout.in_list and layout.is_glued:
            layout.part(line)
        layout.pass_quotation(lines[end - 1])
        inner = []
        for held in lines[number:end]:
            match = QUOTE.match(held.text)
            inner.append(held.within(match.end() if match else 0, held.prefix + "> "))
        self.read(inner, short=False)
        return end

    def _read_quote_in_item(self, lines: Sequence[SourceLine], number: int, layout: ListLayout) -> int:
        end = end_of(
            lines,
            number,
            lambda other: bool(QUOTE_IN_ITEM.match(other.text)) and other.start not in self._raw,
        )
        layout.pass_block(lines[number:end])
        inner = []
        for held in lines[number:end]:
            match = QUOTE_IN_ITEM.match(held.text)
            assert match
            inner.append(held.within(match.end(), f"{held.prefix}{match[0].rstrip()} "))
        self.read(inner, short=False)
        return end

    def _read_definition(self, lines: Sequence[SourceLine], number: int, layout: ListLayout) -> int:
        end = end_of(lines, number + 1, lambda other: other.empty or bool(INDENT.match(other.text)))
        match = DEFINED.match(lines[number].text)
        # One empty line may stand between a term and what defines it, unless that is a table's caption.
        apart = number and lines[number - 1].empty
        term = number - 2 if apart else number - 1
        above = lines[max(term - 1, 0) : term + 1] if term >= 0 else []
        is_caption = apart and any(OF_TABLE.search(line.text) for line in (*above[-1:], *lines[end:][:3]))
        is_plain = above and not DEFINED.match(above[-1].text) and not PICTURE.match(above[-1].text)
        if is_plain and not is_caption and doubts.is_prose(above):
            self.problems.append(doubts.term_like(self.manuscript, above[-1]))
        inner = [lines[number].within(match.end() if match else 0)]
        for line in lines[number + 1 : end]:
            indent = INDENT.match(line.text)
            inner.append(line.within(indent.end() if indent else 0, line.prefix + " " * 4))
        layout.pass_other()
        self.read(inner, short=True)
        return end

    def _read_text(self, lines: Sequence[SourceLine], number: int, layout: ListLayout) -> None:
        line = lines[number]
        if FOR_ALL.match(line.text):
            layout.pass_other()
        elif line.indent >= 4 and not layout.is_glued and not layout.in_list:
            if number == 0 or lines[number - 1].empty:
                block = lines[number : end_of(lines, number, lambda other: not other.empty)]
                self.problems += doubts.code_like(self.manuscript, block)
            self.indented.append(line)
            layout.pass_other()
        elif line.ends_list:
            if layout.in_list and layout.is_glued:
                layout.part(line)
            layout.pass_other()
            self.cuts += hashes_of_word(line, 0)
        else:
            if layout.is_glued and (found := NUMBER_ALONE.match(line.text)):
                at = line.offset + found.start("ending")
                self.cuts.append(Substitution(at, at + 1, f"&#{ord(found['ending'])};"))
            below = lines[number + 1] if number + 1 < len(lines) else None
            alone = not layout.is_glued and is_last(lines, number)
            begins = not layout.is_glued and below is not None and below.text[:1].isupper()
            self._take(signs_of_number(self.manuscript, line, line.text_start, alone=alone, begins=begins))
            if (
                below
                and not layout.is_glued
                and UNDERLINE.match(below.text)
                and below.start not in self._fences
            ):
                self._take(underline(self.manuscript, line, below))
            layout.pass_text(line)

    def _take(self, found: tuple[list[Substitution], list[Diagnostic]]) -> None:
        cuts, problems = found
        self.cuts += cuts
        self.problems += problems

    def _keep_rows(self, rows: Sequence[SourceLine], above: SourceLine | None) -> None:
        """Let rows that are numbered by hand begin lines of their own."""
        for line in [*([above] if above else []), *rows[:-1]]:
            end = line.offset + len(line.text)
            self.cuts.append(Substitution(end, end, "  "))
        self.problems.append(doubts.numbered_by_hand(self.manuscript, rows[0]))


def _within(starts: Sequence[int], start: int, end: int) -> Sequence[int]:
    """The beginnings of the lines between two offsets."""
    return starts[bisect_left(starts, start) : bisect_left(starts, max(end, start + 1))]
