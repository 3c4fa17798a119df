"""The whole text of a brief in the Journal Article Tag Suite.

In:  a record, the manuscript that it describes, and where pictures lie.
Out: a document of JATS 1.3 (ANSI/NISO Z39.96-2021) with MathML 3: front matter, the text with its sections,
     figures, tables, boxes and formulas, the notes as `fn`, the list of references. It is Journal Publishing
     where the series has an ISSN, else Journal Archiving and Interchange.

It is made from the same HTML as the web page: what stands there stands here. Only what JATS has no element
for is left to its words, such as the line ends within a paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.markdown_body import inline as inline_html
from issuebrief.markdown_body.source.html_tree import Element, names, parse
from issuebrief.metadata.jats.blocks import BlockWriter
from issuebrief.metadata.jats.body import body_and_references
from issuebrief.metadata.jats.front import front
from issuebrief.metadata.jats.ids import targets_of
from issuebrief.metadata.jats.inline import InlineWriter
from issuebrief.metadata.xml_text import document, node, text_node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from issuebrief.frontmatter.model import Brief
    from issuebrief.manuscript import Manuscript
    from issuebrief.markdown_body import Note
    from issuebrief.metadata.record import Record

PUBLISHING = (
    '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD with MathML3 v1.3 '
    '20210610//EN" "https://jats.nlm.nih.gov/publishing/1.3/JATS-journalpublishing1-3-mathml3.dtd">'
)
ARCHIVING = (
    '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD with MathML3 '
    'v1.3 20210610//EN" "https://jats.nlm.nih.gov/archiving/1.3/JATS-archivearticle1-3-mathml3.dtd">'
)
"""The looser of the two tag sets, for a series without an ISSN, which the other one requires."""

MIXED = names(
    "abbrev attrib bold ext-link inline-formula italic mixed-citation mml:math monospace named-content p "
    "sc strike styled-content sub sup td term th title underline xref"
)
"""Elements in which white space is seen."""


def jats(record: Record, manuscript: Manuscript, address_of: Callable[[str], str] = str) -> bytes:
    """The document; `address_of` gives the address of a picture that the brief names, or nothing."""
    body = manuscript.body
    root = parse(body.html)
    targets = targets_of(root, body.notes)
    writer = BlockWriter(InlineWriter(targets, address_of), targets)
    text, references = body_and_references(root, writer)
    lives = [writer.paragraphs(_field(author.bio, manuscript)) for author in manuscript.brief.authors]
    back = node("back", *_behind(manuscript, writer), *_notes(body.notes, writer))
    if references:
        back.children.append(references)
    article = node(
        "article",
        front(record, lives, targets),
        text,
        back if back.children else None,
        xmlns__xlink="http://www.w3.org/1999/xlink",
        xmlns__mml="http://www.w3.org/1998/Math/MathML",
        xmlns__ali="http://www.niso.org/schemas/ali/1.0/",
        xml__lang=record.lang,
    )
    article.attributes |= {"article-type": "brief-report", "dtd-version": "1.3"}
    return document(article, PUBLISHING if record.issn else ARCHIVING, MIXED)


def _field(markdown: str, manuscript: Manuscript) -> list[Element]:
    """A field of the front matter as the paragraphs of a tree of HTML, with the marks of its notes."""
    if not markdown:
        return []
    html = inline_html(markdown, manuscript.brief, blocks=True, marks=manuscript.body.field_marks)
    return [each for each in parse(html).children if isinstance(each, Element)]


def _behind(manuscript: Manuscript, writer: BlockWriter) -> Iterator[Element]:
    """What is printed after the text: thanks, corrections, whose views these are."""
    brief = manuscript.brief
    if thanks := _field(brief.acknowledgements, manuscript):
        yield node("ack", *writer.paragraphs(thanks))
    if brief.corrections:
        yield _of_kind("corrections", [*_corrections(brief, manuscript, writer)])
    if disclaimer := _field(brief.disclaimer, manuscript):
        yield _of_kind("disclaimer", writer.blocks(disclaimer))


def _corrections(brief: Brief, manuscript: Manuscript, writer: BlockWriter) -> Iterator[Element]:
    for each in brief.corrections:
        yield node("p", node("bold", each.date.isoformat()))
        yield from writer.blocks(_field(each.text, manuscript))


def _of_kind(kind: str, blocks: list[Element]) -> Element:
    found = node("notes", *blocks)
    found.attributes["notes-type"] = kind
    return found


def _notes(notes: tuple[Note, ...], writer: BlockWriter) -> Iterator[Element]:
    """The endnotes, in a group."""
    if notes:
        yield node("fn-group", *(_note(each, writer) for each in notes))


def _note(note: Note, writer: BlockWriter) -> Element:
    paragraphs = writer.paragraphs(parse(note.html).children) or [node("p")]
    label = text_node("label", str(note.number))
    return node("fn", label, *paragraphs, id=writer.targets[note.id].id)
