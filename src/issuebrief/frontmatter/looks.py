"""How an institute looks, as typed values: its logo.

In:  nothing; these are shapes that `validate.py` fills and `json_schema.py` describes.
Out: `Logo`, frozen.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from issuebrief.frontmatter import formats

Colour = Annotated[
    str,
    Meta(
        pattern=r"^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$",
        examples=["#c2352b"],
        extra={"form": 'a colour such as "#c2352b"', "mend": formats.mend_colour},
    ),
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
