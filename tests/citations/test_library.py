"""Files of references come through the gate, and what is wrong with the works in them is told."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from cited_works import WORKS, codes, read_cited
from setting import job, write_brief

from issuebrief.pipeline.read import read

if TYPE_CHECKING:
    from pathlib import Path


def told(folder: Path, references: str) -> str:
    """What is said of a file of references that a brief names."""
    _, problems = read(job(write_brief(folder, "So [@gauge2019].", references=references)))
    return next(problem.message for problem in problems if problem.code == "citations.unreadable-file")


def test_files_that_are_missing_outside_or_no_files_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "brief"
    folder.mkdir()
    (tmp_path / "out.bib").write_text(WORKS, "utf-8")
    (folder / "link.bib").symlink_to(tmp_path / "out.bib")
    assert "is not there" in told(folder, "none.bib")
    assert "outside the folder" in told(folder, "../out.bib")
    assert "outside the folder" in told(folder, "link.bib")
    assert "known here" in told(folder, "refs.docx")
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.bib")
        assert "it is a pipe" in told(folder, "pipe.bib")


def test_a_file_in_an_old_encoding_is_read_and_told_of(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_bytes(
        "@book{a, title={Über Fähren}, author={Ö, A}, year=2001}".encode("cp1252")
    )
    manuscript, problems = read(job(write_brief(tmp_path, "So [@a].", references="refs.bib")))
    assert manuscript is not None
    assert "Über Fähren" in manuscript.body.notes[0].html
    assert codes(problems) == {"citations.unreadable-entry"}


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("@article{a, title={T}, author={A, B}, year=2001}", "citations.incomplete-entry"),
        ("@book{a, title={T}, author={A, B}, year=2001, doi={doi.example/1}}", "citations.malformed-doi"),
    ],
)
def test_works_that_lack_something_are_told_at_their_entry(tmp_path: Path, entry: str, code: str) -> None:
    _, problems = read_cited(tmp_path, "So [@a].", f"\n{entry}")
    problem = next(problem for problem in problems if problem.code == code)
    assert problem.place is not None
    assert (problem.place.path.name, problem.place.line) == ("refs.bib", 2)


def test_one_work_under_two_keys_is_told(tmp_path: Path) -> None:
    entry = "@article{%s, title={Counting the Ferries}, author={Tide, Tom}, journal={J}, year=2020}\n"
    _, problems = read_cited(tmp_path, "So [@a; @b].", entry % "a" + entry % "b")
    assert codes(problems) == {"citations.duplicate-work"}


def test_an_unknown_style_is_told_and_all_else_is_still_told(tmp_path: Path) -> None:
    _, problems = read_cited(tmp_path, "So [@nobody2000].", citation_style="chicagoo")
    assert {"citations.style", "citations.unknown-key"} <= codes(problems)


def test_a_style_of_the_editors_own_is_read_from_the_folder(tmp_path: Path) -> None:
    (tmp_path / "own.csl").write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><citation><layout>'
        '<text variable="title" prefix="Own: "/></layout></citation></style>',
        "utf-8",
    )
    manuscript, _ = read_cited(tmp_path, "So [@tide2020].", citation_style="own.csl")
    assert manuscript is not None
    assert manuscript.body.notes[0].html == "Own: Counting Ferries"
