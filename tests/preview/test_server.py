"""A running preview: what it answers, what it refuses, and how it ends."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from PIL import Image
from preview_server import LONG, Preview, preview, until
from setting import paragraph, write_brief

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = "\n\n".join(["Entry nothing.", *(paragraph(number) for number in range(1, 12))])


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the preview of this module is at work."""
    place = tmp_path_factory.mktemp("preview")
    folder = place / "content" / "moon"
    write_brief(folder, TEXT)
    (folder / "notes.txt").write_text("beside the brief")
    (place / "secret.txt").write_text("elsewhere")
    (folder / "leads-out.md").symlink_to(place / "secret.txt")
    (folder / "leads-back.md").symlink_to(folder / "leads-back.md")
    return place


@pytest.fixture(scope="module")
def open_preview(place: Path) -> Iterator[Preview]:
    """A preview that is open, and has set its brief."""
    with preview(place, place / "content" / "moon", "--editor", "zed") as running:
        running.revision()
        yield running


def test_the_page_keeps_to_itself(open_preview: Preview) -> None:
    status, headers, content = open_preview.ask("GET", "/")
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert b"<!doctype html>" in content.lower()
    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert open_preview.ask("GET", "/?line=3")[0] == 200


def test_pictures_of_the_pages_are_served_by_their_keys(open_preview: Preview) -> None:
    revision = open_preview.revision()
    page = revision["pages"][0]
    status, headers, content = open_preview.ask("GET", f"/pages/{page['key']}.png?width=600")
    assert (status, headers["content-type"]) == (200, "image/png")
    assert "immutable" in headers["cache-control"]
    with Image.open(BytesIO(content)) as image:
        assert image.size == (600, 848)
    assert open_preview.ask("GET", f"/pages/{page['key']}.png?width=1")[0] == 200
    assert open_preview.ask("GET", f"/pages/{page['key']}.png?width=wide")[0] == 400
    assert open_preview.ask("GET", "/pages/0123456789abcdef.png")[0] == 404


@pytest.mark.parametrize(
    "path",
    [
        "/brief.md",
        "/content/moon/brief.md",
        "/assets/nothing.js",
        "/assets/../server.py",
        "/assets/..%2fserver.py",
        "/assets/%2e%2e/%2e%2e/server.py",
        "/assets/",
        "/pages/../../brief.md",
        "/explain/no.such-code",
        "/docs",
        "/openapi.json",
        "//etc/passwd",
    ],
)
def test_nothing_else_is_served(open_preview: Preview, path: str) -> None:
    assert open_preview.ask("GET", path)[0] == 404


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_no_other_method_is_known(open_preview: Preview, method: str) -> None:
    assert open_preview.ask(method, "/view", origin=open_preview.origin)[0] == 405


