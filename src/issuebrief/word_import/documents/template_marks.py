"""What a manuscript has left of the template that it was written in.

In:  the trees of a file; its paragraphs.
Out: the trees without the template's instructions; a word on what an author wrote in their style, and on
     sample text that nobody has written over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.word_import.documents.import_problems import left_out, missing, quoted
from issuebrief.word_import.documents.ooxml import P, parents_in, style_of, text_of
from issuebrief.word_import.documents.template_styles import INSTRUCTION, INSTRUCTIONS, SAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.word_import.documents.docx_facts import DocxTrees
    from issuebrief.word_import.documents.model import SourceParagraph

KEPT = ("references",)
"""Places whose sample text is what an author would write."""


def take_instructions(trees: DocxTrees, path: Path) -> list[Diagnostic]:
    """Take the instructions out of the text; what else stands in their style is told."""
    parents = parents_in(trees.text)
    own = set(INSTRUCTIONS.values())
    told = []
    for paragraph in list(trees.text.iter(P)):
        if trees.styles.names.get(style_of(paragraph)) != INSTRUCTION:
            continue
        words = " ".join(text_of(paragraph).split())
        if words and words not in own:
            message = f"a paragraph in the style of instructions is left out: {quoted(words)}"
            hint = "give it another style if it belongs to the text"
            told.append(left_out(path, message, trees.numbers.get(paragraph, 0), hint))
        parents[paragraph].remove(paragraph)
    return told


def sample_text(paragraphs: Iterable[SourceParagraph], path: Path) -> Iterator[Diagnostic]:
    """A word on each paragraph that still holds what the template says."""
    samples = {text for place, text in SAMPLES.items() if place not in KEPT}
    for paragraph in paragraphs:
        words = " ".join(paragraph.text.split())
        if words in samples:
            message = f"sample text of the template is left: {quoted(words)}"
            yield missing(path, message, paragraph.number, "write over it, or delete it")
