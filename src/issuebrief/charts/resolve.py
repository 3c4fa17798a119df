"""The charts of a brief drawn, and written out as figures.

In:  a `Source` and its `Brief`; the look that the theme gives to charts.
Out: a `ChartedBrief`: the source with a picture in the place of each chart, which still knows its places and
     holds the pictures; the tables behind them; and everything that is wrong with specifications and data.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from issuebrief.charts.assemble import assemble
from issuebrief.charts.chart_words import chart_words
from issuebrief.charts.data.inline_data import read_inline
from issuebrief.charts.data.read_data import DataRequest, read_data
from issuebrief.charts.describing.alternative_text import alternative_text
from issuebrief.charts.drawing.draw import draw
from issuebrief.charts.drawing.drawing_input import DrawingInput
from issuebrief.charts.drawing.render import NotDrawn, as_text, is_installed, svg_of
from issuebrief.charts.figure import ChartFigure, place_of, share_of, written_out
from issuebrief.charts.find_blocks import CHART, find_blocks
from issuebrief.charts.specification import ChartSpecification, read_specification
from issuebrief.charts.type_rules import highlights
from issuebrief.diagnostics.model import Diagnostic, SourceRange, error, has_errors, warning
from issuebrief.file_access import MOST_TEXT, read
from issuebrief.markdown_body.source.edits import edited
from issuebrief.markdown_body.source.markdown_source import Substitution
from issuebrief.theming.token_lengths import length_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from issuebrief.charts.chart_data import ChartData
    from issuebrief.charts.chart_words import ChartWords
    from issuebrief.charts.data.model import Problems, Table
    from issuebrief.charts.drawing.look import ChartLook
    from issuebrief.charts.find_blocks import ChartBlock
    from issuebrief.charts.specification import SpecifiedChart
    from issuebrief.frontmatter.model import Brief
    from issuebrief.frontmatter.source import Source

MOST_CHARTS = 200
PLACEHOLDER = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 150" width="300" height="150"/>'
"""What stands for a chart that is not drawn, so that all else can be looked at."""


@dataclass(frozen=True)
class ChartedBrief:
    """A brief with its charts written out: the source, the figures, and what is wrong."""

    source: Source
    figures: tuple[ChartFigure, ...]
    problems: Problems


@dataclass(frozen=True)
class _Made:
    """A block made: its Markdown, its picture by its address, its figure."""

    markdown: str
    address: str
    picture: bytes
    figure: ChartFigure | None
    problems: Problems


def resolve(source: Source, brief: Brief, look: ChartLook | None) -> ChartedBrief | None:
    """The brief with its charts written out; None where it has none. Without a look none is drawn."""
    blocks = find_blocks(source)
    if not blocks:
        return None
    if len(blocks) > MOST_CHARTS:
        message = f"the brief has {len(blocks):,} charts; at most {MOST_CHARTS} are drawn"
        place = blocks[MOST_CHARTS].place
        return ChartedBrief(source, (), (error("chart.too-much", message, place, "divide it into several briefs"),))
    if not is_installed():
        place = blocks[0].place
        hint = "install it with: pip install 'issuebrief[charts]'"
        missing = "the package that draws charts is not installed"
        problem = error("chart.no-package", missing, place, hint, source.line(place.line))
        return ChartedBrief(source, (), (problem,))
    words = chart_words(brief.lang)
    made = [_made(block, brief, words, look) for block in blocks]
    cuts = [
        Substitution(block.fence.start, block.fence.end, each.markdown)
        for block, each in zip(blocks, made, strict=True)
    ]
    body, origin = edited(source.body, cuts)
    pictures = {each.address: each.picture for each in made if each.address}
    charted = replace(source, body=body, typed=(source, origin.back, origin.forth), pictures=pictures)
    figures = tuple(each.figure for each in made if each.figure)
    return ChartedBrief(charted, figures, tuple(problem for each in made for problem in each.problems))


def _made(block: ChartBlock, brief: Brief, words: ChartWords, look: ChartLook | None) -> _Made:
    if block.kind != CHART:
        raise NotImplementedError
    chart, problems = read_specification(block.as_front_matter)
    if chart is None or has_errors(problems) or not isinstance(chart.values, ChartSpecification):
        return _not_made(block, problems)
    values = chart.values
    table, found = _table(chart, values, block.source.path.parent)
    problems += found
    if table is None:
        return _not_made(block, problems)
    data, found = assemble(chart, values, table, words.decimal, excerpts(block.source))
    problems += found
    if data is None:
        return _not_made(block, problems)
    alt = values.alt or alternative_text(values.type, data, words, values.caption, values.unit)
    if not values.alt and words.lang not in _plain_tags(brief.lang):
        problems += (_in_english(block, brief.lang),)
    picture, found = (PLACEHOLDER, ()) if look is None else _drawn(chart, values, data, words, look, block)
    address = f"chart-{hashlib.sha256(picture).hexdigest()[:16]}.svg"
    markdown = written_out(values, block, alt, address, "")
    rows = (table.names, *(tuple(cell.text for cell in row) for row in table.rows))
    figure = ChartFigure(address, values.caption, rows, values.table, _file_name(values, block))
    return _Made(markdown, address, picture, figure, problems + found)


def _plain_tags(lang: str) -> tuple[str, ...]:
    from issuebrief.language_tags import tags_of

    return tags_of(lang)


def _not_made(block: ChartBlock, problems: Problems) -> _Made:
    """A block that has errors: nothing stands in its place."""
    return _Made(block.fence.prefix.rstrip(), "", b"", None, problems)


def _in_english(block: ChartBlock, lang: str) -> Diagnostic:
    message = f"there are no words to describe a chart in the language “{lang}”: its alternative text is English"
    hint = "write what it shows with alt:"
    return warning("chart.described-in-english", message, block.place, hint, block.source.line(block.place.line))


def _table(chart: SpecifiedChart, values: ChartSpecification, folder: Path) -> tuple[Table | None, Problems]:
    place = chart.place("data")
    if chart.inline is not None:
        return read_inline(chart.inline.tree, chart.source)
    if not values.data:
        hint = "write\ndata: values.csv"
        return None, (error("chart.data", "the chart names no data", place, hint, chart.excerpt(place)),)
    return read_data(DataRequest(values.data.strip(), values.sheet, folder, place, chart.excerpt(place)))


def _drawn(
    chart: SpecifiedChart,
    values: ChartSpecification,
    data: ChartData,
    words: ChartWords,
    look: ChartLook,
    block: ChartBlock,
) -> tuple[bytes, Problems]:
    width = look.widths[place_of(values, block)] * share_of(block)
    height = length_of(values.height) or 0.0 if values.height else 0.0
    asked = frozenset(highlights(values))
    given = DrawingInput(values.type, data, look, words, width, height, values.unit, asked)
    drawing = draw(given)
    problems: Problems = tuple(_misfit(block, what) for what in drawing.misfits)
    try:
        return svg_of(as_text(drawing.specification)).encode(), problems
    except NotDrawn as fault:
        message = f"the chart cannot be drawn: {fault}"
        place = block.place
        return PLACEHOLDER, (*problems, error("chart.not-drawn", message, place, "", block.source.line(place.line)))


def _misfit(block: ChartBlock, what: str) -> Diagnostic:
    message = f"{what} have no room in the chart"
    hint = "make it wider (width: wide) or higher (height: 80mm), or shorten them"
    return warning("chart.crowded", message, block.place, hint, block.source.line(block.place.line))


def _file_name(values: ChartSpecification, block: ChartBlock) -> str:
    from pathlib import PurePosixPath

    name = PurePosixPath(values.data).stem if values.data else dict(block.attributes).get("id") or values.id or "data"
    return f"{name}.csv"


def excerpts(source: Source) -> Callable[[SourceRange], str]:
    """What gives the line that a place begins on: of the brief, or of a file with data beside it."""

    def excerpt(place: SourceRange) -> str:
        if place.path == source.path:
            return source.line(place.line)
        if not place.line:
            return ""
        try:
            text = read(place.path, (source.path.parent,), MOST_TEXT).decode("utf-8", "replace")
        except OSError:
            return ""
        lines = text.split("\n", place.line)
        return lines[place.line - 1].rstrip("\r")[:400] if len(lines) >= place.line else ""

    return excerpt
