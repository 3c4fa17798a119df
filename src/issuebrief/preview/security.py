"""Nobody but the preview's own page may ask the preview for anything.

In:  requests.
Out: the same requests, or a refusal; and on every answer the headers that keep a page to itself.

A page of another site can make a browser send requests to this machine, under a name of its own that
it lets point here (DNS rebinding), or from its own origin. The first is seen by `Host`, the second by
`Origin`, which browsers send with every POST, and by `Sec-Fetch-Site`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

NAMES = ("127.0.0.1", "localhost")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    # With "no-referrer" browsers would hide the origin of some requests from the preview as well.
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
IDENTIFYING = (b"host", b"origin", b"sec-fetch-site")
OWN = (b"same-origin", b"none")
"""Where a request may come from: the preview's own page, or the user's typing and bookmarks."""


class Guard:
    """What stands before the preview."""

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        self._hosts = frozenset(f"{name}:{port}".encode() for name in NAMES)
        if port == 80:
            self._hosts |= {name.encode() for name in NAMES}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *HEADERS]
            await send(message)

        refusal = self._refusal(scope)
        app = PlainTextResponse(refusal, 403) if refusal else self._app
        await app(scope, receive, send_guarded)

    def _refusal(self, scope: Scope) -> str:
        headers = dict(scope["headers"])
        names = [name for name, _ in scope["headers"] if name in IDENTIFYING]
        if len(names) != len(set(names)):
            return "this request says twice where it comes from"
        host, origin = headers.get(b"host", b"").lower(), headers.get(b"origin")
        if host not in self._hosts:
            return "this address is not the preview's"
        if origin is not None and origin.lower() != b"http://" + host:
            return "this page is not the preview's"
        if headers.get(b"sec-fetch-site", b"none") not in OWN:
            return "this page is not the preview's"
        if scope["method"] == "POST" and origin is None:
            return "a POST says where it comes from"
        return ""
