"""The keys of what is published as a site.

In:  nothing; these are shapes that `publisher_file.py` and `model.py` take in.
Out: where the site of an institute is, and the addresses that a brief had before.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from issuebrief.frontmatter.keys.value_types import Text, Url


class SiteSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where `issuebrief publish` puts the briefs of an institute; an address alone will do."""

    address: Annotated[
        Url,
        Meta(description="The address of the site's first page.", examples=["https://briefs.example.org/"]),
    ]
    title: Annotated[
        str, Meta(description="What the site is called, if not as the institute.", examples=["Policy Papers"])
    ] = ""


SiteKey = Annotated[
    SiteSettings | None,
    Meta(
        description="The site that the briefs are published as: its address, or keys.",
        examples=["https://briefs.example.org/"],
        extra={"alone": "address"},
        extra_json_schema={"alone": True},
    ),
]
FormerAddressesKey = Annotated[
    tuple[Text, ...],
    Meta(
        description="Addresses on the site that the brief had before, which lead to its page.",
        examples=["/papers/moon.html"],
    ),
]
