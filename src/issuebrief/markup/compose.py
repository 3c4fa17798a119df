"""The whole way from Markdown to the HTML of the body, one step a line.

In:  a `Source` and its `Brief`; or the Markdown of a field of the front matter.
Out: the `Body` and all problems in the order of the file; or HTML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from issuebrief.markup import notes as noting
from issuebrief.markup import pull_quotes as quoting
from issuebrief.markup.asides import BEGIN, END, STATION, Lifted, limit, set_pull_quotes
from issuebrief.markup.body import Body, Note
from issuebrief.markup.figures import find_layout, set_figures
from issuebrief.markup.headings import PAGE_IDS, give_ids, number_levels
from issuebrief.markup.manuscript import Cut, Manuscript, find_escapes, read_manuscript, shield
from issuebrief.markup.niceties import make_nice
from issuebrief.markup.raw_html import close_elements
from issuebrief.markup.references import Finder, check_links, check_pictures, set_references
from issuebrief.markup.source_lines import find_lines, take_lines
from issuebrief.markup.stand_ins import resolve, stand_in, unescape
from issuebrief.markup.tables import check_tables
from issuebrief.markup.tree import Element, Node, is_blank, parse, serialise, walk
from issuebrief.markup.urls import set_urls
from issuebrief.problem import Place, Problem, error

if TYPE_CHECKING:
    from markdown import Markdown

    from issuebrief.brief import Brief
    from issuebrief.source import Source


FOR_ALL = re.compile(r"^ {0,3}(?:\*\[|\[(?!\^)[^\]\n]+\]:)", re.MULTILINE)
"""A link's address or an abbreviation, defined once for the whole text."""


def write_up(
    source: Source, brief: Brief, *, allow_network: bool = False
) -> tuple[Body, tuple[Problem, ...]]:
    """The body of a brief as HTML, its notes and pull-quotes, and everything that is wrong with it.

    Where there are errors the body is as good as it can be made, and not meant for printing.
    """
    try:
        return _write_up(read_manuscript(source), brief, allow_network=allow_network)
    except RecursionError:
        message = "the text nests lists, quotations, brackets or HTML too deeply to be read"
        hint = "look for a long row of brackets, > or < signs"
        place = source.place(source.body_line)
        return Body("", (), ()), (error("markup.too-deep", message, place, hint, source.line(place.line)),)


def inline(text: str, brief: Brief, *, blocks: bool = False) -> str:
    """The Markdown of a field of the front matter as HTML, in paragraphs if `blocks`, else without any."""
    from issuebrief.markup.dialect import dialect, dialect_of_lines

    text = shield(text)
    if blocks:
        root = parse(dialect().convert(text))
    else:
        root = parse(dialect_of_lines().convert(" ".join(text.split())))
        root.children = _unwrapped(root.children)
    set_urls(root)
    make_nice(root, brief)
    unescape(root)
    return serialise(root.children).strip()


@dataclass(frozen=True)
class _Syntax:
    """What the manuscript holds beyond Markdown, and the cuts that take it out."""

    definitions: tuple[noting.Definition, ...]
    marks: tuple[noting.Mark, ...]
    blocks: tuple[quoting.QuoteBlock, ...]
    sentences: tuple[quoting.MarkedSentence, ...]
    cuts: tuple[Cut, ...]
    originals: dict[str, str] = field(default_factory=dict)

    def notes(self) -> dict[str, noting.Definition]:
        """The definition that counts for each id: the first."""
        return {definition.id: definition for definition in reversed(self.definitions)}


def _write_up(
    manuscript: Manuscript, brief: Brief, *, allow_network: bool
) -> tuple[Body, tuple[Problem, ...]]:
    from issuebrief.markup.dialect import dialect

    converter = dialect()
    syntax, problems = _read_syntax(manuscript)
    body = parse(converter.convert(_body_text(manuscript, syntax)))
    take_lines(body)
    citations, notes, found = _set_notes(body, manuscript, syntax, converter)
    problems += found
    problems += set_figures(body, brief.lang, manuscript)
    problems += number_levels(body, manuscript)
    problems += give_ids([body, *notes], manuscript)
    set_references(body, notes)
    finder = Finder(manuscript)
    problems += check_links([body, *notes], _ids(body, citations, notes), finder)
    problems += check_pictures([body, *notes], finder, allow_network=allow_network)
    lifted = [_read_block(manuscript, syntax, block, converter) for block in syntax.blocks]
    trees = [body, *notes, *(Element("", {}, quote.paragraphs) for quote in lifted)]
    for tree in trees:
        set_urls(tree)
        make_nice(tree, brief)
    offsets = [sentence.start for sentence in syntax.sentences]
    quotes, found = set_pull_quotes(body, lifted, offsets, manuscript)
    problems += found
    for tree in (body, *notes):
        unescape(tree)
    html = serialise(body.children).strip()
    lines = {name: manuscript.place(note.start).line for name, note in syntax.notes().items()}
    return Body(html, _notes(citations, notes, lines), quotes), tuple(sorted(problems, key=_place))


