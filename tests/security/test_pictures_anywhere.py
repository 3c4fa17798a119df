"""Pictures that would never be done are refused wherever they are named: in the front matter, in a theme."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import pytest
from setting import job, write_brief

from issuebrief.pipeline.build import set_brief
from issuebrief.pipeline.worker_pool import limited

if TYPE_CHECKING:
    from pathlib import Path

XLINK = "http://www.w3.org/1999/xlink"
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="{XLINK}" viewBox="0 0 9 9" width="9" height="9">'
DOUBLED = "".join(
    f'<g id="a{n + 1}"><use xlink:href="#a{n}"/><use xlink:href="#a{n}"/></g>' for n in range(24)
)
DRAWINGS = {
    "doubled": f'<defs><path id="a0" d="M0 0L9 9"/>{DOUBLED}</defs><use xlink:href="#a24"/>',
    "deep": "<g>" * 5_000 + "</g>" * 5_000,
    "matched": f"<style>{'path { fill: red }' * 2_000}</style>{'<path/>' * 2_000}",
}


def chunk(name: bytes, content: bytes) -> bytes:
    """A part of a PNG."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def enormous() -> bytes:
    """A small file of a picture of 900 million pixels, most of which are not there."""
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1_000_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


PICTURES = {
    **{f"{name}.svg": f"{SVG}{inside}</svg>".encode() for name, inside in DRAWINGS.items()},
    "enormous.png": enormous(),
}
FIELDS = {
    "abstract": 'abstract: "![Words](%s)"',
    "corrections": 'corrections: [{date: 2034-03-02, text: "![Words](%s)"}]',
    "contact": 'contact: "![Words](%s)"',
    "key points": 'key_points: ["![Words](%s)"]',
}
RULES = {
    "background": "body { background: url(%s) }",
    "content": "p::before { content: url(%s) }",
    "list": "ul { list-style-image: url(%s) }",
}


def codes(folder: Path, theme: str = "isdp") -> set[str]:
    """The codes of what is told of a brief that may take ten seconds."""
    outcome = limited(set_brief, job(folder / "brief/brief.md", folder), 10)
    assert outcome.failed, theme
    return {problem.code for problem in outcome.problems}


@pytest.mark.parametrize(
    ("field", "name"),
    [*(("abstract", name) for name in PICTURES), *((field, "doubled.svg") for field in list(FIELDS)[1:])],
)
def test_a_text_of_the_front_matter_shows_no_endless_picture(tmp_path: Path, field: str, name: str) -> None:
    path = write_brief(tmp_path / "brief", "Words.")
    path.write_text(path.read_text().replace("title:", f"{FIELDS[field] % name}\ntitle:", 1))
    (path.parent / name).write_bytes(PICTURES[name])
    assert "resources.not-loaded" in codes(tmp_path)


@pytest.mark.parametrize(
    ("rule", "name"),
    [*(("background", name) for name in PICTURES), *((rule, "doubled.svg") for rule in list(RULES)[1:])],
)
def test_a_theme_shows_no_endless_picture(tmp_path: Path, rule: str, name: str) -> None:
    own = tmp_path / "styles/themes"
    own.mkdir(parents=True)
    (own / name).write_bytes(PICTURES[name])
    (own / "own.css").write_text(f'@import "isdp.css";\n{RULES[rule] % name}\n', "utf-8")
    write_brief(tmp_path / "brief", "Words.\n\n- item", theme="own")
    assert "resources.not-loaded" in codes(tmp_path)
