"""Carry an author's changes of the title, the abstract and the like into a brief's front matter.

In:  the front matter that an author was given, the one sent back, and the brief's, as exported and as it is.
Out: the brief's front matter with the changes, in its own form of YAML where that can be kept; and conflicts.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from issuebrief.word_export.word_edits import edited_text

KEY = re.compile(r"^([A-Za-z_][\w-]*):", re.MULTILINE)
TAKEN = ("title", "subtitle", "abstract", "key_points", "keywords")
"""The keys that a Word file has and an author changes."""
WIDTH = 100

Conflicts = list[tuple[str, str]]


def edited_front(given: str, sent: str, was: str, now: str) -> tuple[str, Conflicts]:
    """The front matter with the author's changes."""
    values = [_values(text) for text in (given, sent, was, now)]
    conflicts: Conflicts = []
    text = now
    for key in TAKEN:
        before, after, exported, own = (value.get(key) for value in values)
        if _plain(before) == _plain(after):
            continue
        if _plain(exported) != _plain(own):
            if _plain(own) != _plain(after):
                conflicts.append((f"{key}: {_shown(own)}", _shown(after)))
            continue
        text = _with_value(text, key, (before, after))
    return text, conflicts


def _with_value(text: str, key: str, values: tuple[Any, Any]) -> str:
    """The front matter with another value of a key: word by word where that can be, else written anew."""
    before, after = values
    place = _place(text, key)
    if place and isinstance(before, str) and isinstance(after, str):
        own = text[place[0] : place[1]]
        edited, conflicts = edited_text(before, after, own, own)
        made = text[: place[0]] + edited + text[place[1] :]
        if (
            not conflicts
            and _plain(_values(made).get(key)) == _plain(after)
            and _others_same(text, made, key)
        ):
            return made
    written = yaml.safe_dump({key: after}, allow_unicode=True, sort_keys=False, width=WIDTH) if after else ""
    if isinstance(after, list):
        first, *items = written.splitlines(keepends=True)
        written = "".join([first, *(f"  {item}" for item in items)])
    if place:
        return text[: place[0]] + written + text[place[1] :]
    end = text.rfind("\n---") + 1 or len(text)
    return text[:end] + written + text[end:]


def _others_same(text: str, made: str, key: str) -> bool:
    one, other = _values(text), _values(made)
    return {**one, key: None} == {**other, key: None}


def _place(text: str, key: str) -> tuple[int, int] | None:
    """Where a key and its value stand."""
    starts = [(found.start(), found[1]) for found in KEY.finditer(text)]
    for number, (start, name) in enumerate(starts):
        if name == key:
            end = starts[number + 1][0] if number + 1 < len(starts) else text.rfind("\n---") + 1
            return start, end
    return None


def _values(text: str) -> dict[str, Any]:
    inner = re.sub(r"\A---[ \t]*\n", "", text)
    inner = re.split(r"^(?:---|\.\.\.)[ \t]*$", inner, maxsplit=1, flags=re.MULTILINE)[0]
    try:
        found = yaml.safe_load(inner)
    except (yaml.YAMLError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return " ".join(str(value or "").split())


def _shown(value: Any) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value or "")
