"""The prose of the front matter.

In:  the `Source` of a brief and its language.
Out: blocks: the title, the subtitle, the abstract, key points, and other fields that have sentences.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.frontmatter.shared_values import value_at
from issuebrief.frontmatter.yaml_nodes import Mapping, Scalar, Sequence
from issuebrief.frontmatter.yaml_tree import read_yaml
from issuebrief.house_style.languages import lang_spans
from issuebrief.house_style.prose import STRUCK, Block, Kind, struck_out
from issuebrief.preflight.wording.nothing import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.frontmatter.source import Source
    from issuebrief.frontmatter.yaml_nodes import Tree, YamlPosition

FIELDS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (Kind.TITLE, ("title",)),
    (Kind.SUBTITLE, ("subtitle",)),
    (Kind.ABSTRACT, ("abstract",)),
    (Kind.KEY_POINT, ("key_points",)),
    (Kind.FIELD, ("disclaimer",)),
    (Kind.FIELD, ("acknowledgements",)),
    (Kind.FIELD, ("about_series",)),
    (Kind.FIELD, ("authors", "bio")),
    (Kind.FIELD, ("corrections", "text")),
)
NAMES = (
    ("authors", "name"),
    ("editors", "name"),
    ("translators", "name"),
    ("reviewers", "name"),
    ("authors", "affiliation"),
    ("publisher", "name"),
)
INDICATOR = re.compile(r"[|>][+\-\d]*[ \t]*(?:#[^\n]*)?\n")
ESCAPE = re.compile(r"\\(?:u[\da-fA-F]{4}|U[\da-fA-F]{8}|x[\da-fA-F]{2}|.)", re.DOTALL)
PARAGRAPH = re.compile(r"\n[ \t]*\n[\s]*")


def front_blocks(source: Source, lang: str) -> Iterator[Block]:
    """The prose of the front matter, field by field, and in these paragraph by paragraph."""
    tree, _ = read_yaml(source)
    starts = [0, *(match.end() for match in re.finditer("\n", source.text))]
    for kind, keys in FIELDS:
        for value in _scalars(tree, keys):
            start, end = _offset(value.at, starts), _offset(value.end, starts)
            yield from _paragraphs(kind, source.text[start:end], start, lang)


def people(source: Source) -> tuple[str, ...]:
    """The names of all people and of the institute in the front matter."""
    tree, _ = read_yaml(source)
    return tuple(value.text for keys in NAMES for value in _scalars(tree, keys))


def _scalars(tree: Tree | None, keys: tuple[str, ...]) -> Iterator[Scalar]:
    """The values at keys, each entry of a list by itself."""
    value = value_at(tree, keys[0]) if keys else tree
    if isinstance(value, Sequence):
        for item in value.items:
            yield from _scalars(item, keys[1:]) if keys[1:] else _scalars(item, ())
    elif isinstance(value, Scalar) and not keys[1:]:
        yield value
    elif isinstance(value, Mapping) and keys[1:]:
        yield from _scalars(value, keys[1:])


def _paragraphs(kind: Kind, typed: str, start: int, lang: str) -> Iterator[Block]:
    from issuebrief.house_style.read_prose import clean

    text = clean(_without_yaml(typed))
    at = 0
    for gap in [*PARAGRAPH.finditer(text), None]:
        end = gap.start() if gap else len(text)
        piece = text[at:end]
        spans = lang_spans(typed[at:end])
        for first, last, other in spans:
            yield Block(kind, piece[first:last], start + at + first, other, is_part=True)
        piece = struck_out(piece, [(first, last) for first, last, _ in spans], STRUCK)
        if piece.strip(f" \n{NOTHING}"):
            yield Block(kind, piece, start + at, lang)
        at = gap.end() if gap else end


def _without_yaml(typed: str) -> str:
    """A value without its quotation marks, its escapes and the sign of a block."""
    if typed[:1] in "\"'" and len(typed) > 1 and typed[-1] == typed[0]:
        inner = typed[1:-1]
        if typed[0] == '"':
            inner = ESCAPE.sub(lambda match: NOTHING * len(match[0]), inner)
        else:
            inner = inner.replace("''", f"'{NOTHING}")
        return NOTHING + inner + NOTHING
    if sign := INDICATOR.match(typed):
        lines = typed[sign.end() :]
        # Indented lines are no code here.
        lines = re.sub(r"^[ \t]+", lambda match: NOTHING * len(match[0]), lines, flags=re.MULTILINE)
        return NOTHING * (sign.end() - 1) + "\n" + lines
    return re.sub(r"\n[ \t]+", lambda match: "\n" + NOTHING * (len(match[0]) - 1), typed)


def _offset(position: YamlPosition, starts: list[int]) -> int:
    line = min(position.line, len(starts)) - 1
    limit = starts[line + 1] if line + 1 < len(starts) else starts[-1] + position.column
    return min(starts[line] + position.column - 1, limit)
