"""A page that is shown, and what is wrong with the pages of a revision once they are drawn.

In:  laid-out pages, and what was drawn of them.
Out: `Shown`, the key by which a page is known, and problems.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.preview.model import SetPage
from issuebrief.preview.source_map import Places, places
from issuebrief.units import PT_PER_PX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.engine.pages import Pages
    from issuebrief.engine.protocols import DrawnPage
    from issuebrief.manuscript import Manuscript
    from issuebrief.pdf.page_preview import PagePreview


@dataclass(frozen=True)
class Shown:
    """A page of the last revision, with what is known of it; there is no proof of one that is coming."""

    page: DrawnPage
    set_page: SetPage
    places: Places
    proof: PagePreview | None = None


def coming_page(page: DrawnPage, number: int) -> Shown:
    """A page that is not drawn yet."""
    set_page = SetPage("", page.width * PT_PER_PX, page.height * PT_PER_PX, str(number), coming=True)
    return Shown(page, set_page, places(page))


def key_of(content: bytes) -> str:
    """A page is known by its PDF, which is the same for pages that look the same."""
    return hashlib.blake2b(content, digest_size=12).hexdigest()


def drawing_problems(pages: Pages, manuscript: Manuscript, shown: Sequence[Shown]) -> tuple[Diagnostic, ...]:
    """What only drawing the pages brings to light, and links that lead nowhere."""
    from issuebrief.pdf.page_preview import dead_links

    of_pages = (problem for page in shown if page.proof for problem in page.proof.problems)
    return (*dict.fromkeys(of_pages), *dead_links(pages, manuscript.source))
