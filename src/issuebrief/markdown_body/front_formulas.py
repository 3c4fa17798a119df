"""Formulas in the front matter: in the abstract, the key points and whatever else is set in paragraphs.

In:  a source, its brief, and the front matter as a text.
Out: the same text, in which they are blotted out; and problems in them, at their values.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.formulas.find_formulas import find_formulas, may_hold_formulas
from issuebrief.frontmatter.read import locate
from issuebrief.markdown_body.formulas import take_formulas
from issuebrief.markdown_body.front_text import alone, set_in_paragraphs
from issuebrief.markdown_body.source.markdown_source import blotted, read_manuscript

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.frontmatter.model import Brief
    from issuebrief.frontmatter.source import Source
    from issuebrief.markdown_body.front_text import Keys
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource


def without_formulas(
    front: MarkdownSource, source: Source, brief: Brief
) -> tuple[MarkdownSource, list[Diagnostic]]:
    """The front matter without the formulas that can be set, and what is wrong with these."""
    if not may_hold_formulas(front.text):
        return front, []
    problems: list[Diagnostic] = []
    spans: list[tuple[int, int]] = []
    for keys, text in _fields(brief):
        if not may_hold_formulas(text):
            continue
        place = locate(source, *keys)
        field = read_manuscript(alone(text))
        told = take_formulas(field, brief.lang)[2]
        problems += [replace(each, place=place, excerpt=source.excerpt(place)) for each in told]
        spans += _typed(field, source.front_matter, front.offset(place.start.line))
    return replace(front, masked=blotted(front.masked, _apart(spans))), problems


def _fields(brief: Brief) -> Iterator[tuple[Keys, str]]:
    yield from set_in_paragraphs(brief)
    for number, point in enumerate(brief.key_points):
        yield ("key_points", number), point


def _typed(field: MarkdownSource, raw: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the formulas of a field stand in the front matter, as they are or in quotation marks of YAML."""
    for typed in find_formulas(field.masked)[0]:
        formula = " ".join(field.text[typed.start : typed.end].split("\n"))
        for form in (formula, formula.replace("\\", "\\\\").replace('"', '\\"')):
            at = raw.find(form, start)
            if at >= 0:
                yield at, at + len(form)
                break


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(set(spans)):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found
