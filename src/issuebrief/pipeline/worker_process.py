"""A process that works for this one, and the connection to it.

In:  a function that is to run in the process; its first argument is the connection's other end.
Out: `WorkerProcess`: what is sent, what comes back, and its end.
"""

from __future__ import annotations

import signal
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.compile_cache import compile_cache_used, use_compile_cache

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkContext, ForkProcess, SpawnContext, SpawnProcess

PATIENCE = 2.0
"""Seconds in which a process that is ending ends."""


@dataclass(frozen=True)
class WorkerProcess:
    """A process, and this side's end of the connection to it."""

    process: SpawnProcess | ForkProcess
    connection: Connection

    def send(self, value: object) -> None:
        """Send a value. A process that has died is noticed when its answer is awaited."""
        with suppress(OSError):
            self.connection.send(value)

    @property
    def pid(self) -> int | None:
        """The number that the system knows the process by."""
        return self.process.pid

    def is_alive(self) -> bool:
        """Whether it has not ended."""
        return self.process.is_alive()

    def exit_status(self) -> int | None:
        """The status of a process whose connection has ended; the number of a signal below 0."""
        self.process.join(PATIENCE)
        return self.process.exitcode

    def terminate(self) -> None:
        """Let the process clear up, and end it if it does not."""
        self.connection.close()
        self.process.terminate()
        self.process.join(PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()

    def kill(self) -> None:
        """End the process at once."""
        self.process.kill()
        self.process.join(PATIENCE)
        self.connection.close()


def start_worker(
    context: SpawnContext | ForkContext,
    work: Callable[..., None],
    *arguments: object,
    name: str | None = None,
) -> WorkerProcess:
    """Start a process that ends with this one and does not hear Ctrl-C, which reaches all of a terminal's."""
    ours, theirs = context.Pipe()
    given = (compile_cache_used(), work, theirs, *arguments)
    process = context.Process(target=_begin, args=given, daemon=True, name=name)
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process.start()
    finally:
        signal.signal(signal.SIGINT, handler)
    theirs.close()
    return WorkerProcess(process, ours)


def _begin(compiled: bool, work: Callable[..., None], *given: object) -> None:
    """Work in the new process, with the compile cache where the process that started it has it."""
    if compiled:
        use_compile_cache()
    work(*given)
