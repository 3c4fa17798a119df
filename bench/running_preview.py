"""A preview that runs on a copy of a brief, to be measured.

In:  a brief.
Out: a `Preview`: its address, its events, the sentence to edit, and what its processes take.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

SENTENCE = re.compile(r"^[A-Z“][^\[\]{}!|<>*_`\n]{60,}", re.MULTILINE)
"""The beginning of a paragraph of nothing but words."""


@dataclass
class Preview:
    """A running preview; `began` is when it was started, in seconds since the epoch."""

    process: subprocess.Popen[str]
    brief: Path
    port: int
    began: float
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = self.brief.read_text("utf-8")

    @property
    def address(self) -> str:
        """Where its page is."""
        return f"http://127.0.0.1:{self.port}"

    def ask(self, method: str, path: str, body: Any = None) -> bytes:
        """Ask it for something."""
        line = HTTPConnection("127.0.0.1", self.port, timeout=120)
        line.request(method, path, None if body is None else json.dumps(body), {"Origin": self.address})
        answer = line.getresponse().read()
        line.close()
        return answer

    def events(self) -> Generator[tuple[str, Any], None, None]:
        """Its events, for as long as they are listened to."""
        line = HTTPConnection("127.0.0.1", self.port, timeout=120)
        line.request("GET", "/events")
        answer, name = line.getresponse(), ""
        try:
            while row := answer.readline().decode():
                word, _, value = row.rstrip("\n").partition(": ")
                if word == "event":
                    name = value
                elif word == "data":
                    yield name, json.loads(value)
        finally:
            answer.close()
            line.close()

    def revision(self) -> dict[str, Any]:
        """What is on show, once all of it is."""
        events = self.events()
        found: dict[str, Any] = next(value for kind, value in events if kind == "revision" and value["whole"])
        events.close()
        return found

    def edit(self, number: int) -> float:
        """Save the brief with another word in one of its sentences; when, in seconds since the epoch."""
        found = SENTENCE.search(self.text, self.text.index("\n---", 4) + 4)
        if found is None:
            raise SystemExit("this brief has no plain paragraph to edit")
        words = found[0].split(" ")
        words[3] = f"edit{number:03}"
        content = self.text[: found.start()] + " ".join(words) + self.text[found.end() :]
        draft = self.brief.with_name(".draft")
        draft.write_text(content, "utf-8")
        now = time.time()
        draft.replace(self.brief)
        return now

    @property
    def line(self) -> int:
        """The line of that sentence."""
        found = SENTENCE.search(self.text, self.text.index("\n---", 4) + 4)
        return self.text.count("\n", 0, found.start()) + 1 if found else 1

    def processes(self) -> dict[str, int]:
        """The server and the worker by their ids (Linux)."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        worker = next(
            child for child in children if "spawn_main" in Path(f"/proc/{child}/cmdline").read_text()
        )
        return {"server": self.process.pid, "worker": int(worker)}


def takes(process: int) -> tuple[float, int]:
    """The memory that a process has to itself, in MiB, and how many files it has open."""
    sizes = dict(row.split(":", 1) for row in Path(f"/proc/{process}/status").read_text().splitlines())
    return int(sizes["VmRSS"].split()[0]) / 1024, len(os.listdir(f"/proc/{process}/fd"))  # noqa: PTH208


@contextmanager
def preview(brief: Path) -> Iterator[Preview]:
    """A preview on a copy of a brief, in a place of its own."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        folder = place / "content" / (brief.resolve().parent.name or "brief")
        shutil.copytree(brief.resolve().parent, folder)
        publisher = brief.resolve().parent.parent / "publisher.yaml"
        if publisher.is_file():
            shutil.copy(publisher, folder.parent)
        began = time.time()
        process = subprocess.Popen(
            [sys.executable, "-m", "issuebrief", "preview", str(folder), "--no-browser", "--port", "0"],
            cwd=place,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            assert process.stdout
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", process.stdout.readline())
            assert found
            yield Preview(process, folder / brief.name, int(found[1]), began)
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=30)
