"""A site on a web server of this machine, as a visitor meets it.

In:  the folder of a site, and the path that it is served at.
Out: the address of its first page, for as long as the server runs.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class SiteRequests(SimpleHTTPRequestHandler):
    """Answers with files of the site below a path, and with its page for addresses without one."""

    def __init__(self, *args: Any, site: Path, at: str, **more: Any) -> None:
        self.site, self.at = site, at
        super().__init__(*args, **more)

    def translate_path(self, path: str) -> str:
        own = super().translate_path(path.removeprefix(self.at))
        return own if path.startswith(self.at) else str(self.site / "nowhere")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        page = (self.site / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path, at: str) -> Iterator[str]:
    """The address of a site that is served at a path, which ends in a slash."""
    answers = partial(SiteRequests, site=site, at=at, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), answers) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{at}"
        finally:
            server.shutdown()
            thread.join()
