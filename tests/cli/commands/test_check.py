"""`issuebrief check`, with a pipeline that finds what the name of a brief says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from issuebrief.cli.commands import check
from issuebrief.cli.main import main
from issuebrief.diagnostics.model import SourceRange, error, warning
from issuebrief.job import Job, Outcome
from issuebrief.pipeline import worker_pool
from issuebrief.pipeline.worker_pool import JobFinished, JobStarted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


def check_brief(job: Job) -> Outcome:
    """Stand in for the pipeline: what is found is what the name of the brief says."""
    say = {"bad": error, "odd": warning}.get(job.brief.parent.name)
    problems = (say("a.b", "It is so.", SourceRange(job.brief, 3, 1), "Mend it.", "the line"),) if say else ()
    return Outcome(problems)


@pytest.fixture(autouse=True)
def pipeline(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "check_brief", check_brief)
    monkeypatch.setattr(check, "proof_brief", check_brief)
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


# Formats, the report, the severity policy


def test_data_goes_to_standard_output_alone(capsys: Capture) -> None:
    assert main(["check", "-j", "1", "--format", "json"]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    assert [problem["severity"] for problem in json.loads(out)["problems"]] == ["error", "warning"]
    assert main(["check", "--format", "sarif", "content/odd"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert json.loads(out)["version"] == "2.1.0"


def test_an_unknown_format_is_wrong_usage(capsys: Capture) -> None:
    assert main(["check", "--format", "xml"]) == 2


def test_a_report_is_written_where_it_is_asked_for(workplace: Path, capsys: Capture) -> None:
    assert main(["check", "content/odd", "--report", "out/seen.html"]) == 0
    assert capsys.readouterr().err.startswith("wrote out/seen.html\n")
    text = (workplace / "out/seen.html").read_text("utf-8")
    assert "It is so." in text
    main(["check", "--report"])
    assert (workplace / "build/preflight.html").exists()


@pytest.mark.parametrize("typed", ["content/odd", "seen.pdf", "content"])
def test_a_path_is_not_taken_for_a_report(typed: str, workplace: Path, capsys: Capture) -> None:
    assert main(["check", "--report", typed]) == 2
    assert f"issuebrief check {typed} --report" in capsys.readouterr().err


def test_a_report_that_cannot_be_written_is_told(workplace: Path, capsys: Capture) -> None:
    (workplace / "out").write_text("a file")
    assert main(["check", "content/good", "--report", "out/seen.html"]) == 1
    assert "output.not-written" in capsys.readouterr().err


def test_the_house_and_the_command_line_say_what_weighs_how_much(workplace: Path) -> None:
    (workplace / "issuebrief.toml").write_text('[preflight]\n"lines.loose" = "off"\n')
    given: list[Job] = []

    def each(_work: object, jobs: list[Job], *_: object) -> Iterator[JobStarted | JobFinished]:
        for job in jobs:
            given.append(job)
            yield JobStarted(job)
            yield JobFinished(job, Outcome(()), 0.1)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(worker_pool, "each", each)
        main(["check", "-j", "1", "--strict", "--for", "screen,press", "--ink", "280", "content/good"])
    (job,) = given
    assert job.policy.strict
    assert job.policy.severities == (("lines.loose", None),)
    assert [output.purpose for output in job.outputs] == ["screen", "press"]
    assert job.printing.ink == "280"


@pytest.mark.parametrize("verb", ["check", "build"])
def test_a_mistake_in_the_houses_rulings_is_told_before_anything_is_done(
    verb: str, workplace: Path, capsys: Capture
) -> None:
    (workplace / "issuebrief.toml").write_text('[preflight]\n"lines.lose" = "off"\n')
    assert main([verb]) == 1
    assert "issuebrief.toml:2:1: error: there is no rule lines.lose" in capsys.readouterr().err
