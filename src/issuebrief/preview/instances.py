"""Find a preview that is running already.

In:  the brief whose preview is looked for.
Out: its address; notes of running previews in a folder that is the user's own.

A note gives a port, and nothing is believed that the preview at that port does not say itself.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.file_access import real_path

if TYPE_CHECKING:
    from collections.abc import Mapping

HOST = "127.0.0.1"
SOON = 2.0  # seconds


def notes_folder(environment: Mapping[str, str], platform: str = sys.platform) -> Path:
    """The folder for what a user's programs note while they run."""
    if runtime := environment.get("XDG_RUNTIME_DIR"):
        return Path(runtime) / "issuebrief"
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "issuebrief"
    if platform == "darwin":
        return Path.home() / "Library" / "Caches" / "issuebrief"
    return Path(environment.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "issuebrief"


def note(brief: Path, port: int) -> Path | None:
    """Note that a brief's preview is at a port; None where no note can be made, and it is just not found."""
    path = _note_of(brief)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_text(
            json.dumps({"brief": str(real_path(brief)), "port": port, "pid": os.getpid()}), "utf-8"
        )
        draft.replace(path)
    except OSError:
        return None
    return path


def forget(path: Path | None) -> None:
    """Take one's own note away; another preview's stays."""
    if path is None:
        return
    with suppress(OSError, ValueError):
        if json.loads(path.read_text("utf-8"))["pid"] == os.getpid():
            path.unlink()


def running(brief: Path) -> int | None:
    """The port of a brief's preview; None where none answers."""
    try:
        port = json.loads(_note_of(brief).read_text("utf-8"))["port"]
        said = json.loads(ask(port, "GET", "/brief"))
        is_it = said["issuebrief"] == "preview" and real_path(Path(said["brief"])) == real_path(brief)
    except (OSError, ValueError, KeyError, TypeError, HTTPException):
        return None
    return int(port) if is_it else None


def ask(port: int, method: str, path: str) -> bytes:
    """Ask a preview; raises `OSError` or `HTTPException` where it does not answer, or not with 200."""
    line = HTTPConnection(HOST, port, timeout=SOON)
    try:
        line.request(method, path, headers={"Origin": f"http://{HOST}:{port}"})
        answer = line.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise OSError(f"the preview answered with {answer.status}")
        return content
    finally:
        line.close()


def _note_of(brief: Path) -> Path:
    name = hashlib.sha256(str(real_path(brief)).encode("utf-8", "surrogateescape")).hexdigest()[:24]
    return notes_folder(os.environ) / f"{name}.json"
