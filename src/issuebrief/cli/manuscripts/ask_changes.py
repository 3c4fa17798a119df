"""Ask at the terminal what becomes of a manuscript's tracked changes.

In:  the problems of an import that stopped at them; what is typed.
Out: what is to be done with all of them; None where nobody can be asked, or nothing is to be done.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from issuebrief.cli.output import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.word_import.documents.model import Changes

TRACKED = "word.tracked-change"
ANSWERS = {"a": "accept", "accept": "accept", "r": "reject", "reject": "reject"}
STOPS = ("", "q", "quit", "n", "no")


def can_ask() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def are_open(problems: Sequence[Diagnostic]) -> bool:
    """Whether tracked changes are all that an import stopped at."""
    return bool(problems) and all(problem.code == TRACKED for problem in problems)


def asked_changes(problems: Sequence[Diagnostic]) -> Changes | None:
    """The answer to what becomes of the changes, which were listed before."""
    from issuebrief.word_import.documents.model import Changes

    question = f"{counted(len(problems), 'tracked change')}: accept all (a), reject all (r), or stop (q)? "
    while True:
        print(question, end="", file=sys.stderr, flush=True)
        typed = sys.stdin.readline()
        answer = typed.strip().lower()
        if answer in ANSWERS:
            return Changes(ANSWERS[answer])
        if not typed or answer in STOPS:
            return None
