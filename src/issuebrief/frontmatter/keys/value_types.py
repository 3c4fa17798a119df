"""The types of single values in front matter: texts of a certain form.

In:  nothing; these are what the shapes of `model.py` and `statements.py` are made of.
Out: types with their pattern, examples, and in `extra` what problems say: `form` says the wanted form in
     words, `mend` guesses the value that was meant, `fault` says what no pattern can, and `holds` does for a
     check digit; `tidy` gives the usual spelling, and `alone` names the key that a value stands for where
     there is no group of keys.
"""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from msgspec import Meta

from issuebrief import licences, moments
from issuebrief.frontmatter.keys import formats, identifiers


def url_fault(text: str) -> str:
    """What is wrong with an address that fits the pattern; nothing for most."""
    try:
        urlsplit(text)
    except ValueError:
        return f"{text} is no web address"
    return ""


Text = Annotated[str, Meta(min_length=1)]
Colour = Annotated[
    str,
    Meta(
        pattern=r"^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$",
        examples=["#c2352b"],
        extra={"form": 'a colour such as "#c2352b"', "mend": formats.mend_colour},
    ),
]


Url = Annotated[
    str,
    Meta(
        pattern=r"^https?://[^\s<>\"/?#][^\s<>\"]*$",
        examples=["https://www.isdp.eu"],
        extra={
            "form": "a web address such as https://www.isdp.eu",
            "mend": formats.mend_url,
            "fault": url_fault,
        },
    ),
]
Email = Annotated[
    str,
    Meta(
        pattern=r"^[^@\s<>\":]+@[^@\s<>\".]+(?:\.[^@\s<>\".]+)+$",
        examples=["info@isdp.eu"],
        extra={"form": "an e-mail address such as info@isdp.eu", "mend": formats.mend_email},
    ),
]
Orcid = Annotated[
    str,
    Meta(
        pattern=r"^[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$",
        examples=["0000-0002-1825-0097"],
        extra={
            "form": "an ORCID iD such as 0000-0002-1825-0097",
            "mend": formats.mend_orcid,
            "holds": formats.orcid_holds,
        },
    ),
]
Ror = Annotated[
    str,
    Meta(
        pattern=r"^0[0-9a-hjkmnp-tv-z]{6}[0-9]{2}$",
        examples=["048a87296"],
        extra={
            "form": "a ROR ID such as 048a87296",
            "mend": identifiers.mend_ror,
            "holds": identifiers.ror_holds,
        },
    ),
]
DoiPrefix = Annotated[
    str,
    Meta(
        pattern=r"^10\.[0-9]{4,9}$",
        examples=["10.1000"],
        extra={"form": "a prefix such as 10.1000", "mend": identifiers.mend_prefix},
    ),
]
Doi = Annotated[
    str,
    Meta(
        pattern=r"^10\.[0-9]{4,9}/\S+$",
        examples=["10.1000/182"],
        extra={"form": "a DOI such as 10.1000/182", "mend": formats.mend_doi},
    ),
]
Issn = Annotated[
    str,
    Meta(
        pattern=r"^[0-9]{4}-[0-9]{3}[0-9X]$",
        examples=["2049-3630"],
        extra={"form": "an ISSN such as 2049-3630", "mend": formats.mend_issn, "holds": formats.issn_holds},
    ),
]
Language = Annotated[
    str,
    Meta(
        pattern=formats.LANGUAGE,
        examples=["en-GB", "en-US", "de", "fr", "sv"],
        extra={
            "form": "a language tag such as en-GB, de or sv",
            "mend": formats.mend_language,
            "tidy": formats.tidy_language,
        },
    ),
]
PART_OF_WORD = r'[^\s\d_.,;:!?()\[\]{}<>"“”„«»/\\|*+=&%$#@^`~…—–-]+'
"""Letters, the signs that combine with them, and apostrophes."""
DividedWord = Annotated[
    str,
    Meta(
        pattern=rf"^{PART_OF_WORD}(?:-{PART_OF_WORD})*$",
        examples=["Pyong-yang", "Roscosmos"],
        extra={"form": "a word with a hyphen wherever it may be divided, such as Pyong-yang"},
    ),
]
ThemeName = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9][a-z0-9-]*$",
        examples=["isdp"],
        extra={"form": "a theme's name such as isdp", "mend": formats.mend_name},
    ),
]
PAGE_SIZES = ("a4", "letter", "a5", "b5", "square")
"""The page sizes that have a name."""


def mend_page_size(text: str) -> str:
    """The name of a page size that is written `A4`, `US Letter` or `DIN A5`; else nothing."""
    names = re.findall(r"[a-z]+ ?\d?", text.lower().replace("-", " "))
    return next((name for word in names for name in PAGE_SIZES if word.replace(" ", "").endswith(name)), "")


PageSizeName = Annotated[
    str,
    Meta(
        pattern=rf"^(?:{'|'.join(PAGE_SIZES)})$",
        examples=["letter", "a5"],
        extra={"form": "a4, letter, a5, b5 or square", "mend": mend_page_size},
    ),
]
LicenceName = Annotated[
    str,
    Meta(
        pattern=licences.PATTERN,
        examples=["CC-BY-4.0", "CC BY-NC-ND 4.0", "CC0-1.0"],
        extra={
            "form": "a licence such as CC-BY-4.0, or the address of one",
            "mend": licences.mend_licence,
            "fault": url_fault,
            "tidy": licences.tidy_licence,
        },
    ),
]
EmbargoMoment = Annotated[
    str,
    Meta(
        pattern=moments.PATTERN,
        examples=["2023-10-16 00:01 CET", "2023-10-16T09:00+02:00"],
        extra={
            "form": "a day, or a day with a time and its zone, such as 2023-10-16 00:01 CET",
            "mend": formats.mend_moment,
            "fault": moments.moment_fault,
        },
    ),
]
JelCode = Annotated[
    str,
    Meta(
        pattern=r"^[A-RYZ][0-9]{0,2}$",
        examples=["F51"],
        extra={"form": "a code of the Journal of Economic Literature such as F51", "mend": formats.mend_jel},
    ),
]
Phone = Annotated[
    str,
    Meta(
        pattern=r"^\+?[0-9(][0-9 ()./-]{3,30}[0-9]$",
        examples=["+46 8 123 456 78"],
        extra={"form": "a telephone number such as +46 8 123 456 78", "mend": formats.mend_phone},
    ),
]
