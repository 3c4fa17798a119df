"""A drawing as pixels, for programs that show no SVG.

In:  the bytes of an SVG file.
Out: the bytes of a PNG file, without the white around it; nothing where it cannot be drawn.
"""

from __future__ import annotations

import base64
import io

SIDE, DPI = 200, 220
"""The side of the sheet that it is drawn on, in mm, and how finely."""


def as_png(content: bytes) -> bytes:
    """The drawing as a PNG file."""
    import pypdfium2
    from PIL import Image, ImageChops
    from weasyprint import HTML

    from issuebrief.engine.fetcher import ConfinedFetcher

    address = f"data:image/svg+xml;base64,{base64.b64encode(content).decode('ascii')}"
    style = (
        f"@page{{size:{SIDE}mm {SIDE}mm;margin:0}}body{{margin:0}}"
        f"img{{display:block;width:{SIDE}mm;max-height:{SIDE}mm}}"
    )
    try:
        page = HTML(
            string=f"<style>{style}</style><img src='{address}'>", url_fetcher=ConfinedFetcher((), False)
        )
        with pypdfium2.PdfDocument(page.write_pdf()) as pdf:
            image = pdf[0].render(scale=DPI / 72).to_pil().convert("RGB")
        white = Image.new("RGB", image.size, (255, 255, 255))
        inked = ImageChops.difference(image, white).getbbox()
        if inked is None:
            return b""
        out = io.BytesIO()
        image.crop(inked).save(out, "PNG", optimize=True)
    except Exception:  # whatever an SVG makes the engine raise, its picture is left out, which is told
        return b""
    return out.getvalue()
