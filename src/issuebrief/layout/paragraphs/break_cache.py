"""The ways to break a paragraph.

In:  a measured paragraph (`InlineRun`), and a `ParagraphSpec`: its measure and the costs that its style sets.
Out: its best `LineBreaks`, and the best with a line fewer or more. Paragraphs that say the same in the same
     faces at the same measure are broken once.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from issuebrief.layout.paragraphs.break_opportunities import opportunities
from issuebrief.layout.paragraphs.overlong_words import ANYWHERE
from issuebrief.linebreak.hyphens import BY_PATTERNS, OwnDivisions
from issuebrief.linebreak.model import NEAR
from issuebrief.linebreak.ragged import ragged, ragged_alternatives
from issuebrief.linebreak.total_fit import alternatives, compose

if TYPE_CHECKING:
    from issuebrief.layout.paragraphs.inline_items import InlineRun
    from issuebrief.layout.paragraphs.text_metrics import TextMetrics
    from issuebrief.linebreak.model import Break, Composition, LineBreakCosts
    from issuebrief.linebreak.spacing import Microtypography

MOST_KNOWN = 1000
"""So many paragraphs are remembered, those asked for last."""

LOOSE, VERY_LOOSE = 1.7, 2.7
"""Ratios of lines whose gaps are about twice the face's own, and three times and more."""
LOOSE_SHARE = 0.4
"""Where so many of the lines are loose, and one is very loose, a paragraph is better left ragged."""

SPARE = 50
"""So many more than a document has, once it is laid out: they are there for what is changed in it."""


class ParagraphSpec(NamedTuple):
    """All that the lines of a paragraph depend on, but for its text and faces; lengths in px.

    If it is not justified, `balanced` says that its last line counts like the others.
    """

    width: float
    indent: float
    justified: bool
    aligned: float
    fine: Microtypography
    costs: LineBreakCosts
    own: OwnDivisions = BY_PATTERNS
    balanced: bool = False


class LineEnd(NamedTuple):
    """The end of a line: the offset in the text, whether a hyphen is added, the line's ratio.

    `anywhere` says that a word is cut there for want of a better place, `short` that the line is left short
    of the measure.
    """

    offset: int
    hyphen: bool
    ratio: float
    anywhere: bool = False
    short: bool = False


class LineBreaks(NamedTuple):
    """One way to break a paragraph: the ends of its lines, and the price."""

    cuts: tuple[LineEnd, ...]
    demerits: float

    @property
    def loosest(self) -> float:
        """The ratio of the loosest line."""
        return max(cut.ratio for cut in self.cuts)

    @property
    def is_loose(self) -> bool:
        """Whether so many lines are stretched so far that the paragraph is better left ragged."""
        ratios = [cut.ratio for cut in self.cuts[:-1] if not cut.short]
        if not ratios or max(ratios) < VERY_LOOSE:
            return False
        loose = sum(ratio >= LOOSE for ratio in ratios)
        return loose > 1 and loose >= LOOSE_SHARE * len(ratios)


@dataclass(slots=True)
class _Known:
    """What was found out about a paragraph: its best way, None where it is too narrow, and the others."""

    best: LineBreaks | None
    others: dict[int, LineBreaks] | None = None


