"""The identifiers of a JATS document: what in it can be linked to.

In:  the tree of a brief's body, and its notes.
Out: `Targets`: by the id in HTML, the id in XML and what it stands for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from issuebrief.markdown_body.source.html_tree import HEADINGS, walk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from issuebrief.markdown_body import Note
    from issuebrief.markdown_body.source.html_tree import Element

NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9_.-]")
BEGINS_A_NAME = re.compile(r"[A-Za-z_]")


class LinkTarget(NamedTuple):
    """What a link leads to: its id in XML, and its kind among JATS's types of references."""

    id: str
    kind: str


Targets = dict[str, LinkTarget]


def targets_of(body: Element, notes: Iterable[Note]) -> Targets:
    """All that can be linked to. What stands for no part that JATS knows cannot."""
    found: Targets = {}
    taken: set[str] = set()
    for each in walk(body):
        name, kind = each.attributes.get("id"), kind_of(each)
        if name and kind and name not in found:
            found[name] = LinkTarget(_unique(name, taken), kind)
    for note in notes:
        found[note.id] = LinkTarget(_unique(note.id, taken), "fn")
    return found


def free_ids(stem: str, number: int, targets: Targets) -> list[str]:
    """Names for parts that HTML has no ids for, such as `ref-1`, which nothing else has."""
    taken = {target.id for target in targets.values()}
    return [_unique(f"{stem}-{each}", taken) for each in range(1, number + 1)]


def kind_of(block: Element) -> str:
    """What a block is, as JATS's references call it; empty for what none leads to."""
    if block.tag in HEADINGS:
        return "sec"
    if block.tag == "figure":
        return "table" if any(child.tag == "table" for child in walk(block)) else "fig"
    if block.tag == "div" and "equation" in block.classes:
        return "disp-formula"
    if block.tag == "div" and "box" in block.classes:
        return "boxed-text"
    return ""


def _unique(name: str, taken: set[str]) -> str:
    """A name that XML takes and no other element has."""
    plain = NOT_IN_A_NAME.sub("-", name)
    plain = plain if BEGINS_A_NAME.match(plain) else f"x-{plain}"
    number, made = 1, plain
    while made in taken:
        number += 1
        made = f"{plain}-{number}"
    taken.add(made)
    return made
