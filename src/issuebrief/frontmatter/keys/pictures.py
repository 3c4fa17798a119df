"""What front matter says of pictures: the cover, what stands in for it, and where credits are printed.

In:  nothing; these are shapes that `validate.py` fills.
Out: `Cover`, and the types of the keys beside it.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from issuebrief.frontmatter.keys.value_types import Text

PictureCredits = Annotated[
    str,
    Meta(
        pattern="^(?:beside|list)$",
        description="Where the credits of pictures go: beside each, or into a list at the end.",
        examples=["list"],
        extra={"form": "beside or list"},
    ),
]
CoverPattern = Annotated[
    bool, Meta(description="Draw a pattern from the title where there is no picture for the cover.")
]


class Cover(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The picture on the first page."""

    image: Annotated[
        Text, Meta(description="The picture, as a path from the brief's folder.", examples=["cover.jpg"])
    ]
    alt: Annotated[
        Text,
        Meta(
            description="What the picture shows, for readers who cannot see it.",
            examples=["The Moon over a dark sea"],
        ),
    ]
    credit: Annotated[
        str, Meta(description="Who made the picture.", examples=["Photo: Jane Doe, CC BY 4.0"])
    ] = ""
    focus: Annotated[
        str,
        Meta(
            pattern=r"^(?:100|[0-9]{1,2}(?:\.[0-9]+)?)%\s+(?:100|[0-9]{1,2}(?:\.[0-9]+)?)%$",
            description="What stays in sight where the picture is cropped, from its left and its top edge.",
            examples=["40% 30%"],
            extra={"form": "two percentages such as 40% 30%: from the left, and from the top"},
        ),
    ] = "50% 50%"
    shape: Annotated[
        str,
        Meta(
            pattern="^(?:wide|portrait)$",
            description="Across the page, or tall and beside the title.",
            examples=["portrait"],
            extra={"form": "wide or portrait"},
        ),
    ] = "wide"
