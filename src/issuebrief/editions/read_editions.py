"""The editions of a brief, read as far as the others need to know them.

In:  a brief that was read, and the files beside it.
Out: its `Edition`s, the original first; problems of a translation that is out of step, has sentences of
     its institute in the language of the original, or the language of another edition.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, warning
from issuebrief.editions.compare import out_of_step
from issuebrief.editions.language_names import name_of
from issuebrief.editions.model import Edition
from issuebrief.editions.outline import outline_of
from issuebrief.frontmatter.edition_files import ORIGINAL, edition_tag, editions_with
from issuebrief.frontmatter.read import locate, readable_part
from issuebrief.frontmatter.source import read_source
from issuebrief.language_tags import region_of, tags_of
from issuebrief.markdown_body import plain, write_up
from issuebrief.publisher_places import PUBLISHER, names_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from issuebrief.frontmatter.model import Brief
    from issuebrief.frontmatter.source import Source
    from issuebrief.markdown_body import Body


def read_editions(
    source: Source, brief: Brief, body: Body
) -> tuple[tuple[Edition, ...], tuple[Diagnostic, ...]]:
    """The editions of a brief with this file, itself among them; none where it is the only one.

    A translation is compared with its original, not the other way round: what differs is told once.
    """
    paths = editions_with(source.path)
    editions: list[Edition] = []
    problems = list(_about_tag(source, brief)) if paths else []
    for path in paths:
        if path == source.path:
            editions.append(_edition(path, brief, is_this=True))
            continue
        other, _ = read_source(path)
        if other is None:
            continue
        theirs = readable_part(other)
        editions.append(_edition(path, theirs, is_this=False))
        is_before = paths.index(path) < paths.index(source.path)
        if is_before and theirs.lang.lower() == brief.lang.lower():
            problems.append(_in_one_language(source, brief, path.name))
        if path.name == ORIGINAL:
            outline = outline_of(write_up(other, theirs)[0])
            problems += out_of_step(outline_of(body), outline, source, path.name)
            if tags_of(theirs.lang)[-1] != tags_of(brief.lang)[-1]:
                problems += _in_another_language(source, brief)
    return (_told_apart(editions) if len(editions) > 1 else ()), tuple(problems)


def _told_apart(editions: list[Edition]) -> tuple[Edition, ...]:
    """Editions with the region beside the name of a language that several have: `français (CA)`."""
    names = Counter(each.language for each in editions)
    return tuple(
        replace(each, language=f"{each.language} ({region})")
        if names[each.language] > 1 and (region := region_of(each.lang))
        else each
        for each in editions
    )


def _edition(path: Path, brief: Brief, *, is_this: bool) -> Edition:
    tag = edition_tag(path)
    return Edition(
        lang=brief.lang,
        language=name_of(brief.lang),
        title=plain(brief.title, brief),
        address=brief.url or "",
        file=path.parent.name + (f"-{tag}" if tag else ""),
        is_original=not tag,
        is_this=is_this,
        doi=brief.doi or "",
    )


def _in_another_language(source: Source, brief: Brief) -> Iterator[Diagnostic]:
    """Sentences of the institute that the original prints too, in its own language."""
    values = {
        ("publisher", "about"): brief.publisher.about if brief.publisher else "",
        ("about_series",): brief.about_series,
        ("disclaimer",): brief.disclaimer,
    }
    for keys, value in values.items():
        place = locate(source, *keys)
        if value and place.path != source.path and place.path.name == PUBLISHER:
            message = f"{keys[-1]} is not in the language of this edition, “{brief.lang}”"
            file = names_for(brief.lang)[-1]
            hint = f"give it in this language in {file}, beside {PUBLISHER}:\n{keys[-1]}: …"
            yield warning("editions.institute", message, place, hint, source.excerpt(place))


def _in_one_language(source: Source, brief: Brief, other: str) -> Diagnostic:
    """The problem of an edition that readers cannot tell from another one by its language."""
    place = locate(source, "lang")
    message = f"{source.path.name} and {other} are both in “{brief.lang}”"
    hint = "give each its own language, with a region if need be: fr-CA; or remove one of them"
    return warning("editions.same-language", message, place, hint, source.excerpt(place))


def _about_tag(source: Source, brief: Brief) -> tuple[Diagnostic, ...]:
    """The problem of a file whose name gives another language than its front matter."""
    tag = edition_tag(source.path)
    if not tag or tags_of(tag)[-1] == tags_of(brief.lang)[-1]:
        return ()
    place = locate(source, "lang")
    message = f"the file is called {source.path.name}, and its language is “{brief.lang}”"
    hint = f"write lang: {tag}, or rename the file to brief.{brief.lang}.md"
    return (warning("editions.language", message, place, hint, source.excerpt(place)),)
