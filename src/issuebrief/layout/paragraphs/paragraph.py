"""A paragraph at one width: the ways to break it, the one that was chosen, and its lines.

In:  its line box as WeasyPrint has it before it is broken, its letters measured, and the best way to break
     it.
Out: a `Paragraph`, which gives its lines as boxes, and can be broken into more or fewer.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from issuebrief.layout.paragraphs.ideographs import ideographs_apart
from issuebrief.layout.paragraphs.inline_items import InlineRun
from issuebrief.layout.paragraphs.line_builder import make_line
from issuebrief.layout.paragraphs.line_spec import LineSpec, slack
from issuebrief.linebreak.even_colour import Slack, letter_shares
from issuebrief.linebreak.spacing import IDEOGRAPH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.engine.protocols import LayoutBox, SkipStack
    from issuebrief.layout.paragraphs.break_cache import LineBreaks, LineEnd, ParagraphSpec
    from issuebrief.layout.paragraphs.composer import Composer

MOST_TRIES = 4
"""How many ways are tried to end a column without a hyphen."""
DEAREST = 20_000_000.0
"""Demerits that another length may cost beyond the best: less than a ladder or a runt."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph at one width, and where its lines end."""

    composer: Composer
    linebox: LayoutBox
    run: InlineRun
    spec: ParagraphSpec
    line_breaks: LineBreaks
    named: list[SkipStack] = field(default_factory=list)
    asked: int = 0
    """How often the composer was asked for it."""
    _lines: list[LineSpec] = field(default_factory=list)

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return len(self.line_breaks.cuts)

    def alternatives(self, loosest: float) -> dict[int, LineBreaks]:
        """By number of lines, the way chosen and those whose lines are none too loose."""
        others = self.composer.break_cache.others(self.run, self.spec)
        good = {
            lines: line_breaks
            for lines, line_breaks in others.items()
            if self._is_as_good(line_breaks, loosest)
        }
        return good | {self.lines: self.line_breaks}

    def take(self, line_breaks: LineBreaks) -> None:
        """Break it this way from now on."""
        self._break(line_breaks)
        self.composer.note(self)

    def begin_again(self) -> None:
        """Break it the best way, as if nothing had been decided about it."""
        best = self.composer.break_cache.best(self.run, self.spec)
        assert best is not None, "it has been composed"
        self._break(best)
        self.composer.forget(self)

    def set_aside(self) -> None:
        """Forget the letters; they are measured again when they are asked for again."""
        self.run = InlineRun()
        self.named.clear()

    def _break(self, line_breaks: LineBreaks) -> None:
        self.line_breaks = line_breaks
        self.named.clear()
        self._lines.clear()

    def avoid_hyphen(self, line: int, loosest: float) -> None:
        """Break differently where a line that ends a column ends in a hyphen, if that costs little."""
        if not self.spec.justified or line >= self.lines - 1:
            return
        if not _ends_in_hyphen(self.run.text, self.line_breaks.cuts[line]):
            return
        line_breaks, avoided = self.line_breaks, set[int]()
        for _ in range(MOST_TRIES):
            cut = line_breaks.cuts[line]
            if not _ends_in_hyphen(self.run.text, cut):
                self.take(line_breaks)
                return
            avoided.add(cut.offset)
            found = self.composer.break_cache.without(self.run, self.spec, avoided).get(self.lines)
            if found is None or not self._is_as_good(found, loosest):
                return
            line_breaks = found

    def _is_as_good(self, line_breaks: LineBreaks, loosest: float) -> bool:
        """Whether another way has no fault that the chosen one has not, nor lines that are looser still."""
        chosen = self.line_breaks
        return (
            line_breaks.loosest <= max(loosest, chosen.loosest)
            and line_breaks.demerits <= chosen.demerits + DEAREST
        )

    def resumes(self) -> list[SkipStack]:
        """WeasyPrint's names for where the line after each line begins; None after the last."""
        if not self.named:
            self.named = [*(skip_stack(self.run, cut.offset) for cut in self.line_breaks.cuts[:-1]), None]
        return self.named

    def line(self, number: int) -> LayoutBox:
        """A new line box with the given line; all lines of a paragraph begin at the origin."""
        if not self._lines:
            self._lines = self._spaced()
        line, spec = self._lines[number], self.spec
        made = make_line(self.composer.metrics, self.linebox, self.run, line)
        if spec.aligned:
            dx = spec.aligned * (spec.width - made.width)
            made.translate(dx=-dx if self.run.levels and self.run.levels.base else dx)
        return made

    def _spaced(self) -> list[LineSpec]:
        """All lines, with what their letters are to give."""
        lines = [self._plain(number) for number in range(self.lines)]
        if not self.spec.justified:
            return lines
        slacks = [slack(self.composer.metrics, self.run, line) for line in lines]
        if self.run.levels is None and IDEOGRAPH.search(self.run.text):
            return self._of_ideographs(lines, slacks)
        shares = letter_shares(slacks, self.spec.fine)
        return [replace(line, share=share) for line, share in zip(lines, shares, strict=True)]

    def _of_ideographs(self, lines: Sequence[LineSpec], slacks: Sequence[Slack]) -> list[LineSpec]:
        """Lines of Chinese or Japanese; in those of another script among them, letters and spaces give."""
        aparts = [
            ideographs_apart(self.run, line, given.excess) if line.justify else 0.0
            for line, given in zip(lines, slacks, strict=True)
        ]
        left = [Slack(0.0, 0.0, 0.0) if apart else given for given, apart in zip(slacks, aparts, strict=True)]
        shares = letter_shares(left, self.spec.fine)
        return [
            replace(line, share=share, apart=apart)
            for line, share, apart in zip(lines, shares, aparts, strict=True)
        ]

    def _plain(self, number: int) -> LineSpec:
        cuts, spec = self.line_breaks.cuts, self.spec
        cut, last = cuts[number], number == len(cuts) - 1
        return LineSpec(
            start=cuts[number - 1].offset if number else self.run.lead,
            end=cut.offset,
            hyphen=cut.hyphen,
            indent=spec.indent if number == 0 else 0.0,
            width=spec.width,
            justify=spec.justified and not cut.short and (not last or cut.ratio < 0),
            fine=spec.fine,
            first=number == 0,
            last=last,
        )


def skip_stack(run: InlineRun, offset: int) -> dict[int, SkipStack]:
    """WeasyPrint's name for a place in a line box: the child's number at each level, then the byte."""
    item = run.item_at(offset)
    stack: SkipStack = None
    if item.atom is None:
        stack = {len(item.box.text[: offset - item.start].encode()): None}
    for index in reversed(item.path):
        stack = {index: stack}
    assert stack is not None
    return stack


def _ends_in_hyphen(text: str, cut: LineEnd) -> bool:
    return cut.hyphen or text[cut.offset - 1] in "-\u2010"
