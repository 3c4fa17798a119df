"""Finding a preview that is running, and believing nothing but what it says itself."""

from __future__ import annotations

import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from issuebrief.preview.instances import ask, forget, note, notes_folder, running

if TYPE_CHECKING:
    from collections.abc import Iterator

BRIEF = Path("/briefs/moon/brief.md")


@pytest.fixture(autouse=True)
def _notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))


@contextmanager
def answering(content: bytes, status: int = 200) -> Iterator[int]:
    """Something at a port that always gives the same answer."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("environment", "platform", "folder"),
    [
        ({"XDG_RUNTIME_DIR": "/run/user/7", "XDG_CACHE_HOME": "/c"}, "linux", "/run/user/7/issuebrief"),
        ({"XDG_CACHE_HOME": "/c"}, "linux", "/c/issuebrief"),
        ({}, "linux", f"{Path.home()}/.cache/issuebrief"),
        ({}, "darwin", f"{Path.home()}/Library/Caches/issuebrief"),
        ({"LOCALAPPDATA": "/local"}, "win32", "/local/issuebrief"),
    ],
)
def test_notes_are_in_a_folder_of_the_user_s_own(
    environment: dict[str, str], platform: str, folder: str
) -> None:
    assert notes_folder(environment, platform) == Path(folder)


def test_a_preview_is_found_by_its_note() -> None:
    assert running(BRIEF) is None
    with answering(json.dumps({"issuebrief": "preview", "brief": str(BRIEF)}).encode()) as port:
        path = note(BRIEF, port)
        assert path
        assert running(BRIEF) == port
        assert running(BRIEF.with_name("other.md")) is None
        forget(path)
        assert not path.exists()
        assert running(BRIEF) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"null",
        b'{"issuebrief": "preview"}',
        b'{"issuebrief": "preview", "brief": "/briefs/sun/brief.md"}',
    ],
)
def test_something_else_at_the_port_is_no_preview(content: bytes) -> None:
    with answering(content) as port:
        note(BRIEF, port)
        assert running(BRIEF) is None


def test_a_preview_that_is_gone_or_refuses_is_no_preview() -> None:
    with answering(b"{}", 403) as port:
        note(BRIEF, port)
        assert running(BRIEF) is None
        with pytest.raises(OSError, match="403"):
            ask(port, "GET", "/brief")
    assert running(BRIEF) is None


def test_a_note_of_another_preview_is_left_alone() -> None:
    path = note(BRIEF, 1)
    assert path
    path.write_text('{"pid": 0, "port": 2}')
    forget(path)
    assert path.exists()
    path.write_text("no note")
    forget(path)
    assert running(BRIEF) is None
    forget(None)


def test_where_no_note_can_be_made_the_preview_is_just_not_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "file"))
    assert note(BRIEF, 1) is None
