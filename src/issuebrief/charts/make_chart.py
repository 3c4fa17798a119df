"""A chart of one of our types, from its block to its figure.

In:  a block that says what to draw, and what the charts of the brief share.
Out: a `MadeChart`.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from issuebrief.charts.assemble import assemble
from issuebrief.charts.data.inline_data import read_inline
from issuebrief.charts.data.read_data import DataRequest, read_data
from issuebrief.charts.data_rows import rows_of
from issuebrief.charts.describing.alternative_text import alternative_text, without_marks
from issuebrief.charts.drawing.draw import draw
from issuebrief.charts.drawing.drawing_input import DrawingInput
from issuebrief.charts.drawing.mirrored import AS_THEY_ARE, mirrored
from issuebrief.charts.figure import ChartFigure, place_of, share_of, written_out
from issuebrief.charts.looks.palette import alike
from issuebrief.charts.made_chart import PLACEHOLDER, MadeChart, address_of, doubt_at, not_made, problem_at
from issuebrief.charts.rendering.render import NotDrawn, as_text
from issuebrief.charts.type_rules import highlights, lit_keys
from issuebrief.diagnostics.model import error
from issuebrief.frontmatter.keys.formats import from_right_to_left
from issuebrief.language_tags import tags_of
from issuebrief.theming.token_lengths import length_of

if TYPE_CHECKING:
    from issuebrief.charts.data.chart_data import ChartData
    from issuebrief.charts.data.model import DataTable, Problems
    from issuebrief.charts.drawing.drawing_input import ChartDrawing
    from issuebrief.charts.find_blocks import ChartBlock
    from issuebrief.charts.looks.look import ChartLook
    from issuebrief.charts.made_chart import ChartContext
    from issuebrief.charts.specification import ChartSpecification, SpecifiedChart


def make_chart(
    block: ChartBlock, chart: SpecifiedChart, values: ChartSpecification, context: ChartContext
) -> MadeChart:
    """The chart that a block describes."""
    table, problems = _table(chart, values, context)
    if table is None:
        return not_made(block, problems)
    data, found = assemble(chart, values, table, context.words.decimal, context.excerpt)
    problems += found
    if data is None:
        return not_made(block, problems)
    alt = (
        values.alt
        or block.alt
        or alternative_text(values.type, data, context.words, values.caption, values.unit)
    )
    if not (values.alt or block.alt) and context.words.lang not in tags_of(context.lang):
        message = f"a chart is described in English, since there are no words for it in “{context.lang}”"
        problems += (doubt_at(block, "chart.in-english", message, "say what it shows with alt:"),)
    picture, found = PLACEHOLDER, ()
    if context.look is not None:
        picture, found = _drawn(block, values, data, context.look, context)
    rows, plain = rows_of(table, context.words, values.decimal)
    address = address_of(picture, plain, _name(values, block))
    at, called = block.place, _file_name(values, block)
    told = without_marks(values.caption), rows, plain, values.table, called, at, block.source.line(at.line)
    figure = ChartFigure(address, *told)
    return MadeChart(written_out(values, block, alt, address), address, picture, figure, problems + found)


def _table(
    chart: SpecifiedChart, values: ChartSpecification, context: ChartContext
) -> tuple[DataTable | None, Problems]:
    place = chart.place("data")
    if chart.inline is not None:
        return read_inline(chart.inline.tree, chart.source)
    if not values.data:
        hint = "name a file beside the brief, data: values.csv, or write the data below data: |"
        return None, (error("chart.data", "the chart has no data", place, hint, chart.excerpt(place)),)
    return read_data(
        DataRequest(values.data.strip(), values.sheet, context.folder, place, chart.excerpt(place))
    )


def _drawn(
    block: ChartBlock, values: ChartSpecification, data: ChartData, look: ChartLook, context: ChartContext
) -> tuple[bytes, Problems]:
    width = look.widths[place_of(values, block)] * share_of(block)
    height = length_of(values.height) or 0.0 if values.height else 0.0
    asked = frozenset(highlights(values))
    keys = lit_keys(tuple(asked), values.type, data)
    drawing = draw(
        DrawingInput(values.type, data, look, context.words, width, height, values.unit, asked, keys)
    )
    if from_right_to_left(context.lang) and values.type not in AS_THEY_ARE:
        drawing = mirrored(drawing)
    problems = _doubts(block, drawing, data)
    try:
        return context.store.svg_of(as_text(drawing.specification)), problems
    except NotDrawn as fault:
        return PLACEHOLDER, (
            *problems,
            problem_at(block, "chart.not-drawn", f"the chart cannot be drawn: {fault}"),
        )


def _doubts(block: ChartBlock, drawing: ChartDrawing, data: ChartData) -> Problems:
    """What does not fit on a drawing, and colours that look too much alike."""
    hint = "make the chart wider (width: wide) or higher (height: 80mm), or shorten the names"
    problems = tuple(
        doubt_at(block, "chart.crowded", f"there is no room in the chart for {what}", hint)
        for what in drawing.misfits
    )
    pair = alike(drawing.colours)
    if pair is None:
        return problems
    one, other = (data.series[number] for number in pair)
    message = f"the colours of “{one}” and “{other}” look alike to the colour-blind, or in greys"
    hint = "show fewer series, highlight one, or use small-multiples"
    return (*problems, doubt_at(block, "chart.colours", message, hint))


def _name(values: ChartSpecification, block: ChartBlock) -> str:
    """What a chart is called where its picture is named: as its author does, or by its data."""
    return dict(block.attributes).get("id") or values.id or PurePosixPath(values.data).stem


def _file_name(values: ChartSpecification, block: ChartBlock) -> str:
    """The name of the file of data for readers."""
    return f"{PurePosixPath(values.data).stem or _name(values, block) or 'data'}.csv"
