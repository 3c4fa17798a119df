"""The institute's file, `publisher.yaml`: where it is looked for, and what it says.

In:  a brief's folder and the folder a user works in.
Out: a `PublisherFile` with its `Source`, and every problem in it, at its own lines.
"""

from __future__ import annotations

import os.path
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from issuebrief.frontmatter import statements  # noqa: TC001 -- msgspec reads the annotations
from issuebrief.frontmatter.model import Publisher
from issuebrief.frontmatter.press_keys import Press  # noqa: TC001 -- msgspec reads the annotations
from issuebrief.frontmatter.publisher_places import PUBLISHER, folders_above
from issuebrief.frontmatter.source import Source
from issuebrief.frontmatter.text_file import read_text
from issuebrief.frontmatter.validate import fill
from issuebrief.frontmatter.value_types import (  # noqa: TC001 -- msgspec reads the annotations
    Colour,
    Issn,
    Language,
    PageSizeName,
    Text,
    ThemeName,
)
from issuebrief.frontmatter.yaml_tree import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic


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
    disclaimer: Annotated[str, Meta(description="Whose views its briefs express.")] = ""
    copyright: Annotated[str, Meta(description="Who holds the rights and what is allowed.")] = ""
    license: statements.LicenseKey = None
    contact: statements.ContactKey = None
    about_series: statements.SeriesKey = ""
    press: Annotated[Press | None, Meta(description="How its briefs are printed.")] = None


@dataclass(frozen=True)
class SharedFile:
    """The file of an institute that was found, with what it says as far as that can be read."""

    source: Source
    values: PublisherFile


def read_publisher(
    folder: Path, workplace: Path | None = None
) -> tuple[SharedFile | None, tuple[Diagnostic, ...]]:
    """The nearest `publisher.yaml` at or above a brief's folder, and everything wrong with it.

    Without such a file there is neither an institute nor a problem.
    """
    paths = (each / PUBLISHER for each in folders_above(folder, workplace))
    path = next((path for path in paths if os.path.lexists(path)), None)
    return (None, ()) if path is None else _read(path)


def _read(path: Path) -> tuple[SharedFile | None, tuple[Diagnostic, ...]]:
    text, mistakes = read_text(path)
    if text is None:
        return None, mistakes
    source = Source(path, text, text, 1, "", text.count("\n") + 1)
    tree, broken = read_yaml(source)
    if tree is None and broken:
        return None, (*mistakes, *broken)
    values, found = fill(PublisherFile, tree, source)
    return SharedFile(source, values), (*mistakes, *broken, *found)
