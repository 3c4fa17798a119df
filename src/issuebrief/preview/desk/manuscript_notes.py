"""The comments of a manuscript and what its import guessed, as a list to tick off.

In:  the files that `issuebrief import` wrote beside a brief; what an editor has ticked off.
Out: `ManuscriptNote` values; a file beside the brief that says which of them are done.

A note is known by its words, so that it stays ticked off when the manuscript is imported again.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.atomic_write import write_file
from issuebrief.file_access import read
from issuebrief.word_import.documents.import_record import RECORD, read_record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic

COMMENTS = "comments.md"
DONE = ".import-done.json"
"""The file with what is done. Its name begins with a point: a change of it is no change of the brief."""
MOST_BYTES = 4_000_000
MOST = 5_000
"""Notes that a list may have."""
KINDS = {
    "word.guess": "guess",
    "word.changed": "change",
    "word.left-out": "left out",
    "word.missing": "missing",
    "word.lost": "lost",
}
COMMENT = re.compile(
    r"^\d+\. (?:Paragraph (?P<paragraph>\d+)|No place in the text)(?: \((?P<who>[^)\n]*)\))?: (?P<words>.*)$"
)
ABOUT = re.compile(r"^ {4}> (?P<about>.*)$")
QUOTED = re.compile("“([^”]+?)(?: …)?”")


@dataclass(frozen=True)
class ManuscriptNote:
    """A comment (`kind` is `comment`), or something that the import told.

    `about` are words of the text that it is about, by which its place on the pages can be found.
    """

    id: str
    kind: str
    words: str
    about: str
    hint: str
    who: str
    paragraph: int
    done: bool


def manuscript_notes(folder: Path) -> tuple[str, tuple[ManuscriptNote, ...]]:
    """The name of the manuscript that a brief was made of, and its notes in the order of its paragraphs."""
    document, remarks = read_record(_content(folder / RECORD))
    raw = [
        (KINDS[each.code], each.message, _about(each.message), each.hint, "", each.paragraph)
        for each in remarks
        if each.code in KINDS
    ]
    raw += list(_comments(_content(folder / COMMENTS).decode("utf-8", "replace")))
    done = set(_done(folder))
    met: Counter[str] = Counter()
    notes = []
    for kind, words, about, hint, who, paragraph in sorted(raw[:MOST], key=lambda each: each[5]):
        plain = f"{kind}\n{words}\n{about}"
        met[plain] += 1
        name = hashlib.blake2b(f"{plain}\n{met[plain]}".encode(), digest_size=6).hexdigest()
        notes.append(ManuscriptNote(name, kind, words, about, hint, who, paragraph, name in done))
    return document, tuple(notes)


def tick(folder: Path, name: str, *, done: bool) -> tuple[Diagnostic, ...] | None:
    """Note that something is done, or is not; None where there is no such note. Problems say what failed."""
    if name not in {note.id for note in manuscript_notes(folder)[1]}:
        return None
    left = [each for each in _done(folder) if each != name]
    content = json.dumps({"done": sorted([*left, name] if done else left)}, indent=1) + "\n"
    return write_file(folder / DONE, content.encode())


def _comments(text: str) -> Iterator[tuple[str, str, str, str, str, int]]:
    """The comments of a list as `word_import/documents/comments.py` writes one."""
    found: re.Match[str] | None = None
    about: list[str] = []

    def finished() -> Iterator[tuple[str, str, str, str, str, int]]:
        if found:
            paragraph = int(found["paragraph"] or 0)
            yield "comment", found["words"], " ".join(about), "", found["who"] or "", paragraph

    for line in text.splitlines():
        if begins := COMMENT.match(line):
            yield from finished()
            found, about = begins, []
        elif quotes := ABOUT.match(line):
            about.append(quotes["about"])
    yield from finished()


def _about(message: str) -> str:
    """The words that a message quotes."""
    found = QUOTED.search(message)
    return found[1] if found else ""


def _done(folder: Path) -> list[str]:
    try:
        listing = json.loads(_content(folder / DONE) or b"{}")
        return [str(each) for each in listing.get("done", ())]
    except (ValueError, AttributeError, TypeError, RecursionError):
        return []


def _content(path: Path) -> bytes:
    """The bytes of a file; none where it is not there or leads out of the brief's folder."""
    try:
        return read(path, (path.parent,), MOST_BYTES)
    except OSError:
        return b""
