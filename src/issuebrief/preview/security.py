"""Nobody but the preview's own page may ask the preview for anything.

In:  requests.
Out: the same requests, or a refusal; and on every answer the headers that keep a page to itself.

A page of another site can make a browser send requests to this machine, under a name of its own that
it lets point here (DNS rebinding), or from its own origin. The first is seen by `Host`, the second by
`Origin`, which browsers send with every POST, and by `Sec-Fetch-Site`.

The page itself may stand in a frame of an editor's built-in browser, such as VS Code's: that is a page of
another origin, which may ask for the empty page and for nothing else. The policy of the page says which
programs' frames these are; browsers keep it out of all others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

NAMES = ("127.0.0.1", "localhost")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "font-src 'self'; base-uri 'none'; form-action 'none'; "
)
NO_FRAME = "frame-ancestors 'none'"
EDITORS = "frame-ancestors vscode-webview: vscode-file:"
"""Pages with these schemes belong to programs on this machine: no site can have one."""
CONTENT_POLICY = b"content-security-policy"
HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    # With "no-referrer" browsers would hide the origin of some requests from the preview as well.
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
IDENTIFYING = (b"host", b"origin", b"sec-fetch-site")
FRAMED = ((b"sec-fetch-dest", b"iframe"), (b"sec-fetch-mode", b"navigate"))
"""What a browser says of a page that it opens in a frame."""
PAGE = "/"
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
                own = message.get("headers", ())
                # A finished file has a policy of its own.
                has_policy = any(name.lower() == CONTENT_POLICY for name, _ in own)
                policy = () if has_policy else ((CONTENT_POLICY, _policy(scope["path"])),)
                message["headers"] = [*own, *policy, *HEADERS]
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
        if headers.get(b"sec-fetch-site", b"none") not in OWN and not _is_framed_page(scope, headers):
            return "this page is not the preview's"
        if scope["method"] == "POST" and origin is None:
            return "a POST says where it comes from"
        return ""


def _policy(path: str) -> bytes:
    return (POLICY + (EDITORS if path == PAGE else NO_FRAME)).encode()


def _is_framed_page(scope: Scope, headers: Mapping[bytes, bytes]) -> bool:
    """Whether the page is to stand in a frame. It is the same for all, and says nothing of any brief."""
    is_page = scope["method"] == "GET" and scope["path"] == PAGE and b"origin" not in headers
    return is_page and all(headers.get(name) == value for name, value in FRAMED)
