"""Style sheets joined to one, which is asked once for each element instead of once by each sheet.

In:  WeasyPrint's style sheets of one origin, in the order in which they apply.
Out: one that says the same. A theme has a dozen sheets, and the styles of all elements are worked out again
     for each way that the end of a brief is tried.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cssselect2 import Matcher

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weasyprint import CSS

KINDS = ("id_selectors", "class_selectors", "lower_local_name_selectors", "namespace_selectors")
"""Where a matcher keeps its selectors by what they ask for."""
LISTS = ("lang_attr_selectors", "other_selectors")
"""Where it keeps those that ask for nothing of that kind."""


class _LayerOrders:
    """In place of a sheet's layers, which are known by their order here."""

    def index(self, order: int) -> int:
        """The order of a layer in the sheet that it came from."""
        return order


@dataclass(frozen=True, eq=False)
class MergedSheet:
    """A style sheet as far as WeasyPrint looks at it when it works out styles."""

    matcher: Matcher = field(default_factory=Matcher)
    page_rules: list[Any] = field(default_factory=list)
    layers: _LayerOrders = field(default_factory=_LayerOrders)


def merged(sheets: Sequence[CSS]) -> MergedSheet:
    """One style sheet for all of them."""
    whole = MergedSheet()
    for sheet in sheets:
        _add(whole.matcher, sheet)
        whole.page_rules.extend(sheet.page_rules)
    return whole


def _add(matcher: Matcher, sheet: CSS) -> None:
    """Add a sheet's selectors behind those that are there, with their layers by their order."""
    for kind in KINDS:
        known = getattr(matcher, kind)
        for name, entries in getattr(sheet.matcher, kind).items():
            known.setdefault(name, []).extend(_entry(entry, matcher.order, sheet.layers) for entry in entries)
    for kind in LISTS:
        entries = getattr(sheet.matcher, kind)
        getattr(matcher, kind).extend(_entry(entry, matcher.order, sheet.layers) for entry in entries)
    matcher.order += sheet.matcher.order


def _entry(entry: Any, before: int, layers: Any) -> Any:
    """A selector's entry in a matcher that has so many before it."""
    test, specificity, order, pseudo_element, (declarations, layer) = entry
    known = None if layer is None else layers.index(layer)
    return test, specificity, before + order, pseudo_element, (declarations, known)
