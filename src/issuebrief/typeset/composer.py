"""A paragraph composed: its breaks chosen at the width that it is asked for.

In:  a paragraph's line box, as WeasyPrint has it before it is broken into lines, and its block.
Out: a `Paragraph`: the ways to break it, one for each number of lines, the one that was chosen, and
     its lines as boxes. Or None where it holds more than plain text.

`--compose: total-fit` in the style turns it on; `--tracking`, `--hanging` and `--tolerance` tune it.
Paragraphs that say the same in the same faces at the same width are composed once.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.percent import resolve_one_percentage, resolve_percentages

from issuebrief.compose.breaks import Manners
from issuebrief.compose.spacing import Fine
from issuebrief.typeset.decisions import Decisions, Key
from issuebrief.typeset.leaves import Flow, measure
from issuebrief.typeset.lines import Line, make_line
from issuebrief.typeset.ruler import Ruler
from issuebrief.typeset.tokens import number, word
from issuebrief.typeset.ways import Cut, Task, Way, Ways

ALIGNED = {"justify": 0.0, "start": 0.0, "left": 0.0, "center": 0.5, "right": 1.0, "end": 1.0}
"""The share of the white beside a line that is on its left, by the alignments that are composed."""
SHORTEST = 4
"""Words below which a text is a list's number, or so short that it has nothing to compose."""
NAMED = 6
"""How many words a paragraph is named by."""
LEAST_LAST, LEAST_SHARE = 2.0, 0.12
"""What the last line of a paragraph should be long at the least: in em, and as a share of the measure."""
MOST_TRIES = 4
"""How many ways are tried to end a column without a hyphen."""
DEAREST = 3_000_000.0
"""Demerits that another length may cost beyond the best: less than a ladder or a runt."""
MOST_MADE = 150
"""Of so many paragraphs the letters are kept when their lines were made, for columns that are tried again."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph at one width, and where its lines end."""

    composer: Composer
    linebox: Any
    flow: Flow
    task: Task
    way: Way
    named: list[dict[int, Any] | None] = field(default_factory=list)

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return len(self.way.cuts)

    def ways(self, loosest: float) -> dict[int, Way]:
        """By number of lines, the way chosen and those whose lines are none too loose."""
        others = self.composer.ways.others(self.flow, self.task)
        good = {lines: way for lines, way in others.items() if self._is_as_good(way, loosest)}
        return good | {self.lines: self.way}

    def take(self, way: Way) -> None:
        """Break it this way from now on."""
        self.way = way
        self.composer.note(self)
        self.named.clear()

    def begin_again(self) -> None:
        """Break it the best way, as if nothing had been decided about it."""
        best = self.composer.ways.best(self.flow, self.task)
        assert best is not None, "it has been composed"
        self.way = best
        self.named.clear()
        self.composer.forget(self)

    def avoid_hyphen(self, line: int, loosest: float) -> None:
        """Break differently where a line that ends a column ends in a hyphen, if that costs little."""
        if not self.task.justified or line >= self.lines - 1:
            return
        if not _ends_in_hyphen(self.flow.text, self.way.cuts[line]):
            return
        way, avoided = self.way, set[int]()
        for _ in range(MOST_TRIES):
            cut = way.cuts[line]
            if not _ends_in_hyphen(self.flow.text, cut):
                self.take(way)
                return
            avoided.add(cut.offset)
            found = self.composer.ways.without(self.flow, self.task, avoided).get(self.lines)
            if found is None or not self._is_as_good(found, loosest):
                return
            way = found

    def _is_as_good(self, way: Way, loosest: float) -> bool:
        """Whether another way has no fault that the chosen one has not, nor lines that are looser still."""
        chosen = self.way
        return way.loosest <= max(loosest, chosen.loosest) and way.demerits <= chosen.demerits + DEAREST

    def resumes(self) -> list[dict[int, Any] | None]:
        """WeasyPrint's names for where the line after each line begins; None after the last."""
        if not self.named:
            self.named = [*(skip_stack(self.flow, cut.offset) for cut in self.way.cuts[:-1]), None]
        return self.named

    def line(self, number: int) -> Any:
        """A new line box with the given line; all lines of a paragraph begin at the origin."""
        cuts, task = self.way.cuts, self.task
        cut, last = cuts[number], number == len(cuts) - 1
        line = Line(
            start=cuts[number - 1].offset if number else self.flow.lead,
            end=cut.offset,
            hyphen=cut.hyphen,
            indent=task.indent if number == 0 else 0.0,
            width=task.width,
            justify=task.justified and (not last or cut.ratio < 0),
            fine=task.fine,
            first=number == 0,
            last=last,
        )
        made = make_line(self.composer.ruler, self.linebox, self.flow, line)
        if task.aligned:
            made.translate(dx=task.aligned * (task.width - made.width))
        return made


def skip_stack(flow: Flow, offset: int) -> dict[int, Any]:
    """WeasyPrint's name for a place in a line box: the child's number at each level, then the byte."""
    leaf = flow.leaf_at(offset)
    stack: dict[int, Any] | None = None
    if leaf.atom is None:
        stack = {len(leaf.box.text[: offset - leaf.start].encode()): None}
    for index in reversed(leaf.path):
        stack = {index: stack}
    assert stack is not None
    return stack


def _ends_in_hyphen(text: str, cut: Cut) -> bool:
    return cut.hyphen or text[cut.offset - 1] in "-\u2010"


