"""What is asked for of a press file: by the command line, the front matter or the theme.

In:  the options of the command line, a manuscript, the name of what is asked for.
Out: the first `Wish` there is, with its place, where a problem with it is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import SourceRange
from issuebrief.frontmatter.read import locate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from issuebrief.job import Printing
    from issuebrief.manuscript import Manuscript


@dataclass(frozen=True)
class Wish:
    """What is asked for, where, and the folder that a file's name would be meant from."""

    value: str
    place: SourceRange | None = None
    excerpt: str = ""
    folder: Path | None = None


def wanted(printing: Printing, manuscript: Manuscript, what: str, default: str = "", token: str = "") -> Wish:
    """The first wish there is: of the command line, the front matter, the theme, the house.

    `what` is both the name of an option and that of a key below `press`.
    """
    found = _wishes(printing, manuscript, what, token)
    return next((wish for wish in found if wish.value), Wish(default))


def _wishes(printing: Printing, manuscript: Manuscript, what: str, token: str) -> Iterator[Wish]:
    source, theme = manuscript.source, manuscript.theme
    yield Wish(getattr(printing, what), folder=printing.folder)
    if manuscript.brief.press:
        place = locate(source, "press", what)
        value = str(getattr(manuscript.brief.press, what))
        yield Wish(value, place, source.excerpt(place), place.path.parent)
    if token:
        yield Wish(theme.tokens.get(token, "").strip("\"' "), SourceRange(theme.sheets[-1]))
