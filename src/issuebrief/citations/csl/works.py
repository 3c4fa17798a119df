"""A work that can be cited, as CSL names its variables.

In:  nothing; these are the shapes that the readers of files fill.
Out: `Work` and its parts, frozen.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


OTHERS = "\ue002"
"""The literal of a name that stands for all others: "et al."."""


@dataclass(frozen=True)
class PersonName:
    """A name in its parts, or `literal` where it has none: that of an institution."""

    family: str = ""
    given: str = ""
    suffix: str = ""
    dropping: str = ""
    """A particle that belongs to the given name: "van" of Ludwig van Beethoven."""
    kept: str = ""
    """A particle that stays with the family name: "de" of Charles de Gaulle."""
    comma_suffix: bool = False
    literal: str = ""

    @property
    def whole_family(self) -> str:
        """The family name with the particle that stays with it."""
        gap = "" if self.kept.endswith(("'", "’", "-")) else " "
        return f"{self.kept}{gap}{self.family}" if self.kept and self.family else self.kept or self.family


@dataclass(frozen=True)
class WorkDate:
    """A date: one or two days, each as (year), (year, month) or (year, month, day); or words."""

    parts: tuple[tuple[int, ...], ...] = ()
    season: int = 0
    about: bool = False
    literal: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing."""
        return not self.parts and not self.literal


@dataclass(frozen=True)
class Work:
    """A work: its key, its type, and its variables by kind."""

    key: str
    type: str = "document"
    texts: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, tuple[PersonName, ...]] = field(default_factory=dict)
    dates: Mapping[str, WorkDate] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The language of its title, as a tag in small letters."""
        return self.texts.get("language", "").lower()


@dataclass(frozen=True)
class Cite:
    """One work in a citation: where in it, what stands around it, and what is left out."""

    key: str
    locator: str = ""
    label: str = "page"
    prefix: str = ""
    suffix: str = ""
    without_author: bool = False
    author_only: bool = False
