"""CSL's data in YAML, as Pandoc has it: a list of entries, by itself or under `references:`.

In:  the text of a file.
Out: a `ReferenceFile`. Aliases are not followed, and nothing is constructed from tags.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from issuebrief.citations.files.csl_data import take_items
from issuebrief.citations.files.entries import ReferenceFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
DEEPEST = 30
EMPTY = ("null", "~", "Null", "NULL")


class _TooDeep(Exception):
    """A file that no program writes."""


def read_csl_yaml(path: Path, text: str) -> ReferenceFile:
    """The entries of a file of CSL-YAML."""
    file = ReferenceFile(path, text)
    places: list[int] = []
    try:
        data = _read(yaml.parse(text, Loader=LOADER), places)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        what = getattr(fault, "problem", "") or "it cannot be read"
        line = mark.line if mark else 0
        at = file._starts[min(line, len(file._starts) - 1)]
        hint = "mend it at this place, or export the file again"
        file.tell("citations.unreadable-entry", f"the file is no YAML here: {what}", at, hint)
        return file
    except (_TooDeep, RecursionError):
        hint = "export the file again"
        file.tell("citations.unreadable-entry", "the file nests its lists too deeply", 0, hint)
        return file
    items = data.get("references", data.get("items")) if isinstance(data, dict) else data
    by_key: dict[str, int] = {}
    for line, item in zip(places, items if isinstance(items, list) else (), strict=False):
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            by_key.setdefault(item["id"], file._starts[min(line, len(file._starts) - 1)])
    take_items(file, items, lambda key: by_key.get(key, 0))
    return file


def _read(events: Iterator[Any], places: list[int]) -> Any:
    """The first document, in which every value is a text, a list or a mapping; the lines of its entries."""
    for event in events:
        if isinstance(event, (yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            return _value(event, events, 0, places)
    return None


def _value(event: Any, events: Iterator[Any], depth: int, places: list[int]) -> Any:
    if depth > DEEPEST:
        raise _TooDeep
    if isinstance(event, yaml.ScalarEvent):
        return None if event.value in EMPTY and event.implicit[0] else event.value
    if isinstance(event, yaml.SequenceStartEvent):
        values: list[Any] = []
        for inner in events:
            if isinstance(inner, yaml.SequenceEndEvent):
                return values
            if depth <= 1 and isinstance(inner, yaml.MappingStartEvent):
                places.append(inner.start_mark.line if inner.start_mark else 0)
            values.append(_value(inner, events, depth + 1, places))
    if isinstance(event, yaml.MappingStartEvent):
        mapping: dict[str, Any] = {}
        for inner in events:
            if isinstance(inner, yaml.MappingEndEvent):
                return mapping
            key = _value(inner, events, depth + 1, places)
            mapping[str(key)] = _value(next(events), events, depth + 1, places)
    return None
