"""Boxes, laid out or not.

In:  nothing.
Out: protocols. Lengths are px from the page's top left corner, known once a box has been laid out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols.pdf import DrawnStream, Matrix, PdfDictionary
    from issuebrief.engine.protocols.styles import BoxStyle

SkipStack: TypeAlias = "dict[int, SkipStack] | None"
"""Where a box goes on: the number of a child, and where that goes on; None for its beginning."""


NextPage: TypeAlias = dict[str, str | None]
"""What a box asks of the page after the one that it ends on: how to break, and what kind of page."""

ColumnsAnswer: TypeAlias = "tuple[LayoutBox | None, SkipStack, NextPage, list[float], bool]"
"""Columns laid out: their box, where they go on, what they ask of the next page, the margins below that may
meet others, and whether those above do."""

MadePage: TypeAlias = "tuple[LayoutBox, SkipStack, NextPage]"
"""A page laid out: its box, where the text goes on, and what it asks of the next page."""

BlockAnswer: TypeAlias = "tuple[LayoutBox | None, SkipStack, NextPage, list[float], bool, int | None]"
"""A block laid out: the same, and how many lines it may still have."""


class PageType(Protocol):
    """The kind of a page, by which its style is found; pages count from 0."""

    @property
    def side(self) -> str: ...
    @property
    def blank(self) -> bool: ...
    @property
    def name(self) -> str: ...


class ReplacedContent(Protocol):
    """What stands in a replaced box: a picture, a drawing or a gradient."""

    def get_intrinsic_size(
        self, image_resolution: float, font_size: float
    ) -> tuple[float | None, float | None, float | None]: ...
    def draw(
        self, stream: DrawnStream, concrete_width: float, concrete_height: float, style: BoxStyle
    ) -> None: ...


class BackgroundLayer(Protocol):
    """One of the pictures or colours that a box is painted with."""

    image: ReplacedContent | None
    size: tuple[float, float]
    position: tuple[float, float]
    repeat: tuple[str, str]
    painting_area: tuple[float, float, float, float]
    positioning_area: tuple[float, float, float, float]
    clipped_boxes: list[tuple[Any, ...]]

    def _replace(self, **fields: object) -> BackgroundLayer: ...


class Background(Protocol):
    """What a box is painted with."""

    color: Any
    layers: list[BackgroundLayer]
    style: BoxStyle

    def _replace(self, **fields: object) -> Background: ...


class TextLayout(Protocol):
    """A text that Pango laid out; its class is `Layout`."""

    text: str
    layout: object
    style: BoxStyle
    max_width: float | None
    justification_spacing: float

    def get_first_line(self) -> tuple[Any, int | None]: ...
    def set_text(self, text: str, justify: bool = ...) -> None: ...
    def reactivate(self, style: BoxStyle) -> None: ...
    def deactivate(self) -> None: ...


class LayoutBox(Protocol):
    """A box, laid out or not. Not every kind has everything: `text` is a text box's."""

    element: Element
    element_tag: str
    style: BoxStyle
    text: str
    pango_layout: TextLayout
    replacement: ReplacedContent
    page_type: PageType
    column_widths: list[float]
    resume_at: SkipStack
    fixed_boxes: list[LayoutBox]
    at_keyword: str
    colspan: int
    rowspan: int
    grid_x: int
    is_header: bool
    is_footer: bool
    bookmark_label: str | None
    string_set: Sequence[tuple[str, str]] | Literal["none"] | None

    position_x: float
    position_y: float
    top: float | Literal["auto"]
    bottom: float | Literal["auto"]
    width: float
    height: float
    margin_top: float
    margin_right: float
    margin_bottom: float
    margin_left: float
    padding_top: float
    padding_right: float
    padding_bottom: float
    padding_left: float
    border_top_width: float
    border_right_width: float
    border_bottom_width: float
    border_left_width: float
    baseline: float
    text_indent: float
    justification_spacing: float
    bleed: dict[str, float]

    background: Background | None
    canvas_background: Background | None
    transformation_matrix: Matrix | None
    text_overflow: str
    link: object
    link_annotation: PdfDictionary | None

    _box: LayoutBox
    """What a placeholder stands for, of a box that is out of the flow."""

    # What the layout notes on boxes.
    excess: float
    share: float
    type_share: float
    when_continued: str
    is_fitted: bool
    steps_up: str
    is_spanning: bool
    is_cut: bool
    turned: bool
    turned_keys: frozenset[str]
    tracking: float
    white_before: float
    expansion: float
    space_follows: bool
    leads_left: bool
    """Whether the space after a box stands on its left, as after a line from right to left."""
    is_added_hyphen: bool
    ends_in_added_hyphen: bool
    is_asked: bool
    is_limited: bool
    is_bleeding: bool
    most_height: float
    computed_height: float

    is_table_wrapper: bool
    is_column: bool
    is_outside_marker: bool
    is_flex_item: bool
    is_grid_item: bool
    is_leader: bool

    @property
    def children(self) -> list[LayoutBox]: ...
    @children.setter
    def children(self, children: Sequence[LayoutBox]) -> None: ...
    def is_in_normal_flow(self) -> bool: ...
    def is_floated(self) -> bool: ...
    def is_running(self) -> bool: ...
    def is_note(self) -> bool: ...
    def is_absolutely_positioned(self) -> bool: ...
    def border_box_x(self) -> float: ...
    def border_box_y(self) -> float: ...
    def border_width(self) -> float: ...
    def border_height(self) -> float: ...
    def content_box_x(self) -> float: ...
    def content_box_y(self) -> float: ...
    def margin_width(self) -> float: ...
    def margin_height(self) -> float: ...
    def get_wrapped_table(self) -> LayoutBox: ...
    def descendants(self, placeholders: bool = ...) -> Iterator[LayoutBox]: ...
    def translate(self, dx: float = ..., dy: float = ..., ignore_floats: bool = ...) -> None: ...
    def copy(self) -> LayoutBox: ...
    def deepcopy(self) -> LayoutBox: ...
    def copy_with_children(self, new_children: Sequence[LayoutBox]) -> LayoutBox: ...
    def copy_with_text(self, text: str) -> LayoutBox: ...
    def process_whitespace(self, following_collapsible_space: bool = ...) -> bool: ...
    def process_text_transform(self) -> None: ...
    def remove_decoration(self, start: bool, end: bool) -> None: ...


class UnplacedBox(Protocol):
    """A box whose place is not known yet, so that margins may be open."""

    @property
    def margin_left(self) -> float | Literal["auto"]: ...
    @property
    def margin_right(self) -> float | Literal["auto"]: ...


class HoldsBlocks(Protocol):
    """What stands around blocks: a box, or what is put in its place."""

    turned: bool

    @property
    def children(self) -> Sequence[LayoutBox]: ...
