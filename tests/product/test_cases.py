"""Golden cases in the project's own language: cases/NAME/brief.md and, beside it, what must come of it.

`expected.yaml` may hold
- `problems`: all problems by line, each as `line severity` and, where it matters, the code;
- `pages`, `title`, `language`, `keywords`: facts of the PDF;
- `reads`: passages that are read aloud in this order (only letters and figures are compared);
- `copies`: what can be copied out of the PDF, character by character;
- `links`: where all links lead, in the order of the pages; `bookmarks`: the outline, each as `level title`;
- `tags`: how often a tag stands in the structure.
Without `problems` there must be none.
"""

from __future__ import annotations

import shutil
from collections import Counter
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from pdf_facts import Facts, out_of_order, spoken
from setting import job

from issuebrief.pipeline.build import set_brief

if TYPE_CHECKING:
    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.job import Outcome

CASES = sorted(path.parent for path in (Path(__file__).parent / "cases").glob("*/brief.md"))
FACTS = {"pages", "title", "language", "keywords", "reads", "copies", "links", "bookmarks", "tags"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path, tmp_path: Path) -> None:
    folder = tmp_path / case.name
    shutil.copytree(case, folder)
    expected = yaml.safe_load((case / "expected.yaml").read_text("utf-8"))
    assert set(expected) <= FACTS | {"problems"}
    task = job(folder / "brief.md")
    outcome = set_brief(task)
    assert_problems(outcome, expected.get("problems", []))
    pdf = task.outputs[0].path
    assert bool(outcome.written) == pdf.exists() == bool(FACTS & set(expected))
    if outcome.written:
        with Facts(pdf) as facts:
            assert_facts(facts, expected)


def assert_problems(outcome: Outcome, expected: list[str]) -> None:
    told = sorted(((line_of(problem), problem) for problem in outcome.problems), key=itemgetter(0))
    found = [f"{line} {problem.severity.name.lower()} {problem.code}" for line, problem in told]
    shortened = [
        " ".join(line.split()[: len(wanted.split())]) for line, wanted in zip(found, expected, strict=False)
    ]
    assert shortened == expected and len(found) == len(expected), found
    assert all(problem.excerpt or not problem.place or not problem.place.line for problem in outcome.problems)


def line_of(problem: Diagnostic) -> int:
    return problem.place.line if problem.place else 0


def assert_facts(facts: Facts, expected: dict[str, Any]) -> None:
    copied = "".join(facts.copied(page) for page in range(len(facts)))
    tags = Counter(node.tag for node in facts.reading.walk())
    found = {
        "pages": len(facts),
        "title": facts.metadata["Title"],
        "language": facts.language,
        "keywords": facts.metadata.get("Keywords"),
        "links": [
            f"#{link.target.name}" if link.target and not link.address else link.address
            for link in facts.links
            if link.address or link.target
        ],
        "bookmarks": [f"{mark.level} {mark.title}" for mark in facts.bookmarks],
        "tags": {tag: tags[tag] for tag in expected.get("tags", {})},
    }
    for name in found.keys() & expected.keys():
        assert found[name] == expected[name], name
    assert out_of_order(spoken(facts.reading), expected.get("reads", [])) == []
    assert [
        passage for passage in expected.get("copies", []) if passage not in copied.replace("\u00a0", " ")
    ] == []


def test_there_are_cases() -> None:
    assert len(CASES) >= 8