def _place(problem: Problem) -> Place:
    assert problem.place is not None
    return problem.place


def _read_syntax(manuscript: Manuscript) -> tuple[_Syntax, list[Problem]]:
    """Find everything in the source that is not Python-Markdown's."""
    definitions = noting.find_definitions(manuscript)
    blocks, problems = quoting.find_blocks(manuscript)
    sentences, found = quoting.find_marked(manuscript, blocks, definitions)
    marks = noting.find_marks(manuscript, definitions)
    problems += found
    problems += quoting.check_names(manuscript)
    problems += noting.check_definitions(manuscript, definitions)
    problems += check_tables(manuscript)
    closings, found = close_elements(manuscript)
    problems += found
    originals: dict[str, str] = {}
    cuts = [*find_lines(manuscript), *find_escapes(manuscript), *find_layout(manuscript), *closings]

    def put(kind: str, number: int, start: int, end: int) -> None:
        stand = stand_in(kind, number)
        originals[stand] = manuscript.text[start:end]
        cuts.append(Cut(start, end, stand))

    for number, mark in enumerate(marks):
        put("n", number, mark.start, mark.end)
    for number, sentence in enumerate(sentences):
        put("b", number, sentence.start, sentence.start + 1)
        put("e", number, sentence.close, sentence.end)
    for number, block in enumerate(blocks):
        originals[stand_in("q", number)] = manuscript.text[block.start : block.end]
    cuts.sort(key=lambda cut: cut.start)
    return _Syntax(definitions, marks, blocks, sentences, tuple(cuts), originals), problems


def _body_text(manuscript: Manuscript, syntax: _Syntax) -> str:
    """The Markdown without definitions of notes, and with stand-ins for our own syntax."""
    regions = [Cut(definition.start, definition.end, "\n\n") for definition in syntax.definitions]
    regions += [
        Cut(block.start, block.end, f"\n\n{stand_in('q', number)}\n\n")
        for number, block in enumerate(syntax.blocks)
    ]
    return manuscript.copy(0, len(manuscript.text), [*regions, *syntax.cuts])


def _set_notes(
    body: Element, manuscript: Manuscript, syntax: _Syntax, converter: Markdown
) -> tuple[noting.Citations, list[Element], list[Problem]]:
    """Number the notes by their marks, first those in the body, then those in the notes themselves."""
    citations = noting.Citations()
    known = syntax.notes()
    problems: list[Problem] = []

    def put(kind: str, number: int) -> Node | None:
        if kind in _LIMITS:
            return limit(_LIMITS[kind], number)
        mark = syntax.marks[number]
        if mark.id in known:
            return citations.cite(mark.id)
        problems.append(noting.undefined(manuscript, mark, list(known)))
        return None

    resolve(body, syntax.originals, put)
    noting.tie_marks(body)
    # Links and abbreviations that are defined once count in all of a brief.
    is_alone = not FOR_ALL.search(manuscript.text)
    notes: list[Element] = []
    while len(notes) < len(citations.numbers):
        definition = known[list(citations.numbers)[len(notes)]]
        text = noting.dedent(manuscript.copy_sorted(definition.text, definition.end, syntax.cuts))
        notes.append(parse(_alone(text) if is_alone else converter.convert(text)))
        take_lines(notes[-1])
        resolve(notes[-1], syntax.originals, put)
        noting.tie_marks(notes[-1])
    unused = [known[name] for name in known if name not in citations.numbers]
    return citations, notes, problems + [noting.unused(manuscript, definition) for definition in unused]


@lru_cache(maxsize=2000)
def _alone(text: str) -> str:
    """The HTML of a note; most notes stay as they are from one reading of a brief to the next."""
    return _converter().reset().convert(text)


@lru_cache(maxsize=1)
def _converter() -> Markdown:
    from issuebrief.markup.dialect import dialect

    return dialect()


_LIMITS = {"q": STATION, "b": BEGIN, "e": END}


def _read_block(
    manuscript: Manuscript, syntax: _Syntax, block: quoting.QuoteBlock, converter: Markdown
) -> Lifted:
    """The paragraphs of a pull-quote that stands as a block; note marks in it fall away."""
    text = noting.dedent(manuscript.copy_sorted(block.text, block.end, syntax.cuts))
    root = parse(converter.convert(text))
    take_lines(root)
    resolve(root, syntax.originals, lambda kind, number: Element("span"))
    unescape(root)
    return Lifted(block.start, [node for node in root.children if not is_blank(node)])


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


def _unwrapped(nodes: list[Node]) -> list[Node]:
    """The contents of paragraphs without the paragraphs."""
    return [
        inner
        for node in nodes
        for inner in (node.children if isinstance(node, Element) and node.tag == "p" else [node])
    ]
