"""Where figures, tables and boxes are first mentioned.

In:  their elements, and those of the text around them.
Out: for each the first element of the text that has a link to it, or its label ("Figure 2"), and how large a
     share of that element's letters stands before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.layout.boxes.fragments import class_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element


Mention = tuple[int, float]
"""The number of an element, and the share of its letters before the mention."""
ENDS = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}.:"


def first_mentions(floats: Sequence[Element], texts: Sequence[tuple[int, Element]]) -> list[Mention | None]:
    """The first mention of each float in the texts, which have numbers; None where there is none."""
    by_id: dict[str, int] = {}
    by_label: dict[str, int] = {}
    for n, element in enumerate(floats):
        for inner in element.iter():
            if name := inner.get("id"):
                by_id.setdefault(name, n)
        if label := label_of(element):
            by_label.setdefault(label, n)
    labels = _any_of(by_label)
    own = {id(element) for element in floats}
    found: dict[int, Mention] = {}
    for number, element in texts:
        if element is None or id(element) in own or len(found) == len(floats):
            continue
        for n, share in _found_in(element, by_id, by_label, labels):
            if n not in found or found[n] > (number, share):
                found[n] = number, share
    return [found.get(n) for n in range(len(floats))]


def label_of(element: Element) -> str:
    """The label of a captioned figure or table, without the point behind it."""
    for inner in element.iter("figcaption"):
        for part in inner.iter("span"):
            if "label" in class_names(part):
                return " ".join("".join(part.itertext()).strip(ENDS).split())
    return ""


def _any_of(labels: dict[str, int]) -> re.Pattern[str] | None:
    """What finds any of the labels in a text."""
    if not labels:
        return None
    words = sorted({re.sub(r"\d+", r"\\d+", re.escape(label).replace(r"\ ", r"\s+")) for label in labels})
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


def _found_in(
    element: Element, by_id: dict[str, int], by_label: dict[str, int], labels: re.Pattern[str] | None
) -> Iterator[Mention]:
    """The floats that an element of the text mentions."""
    text = "".join(element.itertext())
    for found in labels.finditer(text) if labels else ():
        n = by_label.get(" ".join(found[0].split()))
        if n is not None:
            yield n, found.start() / len(text)
    links = [link for link in element.iter("a") if (link.get("href") or "").startswith("#")]
    if any((link.get("href") or "#")[1:] in by_id for link in links):
        offset = 0
        for piece, link in _pieces(element):
            if link is not None and (n := by_id.get((link.get("href") or "#")[1:])) is not None:
                yield n, offset / max(1, len(text))
            offset += len(piece)


def _pieces(element: Element) -> Iterator[tuple[str, Element | None]]:
    """The text of an element in pieces, each with the link that it begins."""
    yield element.text or "", element if element.tag == "a" else None
    for child in element:
        yield from _pieces(child)
        yield child.tail or "", None
