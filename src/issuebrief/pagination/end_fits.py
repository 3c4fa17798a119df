"""How what follows the text can be arranged, and what would come of it: numbers only.

In:  the `End` of a document as it was laid out, in lines.
Out: what a `Fit` costs, and what another one promises: notes before the boxes, boxes in other shapes, less
     white or more, pages a line longer or shorter.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from issuebrief.pagination.endings import EMPTY, FAULTY, PAGE, Ending, EndPiece, ending_of

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE = {"tight": 1.0, "tighter": 2.0, "loose": -2.0, "looser": -1.0}
"""The lines that the title gives way for each word, or takes more."""
STANDFIRST = {"tighter": 1.0, "looser": -4.0}
"""The same of the white around the standfirst."""
COVER = {"low-cover": 3.0}
"""The same of the cover. It takes no more, for the sake of the sidebar beside the text."""
WHITE = {"tight": -1.0, "loose": 1.0}
"""The lines that the white above boxes and notes takes more."""
BOXES = {"tight": -1.0, "tighter": -1.0, "loose": 1.0}
"""The same of that above boxes alone."""
LEAST_NOTES, LEAST_AUTHORS = 4.0, 7.0
"""Lines of the notes, or of the authors, that stand before a page break in them."""
CORRECTED = 1.5
"""The white below corrections, in lines."""
AROUND = 4.5
"""The lines of a box that are not its words: the label, and white."""
WIDER, NARROWER = 0.75, 1.5
"""How high the words of boxes become whose widths are two to one, and were equal."""
CHANGE = 0.4
"""What each way costs in which a fit is not as usual, in empty lines."""
UNUSUAL = {"tighter": 1.5, "looser": 3.0, "low-cover": 2.5}
"""What it costs that white is much less than usual, or so much more that the text takes another page, and
that a cover loses its edges."""
MOVED = 4.0
"""By so many lines a hole is too large at the most that is left by a heading with what it stays with."""
DIVIDED, UNEVEN = 0.5, 1.0
"""What it costs that a word goes on overleaf, or that columns differ by a line, in empty lines."""
PARTED = 15.0
"""What it costs that a sidebar block stands on another page than its passage, in empty lines."""


@dataclass(frozen=True)
class Fit:
    """How the end is arranged.

    That is its white, whether notes come first, whether boxes stand below each other (`stacked`) or that of
    the authors is twice as wide as the other (`unequal`), and by how many lines all pages are longer.
    """

    white: str = ""
    notes_first: bool = False
    boxes: str = ""
    longer: int = 0

    @property
    def cost(self) -> float:
        """What it costs not to be as usual."""
        changes = bool(self.white) + self.notes_first + bool(self.boxes) + self.longer**2
        return CHANGE * changes + self.lines(UNUSUAL)

    def lines(self, by_word: Mapping[str, float]) -> float:
        """The lines that the words for its white stand for together."""
        return sum(by_word.get(one, 0.0) for one in self.white.split())

    @property
    def has_usual_order(self) -> bool:
        """Whether the parts after the text stand in their usual order and shape."""
        return not self.notes_first and not self.boxes

    @property
    def in_usual_order(self) -> Fit:
        """The same with the parts after the text in their usual order and shape."""
        return replace(self, notes_first=False, boxes="")

    def is_like_before_end(self, other: Fit) -> bool:
        """Whether all before the end of the text is the same by another fit."""
        return (self.white, self.longer) == (other.white, other.longer)


@dataclass(frozen=True)
class End:
    """The end of a document in lines: where the text ends, the parts after it, what stays empty.

    The text fills so many `pages` before the one that it ends on, and pages can be `longer` by so many lines.
    `holes` are the empty lines at the foot of those pages that are more than should be.
    The box of the authors `divides` over pages where the boxes are stacked.
    So many `layouts` of the whole text are worth their time, besides the usual one.
    """

    page_lines: float
    used: float
    on_first: bool
    pages: int
    holes: float
    longer: tuple[int, ...]
    boxes: float
    authors: float
    publisher: float
    legal: float
    notes: float
    has_title: bool
    has_cover: bool
    has_standfirst: bool
    is_stacked: bool
    layouts: int
    divides: bool
    ending: Ending
    parted: int = 0
    """The sidebar blocks that are to stand on other pages than their passages."""
    divided: int = 0
    """The pages whose last word goes on overleaf."""
    uneven: float = 0.0
    """The lines by which the columns at the end of the text differ more than they should."""
    corrections: float = 0.0
    """The lines of the corrections, which stand above the boxes, as far from the text as these would."""
    statements: float = 0.0
    """The lines of what the house states between the boxes and the legal lines."""

    def reckoned(self, fit: Fit) -> Ending:
        """What would come of a fit, about."""
        page_lines = self.page_lines + fit.longer
        pages, used = self._end_of_text(fit)
        on_first = self.on_first and not pages
        return ending_of(used, page_lines, self._pieces(fit), on_first=on_first)

    def _end_of_text(self, fit: Fit) -> tuple[float, float]:
        """How many pages later the text would end by a fit, and after how many lines of its last page."""
        used = self.used - (0.0 if self._is_apart else self._saved(fit) + fit.longer * self.pages)
        if self.on_first and used < 0:
            return 0, used
        return divmod(used, self.page_lines + fit.longer)

    def _saved(self, fit: Fit) -> float:
        """The lines that the text gains on its first page."""
        saved = fit.lines(TITLE) * self.has_title + fit.lines(COVER) * self.has_cover
        return saved + fit.lines(STANDFIRST) * self.has_standfirst

    def _holes(self, fit: Fit) -> float:
        """The lines that would be empty on the pages before; none where those end elsewhere."""
        lines = self._saved(fit) + fit.longer
        if self._is_apart:
            return max(0.0, self.holes + lines)
        return 0.0 if lines or fit.longer else self.holes

    @property
    def _is_apart(self) -> bool:
        """Whether what follows the only page before stands on one of its own, and does not move."""
        # Where the first page has the title, the white around that has taken what a heading left.
        return self.pages == 1 and self.holes > (0.0 if self.has_title else MOVED)

    def _pieces(self, fit: Fit) -> list[EndPiece]:
        """What follows the text."""
        white = fit.lines(WHITE)
        margin = 3.0 + fit.lines(BOXES)
        boxes = self._boxes(fit.boxes, CORRECTED if self.corrections else margin)
        if self.corrections:
            boxes.insert(0, EndPiece(self.corrections, margin))
        # The legal lines stay with the box above them, or with the statements.
        below = 1.5 + white / 2
        if self.statements:
            end = [*boxes, EndPiece(self.statements + self.legal, below)]
        else:
            last = boxes.pop()
            end = [*boxes, last._replace(lines=last.lines + below + self.legal)]
        notes = (
            [EndPiece(self.notes, 2.0 + max(white, 2 * white), LEAST_NOTES, notes=True)] if self.notes else []
        )
        return [*notes, *end] if fit.notes_first else [*end, *notes]

    def _boxes(self, shape: str, margin: float) -> list[EndPiece]:
        """The boxes in a shape: one piece where they stand side by side."""
        least = LEAST_AUTHORS if self.divides else 0.0
        if self.is_stacked:
            return [EndPiece(self.authors, margin, least), EndPiece(self.publisher, 1.0)]
        if shape == "stacked":
            authors, publisher = (_resized(lines, 0.5) for lines in (self.authors, self.publisher))
            return [EndPiece(authors, margin, least), EndPiece(publisher, 1.0)]
        if shape == "unequal":
            heights = _resized(self.authors, WIDER), _resized(self.publisher, NARROWER)
            return [EndPiece(max(heights), margin)]
        return [EndPiece(self.boxes, margin)]

    @property
    def parts_fit(self) -> bool:
        """Whether each part that is not divided, as it stands now, fits on a page."""
        return max(self.boxes, self.publisher, self.statements, self.legal) <= self.page_lines

    @property
    def is_good(self) -> bool:
        """Whether nothing is to be better."""
        return self.ending.is_good and not self.holes

    def cost(self, fit: Fit) -> float:
        """What the fit costs that this is the end of."""
        return self.ending.cost(self.page_lines) + self._before(self.holes, self.pages) + fit.cost

    def promise(self, fit: Fit) -> float:
        """What another fit would cost, about."""
        before = self._before(self._holes(fit), self.pages + self._end_of_text(fit)[0])
        return self.reckoned(fit).cost(self.page_lines) + before + fit.cost

    def _before(self, holes: float, pages: float) -> float:
        """What pages before the end of the text cost.

        A text may run on from its first page: boxes that stand overleaf without it take that page, too.
        """
        empty = EMPTY * holes + FAULTY * (holes > 0) + PAGE * max(1, pages)
        return empty + PARTED * self.parted + DIVIDED * self.divided + UNEVEN * self.uneven

    def as_it_divides(self) -> End:
        """The same, its box of authors dividing only if that is how the usual end came about."""

        def error(end: End) -> float:
            return abs(end.reckoned(Fit()).cost(end.page_lines) - end.ending.cost(end.page_lines))

        return min(self, replace(self, divides=False), key=error)

    def seen(self, found: End) -> End:
        """The same document whose text ends where it does by a fit that was laid out."""
        return replace(
            self, page_lines=found.page_lines, used=found.used, on_first=found.on_first, pages=found.pages,
            holes=found.holes, parted=found.parted, divided=found.divided, uneven=found.uneven,
            has_title=False, has_cover=False, has_standfirst=False,
        )  # fmt: skip


def _resized(lines: float, share: float) -> float:
    """About how high a box becomes whose words take so large a share of the height that they took."""
    return AROUND + (lines - AROUND) * share
