"""Dates in citations.

In:  a `cs:date` and the scope.
Out: the date as the style or its locale writes it, with the parts that the work has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.citations.csl.numbers import ordinal
from issuebrief.citations.csl.runs import Run, Runs, dressed, joined, read_field
from issuebrief.citations.csl.scope import Made
from issuebrief.citations.csl.text_case import in_case

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from issuebrief.citations.csl.scope import Scope
    from issuebrief.citations.csl.works import WorkDate

Part = tuple["Mapping[str, str]", str]
OPEN = (0,)
"""The end of a range that has none, as data of CSL have it."""
LEVELS = {"year": 0, "month": 1, "day": 2}


def make_date(element: Element, scope: Scope) -> Made:
    """A date, or nothing where the work has none."""
    variable = element.get("variable", "")
    date = scope.work.dates.get(variable)
    if date is None or date.is_empty or variable in scope.suppressed:
        return Made([], True, False)
    if not date.parts:
        runs = read_field(date.literal)
        runs += _suffix(scope, variable)
        return Made(dressed(runs, element.attrib), True, True)
    parts, delimiter = _parts(element, scope)
    if scope.sorting:
        return Made([Run(sortable(date))], True, True)
    first, last = date.parts[0], date.parts[-1] if len(date.parts) > 1 else ()
    runs = _range(parts, first, last, delimiter, date, scope, variable) if last else []
    runs = runs or _one(parts, first, delimiter, date, scope, variable)
    return Made(dressed(runs, element.attrib), True, bool(runs))


def sortable(date: WorkDate) -> str:
    """A date as text that sorts."""
    return "-".join("/".join(f"{number:05d}" for number in part) for part in date.parts) or date.literal


def _parts(element: Element, scope: Scope) -> tuple[list[Mapping[str, str]], str]:
    """The parts of a date in their order with their attributes, and what stands between them."""
    form = element.get("form")
    own = {part.get("name", ""): part.attrib for part in element if part.tag == "date-part"}
    if not form:
        return [part.attrib for part in element if part.tag == "date-part"], element.get("delimiter", "")
    localised = scope.style.locale.dates.get(form)
    shown = element.get("date-parts", "year-month-day").split("-")
    if localised is None:
        return [{"name": name} for name in shown], " "
    found: list[Mapping[str, str]] = []
    for part in localised:
        name = part.get("name", "")
        if name in shown:
            affixes = dict(part.attrib)
            given = {
                key: value for key, value in own.get(name, {}).items() if key not in ("prefix", "suffix")
            }
            found.append({**affixes, **given})
    return found, localised.get("delimiter", "")


def _one(
    parts: list[Mapping[str, str]],
    day: tuple[int, ...],
    delimiter: str,
    date: WorkDate,
    scope: Scope,
    variable: str,
) -> Runs:
    made = [
        (part, _part(part, day, date, scope, variable))
        for part in parts
        if _value(part, day, date) is not None
    ]
    made = [(part, runs) for part, runs in made if runs]
    if made and len(made) < len(parts):
        made = _trimmed(made, parts)
    return joined([runs for _, runs in made], delimiter)


def _trimmed(
    made: list[tuple[Mapping[str, str], Runs]], parts: list[Mapping[str, str]]
) -> list[tuple[Mapping[str, str], Runs]]:
    """Without the affix at the edge that led to a part which is not there."""
    last, runs = made[-1]
    if last is not parts[-1] and (suffix := last.get("suffix")) and runs[-1].text == suffix:
        made[-1] = (last, runs[:-1])
    return made


def _range(
    parts: list[Mapping[str, str]],
    first: tuple[int, ...],
    last: tuple[int, ...],
    delimiter: str,
    date: WorkDate,
    scope: Scope,
    variable: str,
) -> Runs:
    """A range of dates: what both have in common is written once."""
    shown = [part.get("name", "") for part in parts]
    differ = next(
        (
            name
            for name, level in LEVELS.items()
            if name in shown and first[level : level + 1] != last[level : level + 1]
        ),
        "",
    )
    if not differ:
        return []
    smallest = [name for name in shown if LEVELS[name] >= LEVELS[differ]]
    inside = [number for number, part in enumerate(parts) if part.get("name") in smallest]
    start, stop = inside[0], inside[-1] + 1
    block = parts[start:stop]
    own = [part for part in block if part.get("name") == differ]
    dash = next((part["range-delimiter"] for part in (*own, *block) if "range-delimiter" in part), "–")
    one = _one(block, first, delimiter, date, scope, variable)
    if last == OPEN:
        return [*_one(parts, first, delimiter, date, scope, variable), Run(dash)]
    two = _one(block, last, delimiter, date, scope, variable)
    tail = ""
    if two and one and (suffix := block[-1].get("suffix")) and one[-1].text == suffix:
        one, tail = one[:-1], ""
    before = _one(parts[:start], first, delimiter, date, scope, variable)
    after = _one(parts[stop:], last, delimiter, date, scope, variable)
    del tail
    spaced = f" {dash} " if any(run.text.strip().count(" ") for run in one) else dash
    return joined([before, [*one, Run(spaced), *two], after], delimiter)


def _value(part: Mapping[str, str], day: tuple[int, ...], date: WorkDate) -> int | None:
    level = LEVELS.get(part.get("name", ""), 9)
    if level == 1 and len(day) < 2 and date.season:
        return 0
    return day[level] if level < len(day) else None


def _part(part: Mapping[str, str], day: tuple[int, ...], date: WorkDate, scope: Scope, variable: str) -> Runs:
    name, form = part.get("name", ""), part.get("form", "")
    value = _value(part, day, date) or 0
    locale = scope.style.locale
    if name == "year":
        text = str(value)[-2:] if form == "short" else _year(value, scope)
    elif name == "month" and not value:
        text = locale.term(f"season-{date.season:02d}")
    elif name == "month":
        text = _month(value, form, scope)
    elif form == "ordinal" and (value == 1 or locale.options.get("limit-day-ordinals-to-day-1") != "true"):
        text = ordinal(value, locale, f"month-{day[1]:02d}" if len(day) > 1 else "")
    else:
        text = f"{value:02d}" if form == "numeric-leading-zeros" else str(value)
    runs = read_field(text)
    if runs and (case := part.get("text-case")):
        runs = in_case(runs, case, english=locale.is_english)
    runs += _suffix(scope, variable) if name == "year" else []
    return dressed(runs, part)


def _year(value: int, scope: Scope) -> str:
    if value < 0:
        return f"{-value}{scope.style.locale.term('bc') or ' BC'}"
    return f"{value}{scope.style.locale.term('ad')}" if 0 < value < 1000 else str(value)


def _month(value: int, form: str, scope: Scope) -> str:
    if form.startswith("numeric"):
        return f"{value:02d}" if form.endswith("zeros") else str(value)
    return scope.style.locale.term(f"month-{value:02d}", form or "long")


def _suffix(scope: Scope, variable: str) -> Runs:
    """The letter behind a year, where the style does not say itself where it stands."""
    letter = scope.distinction.year_suffix
    if not letter or scope.style.explicit_suffix or scope.suffix_done or variable != "issued":
        return []
    scope.suffix_done = True
    return [Run(letter)]
