"""Read front matter into a `Brief`, and the institute's `publisher.yaml` into a `Publisher`.

In:  a `Source`, or the folder of a brief.
Out: the typed values, and every problem in the YAML at once, each at its line and column.
"""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING

import msgspec

from issuebrief.diagnostics.model import Diagnostic, SourceRange, error, has_errors, warning
from issuebrief.file_access import real_path
from issuebrief.frontmatter import formats
from issuebrief.frontmatter.agreement import disagreements
from issuebrief.frontmatter.model import Brief, Publisher
from issuebrief.frontmatter.source import Source
from issuebrief.frontmatter.text_file import read_text
from issuebrief.frontmatter.validate import fill
from issuebrief.frontmatter.yaml_nodes import Mapping, Scalar, Sequence, Tree
from issuebrief.frontmatter.yaml_tree import read_yaml
from issuebrief.l10n import has_labels, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PUBLISHER = "publisher.yaml"


def read_front_matter(source: Source) -> tuple[Brief | None, tuple[Diagnostic, ...]]:
    """The brief's front matter, and everything wrong with it; no brief where there is an error."""
    brief, problems = _read(source)
    return None if has_errors(problems) else brief, problems


def readable_part(source: Source) -> Brief:
    """What can be read of front matter that has errors, with stand-ins for the rest.

    It is good for looking further into the text, so that all problems are reported at once,
    and for nothing that anyone gets to see.
    """
    return _read(source)[0]


def locate(source: Source, *keys: str | int) -> SourceRange:
    """Where a value stands in the file: `locate(source, "authors", 0, "photo")`.

    Where there is no such value it is the place of the innermost key that there is.
    """
    tree, _ = read_yaml(source)
    at = source.place(max(source.front_matter_line - 1, 1), 1)
    for key in keys:
        if (found := _value(tree, key)) is None:
            break
        tree, at = found, source.place(*found.at, *found.end)
    return at


def line_of_value(source: Source) -> Callable[..., int]:
    """The line of each value by its keys, `find("authors", 0, "bio")`; 0 where there is no such value."""
    whole, _ = read_yaml(source)

    def find(*keys: str | int) -> int:
        tree: Tree | None = whole
        for key in keys:
            tree = _value(tree, key)
        return tree.at.line if tree is not None and keys else 0

    return find


def _value(tree: Tree | None, key: str | int) -> Tree | None:
    """What a key, or a number in a list, leads to."""
    if isinstance(tree, Mapping) and isinstance(key, str) and key in tree.entries:
        return tree.entries[key][1]
    if isinstance(tree, Sequence) and isinstance(key, int) and 0 <= key < len(tree.items):
        return tree.items[key]
    return None


def read_publisher(folder: Path) -> tuple[Publisher | None, tuple[Diagnostic, ...]]:
    """The institute of `publisher.yaml` in the brief's own folder or else in the one above it.

    Without such a file there is neither an institute nor a problem.
    """
    for path in (folder / PUBLISHER, real_path(folder).parent / PUBLISHER):
        if os.path.lexists(path):
            return _publisher(path)
    return None, ()


def with_publisher(brief: Brief, publisher: Publisher | None) -> Brief:
    """The brief with the institute that all briefs share, unless it names its own."""
    if brief.publisher is not None or publisher is None:
        return brief
    return msgspec.structs.replace(brief, publisher=publisher)


def _read(source: Source) -> tuple[Brief, tuple[Diagnostic, ...]]:
    tree, mistakes = read_yaml(source)
    if tree is None and has_errors(mistakes):
        return fill(Brief, None, source)[0], mistakes
    brief, problems = fill(Brief, tree, source)
    problems = (*mistakes, *problems)
    if not has_errors(problems):
        problems += tuple(_about_language(source, brief.lang))
        problems += tuple(disagreements(source, brief, locate))
    if not _is_given(tree, "series"):
        brief = msgspec.structs.replace(brief, series=words(brief.lang).series)
    return brief, problems


def _is_given(tree: Tree | None, key: str) -> bool:
    value = _value(tree, key) if tree else None
    return isinstance(value, Scalar) and value.kind != "nothing"


def _about_language(source: Source, lang: str) -> Iterator[Diagnostic]:
    """What the brief will lack that is written in its language."""
    place = locate(source, "lang")
    line = source.line(place.line)
    check = "check that the tag is right: en-GB, en-US, de, fr and sv are such tags"
    if formats.from_right_to_left(lang):
        message = f"the language “{lang}” is written from right to left, which is not supported"
        hint = "set the brief in another program, or give the tag of the language that it is written in"
        yield error("front-matter.right-to-left", message, place, hint, line)
        return
    if not has_labels(lang):
        message = f"there are no labels in the language “{lang}”: headings, dates and quotes will be English"
        hint = f"{check};\nor print your own words with templates of your own"
        yield warning("front-matter.language-without-labels", message, place, hint, line)
    if not formats.hyphenates(lang):
        message = f"there are no hyphenation patterns for the language “{lang}”: words will not be divided"
        yield warning("front-matter.language-without-hyphenation", message, place, check, line)


def _publisher(path: Path) -> tuple[Publisher | None, tuple[Diagnostic, ...]]:
    text, mistakes = read_text(path)
    if text is None:
        return None, mistakes
    source = Source(path, text, text, 1, "", text.count("\n") + 1)
    tree, broken = read_yaml(source)
    problems = (*mistakes, *broken)
    if tree is None and has_errors(problems):
        return None, problems
    publisher, found = fill(Publisher, tree, source)
    problems += found
    return None if has_errors(problems) else publisher, problems
