"""Read `[style]` of `issuebrief.toml`: the house style.

In:  the table, the text of the file that it stands in, and the folder of that file.
Out: a `HouseStyle`, with what its files of words say; and everything that is wrong, each at its line.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import inspect

from issuebrief.diagnostics.model import Diagnostic, SourceRange, error, hint_of
from issuebrief.file_access import Denied, read
from issuebrief.frontmatter.text_file import read_text
from issuebrief.house_style.settings.shapes import LANGUAGE_TAG, WITH_DATE, HouseStyle, PreferredWord
from issuebrief.project.toml_places import nearest_key, toml_places

if TYPE_CHECKING:
    from pathlib import Path

MOST_LISTED = 2_000_000
"""Bytes of the largest file of words."""
MOST_TOLD = 20
"""So many problems of the table are told; one is enough for nothing to be set."""
EMPTY = HouseStyle()
FORMS = {
    LANGUAGE_TAG: "a language tag such as en or en-GB",
    WITH_DATE: 'a text with {date} in it, such as "accessed {date}"',
}
"""What texts of a pattern look like."""

Keys = tuple[str, ...]


def read_style(table: object, path: Path, text: str) -> tuple[HouseStyle | None, tuple[Diagnostic, ...]]:
    """The house style; None where the table says nothing, or anything wrong."""
    reading = _TableReading(path, text, ("style",))
    reading.value(inspect.type_info(HouseStyle), table, ("style",))
    if reading.problems:
        return None, tuple(reading.problems[:MOST_TOLD])
    style = msgspec.convert(table, HouseStyle)
    words = style.words.preferred
    for number, name in enumerate(style.words.files, 1):
        words += _preferred_in(path.parent / name, reading, ("style", "words", "files"), number)
    known = style.spelling.words
    for number, name in enumerate(style.spelling.files, 1):
        known += _known_in(path.parent / name, reading, ("style", "spelling", "files"), number)
    if reading.problems:
        return None, tuple(reading.problems[:MOST_TOLD])
    replace = msgspec.structs.replace
    style = replace(style, words=replace(style.words, preferred=words, files=()))
    spelling = style.spelling
    if spelling.dictionaries:
        spelling = replace(spelling, dictionaries=str(path.parent / spelling.dictionaries))
    style = replace(style, spelling=replace(spelling, words=known, files=()))
    return (None if style == EMPTY else style), ()


@dataclass
class _TableReading:
    """One walk over a table of TOML; it gathers problems on its way."""

    path: Path
    text: str
    top: Keys
    problems: list[Diagnostic] = field(default_factory=list)

    def value(self, kind: inspect.Type, value: object, keys: Keys) -> None:
        """Tell what in a value does not fit the kind that it is to have."""
        match kind:
            case inspect.StructType():
                self.table(kind, value, keys)
            case inspect.VarTupleType():
                self.entries(kind, value, keys)
            case inspect.Metadata():
                self.value(kind.type, value, keys)
            case inspect.UnionType():
                inner = next(each for each in kind.types if not isinstance(each, inspect.NoneType))
                self.value(inner, value, keys)
            case _:
                if told := _unfit(kind, value):
                    self.wrong(value, told, keys)

    def table(self, kind: inspect.StructType, value: object, keys: Keys) -> None:
        """The same of a table: keys that there are not, and those that are missing."""
        if not isinstance(value, dict):
            self.wrong(value, f"a table, [{'.'.join(keys)}]", keys)
            return
        parts = {part.encode_name: part for part in kind.fields}
        for key, inner in value.items():
            if part := parts.get(key):
                self.value(part.type, inner, (*keys, key))
                continue
            near = nearest_key(key, parts)
            hint = hint_of(
                f"did you mean {near}?" if near else "", f"the choices here are {', '.join(parts)}"
            )
            self.error("unknown-key", f"there is no {key} in {'.'.join(keys)}", hint, (*keys, key))
        for name, part in parts.items():
            if part.required and name not in value:
                self.error("wrong-value", f"{'.'.join(keys)} has no {name}", f"add {name} = …", keys)

    def entries(self, kind: inspect.VarTupleType, value: object, keys: Keys) -> None:
        """The same of a list and of each of its entries."""
        if not isinstance(value, list):
            self.wrong(value, "a list in square brackets", keys)
            return
        if kind.min_length and len(value) < kind.min_length:
            self.wrong("", "a list of one entry or more", keys)
        for inner in value:
            self.value(kind.item_type, inner, keys)

    def wrong(self, value: object, form: str, keys: Keys) -> None:
        """A value that a key cannot have."""
        shown = f"“{value}”" if isinstance(value, str) else str(value).lower()
        self.error("wrong-value", f"{keys[-1]} cannot be {shown}", f"write {form}", keys)

    def error(self, code: str, message: str, hint: str, keys: Keys) -> None:
        """An error at the place of a key, or else of the innermost that there is."""
        places, lines = toml_places(self.text), self.text.split("\n")
        while keys and keys not in places:
            keys = keys[:-1]
        place, excerpt = SourceRange(self.path), ""
        if keys:
            line, column, name = places[keys]
            place, excerpt = SourceRange(self.path, line, column).covering(name), lines[line - 1]
        self.problems.append(error(f"configuration.{code}", message, place, hint, excerpt))


def _unfit(kind: inspect.Type, value: object) -> str:
    """The form that a single value should have; nothing where it has it."""
    match kind:
        case inspect.IntType():
            least, most = kind.ge or 0, (kind.le or 1_000_000)
            fits = isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
            form = (
                f"a whole number from {least} to {most:,}" if kind.le else f"a whole number from {least} on"
            )
            return "" if fits else form
        case inspect.BoolType():
            return "" if isinstance(value, bool) else "true or false"
        case inspect.LiteralType():
            choices = " or ".join(f'"{choice}"' for choice in kind.values)
            return "" if isinstance(value, str) and value in kind.values else choices
    fits = isinstance(value, str) and bool(value.strip() or not _needs_text(kind))
    if (
        fits
        and isinstance(kind, inspect.StrType)
        and kind.pattern
        and not re.search(kind.pattern, str(value))
    ):
        return FORMS.get(kind.pattern, "a word or several")
    return "" if fits else "a text in quotation marks"


def _needs_text(kind: inspect.Type) -> bool:
    return isinstance(kind, inspect.StrType) and bool(kind.min_length)


def _preferred_in(path: Path, reading: _TableReading, keys: Keys, number: int) -> tuple[PreferredWord, ...]:
    """The preferred words of a file of the house."""
    text = _text_of(path, reading, keys, number)
    if text is None:
        return ()
    try:
        table: dict[str, Any] = tomllib.loads(text)
    except (ValueError, RecursionError) as mistake:
        message = f"{path.name} is not TOML: {mistake}"
        reading.error("wrong-value", message, 'begin each entry with [[preferred]]: write = "Kyiv"', keys)
        return ()
    inner = _TableReading(path, text, ())
    for key in table.keys() - {"preferred"}:
        inner.error("unknown-key", f"there is no {key} in a file of words", "write [[preferred]]", (key,))
    kind = inspect.type_info(tuple[PreferredWord, ...])
    inner.value(kind, table.get("preferred", []), ("preferred",))
    reading.problems += inner.problems
    return () if inner.problems else msgspec.convert(table.get("preferred", []), tuple[PreferredWord, ...])


def _known_in(path: Path, reading: _TableReading, keys: Keys, number: int) -> tuple[str, ...]:
    """The words of a list of the house, one on each line; what follows a # is a remark."""
    text = _text_of(path, reading, keys, number) or ""
    lines = (line.partition("#")[0].strip() for line in text.split("\n"))
    return tuple(line for line in lines if line)


def _text_of(path: Path, reading: _TableReading, keys: Keys, number: int) -> str | None:
    try:
        data = read(path, (reading.path.parent,), MOST_LISTED)
    except OSError as fault:
        why = str(fault) if isinstance(fault, Denied) else fault.strerror or str(fault)
        message = f"entry {number} of {keys[-1]} cannot be read: {path.name}: {why}"
        reading.error("wrong-value", message, f"name a file in the folder of {reading.path.name}", keys)
        return None
    text, problems = read_text(path, data)
    reading.problems += problems
    return text
