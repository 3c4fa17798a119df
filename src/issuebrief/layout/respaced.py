"""A document laid out again with other white, from the boxes that it was laid out from before.

In:  a `Layout`, and the tree of the same document with an attribute for which style sheets have other white;
     a style sheet that gives all pages another foot.
Out: its `Layout`, as if all boxes were made again; paragraphs stay measured and composed. None where more
     changes than the foot of pages and the white of blocks outside the text, or where boxes could not be told
     to be the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tinycss2 import serialize
from tinycss2.ast import Node
from weasyprint.css import ComputedStyle, StyleFor
from weasyprint.formatting_structure import boxes
from weasyprint.layout.page import make_all_pages

from issuebrief.layout.boxes.fragments import boxes_in
from issuebrief.layout.columns.fit_pictures import are_as_high_as_they_like
from issuebrief.layout.rearranged import Layout, context_before, finish, is_resumable, pages_noted
from issuebrief.layout.styles.global_effects import counts_pages
from issuebrief.layout.styles.style_reuse import restyled

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from xml.etree.ElementTree import Element

    from weasyprint import CSS

    from issuebrief.engine.protocols import BoxStyle, HtmlDocument, LayoutBox
    from issuebrief.layout.floats.patch_columns import Filler

WHITE = frozenset(
    ("margin_top", "margin_bottom", "padding_top", "padding_bottom", "height", "min_height", "max_height")
)
"""What may be otherwise: nothing inherits it by itself, and no box is made or left out for it."""

FOOT = "__text_foot"
"""Where the text of a page ends: what pages may have otherwise."""
BY_FOOT = re.compile(r"--text-foot\b|\d(?:s|l|d)?v(?:w|h|i|b|min|max)\b", re.IGNORECASE)
"""What looks at the foot of pages in a declaration: the token, and lengths that are shares of their area."""

Styles = dict["Element", "BoxStyle"]
"""By element: its style."""


def respaced(html: HtmlDocument, last: Layout, filler: Filler, sheets: Sequence[CSS] = ()) -> Layout | None:
    """Lay a document out again with the white that its tree asks for now, its columns filled by `filler`.

    `sheets` are style sheets that are added, and give nothing but the foot of the pages.
    """
    if not is_resumable(last, 0):
        return None
    now = styles_now(html, last.context.style_for, sheets)
    styles = _with_other_white(html, last, now)
    if styles is None or not _can_be_copied(last.root, html, styles):
        return None
    if not all(are_as_high_as_they_like(_pictures(page)) for page in last.pages):
        return None
    again, interrupted = context_before(last.context, 0), set[int]()
    root = _copied(last.root, styles, last.filler)
    if sheets:
        _give_foot(root, now(html.etree_element)[FOOT], {})
    again.style_for = now
    with pages_noted(interrupted):
        pages = list(make_all_pages(again, root, html, []))
    states = [state for *_, state in again.page_maker]
    if interrupted or any(state["content_changed"] or state["pages_wanted"] for state in states):
        return None
    finish(pages, again, 0, is_counted=counts_pages(again.style_for))
    return Layout(pages, again, root, filler, interrupted)


def styles_now(html: HtmlDocument, before: StyleFor, sheets: Sequence[CSS]) -> StyleFor:
    """The styles of a tree as it is now, with style sheets that are added."""
    added = [(sheet, "user", None) for sheet in sheets]
    now = StyleFor(html, [*before._sheets, *added], False, before.font_config, None)
    now.initial_page_sizes.update(before.initial_page_sizes)
    return now


def _with_other_white(html: HtmlDocument, last: Layout, now: StyleFor) -> Styles | None:
    """The styles of the elements that have other white now; None where anything else is another."""
    before, root = last.context.style_for, html.etree_element
    was, found = before.get_computed_styles(), now.get_computed_styles()
    text = {inner for main in root.iter("main") for inner in main.iter()}
    elements = set(root.iter())
    generated = {key for key in was if key[0] in elements and key[1]}
    if generated != {key for key in found if key[1]} or any(
        _unlike(was[key], found[key]) for key in generated
    ):
        return None
    changed = restyled(before, now, root.iter())
    if _unlike(was[root, None], found[root, None]) >= {FOOT} and _look_at_foot(
        found.values(), found[root, None]
    ):
        return None
    for element in changed:
        names = _unlike(was[element, None], found[element, None])
        if element is root:
            names -= {FOOT}
        asked_for = any(_inherits_white(was[child, None]) for child in element)
        if element in text or asked_for or not names <= WHITE:
            return None
    return {element: found[element, None] for element in changed}


def _unlike(one: BoxStyle, other: BoxStyle) -> set[str]:
    """The names of what two styles declare that is not the same."""
    was, now = one.cascaded, other.cascaded
    return {name for name in was.keys() | now.keys() if was.get(name) != now.get(name)}


def _look_at_foot(styles: Collection[BoxStyle], root: BoxStyle) -> bool:
    """Whether anything of an element comes of where pages end, or an element other than `root` says that."""
    values = {id(value): value for style in styles for value, _ in style.cascaded.values()}
    said = any(FOOT in style.cascaded for style in styles if style is not root)
    return said or any(BY_FOOT.search(_text(value)) for value in values.values())


def _text(value: object) -> str:
    """A declared value as it is written, or near enough."""
    if isinstance(value, Node):
        return str(value.serialize())
    if isinstance(value, list | tuple) and value and isinstance(value[0], Node):
        return str(serialize(value))
    if isinstance(value, list | tuple) and not hasattr(value, "unit"):
        return " ".join(map(_text, value))
    if hasattr(value, "tokens"):
        return _text(value.tokens)
    return f"{getattr(value, 'value', '')}{value.unit}" if hasattr(value, "unit") else ""


def _give_foot(box: LayoutBox, foot: object, copies: dict[int, tuple[BoxStyle, BoxStyle]]) -> None:
    """Give all boxes that were copied the foot that pages have now; boxes that share a style share its copy.

    `copies` are the styles that were copied, with their copies, by their identity.
    """
    if isinstance(box, boxes.LineBox) and not _has_pictures(box):
        return
    if id(box.style) not in copies:
        copies[id(box.style)] = box.style, box.style.copy()
    _, box.style = copies[id(box.style)]
    box.style[FOOT] = foot
    for child in box.children if isinstance(box, boxes.ParentBox) else ():
        _give_foot(child, foot, copies)


def _inherits_white(style: BoxStyle) -> bool:
    """Whether an element takes its white from the one around it."""
    return any(style.cascaded[name][0] == "inherit" for name in WHITE & style.cascaded.keys())


def _can_be_copied(root: LayoutBox, html: HtmlDocument, styles: Styles) -> bool:
    """Whether parts stand in the order of the tree, and each that changes has one box, which is a block."""
    body = next(child for child in root.children if child.element_tag == "body")
    # A box of the body itself holds what is taken out of the flow between two parts.
    parts = [child.element for child in body.children if child.element is not body.element]
    around = html.etree_element.find("body")
    assert around is not None
    changing = [box for box in boxes_in(root) if box.element in styles and _is_of_its_element(box)]
    return (
        parts == [element for element in around if element in parts]
        and len({box.element for box in changing}) == len(changing)
        and not any(box.is_table_wrapper or hasattr(box, "is_spanning") for box in changing)
        # What was scaled to fill a page that has other white now would keep its size.
        and are_as_high_as_they_like(_pictures(root))
    )


def _is_of_its_element(box: LayoutBox) -> bool:
    """Whether a box is that of an element, and none that was added in it or around it."""
    return isinstance(box.style, ComputedStyle) and "::" not in (box.element_tag or "")


def _copied(box: LayoutBox, styles: Styles, filler: Filler) -> LayoutBox:
    """A copy of a box with its white as in other styles, and of all in it but text, as it was typed."""
    is_text = isinstance(box, boxes.LineBox) and not _has_pictures(box)
    if is_text:
        return box
    copy = box.copy()
    if box.element in styles and _is_of_its_element(box):
        copy.style = box.style.copy()
        copy.style.update({name: styles[box.element][name] for name in WHITE})
    if isinstance(box, boxes.ParentBox):
        copy.children = [_copied(child, styles, filler) for child in filler.as_typed(box.children)]
    return copy


def _pictures(box: LayoutBox) -> Iterator[LayoutBox]:
    return (inner for inner in boxes_in(box) if isinstance(inner, boxes.ReplacedBox))


def _has_pictures(box: LayoutBox) -> bool:
    return any(True for _ in _pictures(box))
