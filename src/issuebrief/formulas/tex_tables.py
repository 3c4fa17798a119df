r"""The parts of LaTeX that stand in rows and columns: matrices, cases, aligned lines.

In:  a reader that stands behind `\begin`.
Out: an element of MathML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.formulas.mathml import leaf, node
from issuebrief.formulas.tex_tokens import TexFault, TexToken

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from issuebrief.formulas.tex_parser import TexReader

BRACKETS = {
    "matrix": ("", ""), "smallmatrix": ("", ""), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"),
    "Bmatrix": ("{", "}"), "vmatrix": ("|", "|"), "Vmatrix": ("‖", "‖"), "cases": ("{", ""),
    "aligned": ("", ""), "align": ("", ""), "align*": ("", ""), "split": ("", ""),
    "gathered": ("", ""), "gather": ("", ""), "gather*": ("", ""), "array": ("", ""),
    "equation": ("", ""), "equation*": ("", ""),
}  # fmt: skip
"""What stands around the rows."""

ALIGNED = ("aligned", "align", "align*", "split")
SIDES = {"l": "left", "c": "center", "r": "right"}
MOST_CELLS = 400
"""Cells of one table."""


def environment(reader: TexReader, command: TexToken) -> Element:
    r"""What stands between `\begin` and `\end`."""
    name, start = reader.raw_argument(command)
    if name not in BRACKETS:
        hint = f"these are known: {', '.join(sorted(name for name in BRACKETS if '*' not in name))}"
        raise TexFault(f"\\begin{{{name}}} is not known", command.start, start + len(name) + 1, hint)
    columns: Sequence[str] = ()
    if name == "array":
        columns, begins = reader.raw_argument(command)
        if columns.strip("lcr| "):
            hint = r"write \begin{array}{lcr}: left, centred, right"
            raise TexFault(f"{columns} are no columns", begins, max(begins + len(columns), begins + 1), hint)
        columns = [SIDES[side] for side in columns if side in SIDES]
    found = _rows(reader, command)
    ending = reader.peek()
    if ending is None or ending.text != r"\end":
        message = f"\\begin{{{name}}} has no \\end{{{name}}}"
        raise TexFault(message, command.start, start + len(name) + 1, f"write \\end{{{name}}} behind it")
    reader.at += 1
    closed, where = reader.raw_argument(ending)
    if closed != name:
        message = f"\\begin{{{name}}} is ended by \\end{{{closed}}}"
        raise TexFault(message, ending.start, where + len(closed) + 1, f"write \\end{{{name}}}")
    return _between(name, _table(name, found, columns))


def lines(reader: TexReader, command: TexToken) -> Element:
    r"""Lines below each other: `\substack`."""
    opening = reader.peek()
    if opening is None or opening.text != "{":
        raise reader.lacks(command)
    reader.at += 1
    found = _rows(reader, command)
    closing = reader.peek()
    if closing is None or closing.text != "}":
        raise TexFault("a brace { is not closed", opening.start, opening.end, "write } where the group ends")
    reader.at += 1
    return _table("substack", found, ())


def _rows(reader: TexReader, command: TexToken) -> list[list[Element]]:
    """Rows of cells; the last is none where nothing stands in it."""
    rows: list[list[Element]] = [[]]
    count = 0
    while True:
        children = reader.read_row()
        rows[-1].append(node("mtd", *children))
        count += 1
        if count > MOST_CELLS:
            message = f"more than {MOST_CELLS} cells stand in one part of a formula"
            raise TexFault(message, command.start, command.end, "set it as a table of the text")
        token = reader.peek()
        if token is not None and token.text == "&":
            reader.at += 1
        elif token is not None and token.text in (r"\\", r"\cr"):
            reader.at += 1
            rows.append([])
        else:
            break
    if len(rows) > 1 and len(rows[-1]) == 1 and not len(rows[-1][0]):
        rows.pop()
    return rows


def _table(name: str, rows: list[list[Element]], columns: Sequence[str]) -> Element:
    width = max(map(len, rows))
    for cells in rows:
        cells += [node("mtd") for _ in range(width - len(cells))]
        for number, cell in enumerate(cells):
            side = _side(name, number, columns)
            if side != "center":
                cell.set("columnalign", side)
                cell.set("class", side)  # browsers know no other way
    spacing = {"columnspacing": "0em"} if name in ALIGNED else {"columnspacing": "1em"}
    shown = {"displaystyle": "true"} if name in (*ALIGNED, "gathered", "gather", "gather*") else {}
    made = [node("mtr", *cells) for cells in rows]
    return node("mtable", *made, **({} if name == "substack" else spacing), **shown)


def _side(name: str, number: int, columns: Sequence[str]) -> str:
    if columns:
        return columns[min(number, len(columns) - 1)]
    if name in ALIGNED:
        return "left" if number % 2 else "right"
    return "left" if name == "cases" else "center"


def _between(name: str, table: Element) -> Element:
    opening, closing = BRACKETS[name]
    if not opening:
        return table
    parts = [leaf("mo", opening, stretchy="true", fence="true", form="prefix"), table]
    if closing:
        parts.append(leaf("mo", closing, stretchy="true", fence="true", form="postfix"))
    return node("mrow", *parts)
