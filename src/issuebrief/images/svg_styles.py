"""The styles of a drawing (SVG) as attributes of its elements.

In:  the tree of a drawing with style sheets, `style` attributes and custom properties.
Out: each declaration as an attribute of the element that it holds for, shorthands of fonts taken apart
     and values in words WeasyPrint knows. Of the style sheets the rules for fonts are left.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import cssselect2
import tinycss2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols import CssElement, CssNode

Declaration = tuple[str, str, bool]
"""Name, value, and whether it is important."""

SIZES = {
    "xx-small": "9px", "x-small": "10px", "small": "13px", "medium": "16px", "large": "18px",
    "x-large": "24px", "xx-large": "32px", "xxx-large": "48px", "smaller": "0.833em", "larger": "1.2em",
}  # fmt: skip
"""Sizes by name, as browsers have them."""
SIZE = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?:px|pt|pc|in|cm|mm|q|r?em|ex|%)?$")
SUM = re.compile(r"calc\(\s*([\d.]+)(px|pt|em|%)\s*([+-])\s*([\d.]+)\2\s*\)$")
WEIGHTS = {"bolder": "700", "lighter": "300"}
HEAVY = re.compile(r"\d|bold|lighter")
SLOPES = ("italic", "oblique")
VARIABLE = re.compile(r"var\(\s*(--[^\s,()]+)\s*(?:,([^()]*(?:\([^()]*\)[^()]*)*))?\)")
LIGHT = re.compile(r"light-dark\(\s*((?:[^(),]|\([^()]*\))+),(?:[^()]|\([^()]*\))*\)")
MEDIA = re.compile(r"\b(?:all|print)\b|^\s*$", re.IGNORECASE)
UNSAID = ("unset", "revert", "revert-layer")
"""Values that stand for none, so that what is inherited holds."""

MOST_VARIABLES = 20
"""So often a custom property may refer to another."""


class SvgStyles:
    """The style sheets of a drawing, to be applied element by element from the root down."""

    def __init__(self, root: Element) -> None:
        self._matcher = cssselect2.Matcher()
        self._rules = 0
        self._wrappers: dict[Element, CssElement] = {}
        for sheet in root.iter():
            if isinstance(sheet.tag, str) and sheet.tag.rpartition("}")[2] == "style":
                self._read(sheet)
        if self._rules:
            wrapper = cssselect2.ElementWrapper.from_xml_root(root)
            self._wrappers = {each.etree_element: each for each in wrapper.iter_subtree()}

    def apply(self, element: Element, variables: Mapping[str, str]) -> Mapping[str, str]:
        """Make attributes of an element's declarations; gives its custom properties, inherited ones too."""
        declared = list(self._declarations(element))
        own = {name: value for name, value in declared if name.startswith("--")}
        variables = {**variables, **own} if own else variables
        attributes = element.attrib
        for name, value in attributes.items():
            if "var(" in value or "light-dark(" in value:
                attributes[name] = _resolved(value, variables) or ""
        if font := attributes.pop("font", ""):
            declared = [*_font(font), *declared]
        for name, value in declared:
            resolved = _resolved(value, variables)
            if name.startswith("--") or resolved is None:
                continue
            if name in ("width", "height") and not SIZE.match(resolved.lower()):
                continue
            attributes.update(_font(resolved) if name == "font" else [(name, resolved)])
        _spell(attributes)
        return variables

    def _declarations(self, element: Element) -> Iterator[tuple[str, str]]:
        """What the sheets and the element itself declare, the weakest first."""
        found: list[Declaration] = []
        if wrapper := self._wrappers.get(element):
            for *_, declarations in self._matcher.match(wrapper):
                found += declarations
        if style := element.attrib.pop("style", ""):
            found += _parsed(style)
        for important in (False, True):
            yield from ((name, value) for name, value, heavy in found if heavy is important)

    def _read(self, sheet: Element) -> None:
        rules = tinycss2.parse_stylesheet(sheet.text or "", skip_comments=True, skip_whitespace=True)
        fonts = [rule for rule in rules if rule.type == "at-rule" and rule.lower_at_keyword == "font-face"]
        for rule in _flat(rules):
            try:
                selectors = cssselect2.compile_selector_list(rule.prelude)
            except cssselect2.SelectorError:
                continue
            declarations = _parsed(tinycss2.serialize(rule.content))
            for selector in selectors:
                if selector.pseudo_element is None and not selector.never_matches:
                    self._matcher.add_selector(selector, declarations)
                    self._rules += 1
        sheet.text = "".join(rule.serialize() for rule in fonts)


