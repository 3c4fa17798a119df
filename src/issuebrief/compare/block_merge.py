"""Merge two versions of a page, block by block.

In:  the elements of both.
Out: one tree: blocks that both have, merged; blocks that one of them has, marked as a whole.

A block is what stands for itself: a paragraph, an item, a row. Text beside blocks counts as a paragraph
without a tag.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from issuebrief.compare.build_nodes import Status
from issuebrief.compare.copies import renewed, with_class
from issuebrief.compare.likeness import Sketch, pair_blocks
from issuebrief.compare.paragraph_merge import marked_as, merge_paragraph
from issuebrief.compare.tokens import (
    NOT_COMPARED,
    is_one_piece,
    signature,
    text_within,
    tokens_of,
    words_of,
)
from issuebrief.markdown_body.source.html_tree import HEADINGS, Element, Node, Text, is_blank, is_block

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

WHOLE = {Status.OLD: "deleted", Status.NEW: "inserted"}
"""The class of a block that one version alone has."""
AS_IT_IS = frozenset(("running-house", "running-title", "watermark"))
"""Classes of what is printed on every page: it is taken from the later version."""
TEXT_BEGINS = frozenset(("main", "ul", "ol", "dl", "table", "blockquote"))
"""Elements whose kids are told apart by what they say, and no longer by their names."""
LAID_ASIDE = frozenset(("aside", "figure"))
"""Elements that are placed beside the text or fitted to a picture; where they are gone they stand in the
text."""


@dataclass(slots=True)
class Merger:
    """What merging needs to know, and what it notes on the way.

    `keys` are those of notes' marks and of pictures, by the identity of the element. `gone` and `come` are
    blocks that one version has, each with the element it was made of.
    """

    keys: dict[int, Hashable]
    gone: list[tuple[Element, Element]] = field(default_factory=list)
    come: list[tuple[Element, Element]] = field(default_factory=list)
    sketches: dict[int, tuple[Element, Sketch]] = field(default_factory=dict)

    def key_of(self, piece: Element) -> Hashable:
        """What an element of one piece is compared by."""
        return self.keys.get(id(piece)) or (signature(piece), text_within(piece))

    def merged(self, old: Element, new: Element, *, named: bool = False) -> Element:
        """One block of the two; its kids go by their names where they are `named`."""
        if not AS_IT_IS.isdisjoint(new.classes):
            return new
        made = Element(new.tag, dict(new.attributes))
        if _is_restyled(old, new):
            made.attributes = with_class(made.attributes, "restyled") | {"data-was": old.tag}
        if old.tag == new.tag == "table":
            from issuebrief.compare.table_merge import merge_tables

            if merge_tables(self, old, new, made):
                return made
            made.tag, made.attributes = "", {}
            made.children = [self.whole(old, Status.OLD), self.whole(new, Status.NEW)]
            return made
        if is_leaf(old) and is_leaf(new):
            made.children = self.paragraph(old, new)
            return made
        named = named and new.tag not in TEXT_BEGINS and new.attributes.get("id") != "text"
        made.children = self.kids(units(old), units(new), named=named)
        if new.tag == "ol" and "notes" not in new.classes:
            _keep_numbers(made, old, new)
        return made

    def paragraph(self, old: Element, new: Element) -> list[Node]:
        """The inside of two paragraphs, merged."""
        typed = new.tag == "pre"
        before, after = (tokens_of(each.children, self.key_of, typed=typed) for each in (old, new))
        return merge_paragraph(before, after, renewed)

    def kids(self, old: Sequence[Element], new: Sequence[Element], *, named: bool = False) -> list[Node]:
        """The blocks of two versions, in the order of reading."""
        made: list[Node] = []
        pairs = pair_blocks(
            [self.sketch(each, named) for each in old], [self.sketch(each, named) for each in new]
        )
        for at, to in pairs:
            if at is not None and to is not None:
                made.append(self.merged(old[at], new[to], named=named))
            elif at is not None:
                made.append(self.whole(old[at], Status.OLD, noted=True))
            elif to is not None:
                made.append(self.whole(new[to], Status.NEW, noted=True))
            made.append(Text("\n"))
        return made

    def whole(self, block: Element, status: Status, *, noted: bool = False) -> Element:
        """A block that one version has, all of it marked."""
        made = self._marked(block, status)
        made.attributes = with_class(made.attributes, WHOLE[status])
        if status is Status.OLD and block.tag in LAID_ASIDE and "table" not in block.classes:
            made.tag = "div"
            made.attributes = {"class": f"deleted gone-{block.tag}", "data-was": block.tag}
        if not made.tag:
            made.tag = "div"
            made.attributes["data-was"] = ""
        if noted:
            (self.gone if status is Status.OLD else self.come).append((made, block))
        return made

    def _marked(self, block: Element, status: Status) -> Element:
        made = renewed(block, status)
        if is_leaf(block):
            tokens = tokens_of(block.children, self.key_of, typed=block.tag == "pre")
            made.children = marked_as(tokens, status, renewed)
            return made
        for unit in units(block):
            made.children += [self._marked(unit, status), Text("\n")]
        return made

    def sketch(self, block: Element, named: bool) -> Sketch:
        """What a block is compared by."""
        if id(block) not in self.sketches:
            name = _name(block) if named else ""
            sketch = Sketch(self._key(block), Counter(words_of(block)), _kind(block), name)
            # The block is kept with it: another that is made later might get its identity.
            self.sketches[id(block)] = (block, sketch)
        return self.sketches[id(block)][1]

    def _key(self, node: Node) -> Hashable:
        if isinstance(node, Text):
            return " ".join(node.value.split())
        if not NOT_COMPARED.isdisjoint(node.classes):
            return ""
        if not is_block(node) and node.tag and is_one_piece(node):
            return self.key_of(node)
        kids = tuple(key for key in map(self._key, node.children) if key != "")
        return (signature(node) if _kind(node) != "text" else "text", kids)


def units(block: Element) -> list[Element]:
    """The blocks in a block; what stands in line beside them is a block without a tag."""
    found: list[Element] = []
    loose: list[Node] = []
    for child in block.children:
        if is_block(child):
            _close(loose, found)
            assert isinstance(child, Element)
            found.append(child)
        else:
            loose.append(child)
    _close(loose, found)
    return found


def _close(loose: list[Node], found: list[Element]) -> None:
    if loose and not all(map(is_blank, loose)):
        found.append(Element("", {}, [*loose]))
    loose.clear()


def is_leaf(block: Element) -> bool:
    """Whether there are no blocks in a block."""
    return not any(map(is_block, block.children))


def _kind(block: Element) -> str:
    if block.tag in HEADINGS:
        return "heading"
    if block.tag in ("", "p"):
        return "text"
    classes = block.classes
    return f"{block.tag} {classes[0]}" if block.tag in ("aside", "div", "figure") and classes else block.tag


def _name(block: Element) -> str:
    classes = block.classes
    return f"{block.tag} {block.attributes.get('id') if block.tag == 'main' or not classes else classes[0]}"


def _is_restyled(old: Element, new: Element) -> bool:
    """Whether a block that both have is of another level or another kind."""
    if old.tag != new.tag:
        return bool(old.tag and new.tag)
    if new.tag == "figure":
        return sorted(old.classes) != sorted(new.classes)
    return new.tag == "ol" and any(old.attributes.get(name) != new.attributes.get(name) for name in ("type",))


def _keep_numbers(made: Element, old: Element, new: Element) -> None:
    """Give the items of a list the numbers that they have without those that are gone."""
    items = [child for child in made.children if isinstance(child, Element) and child.tag == "li"]
    if not any(item.classes for item in items) or any("value" in item.attributes for item in items):
        return
    if "reversed" in new.attributes or "reversed" in old.attributes:
        return
    number = {Status.OLD: _start(old), Status.NEW: _start(new)}
    for item in items:
        is_gone = "deleted" in item.classes
        item.attributes["value"] = str(number[Status.OLD if is_gone else Status.NEW])
        number[Status.OLD] += is_gone or "inserted" not in item.classes
        number[Status.NEW] += not is_gone


def _start(items: Element) -> int:
    start = items.attributes.get("start") or "1"
    return int(start) if start.lstrip("-").isdecimal() and len(start) < 9 else 1
