"""Style sheets as tinycss2 reads them, and elements as cssselect2 matches them.

In:  nothing.
Out: protocols.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element


class CssNode(Protocol):
    """A rule, a declaration or a token. Not every kind has everything: `prelude` is a rule's.

    `value` is a word's text, a number, or the tokens of a declaration; `start` and `end` are those of a range
    of characters. A rule without braces has no `content`.
    """

    type: str
    name: str
    lower_name: str
    value: Any
    lower_value: str
    unit: str
    lower_unit: str
    representation: str
    is_integer: bool
    important: bool
    at_keyword: str
    lower_at_keyword: str
    prelude: list[CssNode]
    content: list[CssNode] | None
    arguments: list[CssNode]
    source_line: int
    source_column: int

    start: int
    end: int

    def serialize(self) -> str: ...

    # A token that is a sign is equal to that sign.
    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...


class CssElement(Protocol):
    """An element with its place among others; its class is `ElementWrapper`."""

    etree_element: Element
    local_name: str
    parent: CssElement | None

    def iter_subtree(self) -> Iterator[CssElement]: ...
    def iter_children(self) -> Iterator[CssElement]: ...


class ConvertedColor(Protocol):
    """A colour that was brought into another colour space, where nothing of it is missing."""

    @property
    def coordinates(self) -> Sequence[float]: ...


class CssColor(Protocol):
    """A colour in its own colour space; its class is `Color`."""

    space: str
    alpha: float

    @property
    def coordinates(self) -> Sequence[float | None]: ...
    def to(self, space: str) -> ConvertedColor: ...
