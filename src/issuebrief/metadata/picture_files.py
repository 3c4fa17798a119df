"""The pictures of a brief, beside a file that only names them.

In:  a manuscript, and the name of the folder that the pictures are to lie in.
Out: `BesidePictures`: the address of each picture, and its bytes. One that cannot be had was told of when the
     brief was read.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from unicodedata import normalize
from urllib.parse import quote, unquote

from issuebrief.file_access import read
from issuebrief.markdown_body.source.html_tree import parse, walk

if TYPE_CHECKING:
    from issuebrief.manuscript import Manuscript

UNSAFE = re.compile(r"[^\w.()-]+")
REMOTE = ("http://", "https://")


@dataclass(frozen=True)
class BesidePictures:
    """Pictures: their addresses by the names that the brief has for them, their bytes by file."""

    addresses: dict[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)

    def address_of(self, name: str) -> str:
        """The address of a picture; empty for one that cannot be had."""
        return self.addresses.get(name, "")


def picture_files(manuscript: Manuscript, folder: str) -> BesidePictures:
    """The pictures in the text. Those on the network keep their addresses."""
    found = BesidePictures()
    taken: Counter[str] = Counter()
    source = manuscript.source
    for each in walk(parse(manuscript.body.html)):
        name = each.attributes.get("src") or ""
        if each.tag != "img" or not name or name in found.addresses:
            continue
        if name.startswith(REMOTE):
            found.addresses[name] = name
            continue
        try:
            content = source.pictures.get(name) or read(
                source.path.parent / unquote(name), (source.path.parent,)
            )
        except (OSError, ValueError):
            continue
        file = _free_name(name, taken)
        found.files[file] = content
        found.addresses[name] = f"{quote(folder)}/{quote(file)}"
    return found


def _free_name(name: str, taken: Counter[str]) -> str:
    """A name that is safe in every file system and that no other picture has, whatever its case."""
    path = PurePosixPath(normalize("NFC", unquote(name)))
    stem, ending = UNSAFE.sub("-", path.stem).strip("-.") or "picture", UNSAFE.sub("-", path.suffix)
    made = f"{stem}{ending}"
    while taken[made.casefold()]:
        taken[f"{stem}{ending}".casefold()] += 1
        made = f"{stem}-{taken[f'{stem}{ending}'.casefold()]}{ending}"
    taken[made.casefold()] += 1
    return made
