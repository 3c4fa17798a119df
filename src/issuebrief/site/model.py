"""The shapes of a site: its settings, its briefs, its pages.

In:  nothing; `read_briefs.py`, `addresses.py` and `publish.py` fill them.
Out: frozen values. Paths of a site are as a web server has them, from its first page, without a slash before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.l10n import Words
    from issuebrief.manuscript import Manuscript
    from issuebrief.site.words.site_words import SiteWords

Problems = tuple["Diagnostic", ...]


@dataclass(frozen=True)
class House:
    """Whose site it is: `blank` is a brief without words in the looks of the institute.

    `address` ends in a slash, and is empty if nobody has said it.
    """

    blank: Manuscript
    address: str
    title: str
    lang: str
    labels: Words
    words: SiteWords


@dataclass(frozen=True)
class SiteAddress:
    """Where a brief is on a site: its page, the file of that, the folder of its files, and their name.

    A page that is the first of a folder, `2023/moon/`, is in the file `2023/moon/index.html`. Both folders
    end in a slash.
    """

    page: str
    file: str
    folder: str
    stem: str

    @property
    def own_folder(self) -> str:
        """The folder of the page and of what only this edition has."""
        return self.file.rpartition("/")[0] + "/" if "/" in self.file else ""


@dataclass(frozen=True)
class PlacedBrief:
    """A brief that goes on the site: its file, its front matter as it was read, and where it is to be."""

    path: Path
    manuscript: Manuscript
    address: SiteAddress


class Download(Struct, frozen=True):
    """A file that readers may take away: its kind (`pdf`, `html`, `epub`), path, bytes, number of pages."""

    kind: str
    path: str
    size: int
    pages: int = 0


class CoverPicture(Struct, frozen=True):
    """A picture on a page: its path on the site, its size in pixels, its words and its credit."""

    path: str
    width: int
    height: int
    alt: str = ""
    credit: str = ""


class EarlierVersion(Struct, frozen=True):
    """An earlier version of a brief: its name, its day in words and in ISO 8601, its path, bytes."""

    name: str
    date: str
    iso: str
    path: str
    size: int
