"""Read a file of text.

In:  the path of a file in UTF-8, or its bytes.
Out: its text, and everything that is wrong with it as a file: missing, unreadable, too large, elsewhere, not
     UTF-8, or with control characters in it.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, SourceRange, error
from issuebrief.file_access import MOST_TEXT, NotRegular, Outside, TooLarge, megabytes, read

if TYPE_CHECKING:
    from pathlib import Path

BYTE_ORDER_MARK = "\ufeff"
LINES_SHOWN = 10
"""How many lines with control characters are reported before the rest are only counted."""

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
NO_CHARACTER = re.compile("&#(?:[0-9]{10,}|[xX][0-9a-fA-F]{10,});?")
"""A numeric reference with more digits than any character has."""


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
    here = SourceRange(path)
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
        hint = "put it back, or check the spelling of the path"
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
    return error("source.too-large", message, SourceRange(path), "is this a text file? Split it into several")


def _not_utf_8(path: Path, data: bytes, start: int) -> Diagnostic:
    """The problem of a file in another encoding, at its first byte that is not UTF-8."""
    code, hint = "source.not-utf-8", "save the file again with the encoding UTF-8"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return error(code, "the file is in UTF-16, not in UTF-8", SourceRange(path, 1, 1), hint)
    if data.startswith(b"PK\x03\x04"):
        hint = "export the text from the word processor as Markdown or plain text in UTF-8"
        return error(code, "the file is a word processor's document, not text", SourceRange(path, 1, 1), hint)
    before = re.split("\r\n|\r|\n", data[:start].decode("utf-8").removeprefix(BYTE_ORDER_MARK))
    rest = re.split(b"\r\n|\r|\n", data[start : start + 1000], maxsplit=1)[0]
    meant = data[start : start + 1].decode("windows-1252", "replace")
    odd = CONTROL.search(meant) or meant == "\ufffd"
    guess = "a sign that cannot be read" if odd else f"what is “{meant}” in Windows-1252"
    message = f"the file is not in UTF-8: byte 0x{data[start]:02X} is {guess}"
    place = SourceRange(path, len(before), len(before[-1]) + 1)
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
            SourceRange(path, number, found.start() + 1, number, found.end() + 1),
            "delete it; it often comes with text pasted from elsewhere",
            line,
        )
        for number, line, found in lines[:LINES_SHOWN]
    ]
    if (more := len(lines) - LINES_SHOWN) > 0:
        message = f"{more} more lines contain control characters: is this a text file?"
        problems.append(error("source.control-character", message, SourceRange(path, lines[LINES_SHOWN][0])))
    return problems


def _no_characters(path: Path, text: str) -> list[Diagnostic]:
    """One problem for each of the first references to characters that there are not."""
    problems = []
    for found in islice(NO_CHARACTER.finditer(text), LINES_SHOWN):
        start = text.rfind("\n", 0, found.start()) + 1
        number, column = text.count("\n", 0, start) + 1, found.start() - start + 1
        place = SourceRange(path, number, column, number, column + len(found[0]))
        message = f"{found[0]} is no character"
        hint = "write the character itself; the largest number is &#1114111;"
        line = text[start:].partition("\n")[0]
        problems.append(error("source.no-character", message, place, hint, line))
    return problems
