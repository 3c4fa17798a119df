"""Language editions: the files of one brief in several languages, which lie in one folder.

In:  the path of a brief, such as `moon/brief.fr.md`.
Out: the language that its name gives, and the editions beside it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ORIGINAL = "brief.md"
"""The file of the edition that the others are translations of."""
EDITION = re.compile(r"brief\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.md")
MOST = 40
"""Editions of one brief that are looked at."""


def edition_tag(brief: Path) -> str:
    """The language tag in the name of a brief's file; empty where there is none."""
    found = EDITION.fullmatch(brief.name)
    return found[1] if found else ""


def editions_in(folder: Path) -> list[Path]:
    """The editions in a folder, the original first, the others by their names."""
    try:
        names = [path for path in folder.iterdir() if EDITION.fullmatch(path.name) and path.is_file()]
    except OSError:  # a folder that may not be read holds nothing that could be
        names = []
    original = folder / ORIGINAL
    return [*([original] if original.is_file() else []), *sorted(names)][:MOST]


def editions_with(brief: Path) -> list[Path]:
    """The editions of a brief, itself among them; none where it has no others."""
    if brief.name != ORIGINAL and not edition_tag(brief):
        return []
    found = editions_in(brief.parent)
    return found if len(found) > 1 and brief in found else []
