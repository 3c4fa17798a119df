"""`issuebrief explain`: what a problem means, in the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from issuebrief.cli.main import main
from issuebrief.cli.output import reporting
from issuebrief.diagnostics.codes import CODES
from issuebrief.diagnostics.model import error, warning

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


def test_a_code_is_explained(capsys: Capture) -> None:
    assert main(["explain", "notes.empty"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("error: A note has no text. [notes.empty]\n\nWhat it means\n  Nothing follows")
    assert [line for line in out.splitlines() if line and line[0] != " "][1:] == [
        "What it means",
        "Why it matters",
        "How to fix it",
    ]


@pytest.mark.parametrize("typed", ["[notes.empty]", "Notes.Empty"])
def test_a_code_may_be_copied_with_its_brackets_or_in_capitals(typed: str, capsys: Capture) -> None:
    assert main(["explain", typed]) == 0
    assert "[notes.empty]" in capsys.readouterr().out


def test_lines_are_as_long_as_the_terminal_is_wide_but_never_too_long_to_read(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    for columns, longest in (("50", 50), ("300", 96)):
        monkeypatch.setenv("COLUMNS", columns)
        main(["explain", "contrast.low"])
        assert longest - 15 < max(map(len, capsys.readouterr().out.splitlines())) <= longest


def test_without_a_code_all_are_listed_by_group_with_a_line_each(capsys: Capture) -> None:
    assert main(["explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["The file", "  source.missing                  The file does not exist."]
    assert [line.split()[0] for line in lines if line.startswith(" ")] == list(CODES)
    assert [line for line in lines if line and line[0] != " "] == [
        "The file",
        "Manuscripts",
        "Front matter",
        "Configuration",
        "The text",
        "Pictures",
        "The house style",
        "Charts",
        "Theme and templates",
        "The pages",
        "The finished files",
        "The program",
        "The site",
        "for details: issuebrief explain CODE",
    ]


def test_on_a_terminal_the_list_is_wrapped_to_its_width(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "70")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    main(["explain"])
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 70
    assert (
        "  front-matter.language-without-hyphenation\n"
        "                                  The language has no hyphenation\n"
        "                                  patterns.\n"
    ) in out


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("notes.undefind", "did you mean notes.undefined, notes.unused or notes.unclosed?"),
        ("picture.low-rez", "did you mean picture.low-resolution, picture.coarse or picture.too-large?"),
        ("hairline", "did you mean rules.hairline?"),
        ("theme", "did you mean theme.spot, theme.inks or theme.unknown?"),
        ("zzz", "issuebrief explain lists them all"),
    ],
)
def test_an_unknown_code_is_answered_with_the_nearest(typed: str, answer: str, capsys: Capture) -> None:
    assert main(["explain", typed]) == 2
    assert capsys.readouterr().err == f"issuebrief: there is no problem “{typed}”\n  {answer}\n"


def test_a_person_at_a_terminal_is_told_how_to_learn_more_of_the_worst(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture, tmp_path: Path
) -> None:
    problems = [
        warning("notes.unused", "one"),
        error("notes.empty", "two"),
        error("notes.undefined", "three"),
    ]
    reporting.report(problems, tmp_path)
    assert capsys.readouterr().err.endswith("\n2 errors, 1 warning\n")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    reporting.report(problems, tmp_path)
    assert capsys.readouterr().err.endswith(
        "\n2 errors, 1 warning\nto learn more: issuebrief explain notes.empty\n"
    )
