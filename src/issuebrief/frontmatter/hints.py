"""Word the hints for front matter: the nearest legal key, the right form of a value.

In:  what was typed, and the shape it should have.
Out: words and snippets of YAML for an editor who knows neither Python nor YAML well.
"""

from __future__ import annotations

import datetime
import difflib
import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct, inspect

from issuebrief.frontmatter.foreign_keys import ELSEWHERE, OF_EDITORS, OF_OTHERS
from issuebrief.frontmatter.model import Brief
from issuebrief.frontmatter.yaml_errors import as_yaml
from issuebrief.frontmatter.yaml_nodes import Broken, Mapping, Scalar, Sequence, Tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from issuebrief.frontmatter.formats import Extra

LABELS = "labels"
"""The group whose names are words for much: what else a name may mean is thought of first."""

LONGEST = 300
"""How long a value may be for a guess at what was meant."""


MOST_KEYS = 12
"""How many keys of a group a message names."""

MOST_PEOPLE = 8
"""How many names a text is taken apart into."""


def label(path: tuple[str, ...]) -> str:
    """What the keys lead to, in words: `email in entry 1 of authors`, `alt below cover`."""
    words = f"entry {path[-1]}" if path[-1].isdigit() else path[-1]
    if len(path) == 1:
        return words
    between = "of" if path[-1].isdigit() else "in" if path[-2].isdigit() else "below"
    return f"{words} {between} {label(path[:-1])}"


