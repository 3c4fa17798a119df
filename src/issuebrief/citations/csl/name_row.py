"""One name, and names in a row.

In:  names, the options that the style has for them, and the scope.
Out: the names as the style writes them: whole or as initials, inverted, cut short by "et al.".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from issuebrief.citations.csl.runs import PLAIN, Look, Run, Runs, dressed, joined, read_field
from issuebrief.citations.csl.text_case import in_case
from issuebrief.citations.csl.works import OTHERS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from issuebrief.citations.csl.scope import Scope
    from issuebrief.citations.csl.works import PersonName

SPACELESS = re.compile(r"^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+$")


@dataclass(frozen=True)
class NameShape:
    """The parts of a `cs:names`: those of the element itself, or of the one that it stands in for."""

    holder: Element
    name: Element | None
    others: Element | None
    label: Element | None
    label_first: bool

    @classmethod
    def of(cls, element: Element, parent: Element | None = None) -> NameShape:
        """The shape of an element; an empty one takes over all of its parent's, any other what it lacks."""
        holder = parent if parent is not None and len(element) == 0 else element
        name, others = holder.find("name"), holder.find("et-al")
        if parent is not None:
            name = parent.find("name") if name is None else name
            others = parent.find("et-al") if others is None else others
        order = [child.tag for child in holder]
        first = "label" in order and "name" in order and order.index("label") < order.index("name")
        return cls(holder, name, others, holder.find("label"), first)


def name_row(
    names: tuple[PersonName, ...], options: dict[str, str], element: NameShape, scope: Scope
) -> Runs:
    """Names in a row, cut short by "et al." where there are many."""
    delimiter = options.get("delimiter", ", ")
    shown, with_last = _how_many(len(names), options, scope)
    if len(names) > 1 and names[-1].literal == OTHERS:
        shown, with_last = min(shown, len(names) - 1), False
    made = [_name(name, number, options, element, scope) for number, name in enumerate(names[:shown])]
    if scope.author is None and not scope.first_names:
        scope.first_names = made
    if shown < len(names):
        if with_last:
            last = _name(names[-1], shown, options, element, scope)
            return [*joined(made, delimiter), Run(f"{delimiter}… "), *last]
        return _with_others(made, delimiter, options, element, scope)
    if len(made) < 2:
        return made[0] if made else []
    joint = options.get("and", "")
    if not joint:
        return joined(made, delimiter)
    word = "&" if joint == "symbol" else scope.style.locale.term("and")
    rule = options.get("delimiter-precedes-last", "contextual")
    inverted = options.get("name-as-sort-order") == "all" or (
        options.get("name-as-sort-order") == "first" and len(made) == 2
    )
    precedes = rule == "always" or (rule == "contextual" and len(made) > 2)
    precedes = precedes or (rule == "after-inverted-name" and inverted)
    between = f"{delimiter.rstrip()} {word} " if precedes else f" {word} "
    return [*joined(made[:-1], delimiter), Run(between), *made[-1]]


def _with_others(
    made: list[Runs], delimiter: str, options: Mapping[str, str], element: NameShape, scope: Scope
) -> Runs:
    others = element.others
    name = others.get("term", "et-al") if others is not None else "et-al"
    runs = read_field(scope.style.locale.term(name))
    runs = dressed(runs, others.attrib) if others is not None else runs
    if not made:
        return []
    rule = options.get("delimiter-precedes-et-al", "contextual")
    inverted = rule == "after-inverted-name" and bool(options.get("name-as-sort-order"))
    precedes = rule == "always" or inverted or (rule == "contextual" and len(made) > 1)
    return [*joined(made, delimiter), Run(delimiter if precedes else " "), *runs]


