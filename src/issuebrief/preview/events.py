"""Tell all open pages what has happened: server-sent events.

In:  events, each a kind and a value that becomes JSON.
Out: streams of text. A page that reads slowly misses what has been overtaken and never holds up others.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterable

BREATH = 15.0
"""Seconds after which a silent stream shows that it lives, and finds out whether anybody listens."""


class _Listener:
    """One open page: what it has not been told yet, the latest of each kind."""

    def __init__(self) -> None:
        self.untold: dict[str, bytes] = {}
        self.rung = asyncio.Event()

    def hear(self, kind: str, event: bytes) -> None:
        self.untold.pop(kind, None)
        self.untold[kind] = event
        self.rung.set()


class EventBroker:
    """All open pages."""

    def __init__(self) -> None:
        self._listeners: set[_Listener] = set()
        self._closed = False

    def __len__(self) -> int:
        return len(self._listeners)

    def send(self, kind: str, value: object) -> None:
        """Tell every page."""
        if self._listeners:
            event = as_event(kind, value)
            for listener in self._listeners:
                listener.hear(kind, event)

    def close(self) -> None:
        """End all streams."""
        self._closed = True
        for listener in self._listeners:
            listener.rung.set()

    async def listen(self, first: Iterable[tuple[str, object]]) -> AsyncGenerator[bytes, None]:
        """The stream of one page, which begins with how things are."""
        listener = _Listener()
        for kind, value in first:
            listener.hear(kind, as_event(kind, value))
        self._listeners.add(listener)
        try:
            # A page that was cut off comes back soon.
            yield b"retry: 500\n\n"
            while not self._closed:
                listener.rung.clear()
                told, listener.untold = listener.untold, {}
                if told:
                    yield b"".join(told.values())
                    continue
                try:
                    await asyncio.wait_for(listener.rung.wait(), BREATH)
                except TimeoutError:
                    yield b":\n\n"
        finally:
            self._listeners.discard(listener)


def as_event(kind: str, value: object) -> bytes:
    """One event; JSON has no line ends in it."""
    return b"event: " + kind.encode() + b"\ndata: " + msgspec.json.encode(value) + b"\n\n"
