"""Show problems to the person at the terminal.

In:  problems.
Out: lines on standard error, in colour where that is wanted.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from issuebrief.progress import in_colour

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from issuebrief.problem import Problem


def report(problems: Sequence[Problem], workplace: Path) -> None:
    """Write the problems to standard error, with paths as seen from the workplace."""
    if not problems:
        return
    from issuebrief.report import render_problems

    text = render_problems(problems, colour=in_colour(sys.stderr), root=workplace)
    sys.stdout.flush()
    print(text, end="", file=sys.stderr, flush=True)