def _flat(rules: Iterable[CssNode]) -> Iterator[CssNode]:
    """The rules of a sheet, and those of its parts for all media or for print."""
    for rule in rules:
        if rule.type == "qualified-rule":
            yield rule
            continue
        media = rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content
        if media and MEDIA.search(tinycss2.serialize(rule.prelude)):
            yield from _flat(tinycss2.parse_rule_list(rule.content, skip_whitespace=True))


@lru_cache(maxsize=1000)
def _parsed(style: str) -> tuple[Declaration, ...]:
    """The declarations of a rule or a `style` attribute; a drawing has the same ones again and again."""
    return tuple(
        (
            each.name if each.name.startswith("--") else each.lower_name,
            tinycss2.serialize(each.value).strip(),
            each.important,
        )
        for each in tinycss2.parse_blocks_contents(style)
        if each.type == "declaration"
    )


def _resolved(value: str, variables: Mapping[str, str]) -> str | None:
    """A value with its custom properties in place; None where one is not defined."""
    for _ in range(MOST_VARIABLES):
        found = VARIABLE.search(value)
        if not found:
            break
        put = variables.get(found[1], found[2])
        if put is None:
            return None
        value = f"{value[: found.start()]}{put.strip()}{value[found.end() :]}"
    return LIGHT.sub(lambda found: found[1].strip(), value)


@lru_cache(maxsize=200)
def _font(value: str) -> tuple[tuple[str, str], ...]:
    """The longhands of `font: italic bold 12px/1.2 "Some Face", serif`; none where it names no size."""
    tokens = [token for token in tinycss2.parse_component_value_list(value) if token.type != "comment"]
    place = next((place for place, token in enumerate(tokens) if _is_size(token)), None)
    if place is None:
        return ()
    before = [tinycss2.serialize([token]).lower() for token in tokens[:place] if token.type != "whitespace"]
    after = re.sub(r"^\s*/\s*\S+", "", tinycss2.serialize(tokens[place + 1 :]))
    return (
        ("font-style", next((word for word in before if word in SLOPES), "normal")),
        (
            "font-weight",
            next((word for word in before if HEAVY.match(word)), "400"),
        ),
        ("font-size", tinycss2.serialize([tokens[place]])),
        *([("font-family", after.strip())] if after.strip() else []),
    )


def _is_size(token: CssNode) -> bool:
    if token.type == "ident":
        return token.lower_value in SIZES
    if token.type == "function":
        return bool(token.lower_name == "calc")
    return token.type in ("dimension", "percentage")


def _spell(attributes: dict[str, str]) -> None:
    """Say the values of an element as WeasyPrint knows them."""
    for name in [name for name, value in attributes.items() if value in UNSAID]:
        del attributes[name]
    if size := attributes.get("font-size"):
        attributes["font-size"] = _size(size)
        if not attributes["font-size"]:
            del attributes["font-size"]
    if weight := attributes.get("font-weight"):
        attributes["font-weight"] = WEIGHTS.get(weight.lower(), weight.lower())
    if families := attributes.get("font-family"):
        attributes["font-family"] = ",".join(name.strip().strip("\"'") for name in families.split(","))
    for name in ("fill", "stroke", "stop-color", "flood-color", "color"):
        if attributes.get(name, "").lower() == "currentcolor":
            attributes[name] = "currentColor"


def _size(size: str) -> str:
    """A size of letters in a unit that WeasyPrint knows; nothing where there is none."""
    size = size.strip().lower()
    if found := SUM.match(size):
        sign = -1 if found[3] == "-" else 1
        return f"{float(found[1]) + sign * float(found[4]):g}{found[2]}"
    size = SIZES.get(size, size)
    return size if SIZE.match(size) or size == "inherit" else ""
