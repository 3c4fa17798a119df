"""The tables behind charts on a web page, and their data to be downloaded.

In:  the tree of the page's content, whose pictures still have their addresses; the charts of the brief.
Out: the same, below each figure of a chart its table, open or to be opened, and a link to the data as
     CSV, which the page carries.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, TypeGuard

from issuebrief.charts.figure import csv_of
from issuebrief.charts.words.chart_words import chart_words
from issuebrief.markdown_body.source.html_tree import Element, element, walk
from issuebrief.markdown_body.tables.number_columns import set_number_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.charts.figure import ChartFigure
    from issuebrief.charts.words.chart_words import ChartWords
    from issuebrief.markdown_body.source.html_tree import Node

CLASS = "chart-data"
NO_TABLE, ANNEX, OPEN = "none", "annex", "shown"


def add_chart_tables(
    root: Element, charts: Sequence[ChartFigure], lang: str, *, downloads: bool = True
) -> None:
    """Put below each chart the table that its author wants there; its data, where there are `downloads`."""
    words = chart_words(lang)
    by_address = {chart.address: chart for chart in charts if chart.shown != NO_TABLE}
    for parent in [root, *walk(root)]:
        for figure in [each for each in parent.children if _is_figure(each)]:
            pictures = (found for found in walk(figure) if found.tag == "img")
            shown = [by_address.get(picture.attributes.get("src") or "") for picture in pictures]
            place = parent.children.index(figure) + 1
            # Not in the figure, of which the caption has to be the end.
            parent.children[place:place] = [
                made for chart in shown if chart for made in _details(chart, words, lang, downloads=downloads)
            ]


def _is_figure(node: Node) -> TypeGuard[Element]:
    return isinstance(node, Element) and node.tag == "figure" and "part" not in node.classes


def _details(chart: ChartFigure, words: ChartWords, lang: str, *, downloads: bool) -> list[Element]:
    """The table and the link; no table where it stands in the annex."""
    link = [_in_language(element("p", {}, _download(chart, words)), words, lang)] if downloads else []
    if chart.shown == ANNEX:
        return [Element("div", {"class": CLASS}, [*link])] if link else []
    table = _table(chart)
    set_number_columns(Element("", {}, [table]), lang)
    opened: dict[str, str | None] = {"open": ""} if chart.shown == OPEN else {}
    name = " ".join(f"{words.phrases['data']}: {chart.caption}".split()).rstrip(": ")
    scroll: dict[str, str | None] = {"class": "scroll", "role": "region", "tabindex": "0", "aria-label": name}
    summary = _in_language(element("summary", {}, words.phrases["data"]), words, lang)
    inside = [summary, Element("div", scroll, [table]), *link]
    return [Element("details", {"class": CLASS, **opened}, [*inside])]


def _download(chart: ChartFigure, words: ChartWords) -> Element:
    encoded = base64.b64encode(csv_of(chart.data)).decode("ascii")
    address = f"data:text/csv;charset=utf-8;base64,{encoded}"
    return element("a", {"href": address, "download": chart.file_name}, words.phrases["download"])


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
