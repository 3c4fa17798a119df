"""Where the institute's file, `publisher.yaml`, is looked for, and which files it names.

In:  a brief's folder, its language, and the folder a user works in.
Out: folders, the nearest first; names of files. The file is not parsed, and nothing that takes time is
     loaded: a run that has nothing to do asks too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.file_access import MOST_TEXT, read, real_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

PUBLISHER = "publisher.yaml"
BRANDS = ("_brand.yml", "_brand.yaml")
"""The institute's looks as Quarto and other programs share them."""
EDITION = re.compile(r"publisher(?:\.[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.yaml")
"""What of the institute is otherwise in one language: `publisher.sv.yaml`."""
BETWEEN = re.compile(rb"""[\n"':,{}\[\]]""")
ENDING = re.compile(rb"\.(?:svg|png|jpe?g|gif|webp|ic[cm]|bib|ris|json|csl)(?![\w.])", re.IGNORECASE)
"""What parts the words of an institute's file, and how those end that may be names of files."""
MOST_NAMED = 50
"""So many of these files are looked at to see whether something has changed."""


def folders_above(folder: Path, workplace: Path | None = None) -> tuple[Path, ...]:
    """The folders in which the file is looked for, the nearest first: a brief's own, then those above.

    They end with the folder a user works in. The one above a brief's own counts wherever it is: that is
    where folders of briefs lie beside each other.
    """
    own = real_path(folder)
    found = [folder, own.parent]
    top = real_path(workplace) if workplace else own
    if own.is_relative_to(top):
        found += [each for each in own.parents[1:] if each.is_relative_to(top)]
    return tuple(dict.fromkeys(found))


def names_for(lang: str) -> tuple[str, ...]:
    """What the institute's file for a language may be called, the most exact first."""
    parts = lang.split("-") if lang else []
    return tuple(f"publisher.{'-'.join(parts[:count])}.yaml" for count in range(len(parts), 0, -1))


def shared_files(folders: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """The nearest files of an institute in the folders above a brief's own, and what these may name.

    Each is a folder, and a path from there.
    """
    for names in ((PUBLISHER,), BRANDS):
        yield from next(filter(None, (_named(each, name) for each in folders for name in names)), ())
    for each in folders:
        for name in _editions(each):
            yield from _named(each, name)


def _editions(folder: Path) -> list[str]:
    """The institute's files for single languages that lie in a folder."""
    try:
        return sorted(path.name for path in folder.iterdir() if EDITION.fullmatch(path.name))
    except OSError:
        return []


def _named(folder: Path, file: str) -> list[tuple[Path, str]]:
    """A file of an institute with what it may name; nothing where there is none."""
    try:
        text = read(folder / file, (folder,), MOST_TEXT)
    except FileNotFoundError:
        return []
    except OSError:
        text = b""
    found = ((part, ENDING.search(part)) for part in BETWEEN.split(text))
    names = {part[: end.end()].decode("utf-8", "replace").strip() for part, end in found if end}
    named = sorted(name for name in names if "\0" not in name)
    return [(folder, name) for name in (file, *named[:MOST_NAMED])]
