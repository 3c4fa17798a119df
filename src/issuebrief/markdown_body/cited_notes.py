"""The marks of notes and pull-quotes set in a tree, and the notes that are cited.

In:  the trees of the text, and what the manuscript holds beyond Markdown.
Out: the same trees with their marks; the trees of the notes in the order of their numbers, and at last their
     HTML.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from issuebrief.markdown_body.blocks import notes as noting
from issuebrief.markdown_body.blocks.boxes import set_boxes
from issuebrief.markdown_body.blocks.quotations import set_quotations
from issuebrief.markdown_body.blocks.undefined_notes import undefined
from issuebrief.markdown_body.fields import (
    FieldNotes,
    note_tree,
)
from issuebrief.markdown_body.formulas import KIND
from issuebrief.markdown_body.html_attributes import read_html
from issuebrief.markdown_body.model import Note
from issuebrief.markdown_body.normalise.allowed_html import leave_out, tell_left_out
from issuebrief.markdown_body.place_pull_quotes import (
    BEGIN,
    END,
    STATION,
    limit,
)
from issuebrief.markdown_body.source.html_tree import Element, is_blank, serialise
from issuebrief.markdown_body.source.placeholders import resolve
from issuebrief.markdown_body.source.source_lines import take_lines
from issuebrief.markdown_body.syntax import Syntax, text_of_definition
from issuebrief.markdown_body.tables.cell_lists import set_lists_in_cells

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown import Markdown

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.l10n import Words
    from issuebrief.markdown_body.source.html_tree import Node
    from issuebrief.markdown_body.source.markdown_source import (
        MarkdownSource,
    )


FOR_ALL = re.compile(r"^ {0,3}(?:\*\[|\[(?!\^)[^\]\n]+\]:)", re.MULTILINE)
"""A link's address or an abbreviation, defined once for the whole text."""


MOST_GUESSES, MOST_COMPARED = 50, 1_000
"""So many marks without a note are told what was probably meant, of so many notes."""
LIMITS = {"q": STATION, "b": BEGIN, "e": END}


def set_marks(
    tree: Element, manuscript: MarkdownSource, syntax: Syntax, citations: noting.Citations
) -> list[Diagnostic]:
    """Set the marks of a tree, which gives the notes their numbers, and what else has a stand-in there."""
    known = syntax.notes
    problems: list[Diagnostic] = []

    def put(kind: str, number: int) -> Node | None:
        if kind in LIMITS:
            return limit(LIMITS[kind], number)
        if kind == KIND:
            return syntax.formulas.node(number)
        mark = syntax.marks[number]
        if (name := known.meant(mark.id)) in known:
            return citations.cite(name)
        guesses = syntax.definitions[:MOST_COMPARED] if len(problems) < MOST_GUESSES else ()
        names = [definition.id for definition in guesses]
        problems.append(undefined(manuscript, mark, names))
        return None

    resolve(tree, syntax.originals, put)
    noting.tie_marks(tree)
    return problems


def set_cited_notes(
    manuscript: MarkdownSource,
    syntax: Syntax,
    citations: noting.Citations,
    read_field: Callable[[str], tuple[Element, list[Diagnostic]] | None],
    set_in: Callable[[Element], None],
    converter: Markdown,
    labels: Words,
) -> tuple[list[Element], list[Diagnostic]]:
    """The notes that are cited, in the order of their numbers, with those that notes themselves cite."""
    known = syntax.notes
    problems: list[Diagnostic] = []
    # Links and abbreviations that are defined once count in all of a brief.
    is_alone = not FOR_ALL.search(manuscript.text)
    notes: list[Element] = []
    while len(notes) < len(citations.numbers):
        name = list(citations.numbers)[len(notes)]
        if of_field := read_field(name):
            notes.append(of_field[0])
            problems += of_field[1]
        else:
            text = text_of_definition(known[name], manuscript, syntax)
            notes.append(read_html(_alone(text) if is_alone else converter.convert(text)))
            set_in(notes[-1])
            problems += tell_left_out(leave_out(notes[-1]), manuscript)
        take_lines(notes[-1])
        set_lists_in_cells(notes[-1])
        set_boxes(notes[-1], labels)
        set_quotations(notes[-1])
        problems += set_marks(notes[-1], manuscript, syntax, citations)
    written = (*syntax.definitions, *syntax.in_place)
    unused = [definition for definition in written if definition.id not in citations.numbers]
    return notes, problems + [
        noting.unused(manuscript, definition) for definition in unused if known[definition.id] is definition
    ]


def field_note(
    cite: Callable[[tuple[str]], list[Diagnostic]], fields: FieldNotes, name: str
) -> tuple[Element, list[Diagnostic]] | None:
    """A note that is written in place in a field, and what is wrong with the notes that it cites in turn."""
    if name not in fields.texts:
        return None
    problems = cite((fields.texts[name],))
    return note_tree(fields.texts[name], fields), problems


@lru_cache(maxsize=2000)
def _alone(text: str) -> str:
    """The HTML of a note; most notes stay as they are from one reading of a brief to the next."""
    from issuebrief.markdown_body.extensions import lone_dialect

    return lone_dialect().reset().convert(text)


def printed_notes(
    citations: noting.Citations, trees: list[Element], lines: dict[str, int], starts: dict[str, int]
) -> tuple[Note, ...]:
    """The notes as HTML, with their numbers, their marks, the lines that they stand on, where they begin."""
    return tuple(
        Note(number, _note_html(tree), tuple(citations.marks[name]), lines[name], starts.get(name, -1))
        for (name, number), tree in zip(citations.numbers.items(), trees, strict=True)
    )


def _note_html(tree: Element) -> str:
    """A note of one paragraph stands without its tag."""
    nodes = [child for child in tree.children if not is_blank(child)]
    if len(nodes) == 1 and isinstance(nodes[0], Element) and nodes[0].tag == "p":
        return serialise(nodes[0].children).strip()
    return serialise(tree.children).strip()
