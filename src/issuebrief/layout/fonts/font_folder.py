"""The folder that the fonts of a brief lie in while it is set.

In:  nothing.
Out: a new folder that is removed when its owner is, or at the latest when the process ends. What a process
     that was killed left is removed by one that comes later.
"""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from multiprocessing.util import Finalize
from pathlib import Path
from shutil import rmtree
from tempfile import gettempdir, mkdtemp

from issuebrief.atomic_write import is_alive

NAME = re.compile(r"issuebrief-fonts-(\d{1,9})-\w+")
LEFT = 3600.0
"""Seconds after which a folder is taken for left behind, if no process of its number is alive: what is alive
in another container that shares the folder is not seen from here."""


def font_folder(owner: object) -> Path:
    """A new folder, for as long as its owner lives."""
    with suppress(OSError):
        _clear(Path(gettempdir()))
    folder = mkdtemp(prefix=f"issuebrief-fonts-{os.getpid()}-")
    # A worker that is forked ends without what Python does at the end of a process, but not without these.
    Finalize(owner, rmtree, (folder, True), exitpriority=10)
    return Path(folder)


def _clear(place: Path) -> None:
    """Remove folders that killed processes of this user left."""
    if os.name != "posix":
        return  # elsewhere to ask for a process is to end it
    with os.scandir(place) as entries:
        named = [(entry, found) for entry in entries if (found := NAME.fullmatch(entry.name))]
    for entry, found in named:
        with suppress(OSError):  # another build was faster
            state = entry.stat(follow_symlinks=False)
            is_old = entry.is_dir(follow_symlinks=False) and time.time() - state.st_mtime > LEFT
            if is_old and state.st_uid == os.getuid() and not is_alive(int(found[1])):
                rmtree(entry.path, ignore_errors=True)
