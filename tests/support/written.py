"""Markdown written up, for the tests of this folder."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from issuebrief.frontmatter.model import Author, Brief
from issuebrief.frontmatter.source import Source
from issuebrief.markdown_body import Body, write_up

if TYPE_CHECKING:
    from issuebrief.diagnostics.model import Diagnostic

FRONT_MATTER = "---\ntitle: T\n---\n"
FIRST_LINE = 4
WORD_JOINER, ZERO_WIDTH_SPACE, NO_BREAK = "\u2060", "\u200b", "\u00a0"


def make_brief(lang: str = "en-GB", **fields: Any) -> Brief:
    return Brief(title="T", date=datetime.date(2024, 5, 1), authors=(Author(name="A"),), lang=lang, **fields)


def make_source(body: str, folder: Path = Path("briefs")) -> Source:
    return Source(folder / "brief.md", FRONT_MATTER + body, "title: T\n", 2, body, FIRST_LINE)


def written(
    body: str, lang: str = "en-GB", folder: Path = Path("briefs")
) -> tuple[Body, tuple[Diagnostic, ...]]:
    """A text written up; the lines of the file that its blocks came from are for test_source_lines.py."""
    found, problems = with_lines(body, lang, folder)
    notes = tuple(replace(note, html=bare(note.html), line=0) for note in found.notes)
    return replace(found, html=bare(found.html), notes=notes), problems


def with_lines(
    body: str, lang: str = "en-GB", folder: Path = Path("briefs")
) -> tuple[Body, tuple[Diagnostic, ...]]:
    return write_up(make_source(body, folder), make_brief(lang))


def bare(html: str) -> str:
    """HTML without the lines that its blocks came from."""
    return re.sub(r' data-line="\d+"', "", html)


def html_of(body: str, lang: str = "en-GB") -> str:
    """The HTML of a text that has nothing wrong with it."""
    result, problems = written(body, lang)
    assert problems == ()
    return result.html


def faults(body: str) -> list[tuple[str, int, int]]:
    """Code, line and column (of the body) of each problem."""
    return [
        (problem.code, problem.place.line - FIRST_LINE + 1, problem.place.column)
        for problem in written(body)[1]
        if problem.place
    ]
