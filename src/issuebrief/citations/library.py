"""The works that a brief may cite: those of its own files, then those of its institute's.

In:  what the front matter and `publisher.yaml` name, and the folders that they lie in.
Out: a `Library`, and what is wrong with its files. Each is read through the gate, and nothing is fetched.
"""

from __future__ import annotations

import os.path
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from issuebrief.citations.files.bibtex_file import read_bibtex
from issuebrief.citations.files.csl_data import read_json
from issuebrief.citations.files.csl_yaml import read_csl_yaml
from issuebrief.citations.files.ris import read_ris
from issuebrief.diagnostics.model import Diagnostic, SourceRange, error, warning
from issuebrief.file_access import MOST_TEXT, Outside, TooLarge, megabytes, read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from issuebrief.citations.files.entries import ReferenceEntry, ReferenceFile

READERS: dict[str, Callable[[Path, str], ReferenceFile]] = {
    ".bib": read_bibtex,
    ".bibtex": read_bibtex,
    ".biblatex": read_bibtex,
    ".json": read_json,
    ".yaml": read_csl_yaml,
    ".yml": read_csl_yaml,
    ".ris": read_ris,
}
FORMATS = "BibTeX (.bib), CSL JSON (.json), CSL YAML (.yaml) or RIS (.ris)"


@dataclass(frozen=True)
class NamedFile:
    """A file of references as it is named: from which folder, and where that is said."""

    folder: Path
    name: str
    place: SourceRange
    excerpt: str = ""
    is_shared: bool = False


@dataclass
class Library:
    """The entries of all files, by key; `own` are those that lie beside the brief."""

    entries: dict[str, ReferenceEntry] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)
    files: list[Path] = field(default_factory=list)


def read_library(files: Sequence[NamedFile]) -> tuple[Library, list[Diagnostic]]:
    """All works of some files; of two with one key that of the first file counts."""
    library = Library()
    problems: list[Diagnostic] = []
    for named in files:
        file, found = _read(named)
        problems += found
        if file is None:
            continue
        library.files.append(file.path)
        for key, entry in file.entries.items():
            library.entries.setdefault(key, entry)
            if not named.is_shared:
                library.own.add(key)
    return library, problems


def _read(named: NamedFile) -> tuple[ReferenceFile | None, list[Diagnostic]]:
    path = named.folder / named.name
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        message = f"“{named.name}” is no file of references that is known here"
        return None, [_refused(named, message, f"export it as {FORMATS}")]
    try:
        data = read(path, (named.folder,), MOST_TEXT)
    except Outside:
        message = f"“{named.name}” is outside the folder of the brief"
        if named.is_shared:
            message = f"“{named.name}” is outside the folder of {named.place.path.name}"
        hint = "put the file itself there, or name a shared library in publisher.yaml"
        return None, [_refused(named, message, hint)]
    except TooLarge as fault:
        message = (
            f"“{named.name}” has {megabytes(fault.size)}, of which at most {megabytes(MOST_TEXT)} are read"
        )
        return None, [_refused(named, message, "export only the works that are needed")]
    except (FileNotFoundError, NotADirectoryError):
        message = f"the file of references “{named.name}” is not there"
        return None, [_refused(named, message, _other_files(named))]
    except OSError as fault:
        message = f"the file of references “{named.name}” cannot be read: {fault.strerror or fault}"
        return None, [_refused(named, message, "check that it is an ordinary file that you may read")]
    text, problems = _decoded(path, data)
    file = _parsed(reader, path, text)
    problems += file.problems
    if file.untold:
        message = f"{file.untold} more entries of “{named.name}” have such problems"
        problems.append(warning("citations.unreadable-entry", message, SourceRange(path, 1), "mend the file"))
    return file, problems


@lru_cache(maxsize=4)
def _parsed(reader: Callable[[Path, str], ReferenceFile], path: Path, text: str) -> ReferenceFile:
    """The file; preview asks for the same again at each save of the brief."""
    return reader(path, text)


def _refused(named: NamedFile, message: str, hint: str) -> Diagnostic:
    return error("citations.unreadable-file", message, named.place, hint, named.excerpt)


def _other_files(named: NamedFile) -> str:
    """A hint that names the files of references that are there."""
    try:
        there = sorted(
            path.name for path in named.folder.iterdir() if path.suffix.lower() in (".bib", ".ris")
        )
    except OSError:
        there = []
    return (
        f"the folder has {', '.join(there[:5])}" if there else "put it into the folder, or correct the name"
    )


def _decoded(path: Path, data: bytes) -> tuple[str, list[Diagnostic]]:
    """The text of a file; one in an older encoding is read as Windows-1252, and told of."""
    problems: list[Diagnostic] = []
    try:
        encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
        text = data.decode(encoding)
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        text = data.decode("cp1252", "replace")
        message = f"{path.name} is not in UTF-8, and is read as Windows-1252"
        hint = "save or export the file again with the encoding UTF-8"
        problems.append(warning("citations.unreadable-entry", message, SourceRange(path, line), hint))
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", " "), problems


def default_file(folder: Path) -> str:
    """The file of references that lies beside a brief without being named; empty where there is none."""
    for suffix in (".bib", ".json", ".yaml", ".ris"):
        if os.path.lexists(folder / f"references{suffix}"):
            return f"references{suffix}"
    return ""
