"""A chart that is given as a Vega-Lite specification, from its block to its figure.

In:  a block of the language `vega-lite`, or one of the language `chart` that names a file with `spec:`; and
     what the charts of the brief share.
Out: a `MadeChart`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.charts.data.model import Unreadable
from issuebrief.charts.data.read_data import DataRequest, decoded, read_data, read_file
from issuebrief.charts.describing.alternative_text import without_marks
from issuebrief.charts.drawing.given_look import in_the_look
from issuebrief.charts.figure import ChartFigure, place_of, share_of, written_out
from issuebrief.charts.given_specification import RefusedChart, read_given
from issuebrief.charts.made_chart import PLACEHOLDER, MadeChart, address_of, not_made, problem_at
from issuebrief.charts.rendering.draw_confined import draw_confined
from issuebrief.charts.rendering.render import NotDrawn, as_text
from issuebrief.charts.specification import GivenSpecification
from issuebrief.diagnostics.model import SourceRange, error, has_errors

if TYPE_CHECKING:
    from issuebrief.charts.data.model import Problems
    from issuebrief.charts.find_blocks import ChartBlock
    from issuebrief.charts.given_specification import GivenChart
    from issuebrief.charts.made_chart import ChartContext
    from issuebrief.charts.specification import SpecifiedChart


def make_given(block: ChartBlock, context: ChartContext, chart: SpecifiedChart | None = None) -> MadeChart:
    """The chart of a specification that stands in the block, or in the file that the block names."""
    if chart is None:
        said = dict(block.attributes)
        beside = {name: said.get(name, "") for name in ("caption", "source", "note", "alt")}
        values = GivenSpecification(spec=block.text or "-", **beside)
        text, first, place = block.text, block.line, block.place
        problems: Problems = ()
    else:
        assert isinstance(chart.values, GivenSpecification)
        values, first, place = chart.values, 0, chart.place("spec")
        request = DataRequest(values.spec, "", context.folder, place, chart.excerpt(place))
        content, problems = read_file(request)
        if content is None:
            return not_made(block, problems)
        try:
            text = decoded(content)
        except Unreadable as fault:
            return not_made(
                block, (error("chart.given", f"{values.spec} cannot be used: {fault}", place, fault.hint),)
            )
    excerpt = context.source.line(place.line)

    def read(name: str) -> tuple[object, Problems]:
        return read_data(DataRequest(name, "", context.folder, place, excerpt))

    try:
        given = read_given(text, read)  # type: ignore[arg-type]
    except RefusedChart as fault:
        at = context.source.place(first + fault.line - 1, fault.column) if first and fault.line else place
        where = f"{values.spec}, line {fault.line}: " if not first and fault.line else ""
        line = context.source.line(at.line)
        return not_made(block, (*problems, error(fault.code, f"{where}{fault}", at, fault.hint, line)))
    problems += tuple(given.problems)
    if not (alt := values.alt or block.alt or given.description):
        hint = 'say what it shows: "description": "…" in the specification, or alt:'
        problems += (problem_at(block, "chart.undescribed", "the chart has no alternative text", hint),)
    if has_errors(problems):
        return not_made(block, problems)
    return _figure(block, values, given, alt, context, place, problems)


def _figure(
    block: ChartBlock,
    values: GivenSpecification,
    given: GivenChart,
    alt: str,
    context: ChartContext,
    place: SourceRange,
    problems: Problems,
) -> MadeChart:
    picture = PLACEHOLDER
    if (look := context.look) is not None:
        width = look.widths[place_of(values, block)] * share_of(block)
        specification = as_text(in_the_look(given.specification, look, width))
        try:
            picture = context.store.kept(specification, lambda: draw_confined(specification, look))
        except NotDrawn as fault:
            message = f"the specification cannot be drawn: {fault}"
            line = context.source.line(place.line)
            hint = "try it in the online editor of Vega-Lite, which says more"
            problems += (error("chart.not-drawn", message, place, hint, line),)
    called = dict(block.attributes).get("id") or values.id
    address, name = address_of(picture, given.rows, called), f"{called or 'data'}.csv"
    shown = values.table if given.rows else "none"
    caption, at = without_marks(values.caption), block.place
    told = caption, given.rows, given.rows, shown, name, at, block.source.line(at.line)
    figure = ChartFigure(address, *told)
    return MadeChart(written_out(values, block, alt, address), address, picture, figure, problems)
