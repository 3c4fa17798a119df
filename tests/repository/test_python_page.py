"""The page on Python: its examples run as they are printed."""

from __future__ import annotations

import asyncio
import re
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from preview_server import alone
from setting import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCKS = re.findall(r"^```python\n(.*?)^```", (ROOT / "docs/python.md").read_text("utf-8"), re.M | re.S)


@pytest.fixture
def page() -> Iterator[ModuleType]:
    """What the examples define, run one after another; the one for a main module does nothing here."""
    module = ModuleType("example")
    sys.modules["example"] = module
    for block in BLOCKS:
        exec(block, module.__dict__)
    yield module
    del sys.modules["example"]


async def posted(app: Any, content: bytes) -> tuple[int, bytes]:
    """The status and the content that an application answers with, between its start and its end."""
    sent: list[dict[str, Any]] = []
    waiting: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
    started = asyncio.Event()

    async def hear(message: dict[str, Any]) -> None:
        started.set()

    life = asyncio.create_task(app({"type": "lifespan", "state": {}}, waiting.get, hear))
    await waiting.put({"type": "lifespan.startup"})
    await started.wait()

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": content}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": "/", "headers": [], "query_string": b"", "app": app}
    await app(scope, receive, send)
    await waiting.put({"type": "lifespan.shutdown"})
    await life
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent[1:])


def test_the_first_example_gives_a_pdf_and_a_page(page: ModuleType) -> None:
    assert not page.result.failed
    assert page.pdf.startswith(b"%PDF")
    assert b"The first boat leaves at six" in page.page


def test_the_service_answers_with_a_pdf_or_with_what_is_wrong(page: ModuleType) -> None:
    assert alone(posted(page.app, page.text.encode()))[1].startswith(b"%PDF")
    status, content = alone(posted(page.app, b"---\ntitle: No date\n---\n\nA line.\n"))
    assert status == 422
    assert b"front-matter." in content
