"""Answer the browser about what surrounds the pages.

In:  requests that the guard has let through, and the scheduler of the brief on show.
Out: texts of pages, the list of briefs, notes of the manuscript, corrections, finished files. docs/preview.md
     lists the addresses. No address names a file: briefs, notes and files are known by what these lists say.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Literal, Protocol

import msgspec
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from issuebrief.job import Purpose
from issuebrief.preview.desk.briefs import brief_named, listed_briefs
from issuebrief.preview.desk.corrections import decide, shown_corrections
from issuebrief.preview.desk.deliverables import MEDIA, POLICIES, Deliverables
from issuebrief.preview.desk.manuscript_notes import manuscript_notes, tick

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from pathlib import Path

    from starlette.requests import Request

    from issuebrief.preview.desk.deliverables import BuildOrder
    from issuebrief.preview.desk.page_texts import PageTexts

FOREVER = {"Cache-Control": "private, max-age=31536000, immutable"}
ANEW = {"Cache-Control": "no-store"}


class TriedTheme(Protocol):
    """What is asked of the theme panel."""

    @property
    def changes(self) -> Mapping[str, object]:
        """What is tried and not saved, by the names of themes."""


class Teller(Protocol):
    """What tells all open pages."""

    def send(self, kind: str, value: object) -> None:
        """Tell them."""


class ShownBrief(Protocol):
    """What is asked of a scheduler."""

    @property
    def order(self) -> BuildOrder:
        """What is on show."""

    @property
    def texts(self) -> PageTexts:
        """The texts of the pages."""

    @property
    def theme(self) -> TriedTheme:
        """What is tried on themes."""

    @property
    def broker(self) -> Teller:
        """All open pages."""


class WantedBrief(msgspec.Struct, forbid_unknown_fields=True):
    """A brief that is to be shown, by its name in the list."""

    name: str


class Tick(msgspec.Struct, forbid_unknown_fields=True):
    """A note that is done, or is not."""

    id: str
    done: bool


class WantedState(msgspec.Struct, forbid_unknown_fields=True):
    """What is decided of a correction: `accepted`, `rejected`, or `open` again."""

    id: str
    state: Literal["open", "accepted", "rejected"]


class DeskEndpoints:
    """The answers.

    `shown` gives the scheduler, `show` has another brief shown, `read_form` reads what was sent.
    """

    def __init__(
        self,
        shown: Callable[[], ShownBrief],
        show: Callable[[Path], None],
        read_form: Callable[[Request, Any], Awaitable[Any]],
    ) -> None:
        self._shown, self._show, self._read = shown, show, read_form
        self._files = Deliverables()
        self._deciding = asyncio.Lock()

    @property
    def routes(self) -> list[Route]:
        """Where they are found."""
        return [
            Route("/text/{key}.json", self.text),
            Route("/briefs", self.briefs),
            Route("/briefs", self.other, methods=["POST"]),
            Route("/notes", self.notes),
            Route("/notes", self.tick, methods=["POST"]),
            Route("/corrections", self.corrections),
            Route("/corrections", self.decide, methods=["POST"]),
            Route("/files/{purpose}", self.file),
            Route("/files/{purpose}", self.make, methods=["POST"]),
        ]

    def close(self) -> None:
        """End what is being made."""
        self._files.close()

    async def text(self, request: Request) -> Response:
        """The text of a page."""
        text = self._shown().texts.get(request.path_params["key"])
        return Response(text, media_type="application/json", headers=FOREVER) if text else _missing()

    async def briefs(self, _request: Request) -> Response:
        """All briefs."""
        order = self._shown().order
        found = await asyncio.to_thread(listed_briefs, order.brief, order.workplace)
        return _as_json({"briefs": found})

    async def other(self, request: Request) -> Response:
        """Show another brief."""
        wanted = await self._read(request, WantedBrief)
        if wanted is None:
            return _nonsense()
        shown = self._shown()
        order = shown.order
        brief = await asyncio.to_thread(brief_named, wanted.name, order.brief, order.workplace)
        if brief is None:
            return PlainTextResponse("there is no such brief", 403)
        if brief == order.brief:
            return Response(status_code=204)
        if shown.theme.changes:
            return PlainTextResponse("the theme has changes that are not saved", 409)
        self._show(brief)
        return Response(status_code=204)

    async def notes(self, _request: Request) -> Response:
        """The notes of the manuscript."""
        folder = self._shown().order.brief.parent
        document, found = await asyncio.to_thread(manuscript_notes, folder)
        return _as_json({"manuscript": document, "notes": found})

    async def tick(self, request: Request) -> Response:
        """Tick a note off, or not."""
        wanted = await self._read(request, Tick)
        if wanted is None:
            return _nonsense()
        shown = self._shown()
        faults = tick(shown.order.brief.parent, wanted.id, done=wanted.done)
        if faults is None:
            return _missing()
        if faults:
            return PlainTextResponse(faults[0].message, 500)
        shown.broker.send("notes", {})
        return Response(status_code=204)

    async def corrections(self, _request: Request) -> Response:
        """The author's corrections."""
        document, found = await asyncio.to_thread(shown_corrections, self._shown().order.brief)
        return _as_json({"manuscript": document, "corrections": found})

    async def decide(self, request: Request) -> Response:
        """Accept a correction, reject it, or take that back; one decision after the other."""
        wanted = await self._read(request, WantedState)
        if wanted is None:
            return _nonsense()
        shown = self._shown()
        async with self._deciding:
            failed = await asyncio.to_thread(decide, shown.order.brief, wanted.id, wanted.state)
        if failed is None:
            return _missing()
        if failed:
            return PlainTextResponse(failed, 409)
        shown.broker.send("notes", {})
        return Response(status_code=204)

    async def make(self, request: Request) -> Response:
        """Make a finished file."""
        purpose = _purpose(request)
        if purpose is None:
            return _missing()
        return _as_json(await self._files.make(self._shown().order, purpose))

    async def file(self, request: Request) -> Response:
        """A finished file that was made."""
        purpose = _purpose(request)
        found = await self._files.content(self._shown().order.brief, purpose) if purpose else None
        if found is None:
            return _missing()
        content, path = found
        name = path.name.encode("ascii", "replace").decode().replace('"', "_")
        headers = {
            **ANEW,
            "Content-Security-Policy": POLICIES[path.suffix],
            "Content-Disposition": f'inline; filename="{name}"',
        }
        return Response(content, media_type=MEDIA[path.suffix], headers=headers)


def _purpose(request: Request) -> Purpose | None:
    name = request.path_params["purpose"]
    return next((each for each in Purpose if each == name), None)


def _as_json(value: object) -> Response:
    return JSONResponse(msgspec.to_builtins(value), headers=ANEW)


def _missing() -> Response:
    return PlainTextResponse("there is nothing here", 404)


def _nonsense() -> Response:
    return PlainTextResponse("this means nothing to the preview", 400)
