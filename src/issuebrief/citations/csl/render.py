"""The elements of a style made into text: `cs:text`, `cs:group`, `cs:choose`, `cs:label`, `cs:number`.

In:  an element of a style and the scope of a cite.
Out: `Made`: the runs, and whether values were asked for and found. A group without any is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.citations.csl.conditions import holds
from issuebrief.citations.csl.date_text import make_date
from issuebrief.citations.csl.name_text import make_names
from issuebrief.citations.csl.numbers import in_form, is_several, page_ranges
from issuebrief.citations.csl.runs import Run, Runs, dressed, joined, read_field
from issuebrief.citations.csl.scope import NOTHING, Made, Scope
from issuebrief.citations.csl.text_case import in_case

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

PAGES = ("page", "locator")


def make(element: Element, scope: Scope) -> Made:
    """What an element becomes."""
    scope.step()
    tag = element.tag
    if tag == "text":
        return _text(element, scope)
    if tag == "group":
        return _group(element, scope)
    if tag == "choose":
        return _choose(element, scope, "")
    if tag == "names":
        return make_names(element, scope, make)
    if tag == "date":
        return make_date(element, scope)
    if tag == "label":
        return _label(element, scope)
    return _number(element, scope) if tag == "number" else NOTHING


def make_all(elements: Iterable[Element], scope: Scope, delimiter: str = "") -> Made:
    """What several elements become, one behind the other."""
    called = filled = False
    parts: list[Runs] = []
    for element in elements:
        # The delimiter of a group stands between what a choice in it holds, too.
        made = _choose(element, scope, delimiter) if element.tag == "choose" else make(element, scope)
        called, filled = called or made.called, filled or made.filled
        parts.append(made.runs)
    return Made(joined(parts, delimiter), called, filled)


def _group(element: Element, scope: Scope) -> Made:
    made = make_all(element, scope, element.get("delimiter", ""))
    if made.called and not made.filled:
        return Made([], True, False)
    return Made(dressed(made.runs, element.attrib), made.called, made.filled)


def _choose(element: Element, scope: Scope, delimiter: str) -> Made:
    scope.step()
    for branch in element:
        if branch.tag == "else" or holds(branch, scope):
            return make_all(branch, scope, delimiter)
    return NOTHING


def _text(element: Element, scope: Scope) -> Made:
    attributes = element.attrib
    if name := attributes.get("macro"):
        made = make_all(scope.style.macros[name], scope)
        if made.called and not made.filled:
            return Made([], True, False)
        return Made(_shown(made.runs, element, scope), made.called, made.filled)
    if "value" in attributes:
        return Made(_shown(read_field(attributes["value"]), element, scope))
    if name := attributes.get("term"):
        plural = attributes.get("plural") == "true"
        term = scope.style.locale.term(name, attributes.get("form", "long"), plural=plural)
        return Made(_shown(read_field(term), element, scope))
    variable = attributes.get("variable", "")
    value = scope.text(variable)
    if attributes.get("form") == "short":
        value = scope.text(f"{variable}-short") or value
    if variable in PAGES and value and (variable == "page" or scope.cite.label == "page"):
        value = page_ranges(value, scope.style.options.get("page-range-format", ""), scope.style.locale)
    if not value:
        # A letter that no year needs is no value that is missing: "n.d." stands without it.
        return Made([], variable != "year-suffix", False)
    return Made(_shown(read_field(value), element, scope), True, True)


def _shown(runs: Runs, element: Element, scope: Scope) -> Runs:
    """Runs in the case that an element asks for, with its look and affixes."""
    if runs and (case := element.get("text-case")):
        runs = in_case(runs, case, english=_is_english(scope))
    return dressed(runs, element.attrib)


def _is_english(scope: Scope) -> bool:
    """Whether the work is in English, or in the language of an English brief."""
    language = scope.work.language
    return language.startswith(("en", "eng")) if language else scope.style.locale.is_english


def _label(element: Element, scope: Scope) -> Made:
    variable = element.get("variable", "locator")
    value = scope.text(variable)
    if not value:
        return Made([], True, False)
    name = scope.cite.label if variable == "locator" else variable
    plural = element.get("plural", "contextual")
    several = value.strip() not in ("1", "") if variable.startswith("number-of-") else is_several(value)
    is_plural = plural == "always" or (plural == "contextual" and several)
    term = scope.style.locale.term(name, element.get("form", "long"), plural=is_plural)
    # A label beside its value makes no group stand by itself: it is asked for with it.
    return Made(_shown(read_field(term), element, scope), True, bool(term))


def _number(element: Element, scope: Scope) -> Made:
    variable = element.get("variable", "")
    value = scope.text(variable)
    if not value:
        return Made([], True, False)
    written = in_form(value, element.get("form", "numeric"), scope.style.locale, variable)
    if variable in PAGES:
        form = scope.style.options.get("page-range-format", "")
        written = page_ranges(written, form, scope.style.locale)
    elif written.replace("-", "").isdigit() and "-" in written:
        written = written.replace("-", "–")
    return Made(_shown(read_field(written) or [Run(written)], element, scope), True, True)
