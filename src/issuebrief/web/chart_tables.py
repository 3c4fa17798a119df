"""The tables behind charts on a web page, and their data to be downloaded.

In:  the tree of the page's content, whose pictures still have their addresses; the charts of the brief.
Out: the same, each figure of a chart with its table below, open or to be opened, and a link to the data as
     CSV, which the page carries.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from issuebrief.charts.figure import csv_of
from issuebrief.charts.words.chart_words import chart_words
from issuebrief.markdown_body.source.html_tree import Element, element, walk
from issuebrief.markdown_body.tables.number_columns import set_number_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.charts.figure import ChartFigure
    from issuebrief.charts.words.chart_words import ChartWords

CLASS = "chart-data"
NO_TABLE, ANNEX, OPEN = "none", "annex", "shown"


def add_chart_tables(root: Element, charts: Sequence[ChartFigure], lang: str) -> None:
    """Put below each chart the table that its author wants there."""
    words = chart_words(lang)
    by_address = {chart.address: chart for chart in charts if chart.shown != NO_TABLE}
    for figure in (found for found in walk(root) if found.tag == "figure" and "part" not in found.classes):
        for picture in [found for found in walk(figure) if found.tag == "img"]:
            if chart := by_address.get(picture.attributes.get("src") or ""):
                figure.children.append(_details(chart, words, lang))


def _details(chart: ChartFigure, words: ChartWords, lang: str) -> Element:
    """The table and the link; the link alone, where the table stands in the annex."""
    encoded = base64.b64encode(csv_of(chart.data)).decode("ascii")
    address = f"data:text/csv;charset=utf-8;base64,{encoded}"
    link = element("a", {"href": address, "download": chart.file_name}, words.phrases["download"])
    if chart.shown == ANNEX:
        return _in_language(element("p", {"class": CLASS}, link), words, lang)
    table = _table(chart)
    set_number_columns(Element("", {}, [table]), lang)
    opened: dict[str, str | None] = {"open": ""} if chart.shown == OPEN else {}
    name = " ".join(f"{words.phrases['data']}: {chart.caption}".split()).rstrip(": ")
    scroll: dict[str, str | None] = {"class": "scroll", "role": "region", "tabindex": "0", "aria-label": name}
    summary = _in_language(element("summary", {}, words.phrases["data"]), words, lang)
    download = _in_language(element("p", {}, link), words, lang)
    return Element(
        "details", {"class": CLASS, **opened}, [summary, Element("div", scroll, [table]), download]
    )


def _in_language(told: Element, words: ChartWords, lang: str) -> Element:
    """Words of ours, which say that they are English where there are none in the brief's language."""
    if words.lang == "en" and not lang.lower().startswith("en"):
        told.attributes["lang"] = "en"
    return told


def _table(chart: ChartFigure) -> Element:
    head, *rows = chart.rows
    names = Element("tr", {}, [element("th", {"scope": "col"}, name) for name in head])
    lines = [
        Element("tr", {}, [
            element("th", {"scope": "row"}, cell) if number == 0 else element("td", {}, cell)
            for number, cell in enumerate(row)
        ])
        for row in rows
    ]  # fmt: skip
    return Element("table", {}, [Element("thead", {}, [names]), Element("tbody", {}, list(lines))])
