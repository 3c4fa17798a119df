"""The institute's file, `publisher.yaml`, with one for a language, and what it leaves to a `_brand.yml`.

In:  a brief's folder, its language, and the folder a user works in.
Out: a `PublisherFile` with its `Source`, and every problem in it, at its own lines.
"""

from __future__ import annotations

import os.path
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from issuebrief.frontmatter.keys import statements  # noqa: TC001 -- msgspec reads the annotations
from issuebrief.frontmatter.keys.pictures import CoverPattern, PictureCredits  # noqa: TC001 -- read by msgspec
from issuebrief.frontmatter.keys.press_keys import Press  # noqa: TC001 -- msgspec reads the annotations
from issuebrief.frontmatter.keys.site_keys import SiteKey  # noqa: TC001 -- msgspec reads the annotations
from issuebrief.frontmatter.keys.value_types import (  # noqa: TC001 -- msgspec reads the annotations
    Colour,
    Issn,
    Language,
    PageSizeName,
    Text,
    ThemeName,
)
from issuebrief.frontmatter.model import Publisher
from issuebrief.frontmatter.source import Source
from issuebrief.frontmatter.text_file import read_text
from issuebrief.frontmatter.validate import fill
from issuebrief.frontmatter.yaml_nodes import Mapping, Tree
from issuebrief.frontmatter.yaml_tree import read_yaml
from issuebrief.publisher_places import BRANDS, PUBLISHER, folders_above, names_for

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic

GROUPED = ("colors", "faces")
"""The groups of which each key is taken by itself."""


class PublisherFile(Publisher, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The institute, and what its briefs say unless they say otherwise."""

    name: Annotated[
        Text, Meta(description="The institute's full name.", examples=["Institute for Policy Studies"])
    ]
    series: Annotated[str, Meta(description="The series, for the masthead of its briefs.")] = ""
    issn: Annotated[Issn | None, Meta(description="The ISSN of the series.")] = None
    lang: Annotated[Language | None, Meta(description="The language of its briefs, as a BCP 47 tag.")] = None
    theme: Annotated[ThemeName | None, Meta(description="The look of its briefs.")] = None
    page_size: Annotated[PageSizeName | None, Meta(description="The size of the pages of its briefs.")] = None
    accent: Annotated[Colour | None, Meta(description="The accent colour of its briefs, in quotes.")] = None
    cover_pattern: CoverPattern = False
    picture_credits: PictureCredits | None = None
    disclaimer: Annotated[str, Meta(description="Whose views its briefs express.")] = ""
    copyright: Annotated[str, Meta(description="Who holds the rights and what is allowed.")] = ""
    license: statements.LicenseKey = None
    contact: statements.ContactKey = None
    about_series: statements.SeriesKey = ""
    references: statements.ReferencesKey = ""
    citation_style: statements.StyleOfCitationKey = ""
    reference_list: statements.ListOfReferencesKey = None
    press: Annotated[Press | None, Meta(description="How its briefs are printed.")] = None
    site: SiteKey = None


class PublisherEdition(PublisherFile, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What of the institute is otherwise in one language."""

    name: Annotated[str, Meta(description="The institute's name in this language.")] = ""


@dataclass(frozen=True)
class SharedFile:
    """The file of an institute that was found, with what it says as far as that can be read."""

    source: Source
    values: PublisherFile


def read_publisher(
    folder: Path, workplace: Path | None = None, lang: str = ""
) -> tuple[SharedFile | None, tuple[Diagnostic, ...]]:
    """The nearest `publisher.yaml` at or above a brief's folder, and everything wrong with it.

    For a brief whose own `lang` is known, what `publisher.sv.yaml` says comes first. What neither says is
    taken from the nearest `_brand.yml`. Without any such file there is neither an institute nor a problem.
    """
    folders = folders_above(folder, workplace)
    shared, problems = _institute(folders)
    if shared is None or not lang:
        return shared, problems
    edition, found = _source_at(folders, names_for(lang))
    problems += found
    if edition is None:
        return shared, problems
    edition = replace(edition, shared=shared.source)
    _, found = fill(PublisherEdition, own_tree(edition), edition)
    values, _ = fill(PublisherFile, whole_tree(edition), edition)
    return SharedFile(edition, values), problems + read_yaml(edition)[1] + found


def _institute(folders: Sequence[Path]) -> tuple[SharedFile | None, tuple[Diagnostic, ...]]:
    """The institute in whatever language."""
    brand, problems = _source_at(folders, BRANDS)
    source, mistakes = _source_at(folders, (PUBLISHER,))
    if brand:
        from issuebrief.frontmatter.brand_yml import institute_tree

        problems += institute_tree(brand)[1]
    if source is None:
        if mistakes or brand is None:
            return None, problems + mistakes
        values, _ = fill(PublisherFile, own_tree(brand), brand)
        return SharedFile(brand, values), problems
    tree, broken = read_yaml(source)
    mistakes += broken
    if tree is None and broken:
        return None, problems + mistakes
    source = replace(source, shared=brand)
    values, found = fill(PublisherFile, whole_tree(source), source)
    return SharedFile(source, values), problems + mistakes + found


def own_tree(source: Source) -> Tree | None:
    """What a file says, under the keys of a brief or of `publisher.yaml`."""
    if source.path.name not in BRANDS:
        return read_yaml(source)[0]
    from issuebrief.frontmatter.brand_yml import institute_tree

    return institute_tree(source)[0]


def whole_tree(source: Source) -> Tree | None:
    """The same, with what is taken from the file below it."""
    tree = own_tree(source)
    if source.shared is None or not (tree is None or isinstance(tree, Mapping)):
        return tree
    below = whole_tree(source.shared)
    if not isinstance(below, Mapping):
        return tree
    entries = {**below.entries, **(tree.entries if tree else {})}
    for name in GROUPED:
        both = [each.entries[name][1] for each in (below, tree) if each and name in each.entries]
        if len(both) > 1 and isinstance(both[0], Mapping) and isinstance(both[1], Mapping):
            group = replace(both[1], entries={**both[0].entries, **both[1].entries})
            entries[name] = (entries[name][0], group)
    return Mapping(below.at, below.end, entries)


def _source_at(folders: Sequence[Path], names: Sequence[str]) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """The nearest file of some names."""
    paths = (folder / name for folder in folders for name in names)
    path = next((path for path in paths if os.path.lexists(path)), None)
    if path is None:
        return None, ()
    text, problems = read_text(path)
    lines = (text or "").count("\n") + 1
    return (None if text is None else Source(path, text, text, 1, "", lines)), problems
