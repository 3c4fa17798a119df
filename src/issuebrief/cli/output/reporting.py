"""Show problems to the person at the terminal.

In:  problems.
Out: lines on standard error, in colour where that is wanted; for a person at a terminal a last one that
     tells how to learn more.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from issuebrief.cli.output.progress import in_colour, is_terminal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic


def report(problems: Sequence[Diagnostic], workplace: Path) -> None:
    """Write the problems to standard error, with paths as seen from the workplace."""
    if not problems:
        return
    from issuebrief.diagnostics.terminal import paint, render_problems

    colour = in_colour(sys.stderr)
    text = render_problems(problems, colour=colour, root=workplace)
    if is_terminal(sys.stderr):
        text += paint(f"to learn more: issuebrief explain {_first(problems).code}", "2", colour) + "\n"
    sys.stdout.flush()
    print(text, end="", file=sys.stderr, flush=True)


def _first(problems: Sequence[Diagnostic]) -> Diagnostic:
    """The first of those that weigh most."""
    return max(problems, key=lambda problem: problem.severity)
