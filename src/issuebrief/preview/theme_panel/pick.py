"""What stands at a point of a page, and which tokens and rules made it.

In:  a point, the pages, and the rules of the theme that they were laid out with.
Out: `Picked`: the element, its tokens, the rules that apply to it and those that are handed down to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weasyprint.css.properties import INHERITED

from issuebrief.layout.styles.applied_rules import AppliedRules, winners
from issuebrief.layout.styles.token_origins import tokens_behind
from issuebrief.preview.theme_panel.model import AppliedProperty, AppliedRule, Picked
from issuebrief.preview.theme_panel.page_boxes import box_at, elements_of, placed_boxes
from issuebrief.preview.theme_panel.token_rows import shown_file
from issuebrief.theming.shipped_sheets import is_shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from issuebrief.engine.protocols import CssElement, DrawnPage
    from issuebrief.layout.styles.applied_rules import AppliedDeclaration
    from issuebrief.preview.theme_panel.model import PickQuestion
    from issuebrief.preview.theme_panel.page_boxes import PlacedBox
    from issuebrief.resources import SearchPath
    from issuebrief.theming.style_sheets import StyleRules

MOST_AREAS = 200
LINE = "data-line"


def picked(
    question: PickQuestion, pages: Sequence[DrawnPage], rules: StyleRules, search_path: SearchPath
) -> Picked | None:
    """What stands at the point; None where nothing does."""
    placed = box_at(pages, question.page, question.x, question.y)
    if placed is None:
        return None
    applied = AppliedRules(rules)
    if placed.element is None:
        return _in_margin(placed, pages[question.page], applied, search_path)
    element = elements_of(pages[question.page]).get(placed.element)
    if element is None:
        return None
    ancestors = [element, *_ancestors(element)]
    up = min(question.up, len(ancestors) - 1)
    element, part = ancestors[up], None if up else placed.part
    mine = (element.etree_element, part)
    pieces = [each for each in placed_boxes(pages) if each.outer and (each.element, each.part) == mine]
    return Picked(
        tag=f"{element.local_name}::{part}" if part else element.local_name,
        classes=_classes(element),
        line=_line(ancestors[up:]),
        tokens=_tokens(element, part, applied),
        rules=tuple(_rules(element, part, applied, search_path)),
        areas=tuple(each.area for each in pieces[:MOST_AREAS]),
        around=tuple(map(_named, ancestors[up + 1 :])),
    )


def _in_margin(placed: PlacedBox, page: DrawnPage, applied: AppliedRules, search_path: SearchPath) -> Picked:
    """A box in the margin of a page, which belongs to no element."""
    declared = applied.on_page(page._page_box.page_type, placed.margin)
    winning = winners(declared)
    found = tuple(_told(declared, winning, {}, search_path))
    tokens = dict.fromkeys(token for each in winning.values() for token in each.tokens)
    return Picked(placed.margin, (), 0, tuple(tokens), found, (placed.area,))


def _ancestors(element: CssElement) -> Iterator[CssElement]:
    above = element.parent
    while above is not None:
        yield above
        above = above.parent


def _named(element: CssElement) -> str:
    """An element as a selector would name it."""
    return ".".join((element.local_name, *_classes(element)))


def _classes(element: CssElement) -> tuple[str, ...]:
    return tuple((element.etree_element.get("class") or "").split())


def _line(elements: Sequence[CssElement]) -> int:
    """The line of the file that the innermost of some elements with a line came from."""
    said = (element.etree_element.get(LINE) or "" for element in elements)
    return next((int(line) for line in said if line.isdecimal()), 0)


def custom_properties(element: CssElement, applied: AppliedRules) -> dict[str, AppliedDeclaration]:
    """The declarations of tokens that count on an element, be they handed down to it."""
    found: dict[str, AppliedDeclaration] = {}
    for each in reversed([element, *_ancestors(element)]):
        winning = winners(applied.on(each))
        found |= {name: declared for name, declared in winning.items() if name.startswith("--")}
    return found


def _tokens(element: CssElement, part: str | None, applied: AppliedRules) -> tuple[str, ...]:
    """The tokens that what is set on an element comes from, its own before those that are handed down."""
    custom = custom_properties(element, applied)
    found: dict[str, None] = {}
    known: set[str] = set()
    for _, declared, names in _levels(element, part, applied):
        winning = {name: each for name, each in winners(declared).items() if name in names - known}
        for name, each in winning.items():
            found.update(dict.fromkeys(tokens_behind(each, custom, {name})))
        known |= set(winning)
    return tuple(found)


def _levels(
    element: CssElement, part: str | None, applied: AppliedRules
) -> Iterator[tuple[str, list[AppliedDeclaration], AbstractSet[str]]]:
    """What applies to an element and to those around it, with the properties that reach the element."""
    own = applied.on(element, part)
    yield "", own, {name for declared in own for name in declared.names}
    for above in [*([element] if part else []), *_ancestors(element)]:
        declared = applied.on(above)
        names = {name for each in declared for name in each.names if name in INHERITED}
        yield _named(above), declared, names


def _rules(
    element: CssElement, part: str | None, applied: AppliedRules, search_path: SearchPath
) -> Iterator[AppliedRule]:
    """The rules that apply, the strongest first, then those that are handed down, the nearest first."""
    custom = custom_properties(element, applied)
    known: set[str] = set()
    for source, declared, names in _levels(element, part, applied):
        reaching = [each for each in declared if not source or set(each.names) & set(names)]
        winning = {
            name: each for name, each in winners(declared).items() if name in names and name not in known
        }
        if source:
            reaching = [each for each in reaching if each in winning.values()]
        yield from _told(reaching, winning, custom, search_path, source)
        known |= set(winning)


def _told(
    declared: Sequence[AppliedDeclaration],
    winning: Mapping[str, AppliedDeclaration],
    custom: Mapping[str, AppliedDeclaration],
    search_path: SearchPath,
    source: str = "",
) -> Iterator[AppliedRule]:
    """Declarations by their rules, the strongest rule first."""
    groups: dict[tuple[int, str], list[AppliedDeclaration]] = {}
    for each in declared:
        groups.setdefault((id(each.rule.node), each.selector), []).append(each)
    counting = {id(each) for each in winning.values()}
    for group in reversed(groups.values()):
        rule = group[0].rule
        properties = tuple(
            AppliedProperty(each.node.name, each.value, id(each) in counting, tokens_behind(each, custom))
            for each in group
        )
        yield AppliedRule(
            selector=group[0].selector,
            file=shown_file(rule.sheet, search_path),
            line=rule.node.source_line,
            origin="shipped" if is_shipped(rule.sheet) else "own",
            properties=properties,
            inherited=source,
        )
