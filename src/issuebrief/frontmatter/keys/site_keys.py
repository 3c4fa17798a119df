"""The keys of what is published as a site.

In:  nothing; these are shapes that `publisher_file.py` and `model.py` take in.
Out: where the site of an institute is, and the addresses that a brief had before.
"""

from __future__ import annotations

import re
from typing import Annotated

from msgspec import Meta, Struct

from issuebrief.frontmatter.keys.formats import mend_url
from issuebrief.frontmatter.keys.value_types import Text, url_fault

PAGE_AT_END = re.compile(r"[^/]*\.(?:html?|php|aspx?|pdf)$", re.IGNORECASE)


def mend_site(text: str) -> str:
    """The address of the folder, without a query, a fragment, a user or the name of a page; else nothing."""
    text = text.strip()
    bare = re.sub(r"[?#].*", "", text if text.startswith(("https://", "http://")) else mend_url(text))
    bare = re.sub(r"(?<=://)[^/@]*@", "", bare)
    host, _, path = bare.partition("://")[2].partition("/")
    return f"{bare.partition('://')[0]}://{host}/{PAGE_AT_END.sub('', path)}" if host else ""


SiteUrl = Annotated[
    str,
    Meta(
        pattern=r"^https?://[^\s<>\"/?#@]+(?:/(?!.*\.(?:html?|php|aspx?|pdf)$)[^\s<>\"?#]*)?$",
        examples=["https://briefs.example.org/"],
        extra={
            "form": "the address of a folder such as https://briefs.example.org/, without ? and #",
            "mend": mend_site,
            "fault": url_fault,
        },
    ),
]
"""The address of the first page of a site: addresses of other pages are made of it, so nothing may follow."""


class SiteSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where `issuebrief publish` puts the briefs of an institute; an address alone will do."""

    address: Annotated[
        SiteUrl,
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
