"""The styles of a tree that has changed a little.

In:  WeasyPrint's styles of the tree as it was; and blocks that were exchanged for others of the same markup,
     or the styles of the tree as it is.
Out: the styles of the new blocks, which are those of the old ones; or the elements that have others now.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tinycss2.ast import Node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols import StyleFor


@contextmanager
def styles_handed_on(style_for: StyleFor, pairs: Iterable[tuple[Element, Element]]) -> Iterator[None]:
    """Lend blocks the styles of those that they replace; these lose them if the block under `with` succeeds.

    No selector looks at what a text says: where the markup is the same, elements match the same.
    """
    styles = style_for.get_computed_styles()
    zipped = (zip(block.iter(), heir.iter(), strict=True) for block, heir in pairs)
    heirs = dict(pair for both in zipped for pair in both)
    left = {key: styles[key] for key in styles if key[0] in heirs}
    added = {(heirs[element], pseudo): style for (element, pseudo), style in left.items()}
    styles.update(added)
    try:
        yield
    except BaseException:
        for key in added:
            del styles[key]
        raise
    for key in left:
        del styles[key]


def restyled(before: StyleFor, after: StyleFor, elements: Iterable[Element]) -> list[Element]:
    """The elements that have other styles now, by the declarations that apply to them."""
    was, now = _declared(before), _declared(after)
    return [element for element in elements if not _are_alike(was.get(element), now.get(element))]


def _are_alike(one: object, other: object) -> bool:
    """Whether values are the same, or were read from the same text: a `style` attribute is read each time."""
    if one == other:
        return True
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_are_alike(one[name], other[name]) for name in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(_are_alike, one, other))
    return isinstance(one, Node) and isinstance(other, Node) and one.serialize() == other.serialize()


def _declared(style_for: StyleFor) -> dict[Element, dict[str | None, Mapping[str, object]]]:
    """The declarations that apply to each element and to its pseudo-elements."""
    found: dict[Element, dict[str | None, Mapping[str, object]]] = {}
    for (element, pseudo), style in style_for.get_computed_styles().items():
        found.setdefault(element, {})[pseudo] = style.cascaded
    return found
