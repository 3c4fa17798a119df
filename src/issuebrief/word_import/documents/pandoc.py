"""Pandoc, which reads and writes Word files, in a process of its own.

In:  a file that has been looked at, and its format.
Out: what it says as Pandoc's tree, and the pictures in it; or `UnreadableDocument`.
     The process may read that file and write into a private folder, fetches nothing (`--sandbox`), and has
     bounds of memory and time. The program comes with the package pypandoc-binary, which nothing else needs.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from issuebrief.time_limit import ended_within
from issuebrief.word_import.documents.model import UnreadableDocument

if TYPE_CHECKING:
    from collections.abc import Sequence

SECONDS = 18
"""Seconds of work that it may take; a text of 500 pages takes three."""
MEMORY = "1500m"
"""How much memory its values may take, as its own runtime bounds it."""
MOST_OUTPUT = 200_000_000
"""Bytes of the largest tree."""
READERS = {
    ".docx": "docx+styles",
    ".odt": "odt",
    ".rtf": "rtf",
}
ERRORS = "errors.txt"
DIVIDE_IT = "divide it into several documents"
GET_IT = "install it: pip install 'issuebrief[word]'"


@dataclass(frozen=True)
class PandocTree:
    """What Pandoc read: its blocks and metadata, and pictures by the names that those give them."""

    blocks: list[Any]
    meta: dict[str, Any]
    pictures: dict[str, bytes]


def pandoc_program() -> Path | None:
    """Where the program is; None where the extra is not installed."""
    found = importlib.util.find_spec("pypandoc")
    if found is None or not found.origin:
        return None
    program = Path(found.origin).parent / "files" / ("pandoc.exe" if os.name == "nt" else "pandoc")
    return program if program.is_file() else None


def read_with_pandoc(content: bytes, suffix: str, *, cites: bool = False) -> PandocTree:
    """What a file says, citations of reference managers by their works if it `cites`.

    Raises `UnreadableDocument`.
    """
    program = pandoc_program()
    if program is None:
        raise UnreadableDocument("word.no-pandoc", "the reader of Word files is not installed", GET_IT)
    with tempfile.TemporaryDirectory(prefix="issuebrief-") as name:
        folder = Path(name)
        (folder / f"text{suffix}").write_bytes(content)
        reader = READERS[suffix] + ("+citations" if cites else "")
        options = ["--from", reader, "--to", "json", "--track-changes=accept"]
        options += ["--extract-media=pictures", "--output=text.json", f"text{suffix}"]
        status = _run(program, folder, options)
        output = folder / "text.json"
        if status or not output.is_file():
            hint = "open it in Word or LibreOffice, save it again, and try once more"
            raise UnreadableDocument("word.unreadable", _said(folder, status, "reader"), hint)
        if output.stat().st_size > MOST_OUTPUT:
            raise UnreadableDocument("word.too-large", "it is far too long", DIVIDE_IT)
        tree = json.loads(output.read_bytes())
        pictures = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted((folder / "pictures").rglob("*"))
            if path.is_file() and not path.is_symlink()
        }
        return PandocTree(tree["blocks"], tree["meta"], pictures)


def tex_of(formulas: Sequence[str]) -> list[str]:
    """Formulas in MathML as LaTeX; raises `UnreadableDocument`."""
    program = pandoc_program()
    if program is None:
        raise UnreadableDocument("word.no-pandoc", "the writer of Word files is not installed", GET_IT)
    with tempfile.TemporaryDirectory(prefix="issuebrief-") as name:
        folder = Path(name)
        (folder / "text.html").write_text("\n".join(f"<p>{formula}</p>" for formula in formulas), "utf-8")
        status = _run(program, folder, ["--from", "html", "--to", "json", "--output=text.json", "text.html"])
        output = folder / "text.json"
        blocks = json.loads(output.read_bytes())["blocks"] if not status and output.is_file() else []
    found = [block["c"][0] for block in blocks if block["c"]]
    if len(found) != len(formulas) or any(each["t"] != "Math" for each in found):
        raise UnreadableDocument("word.unreadable", "a formula cannot be written: it is not understood", "")
    return [each["c"][1] for each in found]


def write_with_pandoc(tree: bytes) -> bytes:
    """A `.docx` file of a tree in JSON, with its pictures in their addresses; raises `UnreadableDocument`."""
    program = pandoc_program()
    if program is None:
        raise UnreadableDocument("word.no-pandoc", "the writer of Word files is not installed", GET_IT)
    with tempfile.TemporaryDirectory(prefix="issuebrief-") as name:
        folder = Path(name)
        (folder / "text.json").write_bytes(tree)
        options = ["--from", "json", "--to", "docx", "--output=text.docx", "text.json"]
        status = _run(program, folder, options)
        output = folder / "text.docx"
        if status or not output.is_file():
            raise UnreadableDocument("word.unreadable", _said(folder, status, "writer"), "")
        return output.read_bytes()


def _said(folder: Path, status: int, what: str) -> str:
    reason = (folder / ERRORS).read_text("utf-8", "replace").strip().splitlines()
    return f"it cannot be {'read' if what == 'reader' else 'written'}: " + (
        reason[0] if reason else f"its {what} ended with {status}"
    )


def _run(program: Path, folder: Path, options: list[str]) -> int:
    """Let the program work in a folder; the status that it ended with."""
    command = [str(program), "--sandbox", *options, "+RTS", f"-M{MEMORY}", "-RTS"]
    environment = {key: os.environ[key] for key in ("SYSTEMROOT", "TMP", "TEMP") if key in os.environ}
    environment |= {"HOME": str(folder), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    try:
        with (folder / ERRORS).open("wb") as errors:
            nowhere = subprocess.DEVNULL
            process = subprocess.Popen(
                command, cwd=folder, env=environment, stdin=nowhere, stdout=nowhere, stderr=errors
            )
    except OSError as fault:
        raise UnreadableDocument(
            "word.no-pandoc", f"its reader cannot be started: {fault.strerror}", GET_IT
        ) from fault
    if (status := ended_within(process, SECONDS)) is not None:
        return status
    reason = f"it was not read after {SECONDS} seconds of work"
    raise UnreadableDocument("word.too-large", reason, DIVIDE_IT)
