"""A style of CSL, read from its file.

In:  the text of a `.csl` file, and the language of the brief.
Out: a `CitationStyle`; or `StyleFault`, which says in words why it is none.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from issuebrief.citations.csl.locales import SPACE, locale_of

if TYPE_CHECKING:
    from issuebrief.citations.csl.locales import Locale

DEEPEST = 80
"""Elements within elements in a style; those that people write have some 20."""
NAME_OPTIONS = (
    "and", "delimiter-precedes-et-al", "delimiter-precedes-last", "et-al-min", "et-al-use-first",
    "et-al-use-last",
    "et-al-subsequent-min", "et-al-subsequent-use-first", "initialize", "initialize-with",
    "name-as-sort-order",
    "sort-separator",
)  # fmt: skip
RENAMED = {"name-form": "form", "name-delimiter": "delimiter"}


class StyleFault(Exception):
    """A style that cannot be used; the text says why, as the end of a sentence."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(reason)
        self.line = line


Conditions = tuple[str, tuple[tuple[str, str], ...]]
TITLES = ("title", "title-short")


@dataclass(frozen=True)
class CitationLayout:
    """`cs:citation` or `cs:bibliography`: its layout, how it is sorted, and the options of its names."""

    options: dict[str, str]
    element: ElementTree.Element
    sort: ElementTree.Element | None
    names: dict[str, str]


@dataclass(frozen=True)
class CitationStyle:
    """A style with the locale that it is used in."""

    title: str
    is_note: bool
    options: dict[str, str]
    macros: dict[str, ElementTree.Element]
    citation: CitationLayout
    bibliography: CitationLayout | None
    locale: Locale
    explicit_suffix: bool = False
    """Whether it says itself where the letter behind a year stands."""
    titles: dict[str, frozenset[str]] = field(default_factory=dict)
    """Of each macro, the titles of a work that it prints, itself or through others."""
    conditions: dict[ElementTree.Element, Conditions] = field(default_factory=dict)
    """What each branch of a choice asks for, split into single conditions."""


def parent_of(text: str) -> str:
    """The address of the style that this one only gives another name; empty where it has rules of its own."""
    root = _parsed(text)
    for link in root.iter(f"{SPACE}link"):
        if link.get("rel") == "independent-parent" and root.find(f"{SPACE}citation") is None:
            return link.get("href", "")
    return ""


def read_style(text: str, language: str) -> CitationStyle:
    """The style in a file's text, for a brief in a language; raises `StyleFault`."""
    root = _parsed(text)
    overrides = [child for child in root if child.tag == f"{SPACE}locale"]
    locale = locale_of(language or root.get("default-locale", "en-US"), overrides)
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = element.tag.removeprefix(SPACE)
    citation = root.find("citation")
    if citation is None or citation.find("layout") is None:
        raise StyleFault("it has no layout for citations")
    macros = {element.get("name", ""): element for element in root.findall("macro")}
    order = _called_first(root, macros)
    bibliography = root.find("bibliography")
    title = root.findtext("info/title") or ""
    has_list = bibliography is not None and bibliography.find("layout") is not None
    return CitationStyle(
        " ".join(title.split()),
        root.get("class") == "note",
        dict(root.attrib),
        macros,
        _layout(root, citation),
        _layout(root, bibliography) if bibliography is not None and has_list else None,
        locale,
        any(text.get("variable") == "year-suffix" for text in root.iter("text")),
        _titles(order, macros),
        {element: _conditions(element) for tag in ("if", "else-if") for element in root.iter(tag)},
    )


def _conditions(element: ElementTree.Element) -> Conditions:
    wanted = ((name, value) for name, value in element.attrib.items() if name != "match")
    return element.get("match", "all"), tuple((name, one) for name, value in wanted for one in value.split())


def _titles(order: list[str], macros: dict[str, ElementTree.Element]) -> dict[str, frozenset[str]]:
    titles: dict[str, frozenset[str]] = {}
    for name in order:
        titles[name] = titles_in(macros[name], titles)
    return titles


def titles_in(element: ElementTree.Element, titles: dict[str, frozenset[str]]) -> frozenset[str]:
    """The titles that an element prints; `titles` has those of the macros."""
    found: set[str] = set()
    for each in element.iter():
        if each.get("variable", "") in TITLES:
            found.add(each.get("variable", ""))
        found |= titles.get(each.get("macro", ""), frozenset())
    return frozenset(found)


def _parsed(text: str) -> ElementTree.Element:
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as fault:
        raise StyleFault(f"it is not well-formed XML ({fault.msg})", fault.position[0]) from fault
    except (ValueError, RecursionError) as fault:
        raise StyleFault("it is not well-formed XML") from fault
    if root.tag != f"{SPACE}style":
        raise StyleFault("its first element is not <style> of CSL")
    deepest, level = 0, [root]
    while level and deepest <= DEEPEST:
        deepest += 1
        level = [child for element in level for child in element]
    if deepest > DEEPEST:
        raise StyleFault("its elements are nested too deeply")
    return root


def _called_first(root: ElementTree.Element, macros: dict[str, ElementTree.Element]) -> list[str]:
    """The macros, each behind those that it calls; raises `StyleFault` for one that is missing or endless."""
    calls: dict[str, list[str]] = {}
    for name, element in macros.items():
        calls[name] = [found.get("macro", "") for found in element.iter() if found.get("macro")]
    everywhere = [found.get("macro", "") for found in root.iter() if found.get("macro")]
    if missing := next((name for name in everywhere if name not in macros), ""):
        raise StyleFault(f"it calls the macro “{missing}”, which it does not have")
    left = dict(calls)
    order: list[str] = []
    while left:
        free = [name for name, called in left.items() if not any(other in left for other in called)]
        if not free:
            raise StyleFault(f"its macro “{next(iter(left))}” leads back to itself")
        order += free
        for name in free:
            del left[name]
    return order


def _layout(root: ElementTree.Element, element: ElementTree.Element) -> CitationLayout:
    layout = element.find("layout")
    assert layout is not None
    names = {name: root.attrib[name] for name in NAME_OPTIONS if name in root.attrib}
    names |= {short: root.attrib[name] for name, short in RENAMED.items() if name in root.attrib}
    names |= {name: element.attrib[name] for name in NAME_OPTIONS if name in element.attrib}
    names |= {short: element.attrib[name] for name, short in RENAMED.items() if name in element.attrib}
    for holder in (root, element):
        if "names-delimiter" in holder.attrib:
            names["names-delimiter"] = holder.attrib["names-delimiter"]
    return CitationLayout(dict(element.attrib), layout, element.find("sort"), names)
