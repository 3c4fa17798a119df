"""The tree of a brief's HTML, kept, with elements taken out and others put in.

In:  the tree as it is, and HTML that it is to say.
Out: the same tree with the new elements. Elements that say what they said stay the very same, and keep their
     tokens; those beside new or lost ones count as changed, for they may be set otherwise beside them.

Blocks with other markup than before are new elements. What only holds blocks is the same for as long as its
own tag is.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import tostring

from weasyprint import HTML

from issuebrief.engine.pages import NeedsFullLayout
from issuebrief.layout.boxes.fragments import LINE
from issuebrief.layout.incremental.html_diff import BLOCKS, marked
from issuebrief.layout.incremental.styled_tree import (
    NOTED,
    TOKEN,
    blocks_of,
    lined,
    name_all,
    number_lines,
    parents_of,
    seen_anew,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from issuebrief.engine.fetcher import ConfinedFetcher
    from issuebrief.layout.incremental.styled_tree import StyledTree

COUNTED = ("ol", "ul", "menu", "table", "thead", "tbody", "tfoot", "tr")
"""What holds things in a row: where one comes or goes, all others may be numbered or set otherwise."""


@dataclass
class _Changes:
    """What was done to a tree: children and tails as they were; elements new, lost, or beside these."""

    children: list[tuple[Element, list[Element]]] = field(default_factory=list)
    tails: list[tuple[Element, str | None]] = field(default_factory=list)
    new: list[Element] = field(default_factory=list)
    lost: list[Element] = field(default_factory=list)
    beside: list[Element] = field(default_factory=list)

    def undo(self) -> None:
        """Make the tree what it was."""
        for element, children in reversed(self.children):
            element[:] = children
        for element, tail in reversed(self.tails):
            element.tail = tail


@contextmanager
def merged(
    copy_: StyledTree, text: str, base_url: str, fetcher: ConfinedFetcher | None
) -> Iterator[StyledTree]:
    """The copy, brought up to what a text says; raises `NeedsFullLayout` where the whole page is another.

    The tree is changed in place, and back again if the block that runs under it ends in an exception.
    """
    root, now, changes = copy_.html.etree_element, marked(text), _Changes()
    new = HTML(string=text, base_url=base_url, url_fetcher=fetcher).etree_element
    if _own(root) != _own(new):
        raise NeedsFullLayout
    try:
        _merge(root, new, changes)
        for element in changes.new:
            name_all(element, copy_.tokens)
        lined_ = lined(root)
        if len(lined_) != len(now.lines):
            raise NeedsFullLayout
        number_lines(lined_, now.lines)
        yield _copy(copy_, root, changes, text=now, lined=lined_)
    except BaseException:
        changes.undo()
        number_lines(copy_.lined, copy_.text.lines)
        raise


def _merge(old: Element, new: Element, changes: _Changes) -> None:
    """Give an element the children of another, but for those that it has already."""
    before, after = list(old), list(new)
    said, says = [*map(_said, before)], [*map(_said, after)]
    if said == says:
        return
    changes.children.append((old, before))
    children: list[Element] = []
    for kind, first, end, start, stop in SequenceMatcher(None, said, says, autojunk=False).get_opcodes():
        if kind == "equal":
            children += before[first:end]
            continue
        put = _paired(before[first:end], after[start:stop], changes)
        if set(before[first:end]) != set(put):
            edges = [_edge(child, -1) for child in before[max(0, first - 1) : first]]
            edges += [_edge(child, 0) for child in before[end : end + 1]]
            edges += [_edge(child, place) for child in put if child in before for place in (0, -1)]
            changes.beside += before if old.tag in COUNTED else edges or [old]
        children += put
    old[:] = children


def _edge(element: Element, place: int) -> Element:
    """The first or the last block in an element."""
    while element.tag not in BLOCKS and element.tag not in COUNTED and len(element):
        element = element[place]
    return element


def _paired(before: list[Element], after: list[Element], changes: _Changes) -> list[Element]:
    """What stands in the place of some children: those of them that only hold others, and new ones."""
    put, left = [], list(before)
    for new in after:
        place = next((n for n, old in enumerate(left) if _holds_alike(old, new)), None)
        if place is None:
            changes.new.append(new)
            put.append(new)
            continue
        same = left[place]
        changes.lost += left[:place]
        changes.tails.append((same, same.tail))
        same.tail = new.tail
        _merge(same, new, changes)
        put.append(same)
        del left[: place + 1]
    changes.lost += left
    return put


def _holds_alike(old: Element, new: Element) -> bool:
    """Whether two elements only hold others, and are the same but for these."""
    hold = len(old) and len(new) and not _text(old) and not _text(new)
    return bool(hold and old.tag not in BLOCKS and _own(old) == _own(new))


def _own(element: Element) -> tuple[object, ...]:
    """An element without what is in it."""
    noted = (TOKEN, LINE)
    own = {name: value for name, value in element.attrib.items() if name not in noted}
    return element.tag, own, element.text, (element.tail or "").strip()


def _text(element: Element) -> str:
    """The text that stands in an element itself."""
    return "".join((element.text or "", *(child.tail or "" for child in element))).strip()


def _said(element: Element) -> bytes:
    """All that an element says, and what follows it."""
    said: bytes = tostring(element, "utf-8")
    return NOTED.sub(b"", said)


def _copy(copy_: StyledTree, root: Element, changes: _Changes, **more: Any) -> StyledTree:
    parents = parents_of(root)
    return replace(
        copy_,
        html=seen_anew(copy_.html),
        blocks=blocks_of(root),
        parents=parents,
        versions=_versions(copy_, root, [element for element, _ in changes.children], parents),
        fresh=tuple(changes.new),
        lost=tuple(changes.lost),
        stale=frozenset(_tokens((*changes.lost, *changes.beside))),
        **more,
    )


def _tokens(elements: Iterable[Element]) -> Iterator[str]:
    return (inner.get(TOKEN, "") for element in elements for inner in element.iter())


def _versions(
    copy_: StyledTree, root: Element, changed: list[Element], parents: dict[Element, Element]
) -> dict[str, int]:
    """The versions of all elements, those that hold something new being one further."""
    versions = dict(copy_.versions)
    above: set[Element] = set()
    for element in changed:
        outer: Element | None = element
        while outer is not None:
            above.add(outer)
            outer = parents.get(outer)
    for element in above:
        versions[element.get(TOKEN, "")] = versions.get(element.get(TOKEN, ""), 0) + 1
    live = {element.get(TOKEN, "") for element in root.iter()}
    return {token: version for token, version in versions.items() if token in live}
