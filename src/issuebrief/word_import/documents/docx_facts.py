"""What a docx file says of its text: paragraphs, words, numbers of parts, bookmarks, properties.

In:  the trees of a file, made ready.
Out: plain values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.word_import.documents.model import SourceParagraph
from issuebrief.word_import.documents.ooxml import (
    EQUATION,
    RUN_FORMAT,
    P,
    R,
    attribute,
    child,
    name,
    style_of,
    text_of,
    words_of,
)
from issuebrief.word_import.documents.styles import size_in
from issuebrief.word_import.documents.template_styles import INSTRUCTION

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

    from issuebrief.word_import.documents.package import Package
    from issuebrief.word_import.documents.styles import WordStyles

SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
PROPERTIES = {"title", "creator", "modified", "created", "language", "keywords", "subject"}


@dataclass
class DocxTrees:
    """The trees of a file while it is made ready: its text, its notes, and the numbers of its paragraphs."""

    text: Element
    notes: dict[str, Element]
    numbers: dict[Element, int]
    styles: WordStyles
    silent: frozenset[str] = frozenset()
    """The ids of numberings that print nothing."""


def paragraphs_in(trees: DocxTrees) -> list[SourceParagraph]:
    """The paragraphs of the text, one of each number."""
    found: dict[int, SourceParagraph] = {}
    for paragraph in trees.text.iter(P):
        number = trees.numbers.get(paragraph, 0)
        key = style_of(paragraph)
        sizes = [size_in(run.find(RUN_FORMAT)) for run in paragraph.iter(R) if text_of(run).strip()]
        size = min(sizes, default=0.0) or trees.styles.sizes.get(key, 0.0)
        is_centred = attribute(child(paragraph, "w:pPr", "w:jc"), "w:val") == "center"
        style = trees.styles.names.get(key, key.lower())
        found.setdefault(number, SourceParagraph(number, text_of(paragraph), style, size, is_centred))
    return list(found.values())


def words_in_paragraphs(trees: DocxTrees) -> dict[int, str]:
    """What a reader sees, by paragraph; notes have numbers below 0."""
    words: dict[int, str] = {}
    for paragraph in trees.text.iter(P):
        number = trees.numbers.get(paragraph, 0)
        words[number] = f"{words.get(number, '')} {words_of(paragraph)}".strip()
    for note in (note for tree in trees.notes.values() for note in tree):
        if attribute(note, "w:type") not in SEPARATORS:
            words[-len(words) - 1] = " ".join(words_of(paragraph) for paragraph in note.iter(P))
    return words


def part_counts(trees: DocxTrees, pictures: int) -> dict[str, int]:
    """How many notes, tables, pictures and links there are."""
    references = [name("w:footnoteReference"), name("w:endnoteReference")]
    return {
        "notes": sum(1 for tag in references for _ in trees.text.iter(tag)),
        "tables": sum(1 for _ in trees.text.iter(name("w:tbl"))),
        "pictures": pictures,
        "equations": sum(_equations(tree) for tree in (trees.text, *trees.notes.values())),
        "links": links_in((trees.text, *trees.notes.values())),
    }


def _equations(tree: Element) -> int:
    """How many equations have something in them."""
    return sum(bool(text_of(each).strip()) for each in tree.iter(EQUATION))


def links_in(trees: Iterable[Element]) -> int:
    """Links with words; those to places in the text are counted where they are references."""
    trees = tuple(trees)
    links = [each for tree in trees for each in tree.iter(name("w:hyperlink"))]
    fields = [each for tree in trees for each in tree.iter(name("w:instrText"))]
    simple = [each for tree in trees for each in tree.iter(name("w:fldSimple"))]
    codes = [*((each.text or "") for each in fields), *(attribute(each, "w:instr") for each in simple)]
    typed = sum(code.strip().upper().startswith("HYPERLINK") for code in codes)
    return typed + sum(bool(text_of(each).strip()) for each in links)


def bookmark_places(trees: DocxTrees) -> dict[str, int]:
    """The paragraphs that bookmarks begin in, or stand before."""
    start = name("w:bookmarkStart")
    inner = {mark: paragraph for paragraph in trees.text.iter(P) for mark in paragraph.iter(start)}
    found: dict[str, int] = {}
    waiting: list[str] = []
    for element in trees.text.iter():
        if element.tag == start and element not in inner:
            waiting.append(attribute(element, "w:name"))
        elif element.tag == start:
            found[attribute(element, "w:name")] = trees.numbers.get(inner[element], 0)
        elif element.tag == P:
            found |= dict.fromkeys(waiting, trees.numbers.get(element, 0))
            waiting = []
    return found


def stated_properties(package: Package, styles: WordStyles) -> dict[str, str]:
    """What the file states of the document: title, creator, days, language, the template."""
    tree = package.tree("docProps/core.xml")
    found = {} if tree is None else {each.tag.rpartition("}")[2]: each.text or "" for each in tree}
    found = {key: " ".join(value.split()) for key, value in found.items() if key in PROPERTIES and value}
    found["language"] = styles.language or found.get("language", "")
    if INSTRUCTION in styles.names.values():
        found["template"] = INSTRUCTION
    return found
