"""Read front matter into a `Brief`.

In:  a `Source`, and the file of the institute, which gives what the front matter leaves out.
Out: the typed values, and every problem in the YAML at once, each at its line and column.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from issuebrief.diagnostics.model import Diagnostic, SourceRange, has_errors, warning
from issuebrief.frontmatter.agreement import disagreements
from issuebrief.frontmatter.cover_words import with_cover_words
from issuebrief.frontmatter.edition_files import edition_tag
from issuebrief.frontmatter.keys import formats
from issuebrief.frontmatter.keys.labels import lacking, merged
from issuebrief.frontmatter.model import Brief
from issuebrief.frontmatter.publisher_file import own_tree, whole_tree
from issuebrief.frontmatter.shared_values import (
    is_another,
    is_given,
    is_in_file,
    keys_in_file,
    nameless,
    value_at,
    with_shared,
)
from issuebrief.frontmatter.validate import fill
from issuebrief.frontmatter.yaml_nodes import Scalar
from issuebrief.frontmatter.yaml_tree import read_yaml
from issuebrief.l10n import has_labels, words
from issuebrief.publisher_places import BRANDS
from issuebrief.text_scripts import foreign_script

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from issuebrief.frontmatter.publisher_file import SharedFile
    from issuebrief.frontmatter.source import Source


def read_front_matter(
    source: Source, shared: SharedFile | None = None, *, is_sound: bool = True
) -> tuple[Brief | None, tuple[Diagnostic, ...]]:
    """The brief's front matter, and everything wrong with it; no brief where there is an error.

    What it leaves out is taken from the file of the institute; that of one that `is_sound` gives a name at
    least.
    """
    brief, problems = _read(source, shared, is_sound=is_sound)
    return None if has_errors(problems) else brief, problems


def readable_part(source: Source, shared: SharedFile | None = None) -> Brief:
    """What can be read of front matter that has errors, with stand-ins for the rest.

    It is good for looking further into the text, so that all problems are reported at once,
    and for nothing that anyone gets to see.
    """
    return _read(source, shared)[0]


def own_language(source: Source) -> str:
    """The language tag that a brief's front matter gives, or else the name of its file; else nothing."""
    value = value_at(read_yaml(source)[0], "lang")
    given = value.text.strip() if isinstance(value, Scalar) and value.kind != "nothing" else ""
    return formats.tidy_language(given or edition_tag(source.path))


def with_shared_source(
    source: Source, shared: SharedFile | None
) -> tuple[Source, SharedFile | None, tuple[Diagnostic, ...]]:
    """The brief's file with that of the institute, unless the brief names another institute.

    Nothing is taken from a `_brand.yml` either where nobody gives the institute a name.
    """
    if shared is None:
        return source, None, ()
    tree, _ = read_yaml(source)
    name = value_at(tree, "publisher", "name")
    named = name.text if isinstance(name, Scalar) else ""
    if is_another(named, shared.values):
        return source, None, ()
    if not named.strip() and not shared.values.name and shared.source.path.name in BRANDS:
        message = "the institute has no name, so nothing in this file is used"
        hint = "write\nmeta:\n  name: Institute for Policy Studies"
        return source, None, (warning("brand.unusable", message, SourceRange(shared.source.path), hint),)
    return replace(source, shared=shared.source), shared, ()


def locate(source: Source, *keys: str | int) -> SourceRange:
    """Where a value stands: `locate(source, "authors", 0, "photo")`.

    What the brief leaves out stands in the file of the institute. Where there is no such value it is the
    place of the innermost key that there is.
    """
    tree = own_tree(source)
    if source.shared and is_in_file(keys, tree, whole_tree(source.shared)):
        return locate(source.shared, *keys_in_file(keys))
    at = source.place(max(source.front_matter_line - 1, 1), 1)
    for key in keys:
        if (found := value_at(tree, key)) is None:
            break
        tree, at = found, source.place(*found.at, *found.end)
    return at


def line_of_value(source: Source) -> Callable[..., int]:
    """The line of each value by its keys, `find("authors", 0, "bio")`; 0 where the brief has none."""
    whole, _ = read_yaml(source)

    def find(*keys: str | int) -> int:
        tree = value_at(whole, *keys)
        return tree.at.line if tree is not None and keys else 0

    return find


def _read(
    source: Source, shared: SharedFile | None = None, *, is_sound: bool = True
) -> tuple[Brief, tuple[Diagnostic, ...]]:
    tree, mistakes = read_yaml(source)
    if tree is None and has_errors(mistakes):
        return fill(Brief, None, source)[0], mistakes
    tree = with_cover_words(tree)
    brief, problems = fill(Brief, tree, source)
    if not is_given(tree, "series"):
        brief = msgspec.structs.replace(brief, series="")
    if shared:
        brief = with_shared(brief, tree, shared.values)
    if (tag := edition_tag(source.path)) and not is_given(tree, "lang"):
        brief = msgspec.structs.replace(brief, lang=formats.tidy_language(tag))
    problems = (*mistakes, *problems)
    if is_sound:
        problems += nameless(brief, source, locate(source, "publisher"))
    if brief.publisher:
        labels = merged(brief.publisher.labels, brief.labels, brief.lang)
        brief = msgspec.structs.replace(brief, labels=labels)
    if not has_errors(problems):
        problems += tuple(_about_language(source, brief))
        problems += tuple(disagreements(source, brief, locate))
    if not brief.series:
        brief = msgspec.structs.replace(brief, series=words(brief.lang, brief.labels).series)
    return brief, problems


def _about_language(source: Source, brief: Brief) -> Iterator[Diagnostic]:
    """What the brief will lack that is written in its language."""
    place, lang = locate(source, "lang"), brief.lang
    line = source.excerpt(place)
    check = "check that the tag is right: en-GB, en-US, de, fr and sv are such tags"
    if missing := lacking(lang, brief.labels):
        message = f"there are no labels in the language “{lang}”: headings, dates and quotes will be English"
        if brief.labels:
            message = f"some labels in the language “{lang}” are missing and will be English"
        hint = f"{check};\nor give your own under labels: {', '.join(missing)}"
        yield warning("front-matter.language-without-labels", message, place, hint, line)
    if script := foreign_script(source.body, lang):
        named = f"{lang.partition('-')[0]}-{script.code}"
        message = f"the text is in {script.name} letters, and “{lang}” is written in others"
        hint = f"write the language of the text: lang: {named if has_labels(named) else script.language}"
        yield warning("front-matter.language-of-other-script", message, place, hint, line)
    if not formats.hyphenates(lang):
        message = f"there are no hyphenation patterns for the language “{lang}”: words will not be divided"
        by_hand = (
            "list long words with their hyphens under hyphenation:, or set --text-align: left in a theme"
        )
        hint = check if missing else by_hand
        yield warning("front-matter.language-without-hyphenation", message, place, hint, line)
