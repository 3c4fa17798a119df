"""Charts for tests: blocks resolved, data assembled, drawings as values."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from issuebrief.charts.assemble import assemble
from issuebrief.charts.data.delimited import read_delimited
from issuebrief.charts.drawing.draw import draw
from issuebrief.charts.drawing.drawing_input import DrawingInput
from issuebrief.charts.looks.look import ChartLook, look_of
from issuebrief.charts.resolve import ChartedBrief, resolve
from issuebrief.charts.specification import ChartSpecification, read_specification
from issuebrief.charts.type_rules import highlights, lit_keys
from issuebrief.charts.words.chart_words import chart_words
from issuebrief.diagnostics.model import SourceRange
from issuebrief.frontmatter.source import Source
from issuebrief.resources import SearchPath, shipped
from issuebrief.theming.theme import find_theme

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.charts.data.chart_data import ChartData
    from issuebrief.charts.data.model import DataTable
    from issuebrief.charts.drawing.drawing_input import ChartDrawing
    from issuebrief.diagnostics.model import Diagnostic


@cache
def look(theme: str = "isdp") -> ChartLook:
    """The look of a theme that ships."""
    styles = (shipped("styles"),)
    found = find_theme(theme, SearchPath((shipped("templates"),), styles))
    assert found is not None
    return look_of(found, styles)


def source_of(folder: Path, body: str) -> Source:
    """A body as that of a brief in a folder."""
    return Source(folder / "brief.md", body, "", 0, body, 1)


def block(values: str, data: str = "", attributes: str = "", kind: str = "chart") -> str:
    """A fenced block with values, and data below them."""
    inline = "data: |\n" + "".join(f"  {line}\n" for line in data.split("\n")) if data else ""
    return f"```{kind} {attributes}\n{values}\n{inline}```\n".replace(" \n", "\n")


def resolved(folder: Path, body: str, lang: str = "en-GB", *, drawn: bool = False) -> ChartedBrief:
    """A body with its charts written out; they are drawn where it is asked for."""
    found = resolve(source_of(folder, body), lang, look() if drawn else None)
    assert found is not None
    return found


def table(text: str, *, tab: bool = False) -> DataTable:
    """A table of text, with its places."""
    from pathlib import Path

    def place(line: int, column: int, end: int) -> SourceRange:
        return SourceRange(Path("data.csv"), line, column, line, end)

    return read_delimited(text, "data.csv", place, tab)


def assembled(values: str, text: str, lang: str = "en-GB") -> tuple[ChartData | None, tuple[Diagnostic, ...]]:
    """The data of a chart, and what is wrong with them."""
    from pathlib import Path

    source = Source(Path("brief.md"), values, values, 1, "", 1)
    chart, problems = read_specification(source)
    assert chart is not None, problems
    assert isinstance(chart.values, ChartSpecification), problems
    assert problems == ()
    return assemble(chart, chart.values, table(text), chart_words(lang).decimal, lambda place: "")


def drawing(
    values: str, text: str, width: float = 250.0, theme: str = "isdp", unit: str = ""
) -> ChartDrawing:
    """The drawing of a chart that has nothing wrong with it."""
    from pathlib import Path

    data, problems = assembled(values, text)
    assert data is not None, problems
    chart, _ = read_specification(Source(Path("brief.md"), values, values, 1, "", 1))
    assert chart is not None
    assert isinstance(chart.values, ChartSpecification)
    asked = highlights(chart.values)
    keys = lit_keys(asked, chart.values.type, data)
    words = chart_words("en-GB")
    return draw(
        DrawingInput(chart.values.type, data, look(theme), words, width, 0.0, unit, frozenset(asked), keys)
    )


def layers(found: ChartDrawing, *types: str) -> list[dict[str, Any]]:
    """The layers of a drawing whose marks are of some types, each with its rows below `values`."""
    inner = (each["layer"][0] for each in found.specification["layer"])
    return [{**each, "values": each["data"]["values"]} for each in inner if each["mark"]["type"] in types]


def words_in(found: ChartDrawing) -> list[str]:
    """All words of a drawing."""
    return [row["words"] for layer in layers(found, "text") for row in layer["values"]]
