"""Briefs mended by `issuebrief check --fix` and `--diff`: what is shown, asked and written."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from issuebrief.cli.commands import check
from issuebrief.cli.main import main
from issuebrief.cli.manuscripts import mend_style
from issuebrief.job import Job, Outcome

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
STYLE = '[style.words]\npreferred = [{ write = "Kyiv", not = ["Kiev"] }]\n'
BRIEF = "---\ntitle: A\ndate: 2024-01-01\nauthors: [{name: B}]\n---\n\nIn Kiev.\n"


def check_brief(job: Job) -> Outcome:
    return Outcome(())


@pytest.fixture
def brief(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(check, "check_brief", check_brief)
    workplace.joinpath("issuebrief.toml").write_text(STYLE, "utf-8")
    path = workplace / "content/a/brief.md"
    path.parent.mkdir(parents=True)
    path.write_text(BRIEF, "utf-8")
    return path


def test_a_difference_is_shown_and_nothing_written(brief: Path, capsys: Capture) -> None:
    assert main(["check", "--diff"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("--- a/content/a/brief.md\n+++ b/content/a/brief.md\n")
    assert out.endswith("-In Kiev.\n+In Kyiv.\n")
    assert err == "1 place in 1 brief can be mended; nothing was written\n"
    assert brief.read_text("utf-8") == BRIEF


def test_without_a_terminal_nobody_is_asked_and_nothing_written(brief: Path, capsys: Capture) -> None:
    assert main(["check", "--fix"]) == 1
    assert "nobody can be asked here: add --yes to write" in capsys.readouterr().err
    assert brief.read_text("utf-8") == BRIEF


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 1)])
def test_who_says_yes_has_it_written_and_checked(
    brief: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    monkeypatch.setattr(mend_style, "can_ask", lambda: True)
    monkeypatch.setattr("sys.stdin.readline", lambda: answer, raising=False)
    assert main(["check", "--fix", "-j", "1"]) == code
    assert brief.read_text("utf-8") == (BRIEF if code else BRIEF.replace("Kiev", "Kyiv"))
    assert "mend 1 place in 1 brief? (y/n) " in capsys.readouterr().err


def test_yes_writes_at_once_and_a_second_run_has_nothing_to_do(brief: Path, capsys: Capture) -> None:
    assert main(["check", "--fix", "--yes", "-j", "1"]) == 0
    assert brief.read_text("utf-8") == BRIEF.replace("Kiev", "Kyiv")
    capsys.readouterr()
    assert main(["check", "--diff"]) == 0
    assert capsys.readouterr() == ("", "nothing to mend\n")


def test_without_a_style_there_is_nothing_to_mend_by(brief: Path, workplace: Path, capsys: Capture) -> None:
    workplace.joinpath("issuebrief.toml").unlink()
    assert main(["check", "--fix"]) == 2
    assert "issuebrief.toml has no [style]" in capsys.readouterr().err


def test_a_brief_that_is_changed_while_one_is_asked_is_left_as_it_is(
    brief: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_hand = BRIEF.replace("In Kiev", "From Kiev")

    def answer() -> str:
        brief.write_text(by_hand, "utf-8")
        return "y\n"

    monkeypatch.setattr(mend_style, "can_ask", lambda: True)
    monkeypatch.setattr("sys.stdin.readline", answer, raising=False)
    assert main(["check", "--fix", "-j", "1"]) == 1
    assert "content/a/brief.md was changed meanwhile, and is left as it is" in capsys.readouterr().err
    assert brief.read_text("utf-8") == by_hand


def test_words_of_the_front_matter_that_yaml_would_misread_are_left_and_told(
    brief: Path, workplace: Path, capsys: Capture
) -> None:
    style = '[style.words]\npreferred = [{ write = "Kyiv: the city", not = ["Kiev"] }]\n'
    workplace.joinpath("issuebrief.toml").write_text(style, "utf-8")
    brief.write_text(BRIEF.replace("title: A", "title: Kiev"), "utf-8")
    assert main(["check", "--diff"]) == 1
    out, err = capsys.readouterr()
    assert "+In Kyiv: the city." in out and "+title" not in out
    assert "1 place in the front matter of content/a/brief.md must be mended by hand" in err


def test_a_brief_from_standard_input_is_not_mended(
    brief: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(BRIEF.encode())))
    assert main(["check", "-", "--fix"]) == 2
    assert "a brief from standard input cannot be mended" in capsys.readouterr().err
