"""Pictures of pages, for a report.

In:  the bytes of a PDF.
Out: `PagePicture` values: each page as a viewer shows it, trimmed.
"""

from __future__ import annotations

from io import BytesIO

from issuebrief.job import PagePicture
from issuebrief.units import PX_PER_PT

SCALE = 2.0
"""Pixels of the picture to a point: 144 to the inch, which is sharp on most screens."""

QUALITY = 82


def page_pictures(pdf: bytes) -> tuple[PagePicture, ...]:
    """A picture of every page of a PDF, within its trim box."""
    import pypdfium2

    pictures = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            left, low, right, high = page.get_trimbox()
            media = page.get_mediabox()
            crop = (left - media[0], low - media[1], media[2] - right, media[3] - high)
            image = page.render(scale=SCALE, crop=crop).to_pil().convert("RGB")
            target = BytesIO()
            image.save(target, "WEBP", quality=QUALITY)
            pictures.append(
                PagePicture((right - left) * PX_PER_PT, (high - low) * PX_PER_PT, target.getvalue())
            )
    return tuple(pictures)
