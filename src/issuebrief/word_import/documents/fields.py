"""Fields of Word: tables of contents taken out, cross-references marked.

In:  the tree of a text.
Out: the tree with each cross-reference as `Marks` around its words; the paragraphs of tables of contents.
     All other fields keep the words that they printed last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from issuebrief.word_import.documents.marks import reference_mark, unmarked
from issuebrief.word_import.documents.ooxml import P, R, attribute, child, name, run_of, text_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MARK, INSTRUCTION, SIMPLE = name("w:fldChar"), name("w:instrText"), name("w:fldSimple")
CONTENTS = re.compile(r"\s*(?:TOC|INDEX|TOA)\b", re.IGNORECASE)
PAGE = re.compile(r"\s*PAGEREF\b", re.IGNORECASE)
CITATION = re.compile(r"\s*ADDIN\s+(?:ZOTERO_ITEM|CSL_CITATION|EN\.CITE)")
BIBLIOGRAPHY = re.compile(
    r"\s*ADDIN\s+(?:ZOTERO_BIBL|EN\.REFLIST|CSL_BIBLIOGRAPHY|Mendeley Bibliography)", re.IGNORECASE
)
REFERENCE = re.compile(r"\s*REF\s+\"?([\w.-]+)", re.IGNORECASE)
CONTENTS_STYLE = re.compile(r"(?:toc|contents|inhaltsverzeichnis|table of figures|tm)\s*\d*", re.IGNORECASE)


@dataclass
class OpenField:
    """A field whose end has not come yet."""

    instruction: str = ""
    shows: bool = False
    runs: list[Element] = field(default_factory=list)


def contents_paragraphs(tree: Element, styles: dict[str, str]) -> list[Element]:
    """The paragraphs of tables of contents, by the field they lie in or by their style."""
    found: list[Element] = []
    stack: list[OpenField] = []
    for paragraph in tree.iter(P):
        inside = any(CONTENTS.match(each.instruction) for each in stack)
        for run in paragraph.iter(R):
            _follow(run, stack)
            inside = inside or any(CONTENTS.match(each.instruction) for each in stack)
        style = attribute(child(paragraph, "w:pPr", "w:pStyle"), "w:val")
        if inside or CONTENTS_STYLE.fullmatch(styles.get(style, style)):
            found.append(paragraph)
    return found


def has_citations(tree: Element) -> bool:
    """Whether a reference manager has put a citation in."""
    return any(CITATION.match(part.text or "") for part in tree.iter(INSTRUCTION))


def bibliography_paragraphs(tree: Element) -> list[Element]:
    """The paragraphs of the list of works that a reference manager keeps."""
    found: list[Element] = []
    stack: list[OpenField] = []
    for paragraph in tree.iter(P):
        inside = any(BIBLIOGRAPHY.match(each.instruction) for each in stack)
        for run in paragraph.iter(R):
            _follow(run, stack)
            inside = inside or any(BIBLIOGRAPHY.match(each.instruction) for each in stack)
        if inside:
            found.append(paragraph)
    return found


def _follow(run: Element, stack: list[OpenField]) -> OpenField | None:
    """Take a step through fields; the field that ends in this run."""
    for part in run:
        if part.tag == INSTRUCTION and stack:
            stack[-1].instruction += part.text or ""
        elif part.tag == MARK:
            kind = attribute(part, "w:fldCharType")
            if kind == "begin":
                stack.append(OpenField())
            elif kind == "separate" and stack:
                stack[-1].shows = True
            elif kind == "end" and stack:
                return stack.pop()
    return None


def mark_references(paragraph: Element) -> list[str]:
    """Mark the cross-references of a paragraph, in place; the numbers of pages that are printed in it."""
    pages: list[str] = []
    stack: list[OpenField] = []
    for outer in list(paragraph.iter()):
        for run in list(outer):
            if run.tag == SIMPLE and (found := REFERENCE.match(attribute(run, "w:instr"))):
                _replace(outer, [run], found[1], text_of(run))
            elif run.tag == R:
                for each in stack:
                    each.runs.append(run)
                before = len(stack)
                ended = _follow(run, stack)
                if len(stack) > before:
                    stack[-1].runs.append(run)
                found = REFERENCE.match(ended.instruction) if ended else None
                if ended and found and set(ended.runs) <= set(outer):
                    _replace(outer, ended.runs, found[1], "".join(map(text_of, ended.runs)))
                elif ended and PAGE.match(ended.instruction):
                    pages.append("".join(map(text_of, ended.runs)))
    return pages


def unwrap_simple_fields(tree: Element) -> None:
    """Put what simple fields print in their place; Pandoc would drop a number that counts captions.

    Links and cross-references stay fields, as they are read as such.
    """
    for outer in list(tree.iter()):
        while fields := [part for part in outer if part.tag == SIMPLE and not _is_read(part)]:
            for part in fields:
                place = list(outer).index(part)
                outer.remove(part)
                for offset, inner in enumerate(list(part)):
                    outer.insert(place + offset, inner)


def _is_read(simple: Element) -> bool:
    code = attribute(simple, "w:instr")
    return bool(REFERENCE.match(code)) or code.strip().upper().startswith("HYPERLINK")


def _replace(outer: Element, runs: list[Element], bookmark: str, words: str) -> None:
    place = list(outer).index(runs[0])
    for run in runs:
        outer.remove(run)
    outer.insert(place, run_of(reference_mark(bookmark, unmarked(words))))
