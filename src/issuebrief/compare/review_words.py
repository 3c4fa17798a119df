"""The words that a review copy prints, in the language of its brief.

In:  a language tag.
Out: `ReviewWords`: in English, where the language has none here.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from issuebrief.frontmatter.keys.formats import from_right_to_left
from issuebrief.language_tags import tags_of

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True)
class ReviewWords:
    """What a review copy says, in `lang`; `parts` are those of a brief by their English names."""

    lang: str = "en"
    heading: str = "Changes"
    versions: str = "From {old} to {new}"
    inserted: str = "inserted"
    deleted: str = "deleted"
    replaced: str = "replaced"
    moved: str = "moved"
    restyled: str = "restyled"
    page: str = "Page"
    number: str = "No."
    where: str = "Where"
    change: str = "Change"
    more: str = "Further changes that are marked: {number}"
    from_page: str = "from page {page}"
    was: str = "was {before}"
    moved_up: str = "moved up"
    moved_down: str = "moved down"
    from_above: str = "moved from above"
    from_below: str = "moved from below"
    parts: Mapping[str, str] = field(default_factory=dict)

    @property
    def direction(self) -> str:
        """The direction that the words are read in, as HTML has it."""
        return "rtl" if from_right_to_left(self.lang) else "ltr"

    def part(self, name: str) -> str:
        """What a part of a brief is called."""
        return self.parts.get(name, name)


def review_words(lang: str) -> ReviewWords:
    """The words for a language tag such as `de-CH`; English ones where there are none."""
    found = next((tag for tag in tags_of(lang) if tag in _known()), "")
    return ReviewWords(lang=found, **_known()[found]) if found else ReviewWords()


@lru_cache(maxsize=1)
def _known() -> dict[str, dict[str, Any]]:
    return tomllib.loads(FILE.read_text("utf-8"))
