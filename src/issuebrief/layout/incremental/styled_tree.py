"""The tree of a brief's HTML, kept, and brought up to date block by block.

In:  the HTML of a brief; later the same brief's HTML again.
Out: the tree that WeasyPrint reads. Each element has a token, which stays with it for as long as its own HTML
     stays as it is; whatever is kept of an element is kept by its token.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING
from xml.etree.ElementTree import tostring

import tinyhtml5
from cssselect2 import ElementWrapper
from weasyprint import HTML

from issuebrief.engine.pages import NeedsFullLayout
from issuebrief.layout.boxes.fragments import LINE
from issuebrief.layout.incremental.html_diff import BLOCKS, Exchange, Marked, exchanges, marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from issuebrief.engine.fetcher import ConfinedFetcher
    from issuebrief.engine.protocols import HtmlDocument

TOKEN = "data-token"
"""The attribute that elements carry: which they are, through all revisions of a brief."""
AROUND = {"<td": ("table", "tbody", "tr"), "<th": ("table", "tbody", "tr"), "<caption": ("table",)}
"""The elements in which alone some blocks are understood, by the blocks' beginning."""
NOTED = re.compile(rb' data-(?:token|line)="\d+"')


@dataclass(frozen=True)
class StyledTree:
    """A brief's HTML as a tree.

    `blocks` are the elements that are told apart, `lined` those that say their line, in their order.
    `versions` say how often something inside an element was exchanged, by its token. `fresh` are the elements
    that came last, `lost` those that went, `stale` the tokens of all that changed.
    """

    html: HtmlDocument
    text: Marked
    blocks: tuple[Element, ...]
    lined: tuple[Element, ...]
    parents: dict[Element, Element]
    tokens: Iterator[int]
    versions: dict[str, int] = field(default_factory=dict)
    fresh: tuple[Element, ...] = ()
    stale: frozenset[str] = frozenset()
    lost: tuple[Element, ...] = ()

    @property
    def is_told_apart(self) -> bool:
        """Whether the parser found the blocks and lines that the HTML was cut at."""
        found = (len(self.blocks), len(self.lined))
        return found == (len(self.text.pieces) - 1, len(self.text.lines))

    @property
    def elements(self) -> Iterator[Element]:
        """All elements, in their order."""
        elements: Iterator[Element] = self.html.etree_element.iter()
        return elements

    def above(self, element: Element) -> Iterator[Element]:
        """The elements that an element is in, from the inside out."""
        outer = self.parents.get(element)
        while outer is not None:
            yield outer
            outer = self.parents.get(outer)

    def with_changed(self, elements: Iterable[Element]) -> StyledTree:
        """The same, with more elements that count as changed, and all in them."""
        tokens = {inner.get(TOKEN, "") for element in elements for inner in element.iter()}
        above = {outer.get(TOKEN, "") for element in elements for outer in self.above(element)}
        versions = self.versions | {token: self.versions.get(token, 0) + 1 for token in tokens | above}
        return replace(self, stale=self.stale | tokens, versions=versions)

    def known_as(self, element: Element | None) -> tuple[str, int] | None:
        """What an element and all in it are kept by; None for one that has no token."""
        token = element.get(TOKEN) if element is not None else None
        return (token, self.versions.get(token, 0)) if token else None


@dataclass(frozen=True)
class Replacement:
    """A block to exchange: its number, the element it is in and its place there; itself, and the new one."""

    number: int
    parent: Element
    place: int
    old: Element
    new: Element


def new_copy(text: str, base_url: str, fetcher: ConfinedFetcher | None) -> StyledTree:
    """Read HTML from the beginning."""
    html, tokens = HTML(string=text, base_url=base_url, url_fetcher=fetcher), count(1)
    root = html.etree_element
    name_all(root, tokens)
    return StyledTree(html, marked(text), blocks_of(root), lined(root), parents_of(root), tokens)


def swaps(copy_: StyledTree, text: str) -> tuple[Marked, tuple[Replacement, ...]]:
    """The blocks to exchange, so that the tree says what a new text says; raises `NeedsFullLayout`.

    Blocks are told by counting, which is sure only where each is found to say what it said.
    """
    now = marked(text)
    found = exchanges(copy_.text, now) if copy_.is_told_apart else None
    if found is None:
        raise NeedsFullLayout
    return now, tuple(_swap(copy_, exchange) for exchange in found)


