"""The design tokens of a theme, as the cascade sets them on the root of a page.

In:  the rules of its style sheets.
Out: the custom properties that rules set on the root, in the order in which they win over each other: by
     importance, layer, specificity and place; and values with the tokens they refer to put in.

Source: W3C, "CSS Cascading and Inheritance Level 5", section 6; "CSS Custom Properties", section 3.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import SourceRange

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from issuebrief.engine.protocols import CssElement, CssNode
    from issuebrief.theming.style_rules import Layer, Rule
    from issuebrief.theming.style_sheets import StyleRules

UNLAYERED = float("inf")

ROOT = re.compile(r"(?:^|[\s>+~,(])(?:html(?![\w-])|:root)[^\s>+~]*$", re.IGNORECASE)
"""A selector that ends in a root of some kind."""


@dataclass(frozen=True)
class TokenDeclaration:
    """A declaration of a token, with its place in a style sheet."""

    token: str
    value: str
    sheet: Path
    line: int
    column: int
    important: bool = False
    text: str = field(default="", repr=False, compare=False)
    """All of the style sheet."""

    @property
    def place(self) -> SourceRange:
        """Where it is declared."""
        return SourceRange(self.sheet, self.line, self.column).covering(self.token)


def settings_of(rules: StyleRules, lang: str = "") -> tuple[TokenDeclaration, ...]:
    """The tokens set on the root of a page in that language; of two of one name the last counts."""
    root = _root(lang)
    places = {layer: place for place, layer in enumerate(rules.layers)}
    found = [
        (_weight(setting, specificity, rule, places), setting)
        for rule in rules.found
        if rule.node.type == "qualified-rule" and _has_tokens(rule.node.content)
        if (specificity := _specificity(rule, root)) is not None
        for setting in _settings(rule)
    ]
    return tuple(setting for _, setting in sorted(found, key=lambda pair: pair[0]))


def settings_elsewhere(rules: StyleRules) -> tuple[tuple[str, TokenDeclaration], ...]:
    """The tokens that are set on other elements than the root, each with the selector.

    What is set on a root that this page does not have, such as `:root[lang|="de"]`, is none of them.
    """
    return tuple(
        found
        for rule in rules.found
        if rule.node.type == "qualified-rule"
        for found in _elsewhere(rule, _has_tokens(rule.node.content) and not _is_of_root(rule))
    )


def _is_of_root(rule: Rule) -> bool:
    """Whether a rule is for a root, be it another one than this page's."""
    import tinycss2

    return _specificity(rule, _root("")) is not None or bool(
        ROOT.search(tinycss2.serialize(rule.node.prelude).strip())
    )


def _elsewhere(rule: Rule, is_elsewhere: bool) -> Iterator[tuple[str, TokenDeclaration]]:
    """The tokens of a rule, if it is for other elements, and of the rules inside it."""
    import tinycss2

    if is_elsewhere:
        selector = tinycss2.serialize(rule.node.prelude).strip()
        yield from ((selector, setting) for setting in _settings(rule))
    if any(node.type == "{} block" for node in rule.node.content or ()):
        for node in tinycss2.parse_blocks_contents(rule.node.content):
            if node.type == "qualified-rule":
                yield from _elsewhere(replace(rule, node=node), True)


def resolved(value: str, tokens: Mapping[str, str]) -> str:
    """A value with the tokens that it refers to put in, or what it says to take in their stead.

    It is empty where a token is there neither way, or refers to itself.
    """
    import tinycss2

    if "var(" not in value.lower():
        return value.strip()
    parts = _with_values(tinycss2.parse_component_value_list(value, skip_comments=True), tokens, frozenset())
    return "" if parts is None else parts.strip()


def _with_values(nodes: list[CssNode], tokens: Mapping[str, str], within: frozenset[str]) -> str | None:
    import tinycss2

    written = ""
    for node in nodes:
        part: str | None
        if node.type == "function" and node.lower_name == "var":
            part = _value_of(node, tokens, within)
        elif node.type == "function":
            inner = _with_values(node.arguments, tokens, within)
            part = None if inner is None else f"{node.name}({inner})"
        elif node.type == "() block":
            inner = _with_values(node.content or [], tokens, within)
            part = None if inner is None else f"({inner})"
        else:
            part = tinycss2.serialize([node])
        if part is None:
            return None
        written += part
    return written


def _value_of(node: CssNode, tokens: Mapping[str, str], within: frozenset[str]) -> str | None:
    """What `var(--token, fallback)` stands for; None for nothing."""
    import tinycss2

    arguments = list(node.arguments)
    comma = next(
        (n for n, part in enumerate(arguments) if part.type == "literal" and part.value == ","), None
    )
    name = tinycss2.serialize(arguments[:comma]).strip()
    if name in tokens and name not in within:
        value = tinycss2.parse_component_value_list(tokens[name], skip_comments=True)
        found = _with_values(value, tokens, within | {name})
        if found is not None:
            return found.strip()
    return None if comma is None else _with_values(arguments[comma + 1 :], tokens, within)


def _has_tokens(content: Sequence[CssNode] | None) -> bool:
    return any(node.type == "ident" and node.value.startswith("--") for node in content or ())


def _settings(rule: Rule) -> Iterator[TokenDeclaration]:
    import tinycss2

    for declaration in tinycss2.parse_blocks_contents(rule.node.content):
        if declaration.type == "declaration" and declaration.name.startswith("--"):
            value = "".join(node.serialize() for node in declaration.value if node.type != "comment")
            yield TokenDeclaration(
                declaration.name,
                value.strip(),
                rule.sheet,
                declaration.source_line,
                declaration.source_column,
                declaration.important,
                rule.text,
            )


def _weight(
    setting: TokenDeclaration, specificity: tuple[int, ...], rule: Rule, places: Mapping[Layer, int]
) -> tuple[object, ...]:
    """What is compared: importance turns the order of layers round."""
    order: tuple[float, ...] = (
        *(float(places[rule.layer[: depth + 1]]) for depth in range(len(rule.layer))),
        UNLAYERED,
    )
    if setting.important:
        order = tuple(-part for part in order)
    return setting.important, order, specificity


def _specificity(rule: Rule, root: CssElement) -> tuple[int, ...] | None:
    """That of the most specific selector which the root matches; None where none does."""
    import cssselect2

    try:
        selectors = cssselect2.compile_selector_list(rule.node.prelude)
    except cssselect2.SelectorError:
        return None
    return max(
        (
            selector.specificity
            for selector in selectors
            if selector.pseudo_element is None and selector.test(root)
        ),
        default=None,
    )


def _root(lang: str) -> CssElement:
    from xml.etree.ElementTree import Element

    import cssselect2

    root: CssElement = cssselect2.ElementWrapper.from_html_root(
        Element("html", {"lang": lang} if lang else {})
    )
    return root
