"""Streams of events: what a page is told, and what it is spared."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from preview_server import alone

from issuebrief.preview.events import EventBroker, as_event

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator


async def heard(stream: AsyncGenerator[bytes, None]) -> bytes:
    return await asyncio.wait_for(anext(stream), 20)


def test_an_event_is_three_lines_whatever_is_in_it() -> None:
    assert as_event("show", {"a": "one\ntwo\u2028"}) == (
        'event: show\ndata: {"a":"one\\ntwo\u2028"}\n\n'.encode()
    )


def test_a_page_hears_how_things_are_and_then_what_happens() -> None:
    async def run() -> None:
        broker = EventBroker()
        stream = broker.listen([("revision", 1), ("problems", 2)])
        assert await heard(stream) == b"retry: 500\n\n"
        assert await heard(stream) == as_event("revision", 1) + as_event("problems", 2)
        broker.send("show", 3)
        assert await heard(stream) == as_event("show", 3)
        assert len(broker) == 1
        await stream.aclose()
        assert len(broker) == 0

    alone(run())


def test_a_slow_page_hears_the_latest_of_each_kind() -> None:
    async def run() -> None:
        broker = EventBroker()
        stream = broker.listen([])
        await heard(stream)
        for number in range(1000):
            broker.send("revision", number)
            broker.send("building", {})
        assert await heard(stream) == as_event("revision", 999) + as_event("building", {})
        await stream.aclose()

    alone(run())


def test_every_page_hears_the_same() -> None:
    async def run() -> None:
        broker = EventBroker()
        some = [broker.listen([]) for _ in range(3)]
        for stream in some:
            await heard(stream)
        broker.send("show", 1)
        assert {await heard(stream) for stream in some} == {as_event("show", 1)}
        for stream in some:
            await stream.aclose()

    alone(run())


def test_all_streams_end_when_the_preview_is_closed() -> None:
    async def run() -> None:
        broker = EventBroker()
        stream = broker.listen([])
        await heard(stream)
        waiting: asyncio.Future[Any] = asyncio.ensure_future(stream.__anext__())
        await asyncio.sleep(0)
        broker.close()
        try:
            await asyncio.wait_for(waiting, 20)
        except StopAsyncIteration:
            return
        raise AssertionError("the stream went on")

    alone(run())


def test_a_silent_stream_shows_that_it_lives(monkeypatch: Any) -> None:
    async def run() -> None:
        stream = EventBroker().listen([])
        await heard(stream)
        assert await heard(stream) == b":\n\n"
        await stream.aclose()

    monkeypatch.setattr("issuebrief.preview.events.BREATH", 0.01)
    alone(run())
