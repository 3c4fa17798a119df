"""Codes of charts and the data behind them.

In:  nothing.
Out: `CHARTS_CODES`, a table by code.
"""

from issuebrief.diagnostics.code_kinds import Code, a_fault, a_info, a_warning

CHARTS_CODES: dict[str, Code] = {
    "chart.no-package": a_fault("A package that charts need is not installed."),
    "chart.data": a_fault("The data of a chart cannot be used."),
    "chart.outside": a_fault("A chart asks for something outside the brief's folder."),
    "chart.encoding": a_warning("A file of data is not in UTF-8."),
    "chart.sheet": a_info("The data of a chart are on the first of several sheets."),
    "chart.hidden": a_info("Hidden rows or columns of a sheet are left out of a chart."),
    "chart.formula": a_warning("No value was saved with a formula in a sheet."),
    "chart.no-column": a_fault("A chart names something that its data do not have."),
    "chart.cell": a_fault("A cell is not what a chart needs there."),
    "chart.doubtful-number": a_fault("A number may be thousands or a fraction."),
    "chart.digits": a_warning("A number has more digits than can be kept."),
    "chart.nothing-to-draw": a_fault("The data of a chart hold no value."),
    "chart.too-much": a_fault("A chart has more to show than fits on a page."),
    "chart.unfit": a_fault("The type of a chart does not suit its data."),
    "chart.missing-values": a_info("Some values of a chart are missing."),
    "chart.left-out": a_warning("A column of data has no name and is left out."),
    "chart.total": a_warning("A chart shows a total beside its parts."),
    "chart.unit": a_warning("A chart does not say that its numbers are in per cent."),
    "chart.given": a_fault("A Vega-Lite specification cannot be read."),
    "chart.undescribed": a_fault("A chart has no alternative text."),
    "chart.not-drawn": a_fault("A chart cannot be drawn."),
    "chart.crowded": a_warning("A chart has no room for some of its names."),
    "chart.colours": a_warning("Two colours of a chart look too much alike."),
    "chart.in-english": a_warning("A chart is described in English."),
}
"""They stand behind those of pictures."""
