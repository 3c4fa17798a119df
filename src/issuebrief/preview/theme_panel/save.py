"""Write a theme's sheet, if nobody else has written it meanwhile.

In:  what the sheet is to say and what it said when the changes were made, and the folder a user works in.
Out: the file; or why it was not written, and what mends that.
"""

from __future__ import annotations

import os.path
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from issuebrief.atomic_write import write_file
from issuebrief.file_access import MOST_TEXT, read, resolved

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.preview.theme_panel.model import SheetDraft

MEANWHILE = "the panel shows the file as it is now; look at your changes, and save again"


def save_draft(draft: SheetDraft, workplace: Path) -> tuple[str, str] | None:
    """Write the sheet; a message and a hint where that was not done, and the file is as it was."""
    try:
        path = resolved(draft.path, (workplace / "styles",))
        if draft.before is None:
            if os.path.lexists(path):
                return f"{path.name} has been made meanwhile: nothing was saved", MEANWHILE
        elif read(path, (workplace,), MOST_TEXT) != draft.before:
            return f"{path.name} has changed meanwhile: nothing was saved", MEANWHILE
        mode = stat.S_IMODE(path.stat().st_mode) if draft.before is not None else None
    except OSError as fault:
        message = f"{draft.path.name} cannot be written: {fault.strerror or fault}"
        return message, "put the file itself into the folder of styles, and let it be written"
    for problem in write_file(path, draft.after):
        return problem.message, "let it be written, or free some space"
    if mode is not None:
        with suppress(OSError):  # the file is saved; who may read it is the lesser matter
            path.chmod(mode)
    return None
