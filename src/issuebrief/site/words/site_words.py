"""The words of a site, by language.

In:  a BCP 47 tag, and the files beside this one, one a language.
Out: `SiteWords`; English where there is no file.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from issuebrief.language_tags import tags_of

FOLDER = Path(__file__).parent


class SiteWords(Struct, frozen=True):
    """One language's words; `lang` is the language they are in."""

    lang: str
    publications: str
    latest: str
    years: str
    authors: str
    topics: str
    search: str
    search_hint: str
    found: str
    nothing_found: str
    home: str
    feed: str
    read: str
    pdf: str
    epub: str
    pages: str
    published: str
    languages: str
    superseded: str
    earlier: str
    about: str
    further: str
    moved: str
    moved_to: str
    missing: str
    missing_hint: str


@lru_cache(maxsize=16)
def site_words(lang: str) -> SiteWords:
    """The words of a language; in English where there are none."""
    tag = next((tag for tag in tags_of(lang) if (FOLDER / f"{tag}.toml").is_file()), "en")
    given = tomllib.loads((FOLDER / f"{tag}.toml").read_text("utf-8"))
    return SiteWords(tag, **given)


def has_site_words(lang: str) -> bool:
    """Whether a site can be in a language."""
    return lang.partition("-")[0].lower() == site_words(lang).lang.partition("-")[0]
