"""What the layout is asked for, and what it answers.

In:  HTML, style sheets, and what may be read: a `LayoutInput`.
Out: `Pages`, laid out and ready to be drawn; `NeedsFullLayout` where nothing that was kept can be used.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from issuebrief.numbering_systems import EUROPEAN

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from issuebrief.engine.protocols import LaidOutDocument
    from issuebrief.theming.font_faces import FontFace


@dataclass(frozen=True)
class LayoutInput:
    """What to lay out: the HTML, the file that problems are told of, and what may be read.

    `files` are single files that may be read as well, by their paths without links.
    `faces` are faces beside those that the style sheets declare.
    `tokens` are design tokens that count instead of those of the style sheets. `hyphenation` are words with
    hyphens where they may be divided; of two that are the same word, the last counts. `drafts` are what
    style sheets say in place of their files; `drawings` are pictures that lie in no file. `digits` is the
    numbering system of pages and lists. `arranges_end` says whether what follows the text is arranged so that
    pages are full; it is left as it comes where more pages follow that are no part of the brief.
    """

    html: str
    source: Path
    styles: tuple[Path, ...]
    folders: tuple[Path, ...]
    tokens: Mapping[str, str] = field(default_factory=dict)
    allow_network: bool = False
    hyphenation: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()
    faces: tuple[FontFace, ...] = ()
    drafts: Mapping[Path, str] = field(default_factory=dict)
    digits: str = EUROPEAN
    arranges_end: bool = True
    drawings: Mapping[Path, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Pages:
    """Laid-out pages, ready to be drawn; keep it for as long as its fonts are needed."""

    document: LaidOutDocument

    def __len__(self) -> int:
        return len(self.document.pages)

    def to_draw(self) -> Pages:
        """The same pages with nothing drawn yet.

        Drawing subsets the fonts of a document and notes the colour profiles that it met, so every
        deliverable is drawn from a document of its own.
        """
        document = self.document.copy()
        document.color_profiles = dict(self.document.color_profiles)
        return Pages(document)


class NeedsFullLayout(Exception):
    """So much has changed that nothing of the earlier revision is of use."""
