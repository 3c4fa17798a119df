"""Which style sheets ship with the program.

In:  the file of a style sheet.
Out: whether it is one of the program's own. In a working copy of the project a house's themes lie in the same
     folder, `styles/`, so the folder alone does not tell; the shipped sheets are named here.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from issuebrief.file_access import real_path
from issuebrief.resources import shipped

if TYPE_CHECKING:
    from pathlib import Path

NAMES = frozenset(
    {
        *("tokens.css", "fonts.css", "page.css", "numbers.css", "elements.css", "front.css", "text.css"),
        *("sidebar.css", "end.css", "notes.css", "facing.css", "no-sidebar.css", "upright.css"),
        *("publication.css", "formulas.css", "east-asian.css", "right-to-left.css", "compare.css"),
        *("themes/isdp.css", "themes/policy-note.css", "themes/report.css"),
        *("web/tokens.css", "web/page.css", "web/elements.css", "web/front.css", "web/text.css"),
        *("web/margin.css", "web/end.css", "web/notes.css", "web/print.css", "web/themes/policy-note.css"),
        *(
            "web/publication.css",
            "web/formulas.css",
            "web/charts.css",
            "epub/book.css",
            "web/upright.css",
            "web/right-to-left.css",
            "web/compare.css",
            "web/publishing.css",
        ),
        *(
            "site/tokens.css",
            "site/page.css",
            "site/lists.css",
            "site/brief.css",
            "site/card.css",
            "site/print.css",
        ),
    }
)
"""The shipped sheets, by their paths below `styles/`."""


def is_shipped(sheet: Path) -> bool:
    """Whether a style sheet is one of the program's own, which the tests look at and no build does."""
    file, folder = real_path(sheet), _folder()
    return file.is_relative_to(folder) and file.relative_to(folder).as_posix() in NAMES


@cache
def _folder() -> Path:
    """The program's own folder of styles, which stays where it is for as long as the program runs."""
    return real_path(shipped("styles"))
