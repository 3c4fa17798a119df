"""Run the preview: the server, the watch, and the end of both.

In:  what brief is set, by what editor it is opened, a socket on which to listen.
Out: nothing; it returns when somebody stops it with Ctrl-C.
"""

from __future__ import annotations

import logging
import os
import socket
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import uvicorn

from issuebrief.preview.events import EventBroker
from issuebrief.preview.scheduler import Scheduler
from issuebrief.preview.server import preview_app
from issuebrief.preview.watcher import Watch, grounds
from issuebrief.preview.worker import Worker
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from issuebrief.preview.viewports import Report
    from issuebrief.project.editors import Editor

HOST = "127.0.0.1"
PATIENCE = 1
"""Seconds that a request has to end in when the preview is closed."""


def listening(port: int) -> socket.socket:
    """A socket on the loopback interface, at that port if it is free and at any other if it is not."""
    for wish in (port, 0):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name == "posix":  # elsewhere it would let two programs share a port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, wish))
        except OSError:
            listener.close()
            if not wish:
                raise
        else:
            return listener
    raise AssertionError("any port is free")


def run(
    worker: Worker,
    editor: Callable[[], Editor],
    listener: socket.socket,
    tell: Callable[[Report], None],
    opened: Callable[[], None],
    switched: Callable[[Path], None] = lambda brief: None,
) -> None:
    """Serve until Ctrl-C, first with the worker that is given.

    `tell` hears of every rebuild, `opened` is called once the preview answers, and `switched` when another
    brief is shown.
    """
    broker = EventBroker()

    def scheduler(brief: Path | None) -> _Attended:
        if brief is None:
            return _Attended(worker, broker, tell)
        places = search_path(worker.order.workplace)
        other = Worker(replace(worker.order, brief=brief, search_path=places))
        switched(brief)
        return _Attended(other, broker, tell)

    app = preview_app(scheduler, editor, listener.getsockname()[1])
    logging.getLogger("uvicorn").setLevel("ERROR" if os.environ.get("ISSUEBRIEF_TRACEBACK") else "CRITICAL")
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="on",
        ws="none",
        server_header=False,
        timeout_graceful_shutdown=PATIENCE,
    )
    # uvicorn raises the signal again once all is closed.
    with suppress(KeyboardInterrupt):
        _Server(config, broker, opened).run(sockets=[listener])


class _Server(uvicorn.Server):
    """A server that ends all streams before it waits for them to end."""

    def __init__(self, config: uvicorn.Config, broker: EventBroker, opened: Callable[[], None]) -> None:
        super().__init__(config)
        self._broker, self._opened = broker, opened

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin, and say so."""
        await super().startup(sockets)
        if self.started:
            self._opened()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End."""
        self._broker.close()
        await super().shutdown(sockets)


class _Attended(Scheduler):
    """A scheduler whose files are watched."""

    def __init__(self, worker: Worker, broker: EventBroker, tell: Callable[[Report], None]) -> None:
        ready = [worker]
        super().__init__(worker.order, broker, tell, lambda order: ready.pop() if ready else Worker(order))
        self._grounds = grounds(self.order)
        self._watch = Watch(self._grounds, self._saved)

    def close(self) -> None:
        """End the watch, and all else."""
        self._watch.close()
        super().close()

    def _saved(self) -> None:
        """Called in a thread of the watch."""
        with suppress(RuntimeError):  # the loop is closed
            self._loop.call_soon_threadsafe(self._look)

    def _look(self) -> None:
        """Render the brief again; where folders of templates or styles have come or gone, by a new worker."""
        order = replace(self.order, search_path=search_path(self.order.workplace))
        self.changed(order)
        found = grounds(order)
        if found != self._grounds:
            self._watch.close()
            self._grounds = found
            self._watch = Watch(found, self._saved)
