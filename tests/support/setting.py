"""Briefs written and set in a test's own folder."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from pdf_facts import Facts

from issuebrief.diagnostics.policy import SeverityPolicy
from issuebrief.job import Job, Outcome
from issuebrief.pipeline.build import set_brief
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.diagnostics.model import Diagnostic

SMALL_PICTURES = SeverityPolicy((("picture.coarse", None), ("picture.low-resolution", None)))
"""What tests rule, whose pictures are small; those of resolution say otherwise."""
TEXT_PAGE = {"isdp": 0, "policy-note": 0, "report": 1}
"""The page that the text begins on, by theme, counted from 0."""
ROOT = Path(__file__).resolve().parents[2]
FRONT_MATTER = {
    "title": "Notes on a Crossing",
    "date": datetime.date(2024, 5, 1),
    "authors": [{"name": "Editorial Desk"}],
}
SENTENCES = (
    "The ferry leaves at six and the harbour is still dark.",
    "Nobody on the quay speaks, for everything was agreed the evening before.",
    "A crossing takes four hours in fair weather and eight in foul.",
    "The crew counts the passengers twice and writes the lower number down.",
    "Salt gets into the charts, the bread and the conversation.",
    "By noon the far shore is a line, and by one o\u2019clock it is a town.",
)


def paragraph(number: int, sentences: int = 6) -> str:
    """A paragraph unlike any other: its number is in its first and last words."""
    middle = " ".join(SENTENCES[(number + index) % len(SENTENCES)] for index in range(sentences))
    return f"Entry {number} begins here. {middle} So ends entry {number}."


def write_brief(folder: Path, body: str, **front: Any) -> Path:
    """A brief in a folder of its own; a key given as None is left out."""
    folder.mkdir(parents=True, exist_ok=True)
    keys = {name: value for name, value in {**FRONT_MATTER, **front}.items() if value is not None}
    text = yaml.safe_dump(keys, allow_unicode=True, sort_keys=False)
    path = folder / "brief.md"
    path.write_text(f"---\n{text}---\n\n{body}\n", "utf-8")
    return path


def job(brief: Path, workplace: Path | None = None, **options: Any) -> Job:
    """The job of setting a brief beside its text, with the styles and templates of a workplace."""
    plain = Job.for_screen(
        brief, brief.with_suffix(".pdf"), search_path(workplace or brief.parent), **options
    )
    return replace(plain, policy=SMALL_PICTURES)


def set_text(folder: Path, body: str, **front: Any) -> tuple[Outcome, Path]:
    """Set a text; the outcome, and the path of the PDF, which may not be there."""
    brief = write_brief(folder, body, **front)
    return set_brief(job(brief)), brief.with_suffix(".pdf")


def facts_of(folder: Path, body: str, *, but: Sequence[str] = (), **front: Any) -> Facts:
    """The facts of a text that has nothing wrong with it, but for problems of some codes."""
    outcome, pdf = set_text(folder, body, **front)
    assert {problem.code for problem in outcome.problems} == set(but), outcome.problems
    assert outcome.written
    facts = Facts(pdf)
    assert outcome.pages == len(facts)
    return facts


def told(problems: tuple[Diagnostic, ...]) -> list[str]:
    """Each problem as `file:line code`."""
    return [
        f"{problem.place.path.name}:{problem.place.line} {problem.code}" if problem.place else problem.code
        for problem in problems
    ]
