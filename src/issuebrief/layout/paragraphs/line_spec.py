"""A line to make, and what it lacks to the measure.

In:  a measured paragraph, and from where to where a line of it goes.
Out: what can give way in the line, and how far its marks hang out, in px.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.layout.paragraphs.stretch import hang_at_end, hang_at_start, kern_freed, without_white
from issuebrief.linebreak.even_colour import Slack
from issuebrief.linebreak.spacing import HANGS_RIGHT

if TYPE_CHECKING:
    from issuebrief.layout.paragraphs.inline_items import InlineRun
    from issuebrief.layout.paragraphs.text_metrics import TextMetrics
    from issuebrief.linebreak.spacing import Microtypography

SPACES = " \u00a0"
SPACE = re.compile(f"[{SPACES}]")
NARROW = "\u200b\u2060\u00ad"
HYPHEN = "-"


@dataclass(frozen=True, slots=True)
class LineSpec:
    """A line to make: letters `start` to `end` of the run, lengths in px.

    If it is to be justified its letters give `share` of what they can, and its spaces take the rest. In
    Chinese and Japanese, ideographs are set `apart` instead.
    """

    start: int
    end: int
    hyphen: bool
    indent: float
    width: float
    justify: bool
    fine: Microtypography
    first: bool = False
    last: bool = False
    share: float = 0.0
    apart: float = 0.0

    def stop(self, text: str) -> int:
        """Where its letters end, without the white that falls away."""
        return without_white(text, self.start, self.end)


def slack(metrics: TextMetrics, run: InlineRun, line: LineSpec) -> Slack:
    """What a line lacks to the measure, in px, and what can give way in it; nothing where it is ragged."""
    if not line.justify:
        return Slack(0.0, 0.0, 0.0)
    stop = line.stop(run.text)
    natural = run.end(stop, line.end) - run.begin(line.start)
    if line.hyphen:
        natural += metrics.width(HYPHEN, run.item_at(stop - 1).box.style)
    else:
        natural += kern_freed(metrics, run, stop)
    text = run.text[line.start : stop]
    spaces = sum(run.width(at) for at in (line.start + found.start() for found in SPACE.finditer(text)))
    letters = len(text) - sum(map(text.count, SPACES + NARROW))
    tracking = line.fine.tracking * run.item_at(line.start).box.style["font_size"]
    # The last letter is set apart from nothing.
    given = tracking * (letters - 1) + line.fine.expansion * (natural - spaces)
    left, right = hangs(metrics, run, line, stop)
    return Slack(line.width - line.indent + left + right - natural, given, spaces)


def hangs(metrics: TextMetrics, run: InlineRun, line: LineSpec, stop: int) -> tuple[float, float]:
    """How far the line's first and last marks hang out."""
    # It would touch the number of its item.
    held = line.first and run.in_item
    left = 0.0 if held else hang_at_start(metrics, run, line.start, line.fine)
    if not line.hyphen:
        return left, hang_at_end(metrics, run, stop - 1, line.fine)
    if not line.fine.hanging or not run.is_at_edge(stop - 1):
        return left, 0.0
    width = metrics.width(HYPHEN, run.item_at(stop - 1).box.style)
    return left, HANGS_RIGHT[HYPHEN] * width * line.fine.hanging