class Composer:
    """The paragraphs of one document, composed once for each width.

    What is known of an earlier edition of it can be handed on: the ways to break its paragraphs, and what was
    decided about them.
    """

    def __init__(self, ways: Ways | None = None, decisions: Decisions | None = None) -> None:
        self._paragraphs: dict[tuple[int, float], Paragraph | None] = {}
        self._kept: list[Any] = []
        self._made: deque[Paragraph] = deque()
        self.ways = ways or Ways(Ruler())
        self.ruler = self.ways.ruler
        self.decisions = decisions or Decisions()
        self.left: list[str] = []
        """The first words of each paragraph that was left to WeasyPrint, line by line."""

    def paragraph(self, context: Any, linebox: Any, containing_block: Any) -> Paragraph | None:
        """The composed paragraph of a line box, or None where WeasyPrint is to break it."""
        key = (id(linebox), round(containing_block.width, 4))
        if key not in self._paragraphs:
            self._kept.append(linebox)
            self._paragraphs[key] = self._compose(context, linebox, containing_block)
        paragraph = self._paragraphs[key]
        if paragraph is not None and not paragraph.flow.places:
            flow = measure(context, self.ruler, linebox, containing_block)
            assert flow is not None, "it was measured before"
            paragraph.flow = flow
        return paragraph

    def set_aside(self, paragraph: Paragraph) -> None:
        """Take note that all lines of a paragraph were made, and forget the letters of one of long ago."""
        self._made.append(paragraph)
        if len(self._made) > MOST_MADE:
            long_ago = self._made.popleft()
            long_ago.flow, long_ago.named = Flow(), []

    def settle(self) -> None:
        """Take note that all paragraphs of the document were made."""
        self.ways.settle(len(self._paragraphs))

    def _compose(self, context: Any, linebox: Any, containing_block: Any) -> Paragraph | None:
        style = linebox.style
        if word(style, "__compose") != "total-fit" or style["direction"] != "ltr":
            return None
        if style["white_space"] == "nowrap":
            return None
        if style["text_align_all"] not in ALIGNED or _may_be_cut(linebox, containing_block):
            return None
        flow = measure(context, self.ruler, linebox, containing_block)
        if flow is None:
            self._leave(linebox)
            return None
        resolve_percentages(linebox, containing_block)
        resolve_one_percentage(linebox, "text_indent", containing_block.width)
        task = _task(style, containing_block.width, linebox.text_indent)
        way = self._decided(linebox, flow, task) or self.ways.best(flow, task)
        if way is None:
            self._leave(linebox)
            return None
        return Paragraph(self, linebox, flow, task, way)

    def note(self, paragraph: Paragraph) -> None:
        """Keep the way that a paragraph was given, for when it is composed again in a later edition."""
        key = self._key(paragraph.linebox, paragraph.flow, paragraph.task)
        if key:
            self.decisions.ways[key] = paragraph.way

    def compare(self, paragraph: Paragraph) -> None:
        """Take note of a paragraph that is broken otherwise than in the edition before."""
        key = self._key(paragraph.linebox, paragraph.flow, paragraph.task)
        self.decisions.compare(paragraph.linebox.element, key)

    def forget(self, paragraph: Paragraph) -> None:
        """Keep no way but the best for a paragraph."""
        self.decisions.ways.pop(self._key(paragraph.linebox, paragraph.flow, paragraph.task), None)

    def _key(self, linebox: Any, flow: Flow, task: Task) -> Key | None:
        return self.decisions.key(linebox.element, flow.text, task)

    def _decided(self, linebox: Any, flow: Flow, task: Task) -> Way | None:
        return self.decisions.ways.get(self._key(linebox, flow, task))

    def _leave(self, linebox: Any) -> None:
        """Note a paragraph that is left to WeasyPrint; lines that their author broke are no loss."""
        text = "".join(box.text for box in linebox.descendants() if isinstance(box, boxes.TextBox))
        words = text.split()
        if len(words) < SHORTEST or "\n" in text:
            return
        name = " ".join(words[:NAMED]) + (" …" if len(words) > NAMED else "")
        if name not in self.left:
            self.left.append(name)


def _task(style: Any, width: float, indent: float) -> Task:
    """The theme's manners for a paragraph."""
    justified = style["text_align_all"] == "justify"
    fine = Fine(
        tracking=number(style, "__tracking", 0.0195),
        expansion=number(style, "__expansion", 0.015),
        hanging=number(style, "__hanging", 1.0),
    )
    manners = Manners(
        tolerance=number(style, "__tolerance", 3.0),
        least_last=max(LEAST_LAST * style["font_size"], LEAST_SHARE * width),
        beyond=3.0,
        double_hyphen=10_000.0,
        ladder=100_000.0,
        short_last=30_000_000.0,
    )
    aligned = ALIGNED[style["text_align_all"]]
    return Task(width, indent, justified, aligned, fine if justified else Fine(0, 0, 0), manners)


def _may_be_cut(linebox: Any, containing_block: Any) -> bool:
    """Whether lines may end in an ellipsis, which is for WeasyPrint to fit in."""
    style = containing_block.style
    return bool(
        linebox.text_overflow != "clip"
        or style["text_overflow"] != "clip"
        or style["block_ellipsis"] != "none"
        or style["max_lines"] != "none"
    )
