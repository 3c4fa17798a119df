"""The whole way from Markdown to the HTML of the body, one step a line.

In:  a `Source` and its `Brief`.
Out: the `Body` and all problems in the order of the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, SourceRange, error
from issuebrief.markdown_body.addresses import check_addresses, check_reference_links
from issuebrief.markdown_body.blocks import notes as noting
from issuebrief.markdown_body.blocks import pull_quotes as quoting
from issuebrief.markdown_body.blocks.boxes import find_boxes, part_alerts, set_boxes
from issuebrief.markdown_body.blocks.float_places import check_places
from issuebrief.markdown_body.blocks.marginals import set_marginals
from issuebrief.markdown_body.blocks.quotations import part_quotations, set_quotations
from issuebrief.markdown_body.blocks.spans import set_spans
from issuebrief.markdown_body.blocks.undefined_notes import undefined
from issuebrief.markdown_body.fields import (
    FieldNotes,
    cite_fields,
    fields_before,
    fields_behind,
    front_manuscript,
    linking_fields,
    note_tree,
    refused_in_fields,
)
from issuebrief.markdown_body.figures.figures import find_layout, set_figures
from issuebrief.markdown_body.figures.picture_parts import share_out
from issuebrief.markdown_body.headings import PAGE_IDS, check_sections, give_ids, number_levels
from issuebrief.markdown_body.html_attributes import read_html
from issuebrief.markdown_body.lint.foreign import find_chunks, find_foreign, leave_out_moves
from issuebrief.markdown_body.lint.hand_typed import find_hand_typed
from issuebrief.markdown_body.lint.html_slips import find_slips
from issuebrief.markdown_body.lint.leftovers import ANYWHERE, IN_TEXT, find_leftovers
from issuebrief.markdown_body.lint.unpaired import find_unpaired
from issuebrief.markdown_body.model import Body, Note
from issuebrief.markdown_body.normalise.allowed_html import leave_out, tell_left_out
from issuebrief.markdown_body.normalise.attribute_lists import check_attributes, check_stray
from issuebrief.markdown_body.normalise.bounds import TooLong, find_unbounded, too_long
from issuebrief.markdown_body.normalise.invisible import find_invisible
from issuebrief.markdown_body.normalise.normal_form import normal_form
from issuebrief.markdown_body.normalise.other_markdown import as_briefs_have_it
from issuebrief.markdown_body.normalise.raw_html import close_elements, link_addresses
from issuebrief.markdown_body.place_pull_quotes import (
    BEGIN,
    END,
    STATION,
    PullQuoteDraft,
    limit,
    set_pull_quotes,
)
from issuebrief.markdown_body.references import (
    Finder,
    check_links,
    check_pictures,
    lead_to_headings,
    set_references,
)
from issuebrief.markdown_body.set_text_tables import KIND as TABLE
from issuebrief.markdown_body.set_text_tables import Reader, find_captions, move_captions, set_tables
from issuebrief.markdown_body.source.html_tree import Element, is_blank, serialise, walk
from issuebrief.markdown_body.source.markdown_source import (
    MarkdownSource,
    Substitution,
    find_escapes,
    read_manuscript,
)
from issuebrief.markdown_body.source.placeholders import as_typed, resolve, stand_in, unescape
from issuebrief.markdown_body.source.source_lines import find_lines, take_lines
from issuebrief.markdown_body.source.urls import set_urls
from issuebrief.markdown_body.tables.number_columns import set_number_columns
from issuebrief.markdown_body.tables.tab_tables import tab_tables
from issuebrief.markdown_body.tables.table_runs import mark_led_to, mark_runs
from issuebrief.markdown_body.tables.tables import check_tables
from issuebrief.markdown_body.tables.text_tables import TextTable, find_text_tables
from issuebrief.markdown_body.typography.smart_typography import make_nice

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from markdown import Markdown

    from issuebrief.frontmatter.model import Brief
    from issuebrief.frontmatter.source import Source
    from issuebrief.markdown_body.source.html_tree import Node


FOR_ALL = re.compile(r"^ {0,3}(?:\*\[|\[(?!\^)[^\]\n]+\]:)", re.MULTILINE)
"""A link's address or an abbreviation, defined once for the whole text."""


def write_up(
    source: Source,
    brief: Brief,
    *,
    allow_network: bool = False,
    classes: AbstractSet[str] | None = None,
) -> tuple[Body, tuple[Diagnostic, ...]]:
    """The body of a brief as HTML, its notes and pull-quotes, and everything that is wrong with it.

    `classes` are those that the style sheets know; without them no class is unknown. Where there are
    errors the body is as good as it can be made, and not meant for printing.
    """
    typed = read_manuscript(source)
    if unbounded := find_unbounded(typed):
        return Body("", (), ()), (unbounded,)
    try:
        manuscript, doubts = normal_form(as_briefs_have_it(typed))
        body, problems = _write_up(manuscript, brief, allow_network=allow_network)
        if classes is not None:
            problems += tuple(check_attributes(manuscript, classes))
    except TooLong as paragraph:
        return Body("", (), ()), (too_long(typed, paragraph),)
    except RecursionError:
        message = "the text nests lists, quotations, brackets or HTML too deeply to be read"
        hint = "look for a long row of brackets, > or < signs"
        place = source.place(source.body_line)
        return Body("", (), ()), (error("markup.too-deep", message, place, hint, source.line(place.line)),)
    return body, tuple(sorted((*doubts, *tab_tables(typed)[1], *map(_as_typed, problems)), key=_place))


