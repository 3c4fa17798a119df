"""The kinds that values may have: which is meant where there are several, and what stands for a wrong value.

In:  the kinds that a value may have, and the tree that was typed.
Out: the kind that it is meant to have, and its value in the one form that later stages know: where a list may
     stand a list, where a group may stand a group whose first key is the text. For a value that is missing or
     wrong, one of its kind with which later stages go on looking for problems.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from msgspec import NODEFAULT, inspect

from issuebrief.frontmatter.yaml_nodes import Mapping, Scalar, Sequence, Tree

if TYPE_CHECKING:
    from collections.abc import Sequence as Several


def chosen(kinds: Several[inspect.Type], tree: Tree) -> inspect.Type:
    """Of the kinds that a value may have the one that the tree looks like; the first for all others."""
    for tree_kind, kind in (
        (Sequence, inspect.VarTupleType),
        (Mapping, inspect.StructType),
        (Scalar, inspect.StrType),
    ):
        if isinstance(tree, tree_kind) and (found := _first(kinds, kind)):
            return found
    lists = _first(kinds, inspect.VarTupleType)
    if isinstance(tree, Mapping) and isinstance(lists, inspect.VarTupleType):
        return _first(_choices(lists.item_type), inspect.StructType) or kinds[0]
    return kinds[0]


def settled(kinds: Several[inspect.Type], value: object) -> object:
    """A value in the one form of a key that may be written in several; others as they are."""
    lists = _first(kinds, inspect.VarTupleType)
    if isinstance(lists, inspect.VarTupleType):
        if isinstance(value, tuple):
            return value
        return (settled(_choices(lists.item_type), value),) if value else ()
    group = _first(kinds, inspect.StructType)
    if isinstance(value, str) and isinstance(group, inspect.StructType) and len(kinds) > 1:
        return group.cls(**{group.fields[0].name: value})
    return value


def _choices(kind: inspect.Type) -> tuple[inspect.Type, ...]:
    if isinstance(kind, inspect.Metadata):
        return _choices(kind.type)
    return kind.types if isinstance(kind, inspect.UnionType) else (kind,)


def _first(kinds: Several[inspect.Type], wanted: type[inspect.Type]) -> inspect.Type | None:
    return next((kind for kind in kinds if isinstance(kind, wanted)), None)


def stand_in(kind: inspect.Type) -> object:
    """A value that keeps later stages going where the real one is missing or wrong."""
    match kind:
        case inspect.Metadata(type=inner):
            return stand_in(inner)
        case inspect.UnionType(types=types):
            return None if any(isinstance(t, inspect.NoneType) for t in types) else stand_in(types[0])
        case inspect.StructType(cls=cls, fields=fields):
            return cls(**{f.name: stand_in(f.type) if f.default is NODEFAULT else f.default for f in fields})
        case inspect.DateType():
            return datetime.date(1970, 1, 1)
        case inspect.BoolType():
            return False
        case inspect.VarTupleType():
            return ()
    return ""
