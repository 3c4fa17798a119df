"""Where else an institute is found: links to its pages in social networks and registers.

In:  nothing, or the address of such a page.
Out: the shape of a link, and the name by which its network is called in print: in words, never by a sign.
"""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from msgspec import Meta, Struct

from issuebrief.frontmatter.keys import formats

NETWORKS = {
    "bsky.app": "Bluesky", "codeberg.org": "Codeberg", "discord.com": "Discord", "discord.gg": "Discord",
    "dribbble.com": "Dribbble", "facebook.com": "Facebook", "fb.com": "Facebook", "flickr.com": "Flickr",
    "fosstodon.org": "Mastodon", "github.com": "GitHub", "gitlab.com": "GitLab", "hachyderm.io": "Mastodon",
    "instagram.com": "Instagram", "linkedin.com": "LinkedIn", "mastodon": "Mastodon", "matrix.to": "Matrix",
    "medium.com": "Medium", "mstdn.social": "Mastodon", "open.spotify.com": "Spotify", "orcid.org": "ORCID",
    "osf.io": "OSF", "pinterest.com": "Pinterest", "podcasts.apple.com": "Apple Podcasts",
    "reddit.com": "Reddit", "researchgate.net": "ResearchGate", "ror.org": "ROR",
    "slideshare.net": "SlideShare", "snapchat.com": "Snapchat", "soundcloud.com": "SoundCloud",
    "ssrn.com": "SSRN", "substack.com": "Substack", "t.me": "Telegram", "telegram.me": "Telegram",
    "threads.com": "Threads", "threads.net": "Threads", "tiktok.com": "TikTok", "tumblr.com": "Tumblr",
    "twitter.com": "X", "vimeo.com": "Vimeo", "vk.com": "VK", "wa.me": "WhatsApp", "weibo.com": "Weibo",
    "whatsapp.com": "WhatsApp", "wikidata.org": "Wikidata", "wikipedia.org": "Wikipedia", "x.com": "X",
    "xing.com": "Xing", "youtu.be": "YouTube", "youtube.com": "YouTube", "zenodo.org": "Zenodo",
}  # fmt: skip
"""The names of networks and registers by their hosts; also of those whose host ends so, or is named so."""
HANDLE = re.compile(r"@?([\w.-]+)@([\w-]+(?:\.[\w-]+)+)")
"""A name in the Fediverse, as people write it: `@name@mastodon.social`."""


def network_of(address: str) -> str:
    """The name of the network that an address leads to; its host where that is not known.

    Servers of the Fediverse have many hosts, and pages of one form: `/@name`.
    """
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    labels = host.split(".")
    for start in range(len(labels)):
        if name := NETWORKS.get(".".join(labels[start:])) or NETWORKS.get(labels[start]):
            return name
    return "Fediverse" if re.match(r"/@[\w.-]+(?:/|$)", parts.path) else host


def mend_social(text: str) -> str:
    """The address of a page that is given without `https://`, or by a name in the Fediverse; else nothing."""
    handle = HANDLE.fullmatch(text.strip())
    return f"https://{handle[2]}/@{handle[1]}" if handle else formats.mend_url(text)


SocialUrl = Annotated[
    str,
    Meta(
        pattern=r"^https?://[^\s<>\"/?#][^\s<>\"]*$",
        description="The address of the page.",
        examples=["https://mastodon.social/@isdp"],
        extra={
            "form": "the address of a page such as https://mastodon.social/@isdp",
            "mend": mend_social,
        },
    ),
]


class SocialLink(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A page of the institute elsewhere; an address alone will do."""

    url: SocialUrl
    name: Annotated[
        str, Meta(description="What the network is called, if its host does not tell.", examples=["Mastodon"])
    ] = ""

    @property
    def network(self) -> str:
        """What the network is called."""
        return self.name or network_of(self.url)


SocialKey = Annotated[
    tuple[
        Annotated[SocialUrl | SocialLink, Meta(extra={"form": "an address, or a group of keys (url, name)"})],
        ...,
    ],
    Meta(
        description="Where else the institute is found: addresses, each perhaps with a name.",
        examples=[["https://mastodon.social/@isdp", "https://www.linkedin.com/company/isdp"]],
    ),
]


def links_of(given: tuple[str | SocialLink, ...]) -> tuple[SocialLink, ...]:
    """The links of an institute, in one form."""
    return tuple(SocialLink(url=each) if isinstance(each, str) else each for each in given)
