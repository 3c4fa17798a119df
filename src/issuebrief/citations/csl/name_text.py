"""Names in citations: authors, editors, translators.

In:  a `cs:names` and the scope.
Out: the names as the style writes them, with their label; what stands in for names that a work has not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.citations.csl.name_row import NameShape, name_row
from issuebrief.citations.csl.runs import Run, Runs, dressed, joined, read_field
from issuebrief.citations.csl.scope import Made
from issuebrief.citations.csl.style_file import titles_in
from issuebrief.citations.csl.text_case import in_case

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from xml.etree.ElementTree import Element

    from issuebrief.citations.csl.scope import Scope

PAIRS = ({"editor", "translator"},)


def make_names(element: Element, scope: Scope, make: Callable[[Element, Scope], Made]) -> Made:
    """The names of the first of its variables that the work has, or what is set in their place."""
    runs, names = _named(element, NameShape.of(element, scope.standing_for), scope)
    if runs:
        if scope.standing_for is not None:
            scope.suppressed |= set(names)
        return _first_or_later(runs, scope)
    substitute = element.find("substitute")
    if substitute is None:
        return Made([], True, False)
    outer, scope.standing_for = scope.standing_for, element
    try:
        return _substituted(substitute, element, scope, make)
    finally:
        scope.standing_for = outer


def _substituted(
    substitute: Element, element: Element, scope: Scope, make: Callable[[Element, Scope], Made]
) -> Made:
    """What is set in the place of names that a work has not: the first of several that it has."""
    for child in substitute:
        made = make(child, scope)
        if not made.filled:
            continue
        if child.tag == "names":
            return made
        scope.suppressed |= titles_in(child, scope.style.titles)
        scope.author = made.runs if scope.author is None else scope.author
        return Made(dressed(made.runs, _affixes(element.attrib)), True, True)
    return Made([], True, False)


def _affixes(attributes: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in attributes.items() if name not in ("variable", "delimiter")}


def _first_or_later(runs: Runs, scope: Scope) -> Made:
    """Names; those that are made first are left out where the text around the citation has them."""
    if scope.author is not None:
        return Made(runs, True, True)
    scope.author = runs
    return Made([] if scope.cite.without_author else runs, True, True)


def _named(element: Element, shape: NameShape, scope: Scope) -> tuple[Runs, list[str]]:
    """The names of an element's variables in a shape."""
    variables = [name for name in element.get("variable", "").split() if name not in scope.suppressed]
    variables = [name for name in variables if scope.work.names.get(name)]
    if not variables:
        return [], []
    merged = ""
    pair = set(variables)
    if pair in PAIRS and len({scope.work.names[name] for name in variables}) == 1:
        merged, variables = "editortranslator", variables[:1]
    shown = _options(shape, scope)
    if shown.get("form") == "count":
        total = sum(len(scope.work.names[name]) for name in variables)
        return [Run(str(total))], variables
    parts = [_list(name, merged or name, shape, shown, scope) for name in variables]
    delimiter = shape.holder.get("delimiter", scope.name_options.get("names-delimiter", ""))
    return dressed(joined(parts, delimiter), _affixes(shape.holder.attrib)), variables


def _options(shape: NameShape, scope: Scope) -> dict[str, str]:
    """The options of names: those of the style, of its citations or list, and of the element itself."""
    return {**scope.name_options, **(shape.name.attrib if shape.name is not None else {})}


def _list(variable: str, role: str, element: NameShape, options: dict[str, str], scope: Scope) -> Runs:
    """The names of one variable, with the label where the element has it."""
    names = scope.work.names[variable]
    runs = name_row(names, options, element, scope)
    if scope.author is None and not scope.named:
        scope.named = runs
    runs = dressed(runs, element.name.attrib) if element.name is not None else runs
    label = element.label
    if label is None:
        return runs
    plural = label.get("plural", "contextual")
    several = plural == "always" or (plural == "contextual" and len(names) > 1)
    term = scope.style.locale.term(role, label.get("form", "long"), plural=several)
    labelled = read_field(term)
    if labelled and (case := label.get("text-case")):
        labelled = in_case(labelled, case, english=scope.style.locale.is_english)
    labelled = dressed(labelled, label.attrib)
    return [*labelled, *runs] if element.label_first else [*runs, *labelled]
