"""A check as a page: every problem, and the pages with the spots outlined.

In:  the briefs that were checked, with what was found and pictures of their pages.
Out: one HTML file that needs nothing beside it.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.diagnostics.codes import CODES
from issuebrief.diagnostics.model import Severity, SourceRange
from issuebrief.diagnostics.terminal import NAMES, Excerpt, excerpt_at, in_order, path_from, tally
from issuebrief.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.diagnostics.model import Diagnostic, PageRegion
    from issuebrief.job import Outcome, PagePicture

TEMPLATE = "page.html"
MARGIN = 3.0
"""How far outlines stand off what they are around, in px."""

LEAST = 10.0
"""The least size of an outline, in px, so that it can be seen and clicked."""


@dataclass(frozen=True)
class Checked:
    """A brief that was checked."""

    name: str
    outcome: Outcome


@dataclass(frozen=True)
class ReportEntry:
    """A problem as the page shows it; `number` counts over all briefs."""

    number: int
    problem: Diagnostic
    place: str

    @property
    def severity(self) -> str:
        """The severity as a word."""
        return NAMES[self.problem.severity]

    @property
    def title(self) -> str:
        """What the code stands for."""
        return CODES[self.problem.code].title if self.problem.code in CODES else ""

    @property
    def excerpt(self) -> Excerpt:
        """The offending line, cut to what stands around the place."""
        place = self.problem.place or SourceRange(Path())
        end = place.end_column if place.end_line == place.line else 0
        return excerpt_at(self.problem.excerpt, place.column, end)

    @property
    def pages(self) -> list[int]:
        """The pages that it shows on."""
        return list(dict.fromkeys(spot.page for spot in self.problem.spots))

    def outlines(self, page: int) -> list[Outline]:
        """What is outlined of it on a page."""
        return [_outline(spot) for spot in self.problem.spots if spot.page == page]


@dataclass(frozen=True)
class Outline:
    """A rectangle around a spot, in px."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class ReportPage:
    """A page: its number, its picture, and what shows on it."""

    number: int
    picture: PagePicture
    entries: tuple[ReportEntry, ...]

    @property
    def data(self) -> str:
        """The picture as a data URL."""
        return f"data:image/webp;base64,{b64encode(self.picture.content).decode()}"


@dataclass(frozen=True)
class BriefReport:
    """A brief's part of the page."""

    id: str
    name: str
    tally: str
    entries: tuple[ReportEntry, ...]
    sheets: tuple[ReportPage, ...]


def as_page(briefs: Sequence[Checked], root: Path) -> str:
    """The page, with paths as they are seen from a folder."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    parts = tuple(_parts(briefs, root))
    problems = [entry.problem for part in parts for entry in part.entries]
    return environment.get_template(TEMPLATE).render(
        parts=parts,
        tally=tally(problems) or "no problems",
        worst=max((problem.severity for problem in problems), default=Severity.INFO),
        version=__version__,
        css=(Path(__file__).parent / "page.css").read_text("utf-8"),
    )


def _parts(briefs: Sequence[Checked], root: Path) -> Iterator[BriefReport]:
    number = 0
    for index, brief in enumerate(briefs, 1):
        entries = []
        # The sort is stable: within a severity the order of the file remains.
        for problem in sorted(in_order(brief.outcome.problems), key=lambda each: -each.severity):
            number += 1
            entries.append(ReportEntry(number, problem, _shown(problem.place, root)))
        sheets = tuple(
            ReportPage(page, picture, tuple(entry for entry in entries if page in entry.pages))
            for page, picture in enumerate(brief.outcome.pictures, 1)
        )
        problems = [entry.problem for entry in entries]
        yield BriefReport(
            f"brief-{index}", brief.name, tally(problems) or "no problems", tuple(entries), sheets
        )


def _shown(place: SourceRange | None, root: Path) -> str:
    return str(replace(place, path=path_from(place.path, root))) if place else ""


def _outline(spot: PageRegion) -> Outline:
    width, height = max(spot.width, LEAST), max(spot.height, LEAST)
    x, y = spot.x - (width - spot.width) / 2, spot.y - (height - spot.height) / 2
    return Outline(
        round(x - MARGIN, 1),
        round(y - MARGIN, 1),
        round(width + 2 * MARGIN, 1),
        round(height + 2 * MARGIN, 1),
    )
