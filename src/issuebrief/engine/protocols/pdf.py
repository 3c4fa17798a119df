"""PDF files in the making, and what WeasyPrint draws into them.

In:  nothing.
Out: protocols. What an entry of a dictionary is, its name tells (ISO 32000-1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from contextlib import AbstractContextManager
    from typing import BinaryIO

    from issuebrief.engine.protocols.boxes import LayoutBox


class Matrix(Protocol):
    """A transformation of the plane."""

    @property
    def values(self) -> tuple[float, float, float, float, float, float]: ...
    @property
    def invert(self) -> Matrix: ...
    @property
    def determinant(self) -> float: ...
    def transform_point(self, x: float, y: float) -> tuple[float, float]: ...
    def __matmul__(self, other: Matrix) -> Matrix: ...
    def __getitem__(self, row: int) -> list[float]: ...


class PdfObject(Protocol):
    """An object of a file, with the number that it has there."""

    number: int | None
    generation: int
    free: str

    @property
    def data(self) -> bytes: ...
    @property
    def reference(self) -> bytes: ...
    @property
    def compressible(self) -> bool: ...


class PdfDictionary(PdfObject, Protocol):
    """A dictionary object."""

    def __getitem__(self, name: str) -> Any: ...
    def __setitem__(self, name: str, value: object) -> None: ...
    def __contains__(self, name: object) -> bool: ...
    def __iter__(self) -> Iterator[str]: ...
    def keys(self) -> Any: ...
    def get(self, name: str, default: object = ...) -> Any: ...


class PdfStream(PdfObject, Protocol):
    """A stream object: its dictionary, and operators or bytes."""

    stream: list[Any]
    extra: Mapping[str, Any]
    compress: bool


class PdfFile(Protocol):
    """A file in the making; its class is `PDF`."""

    objects: list[Any]
    catalog: PdfDictionary
    info: PdfDictionary
    pages: PdfDictionary

    @property
    def page_references(self) -> tuple[bytes, ...]: ...
    def add_object(self, object_: PdfObject) -> None: ...
    def write(
        self, output: BinaryIO, version: str = ..., identifier: bool = ..., compress: bool = ...
    ) -> None: ...


class DrawnFont(Protocol):
    """A font as it goes into a file; its class is `Font`."""

    hash: str
    bitmap: bool
    svg: bool
    png: bool
    colr: bool
    widths: dict[int, int]
    """By glyph, in thousandths of an em."""
    to_unicode: dict[int, str]
    name: bytes
    family: str
    missing: Mapping[int, object]
    drawing: str | None
    """What images/svg_redraw.py notes: the address of the drawing that used it first."""
    lacking_in: dict[int, str | None]
    """By character: the drawing in which it was first asked for in vain, noted there too."""
    file_content: bytes


class DrawnStream(PdfStream, Protocol):
    """A stream that is drawn on, with the state that it is in; its class is `Stream`."""

    page_rectangle: tuple[float, ...]
    _fonts: dict[Any, DrawnFont]
    _tags: dict[LayoutBox, dict[str, Any]]
    _resources: PdfDictionary
    _current_font: tuple[str, float] | None
    ink_rect: Any
    logical_rect: Any

    @property
    def ctm(self) -> Matrix: ...
    def stacked(self) -> AbstractContextManager[None]: ...
    def marked(self, box: LayoutBox, tag: str) -> AbstractContextManager[None]: ...
    def transform(
        self, a: float = ..., b: float = ..., c: float = ..., d: float = ..., e: float = ..., f: float = ...
    ) -> None: ...
    def begin_marked_content(self, tag: str, property_list: object = ...) -> None: ...
    def end_marked_content(self) -> None: ...
    def add_font(self, pango_font: object) -> tuple[DrawnFont, float]: ...
    def set_text_matrix(self, a: float, b: float, c: float, d: float, e: float, f: float) -> None: ...
    def set_font_size(self, font: str, size: float) -> None: ...
    def begin_text(self) -> None: ...
    def end_text(self) -> None: ...
    def set_line_width(self, width: float) -> None: ...


Orientation = str | tuple[int, bool]
"""`none`, `from-image`, or by how many quarters a picture is turned, and whether it is flipped."""


class DrawnPicture(Protocol):
    """A picture made of pixels; its class is `RasterImage`."""

    id: str
    width: int
    height: int
    mode: str
    format: str
    image_data: PdfObject
    as_it_came: tuple[bytes | None, Orientation]
    """What images/normalise.py notes of a picture in inks: its bytes, and how it is to be turned."""

    _dpi: float | None

    def get_x_object(self, interpolate: bool, dpi_ratio: float) -> PdfStream: ...


class StackingContext(Protocol):
    """Boxes that are painted together (CSS 2.2, appendix E)."""

    box: LayoutBox
    page: LayoutBox
    float_contexts: list[StackingContext]
    zero_z_contexts: list[StackingContext]
    blocks_and_cells: dict[LayoutBox, Any]
