"""Formulas in what an author typed: they are drawn, or shown as MathML, and no words are looked for in them.

In:  Markdown.
Out: the same text with its formulas struck out, as long as it was.
"""

from __future__ import annotations

from issuebrief.formulas.find_formulas import may_hold_formulas, spans
from issuebrief.markdown_body.source.markdown_source import mask
from issuebrief.preflight.wording.nothing import NOTHING


def without_formulas(text: str) -> str:
    """A text without its formulas."""
    if not may_hold_formulas(text):
        return text
    parts: list[str] = []
    end = 0
    for start, stop in spans(mask(text)):
        parts += (text[end:start], NOTHING * (stop - start))
        end = stop
    return "".join((*parts, text[end:]))
