"""Deliver: write a file, whole or not at all.

In:  the bytes of a deliverable and its path.
Out: the file, and a problem where it cannot be written.
"""

from __future__ import annotations

import errno
import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, SourceRange, error

if TYPE_CHECKING:
    from pathlib import Path

FULL = "free some space, or name another place with -o"
HINTS = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EROFS: "nothing can be written there: name another place with -o",
    errno.ENAMETOOLONG: "give the folder of the brief a shorter name, or name another file with -o",
}
"""What helps against faults that no other program is the reason of."""


def write_file(path: Path, content: bytes) -> tuple[Diagnostic, ...]:
    """Write a file so that the earlier one stays untouched until the new one is complete."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _clear_drafts(path)
        # Whatever bears the draft's name, such as a link that leads elsewhere, is none of ours.
        draft.unlink(missing_ok=True)
        with draft.open("xb") as file:
            file.write(content)
        draft.replace(path)
    except OSError as fault:
        reason = fault.strerror or str(fault)
        message = f"{path} cannot be written: {reason}"
        hint = HINTS.get(fault.errno or 0, "close the program that holds it, or name another place with -o")
        return (error("output.not-written", message, SourceRange(path), hint),)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return ()


def _clear_drafts(path: Path) -> None:
    """Remove what builds of this file left that were killed; those of living processes stay."""
    if os.name != "posix":
        return  # elsewhere to ask for a process is to end it
    name = re.compile(rf"\.{re.escape(path.name)}\.(\d{{1,9}})\.part")
    for entry in path.parent.iterdir():
        if (found := name.fullmatch(entry.name)) and not is_alive(int(found[1])):
            with suppress(OSError):
                entry.unlink()


def is_alive(process: int) -> bool:
    """Whether a process of that number is alive, on a system that can be asked without ending it."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