def _how_many(count: int, options: Mapping[str, str], scope: Scope) -> tuple[int, bool]:
    """How many names are shown, and whether the last is among them behind an ellipsis."""
    least, first = options.get("et-al-min", "0"), options.get("et-al-use-first", "1")
    if scope.position != "first" and not scope.in_list:
        least = options.get("et-al-subsequent-min", least)
        first = options.get("et-al-subsequent-use-first", first)
    bound, use = _number(least), max(_number(first), 0) + scope.distinction.names
    if not bound or count < bound or use >= count:
        return count, False
    return use, options.get("et-al-use-last") == "true"


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def _name(
    name: PersonName, number: int, options: Mapping[str, str], element: NameShape, scope: Scope
) -> Runs:
    """One name."""
    if name.literal:
        return [Run(name.literal, replace(PLAIN, kept=True))]
    looks = _looks_of_parts(element)
    whole, dropping = name.whole_family, name.dropping
    is_short = options.get("form") == "short"
    if is_short and not scope.shows_given(name.whole_family, number):
        return _piece(whole, "family", looks)
    order = options.get("name-as-sort-order")
    is_inverted = (order == "all" or (order == "first" and number == 0)) and not is_short
    if dropping.endswith(("'", "’")) and not is_inverted:
        whole, dropping = f"{dropping}{whole}", ""
    family = _piece(whole, "family", looks)
    given_text = " ".join(filter(None, (_given(name, options, scope, is_short), dropping)))
    given = _piece(given_text, "given", looks)
    if SPACELESS.match(name.family) and SPACELESS.match(name.given):
        return [*_piece(name.family, "family", looks), *given]
    mark = options.get("initialize-with")
    # A style that sets no full stops behind initials sets none behind "Jr".
    text = name.suffix.rstrip(".") if mark is not None and "." not in mark else name.suffix
    suffix = [Run(text)] if text else []
    if is_inverted:
        return _inverted(name, given_text, suffix, options, looks, scope)
    parts = joined([given, family], " ")
    if suffix:
        parts += [Run(", " if name.comma_suffix else " "), *suffix]
    return parts


def _inverted(
    name: PersonName,
    given: str,
    suffix: Runs,
    options: Mapping[str, str],
    looks: dict[str, Mapping[str, str]],
    scope: Scope,
) -> Runs:
    separator = options.get("sort-separator", ", ")
    rule = scope.style.options.get("demote-non-dropping-particle", "display-and-sort")
    demotes = rule == "display-and-sort" or (rule == "sort-only" and scope.sorting)
    if demotes and name.kept:
        family = name.family
        given = " ".join(filter(None, (given, name.kept)))
    else:
        family = name.whole_family
    parts = [_piece(family, "family", looks), _piece(given, "given", looks), suffix]
    return joined(parts, separator)


def _looks_of_parts(shape: NameShape) -> dict[str, Mapping[str, str]]:
    parts = shape.name if shape.name is not None else ()
    return {part.get("name", ""): part.attrib for part in parts if part.tag == "name-part"}


def _piece(text: str, part: str, looks: dict[str, Mapping[str, str]]) -> Runs:
    """A part of a name, in its look and case; no title case changes it later."""
    if not text:
        return []
    attributes = looks.get(part, {})
    runs = [Run(text, Look())]
    if case := attributes.get("text-case"):
        runs = in_case(runs, case, english=False)
    return dressed(runs, attributes)


def _given(name: PersonName, options: Mapping[str, str], scope: Scope, is_short: bool) -> str:
    """The given names: whole, or as initials."""
    mark = options.get("initialize-with")
    if mark is None or (
        is_short and f"{name.whole_family} {name.given[:1]}".casefold() in scope.alike_initials
    ):
        return name.given
    return initials(name.given, mark, whole=options.get("initialize") == "false")


def initials(given: str, mark: str, *, whole: bool) -> str:
    """Given names as initials with a mark behind each; `whole` names stay, and only initials get it."""
    made = ""
    for word in re.split(r"(\s+|-)", given.replace(".", ". ").strip()):
        if not word.strip(" "):
            continue
        if word == "-":
            made = made.rstrip() + "-"
            continue
        bare = word.rstrip(".")
        is_initial = len(bare) == 1 or (bare.isupper() and len(bare) <= 2 and not whole)
        if made.endswith("-") and bare[:1].islower():
            # No name of its own begins behind such a hyphen: Min-ho is M.
            made = f"{made}{bare} " if whole else made[:-1]
        elif bare and bare[0].islower() and not is_initial:
            made = f"{made.rstrip()} {bare} "
        elif whole and not is_initial:
            made = (
                f"{made.rstrip(' ')} {bare} " if made and not made.endswith(("-", " ")) else f"{made}{bare} "
            )
        else:
            made += (bare if is_initial else bare[:1]) + mark
            if is_initial and len(bare) == 2:
                made = made[: -len(bare) - len(mark)] + mark.join(bare) + mark
    return " ".join(made.split()).rstrip() if mark.strip() or " " in made else made.rstrip()
