"""Computed styles with less work.

In:  WeasyPrint's requests for the styles of elements and pseudo-elements, while it reads, lays out and draws.
Out: the same values. Two of three are neither declared nor computed, but inherited or initial: those are
     handed out at once. And what matches alike in surroundings that are alike shares a style; by WeasyPrint
     itself, elements share one where they have the same parent's; but those with an id and the items of
     lists have each their own, and so had all in them, and all pseudo-elements.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

from weasyprint.css.computed_values import COMPUTER_FUNCTIONS, PHYSICAL_FUNCTIONS
from weasyprint.css.functions import check_math
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

from issuebrief.engine.patches import COMPUTED_STYLE_MISSING, SET_COMPUTED_STYLES, replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from weasyprint.css.targets import TargetCollector

    from issuebrief.engine.protocols import BoxStyle, StyleFor

OWN_RULES = frozenset(("position", "float", "display", "page"))
"""The properties for which WeasyPrint has rules of their own, beside those that decorate text."""
OF_FOOTNOTES = frozenset(("footnote-call", "footnote-marker"))
"""The pseudo-elements whose styles are changed for each footnote."""
PERSONAL = frozenset(("anchor", "counter_increment", "counter_reset", "counter_set"))
"""What many elements have each another of, and nothing inherits by itself: an id, the number of an item."""
SIMPLE = (str, int, float)
"""Types of values in which nothing is left to compute."""


class _Undeclared(NamedTuple):
    """What a property is where nothing declares it: inherited, or a value that may have to be computed.

    `logical` are other names under which it can be declared.
    """

    inherited: bool
    value: object
    computer: Callable[[BoxStyle, str, object], object] | None
    logical: tuple[str, ...]


CUSTOM = _Undeclared(inherited=True, value=None, computer=None, logical=())


class _Shared:
    """The styles of one document that elements and pseudo-elements share.

    `classes` has, by its identity, the first of the styles from which children inherit the same.
    """

    def __init__(self) -> None:
        self.styles: dict[tuple[object, ...], BoxStyle] = {}
        self.firsts: dict[tuple[object, ...], BoxStyle] = {}
        self.classes: dict[int, int] = {}

    def note(self, likeness: _Likeness, style: BoxStyle) -> None:
        """Keep a style for those that are like it; what is named by its identity lives as long."""
        self.styles[likeness.full] = style
        self.classes[id(style)] = id(self.firsts.setdefault(likeness.inherited, style))


class _Likeness(NamedTuple):
    """What a style is made of: all of it, and what counts for the styles of children."""

    full: tuple[object, ...]
    inherited: tuple[object, ...]


@contextmanager
def quick_styles() -> Iterator[None]:
    """Compute styles with less work, while the block runs."""
    with (
        replaced(COMPUTED_STYLE_MISSING, _handed_out(COMPUTED_STYLE_MISSING.value)),
        replaced(SET_COMPUTED_STYLES, _sharing(SET_COMPUTED_STYLES.value)),
    ):
        yield


def _handed_out(plain: Callable[[BoxStyle, str], object]) -> Callable[[BoxStyle, str], object]:
    """WeasyPrint's way to compute a property that a style does not have yet, shorter for most."""

    def missing(style: BoxStyle, key: str) -> object:
        rule = CUSTOM if key[:2] == "__" else _undeclared(key)
        parent, cascaded = style.parent_style, style.cascaded
        if rule is None or parent is None or key in cascaded:
            return plain(style, key)
        for name in rule.logical:
            if name in cascaded:
                return plain(style, key)
        if rule.inherited:
            value = parent[key]
            if not isinstance(value, SIMPLE) and check_math(value):
                return plain(style, key)
        else:
            value = rule.computer(style, key, rule.value) if rule.computer else rule.value
        style[key] = value
        return value

    return missing


def _sharing(plain: Callable[..., None]) -> Callable[..., None]:
    """WeasyPrint's way to give an element its style, which is that of another where that is the same."""
    known: WeakKeyDictionary[StyleFor, _Shared] = WeakKeyDictionary()

    def set_styles(
        style_for: StyleFor,
        element: object,
        parent: object,
        root: object = None,
        pseudo_type: str | None = None,
        base_url: str | None = None,
        target_collector: TargetCollector | None = None,
    ) -> None:
        styles, shared = style_for.get_computed_styles(), known.setdefault(style_for, _Shared())
        likeness = _likeness(style_for, element, parent, pseudo_type, shared.classes)
        style = shared.styles.get(likeness.full) if likeness else None
        if style is None:
            plain(style_for, element, parent, root, pseudo_type, base_url, target_collector)
            if likeness:
                shared.note(likeness, styles[element, pseudo_type])
            return
        styles[element, pseudo_type] = style
        if target_collector and style["anchor"]:
            target_collector.collect_anchor(style["anchor"])

    return set_styles


def _likeness(
    style_for: StyleFor, element: Any, parent: Any, pseudo_type: str | None, classes: dict[int, int]
) -> _Likeness | None:
    """What the style of an element or a pseudo-element is made of; None where it is to be its own.

    That is so of pages and their margins and of footnotes, whose styles WeasyPrint changes.
    """
    if not hasattr(element, "tag") or parent is None:
        return None
    around = style_for.get_computed_styles()[parent, None]
    if pseudo_type in OF_FOOTNOTES and around["float"] == "footnote":
        return None
    declared = style_for.get_cascaded_styles().get((element, pseudo_type), {})
    items = [
        (name, value if isinstance(value, str) else id(value), weight)
        for name, (value, weight) in declared.items()
    ]
    if any(declared[name][0] == "inherit" for name in PERSONAL & declared.keys()):
        return None
    begin = (classes.get(id(around), id(around)), pseudo_type)
    full = (*begin, *items)
    passed_on = tuple(item for item in items if item[0] not in PERSONAL)
    return _Likeness(full, full if len(passed_on) == len(items) else (*begin, *passed_on))


@cache
def _undeclared(key: str) -> _Undeclared | None:
    """What a property is where nothing declares it; None where that is not so simple."""
    if key in OWN_RULES or key.startswith("text_decoration_") or key not in INITIAL_VALUES:
        return None
    find = PHYSICAL_FUNCTIONS.get(key)
    logical = {find(block="ttb", inline=inline) for inline in ("ltr", "rtl")} if find else ()
    computer = COMPUTER_FUNCTIONS.get(key) if key in INITIAL_NOT_COMPUTED else None
    return _Undeclared(key in INHERITED, INITIAL_VALUES[key], computer, tuple(logical))
