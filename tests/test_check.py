"""`issuebrief check`, with a pipeline that finds what the name of a brief says."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

import issuebrief
from issuebrief.cli import main
from issuebrief.job import Job, Outcome
from issuebrief.problem import Place, error, warning

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def pipeline(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def check_brief(job: Job) -> Outcome:
        say = {"bad": error, "odd": warning}.get(job.brief.parent.name)
        problems = (say("a.b", "It is so.", Place(job.brief, 3, 1), "Mend it.", "the line"),) if say else ()
        return Outcome(problems)

    monkeypatch.setattr(issuebrief, "checking", SimpleNamespace(check_brief=check_brief), raising=False)
    for name in ("bad", "good", "odd"):
        (workplace / "content" / name).mkdir(parents=True)
        (workplace / "content" / name / "brief.md").touch()


def test_a_brief_without_problems(capsys: Capture) -> None:
    assert main(["check", "content/good"]) == 0
    assert capsys.readouterr() == ("1 brief, no problems\n", "")


def test_warnings_are_shown_and_do_not_fail(capsys: Capture) -> None:
    assert main(["check", "content/odd"]) == 0
    assert "content/odd/brief.md:3:1: warning: It is so." in capsys.readouterr().err


def test_errors_fail_and_all_briefs_are_looked_at(workplace: Path, capsys: Capture) -> None:
    assert main(["check", "-j", "1"]) == 1
    text = capsys.readouterr().err
    assert "content/bad/brief.md:3:1: error: It is so." in text
    assert "content/odd/brief.md:3:1: warning: It is so." in text
    assert text.endswith("1 error, 1 warning\n")
    assert not (workplace / "build").exists()


def test_colour_is_used_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    main(["check", "content/odd"])
    assert "\x1b[" not in capsys.readouterr().err
    monkeypatch.setenv("FORCE_COLOR", "1")
    main(["check", "content/odd"])
    assert "\x1b[" in capsys.readouterr().err
