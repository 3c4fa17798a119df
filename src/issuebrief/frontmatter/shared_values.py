"""What a brief takes from the file of its institute: every value that it does not give itself.

In:  the front matter as a tree and as values, and the institute's file.
Out: the values with those of the file below them; whether the file counts for the brief at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from issuebrief.diagnostics.model import Diagnostic, SourceRange, error
from issuebrief.frontmatter.model import Brief, Publisher
from issuebrief.frontmatter.publisher_file import GROUPED, PublisherFile
from issuebrief.frontmatter.yaml_nodes import Broken, Mapping, Scalar, Sequence, Tree

if TYPE_CHECKING:
    from issuebrief.frontmatter.source import Source

Group = TypeVar("Group", bound=msgspec.Struct)

DEFAULTS = tuple(
    name
    for name in PublisherFile.__struct_fields__
    if name not in Publisher.__struct_fields__ and name not in ("press", "site")
)
"""The keys of a brief that the institute's file can give to all its briefs."""
GROUPS = (
    ("publisher",),
    ("press",),
    *((name,) for name in GROUPED),
    *(("publisher", name) for name in GROUPED),
)
"""The keys below which each key is taken by itself."""


def value_at(tree: Tree | None, *keys: str | int) -> Tree | None:
    """What keys, and numbers in lists, lead to."""
    for key in keys:
        if isinstance(tree, Mapping) and isinstance(key, str) and key in tree.entries:
            tree = tree.entries[key][1]
        elif isinstance(tree, Sequence) and isinstance(key, int) and 0 <= key < len(tree.items):
            tree = tree.items[key]
        else:
            return None
    return tree


def is_given(tree: Tree | None, *keys: str | int) -> bool:
    """Whether a value is there: a key with nothing after it counts as left out."""
    value = value_at(tree, *keys) if keys else None
    if isinstance(value, Scalar):
        return value.kind != "nothing" and bool(value.text.strip())
    return value is not None and not isinstance(value, Broken)


def keys_in_file(keys: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Where the institute's file has what stands under these keys in a brief."""
    return keys[1:] if keys[:1] == ("publisher",) else keys


def is_in_file(keys: tuple[str | int, ...], own: Tree | None, file: Tree | None) -> bool:
    """Whether what stands under these keys is taken from the institute's file and not from the brief."""
    taken = keys[:1]
    while taken in GROUPS and len(taken) < len(keys):
        taken = keys[: len(taken) + 1]
    return not is_given(own, *taken) and is_given(file, *keys_in_file(taken))


def is_another(name: str, shared: PublisherFile) -> bool:
    """Whether a brief names another institute than the file: then nothing is taken from the file."""
    return bool(name.strip()) and bool(shared.name) and _bare(name) != _bare(shared.name)


def _bare(name: str) -> str:
    return " ".join(name.casefold().split())


def with_shared(brief: Brief, tree: Tree | None, shared: PublisherFile) -> Brief:
    """The brief with what the institute's file says wherever the brief itself, whose tree it is, does not."""
    values: dict[str, object] = {
        name: value for name in DEFAULTS if (value := getattr(shared, name)) and not is_given(tree, name)
    }
    values["publisher"] = _joined(brief.publisher, shared, tree, "publisher")
    if shared.press:
        values["press"] = _joined(brief.press, shared.press, tree, "press")
    return msgspec.structs.replace(brief, **values)


def _joined(own: Group | None, shared: Group, tree: Tree | None, *keys: str) -> Group:
    """A group of keys: those that the brief gives, and the others as the file has them."""
    shape = Publisher if isinstance(shared, Publisher) else type(shared)
    values: dict[str, Any] = {}
    for name in shape.__struct_fields__:
        mine, theirs = getattr(own, name, None), getattr(shared, name)
        if (*keys, name) in GROUPS and mine and theirs:
            values[name] = _joined(mine, theirs, tree, *keys, name)
        else:
            values[name] = mine if own and is_given(tree, *keys, name) else theirs
    return shape(**values)  # type: ignore[return-value]


def nameless(brief: Brief, source: Source, place: SourceRange) -> tuple[Diagnostic, ...]:
    """The problem of an institute without a name, which neither the brief nor a file gives."""
    if brief.publisher is None or brief.publisher.name:
        return ()
    message = "the key name below publisher is missing"
    hint = "write\nname: Institute for Policy Studies\nor give it in publisher.yaml, for all briefs"
    return (error("front-matter.missing", message, place, hint, source.line(place.line)),)
