"""Build the nodes of a paragraph from tokens that say whose they are.

In:  the tokens of two versions in one row.
Out: nodes with `ins` and `del` in them. An element that holds tokens of both versions stands around marks,
     others stand in them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from issuebrief.compare.tokens import InlineToken, TokenKind
from issuebrief.markdown_body.source.html_tree import Element, Node, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Status(StrEnum):
    """Whose a token is; the last two are the names of the elements that say so."""

    BOTH = "both"
    OLD = "del"
    NEW = "ins"


Tagged = tuple[Status, InlineToken]


@dataclass(slots=True)
class _Builder:
    """Nodes in the making: the elements that are open, and the copies of them."""

    renewed: Callable[[Element, Status], Element]
    nodes: list[Node] = field(default_factory=list)
    open: list[tuple[object, list[Node]]] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)

    def add(self, path: Sequence[tuple[object, Element | Status, Status]], node: Node) -> None:
        """Add a node inside the elements of a path, those that are open already taken as they are."""
        depth = 0
        while depth < min(len(path), len(self.open)) and path[depth][0] == self.open[depth][0]:
            depth += 1
        del self.open[depth:]
        for name, around, status in path[depth:]:
            made = Element(str(around)) if isinstance(around, Status) else self._copy(around, status)
            self._kids().append(made)
            self.open.append((name, made.children))
        kids = self._kids()
        if isinstance(node, Text) and kids and isinstance(kids[-1], Text):
            kids[-1].value += node.value
        else:
            kids.append(node)

    def _kids(self) -> list[Node]:
        return self.open[-1][1] if self.open else self.nodes

    def _copy(self, around: Element, status: Status) -> Element:
        made = self.renewed(around, status)
        if id(around) in self.seen:
            made.attributes.pop("id", None)
        self.seen.add(id(around))
        return made


def built(
    tagged: Sequence[Tagged], same: dict[int, Element], renewed: Callable[[Element, Status], Element]
) -> list[Node]:
    """The nodes of tagged tokens: elements that hold tokens of several statuses stand around the marks."""
    statuses: dict[int, set[Status]] = {}
    paths = [tuple(same.get(id(each), each) for each in token.around) for _, token in tagged]
    for (status, _), path in zip(tagged, paths, strict=True):
        for each in path:
            statuses.setdefault(id(each), set()).add(status)
    builder = _Builder(renewed)
    run = 0
    before: Status | None = None
    for (status, token), path in zip(tagged, paths, strict=True):
        run += status is not before
        before = status
        depth = len(path)
        if status is not Status.BOTH:
            depth = next((at for at, each in enumerate(path) if len(statuses[id(each)]) == 1), depth)
        rest = path[depth:]
        steps: list[tuple[object, Element | Status, Status]] = [
            (id(each), each, Status.OLD if statuses[id(each)] == {Status.OLD} else Status.BOTH)
            for each in path[:depth]
        ]
        # A marker is no text that could be marked; a note's number leads its note.
        if status is not Status.BOTH and token.kind is not TokenKind.MARKER:
            steps.append((("mark", run), status, status))
        steps += [(id(each), each, status) for each in rest]
        node: Node = Text(token.text)
        if token.node is not None:
            node = _whole(token.node, status, renewed)
        builder.add(steps, node)
    return builder.nodes


def _whole(node: Element, status: Status, renewed: Callable[[Element, Status], Element]) -> Element:
    """A copy of an element with all that is in it."""
    made = renewed(node, status)
    if made.tag == node.tag:
        made.children = [
            _whole(child, status, renewed) if isinstance(child, Element) else Text(child.value)
            for child in node.children
        ]
    return made
