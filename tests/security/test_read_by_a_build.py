"""Every file that a build reads comes through the gate: links out, pipes and devices are told, at once."""

from __future__ import annotations

import base64
import os
import re
import shutil
import subprocess
import sys
import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from setting import job, write_brief

from issuebrief.images.resolve import look_at_picture
from issuebrief.job import Output, Printing, Purpose
from issuebrief.pdf.press.icc import read_profile
from issuebrief.pipeline.build import set_brief
from issuebrief.pipeline.cache import build_cache
from issuebrief.pipeline.cache.fingerprint import CACHE_FILE, environment_fingerprint, fingerprints
from issuebrief.pipeline.read import read
from issuebrief.project.config import preferred_editor, read_configuration
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from issuebrief.job import Job, Outcome

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SECRET = "the secret of the house"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workplace with a brief, styles and templates, beside secrets that no build may read."""
    own = tmp_path / "work"
    (own / "styles/themes").mkdir(parents=True)
    (own / "styles/themes/own.css").write_text('@import "isdp.css";\n')
    (own / "templates").mkdir()
    write_brief(own / "brief", "Text.", theme="own")
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/secret.png").write_bytes(PIXEL)
    (tmp_path / "secret/secret.css").write_text("body { color: #abcdef }")
    (tmp_path / "secret/secret.html").write_text(SECRET)
    (tmp_path / "secret/publisher.yaml").write_text(f"name: {SECRET}\n")
    (tmp_path / "secret/brief.md").write_text(f"---\ntitle: {SECRET}\n---\n{SECRET}\n")
    (tmp_path / "secret/issuebrief.toml").write_text('[preview]\neditor = "zed"\n')
    (tmp_path / "secret/secret.txt").write_text(SECRET)
    return own


def order(place: Path, **options: Any) -> Job:
    made = job(place / "brief/brief.md", place)
    outputs = tuple(Output(purpose, place / f"out/brief{purpose.ending}") for purpose in Purpose)
    return replace(made, outputs=outputs, **options)


def told(place: Path, body: str = "", **front: object) -> list[str]:
    """The codes of what is told when a brief is read; the secret is in none of it."""
    if body or front:
        write_brief(place / "brief", body or "Text.", **{"theme": "own", **front})
    _, problems = read(order(place))
    assert SECRET not in str(problems)
    return [problem.code for problem in problems]


def link_out(path: Path, secret: str) -> None:
    """Put a link to a secret in a file's place."""
    clear(path)
    place = next(folder for folder in path.parents if folder.name == "work")
    path.symlink_to(place.parent / "secret" / secret)


def pipe(path: Path, _: str) -> None:
    """Put a pipe in a file's place, which nobody writes to."""
    clear(path)
    os.mkfifo(path)


def device(path: Path, _: str) -> None:
    """Put a link in a file's place to a device that never ends."""
    clear(path)
    path.symlink_to("/dev/zero")


