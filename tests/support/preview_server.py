"""Previews for tests: a real one that answers at a port, and the words to speak with it."""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator
    from pathlib import Path

Result = TypeVar("Result")
LONG = 60.0
"""Seconds after which something that should have happened will not happen."""


def alone(work: Coroutine[None, None, Result]) -> Result:
    """Do work in a loop of its own, in a thread of its own: Playwright's may run in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


@dataclass
class Preview:
    """A running preview."""

    process: subprocess.Popen[str]
    port: int
    brief: Path
    greeting: str

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(
        self, method: str, path: str, body: Any = None, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and content of an answer; `host` and the like are sent as given."""
        line = HTTPConnection("127.0.0.1", self.port, timeout=LONG)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if method == "POST":
            sent.setdefault("origin", self.origin)
        content = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        try:
            line.request(method, path, content, sent)
            answer = line.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        finally:
            line.close()

    def events(self) -> Events:
        """A stream of events."""
        return Events(self.port)

    def revision(self) -> dict[str, Any]:
        """What is on show once there is something."""
        with self.events() as events:
            shown: dict[str, Any] = events.next("revision")
            return shown

    def stop(self) -> tuple[int, str, str]:
        """Stop it as Ctrl-C does; its status, and what it said since its greeting."""
        self.process.send_signal(signal.SIGINT)
        said, complained = self.process.communicate(timeout=LONG)
        return self.process.returncode, said, complained


@dataclass
class Events:
    """An open stream of events."""

    port: int
    heard: list[tuple[str, Any]] = field(default_factory=list)

    def __enter__(self) -> Events:
        self._line = HTTPConnection("127.0.0.1", self.port, timeout=LONG)
        self._line.request("GET", "/events")
        self._answer: HTTPResponse = self._line.getresponse()
        assert self._answer.status == 200
        assert self._answer.getheader("content-type", "").startswith("text/event-stream")
        return self

    def __exit__(self, *_: object) -> None:
        self._answer.close()
        self._line.close()

    def next(self, kind: str) -> Any:
        """The next event of a kind, a whole one if it is a revision; others are noted in `heard`."""
        ending = time.monotonic() + LONG
        name = ""
        while time.monotonic() < ending:
            line = self._answer.readline()
            assert line, f"the stream ended before there was any {kind}: {self.heard}"
            word, _, value = line.decode().rstrip("\n").partition(": ")
            if word == "event":
                name = value
            elif word == "data":
                self.heard.append((name, json.loads(value)))
                if name == kind and self.heard[-1][1].get("whole", True):
                    return self.heard[-1][1]
        raise AssertionError(f"no {kind} came: {[name for name, _ in self.heard]}")

    def ended(self) -> bool:
        """Read what is left; whether the stream ended by itself."""
        self._answer.read()
        return True


@contextmanager
def preview(workplace: Path, brief: Path, *options: str) -> Iterator[Preview]:
    """A preview on a brief, at a port of its own."""
    typed = ["preview", str(brief), "--no-browser", "--port", "0", *options]
    process = subprocess.Popen(
        [sys.executable, "-m", "issuebrief", *typed],
        cwd=workplace,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout
        greeting = process.stdout.readline()
        while "http://" not in greeting:
            greeting += process.stdout.readline()
            assert process.poll() is None, greeting
        address = next(word for word in greeting.split() if word.startswith("http://"))
        yield Preview(process, int(address.rstrip("/").rpartition(":")[2]), brief, greeting)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            try:
                process.communicate(timeout=LONG)
            except subprocess.TimeoutExpired:
                process.kill()
        for pipe in (process.stdout, process.stderr):
            if pipe:
                pipe.close()


def until(true: Any, seconds: float = LONG) -> None:
    """Wait until something is true."""
    ending = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < ending, "it did not come true"
        time.sleep(0.005)
