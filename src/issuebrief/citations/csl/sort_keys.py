"""The order of a list of works, and of the works in one citation.

In:  the `cs:sort` of a style, and a scope for each work.
Out: the works in order.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import cmp_to_key
from typing import TYPE_CHECKING

from issuebrief.citations.csl.date_text import sortable
from issuebrief.citations.csl.render import make_all
from issuebrief.citations.csl.runs import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from xml.etree.ElementTree import Element

    from issuebrief.citations.csl.scope import Scope
    from issuebrief.citations.csl.works import PersonName

BEHIND_Z = {
    "sv": "åäö", "fi": "åäö", "da": "æøå", "nb": "æøå", "nn": "æøå", "no": "æøå", "is": "þæö", "et": "šžõäöü",
}  # fmt: skip
"""Letters that some languages have behind z, in their order."""


def in_order(works: Sequence[str], sort: Element | None, scope_of: Callable[[str], Scope]) -> list[str]:
    """The keys of works in the order that a style asks for; as given where it asks for none."""
    if sort is None:
        return list(works)
    wanted = [key for key in sort if key.tag == "key"]
    values = {work: [_value(key, scope_of(work)) for key in wanted] for work in works}

    def compared(one: str, other: str) -> int:
        for key, mine, theirs in zip(wanted, values[one], values[other], strict=True):
            if mine == theirs:
                continue
            if not mine or not theirs:
                return 1 if not mine else -1
            less = -1 if mine < theirs else 1
            return -less if key.get("sort") == "descending" else less
        return 0

    return sorted(works, key=cmp_to_key(compared))


def _value(key: Element, scope: Scope) -> str:
    language = scope.style.locale.language.lower().partition("-")[0]
    scope = replace(scope, sorting=True, suppressed=set(), author=None)
    if name := key.get("macro"):
        return collated(plain(make_all(scope.style.macros[name], scope).runs), language)
    variable = key.get("variable", "")
    if names := scope.work.names.get(variable):
        return collated(" ".join(map(_name, names)), language)
    if date := scope.work.dates.get(variable):
        return sortable(date)
    text = scope.text(variable)
    return f"{int(text):09d}" if text.isascii() and text.isdigit() else collated(text, language)


def _name(name: PersonName) -> str:
    return f"{name.literal or name.family} {name.given}"


def collated(text: str, language: str) -> str:
    """A text as it sorts: without case, accents and marks, but for letters of their own."""
    behind = BEHIND_Z.get(language, "")
    letters = []
    for letter in text.casefold():
        if letter in behind:
            letters.append("z\uffff" + chr(ord("a") + behind.index(letter)))
        elif letter.isalnum() or letter.isspace():
            letters.append(unicodedata.normalize("NFKD", letter)[0])
    return "".join(letters).strip()
