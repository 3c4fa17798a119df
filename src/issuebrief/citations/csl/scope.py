"""What is known while a cite or an entry of the list is made.

In:  the work, the style, and how the work is cited here.
Out: `Scope`, which one rendering fills and no other sees; and `Made`, what an element of a style becomes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from issuebrief.citations.csl.style_file import StyleFault
from issuebrief.citations.csl.works import Cite

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from xml.etree.ElementTree import Element

    from issuebrief.citations.csl.runs import Runs
    from issuebrief.citations.csl.style_file import CitationStyle
    from issuebrief.citations.csl.works import Work

MOST_STEPS = 100_000
"""Elements of a style that are visited for one cite; those that people write visit some hundreds."""


class Made(NamedTuple):
    """What an element became; whether it asked for a value of the work, and whether it found one."""

    runs: Runs
    called: bool = False
    filled: bool = False


NOTHING = Made([])


@dataclass(frozen=True)
class Distinction:
    """What sets a work apart from others that would be cited in the same words."""

    names: int = 0
    """So many names are shown more than usual."""
    given_names: bool = False
    """Whether given names are shown where the family names of others are the same."""
    condition: bool = False
    """Whether what the style does `disambiguate` for is done."""
    year_suffix: str = ""


@dataclass
class Scope:
    """The state of one rendering."""

    work: Work
    style: CitationStyle
    name_options: dict[str, str]
    cite: Cite = field(default_factory=lambda: Cite(""))
    position: str = "first"
    near: bool = False
    first_note: int = 0
    number: int = 0
    in_list: bool = False
    distinction: Distinction = field(default_factory=Distinction)
    alike_families: AbstractSet[str] = frozenset()
    """Family names of several people: their given names are shown where only families are."""
    alike_initials: AbstractSet[str] = frozenset()
    suppressed: set[str] = field(default_factory=set)
    standing_for: Element | None = None
    """The `cs:names` in whose place something is set."""
    author: Runs | None = None
    """The names that were made first."""
    named: Runs = field(default_factory=list)
    """The same without what says that they are editors."""
    first_names: list[Runs] = field(default_factory=list)
    """Each of them by itself."""
    suffix_done: bool = False
    steps: int = 0
    sorting: bool = False

    def shows_given(self, family: str, number: int) -> bool:
        """Whether a given name is shown where the style shows only families; `number` counts the row."""
        if family.casefold() not in self.alike_families:
            return False
        rule = self.style.citation.options.get("givenname-disambiguation-rule", "by-cite")
        if rule == "by-cite":
            return self.distinction.given_names
        return not number or not rule.startswith("primary-name")

    def step(self) -> None:
        """Count an element; raises `StyleFault` where a style never comes to an end."""
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise StyleFault("it takes too many steps for one citation")

    def text(self, variable: str) -> str:
        """A value of the work, or of this cite, as text; empty where there is none."""
        if variable in self.suppressed:
            return ""
        if variable == "locator":
            return self.cite.locator
        if variable == "first-reference-note-number":
            return str(self.first_note) if self.first_note and self.position != "first" else ""
        if variable == "citation-number":
            return str(self.number) if self.number else ""
        if variable == "year-suffix":
            self.suffix_done = self.suffix_done or bool(self.distinction.year_suffix)
            return self.distinction.year_suffix
        if variable == "page-first":
            page = self.work.texts.get("page-first") or self.work.texts.get("page", "")
            return page.partition("–")[0].partition("-")[0].partition(",")[0].strip()
        return self.work.texts.get(variable, "")

    def has(self, variable: str) -> bool:
        """Whether the work has a value of that name, of whatever kind, printed already or not."""
        if names := self.work.names.get(variable):
            return bool(names)
        if date := self.work.dates.get(variable):
            return not date.is_empty
        if variable in ("first-reference-note-number", "citation-number"):
            return bool(self.text(variable))
        return bool(self.cite.locator if variable == "locator" else self.text(variable))
