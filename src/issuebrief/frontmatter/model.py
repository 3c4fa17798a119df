"""The brief as typed values: what front matter may say, and what it becomes.

In:  nothing; these are the shapes that `validate.py` fills and `json_schema.py` describes.
Out: `Brief` and its parts, frozen. Field order is the order of the documentation; the
     descriptions in `Meta` become the JSON Schema that editors complete from, and what `extra`
     holds is for problems; `value_types.py` says what. `statements.py` has the keys of what a
     house states of a publication.
"""

from __future__ import annotations

import datetime
from typing import Annotated

from msgspec import Meta, Struct

from issuebrief.frontmatter.keys import formats, statements
from issuebrief.frontmatter.keys.labels import GivenLabels
from issuebrief.frontmatter.keys.looks import Colours, Faces, Logo
from issuebrief.frontmatter.keys.pictures import Cover, CoverPattern, PictureCredits
from issuebrief.frontmatter.keys.press_keys import Press
from issuebrief.frontmatter.keys.site_keys import FormerAddressesKey
from issuebrief.frontmatter.keys.social import SocialKey
from issuebrief.frontmatter.keys.statements import Affiliation, AffiliationRor, Depositor, FamilyName
from issuebrief.frontmatter.keys.value_types import (
    Colour,
    DividedWord,
    Doi,
    DoiPrefix,
    Email,
    Issn,
    Language,
    Orcid,
    PageSizeName,
    Ror,
    Text,
    ThemeName,
    Url,
)


