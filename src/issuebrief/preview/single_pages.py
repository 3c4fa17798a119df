"""Part a PDF into its pages, each known by how it looks.

In:  the bytes of a PDF.
Out: its pages' keys and sizes, and a PDF of one page for each key that is not known yet.
"""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import TYPE_CHECKING

from issuebrief.preview.model import Cancelled, SetPage, Trim

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    import pypdfium2

SCALE = 2.0
"""Pixels to a point of the picture that a page is known by: whatever can be seen changes some of them."""


def single_pages(
    pdf: bytes, known: AbstractSet[str], abandoned: Callable[[], bool], *, trimmed: bool = False
) -> tuple[tuple[SetPage, ...], dict[str, bytes]]:
    """The pages of a PDF, with their trim boxes if these are wanted, and a file for each unknown one."""
    import pypdfium2

    pages: list[SetPage] = []
    drawn: dict[str, bytes] = {}
    with pypdfium2.PdfDocument(pdf) as document:
        for index, page in enumerate(document):
            if abandoned():
                raise Cancelled
            key = _key(page)
            pages.append(_page(page, key, str(index + 1), trimmed=trimmed))
            if key not in known and key not in drawn:
                drawn[key] = _alone(document, index)
            page.close()
    return tuple(pages), drawn


def _key(page: pypdfium2.PdfPage) -> str:
    bitmap = page.render(scale=SCALE)
    try:
        sum_ = hashlib.blake2b(memoryview(bitmap.buffer).cast("B"), digest_size=12)
        sum_.update(f"{page.get_size()}".encode())
    finally:
        bitmap.close()
    return sum_.hexdigest()


def _page(page: pypdfium2.PdfPage, key: str, folio: str, *, trimmed: bool) -> SetPage:
    width, height = page.get_size()
    if not trimmed:
        return SetPage(key, width, height, folio)
    left, low, right, high = page.get_trimbox()
    media = page.get_mediabox()
    return SetPage(
        key, width, height, folio, Trim(left - media[0], media[3] - high, right - left, high - low)
    )


def _alone(document: pypdfium2.PdfDocument, index: int) -> bytes:
    import pypdfium2

    target = BytesIO()
    with pypdfium2.PdfDocument.new() as one:
        one.import_pages(document, [index])
        one.save(target)
    return target.getvalue()
