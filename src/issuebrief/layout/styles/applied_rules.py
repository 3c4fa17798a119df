"""The declarations that apply to an element, from the weakest to the strongest.

In:  the rules of style sheets; an element, or a page as WeasyPrint knows it.
Out: `AppliedDeclaration`s, each with its rule, its selector and the properties that it sets; and which of
     them win.

Selectors are matched, and shorthands expanded, by what WeasyPrint itself has for that.

Source: W3C, "CSS Cascading and Inheritance Level 5", section 6.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import cssselect2
import tinycss2
from weasyprint.css import StyleFor, parse_page_selectors

from issuebrief.layout.styles.rule_parts import expanded, selectors_of
from issuebrief.layout.styles.token_kinds import REFERENCE
from issuebrief.theming.design_tokens import UNLAYERED
from issuebrief.theming.style_rules import Rule
from issuebrief.theming.style_sheets import parsed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from issuebrief.engine.protocols import CssElement, CssNode, PageType
    from issuebrief.theming.style_sheets import StyleRules

Weight = tuple[bool, float, tuple[int, ...]]
"""Whether it is important, the place of its layer, and the specificity of its selector."""
PAGE_MEDIA = ("media", "layer")
"""The at-rules in which rules for pages may lie."""


@dataclass(frozen=True, eq=False)
class AppliedDeclaration:
    """A declaration with its rule, the selector that matches, and the plain properties that it sets.

    These are named as WeasyPrint does, with underscores; design tokens have their own names.
    """

    rule: Rule
    selector: str
    node: CssNode
    names: tuple[str, ...]
    weight: Weight
    shaped: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)
    """Which of the properties each token has a say in, as far as anybody asked."""

    @property
    def value(self) -> str:
        """The value as it is written."""
        return " ".join(str(tinycss2.serialize(self.node.value)).split())

    @property
    def tokens(self) -> tuple[str, ...]:
        """The tokens that the value itself refers to."""
        return tuple(dict.fromkeys(REFERENCE.findall(str(tinycss2.serialize(self.node.value)))))


class AppliedRules:
    """The rules of style sheets, ready to be asked for elements and pages."""

    def __init__(self, rules: StyleRules) -> None:
        self._layers = {layer: float(place) for place, layer in enumerate(rules.layers)}
        self._matcher = cssselect2.Matcher()
        for rule in rules.found:
            if rule.node.type == "qualified-rule":
                self._add(rule)
        self._page_rules = [
            (rule, data) for rule in _page_rules(rules) for data in parse_page_selectors(rule.node) or ()
        ]

    def on(self, element: CssElement, part: str | None = None) -> list[AppliedDeclaration]:
        """What applies to an element, or to a part of it such as `before`; the strongest come last."""
        found = [
            AppliedDeclaration(rule, text, node, names, (node.important, layer, specificity), shaped)
            for specificity, _, pseudo, (rule, text, node, names, layer, shaped) in self._matcher.match(
                element
            )
            if pseudo == part
        ]
        return sorted(found, key=lambda applied: applied.weight)

    def parts_of(self, element: CssElement) -> set[str]:
        """The parts of an element that any rule is for."""
        return {pseudo for _, _, pseudo, _ in self._matcher.match(element) if pseudo}

    def on_page(self, page_type: PageType, margin: str = "") -> list[AppliedDeclaration]:
        """What applies to a page, or to a box in its margin such as `@bottom-right`."""
        found = []
        for rule, data in self._page_rules:
            specificity = tuple(data["specificity"])
            kind = _Selector(**{name: value for name, value in data.items() if name != "specificity"})
            if not StyleFor._page_type_match(kind, page_type):
                continue
            said = " ".join(f"@page {tinycss2.serialize(rule.node.prelude)}".split())
            for node, selector in _page_declarations(rule.node, margin, said):
                if names := tuple(one.name for one in expanded([node], None)):
                    weight = (node.important, UNLAYERED, specificity)
                    found.append(AppliedDeclaration(rule, selector, node, names, weight))
        return sorted(found, key=lambda applied: applied.weight)

    def _add(self, rule: Rule) -> None:
        layer = self._layers.get(rule.layer, UNLAYERED)
        texts = selectors_of(rule.node.prelude)
        for node, written in _declarations(tinycss2.parse_blocks_contents(rule.node.content)):
            groups: dict[int, tuple[Sequence[CssNode], list[str]]] = {}
            for selectors, name, _, _ in expanded([written], rule.node.prelude):
                groups.setdefault(id(selectors), (selectors, []))[1].append(name)
            for selectors, plain in groups.values():
                names = (node.name,) if node.name.startswith("--") else tuple(plain)
                named = texts if len(texts) == len(selectors) else [", ".join(texts)] * len(selectors)
                shaped: dict[str, frozenset[str]] = {}
                for selector, text in zip(selectors, named, strict=True):
                    self._matcher.add_selector(selector, (rule, text, node, names, layer, shaped))


@dataclass(frozen=True)
class _Selector:
    """Which pages a rule is for, as WeasyPrint compares it with the type of a page."""

    side: str | None
    blank: bool | None
    first: bool | None
    index: tuple[int, int, str | None] | None
    name: str | None


def winners(applied: Iterable[AppliedDeclaration]) -> dict[str, AppliedDeclaration]:
    """The declaration of each property that counts; they are given from the weakest to the strongest."""
    return {name: declared for declared in applied for name in declared.names}


def _declarations(nodes: Iterable[CssNode]) -> Iterator[tuple[CssNode, CssNode]]:
    """The declarations of a rule, and of rules in it; each with what has it alone in its place."""
    for node in nodes:
        if node.type == "declaration":
            yield node, node
        elif node.type == "qualified-rule":
            for inner, written in _declarations(tinycss2.parse_blocks_contents(node.content)):
                alone = copy(node)
                alone.content = tinycss2.parse_component_value_list(tinycss2.serialize([written]))
                yield inner, alone


def _page_rules(rules: StyleRules) -> Iterator[Rule]:
    """The rules for pages, in the order of the sheets."""
    for sheet, text in rules.texts.items():
        for node in _in_media(parsed(text)):
            yield Rule(node, sheet, (), text)


def _in_media(nodes: Iterable[CssNode]) -> Iterator[CssNode]:
    for node in nodes:
        if node.type != "at-rule" or node.content is None:
            continue
        if node.lower_at_keyword == "page":
            yield node
        elif node.lower_at_keyword in PAGE_MEDIA:
            yield from _in_media(tinycss2.parse_rule_list(node.content, skip_whitespace=True))


def _page_declarations(rule: CssNode, margin: str, said: str) -> Iterator[tuple[CssNode, str]]:
    """The declarations of a rule for pages, or for one of the boxes in its margin; each with its selector."""
    for node in tinycss2.parse_blocks_contents(rule.content):
        if node.type == "declaration" and not margin:
            yield node, said
        elif node.type == "at-rule" and margin == f"@{node.lower_at_keyword}":
            for inner in tinycss2.parse_blocks_contents(node.content or ()):
                if inner.type == "declaration":
                    yield inner, f"{said} {margin}"
