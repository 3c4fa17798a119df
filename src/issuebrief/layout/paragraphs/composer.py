"""Paragraphs composed: the breaks of each chosen at the width that it is asked for.

In:  a paragraph's line box, as WeasyPrint has it before it is broken into lines, and its block.
Out: a `Paragraph`, or None where it holds more than plain text.

`--compose: total-fit` in the style turns it on; `--tracking`, `--hanging`, `--tolerance` and `--rag` tune it.
Paragraphs that say the same in the same faces at the same width are composed once.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes
from weasyprint.layout.percent import resolve_one_percentage, resolve_percentages

from issuebrief.layout.paragraphs.break_cache import BreakCache, LineBreaks, ParagraphSpec
from issuebrief.layout.paragraphs.break_decisions import Decisions, Key
from issuebrief.layout.paragraphs.inline_items import BREAK, InlineRun, measure
from issuebrief.layout.paragraphs.paragraph import Paragraph
from issuebrief.layout.paragraphs.text_metrics import TextMetrics
from issuebrief.layout.styles.custom_properties import number, word
from issuebrief.linebreak.hyphens import BY_PATTERNS, OwnDivisions
from issuebrief.linebreak.model import LineBreakCosts
from issuebrief.linebreak.spacing import Microtypography
from issuebrief.linebreak.word_lengths import pricing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import BoxStyle, LayoutBox, PageContext

ALIGNED = {"justify": 0.0, "start": 0.0, "left": 0.0, "center": 0.5, "right": 1.0, "end": 1.0}
"""The share of the white beside a line that is before it is read, by the alignments that are composed."""
SIDES = ("left", "right")
"""Those that name a side."""
SHORTEST = 4
"""Words below which a text is a list's number, or so short that it has nothing to compose."""
NAMED = 6
"""How many words a paragraph is named by."""
LEAST_LAST, LEAST_SHARE = 2.0, 0.12
"""What the last line of a paragraph should be long at the least: in em, and as a share of the measure."""
MOST_MADE = 150
"""Of so many paragraphs the letters are kept when their lines were made, for columns that are tried again."""


