"""What a command opens beside the project, as the system itself sees it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from word_files import png

OPENED = re.compile(r"open(?:at2?)?\(.*= \d+<([^<>]+)>$")
"""With `-y`, strace tells the file that was opened, wherever its name was looked for."""
CONNECTED = re.compile(r"connect\(.*AF_INET")


def make_secret(folder: Path) -> Path:
    """A folder with a file of each kind that a brief may name."""
    folder.mkdir()
    (folder / "a.png").write_bytes(png())
    (folder / "a.css").write_text("body { color: red }")
    (folder / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="a"/></svg>'
    )
    (folder / "a.yaml").write_text("name: A secret house\n")
    (folder / "a.md").write_text("---\ntitle: A\ndate: 2024-01-01\nauthors: [{name: S}]\n---\n\nA secret.\n")
    (folder / "a.woff2").write_bytes(b"wOF2")
    (folder / "a.bib").write_text("@book{key, title = {A secret}, author = {S}, year = 2001}\n")
    return folder


def reached(workplace: Path, secret: Path, *arguments: str) -> list[str]:
    """The secrets that a command opens or changes, and the addresses that it connects with."""
    return _reached_by(workplace, secret, "-m", "issuebrief", *arguments)


def reached_by_script(workplace: Path, secret: Path, script: str) -> list[str]:
    """The same of some lines of Python."""
    return _reached_by(workplace, secret, "-c", script)


def _reached_by(workplace: Path, secret: Path, *arguments: str) -> list[str]:
    trace = workplace / "trace"
    before = _contents(secret)
    following = ["strace", "-f", "-y", "-qq", "-s", "4096", "-e", "trace=open,openat,openat2,connect"]
    full = [*following, "-o", str(trace), sys.executable, *arguments]
    subprocess.run(full, cwd=workplace, capture_output=True, timeout=120, check=False)
    lines = trace.read_text(errors="replace").splitlines()
    opened = [str(found[1]) for line in lines if (found := OPENED.search(line))]
    assert any(Path(path).is_relative_to(workplace) for path in opened), "nothing was traced"
    secrets = [path for path in opened if Path(path).is_relative_to(secret) and Path(path) != secret]
    changed = [f"changed: {name}" for name, _ in before.items() ^ _contents(secret).items()]
    return secrets + changed + [line for line in lines if CONNECTED.search(line)]


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}
