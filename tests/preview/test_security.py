"""What no browser sends, and what slow or rude ones do: a running preview still answers all others."""

from __future__ import annotations

import json
import os
import socket
from typing import TYPE_CHECKING, Any

import pytest
from preview_server import LONG, Preview, preview
from setting import write_brief

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the preview of this module is at work."""
    place = tmp_path_factory.mktemp("guard")
    write_brief(place / "moon", "Entry nothing.")
    return place


@pytest.fixture(scope="module")
def open_preview(place: Path) -> Iterator[Preview]:
    """A preview that is open, and has set its brief."""
    with preview(place, place / "moon", "--editor", "zed") as running:
        running.revision()
        yield running


def _say(open_preview: Preview, line: str, *headers: str, body: str = "") -> socket.socket:
    """A connection on which a request was sent word by word; HOST is the preview's own."""
    own = f"127.0.0.1:{open_preview.port}"
    text = "\r\n".join((line, *(header.replace("HOST", own) for header in headers), "", body))
    connection = socket.create_connection(("127.0.0.1", open_preview.port), timeout=LONG)
    connection.sendall(text.encode())
    return connection


def _status(connection: socket.socket) -> int:
    with connection:
        return int(connection.recv(4096).split()[1])


@pytest.mark.parametrize(
    ("line", "headers", "status"),
    [
        ("GET /brief HTTP/1.0", [], 403),
        ("GET /brief HTTP/1.1", [], 400),
        ("GET http://evil.example/brief HTTP/1.1", ["Host: evil.example"], 403),
        ("GET http://evil.example/brief HTTP/1.1", ["Host: HOST"], 404),
        ("GET /brief HTTP/1.1", ["Host: evil.example", "Host: HOST"], 400),
        ("GET /brief HTTP/1.1", ["Host: HOST", "Origin: http://evil.example", "Origin: http://HOST"], 403),
        ("GET /brief HTTP/1.1", ["Host: HOST", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: none"], 403),
        ("POST /view HTTP/1.1", ["Host: HOST", "Origin: null", "Content-Length: 0"], 403),
        ("GET /" + "a" * 50_000 + " HTTP/1.1", ["Host: HOST"], 404),
        ("GET /assets/..%2fserver.py HTTP/1.1", ["Host: HOST"], 404),
        ("GET /explain/%ff%00 HTTP/1.1", ["Host: HOST"], 404),
        ("HEAD /open HTTP/1.1", ["Host: HOST"], 405),
        ("HEAD /brief HTTP/1.1", ["Host: HOST"], 200),
        ("CONNECT / HTTP/1.1", ["Host: HOST"], 405),
    ],
)
def test_what_no_browser_sends_is_refused(
    open_preview: Preview, line: str, headers: list[str], status: int
) -> None:
    assert _status(_say(open_preview, line, *headers)) == status
    assert open_preview.ask("GET", "/brief")[0] == 200


@pytest.mark.parametrize("method", ["OPTIONS", "HEAD"])
def test_no_other_page_is_told_that_it_may_ask(open_preview: Preview, method: str) -> None:
    asked = {"origin": "http://evil.example", "access_control_request_method": "POST"}
    status, headers, _ = open_preview.ask(method, "/open", **asked)
    assert status == 403
    assert not any(name.startswith("access-control") for name in headers)


def test_who_speaks_slowly_holds_up_nobody_and_not_the_end(tmp_path: Path) -> None:
    brief = write_brief(tmp_path / "moon", "Entry nothing.")
    with preview(tmp_path, brief) as running:
        running.revision()
        own = ("Host: HOST", "Origin: http://HOST")
        slow = [_say(running, "POST /open HTTP/1.1", *own, "Content-Length: 99", body="{") for _ in range(30)]
        deaf = [_say(running, "GET /events HTTP/1.1", *own) for _ in range(30)]
        assert running.ask("GET", "/brief")[0] == 200
        assert running.ask("POST", "/view", {"pages": [0], "width": 300})[0] == 204
        status, _, complained = running.stop()
        assert (status, complained) == (0, "")
        for connection in (*slow, *deaf):
            connection.close()


@pytest.mark.parametrize(
    "view",
    [
        {"pages": [-1, 10**12], "width": -5},
        {"pages": [0] * 4000, "width": 10**9},
        {"pages": [], "width": 2**62},
    ],
)
def test_a_view_beyond_reason_does_no_harm(open_preview: Preview, view: dict[str, Any]) -> None:
    assert open_preview.ask("POST", "/view", view)[0] == 204
    assert open_preview.ask("POST", "/view", {"pages": [0], "width": 300})[0] == 204
    key = open_preview.revision()["pages"][0]["key"]
    assert open_preview.ask("GET", f"/pages/{key}.png?width=300")[0] == 200
    assert open_preview.ask("GET", f"/pages/{key}.png?width={'9' * 5000}")[0] == 400


def test_only_a_file_is_opened_whatever_it_is_called(open_preview: Preview, place: Path) -> None:
    folder = place / "moon"
    odd = "-rf; $(touch x) \"'#?%0A<b> {line}.md"
    (folder / odd).write_text("odd")
    (folder / "parts").mkdir()
    os.mkfifo(folder / "pipe")
    status, _, content = open_preview.ask("POST", "/open", {"line": 2, "file": odd})
    address = json.loads(content)["url"]
    assert status == 200
    assert address.startswith("zed://file/") and address.endswith("%20%7Bline%7D.md:2")
    assert not set(address) & set(" <>\"'#?{}$;()")
    for file in ("parts", "pipe", "parts/..", "brief.md\n"):
        assert open_preview.ask("POST", "/open", {"line": 1, "file": file})[0] == 403


FRAME = {"sec_fetch_site": "cross-site", "sec_fetch_dest": "iframe", "sec_fetch_mode": "navigate"}


def test_the_page_may_stand_in_the_frame_of_an_editor_and_of_no_site(open_preview: Preview) -> None:
    status, headers, content = open_preview.ask("GET", "/", **FRAME)
    assert status == 200 and b"Moon" not in content
    assert headers["content-security-policy"].endswith("frame-ancestors vscode-webview: vscode-file:")
    assert open_preview.ask("GET", "/brief", **FRAME)[0] == 403
    assert open_preview.ask("GET", "/assets/main.js", **FRAME)[0] == 403
    assert open_preview.ask("GET", "/", **{**FRAME, "sec_fetch_dest": "script"})[0] == 403
    assert open_preview.ask("GET", "/", **FRAME, origin="http://evil.example")[0] == 403
    headers = open_preview.ask("GET", "/brief")[1]
    assert headers["content-security-policy"].endswith("frame-ancestors 'none'")


@pytest.mark.parametrize("path", ["/text/abc.json", "/briefs", "/notes", "/files/web"])
def test_what_surrounds_the_pages_is_kept_from_other_sites(open_preview: Preview, path: str) -> None:
    for headers in (
        {"sec_fetch_site": "cross-site"},
        {"origin": "http://evil.example"},
        {"host": "evil.example"},
    ):
        assert open_preview.ask("GET", path, **headers)[0] == 403
        assert open_preview.ask("POST", path, {}, **headers)[0] == 403
    assert open_preview.ask("POST", path, {}, origin="null")[0] == 403


def test_no_brief_note_or_file_is_named_by_its_path(open_preview: Preview, place: Path) -> None:
    for name in ("../moon/brief.md", str(place / "moon/brief.md"), "/etc/passwd", ""):
        assert open_preview.ask("POST", "/briefs", {"name": name})[0] == 403
    assert open_preview.ask("POST", "/briefs", {"name": 1})[0] == 400
    assert open_preview.ask("POST", "/notes", {"id": "../x", "done": True})[0] == 404
    for purpose in ("pdf", "screen.pdf", "..%2fbrief.md", "SCREEN"):
        assert open_preview.ask("POST", f"/files/{purpose}", {})[0] == 404
    assert open_preview.ask("GET", "/files/screen")[0] == 404
    assert open_preview.ask("GET", "/assets/desk/..%2findex.html")[0] == 404
    assert open_preview.ask("GET", "/text/..%2f..%2fbrief.json")[0] == 404
