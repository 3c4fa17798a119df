"""One file of an institute gives all its briefs what they have in common."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pdf_facts import Facts
from setting import job, told, write_brief

from issuebrief.cli.main import main
from issuebrief.job import Output, Purpose
from issuebrief.pipeline.build import set_brief

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

SHARED = """\
name: Institute for Tides
place: Oban
url: https://tides.example
about: We watch the water, *always*.
series: Tide Paper
theme: policy-note
disclaimer: The views are those of the authors.
copyright: Free for all to copy.
"""


def test_a_brief_in_a_folder_by_year_has_all_that_its_institute_shares(tmp_path: Path) -> None:
    (tmp_path / "publisher.yaml").write_text(SHARED)
    brief = write_brief(tmp_path / "content/2026/ebb", "Text.", publisher={"place": "Kiel"})
    page = brief.with_suffix(".html")
    made = job(brief, tmp_path)
    outcome = set_brief(replace(made, outputs=(*made.outputs, Output(Purpose.WEB, page))))
    assert outcome.problems == ()
    facts = Facts(brief.with_suffix(".pdf"))
    web = page.read_text("utf-8")
    for text in (facts.text, web):
        for words in ("Institute for Tides", "Tide Paper", "Kiel", "The views are those", "Free for all"):
            assert words in text
        assert "Oban" not in text
    assert "We watch the water, <em>always</em>." in web


def test_problems_of_the_shared_file_are_told_at_its_lines_and_once(
    workplace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (workplace / "publisher.yaml").write_text("name: A\nurl: a.example\ntheme: our-hous\n")
    for name in ("one", "two"):
        write_brief(workplace / "content/2026" / name, "Text.")
    assert main(["check"]) == 1
    said = "".join(capsys.readouterr())
    assert said.count("publisher.yaml:2:6: error: url must be a web address") == 1
    assert said.count("publisher.yaml:3:8: error: there is no theme “our-hous”") == 1
    assert "    3 | theme: our-hous" in said
    assert "brief.md:" not in said


def test_words_of_the_institute_that_are_not_printed_are_told_in_its_file(tmp_path: Path) -> None:
    (tmp_path / "publisher.yaml").write_text(SHARED)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/publisher.html").write_text("")
    brief = write_brief(tmp_path / "content/2026/ebb", "Text.")
    outcome = set_brief(job(brief, tmp_path))
    assert told(outcome.problems) == ["publisher.yaml:4 text.left-out"]
    assert outcome.problems[0].excerpt.startswith("about: We watch")
