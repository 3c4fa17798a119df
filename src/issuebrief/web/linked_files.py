"""Files that lie beside a brief and are linked in it: copies of them lie beside its web page.

In:  a manuscript, the content of its page, the name of the page.
Out: links to the copies, and the copies that are to be written.

A copy keeps its name, so that a reader who saves it knows what it is. It lies in a folder that bears the
page's name, so that briefs that are delivered to one folder do not take each other's files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize
from urllib.parse import quote

from issuebrief.atomic_write import write_file
from issuebrief.diagnostics.model import Diagnostic, SourceRange, error, has_errors
from issuebrief.file_access import Outside, read, resolved
from issuebrief.job import COPIES
from issuebrief.markdown_body.addresses import linked_file, parted
from issuebrief.markdown_body.source.html_tree import Element, walk

if TYPE_CHECKING:
    from collections.abc import Callable

UNSAFE = re.compile(r"[^\w.()-]+")


@dataclass(frozen=True)
class LinkedCopy:
    """A file of a brief's folder to copy; `to` is named from the folder of the page."""

    file: Path
    to: str
    folder: Path


def folder_of(page: str) -> str:
    """The folder of the copies that belong to a page, beside it; `page` is its name without its ending."""
    return f"{page}{COPIES}"


def link_files(content: Element, folder: Path, page: str) -> tuple[LinkedCopy, ...]:
    """Make links of the words that led to files of the brief's folder; the copies that these need."""
    copies: dict[Path, str] = {}
    for node in walk(content):
        address = node.attributes.pop("data-file", None)
        if node.tag != "span" or not address:
            continue
        path, place = parted(address)
        if file := linked_file(folder, path):
            copies.setdefault(file, f"{folder_of(page)}/{_name(file, copies)}")
            node.tag = "a"
            node.attributes["href"] = quote(copies[file]) + place
    return tuple(LinkedCopy(file, to, folder) for file, to in copies.items())


def _name(file: Path, copies: dict[Path, str]) -> str:
    """A name that is safe in every file system and that no other copy has, whatever its case."""
    stem = UNSAFE.sub("-", normalize("NFC", file.stem)).strip("-.") or "file"
    ending = UNSAFE.sub("-", file.suffix)
    taken = {Path(name).name.casefold() for name in copies.values()}
    names = (f"{stem}{f'-{number}' if number > 1 else ''}{ending}" for number in range(1, len(copies) + 2))
    return next(name for name in names if name.casefold() not in taken)


def write_copies(
    copies: tuple[LinkedCopy, ...],
    beside: Path,
    take: Callable[[Path, bytes], tuple[Diagnostic, ...]] = write_file,
) -> tuple[Diagnostic, ...]:
    """Write the copies beside a page, each whole or not at all; `take` may have them instead of the disk."""
    problems: tuple[Diagnostic, ...] = ()
    for copy in copies:
        try:
            content = read(copy.file, (copy.folder,))
            resolved((beside / copy.to).parent, (beside,))
        except Outside as fault:
            message = f"{copy.to} cannot be written: its folder is a link that leads elsewhere"
            hint = "take the link away; the folder is made anew"
            place = SourceRange(Path(str(fault.filename)))
            return (
                *problems,
                error("output.not-written", message, place, hint),
            )
        except OSError as fault:
            message = f"{copy.file} cannot be read: {fault.strerror or fault}"
            hint = "allow the file to be read, or take out the link to it"
            return (*problems, error("output.not-written", message, SourceRange(copy.file), hint))
        problems += take(beside / copy.to, content)
        if has_errors(problems):
            break
    return problems
