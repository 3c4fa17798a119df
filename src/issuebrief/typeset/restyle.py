"""The styles of a tree that has changed a little.

In:  WeasyPrint's styles of the tree as it was; blocks exchanged for blocks of the same markup that say something
     else, or the styles of the whole tree as it is.
Out: the styles of the new blocks, which are those of the old ones; or the elements whose styles are others now.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@contextmanager
def styles_handed_on(style_for: Any, pairs: Iterable[tuple[Any, Any]]) -> Iterator[None]:
    """Give blocks the styles of those that they stand for, which lose them when the block that runs ends well.

    No selector looks at what a text says, so that elements match the same as long as their markup is the same.
    """
    styles = style_for.get_computed_styles()
    heirs = {
        old: new for block, its_heir in pairs for old, new in zip(block.iter(), its_heir.iter(), strict=True)
    }
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


def restyled(before: Any, after: Any, elements: Iterable[Any]) -> list[Any]:
    """The elements that have other styles now, by the declarations that apply to them."""
    was, now = _declared(before), _declared(after)
    return [element for element in elements if was.get(element) != now.get(element)]


def _declared(style_for: Any) -> dict[Any, dict[str | None, Any]]:
    """The declarations that apply to each element and to its pseudo-elements."""
    found: dict[Any, dict[str | None, Any]] = {}
    for (element, pseudo), style in style_for.get_computed_styles().items():
        found.setdefault(element, {})[pseudo] = style.cascaded
    return found
