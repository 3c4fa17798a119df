"""Answer the browser.

In:  requests that the guard has let through.
Out: the preview page, its events, pictures of pages, explanations, and the line to open in an editor.

docs/preview.md lists all addresses. Nothing else is served: no file by its path, whatever it is called.
"""

from __future__ import annotations

from contextlib import aclosing, asynccontextmanager
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import msgspec
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from issuebrief.preview.desk.endpoints import DeskEndpoints
from issuebrief.preview.explained import explained
from issuebrief.preview.security import Guard
from issuebrief.preview.theme_panel.acts import ACTS
from issuebrief.preview.viewports import View
from issuebrief.resources import shipped

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from starlette.requests import Request
    from starlette.types import ASGIApp

    from issuebrief.preview.scheduler import Scheduler
    from issuebrief.project.editors import Editor

KINDS = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".otf": "font/otf",
    ".png": "image/png",
}
FOREVER = {"Cache-Control": "private, max-age=31536000, immutable"}
ANEW = {"Cache-Control": "no-store"}
LONGEST = 20_000
"""Bytes that a page may send."""
LONGEST_NAME = 40
ROOM = "desk"
"""The folder of the page's files about what surrounds the pages."""


class Viewport(msgspec.Struct):
    """What a page says that it shows; `name` is its own for as long as it is open."""

    name: str = ""
    pages: list[int] = []
    width: int = 0
    sheets: bool = False


class Wanted(msgspec.Struct):
    """A line that is to be opened in the editor; `framed` is a page that may follow no address."""

    line: int = 1
    file: str = ""
    framed: bool = False


def preview_app(
    make_scheduler: Callable[[Path | None], Scheduler], editor: Callable[[], Editor], port: int
) -> ASGIApp:
    """The whole preview behind its guard.

    `make_scheduler` is called once the event loop runs, and again for each other brief that is chosen.
    """
    endpoints = _Endpoints(make_scheduler, editor)
    routes = [
        Route("/", endpoints.page),
        Route("/assets/{name}", endpoints.asset),
        Route("/assets/{room}/{name}", endpoints.asset),
        Route("/events", endpoints.events),
        Route("/pages/{key}.png", endpoints.picture),
        Route("/view", endpoints.view, methods=["POST"]),
        Route("/open", endpoints.open, methods=["POST"]),
        Route("/show", endpoints.show, methods=["GET", "POST"]),
        Route("/explain/{code}", endpoints.explain),
        Route("/brief", endpoints.brief),
        Route("/theme/{act}", endpoints.theme, methods=["POST"]),
        *endpoints.desk.routes,
    ]
    return Guard(Starlette(routes=routes, lifespan=endpoints.lifespan), port)


