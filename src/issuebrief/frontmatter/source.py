"""Read a brief's file and part its front matter from its text.

In:  the path of a `brief.md`.
Out: a `Source`, which knows on which line of the file each part begins, and problems:
     a file that is missing, unreadable, too large, elsewhere, not UTF-8, or whose front matter never ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, Place, error, warning
from issuebrief.file_access import MOST_TEXT, NotRegular, Outside, TooLarge, megabytes, read

if TYPE_CHECKING:
    from pathlib import Path

FENCE = "---"
CLOSING_FENCES = (FENCE, "...")
BYTE_ORDER_MARK = "\ufeff"
LINES_SHOWN = 10
"""How many lines with control characters are reported before the rest are only counted."""

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
NO_CHARACTER = re.compile("&#(?:[0-9]{10,}|[xX][0-9a-fA-F]{10,});?")
"""A numeric reference with more digits than any character has."""

KEY = re.compile(r"[A-Za-z_][\w -]*:(\s|$)")
EXAMPLE = f"{FENCE}\ntitle: The title of the brief\ndate: 2023-10-16\nauthors:\n  - name: Jane Doe\n{FENCE}"


@dataclass(frozen=True)
class Source:
    r"""A brief as its author typed it, with newlines as `\n`.

    `front_matter` is the YAML between the fences and begins on line `front_matter_line`
    of the file; `body` is the Markdown after them and begins on line `body_line`.
    """

    path: Path
    text: str
    front_matter: str
    front_matter_line: int
    body: str
    body_line: int

    def line(self, number: int) -> str:
        """Line `number` of the file, counted from 1; empty where there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, without their ends."""
        return self.text.split("\n")

    def place(self, line: int, column: int = 0) -> Place:
        """A spot in this file, never beyond its line: a line that was mended to be read on may be longer."""
        return Place(self.path, line, min(column, len(self.line(line)) + 1))


def read_source(path: Path, data: bytes | None = None) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """The brief at `path`, in its two parts, and everything wrong with the file as a file.

    There is no source when the file cannot be read as text or has no whole front matter. The file is not
    looked at where its bytes are given.
    """
    text, problems = read_text(path, data)
    if text is None:
        return None, problems
    source, more = _part(path, text)
    return source, problems + more


def read_text(path: Path, data: bytes | None = None) -> tuple[str | None, tuple[Diagnostic, ...]]:
    r"""The text of a UTF-8 file: no byte order mark, every newline `\n`, no control character.

    Control characters are errors and are replaced by spaces, so that columns stay true and later stages can
    go on looking for more; so are references to characters that there are not, by U+FFFD.
    """
    data, problems = _bytes(path) if data is None else _of_bounded_size(path, data)
    if data is None:
        return None, problems
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as mistake:
        return None, (_not_utf_8(path, data, mistake.start),)
    text = text.removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")
    problems = (*_control_characters(path, text), *_no_characters(path, text))
    return NO_CHARACTER.sub("\ufffd", CONTROL.sub(" ", text)), problems


def _bytes(path: Path) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    here = Place(path)
    try:
        return read(path, (path.parent,), MOST_TEXT), ()
    except NotRegular as mistake:
        hint = "give the path of a Markdown file, such as brief.md" if path.is_dir() else ""
        what = "this is a folder, not a file" if path.is_dir() else f"this is no ordinary file: {mistake}"
        return None, (error("source.not-a-file", what, here, hint),)
    except Outside:
        message = f"{path.name} is a link that leads out of its folder"
        hint = "put the file itself there"
        return None, (error("source.outside", message, here, hint),)
    except TooLarge as mistake:
        return None, (_too_large(path, mistake.size),)
    except (FileNotFoundError, NotADirectoryError):
        hint = "put it back, or see whether the path is spelled right"
        return None, (error("source.missing", f"{path.name} is not there", here, hint),)
    except OSError as mistake:
        why = mistake.strerror or str(mistake)
        message = f"the file cannot be read: {why}"
        hint = "check that you are allowed to read it"
        return None, (error("source.unreadable", message, here, hint),)


def _of_bounded_size(path: Path, data: bytes) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    return (None, (_too_large(path, len(data)),)) if len(data) > MOST_TEXT else (data, ())


def _too_large(path: Path, size: int) -> Diagnostic:
    message = f"the file has {megabytes(size)}, of which at most {megabytes(MOST_TEXT)} are read"
    return error("source.too-large", message, Place(path), "is this a text file? Part it into several")


def _not_utf_8(path: Path, data: bytes, start: int) -> Diagnostic:
    """The problem of a file in another encoding, at its first byte that is not UTF-8."""
    code, hint = "source.not-utf-8", "save the file again with the encoding UTF-8"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return error(code, "the file is in UTF-16, not in UTF-8", Place(path, 1, 1), hint)
    if data.startswith(b"PK\x03\x04"):
        hint = "export the text from the word processor as Markdown or plain text in UTF-8"
        return error(code, "the file is a word processor's document, not text", Place(path, 1, 1), hint)
    before = re.split("\r\n|\r|\n", data[:start].decode("utf-8").removeprefix(BYTE_ORDER_MARK))
    rest = re.split(b"\r\n|\r|\n", data[start : start + 1000], maxsplit=1)[0]
    meant = data[start : start + 1].decode("windows-1252", "replace")
    odd = CONTROL.search(meant) or meant == "\ufffd"
    guess = "a sign that cannot be read" if odd else f"what is “{meant}” in Windows-1252"
    message = f"the file is not in UTF-8: here stands {guess} (byte 0x{data[start]:02X})"
    place = Place(path, len(before), len(before[-1]) + 1)
    return error(code, message, place, hint, before[-1] + rest.decode("utf-8", "replace"))


def _control_characters(path: Path, text: str) -> list[Diagnostic]:
    """One problem for each of the first lines that hold control characters."""
    if not CONTROL.search(text):
        return []
    lines = [
        (n, line, found) for n, line in enumerate(text.split("\n"), 1) if (found := CONTROL.search(line))
    ]
    problems = [
        error(
            "source.control-character",
            f"an invisible control character, U+{ord(found[0]):04X}",
            Place(path, number, found.start() + 1),
            "delete it; it often comes with text pasted from elsewhere",
            line,
        )
        for number, line, found in lines[:LINES_SHOWN]
    ]
    if (more := len(lines) - LINES_SHOWN) > 0:
        message = f"{more} more lines hold control characters: is this a text file?"
        problems.append(error("source.control-character", message, Place(path, lines[LINES_SHOWN][0])))
    return problems


def _no_characters(path: Path, text: str) -> list[Diagnostic]:
    """One problem for each of the first references to characters that there are not."""
    problems = []
    for found in islice(NO_CHARACTER.finditer(text), LINES_SHOWN):
        start = text.rfind("\n", 0, found.start()) + 1
        place = Place(path, text.count("\n", 0, start) + 1, found.start() - start + 1)
        message = f"{found[0]} stands for no character"
        hint = "write the character itself; the largest number is &#1114111;"
        line = text[start:].partition("\n")[0]
        problems.append(error("source.no-character", message, place, hint, line))
    return problems


def _part(path: Path, text: str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """Part front matter from body at the fences."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return None, (error("source.empty", "the file is empty", Place(path), f"begin it with:\n{EXAMPLE}"),)
    if lines[first].rstrip() != FENCE:
        return None, (_no_front_matter(path, lines, first),)
    for number in range(first + 1, len(lines)):
        if lines[number].rstrip() in CLOSING_FENCES:
            front, body = "\n".join(lines[first + 1 : number]), "\n".join(lines[number + 1 :])
            source = Source(path, text, front, first + 2, body, number + 2)
            return source, () if body.strip() else (_empty_body(source),)
    return None, (_unclosed(path, lines, first),)


