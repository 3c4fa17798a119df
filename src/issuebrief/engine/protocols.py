"""The shapes of WeasyPrint's values, as far as they are used here: it has no types of its own.

In:  nothing.
Out: protocols, which say what is leaned on; `tests/layout/test_engine_guard.py` checks their methods.
     Lengths are px from the page's top left corner, known once a box has been laid out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator


class BoxStyle(Protocol):
    """Computed values by property, with underscores in their names; custom properties by theirs."""

    parent_style: Any
    cascaded: Any
    pseudo_type: Any
    root_style: Any
    base_url: Any
    font_config: Any
    initial_page_sizes: Any

    def __getitem__(self, name: str) -> Any: ...
    def __setitem__(self, name: str, value: Any) -> None: ...
    def __contains__(self, name: object) -> bool: ...
    def __iter__(self) -> Iterator[str]: ...
    def get(self, name: str, default: Any = ...) -> Any: ...
    def copy(self) -> BoxStyle: ...
    def update(self, values: Any) -> None: ...


class LayoutBox(Protocol):
    """A box, laid out or not. Not every kind has everything: `text` is a text box's."""

    element: Any
    element_tag: str
    style: BoxStyle
    children: Any
    text: str
    pango_layout: Any
    replacement: Any
    page_type: Any
    column_widths: Any
    resume_at: Any

    position_x: float
    position_y: float
    width: Any
    height: Any
    margin_top: Any
    margin_right: Any
    margin_bottom: Any
    margin_left: Any
    padding_top: Any
    padding_bottom: Any
    border_top_width: float
    border_bottom_width: float
    text_indent: Any
    bleed: Any

    background: Any
    canvas_background: Any
    transformation_matrix: Any
    text_overflow: str
    link: Any
    link_annotation: Any

    # What the layout notes on boxes.
    excess: float
    share: float
    type_share: float
    when_continued: Any

    is_table_wrapper: bool
    is_column: bool
    is_outside_marker: bool
    is_flex_item: bool
    is_grid_item: bool

    def is_in_normal_flow(self) -> bool: ...
    def is_floated(self) -> bool: ...
    def is_running(self) -> bool: ...
    def is_absolutely_positioned(self) -> bool: ...
    def border_box_x(self) -> float: ...
    def border_box_y(self) -> float: ...
    def border_width(self) -> float: ...
    def border_height(self) -> float: ...
    def content_box_x(self) -> float: ...
    def content_box_y(self) -> float: ...
    def margin_width(self) -> float: ...
    def margin_height(self) -> float: ...
    def get_wrapped_table(self) -> Any: ...
    def descendants(self, placeholders: bool = ...) -> Iterator[Any]: ...
    def translate(self, dx: float = ..., dy: float = ..., ignore_floats: bool = ...) -> None: ...
    def copy(self) -> Any: ...
    def deepcopy(self) -> Any: ...
    def copy_with_children(self, new_children: Any) -> Any: ...
    def copy_with_text(self, text: str) -> Any: ...


class DrawnPage(Protocol):
    """A page of a document, as it is drawn; its class is `Page`."""

    _page_box: LayoutBox


class PageContext(Protocol):
    """What WeasyPrint knows of a document while it lays it out; its class is `LayoutContext`."""

    style_for: Any
    current_page: Any
    page_maker: Any
    get_image_from_uri: Any
    string_set: Any
    running_elements: Any
    target_collector: Any
    reported_footnotes: Any
    page_bottom: float
    footnotes: Any
    float_contexts: Any
    excluded_shapes: Any
    counter_style: Any
    broken_out_of_flow: Any
    tables: Any
    font_config: Any

    def overflows_page(self, bottom_space: float, position_y: float) -> bool: ...
    def create_block_formatting_context(self) -> None: ...
    def finish_block_formatting_context(self, root_box: Any = ...) -> None: ...
