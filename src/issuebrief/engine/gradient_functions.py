"""The colours of gradients, written down as soon as they are known.

In:  gradients, while WeasyPrint draws them.
Out: the same file. A gradient of many stops is some hundred dictionaries, for each shape that it fills; they
     are kept as the bytes that they will be in the file, and shapes with the same gradient share them.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from issuebrief.engine.patches import STREAM_ADD_SHADING, replaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.engine.protocols import DrawnStream, PdfObject


@contextmanager
def written_gradients() -> Iterator[None]:
    """Write down each gradient's colours when it is drawn, while the block runs."""
    plain = STREAM_ADD_SHADING.value
    written: dict[bytes, bytes] = {}

    def add_shading(
        self: DrawnStream, shading_type: int, domain: Sequence[float], coords: Sequence[float], extend: bool,
        function: PdfObject, color_space: str | None = None,
    ) -> PdfObject:  # fmt: skip
        data = function.data
        colours = written.setdefault(data, data)
        shading: PdfObject = plain(self, shading_type, domain, coords, extend, colours, color_space)
        return shading

    with replaced(STREAM_ADD_SHADING, add_shading):
        yield