@dataclass(frozen=True)
class _Syntax:
    """What the manuscript holds beyond Markdown, and the cuts that take it out."""

    definitions: tuple[noting.Definition, ...]
    in_place: tuple[noting.Definition, ...]
    marks: tuple[noting.Mark, ...]
    blocks: tuple[quoting.QuoteBlock, ...]
    tables: tuple[TextTable, ...]
    sentences: tuple[quoting.MarkedSentence, ...]
    cuts: tuple[Substitution, ...]
    originals: dict[str, str] = field(default_factory=dict)

    @cached_property
    def notes(self) -> dict[str, noting.Definition]:
        """The definition that counts for each id: the first."""
        return {definition.id: definition for definition in reversed(self.definitions + self.in_place)}


def _write_up(
    manuscript: MarkdownSource, brief: Brief, *, allow_network: bool
) -> tuple[Body, tuple[Diagnostic, ...]]:
    from issuebrief.markdown_body.extensions import dialect

    converter = dialect()
    syntax, problems = _read_syntax(manuscript)
    body = read_html(converter.convert(_body_text(manuscript, syntax)))
    _set_tables(body, manuscript, syntax, converter)
    refused = leave_out(body)
    take_lines(body)
    move_captions(body)
    citations, fields = noting.Citations(), FieldNotes({}, {})
    cite = partial(
        cite_fields, source=manuscript.source, citations=citations, known=syntax.notes, found=fields
    )
    problems += find_foreign(manuscript) + find_chunks(manuscript)
    problems += find_leftovers(manuscript, brief.lang, IN_TEXT) + find_unpaired(manuscript, brief.lang)
    problems += find_slips(manuscript) + find_hand_typed(manuscript)
    front = front_manuscript(manuscript.source)
    problems += find_foreign(front) + find_leftovers(front, brief.lang, ANYWHERE) + find_invisible(front)[1]
    problems += cite(fields_before(brief))
    # First captions are put where they are read: notes are numbered in the order of reading.
    set_boxes(body, brief.lang)
    set_quotations(body)
    problems += set_figures(body, brief.lang, manuscript)
    problems += _set_marks(body, manuscript, syntax, citations)
    problems += cite(fields_behind(brief))
    read_field = partial(_field_note, cite, fields)
    notes, found = _set_notes(manuscript, syntax, citations, read_field, converter)
    problems += found
    mark_runs(body)
    mark_led_to(body)
    problems += set_spans(body, manuscript)
    problems += check_places(body, manuscript)
    problems += check_stray([body, *notes], manuscript)
    problems += number_levels(body, manuscript)
    problems += check_sections(body, manuscript)
    problems += give_ids([body, *notes], manuscript)
    lead_to_headings(body, notes)
    set_references(body, notes)
    finder = Finder(manuscript)
    problems += check_links([body, *notes], _ids(body, citations, notes), finder)
    problems += check_addresses([body, *notes], finder)
    problems += check_addresses(linking_fields(brief), Finder(front))
    problems += check_pictures([body, *notes], finder, allow_network=allow_network)
    for tree in (body, *notes):
        problems += share_out(tree, manuscript)
    drafts = [_read_block(manuscript, syntax, block, converter) for block in syntax.blocks]
    trees = [body, *notes, *(Element("", {}, quote.paragraphs) for quote in drafts)]
    problems += tell_left_out(refused, manuscript)
    problems += tell_left_out(refused_in_fields(brief), front)
    for tree in trees:
        set_urls(tree)
        make_nice(tree, brief)
        set_number_columns(tree, brief.lang)
    offsets = [sentence.start for sentence in syntax.sentences]
    set_marginals(body)
    quotes, found = set_pull_quotes(body, drafts, offsets, manuscript)
    problems += found
    for tree in (body, *notes):
        unescape(tree)
    html = serialise(body.children).strip()
    lines = {name: manuscript.place(note.start).line for name, note in syntax.notes.items()}
    lines |= dict.fromkeys(fields.texts, manuscript.source.front_matter_line)
    set_notes = _notes(citations, notes, lines)
    return Body(html, set_notes, quotes, fields.marks), tuple(problems)


def _as_typed(problem: Diagnostic) -> Diagnostic:
    """The problem with what was typed in place of what we put there."""
    message, hint = as_typed(problem.message), as_typed(problem.hint)
    return replace(problem, message=message, hint=hint)


def _place(problem: Diagnostic) -> SourceRange:
    assert problem.place is not None
    return problem.place


