"""What a manuscript holds beyond Markdown.

In:  the manuscript in its normal form.
Out: `Syntax`: notes, pull-quotes, tables, and the cuts that put stand-ins in their place; every problem in
     them; and the Markdown that is left for the converter.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from issuebrief.markdown_body.addresses import check_reference_links
from issuebrief.markdown_body.blocks import notes as noting
from issuebrief.markdown_body.blocks import pull_quotes as quoting
from issuebrief.markdown_body.blocks.boxes import find_boxes, part_alerts
from issuebrief.markdown_body.blocks.note_names import NamedNotes
from issuebrief.markdown_body.blocks.quotations import part_quotations
from issuebrief.markdown_body.figures.figures import find_layout
from issuebrief.markdown_body.formulas import NO_FORMULAS, Formulas
from issuebrief.markdown_body.lint.foreign import leave_out_moves
from issuebrief.markdown_body.normalise.raw_html import close_elements, link_addresses
from issuebrief.markdown_body.set_text_tables import KIND as TABLE
from issuebrief.markdown_body.set_text_tables import find_captions
from issuebrief.markdown_body.source.markdown_source import (
    MarkdownSource,
    Substitution,
    find_escapes,
)
from issuebrief.markdown_body.source.placeholders import stand_in
from issuebrief.markdown_body.source.source_lines import find_lines
from issuebrief.markdown_body.tables.inner_dashes import find_inner_dashes
from issuebrief.markdown_body.tables.inner_grids import find_inner_grids
from issuebrief.markdown_body.tables.tables import check_tables
from issuebrief.markdown_body.tables.text_tables import find_text_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.markdown_body.tables.text_table import TextTable


@dataclass(frozen=True)
class Syntax:
    """What the manuscript holds beyond Markdown, and the cuts that remove it."""

    definitions: tuple[noting.Definition, ...]
    in_place: tuple[noting.Definition, ...]
    marks: tuple[noting.Mark, ...]
    blocks: tuple[quoting.QuoteBlock, ...]
    tables: tuple[TextTable, ...]
    inner_tables: tuple[TextTable, ...]
    sentences: tuple[quoting.MarkedSentence, ...]
    cuts: tuple[Substitution, ...]
    originals: dict[str, str] = field(default_factory=dict)
    formulas: Formulas = NO_FORMULAS

    @cached_property
    def notes(self) -> NamedNotes:
        """The definition that counts for each id: the first."""
        last_first = reversed(self.definitions + self.in_place)
        return NamedNotes((definition.id, definition) for definition in last_first)


def read_syntax(manuscript: MarkdownSource, formulas: Formulas) -> tuple[Syntax, list[Diagnostic]]:
    """Find everything in the source that is not Python-Markdown's."""
    definitions = noting.find_definitions(manuscript)
    blocks, problems = quoting.find_blocks(manuscript)
    sentences, found = quoting.find_marked(manuscript, blocks, definitions)
    problems += found
    in_place, found = noting.find_in_place(manuscript)
    problems += found
    marks = (*noting.find_marks(manuscript, definitions), *(noting.mark_of(note) for note in in_place))
    problems += quoting.check_names(manuscript)
    problems += noting.check_definitions(manuscript, definitions)
    problems += check_tables(manuscript)
    problems += check_reference_links(manuscript)
    tables, found = find_text_tables(manuscript)
    problems += found
    grids, found = find_inner_grids(manuscript)
    problems += found
    inner = (*grids, *find_inner_dashes(manuscript))
    closings, found = close_elements(manuscript)
    problems += found
    moves, found = leave_out_moves(manuscript)
    problems += found
    boxes, found = find_boxes(manuscript)
    problems += found
    originals = dict(formulas.originals)
    # Of two cuts at one place the first counts: no stand-in of a line comes before a fence.
    cuts = [
        *_stand_ins(manuscript, inner, len(tables)),
        *boxes,
        *find_captions(manuscript, (*tables, *inner)),
        *part_alerts(manuscript),
        *part_quotations(manuscript),
        *find_lines(manuscript),
        *find_escapes(manuscript),
        *find_layout(manuscript),
        *closings,
        *link_addresses(manuscript),
        *moves,
    ]

    def put(kind: str, number: int, start: int, end: int) -> None:
        stand = stand_in(kind, number)
        originals[stand] = manuscript.text[start:end]
        cuts.append(Substitution(start, end, stand))

    for number, mark in enumerate(marks):
        put("n", number, mark.start, mark.end)
    for number, sentence in enumerate(sentences):
        put("b", number, sentence.start, sentence.start + 1)
        put("e", number, sentence.close, sentence.end)
    for number, block in enumerate(blocks):
        originals[stand_in("q", number)] = manuscript.text[block.start : block.end]
    cuts.sort(key=lambda cut: cut.start)
    of_places = tuple(noting.definition_of(note) for note in in_place)
    return (
        Syntax(
            definitions, of_places, marks, blocks, tables, inner, sentences, tuple(cuts), originals, formulas
        ),
        problems,
    )


def _stand_ins(manuscript: MarkdownSource, tables: Sequence[TextTable], first: int) -> Iterator[Substitution]:
    """Cuts that put stand-ins in the place of tables in other blocks, with an empty line before each."""
    for number, table in enumerate(tables, first):
        begin = manuscript.text.rfind("\n", 0, table.start) + 1
        prefix = manuscript.text[begin : table.start]
        above = manuscript.text[:begin].rpartition("\n")[0].rpartition("\n")[2]
        glued = bool(above.strip(" \t>")) and not prefix.strip(" \t>")
        gap = f"\n{prefix}" if glued else ""
        yield Substitution(
            table.start, table.end, f"{gap}{stand_in(TABLE, number)}\n{prefix if '>' in prefix else ''}"
        )


def body_text(manuscript: MarkdownSource, syntax: Syntax) -> str:
    """The Markdown without definitions of notes, and with stand-ins for our own syntax."""
    regions = [Substitution(definition.start, definition.end, "\n\n") for definition in syntax.definitions]
    regions += [
        Substitution(block.start, block.end, f"\n\n{stand_in('q', number)}\n\n")
        for number, block in enumerate(syntax.blocks)
    ]
    regions += [
        Substitution(table.start, table.end, f"\n\n{stand_in(TABLE, number)}\n\n")
        for number, table in enumerate(syntax.tables)
    ]
    return manuscript.copy(0, len(manuscript.text), [*regions, *syntax.cuts])


def text_of_definition(definition: noting.Definition, manuscript: MarkdownSource, syntax: Syntax) -> str:
    """The Markdown of a note, with stand-ins for our own syntax."""
    return noting.dedent(manuscript.copy_sorted(definition.text, definition.end, syntax.cuts))
