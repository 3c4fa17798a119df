"""Equations of a manuscript as formulas of a brief.

In:  Pandoc's inlines of kind `Math`, which hold LaTeX.
Out: `$…$` in a line and `$$…$$` by itself, between signs that stand for the dollars until the text is whole.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Any

from issuebrief.word_import.documents.import_problems import changed, guessed, quoted
from issuebrief.word_import.documents.marks import ALL, FORMULA, FORMULA_MARK, unmarked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.word_import.documents.model import TextBlock
    from issuebrief.word_import.inlines import Gathering

SPACES = ("Space", "SoftBreak", "LineBreak")
NUMBER = re.compile(r"[(\[][A-Za-z]?\d+(?:[.\-–]\d+)*[a-z]?[)\]]")
"""What is typed beside an equation that others refer to."""
COUNTED_BY_WORD = re.compile(r"\\begin\{array\}\{r\}\s(.*)\\#(\([^()]*\))\s\\end\{array\}", re.DOTALL)
"""An equation and its number as Word sets them in one line, where `#` divides the two."""
NAME = re.compile(r"\{#eq-\d+\}$")
TRAILING_SPACE = re.compile(r"(?:\s|\\ )+$")
FORMULAS = re.compile(
    f"{FORMULA}{{2}}[^{FORMULA}]+{FORMULA}{{2}}|"
    f"{FORMULA}[^{FORMULA}]+(?:{FORMULA * 2}[^{FORMULA}]+)*{FORMULA}"
)
"""A formula by itself, or as many in a line as touch."""
JOINER = "\u2060"
"""No space, and neither a letter nor a digit: it stands between a formula and one of these."""
BARS = re.compile(r"\\?\|")


def formula(content: Any, gathered: Gathering) -> str:
    """The formula in a line, or by itself where Pandoc has it so; empty for an empty equation."""
    tex = _tidy(content[1])
    if not tex:
        return ""
    gathered.equations += 1
    sign = FORMULA * (2 if content[0]["t"] == "DisplayMath" else 1)
    return f"{sign}{tex}{sign}"


def _tidy(tex: str) -> str:
    """LaTeX in one line, with no space at its ends, where a dollar would be taken for money."""
    return " ".join(TRAILING_SPACE.sub("", ALL.sub("", tex)).split())


def parts_around(inlines: list[Any]) -> list[list[Any]]:
    """A paragraph divided at the equations that stand by themselves in it."""
    parts: list[list[Any]] = [[]]
    if display_alone(inlines) is not None:
        return [inlines]
    for each in inlines:
        if _is_display(each):
            parts += [[each], []]
        else:
            parts[-1].append(each)
    return [part for part in parts if any(each["t"] not in SPACES for each in part)] or [inlines]


def _is_display(inline: Any) -> bool:
    return bool(inline["t"] == "Math" and inline["c"][0]["t"] == "DisplayMath")


def display_alone(inlines: Iterable[Any]) -> tuple[str, str] | None:
    """The LaTeX and the number of a paragraph that holds one equation, and at most its number."""
    said = [each for each in inlines if each["t"] not in SPACES]
    equations = [each for each in said if each["t"] == "Math"]
    words = "".join(each["c"] for each in said if each["t"] == "Str")
    label = "".join(unmarked(words).split())
    if len(equations) != 1 or any(each["t"] not in ("Math", "Str") for each in said):
        return None
    counted = COUNTED_BY_WORD.fullmatch(equations[0]["c"][1])
    if counted and not label:
        return _tidy(counted[1]), counted[2]
    if NUMBER.fullmatch(label) or (not label and _is_display(equations[0])):
        return _tidy(equations[0]["c"][1]), label
    return None


def displayed(tex: str, label: str, gathered: Gathering) -> str:
    """A formula by itself; one that had a number gets a name, and is counted anew."""
    if not tex:
        return ""
    gathered.equations += 1
    text = f"{FORMULA * 2}{tex}{FORMULA * 2}"
    return _named(text, label, gathered.number, gathered) if label else text


def _named(text: str, label: str, number: int, gathered: Gathering) -> str:
    gathered.gone.append(label)
    message = f"the number {quoted(label)} beside an equation is left out: equations are counted"
    gathered.told.append(guessed(gathered.path, message, number))
    return f"{text} {{#eq-0}}"


def with_equation_names(blocks: Iterable[TextBlock], gathered: Gathering) -> list[TextBlock]:
    """The blocks with names of equations in their order; a number on a line by itself is that of the last."""
    found: list[TextBlock] = []
    for block in blocks:
        before = found[-1].text if found else ""
        label = "".join(block.plain.split())
        if before.startswith(FORMULA * 2) and before.endswith(FORMULA) and NUMBER.fullmatch(label):
            found[-1] = replace(found[-1], text=_named(before, label, block.number, gathered))
        else:
            found.append(block)
    names = count(1)
    return [
        replace(block, text=NAME.sub(lambda _: f"{{#eq-{next(names)}}}", block.text))
        if block.text.startswith(FORMULA)
        else block
        for block in found
    ]


def apart_from_neighbours(line: str) -> str:
    """A line in which formulas that touch are one, and none touches a letter or a digit, as money does."""

    def settled(found: re.Match[str]) -> str:
        text = found[0]
        if text.startswith(FORMULA * 2):
            return text
        before = line[found.start() - 1 : found.start()]
        behind = line[found.end() : found.end() + 1]
        text = text.replace(FORMULA * 2, " ")
        return (JOINER if before.isalnum() else "") + text + (JOINER if behind.isdecimal() else "")

    return FORMULAS.sub(settled, line)


def told_equations(gathered: Gathering) -> list[Diagnostic]:
    """What is told of equations, however many there are."""
    if not gathered.equations:
        return []
    number = gathered.equations
    what = "1 equation is a formula" if number == 1 else f"{number} equations are formulas"
    hint = "hold each against the manuscript"
    return [changed(gathered.path, f"{what} in LaTeX", 0, hint)]


def in_cell(text: str) -> str:
    """The text of a cell: its formulas in the line, and without the bars that divide cells."""
    return FORMULA_MARK.sub(_in_line, text)


def _in_line(found: re.Match[str]) -> str:
    tex = BARS.sub(lambda bar: "\\vert " if bar[0] == "|" else "\\Vert ", found[1])
    return f"{FORMULA}{tex.rstrip()}{FORMULA}"


def without_formulas(text: str) -> str:
    """The text without its formulas, whose letters are no words."""
    return FORMULA_MARK.sub(" ", text)
