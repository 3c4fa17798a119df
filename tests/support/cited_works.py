"""Works for tests of citations, and briefs that cite them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from setting import job, write_brief

from issuebrief.pipeline.read import read

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.manuscript import Manuscript

WORKS = r"""
@book{gauge2019, author = {Gauge, Ada and van der Berg, Otto}, title = {The Harbour at Night},
  publisher = {Quay Press}, address = {Malmö}, year = 2019}
@article{tide2020, author = {Tide, Tom}, title = {Counting Ferries},
  journal = {Crossings},
  volume = 12, number = 3, pages = {103--109}, year = 2020, doi = {10.1000/xyz}}
@report{office2021, author = {{Harbour Office}}, title = {Annual Report},
  institution = {Harbour Office}, year = 2021, url = {https://example.org/report}}
"""


def cited(folder: Path, body: str, works: str = WORKS, **front: Any) -> Manuscript:
    """A brief that cites works, as it is read, without an error."""
    manuscript, problems = read_cited(folder, body, works, **front)
    assert manuscript is not None, problems
    return manuscript


def read_cited(
    folder: Path, body: str, works: str = WORKS, **front: Any
) -> tuple[Manuscript | None, Sequence[Diagnostic]]:
    """The same, and everything that is wrong with it."""
    front.setdefault("references", "refs.bib")
    brief = write_brief(folder, body, **front)
    (folder / "refs.bib").write_text(works, "utf-8")
    return read(job(brief))


def notes_of(manuscript: Manuscript) -> list[str]:
    """The words of the notes, italics between asterisks."""
    return [words(note.html) for note in manuscript.body.notes]


def words(html: str) -> str:
    """The words of HTML, italics between asterisks."""
    text = re.sub(r"</?(?:em|i)>", "*", html)
    text = re.sub(r"<[^<>]*>|[\u2060\u200b]", "", text)
    return " ".join(text.replace("&amp;", "&").replace("\u00a0", " ").split())


def codes(problems: Sequence[Diagnostic]) -> set[str]:
    """The codes of problems of citations."""
    return {problem.code for problem in problems if problem.code.startswith("citations.")}
