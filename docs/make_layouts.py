"""Draw the pictures of layouts.md from the Markdown on that page.

In:  docs/layouts.md, and docs/sample/passages.md for the text that goes on between its examples.
Out: docs/pictures/layout-*.png.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from make_pictures import GROUND, PAGE_HEIGHT, PAGE_WIDTH, PICTURES, ROOT, lay, page_picture, save, set_pdf
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterator

LAYOUTS = ROOT / "docs/layouts.md"
PASSAGES = ROOT / "docs/sample/passages.md"
EXAMPLE = re.compile(r"^```markdown\n(.*?)^```$.*?\(pictures/layout-(\w+)\.png\)", re.MULTILINE | re.DOTALL)
GOES_ON = "…"
WIDTH, PAD = 1000, 24


class Layout(NamedTuple):
    """How an example is shown: in what theme, with how many passages for each ellipsis, on which pages."""

    theme: str
    passages: int
    pages: tuple[int, ...]


SHOWN = {
    "floats": Layout("isdp", 13, (1, 2)),
    "spans": Layout("isdp", 10, (1, 2)),
    "tables": Layout("isdp", 8, (0, 1)),
    "end": Layout("isdp", 19, (1, 2)),
    "sidebar": Layout("report", 7, (1, 2)),
}


def main(names: list[str]) -> None:
    """Draw the pictures of these names, or all."""
    for name, example in examples().items():
        if not names or name in names:
            path = draw(name, example)
            print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} KB")


def examples() -> dict[str, str]:
    """The Markdown of each example, by the name of its picture."""
    return {name: example for example, name in EXAMPLE.findall(LAYOUTS.read_text("utf-8"))}


def filled(example: str, count: int) -> str:
    """An example with so many passages of the sample text for each ellipsis."""
    passages = cycle(PASSAGES.read_text("utf-8").strip().split("\n\n"))

    def lines() -> Iterator[str]:
        for line in example.split("\n"):
            yield "\n\n".join(islice(passages, count)) if line == GOES_ON else line

    return "\n".join(lines())


def draw(name: str, example: str) -> Path:
    """Set an example and draw its pages beside each other."""
    layout = SHOWN[name]
    width = (WIDTH - 3 * PAD) / 2
    front = (ROOT / "docs/sample/brief.md").read_text("utf-8").split("---\n")[1]
    with tempfile.TemporaryDirectory() as folder:
        brief = Path(folder, "brief.md")
        brief.write_text(f"---\n{front}---\n\n{filled(example, layout.passages)}", "utf-8")
        for drawing in (ROOT / "docs/sample").glob("*.svg"):
            shutil.copy(drawing, folder)
        pdf = set_pdf(brief, layout.theme)
    picture = Image.new("RGB", (WIDTH, round(width * PAGE_HEIGHT / PAGE_WIDTH) + 2 * PAD), GROUND)
    for place, number in enumerate(layout.pages):
        lay(picture, page_picture(pdf, number, width), (round(PAD + place * (width + PAD)), PAD))
    return save(picture, PICTURES / f"layout-{name}.png", 64)


if __name__ == "__main__":
    main(sys.argv[1:])
