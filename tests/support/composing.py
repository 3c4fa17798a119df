"""Paragraphs composed in a test's own folder: the boxes that come out, and the PDF."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pdf_facts import Facts
from weasyprint.formatting_structure import boxes

from issuebrief.engine.pages import LayoutInput
from issuebrief.layout.engine import lay_out
from issuebrief.layout.paragraphs.text_metrics import TextMetrics
from issuebrief.linebreak.spacing import hang_right
from issuebrief.pdf.letter_fit import expanded_letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.pages import Pages

FONTS = Path(__file__).resolve().parents[2] / "styles" / "fonts"
SIZE = 12.0
"""The size of the letters, in px."""
NEAR = 0.3
"""How far a line may be from the measure, in px."""
STYLE = f"""
@font-face {{ font-family: Serif; src: url({FONTS.as_uri()}/source-serif/SourceSerif4-Regular.otf) }}
@font-face {{ font-family: Serif; src: url({FONTS.as_uri()}/source-serif/SourceSerif4-It.otf);
  font-style: italic }}
@font-face {{ font-family: Sans; src: url({FONTS.as_uri()}/source-sans/SourceSans3-Regular.otf) }}
:root {{ --grid: 12pt; --text-top: 36pt; --text-foot: 636pt; --compose: total-fit }}
@page {{ size: 600px 900px; margin: 50px }}
html {{ font: {SIZE}px/16px Serif; hyphens: auto; text-align: justify; orphans: 1; widows: 1 }}
body, p, div {{ margin: 0 }}
"""
TEXT = (
    "The ferry leaves at six and the harbour is still dark. Nobody on the quay speaks, for everything was "
    "agreed the evening before. A crossing takes four hours in fair weather and eight in foul; the crew "
    "counts the passengers twice and writes the lower number down. Salt gets into the charts, the bread and "
    "the conversation. By noon the far shore is a line, and by one o\u2019clock it is a town, with "
    "offices, official flags and a difficult customs officer who finds everything suspicious."
)


@dataclass(frozen=True)
class Setting:
    """A laid-out text. All lengths are in px."""

    pages: Pages
    folder: Path

    @property
    def lines(self) -> list[Any]:
        """All line boxes, in order."""
        return [
            box
            for page in self.pages.document.pages
            for box in page._page_box.descendants()
            if isinstance(box, boxes.LineBox)
        ]

    @property
    def texts(self) -> list[str]:
        """What each line says, its added hyphen included."""
        return ["".join(leaf.text for leaf in leaves(line)) for line in self.lines]

    def pdf(self) -> Facts:
        """The text as a PDF."""
        target = self.folder / "text.pdf"
        with expanded_letters():
            self.pages.document.write_pdf(target, pdf_tags=True)
        return Facts(target)


def compose(
    folder: Path, body: str, style: str = "", lang: str = "en", hyphenation: tuple[str, ...] = ()
) -> Setting:
    """A text laid out with the composer, with `style` after this module's."""
    sheet = folder / "style.css"
    sheet.write_text(STYLE + style, "utf-8")
    html = f"<html lang={lang}><body>{body}"
    pages, problems = lay_out(
        LayoutInput(html, folder / "brief.md", (sheet,), (folder, FONTS), hyphenation=hyphenation)
    )
    assert pages, problems
    return Setting(pages, folder)


def leaves(box: Any) -> Iterator[Any]:
    """The text boxes of a line, in order; those of blocks in the line are of other lines."""
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            yield child
        elif isinstance(child, boxes.InlineBox):
            yield from leaves(child)


def was_composed(line: Any) -> bool:
    """Whether the composer made a line, not WeasyPrint."""
    found = [hasattr(leaf, "expansion") for leaf in leaves(line)]
    assert all(found) or not any(found)
    return any(found)


def tracking(leaf: Any) -> float:
    """How far the letters of a text box are set apart, in em."""
    return float(getattr(leaf, "tracking", 0.0)) / float(leaf.style["font_size"])


def hang(line: Any) -> float:
    """How far a line's last mark, and the white that is set after its last letter, stand out, in px."""
    last = _last(line)
    if last is None:
        return 0.0
    white = getattr(last, "tracking", 0.0) * (1 + getattr(last, "expansion", 0.0))
    return hanging_mark(line) + max(0.0, white)


def hanging_mark(line: Any) -> float:
    """How far the mark at a line's end, if it ends in one, hangs out, in px."""
    last = _last(line)
    if last is None:
        return 0.0
    mark = last.text[-1]
    return hang_right(mark, last.style["lang"]) * TextMetrics().width(mark, last.style)


def _last(line: Any) -> Any:
    """The last text box of a line with anything in it."""
    return next((leaf for leaf in reversed(list(leaves(line))) if leaf.text), None)


def everything(line: Any) -> list[tuple[str, str, float, float, float, float]]:
    """Each box of a line: kind, text, place and size."""
    return [
        (
            type(box).__name__,
            getattr(box, "text", ""),
            round(box.position_x, 6),
            round(box.position_y, 6),
            round(box.width, 6),
            round(box.height, 6),
        )
        for box in (line, *line.descendants())
    ]