class Composer:
    """The paragraphs of one document, composed once for each width.

    What is known of an earlier revision can be handed on: how its paragraphs were broken, and what was
    decided about them.
    """

    def __init__(
        self,
        break_cache: BreakCache | None = None,
        decisions: Decisions | None = None,
        own: OwnDivisions = BY_PATTERNS,
    ) -> None:
        self._paragraphs: dict[tuple[int, float], Paragraph | None] = {}
        self._kept: list[LayoutBox] = []
        self._made: deque[tuple[Paragraph, int]] = deque()
        self.break_cache = break_cache or BreakCache(TextMetrics())
        self.metrics = self.break_cache.metrics
        self.decisions = decisions or Decisions()
        self.own = own
        self.left: list[str] = []
        """The first words of each paragraph that was left to WeasyPrint, line by line."""
        self.cut: dict[str, int] = {}
        """The words that were cut after any letter, and the line of the brief that each stands in."""

    def paragraph(
        self, context: PageContext, linebox: LayoutBox, containing_block: LayoutBox
    ) -> Paragraph | None:
        """The composed paragraph of a line box, or None where WeasyPrint is to break it."""
        key = (id(linebox), round(containing_block.width, 4))
        if key not in self._paragraphs:
            self._kept.append(linebox)
            self._paragraphs[key] = self._compose(context, linebox, containing_block)
        paragraph = self._paragraphs[key]
        if paragraph is not None:
            paragraph.asked += 1
        if paragraph is not None and not paragraph.run.places:
            run = measure(context, self.metrics, linebox, containing_block)
            assert run is not None, "it was measured before"
            paragraph.run = run
        return paragraph

    def set_aside(self, paragraph: Paragraph) -> None:
        """Take note that all lines of a paragraph were made, and forget the letters of one of long ago.

        One that was asked for since keeps them: what measures columns holds on to it.
        """
        self._made.append((paragraph, paragraph.asked))
        if len(self._made) > MOST_MADE:
            long_ago, asked = self._made.popleft()
            if long_ago.asked == asked:
                long_ago.set_aside()

    def let_go(self) -> None:
        """Forget all paragraphs: they know their composer, and would be kept in a circle."""
        self._paragraphs.clear()
        self._made.clear()
        self._kept.clear()

    def settle(self) -> None:
        """Take note that all paragraphs of the document were made."""
        self.break_cache.settle(len(self._paragraphs))

    def _compose(
        self, context: PageContext, linebox: LayoutBox, containing_block: LayoutBox
    ) -> Paragraph | None:
        style = linebox.style
        if word(style, "__compose") != "total-fit":
            return None
        if style["white_space"] == "nowrap":
            return None
        if style["text_align_all"] not in ALIGNED or _may_be_cut(linebox, containing_block):
            return None
        run = measure(context, self.metrics, linebox, containing_block)
        if run is None or (BREAK in run.text and style["text_align_all"] == "justify"):
            self._leave(linebox)
            return None
        resolve_percentages(linebox, containing_block)
        resolve_one_percentage(linebox, "text_indent", containing_block.width)
        is_connected = bool(run.levels and run.levels.are_connected)
        spec = _spec(style, run.text, containing_block.width, linebox.text_indent, self.own, is_connected)
        line_breaks = self._decided(linebox, run, spec) or self.break_cache.best(run, spec)
        if line_breaks is not None and spec.justified and line_breaks.is_loose and not is_connected:
            # Names and codes that cannot be divided, one after the other: gaps would fill half of the lines.
            # Words of Arabic are never divided; of its paragraphs too many would be ragged, among others.
            spec = spec._replace(justified=False, fine=Microtypography(0, 0, 0))
            line_breaks = self._decided(linebox, run, spec) or self.break_cache.best(run, spec)
        if line_breaks is None:
            self._leave(linebox)
            return None
        if not getattr(containing_block, "is_cut", False):
            self._note_cuts(linebox, run, line_breaks, getattr(containing_block, "source_line", 0))
        return Paragraph(self, linebox, run, spec, line_breaks)

    def note(self, paragraph: Paragraph) -> None:
        """Keep the way that a paragraph was given, for when it is composed again in a later revision."""
        key = self._key(paragraph.linebox, paragraph.run, paragraph.spec)
        if key:
            self.decisions.line_breaks[key] = paragraph.line_breaks

    def compare(self, paragraph: Paragraph) -> None:
        """Take note of a paragraph that is broken otherwise than in the revision before."""
        key = self._key(paragraph.linebox, paragraph.run, paragraph.spec)
        self.decisions.compare(paragraph.linebox.element, key)

    def forget(self, paragraph: Paragraph) -> None:
        """Keep no way but the best for a paragraph."""
        self.decisions.line_breaks.pop(self._key(paragraph.linebox, paragraph.run, paragraph.spec), None)

    def _key(self, linebox: LayoutBox, run: InlineRun, spec: ParagraphSpec) -> Key | None:
        return self.decisions.key(linebox.element, run.text, spec)

    def _decided(self, linebox: LayoutBox, run: InlineRun, spec: ParagraphSpec) -> LineBreaks | None:
        return self.decisions.line_breaks.get(self._key(linebox, run, spec))

    def _note_cuts(self, linebox: LayoutBox, run: InlineRun, line_breaks: LineBreaks, row: int) -> None:
        """Note words that are cut after any letter; codes and addresses, which have no hyphens, may be.

        `row` is the line of the table's row that the paragraph stands in, or 0.
        """
        for cut in line_breaks.cuts:
            if cut.anywhere and run.item_at(cut.offset).box.style["hyphens"] != "none":
                end = (run.text + " ").index(" ", cut.offset)
                word = run.text[run.text.rfind(" ", 0, cut.offset) + 1 : end]
                self.cut.setdefault(word, int(linebox.element.get("data-line") or row))

    def _leave(self, linebox: LayoutBox) -> None:
        """Note a paragraph that is left to WeasyPrint; lines that their author broke are no loss."""
        text = "".join(own_texts(linebox))
        words = text.split()
        if len(words) < SHORTEST or "\n" in text:
            return
        name = " ".join(words[:NAMED]) + (" …" if len(words) > NAMED else "")
        if name not in self.left:
            self.left.append(name)


def own_texts(box: LayoutBox) -> Iterator[str]:
    """The text of a line, without that of blocks in it and of what runs in the margins of pages."""
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            yield child.text
        elif isinstance(child, boxes.InlineBox) and not child.is_running():
            yield from own_texts(child)


def _spec(
    style: BoxStyle, text: str, width: float, indent: float, own: OwnDivisions, is_connected: bool
) -> ParagraphSpec:
    """How the theme wants a paragraph to be broken; letters that are connected are not set apart."""
    justified = style["text_align_all"] == "justify"
    prices = pricing(text)
    fine = Microtypography(
        tracking=number(style, "__tracking", 0.02),
        expansion=number(style, "__expansion", 0.02),
        hanging=number(style, "__hanging", 1.0),
    )
    costs = LineBreakCosts(
        tolerance=number(style, "__tolerance", 3.0),
        least_last=max(LEAST_LAST * style["font_size"], LEAST_SHARE * width),
        beyond=prices.beyond,
        tight=0.75,
        contrast=prices.contrast,
        alike=0.5,
        double_hyphen=5000.0,
        ladder=100_000.0,
        short_last=30_000_000.0,
    )
    aligned = ALIGNED[style["text_align_all"]]
    if style["direction"] == "rtl" and style["text_align_all"] in SIDES:
        aligned = 1 - aligned
    if is_connected:
        fine = replace(fine, tracking=0.0)
    balanced = word(style, "__rag") == "balance"
    fine = fine if justified else Microtypography(0, 0, 0)
    return ParagraphSpec(width, indent, justified, aligned, fine, costs, own, balanced)


def _may_be_cut(linebox: LayoutBox, containing_block: LayoutBox) -> bool:
    """Whether lines may end in an ellipsis, which is for WeasyPrint to fit in."""
    style = containing_block.style
    return bool(
        linebox.text_overflow != "clip"
        or style["text_overflow"] != "clip"
        or style["block_ellipsis"] != "none"
        or style["max_lines"] != "none"
    )