def _swap(copy_: StyledTree, exchange: Exchange) -> Replacement:
    old, was, new = copy_.blocks[exchange.number], _parsed(exchange.before), _parsed(exchange.after)
    if was is None or new is None or _plain(old) != _plain(was) or _markup(was) != _markup(new):
        raise NeedsFullLayout
    name_all(new, copy_.tokens)
    new.tail = old.tail
    if LINE in old.attrib:
        new.set(LINE, old.attrib[LINE])
    parent = copy_.parents[old]
    return Replacement(exchange.number, parent, list(parent).index(old), old, new)


@contextmanager
def corrected(copy_: StyledTree, now: Marked, exchanged: tuple[Replacement, ...]) -> Iterator[StyledTree]:
    """The copy with blocks exchanged.

    The tree is changed in place, and back again if the block that runs under it ends in an exception.
    """
    blocks, parents = list(copy_.blocks), copy_.parents
    try:
        for swap in exchanged:
            swap.parent[swap.place] = blocks[swap.number] = swap.new
            parents.update({swap.new: swap.parent, **parents_of(swap.new)})
        lined_ = lined(copy_.html.etree_element)
        if len(lined_) != len(now.lines):
            raise NeedsFullLayout
        number_lines(lined_, now.lines)
        yield replace(
            copy_,
            html=seen_anew(copy_.html),
            text=now,
            blocks=tuple(blocks),
            lined=lined_,
            versions=_versions(copy_, exchanged),
            fresh=tuple(swap.new for swap in exchanged),
            lost=tuple(swap.old for swap in exchanged),
            stale=frozenset(element.get(TOKEN, "") for swap in exchanged for element in swap.old.iter()),
        )
    except BaseException:
        for swap in exchanged:
            swap.parent[swap.place] = swap.old
        number_lines(copy_.lined, copy_.text.lines)
        _forget((swap.new for swap in exchanged), parents)
        raise
    _forget((swap.old for swap in exchanged), parents)


def name_all(root: Element, tokens: Iterator[int]) -> None:
    """Give an element and all in it tokens."""
    for element in root.iter():
        if isinstance(element.tag, str):
            element.set(TOKEN, str(next(tokens)))


def blocks_of(root: Element) -> tuple[Element, ...]:
    """The blocks that are told apart."""
    return tuple(element for element in root.iter() if element.tag in BLOCKS)


def lined(root: Element) -> tuple[Element, ...]:
    """The elements that say their line."""
    return tuple(element for element in root.iter() if element.get(LINE))


def parents_of(root: Element) -> dict[Element, Element]:
    """By element, the one that it is in."""
    return {child: parent for parent in root.iter() for child in parent}


def _forget(roots: Iterable[Element], parents: dict[Element, Element]) -> None:
    for root in roots:
        for element in root.iter():
            parents.pop(element, None)


def number_lines(blocks: Iterable[Element], lines: Iterable[int]) -> None:
    """Write down on each block the line that it is on."""
    for block, line in zip(blocks, lines, strict=True):
        block.set(LINE, str(line))


def seen_anew(html: HtmlDocument) -> HtmlDocument:
    """WeasyPrint's view of a tree, without what was noted while the tree was another."""
    html = copy(html)
    html.wrapper_element = ElementWrapper.from_html_root(html.etree_element)
    return html


def _versions(copy_: StyledTree, exchanged: tuple[Replacement, ...]) -> dict[str, int]:
    """The versions of all elements, those that hold something new being one further."""
    versions = dict(copy_.versions)
    for swap in exchanged:
        above: Element | None = swap.parent
        while above is not None:
            token = above.get(TOKEN, "")
            versions[token] = versions.get(token, 0) + 1
            above = copy_.parents.get(above)
    return versions


def _parsed(block: str) -> Element | None:
    """The element of a block's HTML, if it is one and nothing more."""
    around = next((tags for name, tags in AROUND.items() if block.startswith(name)), ())
    before = "".join(f"<{tag}>" for tag in around)
    root: Element = tinyhtml5.parse(f"<!DOCTYPE html><body>{before}{block}", namespace_html_elements=False)
    element = root.find("body")
    assert element is not None
    for _ in range(len(around) + 1):
        if len(element) != 1 or element.text:
            return None
        (element,) = element
    return element


def _markup(element: Element) -> list[tuple[object, ...]]:
    """All of a block that selectors can ask for: its elements, and whether there is text in them at all."""
    return [
        (inner.tag, inner.attrib, len(inner), bool(inner.text), bool(inner.tail)) for inner in element.iter()
    ]


def _plain(element: Element) -> bytes:
    """An element as it is, without what was noted on it."""
    alone = copy(element)
    alone.tail = None
    text: bytes = tostring(alone, "utf-8")
    return NOTED.sub(b"", text)
