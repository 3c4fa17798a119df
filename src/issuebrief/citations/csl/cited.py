"""All citations of a brief, and its list of works, in a style.

In:  a `CitationStyle`, the works, and the citations in the order in which they are read.
Out: `Rendered`: each citation, and the entries of the list in their order.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from issuebrief.citations.csl.collapse import MadeCite, in_row
from issuebrief.citations.csl.distinguish import alike_names, distinctions
from issuebrief.citations.csl.positions import CitePlace, PlacedCitation, places
from issuebrief.citations.csl.punctuation import finished
from issuebrief.citations.csl.render import make_all
from issuebrief.citations.csl.runs import Look, Run, Runs, dressed, plain
from issuebrief.citations.csl.scope import Distinction, Scope
from issuebrief.citations.csl.sort_keys import in_order

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from issuebrief.citations.csl.style_file import CitationLayout, CitationStyle
    from issuebrief.citations.csl.works import Cite, Work

TYPED = Look(typed=True)


@dataclass(frozen=True)
class Rendered:
    """Citations as they are printed; the names alone of those that are named in the text; the list."""

    citations: tuple[Runs, ...]
    authors: tuple[Runs, ...]
    entries: tuple[tuple[str, Runs], ...]


@dataclass
class Renderer:
    """What all cites of a brief share."""

    style: CitationStyle
    works: Mapping[str, Work]
    numbers: dict[str, int]
    found: dict[str, Distinction]
    families: AbstractSet[str] = frozenset()
    initials: AbstractSet[str] = frozenset()
    memory: dict[tuple[Cite, CitePlace], tuple[Runs, Runs]] = field(default_factory=dict)
    """What was made of each work, place and position: works are cited again and again."""

    def scope(self, key: str, layout: CitationLayout) -> Scope:
        """A scope for a work."""
        return Scope(
            self.works[key],
            self.style,
            layout.names,
            number=self.numbers.get(key, 0),
            distinction=self.found.get(key, Distinction()),
            alike_families=self.families,
            alike_initials=self.initials,
        )

    def cite(self, cite: Cite, place: CitePlace) -> tuple[Runs, Runs]:
        """One cite with what stands around it, and the names that stand in it."""
        bare = replace(cite, prefix="", suffix="")
        if (made := self.memory.get((bare, place))) is None:
            made = self.memory[bare, place] = self._bare(bare, place)
        runs, author = made
        if cite.prefix:
            gap = "" if cite.prefix.endswith((" ", "\n")) or cite.prefix[-1:] in "(“‘" else " "
            runs = [Run(cite.prefix + gap, TYPED), *runs]
        if cite.suffix:
            gap = "" if cite.suffix[0] in " ,.;:)" else " "
            runs = [*runs, Run(gap + cite.suffix, TYPED)]
        return runs, author

    def _bare(self, cite: Cite, place: CitePlace) -> tuple[Runs, Runs]:
        layout = self.style.citation
        scope = self.scope(cite.key, layout)
        scope.cite, scope.position = cite, place.position
        scope.first_note, scope.near = place.first_note, place.near
        runs = make_all(layout.element, scope).runs
        return runs, scope.named or scope.author or []


def render(style: CitationStyle, works: Mapping[str, Work], citations: Sequence[PlacedCitation]) -> Rendered:
    """Everything that a brief cites as the style has it; raises `StyleFault` where the style has no end."""
    keys = list(dict.fromkeys(cite.key for citation in citations for cite in citation.cites))
    renderer = Renderer(style, works, {key: number for number, key in enumerate(keys, 1)}, {})
    cited_works = [works[key] for key in keys]
    if style.citation.options.get("disambiguate-add-givenname") == "true":
        renderer.families, renderer.initials = alike_names(cited_works)
    listed = _listed(renderer, keys)
    if _counts_in_list(style):
        renderer.numbers = {key: number for number, key in enumerate(listed, 1)}
    renderer.found = _distinctions(renderer, listed)
    if any(each.year_suffix for each in renderer.found.values()):
        listed = _listed(renderer, keys)
    nearest = style.citation.options.get("near-note-distance", "")
    placed = places(citations, int(nearest) if nearest.isdigit() and len(nearest) < 6 else 5)
    made = [_citation(renderer, each, where) for each, where in zip(citations, placed, strict=True)]
    return Rendered(
        tuple(runs for runs, _ in made),
        tuple(author for _, author in made),
        tuple(_entries(renderer, listed)),
    )


def _counts_in_list(style: CitationStyle) -> bool:
    """Whether works are counted in the order of the list: sorted, and not by their numbers."""
    sort = style.bibliography.sort if style.bibliography is not None else None
    first = sort.find("key") if sort is not None else None
    if first is None:
        return False
    called = style.macros.get(first.get("macro", ""))
    asked = [first, *(called.iter("text") if called is not None else ())]
    return not any(each.get("variable") == "citation-number" for each in asked)


def _listed(renderer: Renderer, keys: list[str]) -> list[str]:
    """The works in the order of the list."""
    layout = renderer.style.bibliography
    if layout is None:
        return keys

    def scope_of(key: str) -> Scope:
        scope = renderer.scope(key, layout)
        scope.in_list = True
        return scope

    return in_order(keys, layout.sort, scope_of)


def _distinctions(renderer: Renderer, listed: list[str]) -> dict[str, Distinction]:
    """What sets works apart that are cited in the same words, again and without pages."""
    layout = renderer.style.citation
    position = "subsequent" if renderer.style.is_note else "first"
    memory: dict[tuple[str, Distinction], str] = {}
    people: dict[object, int] = {}

    def cited(key: str, distinction: Distinction) -> str:
        if (text := memory.get((key, distinction))) is None:
            scope = renderer.scope(key, layout)
            scope.distinction, scope.position = distinction, position
            # The number of a note tells works of different people apart; those of one need their titles.
            scope.first_note = people.setdefault(_people(renderer.works[key]), len(people) + 1)
            text = memory[key, distinction] = plain(make_all(layout.element, scope).runs)
        return text

    return distinctions(listed, layout.options, cited)


def _people(work: Work) -> object:
    """Whose work it is; for a work of nobody, the work itself."""
    return next((names for names in work.names.values() if names), work.key)


def _citation(renderer: Renderer, citation: PlacedCitation, placed: list[CitePlace]) -> tuple[Runs, Runs]:
    layout = renderer.style.citation
    order = list(range(len(citation.cites)))
    if layout.sort is not None and not any(cite.prefix or cite.suffix for cite in citation.cites[1:]):
        by_key = {cite.key: number for number, cite in enumerate(citation.cites)}
        if len(by_key) == len(order):
            # Works that differ in the letter of their year alone stand in the order of the letters.
            letters = {key: each.year_suffix for key, each in renderer.found.items()}
            by_key = dict(sorted(by_key.items(), key=lambda item: letters.get(item[0], "")))
            sorted_keys = in_order(list(by_key), layout.sort, lambda key: renderer.scope(key, layout))
            order = [by_key[key] for key in sorted_keys]
    author: Runs = []
    cites: list[MadeCite] = []
    for number in order:
        made, name = _made_cite(renderer, citation.cites[number], placed[number])
        author = author or name
        cites.append(made)
    dash = renderer.style.locale.term("citation-range-delimiter") or "–"
    runs = in_row(cites, layout.options, layout.element.get("delimiter", ""), dash)
    attributes = {name: value for name, value in layout.element.attrib.items() if name != "delimiter"}
    return finished(dressed(runs, attributes), renderer.style.locale), finished(author, renderer.style.locale)


def _made_cite(renderer: Renderer, cite: Cite, place: CitePlace) -> tuple[MadeCite, Runs]:
    """A cite with what collapsing needs to know of it, and the names that stand in it."""
    runs, name = renderer.cite(cite, place)
    made = MadeCite(
        runs,
        renderer.cite(replace(cite, without_author=True), place)[0] if name else runs,
        (plain(name), _people(renderer.works[cite.key])) if name else None,
        renderer.numbers.get(cite.key, 0),
        renderer.found.get(cite.key, Distinction()).year_suffix,
        bool(cite.locator),
        bool(cite.locator or cite.prefix or cite.suffix),
        cite.prefix,
    )
    return made, name


def _entries(renderer: Renderer, listed: list[str]) -> list[tuple[str, Runs]]:
    """The entries of the list; those that a style leaves out are not among them."""
    layout = renderer.style.bibliography
    if layout is None:
        return []
    entries: list[tuple[str, Runs]] = []
    before: Scope | None = None
    for key in listed:
        scope = renderer.scope(key, layout)
        scope.in_list = True
        runs = make_all(layout.element, scope).runs
        if not runs:
            continue
        written = _without_repeated(runs, scope, before, layout.options)
        before = scope
        entries.append((key, finished(dressed(written, layout.element.attrib), renderer.style.locale)))
    return entries


def _without_repeated(runs: Runs, scope: Scope, before: Scope | None, options: Mapping[str, str]) -> Runs:
    """An entry with a dash in the place of the names that the entry before has too."""
    substitute = options.get("subsequent-author-substitute")
    if substitute is None or before is None or not scope.author or not before.author:
        return runs
    author = scope.author
    if plain(runs[: len(author)]) != plain(author):
        return runs
    mine, theirs = ([plain(name) for name in each.first_names] for each in (scope, before))
    rule = options.get("subsequent-author-substitute-rule", "complete-all")
    if rule.startswith("complete"):
        if plain(author) != plain(before.author):
            return runs
        if rule == "complete-all" or not mine:
            return [Run(substitute), *runs[len(author) :]]
    same = 0
    while same < min(len(mine), len(theirs)) and mine[same] == theirs[same]:
        same += 1
    same = min(same, 1) if rule == "partial-first" else same
    at = 0
    for name in scope.first_names[:same]:
        runs = [*runs[:at], Run(substitute), *runs[at + len(name) :]]
        at += 2
    return runs
