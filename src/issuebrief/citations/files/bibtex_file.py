"""A file of BibTeX or BibLaTeX, entry by entry.

In:  the text of a file.
Out: a `ReferenceFile`. An entry that is broken costs no other: each begins anew at its `@`, and of a broken
one
     the fields count that can be read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from issuebrief.citations.files.bibtex_works import work_of
from issuebrief.citations.files.entries import ReferenceFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from issuebrief.citations.csl.works import Work

BEGINS = re.compile(r"(?:^|(?<=[\s}]))@[ \t]*([A-Za-z]+)\s*([{(])", re.MULTILINE)
KEY = re.compile(r"\s*([^\s,={}\"]+)\s*(?=[,}])|\s*([^,={}\"\n]+?)\s*,")
NAME = re.compile(r"[\s,]*([A-Za-z_][\w:.+/-]*)\s*=\s*")
BARE = re.compile(r"[^\s,#{}\"]+")
BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
NEXT_FIELD = re.compile(r",\s*[A-Za-z]+\s*=\s*[\"{\d]|\n\s*[A-Za-z]+\s*=|\n\s*\}")
"""Where a value must have ended whose brace is not closed."""
NO_ENTRY = {"comment", "preamble", "string"}
MOST_FIELDS = 200
PARENTS = 4
"""How many entries an entry takes over values from, one from the other."""


@dataclass
class RawEntry:
    """An entry as it is typed: its kind, and its fields by their small names."""

    kind: str
    key: str
    fields: dict[str, str] = field(default_factory=dict)


def read_bibtex(path: Path, text: str) -> ReferenceFile:
    """The entries of a file."""
    file = ReferenceFile(path, text)
    strings: dict[str, str] = {}
    spans: dict[str, tuple[str, int, int]] = {}
    for kind, start, inner, end in _chunks(text):
        if kind in NO_ENTRY:
            if kind == "string":
                strings.update({name: value for name, value, _ in _fields(text, inner, end, strings)})
            continue
        key = KEY.match(text, inner, end)
        name = (key[1] or key[2]) if key else ""
        if not name:
            message = f"an entry @{kind} has no key and cannot be cited"
            hint = "write a key behind the brace, and a comma: @book{smith2019,"
            file.tell("citations.unreadable-entry", message, start, hint)
            continue
        open_braces = _depth(text, start, end)
        if open_braces:
            _tell_of_braces(file, name, start, open_braces)
        file.add(name, start, partial(_read, text, spans, strings, name))
        spans.setdefault(name, (kind, key.end() if key else inner, end))
    return file


def _tell_of_braces(file: ReferenceFile, key: str, start: int, count: int) -> None:
    message = f"the entry “{key}” has {abs(count)} {'{' if count > 0 else '}'} too many"
    message += ": what follows it in the entry may be lost"
    hint = "give each { its }, and end the entry with a } of its own"
    file.tell("citations.unreadable-entry", message, start, hint)


def _chunks(text: str) -> Iterator[tuple[str, int, int, int]]:
    """The kind of each entry, where it begins, where its inside begins, and where it must have ended."""
    before: re.Match[str] | None = None
    for found in BEGINS.finditer(text):
        if before is not None:
            at_line = text.rfind("\n", 0, found.start()) + 1
            begins_line = not text[at_line : found.start()].strip()
            # Within a value, an @ is a part of it.
            if not begins_line and _depth(text, before.start(), found.start()) > 0:
                continue
            yield before[1].lower(), before.start(), before.end(), found.start()
        before = found
    if before is not None:
        yield before[1].lower(), before.start(), before.end(), len(text)


def _depth(text: str, start: int, end: int) -> int:
    """How many braces of an entry are still open at its end."""
    opened, closed = text.count("{", start, end), text.count("}", start, end)
    if opened == closed:
        return 0
    opened -= text.count("\\{", start, end)
    closed -= text.count("\\}", start, end)
    in_parentheses = BEGINS.match(text, start)
    return opened - closed if not in_parentheses or in_parentheses[2] == "{" else 0


def _fields(text: str, start: int, end: int, strings: dict[str, str]) -> Iterator[tuple[str, str, int]]:
    """The fields of an entry: their names, their values, and where each ends."""
    count = 0
    # The brace that ends the entry is one more than those of its values.
    is_broken = text.count("{", start, end) >= text.count("}", start, end) and text[start - 1] != "("
    while count < MOST_FIELDS and (name := NAME.search(text, start, end)):
        between = text[start : name.start()].strip(" \t\n,")
        value, start = _value(text, name.end(), end, strings, is_broken=is_broken)
        count += 1
        if between.startswith("}"):
            return
        yield name[1].lower(), value, start


def _value(text: str, start: int, end: int, strings: dict[str, str], *, is_broken: bool) -> tuple[str, int]:
    """A value, put together from its parts, and where it ends."""
    parts: list[str] = []
    while start < end:
        first = text[start]
        if first in '{"':
            stop = _closing(text, start, end, first)
            if is_broken and (following := NEXT_FIELD.search(text, start, stop)):
                stop = following.start()
            parts.append(text[start + 1 : stop])
            start = stop + 1
        elif bare := BARE.match(text, start, end):
            parts.append(strings.get(bare[0].lower(), bare[0]))
            start = bare.end()
        rest = re.compile(r"\s*#\s*").match(text, start, end)
        if not rest:
            break
        start = rest.end()
    return "".join(parts), max(start, 0)


def _closing(text: str, start: int, end: int, first: str) -> int:
    """Where a value in braces or quotation marks ends; at the next field where it never does."""
    depth = 0
    if first == '"':
        for found in re.compile(r'\\.|[{}"]', re.DOTALL).finditer(text, start + 1, end):
            depth += {"{": 1, "}": -1}.get(found[0], 0)
            if found[0] == '"' and depth <= 0:
                return found.start()
    else:
        for found in BRACES.finditer(text, start, end):
            depth += {"{": 1, "}": -1}.get(found[0], 0)
            if not depth:
                return found.start()
    line = NEXT_FIELD.search(text, start, end)
    return line.start() if line else end


def _read(text: str, spans: dict[str, tuple[str, int, int]], strings: dict[str, str], key: str) -> Work:
    return work_of(_raw(text, spans, strings, key, PARENTS))


def _raw(
    text: str, spans: dict[str, tuple[str, int, int]], strings: dict[str, str], key: str, most: int
) -> RawEntry:
    """An entry with what it takes over from the one that it names as its parent."""
    kind, start, end = spans[key]
    entry = RawEntry(kind, key)
    for name, value, _ in _fields(text, start, end, strings):
        entry.fields.setdefault(name, value)
    parent = entry.fields.get("crossref", "") or entry.fields.get("xdata", "")
    if parent in spans and parent != key and most:
        above = _raw(text, spans, strings, parent, most - 1)
        renames = {} if "xdata" in entry.fields else _renames(kind, above.kind)
        for name, value in above.fields.items():
            if name not in ("crossref", "xdata", "shorttitle", "sorttitle", "options"):
                entry.fields.setdefault(renames.get(name, name), value)
    return entry


def _renames(kind: str, parent: str) -> dict[str, str]:
    """What the fields of a parent are called in an entry in it (BibLaTeX manual, appendix B)."""
    if kind in ("article", "review"):
        return {"title": "journaltitle", "subtitle": "journalsubtitle"} if parent == "periodical" else {}
    if kind.startswith("in") or kind in ("bookinbook", "suppbook", "suppcollection", "conference"):
        renames = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
        return {**renames, "author": "bookauthor"} if parent in ("book", "mvbook") else renames
    return {}
