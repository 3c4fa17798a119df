"""The charts of a brief drawn, and written out as figures.

In:  a `Source` and its language; the look that the theme gives to charts; where drawings are kept.
Out: a `ChartedBrief`: the source with a picture in the place of each chart, which still knows its places and
     holds the pictures; the figures with the tables behind them; and everything that is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from issuebrief.charts.annex import annex_of
from issuebrief.charts.data.model import Unreadable
from issuebrief.charts.data.read_data import DataRequest, decoded, read_file
from issuebrief.charts.find_blocks import CHART, find_blocks
from issuebrief.charts.made_chart import ChartContext, not_made, problem_at
from issuebrief.charts.make_chart import make_chart
from issuebrief.charts.make_given import make_given
from issuebrief.charts.rendering.drawing_store import DrawingStore
from issuebrief.charts.rendering.render import is_installed
from issuebrief.charts.specification import ChartSpecification, read_specification
from issuebrief.charts.words.chart_words import chart_words
from issuebrief.diagnostics.model import has_errors
from issuebrief.frontmatter.source import Source
from issuebrief.markdown_body.source.edits import edited
from issuebrief.markdown_body.source.markdown_source import Substitution

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.charts.data.model import Problems
    from issuebrief.charts.figure import ChartFigure
    from issuebrief.charts.find_blocks import ChartBlock
    from issuebrief.charts.looks.look import ChartLook
    from issuebrief.charts.made_chart import MadeChart

MOST_CHARTS = 200


@dataclass(frozen=True)
class ChartedBrief:
    """A brief with its charts written out: the source, the figures, and what is wrong."""

    source: Source
    figures: tuple[ChartFigure, ...]
    problems: Problems


def resolve(
    source: Source, lang: str, look: ChartLook | None, kept_in: Path | None = None
) -> ChartedBrief | None:
    """The brief with its charts written out; None where it has none. Without a look none is drawn."""
    blocks = find_blocks(source)
    if not blocks:
        return None
    if len(blocks) > MOST_CHARTS:
        message = f"the brief has {len(blocks):,} charts; at most {MOST_CHARTS} are drawn"
        problem = problem_at(blocks[MOST_CHARTS], "chart.too-much", message, "divide it into several briefs")
        return ChartedBrief(source, (), (problem,))
    if not is_installed():
        message = "the package that draws charts is not installed"
        problem = problem_at(
            blocks[0], "chart.no-package", message, "install it with: pip install 'issuebrief[charts]'"
        )
        return ChartedBrief(source, (), (problem,))
    context = ChartContext(source, lang, chart_words(lang), look, DrawingStore(kept_in))
    made = [_parted(_made(block, context), block) for block in blocks]
    cuts = [
        Substitution(block.fence.start, block.fence.end, each.markdown)
        for block, each in zip(blocks, made, strict=True)
    ]
    figures = tuple(each.figure for each in made if each.figure)
    if annex := annex_of(figures, context.words):
        cuts.append(Substitution(len(source.body), len(source.body), annex))
    body, origin = edited(source.body, cuts)
    pictures = {each.address: each.picture for each in made if each.address}
    charted = replace(source, body=body, typed=(source, origin.back, origin.forth), pictures=pictures)
    return ChartedBrief(charted, figures, tuple(problem for each in made for problem in each.problems))


def _made(block: ChartBlock, context: ChartContext) -> MadeChart:
    if block.kind != CHART:
        return make_given(block, context)
    source, problems = (block.as_front_matter, ()) if not block.file else _file(block, context)
    if source is None:
        return not_made(block, problems)
    chart, found = read_specification(source)
    problems += found
    if chart is None or has_errors(problems):
        return not_made(block, problems)
    if isinstance(chart.values, ChartSpecification):
        made = make_chart(block, chart, chart.values, context)
    else:
        made = make_given(block, context, chart)
    return replace(made, problems=problems + made.problems)


def _file(block: ChartBlock, context: ChartContext) -> tuple[Source | None, Problems]:
    """The file of a chart, as readers of YAML take it; or what is wrong with it."""
    request = DataRequest(block.file, "", context.folder, block.place, context.source.line(block.place.line))
    content, problems = read_file(request)
    if content is None:
        return None, problems
    try:
        text = decoded(content)
    except Unreadable as fault:
        return None, (problem_at(block, "chart.data", f"{block.file} cannot be read: {fault}", fault.hint),)
    return Source(context.folder / block.file, text, text, 1, "", 1), problems


def _parted(made: MadeChart, block: ChartBlock) -> MadeChart:
    """The same with an empty line before it, where it follows a paragraph."""
    body = block.source.body
    end = max(block.fence.start - 1, 0)
    above = body[body.rfind("\n", 0, end) + 1 : end]
    bare = block.fence.prefix.rstrip()
    if not above.strip(" \t>") or block.fence.mark or not made.markdown:
        return made
    return replace(made, markdown=f"{bare}\n{made.markdown}")
