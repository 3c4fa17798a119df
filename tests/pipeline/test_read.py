"""A brief is read once, however much is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from issuebrief.frontmatter import yaml_tree
from issuebrief.job import Job
from issuebrief.pipeline import memory_estimate
from issuebrief.pipeline.read import read
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

BROKEN = """\
---
title: Ferries: a timetable
titel: Ferries
date: 2024-02-31
lang: xx
series: [a, b]
theme: no-such-theme
authors:
  - name: Ida Holm
    phone: 12
  - name: "Per Lund
    photo: none.png
doi: ten
colour: red
summary: {a: b}
---

Boats leave at *noon*.
"""


def count_parses(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that the YAML parser is given from now on."""
    parsed: list[str] = []
    plain = yaml_tree.LOADER

    def loader(text: str) -> Any:
        parsed.append(text)
        return plain(text)

    monkeypatch.setattr(yaml_tree, "LOADER", loader)
    return parsed


def job_of(folder: Path, text: str) -> Job:
    brief = folder / "brief.md"
    brief.write_text(text, "utf-8")
    return Job(brief, (), search_path(folder))


def test_front_matter_is_parsed_once_and_once_more_for_each_line_that_is_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed = count_parses(monkeypatch)
    _, problems = read(job_of(tmp_path, BROKEN))
    broken = [problem for problem in problems if problem.code == "front-matter.yaml"]
    assert len(problems) >= 11
    assert broken
    assert len(parsed) == 1 + len(broken)
    assert len(set(parsed)) == len(parsed)


def test_a_text_that_takes_much_memory_is_told_before_it_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory_estimate, "MUCH", 85.0)
    head = "---\ntitle: A\ndate: 2024-03-01\nauthors: [{name: B}]\n---\n\n"
    told = {}
    for times in (100, 300):
        _, problems = read(job_of(tmp_path, head + "Some *words*.\n\n" * times))
        told[times] = [(problem.code, problem.place and problem.place.line) for problem in problems]
    assert told == {100: [], 300: [("source.very-long", 6)]}
