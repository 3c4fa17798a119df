"""The parts of a tree of YAML, each with its range in the file.

In:  nothing; `yaml_tree.py` makes these of a text.
Out: `Scalar`, `Sequence`, `Mapping`, and `Broken` for what was told already.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["text", "nothing", "yes or no", "number", "date"]


class YamlPosition(NamedTuple):
    """A line and a column of the file, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class YamlRange:
    """A piece of the file, from its first character to before its `end`."""

    at: YamlPosition
    end: YamlPosition


@dataclass(frozen=True)
class Scalar(YamlRange):
    """A value as typed; `kind` is what YAML takes it for, `plain` means without quotes."""

    text: str
    kind: Kind
    plain: bool


@dataclass(frozen=True)
class Sequence(YamlRange):
    """A list."""

    items: list[Tree]


@dataclass(frozen=True)
class Mapping(YamlRange):
    """Keys with their values, in order; keys are taken as text."""

    entries: dict[str, tuple[Scalar, Tree]]


class Broken(YamlRange):
    """What stands where a problem was already reported: nothing more is to be said about it."""


Tree = Scalar | Sequence | Mapping | Broken


def parts_of(value: Sequence | Mapping) -> Iterator[YamlRange]:
    """The entries of a list, or the keys and values of a group."""
    if isinstance(value, Sequence):
        yield from value.items
    else:
        for entry in value.entries.values():
            yield from entry
