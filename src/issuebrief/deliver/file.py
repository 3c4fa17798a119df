"""Deliver: write a file, whole or not at all.

In:  the bytes of a deliverable and its path.
Out: the file, and a problem where it cannot be written.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from issuebrief.problem import Place, Problem, error

if TYPE_CHECKING:
    from pathlib import Path


def write_file(path: Path, content: bytes) -> tuple[Problem, ...]:
    """Write a file so that the earlier one stays untouched until the new one is complete."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as fault:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        reason = fault.strerror or str(fault)
        return (
            error(
                "output.not-written",
                f"{path} cannot be written: {reason}",
                Place(path),
                "close the program that holds it, or name another place with -o",
            ),
        )
    return ()
