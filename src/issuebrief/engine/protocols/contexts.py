"""Documents: as they are read, while they are laid out, and as they are drawn.

In:  nothing.
Out: protocols.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols.boxes import LayoutBox, NextPage, SkipStack
    from issuebrief.engine.protocols.css import CssElement
    from issuebrief.engine.protocols.pdf import DrawnFont
    from issuebrief.engine.protocols.styles import FontConfig, StyleFor


class Fetcher(Protocol):
    """What opens the files that a document names; its class is `URLFetcher`."""

    def fetch(self, url: str, headers: dict[str, str] | None = ...) -> Any: ...


class HtmlDocument(Protocol):
    """A page of HTML that was read; its class is `HTML`."""

    wrapper_element: CssElement

    @property
    def etree_element(self) -> Element: ...
    @property
    def base_url(self) -> str | None: ...


class HeadOfPage(Protocol):
    """What the head of a page of HTML says of it; its class is `DocumentMetadata`."""

    title: str | None
    lang: str | None
    authors: list[str]
    description: str | None
    keywords: list[str]
    created: str | None


class DrawnPage(Protocol):
    """A page of a document, as it is drawn; its class is `Page`. Lengths are px."""

    width: float
    height: float
    _page_box: LayoutBox


class LaidOutDocument(Protocol):
    """Pages that can be drawn; its class is `Document`."""

    pages: list[Any]
    metadata: HeadOfPage
    fonts: dict[Any, DrawnFont]
    font_config: FontConfig
    color_profiles: dict[str, Any]
    url_fetcher: Fetcher
    _html: HtmlDocument

    def copy(self, pages: Any = ...) -> LaidOutDocument: ...
    def write_pdf(self, target: Path | None = ..., **options: object) -> bytes: ...


class TargetCollector(Protocol):
    """What a document tells of its own anchors and counters."""

    counter_lookup_items: dict[tuple[LayoutBox, str], Any]


PageCounters: TypeAlias = "tuple[list[int], dict[str, list[int]], list[set[str]], list[Any]]"
"""The counters before a page: how deep quotations are, values by name, the scopes, and groups of pages."""

PageState: TypeAlias = "tuple[SkipStack, NextPage, bool, PageCounters]"
"""What is known before a page: where the text goes on, which kind of page is asked for, whether it is a
right one, and its counters."""

PageMakerItem: TypeAlias = "tuple[SkipStack, NextPage, bool, PageCounters, dict[str, Any]]"
"""The same, with what is noted while the page is made."""


class PageContext(Protocol):
    """What WeasyPrint knows of a document while it lays it out; its class is `LayoutContext`."""

    style_for: StyleFor
    current_page: int | None
    page_maker: list[PageMakerItem]
    get_image_from_uri: Callable[..., Any]
    string_set: dict[str, dict[int, list[str]]]
    running_elements: dict[str, dict[int, list[LayoutBox]]]
    target_collector: TargetCollector
    reported_footnotes: list[LayoutBox]
    page_bottom: float
    footnotes: list[LayoutBox]
    page_footnotes: dict[LayoutBox, list[LayoutBox]]
    excluded_shapes: list[LayoutBox]
    counter_style: dict[str, Any]
    broken_out_of_flow: dict[LayoutBox, Any]
    tables: dict[LayoutBox, Any]
    font_config: FontConfig
    in_column: bool

    def overflows_page(self, bottom_space: float, position_y: float) -> bool: ...
    def create_block_formatting_context(self) -> None: ...
    def finish_block_formatting_context(self, root_box: LayoutBox | None = ...) -> None: ...
