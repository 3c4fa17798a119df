"""A chart as a figure of the brief: the Markdown that stands for its block.

In:  the values of a chart, its alternative text, the name of its picture.
Out: a picture with caption, source line and attributes, as an author would have typed it; `ChartFigure`,
     which the web page and the annex make tables of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.theming.body_classes import CHART

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.charts.find_blocks import ChartBlock
    from issuebrief.charts.specification import ChartSpecification, GivenSpecification
    from issuebrief.diagnostics.model import SourceRange

Rows = tuple[tuple[str, ...], ...]
PLACES = ("wide", "full", "margin")
SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~^$&@!])")


@dataclass(frozen=True)
class ChartFigure:
    """A chart that stands in the brief: the address of its picture, its caption, the table behind it.

    `rows` begin with the names of the columns; `data` are the same with plain numbers. `shown` is how the
    table is shown: `hidden` (on the web page, to whoever opens it), `shown`, `annex` or `none`. `file_name`
    is that of the data for whoever wants to have them. `place` is where the block begins, `excerpt` its first
    line.
    """

    address: str
    caption: str
    rows: Rows
    data: Rows
    shown: str
    file_name: str
    place: SourceRange
    excerpt: str


def written_out(
    values: ChartSpecification | GivenSpecification, block: ChartBlock, alt: str, address: str
) -> str:
    """The Markdown of a figure in the place of its block."""
    prefix = block.fence.prefix
    lines = [f"![{escaped(alt)}]({address}){_attributes(values, block)}"]
    caption, source = _one_line(values.caption), _one_line(values.source)
    note = _one_line(values.note)
    if source:
        source = f"Source: {_ended(source) + ' ' + note if note else source}"
    elif note:
        caption = f"{_ended(caption)} {note}" if caption else note
    told = [part for part in (caption, source) if part]
    lines += [f":   {told[0]}", *(f"    {part}" for part in told[1:])] if told else []
    # The mark of a list stays where it is: the picture stands in the block's place.
    first = f"{prefix}{block.fence.mark}"
    indent = prefix + " " * len(block.fence.mark)
    blank = indent.rstrip()
    return f"{first}{lines[0]}" + "".join(f"\n{indent}{line}" for line in lines[1:]) + f"\n{blank}"


def place_of(values: ChartSpecification | GivenSpecification, block: ChartBlock) -> str:
    """The place that a chart stands in: what its block says in braces, or else in its values."""
    classes = [value for name, value in block.attributes if name == "."]
    return next((name for name in reversed(PLACES) if name in classes), values.width)


def share_of(block: ChartBlock) -> float:
    """The share of the width of its place that a chart is asked to have in braces, `{width=60%}`."""
    asked = dict(block.attributes).get("width", "")
    found = re.fullmatch(r"(\d{1,3}(?:\.\d+)?)%", asked)
    return min(max(float(found[1]) / 100, 0.1), 1.0) if found else 1.0


def _attributes(values: ChartSpecification | GivenSpecification, block: ChartBlock) -> str:
    classes = [value for key, value in block.attributes if key == "."]
    place = place_of(values, block)
    if place != "column" and place not in classes:
        classes.append(place)
    given = dict(block.attributes)
    id_ = given.get("id") or values.id
    parts = [f"#{id_}"] if id_ else []
    parts.append(f".{CHART}")
    parts += [f".{each}" for each in classes]
    parts += [f"width={given['width']}"] if given.get("width") else []
    return f"{{{' '.join(parts)}}}"


def escaped(text: str) -> str:
    """Words as Markdown that sets them as they are."""
    return SPECIAL.sub(r"\\\1", _one_line(text))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _ended(sentence: str) -> str:
    return sentence if not sentence or sentence[-1] in ".!?…。" else f"{sentence}."


def csv_of(rows: Sequence[Sequence[str]]) -> bytes:
    """Rows as CSV in UTF-8, with the mark that sheet programs know it by."""
    import csv
    from io import StringIO

    target = StringIO(newline="")
    csv.writer(target, lineterminator="\r\n").writerows(rows)
    return target.getvalue().encode("utf-8-sig")
