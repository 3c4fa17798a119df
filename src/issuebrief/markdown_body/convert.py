"""The whole way from Markdown to the HTML of the body, one step a line.

In:  a `Source` and its `Brief`.
Out: the `Body` and all problems in the order of the file.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, SourceRange, error
from issuebrief.l10n import words
from issuebrief.markdown_body.addresses import check_addresses
from issuebrief.markdown_body.blocks import notes as noting
from issuebrief.markdown_body.blocks import pull_quotes as quoting
from issuebrief.markdown_body.blocks.boxes import name_boxes, set_boxes
from issuebrief.markdown_body.blocks.float_places import check_places
from issuebrief.markdown_body.blocks.marginals import set_marginals
from issuebrief.markdown_body.blocks.quotations import set_quotations
from issuebrief.markdown_body.blocks.spans import set_spans
from issuebrief.markdown_body.cited_notes import field_note, printed_notes, set_cited_notes, set_marks
from issuebrief.markdown_body.equations import set_equations
from issuebrief.markdown_body.fields import (
    FieldNotes,
    cite_fields,
    fields_before,
    fields_behind,
    linking_fields,
    refused_in_fields,
)
from issuebrief.markdown_body.figures.continued_tables import say_continued
from issuebrief.markdown_body.figures.figures import set_figures
from issuebrief.markdown_body.figures.picture_credits import take_credits, written_credits
from issuebrief.markdown_body.figures.picture_parts import share_out
from issuebrief.markdown_body.formulas import Formulas, take_formulas
from issuebrief.markdown_body.front_formulas import without_formulas
from issuebrief.markdown_body.front_text import front_manuscript, notes_without_place
from issuebrief.markdown_body.headings import check_sections, give_ids, number_levels
from issuebrief.markdown_body.html_attributes import read_html
from issuebrief.markdown_body.lint.foreign import find_chunks, find_foreign
from issuebrief.markdown_body.lint.hand_typed import find_hand_typed
from issuebrief.markdown_body.lint.html_slips import find_slips
from issuebrief.markdown_body.lint.leftovers import ANYWHERE, IN_TEXT, find_leftovers
from issuebrief.markdown_body.lint.unpaired import find_unpaired
from issuebrief.markdown_body.model import Body
from issuebrief.markdown_body.normalise.allowed_html import leave_out, tell_left_out
from issuebrief.markdown_body.normalise.attribute_lists import check_attributes, check_stray
from issuebrief.markdown_body.normalise.bounds import TooLong, find_unbounded, too_long
from issuebrief.markdown_body.normalise.invisible import find_invisible
from issuebrief.markdown_body.normalise.normal_form import normal_form
from issuebrief.markdown_body.normalise.other_markdown import as_briefs_have_it
from issuebrief.markdown_body.place_pull_quotes import (
    PullQuoteDraft,
    set_pull_quotes,
)
from issuebrief.markdown_body.references import (
    Finder,
    check_links,
    check_pictures,
    lead_to_headings,
    linked_ids,
    set_references,
)
from issuebrief.markdown_body.set_text_tables import Reader, move_captions, set_tables
from issuebrief.markdown_body.source.html_tree import Element, is_blank, serialise
from issuebrief.markdown_body.source.markdown_source import (
    MarkdownSource,
    read_manuscript,
)
from issuebrief.markdown_body.source.placeholders import as_typed, resolve, unescape
from issuebrief.markdown_body.source.source_lines import take_lines
from issuebrief.markdown_body.source.urls import set_urls
from issuebrief.markdown_body.syntax import Syntax, body_text, read_syntax
from issuebrief.markdown_body.tables.cell_lists import set_lists_in_cells
from issuebrief.markdown_body.tables.number_columns import set_number_columns
from issuebrief.markdown_body.tables.tab_tables import tab_tables
from issuebrief.markdown_body.tables.table_runs import mark_led_to, mark_runs
from issuebrief.markdown_body.typography.smart_typography import make_nice

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from markdown import Markdown

    from issuebrief.frontmatter.model import Brief
    from issuebrief.frontmatter.source import Source


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
        bare, formulas, of_formulas = take_formulas(typed, brief.lang)
        manuscript, doubts = normal_form(as_briefs_have_it(bare))
        body, problems = _write_up(manuscript, formulas, brief, allow_network=allow_network)
        if classes is not None:
            problems += tuple(check_attributes(manuscript, classes))
    except TooLong as paragraph:
        return Body("", (), ()), (too_long(typed, paragraph),)
    except RecursionError:
        message = "the text nests lists, quotations, brackets or HTML too deeply to be read"
        hint = "look for a long row of brackets, > or < signs"
        place = source.place(source.body_line)
        return Body("", (), ()), (error("markup.too-deep", message, place, hint, source.line(place.line)),)
    return body, tuple(
        sorted((*doubts, *of_formulas, *tab_tables(typed)[1], *map(_as_typed, problems)), key=_place)
    )


def _write_up(
    manuscript: MarkdownSource, formulas: Formulas, brief: Brief, *, allow_network: bool
) -> tuple[Body, tuple[Diagnostic, ...]]:
    from issuebrief.markdown_body.extensions import dialect

    converter = dialect()
    syntax, problems = read_syntax(manuscript, formulas)
    body = read_html(converter.convert(body_text(manuscript, syntax)))
    set_in = _setter_of_tables(manuscript, syntax, converter)
    set_in(body)
    name_boxes(body)
    refused = leave_out(body)
    take_lines(body)
    set_lists_in_cells(body)
    move_captions(body)
    labels = words(brief.lang, brief.labels)
    citations, fields = noting.Citations(labels.numeral), FieldNotes({}, {}, brief.lang)
    cite = partial(
        cite_fields, source=manuscript.source, citations=citations, known=syntax.notes, found=fields
    )
    problems += find_foreign(manuscript) + find_chunks(manuscript)
    problems += find_leftovers(manuscript, brief.lang, IN_TEXT) + find_unpaired(manuscript, brief.lang)
    problems += find_slips(manuscript) + find_hand_typed(manuscript)
    front = front_manuscript(manuscript.source, brief)
    foreign, found = without_formulas(front, manuscript.source, brief)
    problems += found
    problems += (
        _of_front(find_foreign(foreign, formulas=True), manuscript.source)
        + find_leftovers(front, brief.lang, ANYWHERE)
        + find_invisible(front)[1]
    )
    problems += notes_without_place(manuscript.source, brief)
    problems += cite(fields_before(brief))
    # First captions are put where they are read: notes are numbered in the order of reading.
    set_boxes(body, labels)
    set_quotations(body)
    problems += set_figures(body, labels, manuscript)
    if brief.labels:
        say_continued(body, labels)
    problems += set_marks(body, manuscript, syntax, citations)
    problems += cite(fields_behind(brief))
    read_field = partial(field_note, cite, fields)
    notes, found = set_cited_notes(manuscript, syntax, citations, read_field, set_in, converter, labels)
    problems += found
    equations = set_equations((body, *notes), labels)
    mark_runs(body)
    mark_led_to(body)
    problems += set_spans(body, manuscript)
    problems += check_places(body, manuscript)
    problems += check_stray([body, *notes], manuscript)
    problems += number_levels(body, manuscript)
    problems += check_sections(body, manuscript)
    problems += give_ids([body, *notes], manuscript)
    lead_to_headings(body, notes)
    set_references(body, notes, equations)
    finder = Finder(manuscript)
    problems += check_links([body, *notes], linked_ids(body, notes, citations.numbers.values()), finder)
    problems += check_addresses([body, *notes], finder)
    problems += check_addresses(linking_fields(brief), Finder(front))
    problems += check_pictures([body, *notes], finder, allow_network=allow_network)
    problems += [told for tree in (body, *notes) for told in share_out(tree, manuscript)]
    drafts = [_read_block(manuscript, syntax, block, converter) for block in syntax.blocks]
    trees = [body, *notes, *(Element("", {}, quote.paragraphs) for quote in drafts)]
    problems += tell_left_out(refused, manuscript)
    problems += tell_left_out(refused_in_fields(brief), front)
    for tree in trees:
        set_urls(tree)
        make_nice(tree, brief)
        set_number_columns(tree, brief.lang)
    spans = [(sentence.start, sentence.end) for sentence in syntax.sentences]
    set_marginals(body)
    quotes, found = set_pull_quotes(body, drafts, spans, manuscript)
    problems += found
    for tree in (body, *notes):
        unescape(tree)
    credited = written_credits(take_credits(body)) if brief.picture_credits == "list" else ()
    html = serialise(body.children).strip()
    lines = {name: manuscript.place(note.start).line for name, note in syntax.notes.items()}
    lines |= dict.fromkeys(fields.texts, manuscript.source.front_matter_line)
    starts = {
        name: manuscript.source.typed_offset(manuscript.origin.back(note.start))
        for name, note in syntax.notes.items()
    }
    set_notes = printed_notes(citations, notes, lines, starts)
    return Body(html, set_notes, quotes, credited, fields.marks), tuple(problems)


def _of_front(problems: list[Diagnostic], source: Source) -> list[Diagnostic]:
    """Problems of the front matter; where there is a file of references, its keys are no foreign syntax."""
    return [problem for problem in problems if not (source.is_cited and problem.code == "markup.citation")]


def _as_typed(problem: Diagnostic) -> Diagnostic:
    """The problem with what was typed in place of what we put there."""
    message, hint = as_typed(problem.message), as_typed(problem.hint)
    return replace(problem, message=message, hint=hint)


def _place(problem: Diagnostic) -> SourceRange:
    assert problem.place is not None
    return problem.place.start


def _setter_of_tables(
    manuscript: MarkdownSource, syntax: Syntax, converter: Markdown
) -> Callable[[Element], None]:
    """What puts the tables of the source into a tree, where their stand-ins are."""
    reader = Reader(
        lambda start, end: manuscript.copy_sorted(start, end, syntax.cuts),
        converter.convert,
        lambda offset: manuscript.place(offset).line,
    )
    return partial(set_tables, tables=(*syntax.tables, *syntax.inner_tables), reader=reader)


def _read_block(
    manuscript: MarkdownSource, syntax: Syntax, block: quoting.QuoteBlock, converter: Markdown
) -> PullQuoteDraft:
    """The paragraphs of a pull-quote that stands as a block; note marks in it fall away."""
    text = noting.dedent(manuscript.copy_sorted(block.text, block.end, syntax.cuts))
    root = read_html(converter.convert(text))
    leave_out(root)
    take_lines(root)
    resolve(root, syntax.originals, syntax.formulas.put)
    unescape(root)
    return PullQuoteDraft(block.start, block.end, [node for node in root.children if not is_blank(node)])