def clear(path: Path) -> None:
    """Make room for something else."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)


ODD = [link_out, pipe, device]
FILES = {
    "brief/brief.md": ("brief.md", {"source.outside", "source.not-a-file"}),
    "brief/publisher.yaml": ("publisher.yaml", {"source.outside", "source.not-a-file"}),
    "publisher.yaml": ("publisher.yaml", {"source.outside", "source.not-a-file"}),
    "styles/themes/own.css": ("secret.css", {"style.unreadable"}),
    "styles/tokens.css": ("secret.css", {"style.unreadable"}),
    "styles/text.css": ("secret.css", {"style.unreadable"}),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("make", ODD)
def test_a_file_that_is_none_of_ours_is_told(
    place: Path, name: str, make: Callable[[Path, str], None]
) -> None:
    secret, codes = FILES[name]
    make(place / name, secret)
    assert codes & set(told(place))


@pytest.mark.parametrize("kind", ["styles", "templates"])
def test_a_folder_of_the_house_that_is_a_link_out_is_told(place: Path, kind: str) -> None:
    shutil.rmtree(place / kind)
    (place / kind).symlink_to(place.parent / "secret")
    found = search_path(place)
    assert found.refused == (place / kind,)
    assert place / kind not in (*found.styles, *found.templates)
    write_brief(place / "brief", "Text.")
    assert "style.unreadable" in told(place)


def test_a_folder_of_the_house_may_be_a_link_inside(place: Path) -> None:
    (place / "styles").rename(place / "design")
    (place / "styles").symlink_to("design")
    assert told(place) == []


@pytest.mark.parametrize("make", ODD)
def test_the_configuration_comes_through_the_gate(place: Path, make: Callable[[Path, str], None]) -> None:
    path = place / "issuebrief.toml"
    make(path, "issuebrief.toml")
    _, problems = read_configuration(place)
    assert [problem.code for problem in problems] in (["source.outside"], ["source.not-a-file"])
    assert preferred_editor(place) == ""


@pytest.mark.parametrize("make", ODD)
def test_the_list_of_what_was_built_comes_through_the_gate(
    place: Path, make: Callable[[Path, str], None]
) -> None:
    path = place / "out" / CACHE_FILE
    make(path, "secret.txt")
    assert build_cache.read(place / "out") == {}
    build_cache.write(place / "out", {})
    assert path.is_file() and not path.is_symlink()
    assert (place.parent / "secret/secret.txt").read_text() == SECRET


def test_the_list_of_what_was_built_names_no_file_elsewhere(place: Path) -> None:
    out = place / "out"
    out.mkdir()
    for name in ("../../secret/secret.txt", "/dev/zero", "/etc/hosts"):
        entry = build_cache.CacheEntry("print", "", 1, (), ((name, "sum"),))
        assert not entry.is_up_to_date(out / "brief.pdf", "print")


@pytest.mark.parametrize("make", ODD)
@pytest.mark.parametrize("name", ["brief/x.png", "publisher.yaml", "styles/x.css", "templates/x.html"])
def test_a_fingerprint_is_taken_without_reading_them(
    place: Path, name: str, make: Callable[[Path, str], None]
) -> None:
    make(place / name, "secret.png")
    made = order(place, printing=Printing(profile="/dev/zero"))
    before = fingerprints([made], environment_fingerprint(made.search_path))
    (place.parent / "secret/secret.png").write_bytes(b"other")
    assert fingerprints([made], environment_fingerprint(made.search_path)) == before


@pytest.mark.parametrize("make", ODD)
def test_a_profile_comes_through_the_gate(place: Path, make: Callable[[Path, str], None]) -> None:
    path = place / "brief/x.icc"
    make(path, "secret.txt")
    assert isinstance(read_profile(path), str)


PICTURES = [
    "![a](x.png)",
    "![a](x%2Epng)",
    "![a](./x.png)",
    "![a](sub/../x.png)",
    '<img src="x.png" alt="a">',
]


@pytest.mark.parametrize("text", PICTURES)
@pytest.mark.parametrize("make", ODD)
def test_a_picture_comes_through_the_gate(place: Path, text: str, make: Callable[[Path, str], None]) -> None:
    path = place / "brief/x.png"
    make(path, "secret.png")
    assert {"picture.outside", "picture.not-a-file"} & set(told(place, text))


@pytest.mark.parametrize(
    "front", [{"cover": {"image": "x.png", "alt": "a"}}, {"authors": [{"name": "A", "photo": "x.png"}]}]
)
@pytest.mark.parametrize("make", ODD)
def test_so_does_one_of_the_front_matter(
    place: Path, front: dict[str, Any], make: Callable[[Path, str], None]
) -> None:
    path = place / "brief/x.png"
    make(path, "secret.png")
    assert {"picture.outside", "picture.not-a-file"} & set(told(place, **front))


SPELLINGS = [
    ("a%2541.png", {"a%41.png": "good"}),
    ("a%2541.png", {"a%2541.png": "good", "aA.png": "good", "a%41.png": "link"}),
    ("a%41.png", {"aA.png": "good", "a%41.png": "link"}),
    ("a%41.png", {"a%41.png": "good"}),
    ("a%20b.png", {"a b.png": "good", "a%20b.png": "link"}),
    ("a%20b.png", {"a%20b.png": "good"}),
    ("a%2520b.png", {"a%20b.png": "good", "a b.png": "link"}),
    ("%61.png", {"a.png": "good", "%61.png": "link"}),
    ("a%252fb.png", {"a%2fb.png": "good"}),
    ("a%3Fb.png", {"a?b.png": "good", "a": "link"}),
    ("a%23b.png", {"a#b.png": "good", "a": "link"}),
    ("%25.png", {"%.png": "good"}),
    ("%C3%A4.png", {"ä.png": "good"}),
    ("%zz.png", {"%zz.png": "good"}),
]


@pytest.mark.parametrize(("name", "files"), SPELLINGS)
def test_a_picture_has_one_spelling_from_the_check_to_the_page(
    place: Path, name: str, files: dict[str, str]
) -> None:
    folder = place / "brief"
    for file, kind in files.items():
        if kind == "good":
            (folder / file).write_bytes(PIXEL)
        else:
            (folder / file).symlink_to(place.parent / "secret/secret.png")
    seen, problems = look_at_picture(name, folder, None, "")
    if problems:
        assert [problem.code for problem in problems] == ["picture.outside"]
        return
    assert seen and seen.path.parent == folder.resolve()
    outcome = build(place, f"![a]({name})")
    assert outcome.written and not outcome.failed, outcome.problems


def build(place: Path, body: str, **front: object) -> Outcome:
    """The outcome of a whole build, all deliverables."""
    write_brief(place / "brief", body, **{"theme": "own", **front})
    return set_brief(order(place))


class Ear(BaseHTTPRequestHandler):
    """Notes what it is asked for."""

    heard: list[str]

    def do_GET(self) -> None:
        self.heard.append(self.path)
        self.send_error(404)

    do_HEAD = do_POST = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine: its address, and what it was asked for."""
    heard: list[str] = []
    with HTTPServer(("127.0.0.1", 0), type("Ear", (Ear,), {"heard": heard})) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", heard
        server.shutdown()
        thread.join()


