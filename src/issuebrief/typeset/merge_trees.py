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

from issuebrief.typeset.copy_tree import (
    NOTED,
    TOKEN,
    Unlike,
    blocks_of,
    lined,
    name_all,
    number_lines,
    parents_of,
    seen_anew,
)
from issuebrief.typeset.fragments import LINE
from issuebrief.typeset.segments import BLOCKS, marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from issuebrief.typeset.copy_tree import Copy

COUNTED = ("ol", "ul", "menu", "table", "thead", "tbody", "tfoot", "tr")
"""What holds things in a row: where one comes or goes, all others may be numbered or set otherwise."""


@dataclass
class _Changes:
    """What was done to a tree: children and tails as they were, and elements that are new, lost or touched."""

    children: list[tuple[Any, list[Any]]] = field(default_factory=list)
    tails: list[tuple[Any, str | None]] = field(default_factory=list)
    new: list[Any] = field(default_factory=list)
    lost: list[Any] = field(default_factory=list)
    touched: list[Any] = field(default_factory=list)

    def undo(self) -> None:
        """Make the tree what it was."""
        for element, children in reversed(self.children):
            element[:] = children
        for element, tail in reversed(self.tails):
            element.tail = tail


@contextmanager
def merged(copy_: Copy, text: str, base_url: str, fetcher: Any) -> Iterator[Copy]:
    """The copy, brought up to what a text says; raises `Unlike` where the page as a whole is another.

    The tree is changed in place, and back again if the block that runs under it ends in an exception.
    """
    root, now, changes = copy_.html.etree_element, marked(text), _Changes()
    new = HTML(string=text, base_url=base_url, url_fetcher=fetcher).etree_element
    if _own(root) != _own(new):
        raise Unlike
    try:
        _merge(root, new, changes)
        for element in changes.new:
            name_all(element, copy_.tokens)
        lined_ = lined(root)
        if len(lined_) != len(now.lines):
            raise Unlike
        number_lines(lined_, now.lines)
        yield _copy(copy_, root, changes, text=now, lined=lined_)
    except BaseException:
        changes.undo()
        number_lines(copy_.lined, copy_.text.lines)
        raise


def _merge(old: Any, new: Any, changes: _Changes) -> None:
    """Give an element the children of another, but for those that it has already."""
    before, after = list(old), list(new)
    said, says = [*map(_said, before)], [*map(_said, after)]
    if said == says:
        return
    changes.children.append((old, before))
    children: list[Any] = []
    beside: set[int] = set()
    for kind, first, end, start, stop in SequenceMatcher(None, said, says, autojunk=False).get_opcodes():
        if kind == "equal":
            children += before[first:end]
            continue
        put, lost = _paired(before[first:end], after[start:stop], changes)
        if lost or any(element in changes.new for element in put):
            beside |= {first - 1, end}
        children += put
    old[:] = children
    kept = [n for n in range(len(before)) if (old.tag in COUNTED and beside) or n in beside]
    changes.touched += [before[n] for n in kept if before[n] not in changes.lost] or [old] * bool(beside)


def _paired(before: list[Any], after: list[Any], changes: _Changes) -> tuple[list[Any], list[Any]]:
    """What stands in the place of some children: those of them that only hold others, and new ones.

    Gives what stands there, and what is lost.
    """
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
    return put, [old for old in before if old in changes.lost]


def _holds_alike(old: Any, new: Any) -> bool:
    """Whether two elements only hold others, and are the same but for these."""
    return (
        _own(old) == _own(new) and old.tag not in BLOCKS and len(old) > 0 and len(new) > 0 and not _text(old)
    )


def _own(element: Any) -> tuple[Any, ...]:
    """An element without what is in it."""
    noted = (TOKEN, LINE)
    own = {name: value for name, value in element.attrib.items() if name not in noted}
    return element.tag, own, element.text, (element.tail or "").strip()


def _text(element: Any) -> str:
    """The text that stands in an element itself."""
    return "".join((element.text or "", *(child.tail or "" for child in element))).strip()


def _said(element: Any) -> bytes:
    """All that an element says, and what follows it."""
    said: bytes = tostring(element, "utf-8")
    return NOTED.sub(b"", said)


def _copy(copy_: Copy, root: Any, changes: _Changes, **more: Any) -> Copy:
    parents = parents_of(root)
    return replace(
        copy_,
        html=seen_anew(copy_.html),
        blocks=blocks_of(root),
        parents=parents,
        versions=_versions(copy_, root, [element for element, _ in changes.children], parents),
        fresh=tuple(changes.new),
        lost=tuple(changes.lost),
        stale=frozenset(_tokens((*changes.lost, *changes.touched))),
        **more,
    )


def _tokens(elements: Iterable[Any]) -> Iterator[str]:
    return (inner.get(TOKEN, "") for element in elements for inner in element.iter())


def _versions(copy_: Copy, root: Any, changed: list[Any], parents: dict[Any, Any]) -> dict[str, int]:
    """The versions of all elements, those that hold something new being one further."""
    versions = dict(copy_.versions)
    above: set[Any] = set()
    for element in changed:
        while element is not None:
            above.add(element)
            element = parents.get(element)
    for element in above:
        versions[element.get(TOKEN, "")] = versions.get(element.get(TOKEN, ""), 0) + 1
    live = {element.get(TOKEN, "") for element in root.iter()}
    return {token: version for token, version in versions.items() if token in live}
