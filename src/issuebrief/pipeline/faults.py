"""What kept a brief from being set that is no problem of its own: a fault of the program or of the machine.

In:  an exception, or how long a brief took; the brief that it happened on.
Out: a `Diagnostic`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import SourceRange, error
from issuebrief.exhaustion import exhaustion
from issuebrief.file_access import Changed

if TYPE_CHECKING:
    from issuebrief.diagnostics.model import Diagnostic

LIBRARIES = (
    "install Pango and HarfBuzz. Debian and Ubuntu: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0"
    " libharfbuzz-subset0. Fedora: sudo dnf install pango harfbuzz. macOS: brew install pango"
)


def fault_problem(fault: Exception, brief: Path) -> Diagnostic:
    """A fault of the program, or a library that is missing, as a problem of the brief it happened on."""
    place = SourceRange(brief)
    if isinstance(fault, OSError) and "cannot load library" in str(fault):
        return error(
            "machine.library-missing",
            f"a typesetting library is missing on this machine: {str(fault).splitlines()[0]}",
            place,
            LIBRARIES,
        )
    if isinstance(fault, Changed):
        return changed_problem(fault)
    if isinstance(fault, RecursionError):
        hint = "look for the template or drawing that puts elements into each other without an end"
        return error("markup.too-deep", "elements stand too deep in each other to be set", place, hint)
    lacking = exhaustion(fault)
    if lacking is not None:
        why = os.strerror(lacking)
        hint = "end other programs, free some space, raise its limits, or try again with -j 1"
        return error("machine.exhausted", f"the machine has no more to give: {why}", place, hint)
    trace = fault.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    return error(
        "internal.fault",
        f"issuebrief itself failed here: {type(fault).__name__}: {fault} ({where})",
        place,
        "this is a bug in issuebrief, not a problem of the brief; ISSUEBRIEF_TRACEBACK=1 shows the traceback",
    )


def late_problem(brief: Path, seconds: float) -> Diagnostic:
    """The problem of a brief that was given up after so many seconds of work."""
    return error(
        "machine.out-of-time",
        f"this brief was not done after {seconds:.0f} seconds of work, and was stopped",
        SourceRange(brief),
        "find what takes so long by halving the brief, or allow more time: --timeout 600",
    )


def changed_problem(fault: Changed) -> Diagnostic:
    """The problem of a file that was changed between two looks at it."""
    path = Path(fault.filename)
    return error(
        "resources.changed",
        f"{path.name} was changed while the brief was set",
        SourceRange(path),
        "set the brief again, once nothing writes to its folder",
    )


def died_problem(brief: Path, status: int | None, remedy: str) -> Diagnostic:
    """What is told of a process that died over a brief."""
    how = f"signal {-status}" if status and status < 0 else f"status {status}"
    return error(
        "internal.worker-died",
        f"the process that worked on this brief ended without a result ({how})",
        SourceRange(brief),
        remedy,
    )