CALLS = """\
![a]({0}/1.png)

<img src="{0}/2.png" alt="a"> <img alt="a" src=x srcset="{0}/3.png">

<link rel="stylesheet" href="{0}/4.css"> <style>@import "{0}/5.css";</style>

<div style="background: url({0}/6.png)">a</div>

<ul style="list-style-image: url({0}/7.png)"><li>a</li></ul>

<object data="{0}/8"></object> <embed src="{0}/9">

<iframe src="{0}/10"></iframe> <video poster="{0}/11"></video>

<svg><image href="{0}/12"/></svg> <link rel="attachment" href="{0}/13"> <a href="{0}/14">link</a>

![b](calls.svg)
"""
SHEET = """\
@import url("{0}/20.css");
@import "{0}/21.css" screen;
@font-face {{ font-family: A; src: url({0}/22.woff2), url("file:///etc/hosts") }}
@color-profile device-cmyk {{ src: url({0}/23.icc) }}
body {{ background: url({0}/24.png); content: url({0}/25.png); cursor: url({0}/26.cur) }}
@page {{ background: url({0}/27.png) }}
p::before {{ content: url({0}/28.svg) }}
"""


def test_a_server_hears_no_request(place: Path, listener: tuple[str, list[str]]) -> None:
    address, heard = listener
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{address}/30.png"/></svg>'
    (place / "brief/calls.svg").write_text(svg)
    (place / "brief/publisher.yaml").write_text(f"name: A\nurl: {address}/31\nlogo: {address}/32.png\n")
    assert build(place, CALLS.format(address)).problems
    write_brief(place / "brief", "Text.", theme="own")
    (place / "brief/publisher.yaml").unlink()
    (place / "styles/themes/own.css").write_text('@import "isdp.css";\n' + SHEET.format(address))
    assert set_brief(order(place)).problems
    (place / "styles/themes/own.css").write_text('@import "isdp.css";\n')
    (place / "templates/title.html").write_text(
        f'<h1>t</h1><img src="{address}/40.png"><link rel="attachment" href="{address}/41">'
    )
    assert set_brief(order(place)).problems
    assert heard == []


@pytest.mark.skipif(shutil.which("strace") is None, reason="there is no tracer on this machine")
@pytest.mark.parametrize("what", ["pictures", "styles", "templates", "front"])
def test_nothing_outside_is_opened(place: Path, what: str) -> None:
    secret = place.parent / "secret"
    own = place / "brief"
    if what == "pictures":
        (own / "x.png").symlink_to(secret / "secret.png")
        (own / "sub").symlink_to(secret)
        (own / "peek.svg").write_text(
            '<svg xmlns="http://www.w3.org/2000/svg"><image href="../../secret/secret.png"/></svg>'
        )
        write_brief(
            own, "![a](x.png) ![a](sub/secret.png) ![a](../../secret/secret.png) ![a](peek.svg)", theme="own"
        )
    elif what == "styles":
        (place / "styles/text.css").symlink_to(secret / "secret.css")
        (place / "styles/x.otf").symlink_to(secret / "secret.txt")
        (place / "styles/themes/own.css").write_text(
            '@import "isdp.css"; @import "../../../secret/secret.css"; @import "../text.css";\n'
            "@font-face { font-family: A; src: url(../x.otf) }\n"
            "@color-profile device-cmyk { src: url(../../../secret/secret.txt) }\n"
            "body { background: url(../../../secret/secret.png) }\n"
            ":root { --press-profile: '../../../secret/secret.txt' }"
        )
    elif what == "templates":
        (place / "templates/title.html").symlink_to(secret / "secret.html")
        (place / "templates/web-notes.js").symlink_to(secret / "secret.html")
        (place / "templates/masthead.html").write_text(
            '<img src="../../secret/secret.png"><link rel="attachment" href="../../secret/secret.txt">'
        )
    else:
        (own / "publisher.yaml").symlink_to(secret / "publisher.yaml")
        (place / "issuebrief.toml").symlink_to(secret / "issuebrief.toml")
        write_brief(
            own, "[a](../../secret/secret.txt)", theme="own", press={"profile": "../../secret/secret.txt"}
        )
    trace = place.parent / "trace"
    command = [sys.executable, "-m", "issuebrief", "build", "--for", "all", "-j", "1", "-o", "out", "brief"]
    done = subprocess.run(
        ["strace", "-f", "-qq", "-e", "trace=open,openat,openat2", "-s", "300", "-o", trace, *command],
        cwd=place,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 1, done.stderr
    assert "internal.fault" not in done.stderr and SECRET not in done.stderr + done.stdout
    calls = trace.read_text(errors="replace")
    assert "own.css" in calls or what == "front"
    opened = re.findall(r'open(?:at2?)?\((?:[^,]+, )?"[^"]*secret\.[^"]*".*', calls)
    assert opened == []
