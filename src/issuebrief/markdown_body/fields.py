"""Markdown in the front matter: titles, abstract, key points, biographies.

In:  the text of a field, and the marks that cite its notes.
Out: HTML, or the words alone, as metadata, bookmarks and running heads want them; and before that, for
     all fields in the order in which they are read, the notes that they cite.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.l10n import words
from issuebrief.markdown_body.addresses import unlink
from issuebrief.markdown_body.blocks.boxes import cuts_of_boxes, name_boxes, set_boxes
from issuebrief.markdown_body.blocks.notes import (
    Citations,
    Definition,
    Mark,
    tie_marks,
)
from issuebrief.markdown_body.blocks.undefined_notes import undefined
from issuebrief.markdown_body.equations import set_equations
from issuebrief.markdown_body.field_marks import manuscript_of, marks_in
from issuebrief.markdown_body.field_tables import cuts_for, tables_of, with_tables
from issuebrief.markdown_body.formulas import KIND, NO_FORMULAS, take_formulas
from issuebrief.markdown_body.front_text import front_manuscript
from issuebrief.markdown_body.html_attributes import read_html
from issuebrief.markdown_body.normalise.allowed_html import Refused, leave_out
from issuebrief.markdown_body.normalise.normal_form import normal_form, with_plain_signs
from issuebrief.markdown_body.normalise.other_markdown import with_html_read
from issuebrief.markdown_body.source.html_tree import Element, Node, parse, serialise, text_of, walk
from issuebrief.markdown_body.source.markdown_source import (
    Substitution,
    find_escapes,
)
from issuebrief.markdown_body.source.placeholders import resolve, stand_in, unescape
from issuebrief.markdown_body.source.urls import set_urls
from issuebrief.markdown_body.typography import smart_typography as niceties
from issuebrief.stated_values import texts_with_notes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markdown import Markdown

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.frontmatter.model import Brief
    from issuebrief.frontmatter.source import Source
    from issuebrief.markdown_body.blocks.note_names import NamedNotes

CITES = re.compile(r"\[\^|\^\[")
MARKUP = re.compile(r"[*_`\[\]<>&~^=\\$]|https?:|www\.|@")
"""Signs without which a text has no markup."""
LINKS = re.compile(r"\]\(|<|\]\[")
ADDRESS = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]+:|[^\s<>@\"']+@)[^\s<>]*>")
"""An address in angle brackets, which is no HTML."""
NONE: dict[str, tuple[str, ...]] = {}


def inline(
    text: str,
    brief: Brief,
    *,
    blocks: bool = False,
    html: bool = True,
    marks: Mapping[str, tuple[str, ...]] = NONE,
) -> str:
    """The Markdown of a field as HTML, in paragraphs if `blocks`, else without any.

    Without `html`, tags are printed as they are typed, as in a title.
    """
    root = _tree(text, marks.get(text, ()), brief.lang, blocks=blocks, html=html)
    set_boxes(root, words(brief.lang, brief.labels))
    unlink(root, Path())
    set_urls(root)
    niceties.make_nice(root, brief)
    unescape(root)
    return serialise(root.children).strip()


def plain(text: str, brief: Brief, *, html: bool = False) -> str:
    """The words of a field, without markup and marks of notes."""
    if not MARKUP.search(text):
        return niceties.plain(text, brief)
    root = _tree(text, (), brief.lang, blocks=False, html=html)
    niceties.make_nice(root, brief)
    unescape(root)
    return text_of(root).strip()


def linking_fields(brief: Brief) -> list[Element]:
    """The trees of the fields that may hold links."""
    fields = (*fields_before(brief), *fields_behind(brief))
    return [_tree(text, (), brief.lang, blocks=False, html=True) for text in fields if LINKS.search(text)]


def note_tree(text: str, found: FieldNotes) -> Element:
    """The tree of a note that is written in place in a field, with the marks that were found in it."""
    return _tree(text, found.marks.get(text, ()), found.lang, blocks=True, html=True)


def fields_before(brief: Brief) -> tuple[str, ...]:
    """The fields that are read before the text."""
    credit = brief.cover.credit if brief.cover else ""
    return (brief.title, brief.subtitle, credit, brief.abstract, *brief.key_points)


def fields_behind(brief: Brief) -> tuple[str, ...]:
    """The fields that are read after the text."""
    after = (brief.publisher.about if brief.publisher else "", *texts_with_notes(brief))
    return (*(author.bio for author in brief.authors), *after, brief.disclaimer, brief.copyright)


@dataclass
class FieldNotes:
    """The notes that fields cite: marks by the text of the field, and the texts of notes in place."""

    marks: dict[str, tuple[str, ...]]
    texts: dict[str, str]
    lang: str = ""
    """The language of the brief."""


def cite_fields(
    fields: Sequence[str],
    source: Source,
    citations: Citations,
    known: NamedNotes,
    found: FieldNotes,
) -> list[Diagnostic]:
    """Number the notes of fields; what they cite and what is not there."""
    problems: list[Diagnostic] = []
    for text in fields:
        if not CITES.search(text) or text in found.marks:
            continue
        marks: list[str] = []
        for mark in marks_in(manuscript_of(text)):
            name = known.meant(mark.name)
            if mark.text:
                name = f"\x01{len(found.texts)}"
                found.texts[name] = mark.text
            elif name not in known:
                problems.append(_undefined(source, name, known))
                marks.append("")
                continue
            marks.append(serialise([citations.cite(name)]))
        found.marks[text] = tuple(marks)
    return problems


def _undefined(source: Source, name: str, known: Mapping[str, Definition]) -> Diagnostic:
    front = front_manuscript(source)
    offset = max(front.text.find(f"[^{name}]"), 0)
    return undefined(front, Mark(name, offset, offset), list(known))


def _harmless(root: Element) -> Element:
    """The tree without what a brief may not hold, and without ids: those belong to the page's own parts."""
    name_boxes(root)
    leave_out(root)
    for found in walk(root):
        found.attributes.pop("id", None)
    return root


