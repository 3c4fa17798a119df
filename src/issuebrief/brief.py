"""The brief as typed values: what front matter may say, and what it becomes.

In:  nothing; these are the shapes that `front_matter.py` fills and `schema.py` describes.
Out: `Brief` and its parts, frozen. Field order is the order of the documentation; the
     descriptions in `Meta` become the JSON Schema that editors complete from.
"""

from __future__ import annotations

import datetime
from typing import Annotated

from msgspec import Meta, Struct

Text = Annotated[str, Meta(min_length=1)]
Colour = Annotated[
    str,
    Meta(pattern=r"^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$", description="A colour such as \"#c2352b\".",
         examples=["#c2352b"]),
]
Url = Annotated[str, Meta(pattern=r"^https?://[^\s<>\"]+$", examples=["https://www.isdp.eu"])]
Email = Annotated[str, Meta(pattern=r"^[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+$")]


class Author(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One of the brief's authors."""

    name: Annotated[Text, Meta(description="The name as it is printed.")]
    role: Annotated[str, Meta(description="Position or affiliation.")] = ""
    bio: Annotated[str, Meta(description="A few sentences; Markdown.")] = ""
    photo: Annotated[str, Meta(description="A portrait, as a path from the brief's folder.")] = ""
    email: Email | None = None
    url: Url | None = None
    orcid: Annotated[
        str | None,
        Meta(pattern=r"^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$", description="An ORCID iD: 0000-0000-0000-0000."),
    ] = None


class Cover(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The picture on the first page."""

    image: Annotated[Text, Meta(description="The picture, as a path from the brief's folder.")]
    alt: Annotated[Text, Meta(description="What the picture shows, for readers who cannot see it.")]
    credit: Annotated[str, Meta(description="Who made the picture.")] = ""


class Publisher(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The institute; given here or, for all briefs at once, in `publisher.yaml` beside their folders."""

    name: Annotated[Text, Meta(description="The institute's full name.")]
    short: Annotated[str, Meta(description="Its abbreviation.")] = ""
    place: Annotated[str, Meta(description="The city, for the citation.")] = ""
    url: Url | None = None
    email: Email | None = None
    about: Annotated[str, Meta(description="A few sentences for the institute's box; Markdown.")] = ""


class Niceties(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Typographic niceties, each of which can be switched off."""

    quotes: Annotated[bool, Meta(description="Make straight quotes and apostrophes curly.")] = True
    dashes: Annotated[bool, Meta(description="Set en dashes in number ranges, -- and --- as dashes, ... as an ellipsis.")] = True
    spaces: Annotated[bool, Meta(description="Keep initials, units, \"n. 5\" and note marks unbroken.")] = True


class Brief(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The front matter of a brief."""

    title: Annotated[Text, Meta(description="The title.")]
    subtitle: Annotated[str, Meta(description="A second line under the title.")] = ""
    series: Annotated[str, Meta(description="The series, for the masthead.")] = "Issue Brief"
    number: Annotated[str | int, Meta(description="The number in the series.")] = ""
    date: Annotated[datetime.date, Meta(description="The day of publication: YYYY-MM-DD.")]
    lang: Annotated[
        str,
        Meta(pattern=r"^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$", description="The language, as a BCP 47 tag.",
             examples=["en-GB", "en-US", "de", "sv", "fr"]),
    ] = "en-GB"
    authors: Annotated[tuple[Author, ...], Meta(min_length=1, description="The authors, in order.")]
    cover: Cover | None = None
    abstract: Annotated[str, Meta(description="The standfirst; Markdown.")] = ""
    key_points: Annotated[tuple[Text, ...], Meta(description="Short sentences for the first page's sidebar.")] = ()
    keywords: Annotated[tuple[Text, ...], Meta(description="What the brief is about, for catalogues.")] = ()
    disclaimer: Annotated[str, Meta(description="Whose views these are.")] = ""
    copyright: Annotated[str, Meta(description="Who holds the rights and what is allowed.")] = ""
    doi: Annotated[str | None, Meta(pattern=r"^10\.\d{4,9}/\S+$", description="The DOI, without https://doi.org/.")] = None
    issn: Annotated[str | None, Meta(pattern=r"^\d{4}-\d{3}[\dX]$", description="The ISSN of the series.")] = None
    theme: Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9-]*$", description="The theme: a file NAME.css in styles/themes/.")] = "isdp"
    accent: Colour | None = None
    publisher: Publisher | None = None
    niceties: Niceties = Niceties()