def _read_syntax(manuscript: MarkdownSource) -> tuple[_Syntax, list[Diagnostic]]:
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
    closings, found = close_elements(manuscript)
    problems += found
    moves, found = leave_out_moves(manuscript)
    problems += found
    boxes, found = find_boxes(manuscript)
    problems += found
    originals: dict[str, str] = {}
    # Of two cuts at one place the first counts: no stand-in of a line comes before a fence.
    cuts = [
        *boxes,
        *find_captions(manuscript, tables),
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
    return _Syntax(definitions, of_places, marks, blocks, tables, sentences, tuple(cuts), originals), problems


def _body_text(manuscript: MarkdownSource, syntax: _Syntax) -> str:
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


def _set_tables(body: Element, manuscript: MarkdownSource, syntax: _Syntax, converter: Markdown) -> None:
    reader = Reader(
        lambda start, end: manuscript.copy_sorted(start, end, syntax.cuts),
        converter.convert,
        lambda offset: manuscript.place(offset).line,
    )
    set_tables(body, syntax.tables, reader)


def _set_marks(
    tree: Element, manuscript: MarkdownSource, syntax: _Syntax, citations: noting.Citations
) -> list[Diagnostic]:
    """Set the marks of a tree, which gives the notes their numbers, and what else has a stand-in there."""
    known = syntax.notes
    problems: list[Diagnostic] = []

    def put(kind: str, number: int) -> Node | None:
        if kind in _LIMITS:
            return limit(_LIMITS[kind], number)
        mark = syntax.marks[number]
        if mark.id in known:
            return citations.cite(mark.id)
        names = [definition.id for definition in syntax.definitions]
        problems.append(undefined(manuscript, mark, names))
        return None

    resolve(tree, syntax.originals, put)
    noting.tie_marks(tree)
    return problems


def _set_notes(
    manuscript: MarkdownSource,
    syntax: _Syntax,
    citations: noting.Citations,
    read_field: Callable[[str], tuple[Element, list[Diagnostic]] | None],
    converter: Markdown,
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
            text = _text_of(known[name], manuscript, syntax)
            notes.append(read_html(_alone(text) if is_alone else converter.convert(text)))
            problems += tell_left_out(leave_out(notes[-1]), manuscript)
        take_lines(notes[-1])
        set_quotations(notes[-1])
        problems += _set_marks(notes[-1], manuscript, syntax, citations)
    written = (*syntax.definitions, *syntax.in_place)
    unused = [definition for definition in written if definition.id not in citations.numbers]
    return notes, problems + [
        noting.unused(manuscript, definition) for definition in unused if known[definition.id] is definition
    ]


def _field_note(
    cite: Callable[[tuple[str]], list[Diagnostic]], fields: FieldNotes, name: str
) -> tuple[Element, list[Diagnostic]] | None:
    """A note that is written in place in a field, and what is wrong with the notes that it cites in turn."""
    if name not in fields.texts:
        return None
    problems = cite((fields.texts[name],))
    return note_tree(fields.texts[name], fields), problems


def _text_of(definition: noting.Definition, manuscript: MarkdownSource, syntax: _Syntax) -> str:
    return noting.dedent(manuscript.copy_sorted(definition.text, definition.end, syntax.cuts))


@lru_cache(maxsize=2000)
def _alone(text: str) -> str:
    """The HTML of a note; most notes stay as they are from one reading of a brief to the next."""
    return _converter().reset().convert(text)


@lru_cache(maxsize=1)
def _converter() -> Markdown:
    from issuebrief.markdown_body.extensions import dialect

    return dialect()


_LIMITS = {"q": STATION, "b": BEGIN, "e": END}


def _read_block(
    manuscript: MarkdownSource, syntax: _Syntax, block: quoting.QuoteBlock, converter: Markdown
) -> PullQuoteDraft:
    """The paragraphs of a pull-quote that stands as a block; note marks in it fall away."""
    text = noting.dedent(manuscript.copy_sorted(block.text, block.end, syntax.cuts))
    root = read_html(converter.convert(text))
    leave_out(root)
    take_lines(root)
    resolve(root, syntax.originals, lambda kind, number: Element("span"))
    unescape(root)
    return PullQuoteDraft(block.start, [node for node in root.children if not is_blank(node)])


def _ids(body: Element, citations: noting.Citations, notes: list[Element]) -> set[str]:
    """Every id that a link in the text may lead to."""
    ids = {found.attributes.get("id") or "" for tree in (body, *notes) for found in walk(tree)}
    return (ids | {f"note-{number}" for number in citations.numbers.values()} | PAGE_IDS) - {""}


def _notes(citations: noting.Citations, trees: list[Element], lines: dict[str, int]) -> tuple[Note, ...]:
    return tuple(
        Note(number, _note_html(tree), tuple(citations.marks[name]), lines[name])
        for (name, number), tree in zip(citations.numbers.items(), trees, strict=True)
    )


def _note_html(tree: Element) -> str:
    """A note of one paragraph stands without its tag."""
    nodes = [child for child in tree.children if not is_blank(child)]
    if len(nodes) == 1 and isinstance(nodes[0], Element) and nodes[0].tag == "p":
        return serialise(nodes[0].children).strip()
    return serialise(tree.children).strip()
