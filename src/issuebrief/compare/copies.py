"""Copies of elements for a marked page: those of the earlier version keep out of the way of the later one.

In:  an element of either version.
Out: a copy that says what was done to it.

Ids of the earlier version get a prefix. A picture that is gone is shown by its name, for its file may be
gone too.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from issuebrief.compare.build_nodes import Status
from issuebrief.formulas.mathml import FORMULA_TEXT
from issuebrief.markdown_body.source.html_tree import Element, Text, element

if TYPE_CHECKING:
    from collections.abc import Iterable

OLD_PREFIX = "old-"
"""What ids of the earlier version begin with."""
LEADING = ("href", "data-passage", "aria-describedby", "aria-labelledby", "for")
"""Attributes that name an id."""
NAME_OF_DATA = "picture"
"""What a picture is called that has no file of its own."""
PICTURES = frozenset(("img", "svg"))


def with_class(attributes: dict[str, str | None], *classes: str) -> dict[str, str | None]:
    """Attributes with further classes."""
    return {**attributes, "class": " ".join((*(attributes.get("class") or "").split(), *classes))}


def renewed(node: Element, status: Status) -> Element:
    """A copy without kids; a picture of the earlier version becomes its name."""
    if status is not Status.OLD:
        return Element(node.tag, dict(node.attributes))
    if node.tag in PICTURES:
        return element("span", {"class": "gone-picture"}, Text(picture_name(node)))
    return Element(node.tag, of_old(node.attributes))


def of_old(attributes: dict[str, str | None]) -> dict[str, str | None]:
    """Attributes of the earlier version, with ids that the later one has not."""
    made = {name: value for name, value in attributes.items() if name != "data-line"}
    if own := made.get("id"):
        made["id"] = OLD_PREFIX + own
    for name in LEADING:
        if value := made.get(name):
            bare = value.removeprefix("#") if name == "href" else value
            if name != "href" or value.startswith("#"):
                made[name] = f"{'#' if name == 'href' else ''}{OLD_PREFIX}{bare}"
    return made


def picture_name(picture: Element) -> str:
    """The name of a picture's file; of a formula what it says."""
    if formula := picture.attributes.get(FORMULA_TEXT):
        return formula
    source = picture.attributes.get("src") or ""
    if not source or source.startswith("data:"):
        return NAME_OF_DATA
    return PurePosixPath(unquote(source.partition("?")[0])).name or NAME_OF_DATA


def settle_links(root: Element, elements: Iterable[Element]) -> None:
    """Let links of the earlier version lead to what is still there, and take away those that lead nowhere."""
    found = list(elements)
    ids = {each.attributes.get("id") for each in found}
    for each in found:
        for name in LEADING:
            value = each.attributes.get(name)
            if not value or (name == "href" and not value.startswith("#")):
                continue
            bare = value.removeprefix("#")
            if not bare.startswith(OLD_PREFIX) or bare in ids:
                continue
            sign = "#" if name == "href" else ""
            if bare.removeprefix(OLD_PREFIX) in ids:
                each.attributes[name] = sign + bare.removeprefix(OLD_PREFIX)
            else:
                del each.attributes[name]
