"""Finished files, made when somebody asks the preview for one.

In:  the brief on show, and what a file is for.
Out: the file in `build/`, as `issuebrief build` makes it, and what was wrong; the same file for a browser.

The command runs in a process of its own, so that the pages on show go on while it works. Only files that it
has made here are handed out.
"""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from issuebrief.file_access import read

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.job import Purpose

GRACE = 4
"""How much longer than the time for a brief the process may take on the clock, as a factor."""
MOST_BYTES = 400_000_000
MEDIA = {".pdf": "application/pdf", ".html": "text/html", ".epub": "application/epub+zip"}
# A page of the brief runs only what it brings along, and as if it came from nowhere: what it asks the
# preview for is refused. A PDF is shown by the browser's own reader, which a sandbox would keep out.
SANDBOX = (
    "sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads; "
    "connect-src 'none'; form-action 'none'; frame-ancestors 'none'"
)
POLICIES = {".pdf": "frame-ancestors 'none'", ".html": SANDBOX}


class BuildOrder(Protocol):
    """What a build is told: as `preview/worker.py` has it."""

    @property
    def brief(self) -> Path:
        """The brief."""

    @property
    def workplace(self) -> Path:
        """The folder that the user works in."""

    @property
    def allow_network(self) -> bool:
        """Whether pictures are fetched."""

    @property
    def seconds(self) -> float:
        """The processor time that the brief may take."""


@dataclass(frozen=True)
class MadeFile:
    """A file that was made: its path as a user would type it, whether it is there, and the problems."""

    purpose: str
    file: str
    is_made: bool
    problems: list[dict[str, Any]]


class Deliverables:
    """The files of the brief on show; of each purpose one process at a time."""

    def __init__(self) -> None:
        self._made: dict[tuple[Path, Purpose], Path] = {}
        self._locks: dict[Purpose, asyncio.Lock] = {}
        self._running: set[asyncio.subprocess.Process] = set()

    async def make(self, order: BuildOrder, purpose: Purpose) -> MadeFile:
        """Make a file of a brief."""
        async with self._locks.setdefault(purpose, asyncio.Lock()):
            said = await self._build(order, purpose)
        try:
            listing = json.loads(said)
            (brief,) = listing["briefs"]
            files = [each for each in brief["files"] if each["purpose"] == purpose]
            (file,) = files
        except (ValueError, KeyError, TypeError):
            return MadeFile(purpose, "", is_made=False, problems=[_failed(order.brief.name)])
        path = order.workplace / file["file"]
        is_made = file["state"] != "failed" and path.is_file()
        if is_made:
            self._made[order.brief, purpose] = path
        return MadeFile(purpose, file["file"], is_made, [_worded(each) for each in listing["problems"]])

    async def content(self, brief: Path, purpose: Purpose) -> tuple[bytes, Path] | None:
        """A file that was made, and its path; None where none was, or it is gone."""
        path = self._made.get((brief, purpose))
        if path is None:
            return None
        try:
            return await asyncio.to_thread(read, path, (path.parent,), MOST_BYTES), path
        except OSError:
            return None

    def close(self) -> None:
        """End what is being made."""
        for process in self._running:
            with suppress(ProcessLookupError):
                process.kill()

    async def _build(self, order: BuildOrder, purpose: Purpose) -> bytes:
        network = ["--allow-network"] if order.allow_network else []
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "issuebrief", "build", "--for", purpose, "--format", "json"),
            *("--timeout", str(max(1, int(order.seconds))), *network, "--", str(order.brief)),
            cwd=order.workplace,
            stdin=DEVNULL,
            stdout=PIPE,
            stderr=DEVNULL,
        )
        self._running.add(process)
        try:
            said, _ = await asyncio.wait_for(process.communicate(), GRACE * order.seconds)
        except TimeoutError:
            process.kill()
            await process.wait()
            return b""
        finally:
            self._running.discard(process)
        return said


def _worded(problem: dict[str, Any]) -> dict[str, Any]:
    """A problem of a build as the page shows one: there are no places on the pages that are on show."""
    places = {name: problem[name] or 0 for name in ("line", "column", "end_line", "end_column")}
    return {**problem, **places, "page": None, "spots": [], "explain": f"/explain/{problem['code']}"}


def _failed(name: str) -> dict[str, Any]:
    """What is told where the command did not answer as it does."""
    return {
        "severity": "error",
        "code": "internal.fault",
        "message": f"{name} could not be built from here",
        "hint": "run `issuebrief build` in the terminal, which says more",
        "file": None,
        "excerpt": "",
        "line": 0,
        "column": 0,
        "end_line": 0,
        "end_column": 0,
        "page": None,
        "spots": [],
        "explain": "/explain/internal.fault",
    }
