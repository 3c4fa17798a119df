"""The styles of a tree in which some blocks were exchanged, without matching all selectors again.

In:  WeasyPrint's styles of the tree as it was, and the tree as it is, with the blocks that are new.
Out: the same styles, with those of the new blocks. Where an exchange changes which rules other elements
     match (`:has()`, say), it raises `Unlike`.

It does for a few elements what WeasyPrint's `StyleFor` does for all.
"""

from __future__ import annotations

from contextlib import contextmanager
from math import inf
from typing import TYPE_CHECKING, Any

from weasyprint.css import declaration_precedence, find_style_attributes, preprocess_declarations

from issuebrief.typeset.copy_tree import Unlike

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from issuebrief.typeset.copy_tree import Copy

Matches = tuple[tuple[Any, ...], ...]


def around(copy: Copy, style_for: Any, blocks: Iterable[Any]) -> dict[Any, Matches]:
    """What the elements around some blocks match: those that hold them, and those beside them."""
    found: dict[Any, Matches] = {}
    for block in blocks:
        wrapper, beside = _wrapped(copy, block)
        for element in (*beside, *wrapper.ancestors):
            if element.etree_element not in found and element.etree_element is not block:
                found[element.etree_element] = _matches(style_for, element)
    return found


@contextmanager
def restyled(copy: Copy, style_for: Any, before: dict[Any, Matches]) -> Iterator[None]:
    """Give the fresh blocks of a copy their styles, while the block runs; for good, if it ends well.

    `before` is what stood `around` the blocks that they were exchanged for.
    """
    now = around(copy, style_for, copy.fresh)
    if any(now[element] != matches for element, matches in before.items() if element in now):
        raise Unlike
    added: list[Any] = []
    try:
        for block in copy.fresh:
            added += _style(copy, style_for, block)
        yield
    except BaseException:
        for key in added:
            style_for.get_computed_styles().pop(key, None)
        raise


def _wrapped(copy: Copy, element: Any) -> tuple[Any, list[Any]]:
    """The selector engine's view of an element, and of what stands before and after it."""
    parent = copy.parents.get(element)
    if parent is None:
        return copy.html.wrapper_element, []
    children = list(_wrapped(copy, parent)[0].iter_children())
    place = next(n for n, child in enumerate(children) if child.etree_element is element)
    return children[place], [*children[max(0, place - 1) : place], *children[place + 1 : place + 2]]


def _matches(style_for: Any, wrapper: Any) -> Matches:
    return tuple(
        (number, specificity, pseudo, id(declarations))
        for number, (sheet, _, _) in enumerate(style_for._sheets)
        for specificity, _, pseudo, (declarations, _) in sheet.matcher.match(wrapper)
    )


def _style(copy: Copy, style_for: Any, block: Any) -> list[Any]:
    """Cascade and compute the styles of a block and all in it; the keys that they are kept by."""
    html, cascaded = copy.html, style_for.get_cascaded_styles()
    cascaded.clear()
    for specificity, element, declarations, base_url in find_style_attributes(block, False, html.base_url):
        prepared = preprocess_declarations(base_url, declarations)
        _cascade(cascaded.setdefault((element, None), {}), prepared, "author", inf, specificity)
    keys: list[Any] = []
    for wrapper in _wrapped(copy, block)[0].iter_subtree():
        element = wrapper.etree_element
        for sheet, origin, sheet_specificity in style_for._sheets:
            for specificity, _, pseudo, (declarations, layer) in sheet.matcher.match(wrapper):
                order = inf if layer is None else sheet.layers.index(layer)
                style = cascaded.setdefault((element, pseudo), {})
                _cascade(style, declarations, origin, order, sheet_specificity or specificity)
        parent = copy.parents[element]
        style_for.set_computed_styles(element, root=html.etree_element, parent=parent, base_url=html.base_url)
        keys.append((element, None))
    for element, pseudo in [key for key in cascaded if key[1]]:
        style_for.set_computed_styles(
            element, pseudo_type=pseudo, root=html.etree_element, parent=element, base_url=html.base_url
        )
        keys.append((element, pseudo))
    cascaded.clear()
    return keys


def _cascade(
    style: dict[str, Any], declarations: Iterable[Any], origin: str, layer_order: float, specificity: Any
) -> None:
    """Add declarations to a style, where no weightier ones are in it."""
    for name, values, importance in declarations:
        weight = (declaration_precedence(origin, importance), layer_order, specificity)
        known = style.get(name)
        if known is None or known[1] <= weight:
            style[name] = values, weight
