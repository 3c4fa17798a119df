"""Tell of a fault of the program as of any other problem.

In:  what is to be done, and the file that it is done for.
Out: its result, or what is made of the problem. `ISSUEBRIEF_TRACEBACK=1` shows the fault itself.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic

Result = TypeVar("Result")


def with_faults_told(
    work: Callable[[], Result], otherwise: Callable[[tuple[Diagnostic, ...]], Result], path: Path
) -> Result:
    """The result of the work; where it fails, what `otherwise` makes of the problem."""
    try:
        return work()
    except Exception as fault:
        if os.environ.get("ISSUEBRIEF_TRACEBACK"):
            raise
        from issuebrief.pipeline.faults import fault_problem

        return otherwise((fault_problem(fault, path),))
