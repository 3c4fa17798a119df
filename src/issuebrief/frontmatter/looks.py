"""How an institute looks, as typed values: its logo, colours and faces.

In:  nothing; these are shapes that `validate.py` fills and `json_schema.py` describes.
Out: `Logo`, `Colours` and `Faces`, frozen.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from issuebrief.frontmatter.value_types import Colour

Inks = Annotated[
    str,
    Meta(
        pattern=r"^(?:(?:100|[0-9]{1,2})(?:\.[0-9]+)?%?(?:\s+|$)){4}$",
        examples=["85 50 0 70"],
        extra={"form": "cyan, magenta, yellow and black in per cent, such as 85 50 0 70"},
    ),
]
SpotInk = Annotated[
    str, Meta(pattern=r"^[^\"'\\;{}]{1,120}$", extra={"form": "the name of an ink such as PANTONE 2767 C"})
]
Family = Annotated[
    str, Meta(pattern=r"^[^\"\\;{}<>]{1,120}$", extra={"form": "the name of a family of fonts"})
]


class Logo(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The institute's logo: a file for each kind of ground."""

    light: Annotated[
        str,
        Meta(
            min_length=1,
            description="The logo for white and light grounds: a file beside publisher.yaml.",
            examples=["logo.svg"],
        ),
    ]
    dark: Annotated[
        str, Meta(description="The logo for dark and coloured grounds.", examples=["logo-white.svg"])
    ] = ""
    mono: Annotated[
        str,
        Meta(description="The logo in one colour, for themes that ask for it.", examples=["logo-1c.svg"]),
    ] = ""
    alt: Annotated[
        str, Meta(description="What is read out for the logo, in place of the institute's name.")
    ] = ""
    wordmark: Annotated[
        bool,
        Meta(description="Whether the logo holds the name, which the masthead then leaves out."),
    ] = False


class InkedColour(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A colour on the screen, and its inks."""

    screen: Annotated[Colour, Meta(description="The colour on the screen, in quotes.")]
    cmyk: Annotated[
        Inks | None, Meta(description="Its inks: cyan, magenta, yellow and black in per cent.")
    ] = None
    small_cmyk: Annotated[
        Inks | None, Meta(description="The inks of small text in it, no more than two.")
    ] = None
    spot: Annotated[
        SpotInk | None,
        Meta(description="Its spot ink, which cmyk stands in for.", examples=["PANTONE 2767 C"]),
    ] = None


def _ink(what: str) -> object:
    """What is said of a colour."""
    return Meta(
        description=what,
        examples=["#12304f"],
        extra={"alone": "screen"},
        extra_json_schema={"alone": True},
    )


class Colours(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The colours of the house; each is a design token."""

    brand: Annotated[InkedColour | None, _ink("The house colour: masthead, title, headings.")] = None
    accent: Annotated[InkedColour | None, _ink("The accent colour: labels, rules, note marks.")] = None
    tint: Annotated[InkedColour | None, _ink("The ground of boxes.")] = None
    ink: Annotated[InkedColour | None, _ink("The colour of text.")] = None
    quiet: Annotated[InkedColour | None, _ink("Less prominent text.")] = None
    hairline: Annotated[InkedColour | None, _ink("Thin rules.")] = None
    on_brand: Annotated[InkedColour | None, _ink("Text on the house colour.")] = None
    on_brand_quiet: Annotated[InkedColour | None, _ink("Labels and rules on the house colour.")] = None


class Faces(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The families of fonts of the house, by their names."""

    serif: Annotated[Family | None, Meta(description="The family with serifs.")] = None
    sans: Annotated[Family | None, Meta(description="The family without serifs.")] = None
    mono: Annotated[Family | None, Meta(description="The family for code.")] = None
    text: Annotated[Family | None, Meta(description="The family of the text.")] = None
    heading: Annotated[Family | None, Meta(description="The family of headings.")] = None
    title: Annotated[Family | None, Meta(description="The family of the title.")] = None
    quote: Annotated[Family | None, Meta(description="The family of pull-quotes.")] = None
