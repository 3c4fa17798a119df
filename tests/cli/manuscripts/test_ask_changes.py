"""What is to be done with tracked changes, asked at a terminal."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from issuebrief.cli.manuscripts.ask_changes import TRACKED, are_open, asked_changes, can_ask
from issuebrief.diagnostics.model import SourceRange, error
from issuebrief.word_import.documents.model import Changes

PLACE = SourceRange(Path("draft.docx"), 4)
TWO = (error(TRACKED, "inserted: “new”", PLACE, ""), error(TRACKED, "deleted: “old”", PLACE, ""))
QUESTION = "2 tracked changes: accept all (a), reject all (r), or stop (q)? "


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("typed", "answer", "asked"),
    [
        ("a\n", Changes.ACCEPT, 1),
        (" Reject \n", Changes.REJECT, 1),
        ("both\nr\n", Changes.REJECT, 2),
        ("q\n", None, 1),
        ("\n", None, 1),
        ("", None, 1),
    ],
)
def test_the_question_is_asked_until_it_is_answered(
    monkeypatch: pytest.MonkeyPatch, typed: str, answer: Changes | None, asked: int
) -> None:
    said = io.StringIO()
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    monkeypatch.setattr("sys.stderr", said)
    assert asked_changes(TWO) is answer
    assert said.getvalue() == QUESTION * asked


def test_it_is_asked_only_where_changes_are_all_that_is_in_the_way() -> None:
    other = error("word.unreadable", "no document", PLACE, "")
    assert are_open(TWO)
    assert not are_open((*TWO, other)) and not are_open(())


@pytest.mark.parametrize(
    ("reads", "writes", "asks"), [(True, True, True), (True, False, False), (False, True, False)]
)
def test_nobody_is_asked_whose_question_or_answer_goes_to_a_file(
    monkeypatch: pytest.MonkeyPatch, reads: bool, writes: bool, asks: bool
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal() if reads else io.StringIO())
    monkeypatch.setattr("sys.stderr", Terminal() if writes else io.StringIO())
    assert can_ask() is asks