def short(text: str) -> str:
    """A value as a message quotes it: on one line and not too long."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59].rstrip() + "…"


def named(tree: Tree) -> str:
    """What a value is, in words."""
    if isinstance(tree, Scalar):
        if tree.kind == "nothing":
            return f"“{tree.text}”, which YAML takes for nothing" if tree.text else "nothing"
        return f"“{short(tree.text)}”" + (
            ", which YAML takes for yes or no" if tree.kind == "yes or no" else ""
        )
    return "a group of keys" if isinstance(tree, Mapping) else "a list"


def wanted(kind: inspect.Type) -> str:
    """What a value must be, in words."""
    match kind:
        case inspect.Metadata(type=inner):
            return wanted(inner)
        case inspect.StructType(fields=fields):
            names = [part.name for part in fields]
            more = ", …" if len(names) > MOST_KEYS else ""
            return f"a group of keys ({', '.join(names[:MOST_KEYS])}{more})"
        case inspect.VarTupleType():
            return "a list"
        case inspect.BoolType():
            return "true or false"
        case inspect.DateType():
            return "a day such as 2023-10-16"
    return "text"


def wrong_count(kind: inspect.VarTupleType, tree: Sequence, entries: int) -> str:
    """What is wrong with the number of entries of a list, if anything is; broken ones are told already."""
    broken = any(isinstance(item, Broken) for item in tree.items)
    if broken or (kind.min_length or 0) <= entries <= (kind.max_length or entries):
        return ""
    return f"has {entries} entries, and must have {kind.max_length}" if entries else "is an empty list"


def count(kind: inspect.VarTupleType) -> str:
    """How many entries a list must have, in words."""
    return f"all {kind.min_length}" if kind.max_length else "at least one entry"


def bare(kind: inspect.Type) -> inspect.Type:
    """The kind without descriptions and without the choice of leaving it out."""
    match kind:
        case inspect.Metadata(type=inner):
            return bare(inner)
        case inspect.UnionType(types=types):
            # Of several ways of writing a value the one that has the most to say: a list, then a group.
            ways = (inspect.VarTupleType, inspect.StructType)
            rich = (t for way in ways for t in types if isinstance(t, way))
            return bare(next(rich, next(t for t in types if not isinstance(t, inspect.NoneType))))
    return kind


@cache
def described(shape: type[Struct]) -> inspect.StructType:
    """The shape as data: its fields with their types, defaults and descriptions."""
    kind = inspect.type_info(shape)
    assert isinstance(kind, inspect.StructType)
    return kind


def parts(kind: inspect.Type) -> tuple[inspect.Field, ...]:
    """The fields of a shape or of a list of shapes; none for other kinds."""
    kind = bare(kind)
    if isinstance(kind, inspect.VarTupleType):
        return parts(kind.item_type)
    return kind.fields if isinstance(kind, inspect.StructType) else ()


def for_key(name: str, kind: inspect.StructType, nested: bool) -> tuple[str, str]:
    """The hint for a key that is not legal, and the legal one that was probably meant, if any."""
    legal = [part.name for part in kind.fields]
    plain = re.sub(r"[\s-]+", "_", name.strip().lower())
    if plain in legal:
        return f"did you mean “{plain}”?", plain
    top = described(Brief)
    if nested and any(plain == part.name for part in top.fields):
        return f"{plain} belongs at the left margin, with no space before it", ""
    owners = [part.name for part in top.fields if plain in (inner.name for inner in parts(part.type))]
    nearest = [owner for owner in owners if owner != LABELS]
    if not nested and kind.cls is Brief and nearest:
        return f"{plain} belongs under {' or '.join(nearest)}, indented by two spaces", ""
    if kind.cls is Brief and plain == "author":
        return "did you mean “authors”? It is a list: write\nauthors:\n  - name: Jane Doe", "authors"
    if kind.cls is Brief and plain == "editor":
        return OF_EDITORS, "editors"
    if (elsewhere := ELSEWHERE.get(plain, "")) in legal:
        return f"did you mean “{elsewhere}”?", elsewhere
    if kind.cls is Brief and plain in OF_OTHERS:
        return "it is for another program: remove it", ""
    if not nested and kind.cls is Brief and LABELS in owners:
        return f"{plain} belongs under {LABELS}, indented by two spaces", ""
    if near := difflib.get_close_matches(plain, legal, 1, 0.6):
        return f"did you mean “{near[0]}”?", near[0]
    return f"the valid keys are {', '.join(legal)}", ""


def example(part: inspect.Field) -> str:
    """A few lines of YAML that give the field a value."""
    return "\n".join(_example(part.name, part.type))


def _example(name: str, kind: inspect.Type) -> list[str]:
    inner = parts(kind)
    if inner:
        lines = [line for part in inner if part.required for line in _example(part.name, part.type)]
        if isinstance(bare(kind), inspect.VarTupleType):
            lines = _entry(lines)
        return [f"{name}:", *(f"  {line}" for line in lines)]
    shown = (kind.extra_json_schema or {}).get("examples") if isinstance(kind, inspect.Metadata) else None
    return [f"{name}: {shown[0] if shown else '…'}"]


def _entry(lines: list[str]) -> list[str]:
    """The lines of a group as one entry of a list."""
    return [("  " if number else "- ") + line for number, line in enumerate(lines)]


def mended(name: str, text: str, extra: Extra) -> str:
    """The line to write in place of a value in the wrong form, or the form to use."""
    guess = extra["mend"](text) if "mend" in extra and len(text) < LONGEST else ""
    if not guess and "guesses" in extra and (guesses := extra["guesses"](text)):
        return "write " + ", or ".join(_day(name, each, told=len(guesses) > 1) for each in guesses)
    if not guess or guess == text:
        return f"write {extra['form']}" if "form" in extra else ""
    return f"write {guess}" if name.isdigit() else f"write {name}: {_quoted(guess)}"


def _day(name: str, day: str, *, told: bool) -> str:
    """The line that gives a day, with the day in words where there is a choice."""
    date = datetime.date.fromisoformat(day)
    return f"{name}: {day}" + (f" for {date.day} {date:%B}" if told else "")


def _quoted(text: str) -> str:
    return f'"{text}"' if text.startswith("#") or text in ("no", "on", "y", "n") else text


def for_type(kind: inspect.Type, tree: Tree, path: tuple[str, ...]) -> str:
    """How to write a value that is of another type than the wanted one."""
    name = next((step for step in reversed(path) if not step.isdigit()), "")
    entry = bool(path) and path[-1].isdigit()
    inner = parts(kind)
    match bare(kind):
        case inspect.VarTupleType() if inner and isinstance(tree, Mapping):
            return (
                f"put a dash and a space before the first key under {name}:, and two spaces before the others"
            )
        case inspect.VarTupleType() if inner and isinstance(tree, Scalar):
            first, *others = _text_first(inner)
            more = [
                f"    {line}" for part in others if part.required for line in _example(part.name, part.type)
            ]
            people = [[f"  - {first.name}: {as_yaml(short(each))}", *more] for each in _people(tree.text)]
            return "write\n" + "\n".join([f"{name}:", *(line for lines in people for line in lines)])
        case inspect.VarTupleType() if isinstance(tree, Scalar):
            items = [as_yaml(item.strip()) for item in re.split("[,;\n]", tree.text) if item.strip()]
            return "write\n" + "\n".join([f"{name}:", *(f"  - {short(item)}" for item in items[:5])])
        case inspect.StructType() if isinstance(tree, Scalar):
            return "write\n" + _group(name, inner, tree.text, entry)
        case inspect.StructType():
            return "remove the dashes, so that only keys are below it"
        case inspect.BoolType():
            return "write true or false, without quotes"
        case inspect.DateType():
            return f"write {name}: 2023-10-16"
        case inspect.StrType() if isinstance(tree, Scalar):
            return (
                f'put it in quotes: {name}: "{tree.text}"'
                if not entry
                else f'put it in quotes: "{tree.text}"'
            )
        case inspect.StrType():
            return "put the text in quotes, or begin it on the next line after >-"
    return ""


def _text_first(inner: Iterable[inspect.Field]) -> list[inspect.Field]:
    """The fields of a group, that first of those it needs which holds any text."""
    found = list(inner)
    texts = [part for part in found if part.required and isinstance(bare(part.type), inspect.StrType)]
    return sorted(found, key=lambda part: part is not next(iter(texts), None))


def _people(text: str) -> list[str]:
    """The names in a text with commas between them, where each of them has more words than one."""
    names = [name.strip() for name in re.split(r"[,;\n&]| and ", text) if name.strip()]
    return names if len(names) <= MOST_PEOPLE and all(" " in name for name in names) else [text]


def _group(name: str, inner: tuple[inspect.Field, ...], text: str, entry: bool) -> str:
    """The value under the first key that a group needs, with the other keys it needs."""
    first, *others = _text_first([part for part in inner if part.required] or list(inner[:1]))
    lines = [f"{first.name}: {as_yaml(short(text))}"]
    lines += [line for part in others for line in _example(part.name, part.type)]
    if entry:
        return "\n".join(_entry(lines))
    return "\n".join([f"{name}:", *(f"  {line}" for line in lines)])
