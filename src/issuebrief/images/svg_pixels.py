"""A drawing as pixels, for programs that show no SVG.

In:  the bytes of an SVG file.
Out: the bytes of a PNG file, at most 2,000 px wide; nothing where it cannot be drawn.
"""

from __future__ import annotations

import base64
import io
from typing import Any

from issuebrief.units import MM_PER_PX

WIDE = 2000


def as_png(content: bytes) -> bytes:
    """The drawing as a PNG file."""
    import pypdfium2
    from weasyprint import HTML

    from issuebrief.engine.fetcher import ConfinedFetcher

    address = f"data:image/svg+xml;base64,{base64.b64encode(content).decode('ascii')}"
    style = (
        "@page{size:400mm 400mm;margin:0}body{margin:0}img{display:block;max-width:400mm;max-height:400mm}"
    )
    try:
        rendered: Any = HTML(
            string=f"<style>{style}</style><img src='{address}'>", url_fetcher=ConfinedFetcher((), False)
        ).render()
        picture = next(box for box in rendered.pages[0]._page_box.descendants() if box.element_tag == "img")
        width, height = (side / 400 * MM_PER_PX for side in (picture.width, picture.height))
        with pypdfium2.PdfDocument(rendered.write_pdf()) as pdf:
            page = pdf[0]
            scale = WIDE / (page.get_width() * width)
            image = page.render(scale=scale).to_pil()
            image = image.crop((0, 0, round(image.width * width), round(image.height * height)))
        out = io.BytesIO()
        image.convert("RGB").save(out, "PNG", optimize=True)
    except Exception:  # whatever an SVG makes the engine raise, its picture is left out, which is told
        return b""
    return out.getvalue()
