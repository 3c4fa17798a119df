"""Write a PDF that was drawn.

In:  the objects of a PDF.
Out: the bytes of the file, the same for the same objects, with an id that is made from them.

pydyf asks every object for its bytes once to write them and once to make the id, which would compress
all streams twice; here each is asked once. It compresses as hard as zlib can, which takes three times as
long as zlib's own choice for a file that is half a per cent smaller. And it ends streams with a line feed
alone, which a reader joins with the last byte of the stream where that is a carriage return, so that the
stream seems shorter than it says (ISO 19005-2, 6.1.7.1); here they end with both.
"""

from __future__ import annotations

import zlib
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

import pydyf
from pydyf import _to_bytes

from issuebrief.engine.patches import STREAM_DATA, replaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import PdfDictionary, PdfFile, PdfObject, PdfStream

VERSION = "1.7"
END = b"\r\nendstream"


class _Settled(pydyf.Object):  # type: ignore[misc]
    """An object whose bytes are known."""

    def __init__(self, item: PdfObject) -> None:
        super().__init__()
        self.number, self.generation, self.free = item.number, item.generation, item.free
        self._data, self._compressible = item.data, item.compressible

    @property
    def data(self) -> bytes:
        """The bytes."""
        return self._data

    @property
    def compressible(self) -> bool:
        """Whether it may stand in an object stream."""
        return bool(self._compressible)


def write(pdf: PdfFile, version: str = VERSION) -> bytes:
    """The bytes of the file, in that version of PDF; the PDF is used up."""
    output = BytesIO()
    with _plain_ends():
        # One after the other, so that what a page was drawn with is let go before the next is compressed.
        for index, item in enumerate(pdf.objects):
            if item.free != "f":
                pdf.objects[index] = _Settled(item)
        pdf.write(output, version, identifier=True, compress=True)
    return output.getvalue()


@contextmanager
def _plain_ends() -> Iterator[None]:
    """Write streams in a way that cannot be misread while the block writes."""
    with replaced(STREAM_DATA, property(_stream_bytes)):
        yield


def _stream_bytes(stream: PdfStream) -> bytes:
    """A stream with its dictionary, compressed where it is to be."""
    content = b"\n".join([item if isinstance(item, bytes) else _to_bytes(item) for item in stream.stream])
    extra = pydyf.Dictionary({**stream.extra})
    if stream.compress:
        extra["Filter"] = "/FlateDecode"
        content = zlib.compress(content)
    extra["Length"] = len(content)
    return b"".join((extra.data, b"\nstream\n", content, END))


def page_objects(pdf: PdfFile) -> list[PdfDictionary]:
    """The pages of a file, in order."""
    return [
        item for item in pdf.objects if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/Page"
    ]
