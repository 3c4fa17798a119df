"""Where templates, styles and the pages that the program shows are looked for.

In:  the folder a user works in.
Out: a `SearchPath`: the folders to search for templates and for styles, the user's own first,
     then the shipped ones, which lie in the package when it was installed from a wheel and
     at the repository's root when it is worked on in place.
"""

from __future__ import annotations

import os.path
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class SearchPath:
    """Folders in order of precedence; `refused` are the user's own that are links out of the workplace.

    `workplace` is the folder a user works in, if there is one: no file of an institute is looked for above.
    """

    templates: tuple[Path, ...]
    styles: tuple[Path, ...]
    refused: tuple[Path, ...] = ()
    workplace: Path | None = None

    def style(self, name: str) -> Path | None:
        """The first entry of that name (`themes/isdp.css`) in the folders of styles that is no folder.

        It may turn out to be no file that is read: that is told, and no other is taken in its stead.
        """
        if "\0" in name:
            return None
        paths = (folder / name for folder in self.styles)
        return next((path for path in paths if os.path.lexists(path) and not path.is_dir()), None)


def shipped(kind: str) -> Path:
    """The folder of shipped `templates` or `styles`.

    In an editable install the copies that the wheel carries would go stale, so the
    repository's own folder is taken where there is one.
    """
    installed = PACKAGE / kind
    if installed.is_dir():
        return installed
    return PACKAGE.parent.parent / kind


def shipped_page(name: str) -> Path:
    """A page of the documentation that the program shows: in the package, or in the repository's `docs/`."""
    installed = PACKAGE / name
    return installed if installed.is_file() else PACKAGE.parent.parent / "docs" / name


def search_path(workplace: Path) -> SearchPath:
    """The folders to search for somebody who works in `workplace`."""
    refused: list[Path] = []

    def search(kind: str) -> tuple[Path, ...]:
        own, ours = workplace / kind, shipped(kind)
        if not own.is_dir() or os.path.realpath(own) == os.path.realpath(ours):
            return (ours,)
        if not Path(os.path.realpath(own)).is_relative_to(os.path.realpath(workplace)):
            refused.append(own)
            return (ours,)
        return (own, ours)

    return SearchPath(search("templates"), search("styles"), tuple(refused), workplace)
