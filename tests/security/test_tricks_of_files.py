"""Tricks with files: exchanged in the midst of a build, planted where it writes, swelling when unpacked."""

from __future__ import annotations

import base64
import json
import os
import re
import struct
import subprocess
import sys
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from setting import ROOT, job, write_brief

from issuebrief import api
from issuebrief.font_bounds import Unusable
from issuebrief.job import Output, Purpose
from issuebrief.pipeline import build as pipeline
from issuebrief.pipeline.build import set_brief
from issuebrief.pipeline.cache import build_cache
from issuebrief.pipeline.cache.fingerprint import CACHE_FILE
from issuebrief.project.config import preferred_editor, read_configuration
from issuebrief.theming.font_files import MOST_UNPACKED, decompressed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from issuebrief.job import Outcome

SECRET = b"the secret of the house"
POSTSCRIPT = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 20 20\n%%EndComments\n0 0 9 9 rectfill\n%%EOF\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workplace with a brief and a theme, beside secrets."""
    from PIL import Image

    own = tmp_path / "work"
    (own / "styles/themes").mkdir(parents=True)
    (own / "styles/themes/own.css").write_text('@import "isdp.css";\n')
    write_brief(own / "brief", "Text.", theme="own")
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/secret.txt").write_bytes(SECRET)
    for kind in ("png", "jpg"):
        Image.new("RGB", (40, 40), "red").save(tmp_path / f"secret/secret.{kind}")
    return own


def build(place: Path, *purposes: Purpose) -> Outcome:
    """The outcome of a build of some deliverables, of all where none is named."""
    outputs = tuple(Output(each, place / f"out/brief{each.ending}") for each in purposes or Purpose)
    return set_brief(replace(job(place / "brief/brief.md", place), outputs=outputs))


def codes(outcome: Outcome) -> set[str]:
    return {problem.code for problem in outcome.problems}


# Files that are exchanged between the layout and the drawing.
def a_link(path: Path, secret: Path) -> None:
    path.unlink()
    path.symlink_to(secret)


def a_pipe(path: Path, _: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def a_device(path: Path, _: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def a_folder(path: Path, secret: Path) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))
    path.parent.symlink_to(secret.parent)


def nothing(path: Path, _: Path) -> None:
    path.unlink()


def another_file(path: Path, secret: Path) -> None:
    path.write_bytes(secret.read_bytes())


EXCHANGES = [a_link, a_pipe, a_device, a_folder, nothing, another_file]


@pytest.mark.skipif(os.name != "posix", reason="links and pipes as POSIX has them")
@pytest.mark.parametrize("exchange", EXCHANGES)
@pytest.mark.parametrize("kind", ["png", "jpg"])
@pytest.mark.parametrize("secret", ["secret.{}", "secret.txt"])
def test_a_picture_that_is_exchanged_before_it_is_drawn_is_told_and_not_read(
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    exchange: Callable[[Path, Path], None],
    kind: str,
    secret: str,
) -> None:
    from PIL import Image

    folder = place / "brief/pictures"
    folder.mkdir()
    path = folder / f"secret.{kind}"
    Image.new("RGB", (40, 40), "navy").save(path)
    write_brief(place / "brief", f"![a](pictures/secret.{kind})", theme="own")
    plain = pipeline._drawn

    def drawn(*arguments: object) -> object:
        exchange(path, place.parent / "secret" / secret.format(kind))
        return plain(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "_drawn", drawn)
    outcome = build(place, Purpose.SCREEN)
    assert codes(outcome) == {"resources.changed"}
    assert not (place / "out/brief.pdf").exists()


# Pictures of kinds that nothing here sets: Pillow knows some that start a program.
def as_data(content: bytes, kind: str = "image/png") -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


@pytest.mark.parametrize("kind", ["eps", "tiff", "bmp", "pcx", "ico", "tga", "ppm"])
@pytest.mark.parametrize("rule", ["body {{ background: url({0}) }}", "p::before {{ content: url({0}) }}"])
def test_a_theme_has_pictures_of_the_known_kinds_alone(place: Path, kind: str, rule: str) -> None:
    from PIL import Image

    path = place / f"styles/x.{kind}"
    if kind == "eps":
        path.write_bytes(POSTSCRIPT)
    else:
        Image.new("RGB", (8, 8)).save(path)
    for address in (f"../x.{kind}", as_data(path.read_bytes())):
        sheet = '@import "isdp.css";\n' + rule.format(address)
        (place / "styles/themes/own.css").write_text(sheet)
        assert "resources.not-loaded" in codes(build(place, Purpose.SCREEN))


def test_so_has_a_drawing(place: Path) -> None:
    image = f'<image width="9" height="9" href="{as_data(POSTSCRIPT)}"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{image}</svg>'
    (place / "brief/x.svg").write_text(svg)
    write_brief(place / "brief", "![a](x.svg)", theme="own")
    assert "resources.not-loaded" in codes(build(place, Purpose.SCREEN))


# What is small as a file and large in memory.
def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


SWELLING = zlib.compress(bytes(40_000_000))


@pytest.mark.parametrize("part", [(b"iCCP", b"x\0\0"), (b"zTXt", b"x\0\0"), (b"iTXt", b"x\0\1\0\0\0")])
@pytest.mark.parametrize("is_lenient", [False, True], ids=["alone", "after a layout"])
def test_a_png_with_a_note_that_swells_is_told(
    place: Path, monkeypatch: pytest.MonkeyPatch, part: tuple[bytes, bytes], is_lenient: bool
) -> None:
    from PIL import ImageFile

    from issuebrief.images.resolve import look_at_picture

    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", is_lenient)
    kind, start = part
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    rest = chunk(b"IDAT", zlib.compress(bytes(4))) + chunk(b"IEND", b"")
    content = b"\x89PNG\r\n\x1a\n" + head + chunk(kind, start + SWELLING) + rest
    (place / "brief/x.png").write_bytes(content)
    _, problems = look_at_picture("x.png", place / "brief", None, "")
    assert [problem.code for problem in problems] == ["picture.broken"]


def woff(size: int) -> bytes:
    packed = zlib.compress(bytes(size))
    head = struct.pack(">4sIIHHI", b"wOFF", 0x10000, 64 + len(packed), 1, 0, 100)
    return (
        head.ljust(44, b"\0") + struct.pack(">4sIIII", b"glyf", 64, len(packed), len(packed) + 1, 0) + packed
    )


def woff2(size: int) -> bytes:
    import brotli

    packed: bytes = brotli.compress(bytes(size), quality=1)
    head = struct.pack(">4sIIHHII", b"wOF2", 0x10000, 100, 1, 0, 100, len(packed)).ljust(48, b"\0")
    return head + b"\x00\x05" + packed


@pytest.mark.parametrize("make", [woff, woff2])
def test_a_font_that_swells_is_refused_before_it_is_unpacked(make: Callable[[int], bytes]) -> None:
    with pytest.raises(Unusable, match="too large"):
        decompressed(make(MOST_UNPACKED + 1))
    with pytest.raises(Unusable, match="damaged"):
        decompressed(make(1000))


@pytest.mark.parametrize("letter", ["/", "<", ">", "(", ")", "[", "{", "%", "#", "\n", " "])
def test_a_family_cannot_write_into_the_pdf(letter: str) -> None:
    from types import SimpleNamespace

    from issuebrief.engine.loading import load_engine

    load_engine()
    from issuebrief.layout.fonts.faces_apart import _name_apart

    font = SimpleNamespace(name=f"/ABCDEF+Serif{letter}A".encode(), hash="ABCDEF")
    _name_apart(font, set())
    assert font.name == f"/ABCDEF+Serif#{ord(letter):02X}A".encode()


# What lies where a build writes.
@pytest.mark.skipif(os.name != "posix", reason="links as POSIX has them")
def test_a_folder_of_copies_that_is_a_link_out_is_not_written_into(place: Path) -> None:
    (place / "brief/a.txt").write_text("a file")
    write_brief(place / "brief", "[a](a.txt)", theme="own")
    (place / "out").mkdir()
    (place / "out/brief-files").symlink_to(place.parent / "secret")
    outcome = build(place, Purpose.WEB)
    assert "output.not-written" in codes(outcome)
    assert not (place.parent / "secret/a.txt").exists()
    assert not (place / "out/brief.html").exists()


@pytest.mark.skipif(os.name != "posix", reason="links as POSIX has them")
@pytest.mark.parametrize(("typed", "status"), [((), 2), (("-o", "build"), 0)])
def test_only_who_names_a_folder_writes_through_a_link(
    place: Path, typed: tuple[str, ...], status: int
) -> None:
    (place / "build").symlink_to(place.parent / "secret")
    command = [sys.executable, "-m", "issuebrief", "build", "--for", "web", "brief", *typed]
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == status, done.stderr
    assert (place.parent / "secret/brief.html").exists() == (status == 0)


ENTRY = {"fingerprint": "a", "checksum": "b", "pages": 1, "problems": [], "copies": []}
NOWHERE = dict.fromkeys(("file", "line", "column", "end_line", "end_column"))
TOLD: dict[str, object] = {
    "severity": "error",
    "code": "\x1b]0;x\x07",
    "message": "",
    "hint": "",
    "excerpt": "",
}


def cache(*lines: object) -> str:
    return build_cache.HEAD.decode() + "".join(f"{json.dumps(line)}\n" for line in lines)


def cached(**told: object) -> str:
    return cache(["brief.pdf", {**ENTRY, "problems": [{**TOLD, "spots": [], **NOWHERE, **told}]}])


CACHES = [
    "[" * 100_000,
    '{"form":' * 50_000,
    "1" * 10_000,
    "NaN",
    '"\\ud800"',
    cache([]),
    cache({"x": None}),
    cache(["x", None]),
    cache([5, ENTRY]),
    cache(["\0", ENTRY]),
    cache(["../../secret/secret.txt", ENTRY]),
    cache(["brief.pdf", {**ENTRY, "copies": [[5, 6]]}]),
    build_cache.HEAD.decode() + "[" * 100_000,
    cached(),
    cached(file="\0", line=1),
]


@pytest.mark.parametrize("text", CACHES, ids=range(len(CACHES)))
def test_a_list_of_what_was_built_may_hold_anything(place: Path, text: str) -> None:
    (place / "out").mkdir()
    (place / "out" / CACHE_FILE).write_text(text)
    for entry in build_cache.read(place / "out").values():
        assert not any(problem.code == TOLD["code"] for problem in entry.problems)
        assert not entry.is_up_to_date(place / "out/brief.pdf", "a")
    build_cache.write(place / "out", {})
    assert (place / "out" / CACHE_FILE).read_bytes().startswith(build_cache.HEAD)


# The settings of a house.
SETTINGS = {
    "nested lists": "a = " + "[" * 900,
    "nested lists on many lines": "a = " + "[\n" * 15_000,
    "nested tables": "a = " + "{a=" * 300,
    "a name of many parts": "a" + ".a" * 20_000 + " = 1",
    "names of many parts": "".join(f"a{n}{'.a' * 490} = 1\n" for n in range(31)),
    "many keys": "".join(f"key{n} = 1\n" for n in range(20_000)),
    "keys": "".join(f"key{n} = 1\n" for n in range(2_000)),
    "rules": "[preflight]\n" + "".join(f'"lines.x{n}" = "off"\n' for n in range(1_500)),
    "a long key": "a" * 1_000_000 + " = 1",
    "a long name of a rule": '[preflight]\n"' + "lines.loose" * 80 + '" = "off"',
    "a long number": "[preflight.limits]\nword-gap = 1" + "0" * 900,
    "a number of too many digits": "[preflight.limits]\nword-gap = [\n" + "1" * 990 + "]",
    "no number": "[preflight.limits]\nword-gap = nan",
    "a date": "[preflight.limits]\nword-gap = 1979-05-27T07:32:00Z",
    "a command": "[preview]\neditor = \"sh -c 'touch ran'\"",
}


@pytest.mark.parametrize("text", SETTINGS.values(), ids=SETTINGS)
def test_settings_of_any_kind_are_read_at_once(place: Path, text: str) -> None:
    (place / "issuebrief.toml").write_text(text)
    _, problems = read_configuration(place)
    assert len(problems) <= 20
    assert {problem.code.partition(".")[0] for problem in problems} <= {"configuration"}
    assert problems or "number" in text or "word-gap = 1" in text
    assert preferred_editor(place) in ("", "sh -c 'touch ran'")


# What is said on a terminal.
@pytest.mark.skipif(os.name != "posix", reason="names as POSIX has them")
def test_a_name_upsets_no_terminal(tmp_path: Path) -> None:
    write_brief(tmp_path / "content/a\x1b]0;x\x07\n::error::b", "![a](x.png)")
    write_brief(tmp_path / "content/c\x1b[31m", "Text.")
    for typed in (["build", "--for", "web", "-v"], ["check", "--for", "web"], ["build", "no\x1b[31m"]):
        command = [sys.executable, "-m", "issuebrief", *typed]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=300)
        assert done.returncode in (1, 2)
        said = done.stdout + done.stderr
        assert said and "\x1b" not in said and "\x07" not in said
        assert not any(line.startswith("::") for line in said.split("\n"))


# Briefs that a service sets from memory.
TEXT = "---\ntitle: A\ndate: 2024-01-01\nauthors: [{name: B}]\n---\nText.\n"
NAMES = [
    *("../x.png", "/tmp/x.png", "a\\b", "C:x", "", ".", "a/../../b", "x\0y", "x" * 5_000, "\ud800"),
    *("..", "a/..", "\\\\host\\x", "//host/x/..", "a" * 300 + "/b"),
]


@pytest.mark.parametrize("name", NAMES, ids=lambda name: ascii(name)[:20])
def test_a_file_in_memory_lies_beside_its_brief_or_nowhere(name: str) -> None:
    with pytest.raises(ValueError):
        api.build(TEXT, files={name: b"x"}, purposes="web")


@pytest.mark.parametrize("names", [("a", "a/b"), ("a/b", "a")])
def test_a_name_is_a_file_or_a_folder(names: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="no name of a file beside the others"):
        api.build(TEXT, files=dict.fromkeys(names, b"x"))


@pytest.mark.parametrize("name", ["../x", "/tmp/x", "a/b", "..", "a\\b", "a\0b"])
def test_a_deliverable_in_memory_has_a_name_and_no_path(name: str) -> None:
    with pytest.raises(ValueError, match="no name of a file"):
        api.build(TEXT, name=name, purposes="web")


def deep(levels: int) -> object:
    value: object = "a"
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    "value", [object(), print, deep(5_000), {1, 2}, 1j], ids=lambda value: type(value).__name__
)
def test_front_matter_in_memory_is_plain(value: object) -> None:
    try:
        result = api.build({"title": value}, body="Text.", purposes="web")
    except ValueError:
        return
    assert result.failed and not result.files


# Nothing is started.
TRACE = "strace -f -qq -e trace=execve -o trace".split()  # noqa: SIM905


@pytest.mark.skipif(sys.platform != "linux", reason="programs are traced on Linux")
def test_the_engine_is_loaded_without_another_program(tmp_path: Path) -> None:
    from shutil import which

    if which("strace") is None:
        pytest.skip("there is no tracer on this machine")
    load = "from issuebrief.engine.loading import load_engine; load_engine()"
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPYCACHEPREFIX": str(tmp_path)}
    subprocess.run(
        [*TRACE, sys.executable, "-c", load], cwd=tmp_path, env=environment, check=True, timeout=300
    )
    assert (tmp_path / "trace").read_text().count("execve(") == 1


def test_links_that_lead_back_to_themselves_are_told(place: Path) -> None:
    for link in ("styles/themes/loop.css", "brief/loop.png", "brief/loop.md", "publisher.yaml"):
        (place / link).symlink_to(place / link)
    (place / "styles/themes/own.css").write_text('@import "isdp.css"; @import "loop.css";\n')
    write_brief(place / "brief", "Text with [a link](loop.md).\n\n![A picture](loop.png)", theme="own")
    found = codes(build(place))
    assert {"style.import", "picture.unreadable"} <= found
    assert "internal.fault" not in found


def test_a_theme_that_is_a_link_back_to_itself_is_told_in_the_terminal(place: Path) -> None:
    sheet = place / "styles/themes/own.css"
    sheet.unlink()
    sheet.symlink_to(sheet)
    command = [sys.executable, "-m", "issuebrief", "build", "brief"]
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 1
    assert "style.unreadable" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_no_module_resolves_paths_in_a_way_that_fails_at_such_links() -> None:
    own = [path for path in (ROOT / "src").rglob("*.py") if path.name != "file_access.py"]
    resolved = re.compile(r"(?<!__file__\))\.resolve\(\)")
    assert [path.name for path in own if resolved.search(path.read_text("utf-8"))] == []
