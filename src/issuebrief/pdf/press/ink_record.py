"""What is noted of inks while a document is drawn.

In:  pages that are being drawn: their transparencies, pictures and spot inks.
Out: an `InkRecord`: which pages mix colours, and which spot inks the document is printed in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pydyf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from issuebrief.engine.protocols import PdfDictionary
    from issuebrief.srgb import Rgb
    from issuebrief.theming.colours import Cmyk
    from issuebrief.theming.theme_spots import SpotTint

SPOT = "Spot"
"""What the names of the colour spaces of spot inks begin with."""


@dataclass(eq=False)
class PageInks:
    """What is noted of a page while it is drawn: whether anything is transparent, and its pictures.

    `dulled` are the colours of small text that is printed in other inks than they are;
    `pictures` are entries of WeasyPrint's list, each with its object in the file once that is finished.
    """

    transparent: bool = False
    pictures: list[Mapping[str, Any]] = field(default_factory=list)
    spots: list[SpotTint] = field(default_factory=list)
    dulled: set[Rgb] = field(default_factory=set)

    @property
    def blends(self) -> bool:
        """Whether colours of the finished page are mixed."""
        return self.transparent or any("SMask" in picture["x_object"].extra for picture in self.pictures)


@dataclass(eq=False)
class InkRecord:
    """What is noted of a document while it is drawn, page by page.

    `spots` are the spot inks that are used, each with its alternate, in the order in which they turn up;
    `mixed` are those that a gradient shows, which is printed in their alternates.
    """

    pages: list[PageInks] = field(default_factory=list)
    spots: dict[str, Cmyk] = field(default_factory=dict)
    mixed: set[str] = field(default_factory=set)

    def space(self, spot: SpotTint) -> str:
        """The name of a spot ink's colour space in the resources."""
        self.spots.setdefault(spot.name, spot.solid)
        return f"{SPOT}{list(self.spots).index(spot.name)}"

    def new_page(self) -> PageInks:
        """A record for the next page."""
        self.pages.append(PageInks())
        return self.pages[-1]


def set_blend_space(page: PdfDictionary) -> None:
    """Say of a page that what is transparent on it is mixed in inks (ISO 32000-1, 11.6.6)."""
    group = {"Type": "/Group", "S": "/Transparency", "CS": "/DeviceCMYK"}
    page["Group"] = pydyf.Dictionary(group)