class Author(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One of the brief's authors."""

    name: Annotated[Text, Meta(description="The name as it is printed.", examples=["Jane Doe"])]
    role: Annotated[str, Meta(description="Position.", examples=["Senior Research Fellow"])] = ""
    affiliation: Affiliation = ()
    bio: Annotated[str, Meta(description="A few sentences about the author; Markdown.")] = ""
    photo: Annotated[
        str, Meta(description="A portrait, as a path from the brief's folder.", examples=["portrait.jpg"])
    ] = ""
    email: Annotated[Email | None, Meta(description="An e-mail address.")] = None
    url: Annotated[Url | None, Meta(description="A page about the author.")] = None
    orcid: Annotated[Orcid | None, Meta(description="The ORCID iD, without https://orcid.org/.")] = None
    ror: AffiliationRor = ()
    family: FamilyName = ""
    organization: Annotated[bool, Meta(description="Whether the author is no person.")] = False


class Publisher(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The institute: for all briefs at once in `publisher.yaml`, or what of it is otherwise in one brief."""

    name: Annotated[
        str, Meta(description="The institute's full name.", examples=["Institute for Policy Studies"])
    ] = ""
    short: Annotated[str, Meta(description="Its abbreviation.", examples=["IPS"])] = ""
    place: Annotated[str, Meta(description="The city, for the citation.", examples=["Stockholm"])] = ""
    url: Annotated[Url | None, Meta(description="The institute's web site.")] = None
    email: Annotated[Email | None, Meta(description="The institute's e-mail address.")] = None
    ror: Annotated[Ror | None, Meta(description="The institute's ROR ID, without https://ror.org/.")] = None
    doi_prefix: Annotated[DoiPrefix | None, Meta(description="What the DOIs of its briefs begin with.")] = (
        None
    )
    depositor: Annotated[Depositor | None, Meta(description="Who deposits its metadata.")] = None
    about: Annotated[str, Meta(description="A few sentences for the institute's box; Markdown.")] = ""
    social: SocialKey = ()
    logo: Annotated[
        Logo | None,
        Meta(
            description="The logo: a file, or a file for each kind of ground.",
            examples=["logo.svg"],
            extra={"alone": "light"},
            extra_json_schema={"alone": True},
        ),
    ] = None
    colors: Annotated[Colours | None, Meta(description="The colours of the house.")] = None
    faces: Annotated[Faces | None, Meta(description="The families of fonts of the house.")] = None
    hyphenation: Annotated[
        tuple[DividedWord, ...],
        Meta(description="Words that the institute divides in its own way, or, without hyphens, never."),
    ] = ()
    labels: Annotated[
        GivenLabels | tuple[GivenLabels, ...] | None,
        Meta(description="Words of its own that the program is to print; or a list, by language."),
    ] = None


class Niceties(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Typographic niceties, each of which can be switched off, or on."""

    quotes: Annotated[bool, Meta(description="Make straight quotes and apostrophes curly.")] = True
    dashes: Annotated[
        bool,
        Meta(description="Set en dashes in number ranges, -- and --- as dashes, ... as an ellipsis."),
    ] = True
    spaces: Annotated[bool, Meta(description='Keep initials, units, "n. 5" and note marks unbroken.')] = True
    chemistry: Annotated[
        bool, Meta(description="Set the figures of CO2, CH4, NOx, PM2.5 and the like as indices.")
    ] = False


class Brief(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The front matter of a brief."""

    title: Annotated[Text, Meta(description="The title.", examples=["The Return to the Moon"])]
    short_title: Annotated[
        str, Meta(description="The title in running heads, in place of the first words of a long one.")
    ] = ""
    subtitle: Annotated[str, Meta(description="A second line under the title.")] = ""
    series: Annotated[str, Meta(description="The series, for the masthead.")] = "Issue Brief"
    number: Annotated[
        str | int,
        Meta(
            description="The number in the series.",
            examples=[7, "1/2023"],
            extra={"form": "a number or a short text"},
        ),
    ] = ""
    date: Annotated[
        datetime.date,
        Meta(
            description="The day of publication: YYYY-MM-DD.",
            examples=["2023-10-16"],
            extra={
                "form": "a day such as 2023-10-16",
                "mend": formats.mend_day,
                "guesses": formats.days_meant,
            },
        ),
    ]
    updated: statements.UpdatedKey = None
    version: statements.VersionKey = ""
    supersedes: statements.SupersedesKey = ""
    draft: statements.DraftKey = False
    embargo: statements.EmbargoKey = None
    lang: Annotated[Language, Meta(description="The language of the text, as a BCP 47 tag.")] = "en-GB"
    authors: Annotated[tuple[Author, ...], Meta(min_length=1, description="The authors, in order.")]
    editors: statements.EditorsKey = ()
    translators: statements.TranslatorsKey = ()
    reviewers: statements.ReviewersKey = ()
    cover: Annotated[
        Cover | None,
        Meta(
            description="The picture on the first page; or `pattern`, drawn from the title; or `none`.",
            extra={"form": "a group of keys (image, alt, credit, focus, shape), or pattern, or none"},
            extra_json_schema={"alone": ["pattern", "none"]},
        ),
    ] = None
    cover_pattern: CoverPattern = False
    picture_credits: PictureCredits = "beside"
    abstract: Annotated[str, Meta(description="The standfirst on the first page; Markdown.")] = ""
    key_points: Annotated[
        tuple[Text, ...], Meta(description="Short sentences for the first page's sidebar.")
    ] = ()
    keywords: Annotated[
        tuple[Text, ...],
        Meta(description="What the brief is about, for catalogues.", examples=[["space policy", "Moon"]]),
    ] = ()
    jel: statements.JelKey = ()
    disclaimer: Annotated[str, Meta(description="Whose views these are.")] = ""
    copyright: Annotated[str, Meta(description="Who holds the rights and what is allowed.")] = ""
    license: statements.LicenseKey = None
    how_to_cite: statements.CiteKey = ""
    corrections: statements.CorrectionsKey = ()
    funding: statements.FundingKey = ()
    acknowledgements: statements.ThanksKey = ""
    contact: statements.ContactKey = None
    about_series: statements.SeriesKey = ""
    references: statements.ReferencesKey = ""
    citation_style: statements.StyleOfCitationKey = ""
    reference_list: statements.ListOfReferencesKey = None
    doi: Annotated[Doi | None, Meta(description="The DOI, without https://doi.org/.")] = None
    issn: Annotated[Issn | None, Meta(description="The ISSN of the series.")] = None
    url: Annotated[Url | None, Meta(description="The address that the brief's web page will have.")] = None
    former_addresses: FormerAddressesKey = ()
    theme: Annotated[
        ThemeName, Meta(description="The look: the name of a file in styles/themes/, without .css.")
    ] = "isdp"
    page_size: Annotated[
        PageSizeName | None, Meta(description="The size of the pages, in place of the theme's own.")
    ] = None
    accent: Annotated[
        Colour | None, Meta(description="The accent colour, in quotes, in place of the theme's own.")
    ] = None
    publisher: Annotated[
        Publisher | None, Meta(description="What of the institute is otherwise than in publisher.yaml.")
    ] = None
    hyphenation: Annotated[
        tuple[DividedWord, ...],
        Meta(description="Words that are divided in their own way, or, without hyphens, never."),
    ] = ()
    labels: Annotated[
        GivenLabels | None, Meta(description="Words that the program is to print in place of its own.")
    ] = None
    niceties: Annotated[
        Niceties, Meta(description="Typographic niceties, each of which can be switched off.")
    ] = Niceties()
    press: Annotated[Press | None, Meta(description="How the brief is printed.")] = None