class _Endpoints:
    """The answers."""

    def __init__(
        self, make_scheduler: Callable[[Path | None], Scheduler], editor: Callable[[], Editor]
    ) -> None:
        self._make_scheduler, self._editor = make_scheduler, editor
        client = files("issuebrief.preview").joinpath("client")
        self._page = {entry.name: entry for entry in client.iterdir()}
        self._page |= {f"{ROOM}/{entry.name}": entry for entry in client.joinpath(ROOM).iterdir()}
        self.desk = DeskEndpoints(lambda: self._scheduler, self._show, _read)
        self._faces = {face.name: face for face in shipped("styles").glob("fonts/*/*.otf")}

    @asynccontextmanager
    async def lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        """Set to work, and clear up at the end."""
        self._scheduler = self._make_scheduler(None)
        self._scheduler.changed()
        try:
            yield
        finally:
            self.desk.close()
            self._scheduler.close()

    def _show(self, brief: Path) -> None:
        """Show another brief: every open page comes again, and finds it."""
        self._scheduler.close()
        self._scheduler = self._make_scheduler(brief)
        self._scheduler.changed()
        self._scheduler.broker.send("switched", {})

    async def page(self, _request: Request) -> Response:
        return self._asset("index.html")

    async def asset(self, request: Request) -> Response:
        room, name = request.path_params.get("room"), request.path_params["name"]
        return self._asset(f"{room}/{name}" if room else name)

    def _asset(self, name: str) -> Response:
        """One of the files of the page, or a face of the house, by the names that there are and no path."""
        entry = self._page.get(name) or self._faces.get(name)
        kind = KINDS.get(name[name.rfind(".") :])
        if entry is None or kind is None:
            return _missing()
        return Response(entry.read_bytes(), media_type=kind, headers=FOREVER if kind == "font/otf" else ANEW)

    async def events(self, request: Request) -> Response:
        stream = self._listening(request.query_params.get("name", "")[:LONGEST_NAME])
        return StreamingResponse(stream, media_type="text/event-stream", headers=ANEW)

    async def _listening(self, name: str) -> AsyncIterator[bytes]:
        """What a page in a browser is told; it has given itself a name, by which its view is known."""
        scheduler = self._scheduler
        scheduler.come(name)
        try:
            async with aclosing(scheduler.broker.listen(scheduler.now())) as stream:
                async for event in stream:
                    yield event
        finally:
            scheduler.go(name)

    async def picture(self, request: Request) -> Response:
        try:
            width = int(request.query_params.get("width", "1200"))
        except ValueError:
            return PlainTextResponse("the width is a number of pixels", 400)
        picture = await self._scheduler.pictures.picture(request.path_params["key"], width)
        return Response(picture, media_type="image/png", headers=FOREVER) if picture else _missing()

    async def view(self, request: Request) -> Response:
        view = await _read(request, Viewport)
        if view is None:
            return _nonsense()
        self._scheduler.see(View(tuple(view.pages), view.width, view.sheets), view.name[:LONGEST_NAME])
        return Response(status_code=204)

    async def open(self, request: Request) -> Response:
        wanted = await _read(request, Wanted)
        if wanted is None:
            return _nonsense()
        path = self._scheduler.path_of(wanted.file or self._scheduler.order.brief.name)
        if path is None:
            return PlainTextResponse("this is no file of the brief", 403)
        editor = self._editor().for_frame() if wanted.framed else self._editor()
        return JSONResponse(editor.open(path, max(wanted.line, 1)), headers=ANEW)

    async def show(self, request: Request) -> Response:
        line = request.query_params.get("line", "")
        if not line.isdecimal() or len(line) > 9:
            return _nonsense()
        self._scheduler.broker.send("show", {"line": int(line)})
        # 205 would say it better, but no browser heeds it: a tiny page, or nothing for a program.
        if "text/html" in request.headers.get("accept", ""):
            return HTMLResponse("<!doctype html><title>shown</title>shown", headers=ANEW)
        return JSONResponse({"pages": len(self._scheduler.broker)}, headers=ANEW)

    async def explain(self, request: Request) -> Response:
        page = explained(request.path_params["code"])
        return HTMLResponse(page, headers=ANEW) if page else _missing()

    async def brief(self, _request: Request) -> Response:
        """Whose preview this is; it is asked by those who look for a running one."""
        return JSONResponse(
            {"issuebrief": "preview", "brief": str(self._scheduler.order.brief)}, headers=ANEW
        )

    async def theme(self, request: Request) -> Response:
        """What is done in the theme panel."""
        if request.path_params["act"] not in ACTS:
            return _missing()
        form, act = ACTS[request.path_params["act"]]
        wanted = await _read(request, form)
        if wanted is None:
            return _nonsense()
        answer = await act(self._scheduler.theme, wanted)
        return JSONResponse(msgspec.to_builtins(answer), headers=ANEW)


Form = Any


async def _read(request: Request, form: Form) -> Form | None:
    """The JSON that was sent, if it has that form and is no longer than it can be."""
    content = b""
    try:
        async for part in request.stream():
            content += part
            if len(content) > LONGEST:
                return None
        return msgspec.json.decode(content, type=form)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, ClientDisconnect):
        return None


def _missing() -> Response:
    return PlainTextResponse("there is nothing here", 404)


def _nonsense() -> Response:
    return PlainTextResponse("this means nothing to the preview", 400)
