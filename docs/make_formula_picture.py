"""Draw the picture of docs/formulas.md: `docs/make_formula_picture.py`.

In:  the example that the page shows.
Out: docs/pictures/formulas.png: the example as it is set.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from PIL import Image, ImageChops

from issuebrief.job import Job
from issuebrief.pipeline.build import set_brief
from issuebrief.resources import search_path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/formulas.md"
FRONT = "---\ntitle: Formulas\ndate: 2024-05-01\nauthors: [{name: A}]\ntheme: report\n---\n\n"
SCALE, MARGIN, TEXT_PAGE = 1.55, 12, 1
COLUMN = (0.3, 0.07, 0.95, 0.22)
"""The part of the page that the text stands in."""


def main() -> None:
    """Set the example, and cut its page down to what it shows."""
    example = PAGE.read_text("utf-8").split("```markdown\n")[1].split("```")[0]
    with tempfile.TemporaryDirectory() as folder:
        brief = Path(folder) / "brief.md"
        brief.write_text(FRONT + example, "utf-8")
        set_brief(Job.for_screen(brief, brief.with_suffix(".pdf"), search_path(brief.parent)))
        page = pdfium.PdfDocument(brief.with_suffix(".pdf"))[TEXT_PAGE]
        image = page.render(scale=SCALE).to_pil().convert("RGB")
    image = image.crop(tuple(int(part * size) for part, size in zip(COLUMN, image.size * 2, strict=True)))
    box = ImageChops.difference(image, Image.new("RGB", image.size, "white")).getbbox()
    assert box
    shown = Image.new("RGB", (box[2] - box[0] + 2 * MARGIN, box[3] - box[1] + 2 * MARGIN), "white")
    shown.paste(image.crop(box), (MARGIN, MARGIN))
    shown.quantize(8).save(ROOT / "docs/pictures/formulas.png", optimize=True)


if __name__ == "__main__":
    main()
