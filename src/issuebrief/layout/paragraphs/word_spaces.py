"""The spaces between words that WeasyPrint leaves out, drawn.

In:  lines while they are broken, and text boxes while they are drawn.
Out: a space after each line that was broken at one, and between words that stand in boxes of their own.

On paper such a space is nothing. But whoever reads the text out of a PDF, aloud or into another
document, would have to guess from the places of the letters where a word ends, and a tagged PDF leaves
no need to guess (ISO 32000-1, 14.8.2.5).
"""

from __future__ import annotations

from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes
from weasyprint.matrix import Matrix
from weasyprint.text.line_break import create_layout, line_size

from issuebrief.engine.patches import DRAW_FIRST_LINE, SPLIT_TEXT_BOX, replaced
from issuebrief.layout.paragraphs.glyph_runs import ShapedLayout, space_after

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from issuebrief.engine.protocols import DrawnStream, LayoutBox, PageContext, TextLayout

SPACE = " "
SOMETHING = "x"
"""A text that is not blank; what is drawn of a text box is the text of its layout."""


def draws(box: LayoutBox) -> bool:
    """Whether anything is drawn of a text box."""
    if box.style["visibility"] != "visible" or not box.style["font_size"]:
        return False
    return bool(box.text.strip() or box.pango_layout.text)


def note_breaks(page_boxes: Iterable[LayoutBox]) -> None:
    """Note the lines that end because their author broke them."""
    for page in page_boxes:
        for box in page.descendants():
            if isinstance(box, boxes.LineBox):
                texts = [inner for inner in box.descendants() if _is_text_or_break(inner)]
                for text, after in pairwise(texts):
                    if after.element_tag == "br" and isinstance(text, boxes.TextBox):
                        text.space_follows = True


def _is_text_or_break(box: LayoutBox) -> bool:
    return isinstance(box, boxes.TextBox) or getattr(box, "element_tag", "") == "br"


@contextmanager
def noted_spaces() -> Iterator[None]:
    """Note, while the block breaks lines, which of them end at a space, and which in an added hyphen."""
    plain_split = SPLIT_TEXT_BOX.value

    def split(
        context: PageContext,
        box: LayoutBox,
        width: float | None,
        skip: int | None,
        is_line_start: bool = True,
    ) -> tuple[LayoutBox | None, int | None, bool | None]:
        part, resume, preserved = plain_split(context, box, width, skip, is_line_start)
        if part is not None and resume is not None:
            typed = box.text.encode()[skip:resume]
            part.space_follows = bool(preserved) or typed.endswith(b" ")
            part.ends_in_added_hyphen = part.text == typed.decode() + box.style["hyphenate_character"]
        return part, resume, preserved

    with replaced(SPLIT_TEXT_BOX, split):
        yield


@contextmanager
def drawn_spaces() -> Iterator[None]:
    """Draw the spaces while the block draws."""
    plain_draw = DRAW_FIRST_LINE.value
    blanks: dict[int, tuple[TextLayout, object]] = {}

    def blank(textbox: LayoutBox) -> TextLayout:
        layout, style = textbox.pango_layout, textbox.style
        key = layout.run.owner if isinstance(layout, ShapedLayout) and layout.run else style
        if id(key) not in blanks:
            space = space_after(layout)
            if space:
                space.reactivate(style)  # for what draws it by Pango, as a proof does
            else:
                space = create_layout(SPACE, style, None, None, 0)
            # The key is kept too, so that nothing else can take over its identity.
            blanks[id(key)] = space, key
        return blanks[id(key)][0]

    def draw(
        stream: DrawnStream, textbox: LayoutBox, text_overflow: str, block_ellipsis: object, matrix: Matrix
    ) -> object:
        if not isinstance(textbox, boxes.TextBox):  # a text of an SVG
            return plain_draw(stream, textbox, text_overflow, block_ellipsis, matrix)
        if not textbox.text.strip():
            return plain_draw(stream, _with(textbox, textbox.pango_layout), "clip", "none", matrix)
        drawn = plain_draw(stream, textbox, text_overflow, block_ellipsis, matrix)
        if getattr(textbox, "space_follows", False):
            *_, x, y = matrix.values
            space = blank(textbox)
            place = x + textbox.width
            if getattr(textbox, "leads_left", False):
                place = x - line_size(space.get_first_line()[0], textbox.style)[0]
            plain_draw(stream, _with(textbox, space), "clip", "none", Matrix(d=-1, e=place, f=y))
        return drawn

    with replaced(DRAW_FIRST_LINE, draw):
        yield


def _with(textbox: LayoutBox, layout: TextLayout) -> LayoutBox:
    """A text box that is drawn although its own text may be blank."""
    other = textbox.copy()
    other.text, other.pango_layout = SOMETHING, layout
    return other