def _no_front_matter(path: Path, lines: list[str], first: int) -> Diagnostic:
    line, place = lines[first], Place(path, first + 1, 1)
    message = "the file does not begin with front matter"
    hint = f"begin it with:\n{EXAMPLE}"
    if KEY.match(line) or set(line.strip()) <= {"-", "–", "—"}:
        hint = f"put a line of three hyphens, {FENCE}, before the first key and another after the last"
    return error("source.no-front-matter", message, place, hint, line)


def _unclosed(path: Path, lines: list[str], first: int) -> Diagnostic:
    """The problem of a missing closing fence, with a guess at where it belongs."""
    last = first
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if KEY.match(line) or (line.startswith((" ", "\t", "- ", "#")) and last == number - 1):
            last = number
        elif line.strip():
            break
    hint = f"put a line {FENCE} after the last key"
    if last > first:
        hint += f", which seems to end on line {last + 1}"
    message = f"the front matter opens here and is never closed by a line {FENCE}"
    return error("source.unclosed-front-matter", message, Place(path, first + 1, 1), hint, lines[first])


def _empty_body(source: Source) -> Diagnostic:
    """A warning, because the first page can well be looked at before the text is written."""
    line = source.body_line - 1
    hint = f"write the text of the brief below this line {FENCE}"
    message = "there is no text after the front matter"
    return warning("source.empty-body", message, source.place(line, 1), hint, source.line(line))
