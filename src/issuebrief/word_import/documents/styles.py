"""The styles of a docx file, as far as they say what a paragraph is.

In:  `word/styles.xml`.
Out: names by ids, in lower case. Word keeps the English names of its own styles in every language: a German
     `berschrift1` is called `heading 1`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from issuebrief.word_import.documents.ooxml import attribute, child, is_on, name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

HALF = 2
"""Word counts sizes of type in half points."""
USUAL_SIZE = 11.0


@dataclass(frozen=True)
class WordStyles:
    """Names and sizes of styles by their ids; the styles that hide their words; the language of the text."""

    names: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, float] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    numbered: dict[str, str] = field(default_factory=dict)
    """The ids of the numberings of styles."""
    body_size: float = USUAL_SIZE
    language: str = ""


def styles_of(tree: Element | None) -> WordStyles:
    """The styles of a file; none where it has no such part."""
    if tree is None:
        return WordStyles()
    names, sizes, hidden, numbered = {}, {}, set(), {}
    body = size_in(child(tree, "w:docDefaults", "w:rPrDefault", "w:rPr"))
    language = attribute(child(tree, "w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang"), "w:val")
    for style in tree.findall(name("w:style")):
        key = attribute(style, "w:styleId")
        names[key] = attribute(child(style, "w:name"), "w:val").lower() or key.lower()
        sizes[key] = size_in(child(style, "w:rPr"))
        if is_on(child(style, "w:rPr", "w:vanish")):
            hidden.add(key)
        if numbering := numbering_in(child(style, "w:pPr")):
            numbered[key] = numbering
        if attribute(style, "w:default") in ("1", "true") and attribute(style, "w:type") == "paragraph":
            body = sizes[key] or body
            language = attribute(child(style, "w:rPr", "w:lang"), "w:val") or language
    return WordStyles(names, sizes, frozenset(hidden), numbered, body or USUAL_SIZE, language)


def numbering_in(paragraph_format: Element | None) -> str:
    """The id of the numbering that a paragraph or a style has."""
    return attribute(child(paragraph_format, "w:numPr", "w:numId"), "w:val")


def silent_numberings(tree: Element | None) -> frozenset[str]:
    """The ids of numberings that print nothing, as LibreOffice gives one to all headings."""
    silent = {"", "0"}
    if tree is None:
        return frozenset(silent)
    printed = {
        attribute(numbering, "w:abstractNumId")
        for numbering in tree.iter(name("w:abstractNum"))
        if any(attribute(form, "w:val") != "none" for form in numbering.iter(name("w:numFmt")))
    }
    for each in tree.iter(name("w:num")):
        if attribute(child(each, "w:abstractNumId"), "w:val") not in printed:
            silent.add(attribute(each, "w:numId"))
    return frozenset(silent)


def size_in(run_format: Element | None) -> float:
    """The size of letters in pt; 0 where it is not given."""
    typed = attribute(child(run_format, "w:sz"), "w:val")
    try:
        return float(typed) / HALF
    except ValueError:
        return 0.0
