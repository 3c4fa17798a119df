"""Pictures of a few pages, to be compared with those that are stored in pictures/.

The stored pages are grey, at 40 dots to the inch. They are compared after blurring, so that a
hair's difference between two versions of FreeType or PDFium does not count, and by two numbers:
the mean difference over the page, and the worst square of 8 by 8 dots, both in steps of grey
from 0 to 255. A line of text that moves by half a line is seen by the second.

Run `python tests/support/pictures.py` to draw them anew after a change that is meant; look at them first.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from pdf_facts import Facts
from PIL import Image, ImageChops, ImageFilter, ImageStat

from issuebrief.job import Job
from issuebrief.pipeline.build import set_brief
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = Path(__file__).parent / "pictures"
ROOT = FOLDER.parents[2]
SCALE = 40 / 72
MEAN, WORST = 0.4, 8.0
"""The greatest differences that are allowed, in steps of grey."""


class View(NamedTuple):
    """A page of a shipped brief; pages count from 0, from the last backwards if negative."""

    brief: str
    page: int

    @property
    def path(self) -> Path:
        """Where its picture is stored."""
        which = "last" if self.page < 0 else str(self.page + 1)
        return FOLDER / f"{self.brief}-{which}.png"


VIEWS = (
    View("return-to-the-moon", 0),
    View("return-to-the-moon", 1),
    View("return-to-the-moon", -1),
    View("reading-the-launch-calendar", 0),
)


class Difference(NamedTuple):
    """How far two pictures are apart, in steps of grey."""

    mean: float
    worst: float

    @property
    def small(self) -> bool:
        """Whether it is no more than two machines may differ by."""
        return self.mean <= MEAN and self.worst <= WORST


def picture(facts: Facts, page: int) -> Image.Image:
    """A page as it is stored."""
    drawn: Image.Image = facts.picture(page % len(facts), SCALE)
    return drawn


def difference(one: Image.Image, other: Image.Image) -> Difference:
    """How far two pictures of one size are apart; everything, where their sizes differ."""
    if one.size != other.size:
        return Difference(255, 255)
    soft = [image.filter(ImageFilter.BoxBlur(1)) for image in (one, other)]
    apart = ImageChops.difference(*soft)
    squares = apart.resize((max(1, apart.width // 8), max(1, apart.height // 8)), Image.Resampling.BOX)
    return Difference(ImageStat.Stat(apart).mean[0], float(squares.getextrema()[1]))  # type: ignore[arg-type]


def store(found: Mapping[str, Facts]) -> None:
    """Draw all views anew."""
    FOLDER.mkdir(exist_ok=True)
    for view in VIEWS:
        picture(found[view.brief], view.page).save(view.path, optimize=True)
        print(f"{view.path.relative_to(ROOT)}: {view.path.stat().st_size} bytes")


def main() -> None:
    """Set the briefs and store their pictures."""
    with TemporaryDirectory() as folder:
        found = {}
        for name in dict.fromkeys(view.brief for view in VIEWS):
            pdf = Path(folder) / f"{name}.pdf"
            outcome = set_brief(Job.for_screen(ROOT / "content" / name / "brief.md", pdf, search_path(ROOT)))
            assert outcome.written, outcome.problems
            found[name] = Facts(pdf)
        store(found)


if __name__ == "__main__":
    main()