class BreakCache:
    """The ways to break paragraphs, found once for each text, look and task."""

    def __init__(self, metrics: TextMetrics) -> None:
        self.metrics = metrics
        self._known: OrderedDict[tuple[object, ...], _Known] = OrderedDict()
        self._most = MOST_KNOWN
        self._lately: tuple[InlineRun, list[Break], Composition] | None = None
        """The paragraph that was broken last, and its breaks: too many to keep for all."""

    def settle(self, paragraphs: int) -> None:
        """Take note that a document of so many was laid out whole: from here on, few are new to it."""
        self._most = min(MOST_KNOWN, paragraphs + SPARE)
        while len(self._known) > self._most:
            self._known.popitem(last=False)

    def best(self, run: InlineRun, spec: ParagraphSpec) -> LineBreaks | None:
        """The best way, or None where the measure is too narrow for what must stay whole."""
        return self._look_up(run, spec).best

    def others(self, run: InlineRun, spec: ParagraphSpec) -> dict[int, LineBreaks]:
        """The best way to break a paragraph, and those with a line fewer and more."""
        known = self._look_up(run, spec)
        if known.others is None:
            lately = self._lately
            breaks, best = lately[1:] if lately and lately[0] is run else (self._breaks(run, spec), None)
            if spec.justified:
                found = alternatives(breaks, spec.width, spec.costs, 1, _first(run, spec), best)
            else:
                start = _first(run, spec)
                balance = spec.balanced
                found = ragged_alternatives(breaks, spec.width, spec.costs, balance=balance, start=start)
            known.others = {
                lines: _way(run, spec, breaks, line_breaks) for lines, line_breaks in found.items()
            }
        return known.others

    def without(self, run: InlineRun, spec: ParagraphSpec, offsets: set[int]) -> dict[int, LineBreaks]:
        """The same, by number of lines, with no line that ends at any of the offsets."""
        breaks = [at for at in self._breaks(run, spec) if at.offset not in offsets]
        found = alternatives(breaks, spec.width, spec.costs, 1, _first(run, spec))
        return {lines: _way(run, spec, breaks, line_breaks) for lines, line_breaks in found.items()}

    def _breaks(self, run: InlineRun, spec: ParagraphSpec) -> list[Break]:
        """Where a paragraph may be broken."""
        begin, ragged = _first(run, spec)[0], not spec.justified
        return opportunities(self.metrics, run, spec.fine, spec.width, begin, spec.own, ragged=ragged)

    def _look_up(self, run: InlineRun, spec: ParagraphSpec) -> _Known:
        """What is known about a paragraph, which is composed where nothing is."""
        said = blake2b(run.text.encode() + run.places.tobytes(), digest_size=16).digest()
        key = (said, self._look(run), spec)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = _Known(self._broken(run, spec))
            if len(self._known) > self._most:
                self._known.popitem(last=False)
        else:
            self._known.move_to_end(key)
        return known

    def _look(self, run: InlineRun) -> tuple[object, ...]:
        """What the breaks depend on beside letters and their places."""
        styles = ((item.start, item.box.style) for item in run.items)
        looks = ((start, id(self.metrics.face(style)), style["hyphens"]) for start, style in styles)
        return (*looks, *run.opening.items(), "to", *run.closing.items())

    def _broken(self, run: InlineRun, spec: ParagraphSpec) -> LineBreaks | None:
        breaks, start = self._breaks(run, spec), _first(run, spec)
        if spec.justified:
            best = compose(breaks, spec.width, spec.costs, start)
        else:
            best = ragged(breaks, spec.width, spec.costs, balance=spec.balanced, start=start)
        self._lately = (run, breaks, best)
        return None if _is_overfull(breaks, best, spec.width, start[0]) else _way(run, spec, breaks, best)


def _first(run: InlineRun, spec: ParagraphSpec) -> tuple[float, float, float]:
    """The sums at the beginning of the first line, which is indented."""
    return (run.first - spec.indent, 0.0, 0.0)


def _way(run: InlineRun, spec: ParagraphSpec, breaks: list[Break], composition: Composition) -> LineBreaks:
    cuts = []
    begin = _first(run, spec)[0]
    for place, ratio in zip(composition.breaks, composition.ratios, strict=True):
        at = breaks[place]
        hyphen = at.hyphen and _is_inside_word(run.text[at.offset - 1])
        short = at.may_fall_short and ratio == 0.0 and begin + spec.width - at.width > NEAR * spec.width
        cuts.append(LineEnd(at.offset, hyphen, ratio, at.penalty == ANYWHERE, short))
        begin = at.next_width
    return LineBreaks(tuple(cuts), composition.demerits)


def _is_inside_word(before: str) -> bool:
    """Whether a hyphen is to be added behind this letter: it is no hyphen itself, and no dash."""
    return before.isalpha() or before == "\u00ad"


def _is_overfull(breaks: list[Break], line_breaks: Composition, width: float, begin: float) -> bool:
    """Whether a line is wider than the measure even when all in it has shrunk."""
    for place in line_breaks.breaks:
        at = breaks[place]
        if at.width - begin > width * 1.001 and min(line_breaks.ratios) < -1.01:
            return True
        if not any(line_breaks.ratios) and at.width - begin > width * 1.001:
            return True
        begin = at.next_width
    return False