def refused_in_fields(brief: Brief) -> list[Refused]:
    """The HTML that is left out of fields."""
    fields = (*fields_before(brief), *fields_behind(brief))
    marked = (with_plain_signs(manuscript_of(text)).text for text in fields if "<" in text)
    return [found for text in marked for found in leave_out(parse(ADDRESS.sub("", text)))]


def _tree(text: str, marks: Sequence[str], lang: str, *, blocks: bool, html: bool) -> Element:
    """The tree of a field; marks that have no HTML are left out."""
    manuscript, formulas = manuscript_of(text), NO_FORMULAS
    if html:
        manuscript, formulas, _ = take_formulas(manuscript, lang)
    if blocks:
        manuscript, _ = normal_form(with_html_read(manuscript), short=True)
    elif html:
        manuscript = with_plain_signs(manuscript)
    cited = marks_in(manuscript) if CITES.search(text) else []
    originals = formulas.originals | {
        stand_in("n", n): manuscript.text[mark.start : mark.end] for n, mark in enumerate(cited)
    }
    tables = tables_of(manuscript) if blocks else ()
    cuts = find_escapes(manuscript) + cuts_for(tables) + (cuts_of_boxes(manuscript) if blocks else [])
    ends = [len(manuscript.text[: mark.start].rstrip(" \t")) for mark in cited]
    cuts += [Substitution(ends[n], mark.end, stand_in("n", n)) for n, mark in enumerate(cited)]
    markdown = manuscript.copy(0, len(manuscript.text), cuts)
    if blocks:
        from issuebrief.markdown_body.extensions import lone_dialect

        root = _harmless(with_tables(markdown, tables, manuscript, lone_dialect().reset().convert))
    else:
        root = _harmless(read_html(_of_lines(html).reset().convert(" ".join(markdown.split()))))
        root.children = _unwrapped(root.children)

    def put(kind: str, number: int) -> Node | None:
        if kind == KIND:
            return formulas.node(number)
        html = marks[number] if number < len(marks) else ""
        return parse(html).children[0] if html else Element("span")

    if cited or formulas.maths:
        resolve(root, originals, put)
        tie_marks(root)
    if formulas.maths:
        set_equations((root,), words(lang))
    return root


@lru_cache(maxsize=2)
def _of_lines(html: bool) -> Markdown:
    from issuebrief.markdown_body.extensions import dialect_of_lines

    return dialect_of_lines(html=html)


def _unwrapped(nodes: list[Node]) -> list[Node]:
    """The inline contents of paragraphs, without their `<p>` elements."""
    return [
        inner
        for node in nodes
        for inner in (node.children if isinstance(node, Element) and node.tag == "p" else [node])
    ]
