"""Which branch of a `cs:choose` is taken.

In:  a `cs:if` or `cs:else-if`, and the scope.
Out: whether its conditions hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.citations.csl.numbers import is_numeric

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from issuebrief.citations.csl.scope import Scope


def holds(element: Element, scope: Scope) -> bool:
    """Whether all, any or none of the conditions hold, as `match` says."""
    match, conditions = scope.style.conditions[element]
    wanted = match == "any"
    for name, value in conditions:
        if _holds(name, value, scope) is not (match == "all"):
            return wanted
    return not wanted


def _holds(name: str, value: str, scope: Scope) -> bool:
    if name == "type":
        return scope.work.type == value
    if name == "variable":
        return scope.has(value)
    if name == "is-numeric":
        return is_numeric(scope.text(value)) if scope.has(value) else False
    if name == "is-uncertain-date":
        date = scope.work.dates.get(value)
        return bool(date and date.about)
    if name == "locator":
        return bool(scope.cite.locator) and scope.cite.label == value
    if name == "position":
        return _at(value, scope)
    if name == "disambiguate":
        return (value == "true") == scope.distinction.condition
    return False


def _at(position: str, scope: Scope) -> bool:
    if scope.in_list:
        return False
    if position == "first":
        return scope.position == "first"
    if position == "subsequent":
        return scope.position != "first"
    if position == "ibid":
        return scope.position in ("ibid", "ibid-with-locator")
    if position == "near-note":
        return scope.near and scope.position != "first"
    return scope.position == position
