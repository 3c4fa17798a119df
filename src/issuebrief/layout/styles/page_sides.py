"""What stands otherwise on left pages than on right ones: margins, and the sidebar with what follows from it.

In:  the type of each page, while WeasyPrint makes it, and boxes whose styles use `--margin-left`,
     `--margin-right` or `--sidebar-is-right`, or a token that is made of them.
Out: the same boxes, their whites and places across the page worked out with the values of that page.

CSS knows margins by the side of a page, but nothing in the flow may depend on them. These three tokens are
what a page tells the blocks on it.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tinycss2 import parse_component_value_list
from weasyprint.css import ComputedStyle
from weasyprint.css.tokens import Pending
from weasyprint.formatting_structure import boxes
from weasyprint.layout.page import PageType, page_height, page_width
from weasyprint.layout.percent import percentage, resolve_percentages

from issuebrief.engine.patches import MAKE_PAGE, replaced
from issuebrief.layout.styles.custom_properties import NoLength, length, word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from issuebrief.engine.protocols import BoxStyle, CssNode, HoldsBlocks, LayoutBox, MadePage, PageContext

MARGINS = ("__margin_left", "__margin_right")
IS_RIGHT = "__sidebar_is_right"
SIDEBAR = "__sidebar_side"
OUTWARD = {("outer", "left"): "0", ("outer", "right"): "1", ("inner", "left"): "1", ("inner", "right"): "0"}
"""Whether the sidebar is on the right, by the side that a theme gives it and the side of the page."""
ACROSS = (
    "margin_left", "margin_right", "padding_left", "padding_right", "left", "right",
    "width", "min_width", "max_width",
)  # fmt: skip
"""The properties that may differ from page to page."""
HOLDERS = (boxes.BlockContainerBox, boxes.FlexContainerBox, boxes.GridContainerBox)
"""The boxes of blocks that may hold others."""
NEAR = 0.01
"""Lengths in px that differ by no more are the same."""

ROUNDING = 0.5
"""The same of heights that are sums of many tokens."""


@dataclass(frozen=True)
class Side:
    """What a page tells the blocks on it: its margins in px, and the side of its sidebar, if that varies."""

    left: float
    right: float
    is_right: str = ""

    @property
    def tokens(self) -> dict[str, list[CssNode]]:
        """The three as computed values of custom properties."""
        values = {MARGINS[0]: f"{self.left:.4f}px", MARGINS[1]: f"{self.right:.4f}px"}
        if self.is_right:
            values[IS_RIGHT] = self.is_right
        return {name: parse_component_value_list(value) for name, value in values.items()}


def side_of(page: LayoutBox) -> Side:
    """What a page tells; its margins must have been worked out."""
    root = page.style.parent_style
    assert root is not None, "a page inherits from the root"
    left, right, side = float(page.margin_left), float(page.margin_right), page.page_type.side
    if root["direction"] == "rtl":
        # The tokens are those of the mirrored page.
        left, right, side = right, left, "right" if side == "left" else "left"
    return Side(left, right, OUTWARD.get((word(root, SIDEBAR), side), ""))


def page_area(context: PageContext, page_type: PageType) -> LayoutBox:
    """An empty page of a type, as wide and high as WeasyPrint makes it."""
    page: LayoutBox = boxes.PageBox(page_type, context.style_for(page_type))
    resolve_percentages(page, page.style["size"])
    page.position_x = page.position_y = 0
    width, height = page.style["size"]
    page_width(page, context, width)
    page_height(page, context, height)
    return page


def heights_after(context: PageContext, style: BoxStyle) -> tuple[float, float]:
    """The heights of the text on the next page and on the one after that, in px; they take turns.

    `style` is that of the columns. What the tokens say is taken where it is true but for rounding.
    """
    usual = length(style, "__text_foot") - length(style, "__text_top")
    number = context.current_page
    if number is None:
        return usual, usual
    is_right = bool(number % 2) == (style["direction"] == "ltr")
    root, _ = next(iter(context.style_for.get_computed_styles()))
    heights = []
    for ahead, side in enumerate(("left", "right") if is_right else ("right", "left")):
        page_type = PageType(side, blank=False, name=style["page"], index=number + ahead, groups=())
        context.style_for.add_page_declarations(page_type)
        context.style_for.set_computed_styles(page_type, root=root, parent=root)
        height = float(page_area(context, page_type).height)
        heights.append(usual if abs(height - usual) < ROUNDING else height)
    return heights[0], heights[1]


def beyond_text(edge: str, style: BoxStyle) -> float:
    """What of a page is beyond its text at an edge, `top` or `bottom`, in px; nothing without an edge."""
    if not edge or not word(style, "__page_height"):
        return 0.0
    if edge == "top":
        return length(style, "__text_top")
    return max(0.0, length(style, "__page_height") - length(style, "__text_foot"))


class SideStyles:
    """Styles of elements as they are on pages of one side; on those that the style sheets know, for None."""

    def __init__(self, side: Side | None) -> None:
        self._side = side
        self._known: dict[int, tuple[BoxStyle, BoxStyle]] = {}
        self._values: dict[int, dict[str, object]] = {}

    def of(self, style: BoxStyle) -> BoxStyle:
        """The style as it is on such a page."""
        known = self._known.get(id(style))
        if known is None:
            parent = None if style.parent_style is None else self.of(style.parent_style)
            again = ComputedStyle(
                parent,
                style.cascaded,
                style.pseudo_type,
                style.root_style,
                style.base_url,
                style.font_config,
                style.initial_page_sizes,
            )
            if parent is None and self._side:
                again.update(self._side.tokens)
            known = self._known[id(style)] = (style, again)
        return known[1]

    def values(self, style: BoxStyle) -> dict[str, object]:
        """What an element has across the page, where that is made of tokens."""
        known = self._values.get(id(style.cascaded))
        if known is None:
            keys = [key for key in ACROSS if _is_of_tokens(style.cascaded.get(key))]
            here = self.of(style) if keys else style
            known = self._values[id(style.cascaded)] = {key: here[key] for key in keys}
        return known


def _is_of_tokens(declared: tuple[object, bool] | None) -> bool:
    return declared is not None and isinstance(declared[0], Pending)


class Turner:
    """Gives the blocks of a document what they have on the page that is about to be made."""

    def __init__(self) -> None:
        self._usual = SideStyles(None)
        self._styles: dict[Side, SideStyles] = {}

    def turn(self, root: HoldsBlocks, side: Side) -> None:
        """Give all blocks their values for a page of that side."""
        root.turned = True
        styles = self._styles.setdefault(side, SideStyles(side))
        for box in _blocks(root):
            if not isinstance(box.style, ComputedStyle):
                continue
            usual, here = self._usual.values(box.style), styles.values(box.style)
            turned = getattr(box, "turned_keys", frozenset[str]())
            wanted = {key: here[key] for key in here if key in turned or here[key] != usual[key]}
            if any(box.style[key] != value for key, value in wanted.items()):
                box.style = box.style.copy()
                box.style.update(wanted)
                box.turned_keys = turned | wanted.keys()


def _blocks(box: HoldsBlocks) -> Iterator[LayoutBox]:
    """The blocks of a tree, but for those in tables."""
    for child in box.children:
        if isinstance(child, boxes.BlockLevelBox):
            yield child
            if isinstance(child, HOLDERS) and not child.is_table_wrapper:
                yield from _blocks(child)


@dataclass(frozen=True)
class Shifts:
    """How far sidebar blocks are moved across, with what their styles are on each side worked out once."""

    _styles: dict[Side, SideStyles] = field(default_factory=dict)

    def distance(self, box: LayoutBox, home: LayoutBox, page: LayoutBox) -> float:
        """How far to the right of its place on its `home` page a block stands on another, in px."""
        across = page.content_box_x() - home.content_box_x()
        if page is home or page.page_type.side == home.page_type.side:
            return float(across)
        here, there = (self._style(box, side) for side in (home, page))
        if here["left"] == "auto":
            across += page.width - home.width
            return float(across + _offset(here["right"], home) - _offset(there["right"], page))
        return float(across + _offset(there["left"], page) - _offset(here["left"], home))

    def _style(self, box: LayoutBox, page: LayoutBox) -> BoxStyle:
        """The style of a block as it is on a page."""
        side = side_of(page)
        return self._styles.setdefault(side, SideStyles(side)).of(box.style)


def kind_of(page: LayoutBox) -> tuple[object, ...]:
    """What the places of sidebar blocks on a page depend on."""
    return page.content_box_x(), page.width, page.page_type.side, side_of(page)


def _offset(value: object, page: LayoutBox) -> float:
    return 0.0 if value == "auto" else float(percentage(value, None, page.width))


@contextmanager
def sides_told() -> Iterator[None]:
    """Tell the blocks of each page which side it is, while the block runs."""
    plain: Callable[..., MadePage] = MAKE_PAGE.value
    turner = Turner()

    def make_page(context: PageContext, root: LayoutBox, page_type: PageType, *arguments: object) -> MadePage:
        side = side_of(page_area(context, page_type))
        if hasattr(root, "turned") or not _is_usual(side, root):
            turner.turn(root, side)
        return plain(context, root, page_type, *arguments)

    with replaced(MAKE_PAGE, make_page):
        yield


def _is_usual(side: Side, root: LayoutBox) -> bool:
    """Whether a page is as the tokens of the root say, or these say nothing of it."""
    if not word(root.style, MARGINS[0]):
        return True
    try:
        left, right = (length(root.style, name) for name in MARGINS)
    except NoLength:
        left = right = 0.0
    same = abs(left - side.left) < NEAR and abs(right - side.right) < NEAR
    return same and side.is_right in ("", word(root.style, IS_RIGHT))
