"""What a house states of a publication beside its text: people who helped, funders, corrections, a contact.

In:  nothing; these are shapes that `model.py` takes into the front matter of a brief.
Out: frozen shapes, and the types of the keys that hold them. Where a text may stand for a group of keys, it
     is the group's first key; where it may stand for a list, it is the only entry: `validate.py` sees to it.
"""

from __future__ import annotations

import datetime
from typing import Annotated

from msgspec import Meta, Struct

from issuebrief.frontmatter.keys import formats
from issuebrief.frontmatter.keys.value_types import (
    Email,
    EmbargoMoment,
    JelCode,
    LicenceName,
    Orcid,
    Phone,
    Ror,
    Text,
    Url,
)

Affiliation = Annotated[
    str | tuple[Text, ...],
    Meta(
        description="Where the person works: one institution or several.",
        examples=["Uppsala University"],
        extra={"form": "a text or a list of texts"},
    ),
]

FamilyName = Annotated[
    str,
    Meta(
        description="The family name within the name, for catalogues, where it is not the last word.",
        examples=["García Márquez"],
    ),
]
AffiliationRor = Annotated[
    tuple[Ror, ...],
    Meta(
        description="The ROR IDs of the affiliations, in the same order, without https://ror.org/.",
        examples=[["048a87296"]],
    ),
]


class Depositor(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who sends metadata to a registration agency."""

    name: Annotated[
        str, Meta(description="Who deposits, if not the institute.", examples=["Press office"])
    ] = ""
    email: Annotated[
        Email | None, Meta(description="Where the agency writes to, if not the institute's e-mail address.")
    ] = None


class Contributor(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Somebody who edited, translated or reviewed the brief; a name alone will do."""

    name: Annotated[Text, Meta(description="The name as it is printed.", examples=["Jane Doe"])]
    affiliation: Affiliation = ()
    url: Annotated[Url | None, Meta(description="A page about the person.")] = None
    orcid: Annotated[Orcid | None, Meta(description="The ORCID iD, without https://orcid.org/.")] = None
    ror: AffiliationRor = ()
    family: FamilyName = ""


class Correction(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What was changed in a brief after it was published."""

    date: Annotated[
        datetime.date,
        Meta(
            description="The day of the correction: YYYY-MM-DD.",
            examples=["2023-11-20"],
            extra={
                "form": "a day such as 2023-11-20",
                "mend": formats.mend_day,
                "guesses": formats.days_meant,
            },
        ),
    ]
    text: Annotated[Text, Meta(description="What was wrong, and what it says now; Markdown.", examples=["…"])]


class Funder(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who paid for the work; a sentence alone will do."""

    name: Annotated[
        Text,
        Meta(description="The funder's name, or a sentence; Markdown.", examples=["The Research Council"]),
    ]
    grant: Annotated[str | int, Meta(description="The number of the grant.", examples=["2023-01234"])] = ""
    logo: Annotated[
        str, Meta(description="The funder's logo, as a path from the brief's folder.", examples=["logo.svg"])
    ] = ""
    alt: Annotated[
        str, Meta(description="What the logo shows, for readers who cannot see it; else the funder's name.")
    ] = ""
    url: Annotated[Url | None, Meta(description="The funder's web site.")] = None
    ror: Annotated[Ror | None, Meta(description="The funder's ROR ID, without https://ror.org/.")] = None


class Contact(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Whom readers and the press may ask; a text alone will do."""

    name: Annotated[str, Meta(description="A name or a sentence; Markdown.", examples=["Press office"])] = ""
    address: Annotated[str, Meta(description="The postal address, in one line.")] = ""
    phone: Annotated[Phone | None, Meta(description="A telephone number.")] = None
    email: Annotated[Email | None, Meta(description="An e-mail address.")] = None
    url: Annotated[Url | None, Meta(description="A web page.")] = None


Contributors = tuple[
    Annotated[
        Text | Contributor,
        Meta(extra={"form": "a name, or a group of keys (name, affiliation, url, orcid, ror, family)"}),
    ],
    ...,
]
VersionKey = Annotated[
    str | int,
    Meta(
        description="The version of the text.",
        examples=["1.1", 2],
        extra={"form": "a number or a short text"},
    ),
]
UpdatedKey = Annotated[
    datetime.date | None,
    Meta(
        description="The day of the last change: YYYY-MM-DD.",
        examples=["2023-11-20"],
        extra={"form": "a day such as 2023-11-20", "mend": formats.mend_day, "guesses": formats.days_meant},
    ),
]
SupersedesKey = Annotated[
    str, Meta(description="The earlier publication that this one replaces; Markdown, on one line.")
]
DraftKey = Annotated[
    bool, Meta(description="Whether the brief is a draft: its pages say so, and no archive is promised.")
]
EmbargoKey = Annotated[
    EmbargoMoment | None, Meta(description="Until when the brief is not to be published or quoted.")
]
EditorsKey = Annotated[Contributors, Meta(description="Who edited the brief.")]
TranslatorsKey = Annotated[Contributors, Meta(description="Who translated the brief.")]
ReviewersKey = Annotated[Contributors, Meta(description="Who reviewed the brief.")]
JelKey = Annotated[
    tuple[JelCode, ...], Meta(description="Codes of the Journal of Economic Literature, for catalogues.")
]
LicenseKey = Annotated[
    LicenceName | None,
    Meta(description="The licence: as SPDX or Creative Commons write it, or an address."),
]
CiteKey = Annotated[
    str, Meta(description="How the brief is to be cited, in other words than usual; Markdown.")
]
CorrectionsKey = Annotated[
    tuple[Correction, ...], Meta(description="What was changed after publication, in order.")
]
FundingKey = Annotated[
    str
    | tuple[
        Annotated[
            Text | Funder,
            Meta(extra={"form": "a text, or a group of keys (name, grant, logo, alt, url, ror)"}),
        ],
        ...,
    ],
    Meta(
        description="Who paid for the work: a sentence, or a list of funders.",
        extra={"form": "a sentence, or a list of funders"},
    ),
]
ThanksKey = Annotated[str, Meta(description="Whom the authors thank; Markdown.")]
ContactKey = Annotated[
    str | Contact | None,
    Meta(
        description="Whom readers may ask: a text, or keys of a contact.",
        extra={"form": "a text, or a group of keys (name, address, phone, email, url)"},
    ),
]
ReferencesKey = Annotated[
    str | tuple[Text, ...],
    Meta(
        description="The files of the works that are cited by their keys: BibTeX, CSL JSON, CSL YAML or RIS.",
        examples=["references.bib"],
        extra={"form": "the name of a file, or a list of such names"},
    ),
]
StyleOfCitationKey = Annotated[
    str,
    Meta(
        description="The style of citations: a name such as chicago, or a .csl file in the folder.",
        examples=["chicago", "oscola", "apa"],
    ),
]
ListOfReferencesKey = Annotated[
    bool | None,
    Meta(
        description="Whether the works that are cited are listed; styles with author and date do so anyway."
    ),
]
SeriesKey = Annotated[str, Meta(description="A few sentences about the series; Markdown.")]
