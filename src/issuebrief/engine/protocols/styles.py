"""Styles of elements and of boxes, and the fonts that these are set in.

In:  nothing.
Out: protocols. The value of a property is whatever CSS makes of it, and known by the property's name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols.boxes import PageType


class BoxStyle(Protocol):
    """Computed values by property, with underscores in their names; custom properties by theirs."""

    parent_style: BoxStyle | None
    cascaded: Mapping[str, Any]
    pseudo_type: str | None
    root_style: BoxStyle
    base_url: str | None
    font_config: FontConfig
    initial_page_sizes: object

    def __getitem__(self, name: str) -> Any: ...
    def __setitem__(self, name: str, value: object) -> None: ...
    def __contains__(self, name: object) -> bool: ...
    def __iter__(self) -> Iterator[str]: ...
    def get(self, name: str, default: object = ...) -> Any: ...
    def copy(self) -> BoxStyle: ...
    def update(self, values: Mapping[str, object]) -> None: ...


class FontConfig(Protocol):
    """The fonts of a document; its class is `FontConfiguration`."""

    font_map: object
    font_features: dict[bytes, Any]
    _folder: Path | None


class StyleFor(Protocol):
    """The styles of a document by element."""

    _sheets: list[Any]
    font_config: FontConfig
    initial_page_sizes: object

    def __call__(self, element: Element | PageType, pseudo_type: str | None = ...) -> BoxStyle: ...
    def get_cascaded_styles(self) -> dict[tuple[Any, str | None], dict[str, tuple[object, Any]]]: ...
    def get_computed_styles(self) -> dict[tuple[Any, str | None], BoxStyle]: ...
    def add_page_declarations(self, page_type: PageType) -> None: ...
    def set_computed_styles(
        self,
        element: Element | PageType,
        parent: Element,
        root: Element | None = ...,
        pseudo_type: str | None = ...,
    ) -> None: ...