@pytest.mark.parametrize(
    "path", ["/", "/events", "/show?line=1", "/brief", "/pages/a.png", "/assets/index.html"]
)
@pytest.mark.parametrize(
    "headers",
    [
        {"host": "evil.example"},
        {"host": "evil.example:{port}"},
        {"host": "127.0.0.1"},
        {"host": "127.0.0.1:1"},
        {"host": "127.0.0.1.evil.example:{port}"},
        {"origin": "http://evil.example"},
        {"origin": "https://127.0.0.1:{port}"},
        {"origin": "http://127.0.0.1:1"},
        {"origin": "http://localhost:{port}"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_whoever_comes_from_elsewhere_is_refused(
    open_preview: Preview, path: str, headers: dict[str, str]
) -> None:
    filled = {name: value.replace("{port}", str(open_preview.port)) for name, value in headers.items()}
    status, answered, content = open_preview.ask("GET", path, **filled)
    assert status == 403
    assert b"not the preview's" in content
    assert answered["x-content-type-options"] == "nosniff"


def test_the_preview_goes_by_the_machine_s_own_name_too(open_preview: Preview) -> None:
    name = f"localhost:{open_preview.port}"
    assert open_preview.ask("GET", "/", host=name)[0] == 200
    assert open_preview.ask("POST", "/view", {}, host=name, origin=f"http://{name}")[0] == 204


def test_a_post_says_where_it_comes_from(open_preview: Preview) -> None:
    for path in ("/view", "/open", "/show?line=1"):
        assert open_preview.ask("POST", path, {}, origin="")[0] == 403


def test_the_preview_listens_on_the_loopback_interface_alone(open_preview: Preview) -> None:
    listening = f"{open_preview.port:04X}"
    from pathlib import Path

    table = Path("/proc/net/tcp")
    if not table.exists():
        pytest.skip("this system has no list of sockets to read")
    rows = [
        row.split() for name in ("tcp", "tcp6") for row in table.with_name(name).read_text().splitlines()[1:]
    ]
    found = [row[1] for row in rows if row[1].endswith(f":{listening}") and row[3] == "0A"]
    assert found == [f"0100007F:{listening}"]


def test_a_line_is_opened_in_the_editor(open_preview: Preview, place: Path) -> None:
    path = quote(str(place / "content" / "moon"))
    for sent, answer in (
        ({"line": 12, "file": "brief.md"}, f"zed://file{path}/brief.md:12"),
        ({"line": 5}, f"zed://file{path}/brief.md:5"),
        ({"line": -5, "file": "notes.txt"}, f"zed://file{path}/notes.txt:1"),
    ):
        status, _, content = open_preview.ask("POST", "/open", sent)
        assert (status, json.loads(content)) == (200, {"url": answer})


@pytest.mark.parametrize(
    "file",
    [
        *("../../secret.txt", "/etc/passwd", "leads-out.md", "leads-back.md", "nothing.md"),
        *("..", ".", "a\x00b", "x" * 5000),
    ],
)
def test_no_file_outside_the_brief_s_folder_is_opened(open_preview: Preview, file: str) -> None:
    assert open_preview.ask("POST", "/open", {"line": 1, "file": file})[0] == 403


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'{"line": "one"}',
        b"\xff\xfe",
        b'{"pages": [' + b"1," * 20_000 + b"1]}",
        b'{"pages": 1, "line": []}',
        b'{"other": ' + b"[" * 9_000 + b"]" * 9_000 + b"}",
        b'{"other": ' * 1_500 + b"1" + b"}" * 1_500,
    ],
)
def test_nonsense_is_refused(open_preview: Preview, body: bytes) -> None:
    assert open_preview.ask("POST", "/open", body)[0] == 400 or b"pages" in body
    assert open_preview.ask("POST", "/view", body)[0] == 400 or b"line" in body
    for line in ("", "one", "-1", "9" * 40):
        assert open_preview.ask("GET", f"/show?line={line}")[0] == 400


def test_a_line_is_shown_on_every_open_page(open_preview: Preview, place: Path) -> None:
    with open_preview.events() as one, open_preview.events() as other:
        one.next("revision"), other.next("revision")
        until(lambda: json.loads(open_preview.ask("POST", "/show?line=1")[2])["pages"] >= 2)
        one.next("show"), other.next("show")
        status, headers, _ = open_preview.ask("GET", "/show?line=7", accept="text/html")
        assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
        assert _shown(one) == _shown(other) == 7
        typed = [sys.executable, "-m", "issuebrief", "preview", "--show", "9"]
        subprocess.run(typed, cwd=place, check=True, timeout=LONG)
        assert _shown(one, 9) == _shown(other, 9) == 9
    until(lambda: json.loads(open_preview.ask("POST", "/show?line=1")[2])["pages"] == 0)


def _shown(events: Any, wanted: int = 7) -> int:
    while (line := events.next("show")["line"]) != wanted:
        pass
    return int(line)


def test_a_second_preview_for_the_same_brief_is_the_first(open_preview: Preview, place: Path) -> None:
    typed = [sys.executable, "-m", "issuebrief", "preview", "content/moon", "--no-browser"]
    ended = subprocess.run(typed, cwd=place, check=True, capture_output=True, text=True, timeout=LONG)
    assert ended.stdout == f"a preview of moon is already open: http://127.0.0.1:{open_preview.port}/\n"


def test_problems_are_explained(open_preview: Preview) -> None:
    status, headers, content = open_preview.ask("GET", "/explain/notes.undefined")
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert b"notes.undefined" in content


def test_press_sheets_come_when_they_are_wanted(open_preview: Preview) -> None:
    with open_preview.events() as events:
        pages = events.next("revision")["pages"]
        assert open_preview.ask("POST", "/view", {"pages": [0], "width": 500, "sheets": True})[0] == 204
        sheets = events.next("sheets")
    assert len(sheets["pages"]) == len(pages)
    assert sheets["pages"][0]["width"] > pages[0]["width"] + 20
    assert round(sheets["pages"][0]["trim"]["width"]) == round(pages[0]["width"])
    assert open_preview.ask("GET", f"/pages/{sheets['pages'][0]['key']}.png?width=500")[0] == 200
    assert open_preview.ask("POST", "/view", {"pages": [0], "width": 500})[0] == 204


def test_a_brief_is_followed_through_all_that_can_happen_to_it(tmp_path: Path) -> None:
    place, folder = tmp_path, tmp_path / "content" / "moon"
    brief = write_brief(folder, TEXT)
    good = brief.read_text("utf-8")
    with preview(place, folder) as running, running.events() as events:
        first = events.next("revision")
        assert first["problems"] == []
        brief.write_text(good.replace("Entry nothing.", "Entry something."), "utf-8")
        second = events.next("revision")
        changed = [a["key"] != b["key"] for a, b in zip(first["pages"], second["pages"], strict=True)]
        assert changed[0]
        brief.write_text(good + "\nA mark.[^none]\n", "utf-8")
        wrong = events.next("problems")
        assert (wrong["stale"], [each["code"] for each in wrong["problems"]]) == (True, ["notes.undefined"])
        assert running.revision()["pages"] == second["pages"]
        key = second["pages"][0]["key"]
        assert running.ask("GET", f"/pages/{key}.png?width=300")[0] == 200
        draft = brief.with_name("draft")
        draft.write_text(good, "utf-8")
        draft.replace(brief)
        assert events.next("revision")["pages"] == first["pages"]
        shutil.rmtree(folder)
        while "source.missing" not in [each["code"] for each in events.next("problems")["problems"]]:
            pass
        write_brief(folder, TEXT)
        assert events.next("revision")["pages"] == first["pages"]
        for number in range(30):
            brief.write_text(good.replace("Entry nothing.", f"Entry {number}."), "utf-8")
        brief.write_text(good.replace("Entry nothing.", "The last word."), "utf-8")
        until(lambda: "problems" not in running.revision() or running.revision()["problems"] == [])
        _kill_worker(running.process.pid)
        brief.write_text(good, "utf-8")
        while events.next("revision")["pages"] != first["pages"]:
            pass
        status, said, complained = running.stop()
    assert status == 0
    assert "not set, 1 error" in said
    assert "there is no note [^none] [notes.undefined]" in complained
    assert "Traceback" not in said + complained


def _kill_worker(server: int) -> None:
    from pathlib import Path

    children = Path(f"/proc/{server}/task/{server}/children")
    if not children.exists():
        pytest.skip("this system has no list of processes to read")
    for child in children.read_text().split():
        if "spawn_main" in Path(f"/proc/{child}/cmdline").read_text():
            os.kill(int(child), signal.SIGKILL)


def test_ctrl_c_ends_it_at_once_with_pages_open(tmp_path: Path) -> None:
    brief = write_brief(tmp_path / "content" / "moon", "Text.")
    with preview(tmp_path, brief) as running, running.events() as events:
        events.next("building")
        status, _, complained = running.stop()
        assert (status, complained) == (0, "")
        assert events.ended()


def test_a_port_that_is_taken_is_given_up_for_another(tmp_path: Path) -> None:
    import socket

    brief = write_brief(tmp_path, "Text.")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with preview(tmp_path, brief, "--port", str(port)) as running:
            assert running.port != port
            assert running.greeting == (
                f"port {port} is taken, {running.port} is free\n"
                f"brief.md is on http://127.0.0.1:{running.port}/ (Ctrl-C ends it)\n"
            )
