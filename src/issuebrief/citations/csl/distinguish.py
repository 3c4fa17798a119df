"""Works that would be cited in the same words told apart: more names, a condition, a letter behind the year.

In:  the works that are cited, in the order of the list, and how one of them would be cited.
Out: a `Distinction` for each that needs one; and the names of which several people are cited.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from issuebrief.citations.csl.scope import Distinction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from issuebrief.citations.csl.works import Work

MOST_NAMES = 8
GIVEN = (False, True)
"""Whether given names are shown along with more names; first they are not."""


def alike_names(works: Iterable[Work]) -> tuple[frozenset[str], frozenset[str]]:
    """Family names that several people have, and those of several with the same initial."""
    people: dict[str, set[str]] = defaultdict(set)
    for work in works:
        for names in work.names.values():
            for name in names:
                if name.whole_family and name.given:
                    people[name.whole_family.casefold()].add(name.given.casefold())
    families = {family for family, given in people.items() if len(_different(given)) > 1}
    initials = set()
    for family in families:
        first = [given[:1] for given in _different(people[family])]
        initials |= {f"{family} {letter}" for letter in first if first.count(letter) > 1}
    return frozenset(families), frozenset(initials)


def _different(given: set[str]) -> set[str]:
    """Given names of different people: "J." and "Jane" may be one."""

    def is_short_for(short: str, whole: str) -> bool:
        bare = short.replace(".", "").replace(" ", "")
        return short != whole and (whole.startswith(bare) or whole.startswith(short))

    return {one for one in given if not any(is_short_for(one, other) for other in given)}


def distinctions(
    order: Sequence[str], options: Mapping[str, str], cited: Callable[[str, Distinction], str]
) -> dict[str, Distinction]:
    """What sets each work apart, by key; `cited` is a work's text in a citation."""
    found = {key: Distinction() for key in order}
    adds_given = options.get("disambiguate-add-givenname") == "true"
    if adds_given:
        for group in _alike(order, found, cited):
            trial = {key: replace(found[key], given_names=True) for key in group}
            if len({cited(key, trial[key]) for key in group}) > 1:
                found.update(trial)
    for group in _alike(order, found, cited):
        if options.get("disambiguate-add-names") == "true":
            usual = len({cited(key, found[key]) for key in group})
            for names, given in product(range(1, MOST_NAMES), GIVEN if adds_given else GIVEN[:1]):
                trial = {
                    key: replace(found[key], names=names, given_names=found[key].given_names or given)
                    for key in group
                }
                if len({cited(key, trial[key]) for key in group}) > usual:
                    found.update(trial)
                    break
    for group in _alike(order, found, cited):
        trial = {key: replace(found[key], condition=True) for key in group}
        if len({cited(key, trial[key]) for key in group}) > 1:
            found.update(trial)
    if options.get("disambiguate-add-year-suffix") == "true":
        for group in _alike(order, found, cited):
            for number, key in enumerate(group):
                found[key] = replace(found[key], year_suffix=_letter(number))
    return found


def _alike(
    order: Sequence[str], found: dict[str, Distinction], cited: Callable[[str, Distinction], str]
) -> list[list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for key in order:
        groups[cited(key, found[key])].append(key)
    return [group for text, group in groups.items() if len(group) > 1 and text]


def _letter(number: int) -> str:
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
