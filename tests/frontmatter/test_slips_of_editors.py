"""Slips in front matter of editors who know no YAML, with the mends that are offered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from issuebrief.frontmatter.read import read_front_matter
from issuebrief.frontmatter.source import read_source

if TYPE_CHECKING:
    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.frontmatter.model import Brief

PATH = Path("brief.md")
WHOLE = "title: A\ndate: 2024-04-03\nauthors:\n  - name: B\n"


def read(front: str) -> tuple[Brief | None, tuple[Diagnostic, ...]]:
    source, problems = read_source(PATH, f"---\n{front}---\n\nText.\n".encode())
    assert source is not None and problems == ()
    return read_front_matter(source)


@pytest.mark.parametrize("marks", ["“”", "””", "„“", "«»", "‘’"])
@pytest.mark.parametrize(("value", "typed"), [("A", "A"), ("2024-04-03", "2024-04-03"), ("lang: sv", "sv")])
def test_curly_marks_around_a_value_are_left_out(marks: str, value: str, typed: str) -> None:
    front = f"{WHOLE}lang: sv\n".replace(typed, f"{marks[0]}{typed}{marks[1]}", 1)
    brief, problems = read(front)
    assert [problem.code for problem in problems] == ["front-matter.curly-quotes"]
    assert brief and (brief.title, str(brief.date), brief.lang) == ("A", "2024-04-03", "sv")
    assert f"write {typed} in its place" in problems[0].hint.replace('"', "")


@pytest.mark.parametrize("title", ["“A” and “B”", "'“A”'", '"“A”"', "A “B”", "The ‘A’"])
def test_other_curly_marks_stay(title: str) -> None:
    brief, problems = read(WHOLE.replace("title: A", f"title: {title}"))
    assert problems == () and brief and brief.title == title.strip("\"'")


def test_mends_are_offered_without_curly_marks() -> None:
    hints = [problem.hint for problem in read(f"{WHOLE}subtitle: ”A: b”\nkeywords: “c, d”\n")[1]]
    assert hints[0].endswith('subtitle: "A: b"') and hints[1].endswith("- c\n  - d")


@pytest.mark.parametrize(
    ("slip", "mend"),
    [
        ("key_points:\n- C.\n-D.\n", "put a space after the hyphen: - D."),
        ("number:3\n", "write number: 3"),
    ],
)
def test_a_missing_space_is_told_as_such(slip: str, mend: str) -> None:
    assert mend in [problem.hint for problem in read(WHOLE + slip)[1]]


@pytest.mark.parametrize(
    "slip",
    [
        "key_points:\n- C.\n  -D.\n",
        "key_points:\n- C.\n  - D.\n",
        "key_points:\n- C.\n  • D.\n",
        "abstract:\n  C.\n  - D\n  - E\n",
        "abstract: |\n  C.\n  - D\n",
    ],
)
def test_entries_that_are_part_of_a_text_are_told(slip: str) -> None:
    problems = read(WHOLE + slip)[1]
    assert [problem.code for problem in problems] == ["front-matter.list-like"]
    assert problems[0].place and problems[0].place.line == 6 + slip.count("\n") - (slip.count("\n  - ") or 1)


def test_a_text_of_several_lines_is_one() -> None:
    assert read(f"{WHOLE}abstract: >-\n  C is –\n  – D – and\n  -5 °C or a\n  well-\n  known one.\n")[1] == ()
    assert read(f'{WHOLE}abstract: "C is well\\\n  -known."\n')[1] == ()


@pytest.mark.parametrize("rule", ["———", "–––", "—"])
def test_long_dashes_are_told_to_be_hyphens(rule: str) -> None:
    for text in (f"{rule}\n{WHOLE}{rule}\n", f"---\n{WHOLE}{rule}\n\nText.\n"):
        (problem,) = read_source(PATH, text.encode())[1]
        assert "long dashes" in problem.hint and "three hyphens" in problem.hint


def test_a_list_in_a_text_that_keeps_its_lines_is_no_slip() -> None:
    assert read(f"{WHOLE}abstract: |\n  C.\n\n  - D\n  - E\n")[1] == ()
