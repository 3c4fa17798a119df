"""Paragraphs composed as a whole, in WeasyPrint's place.

In:  WeasyPrint's requests for the lines of a paragraph, while it lays out.
Out: lines broken by `linebreak/` over the whole paragraph, with fine spacing and hanging
     punctuation; the same lines again when they are asked for again. A paragraph that holds more
     than plain text is left to WeasyPrint.

`composer.py` composes a paragraph; here WeasyPrint is given its lines.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from issuebrief.engine.patches import ITER_LINE_BOXES, replaced
from issuebrief.layout.paragraphs.composer import own_texts
from issuebrief.layout.paragraphs.direction import levels_of
from issuebrief.layout.paragraphs.first_lines import set_right

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import BoxStyle, LayoutBox, PageContext, SkipStack
    from issuebrief.layout.paragraphs.composer import Composer
    from issuebrief.layout.paragraphs.paragraph import Paragraph
    from issuebrief.layout.paragraphs.text_levels import TextLevels


@contextmanager
def composed_paragraphs(composer: Composer) -> Iterator[None]:
    """Give WeasyPrint the composer's lines while the block runs."""
    plain_lines = ITER_LINE_BOXES.value
    turned: dict[int, tuple[TextLevels, LayoutBox]] = {}
    """The levels of a line box by its identity; it is kept so that no other takes that over."""

    def lines(
        context: PageContext,
        box: LayoutBox,
        position_y: float,
        bottom_space: float,
        skip: SkipStack,
        containing_block: LayoutBox,
        absolute_boxes: list[LayoutBox],
        fixed_boxes: list[LayoutBox],
        first_letter_style: BoxStyle | None,
        first_line_style: BoxStyle | None,
    ) -> Iterator[tuple[LayoutBox, SkipStack]]:
        beside = any(
            shape.position_y + shape.margin_height() > position_y for shape in context.excluded_shapes
        )
        plain = not (first_letter_style or first_line_style or beside)
        paragraph = composer.paragraph(context, box, containing_block) if plain else None
        first = _first_line(paragraph, skip) if paragraph else None
        if paragraph is None or first is None:
            left_to_engine = plain_lines(
                context, box, position_y, bottom_space, skip, containing_block, absolute_boxes, fixed_boxes,
                first_letter_style, first_line_style,
            )  # fmt: skip
            known = turned.get(id(box))
            levels = known[0] if known else levels_of(box, "".join(own_texts(box)))
            if levels is None:
                yield from ((set_right(line), resume) for line, resume in left_to_engine)
                return
            from issuebrief.layout.paragraphs.visual_order import put_at_edge, put_in_order, start_of

            turned[id(box)] = levels, box
            start = start_of(box, skip)
            for line, resume in left_to_engine:
                start = put_in_order(set_right(line), levels, start)
                if levels.base and not context.excluded_shapes:
                    put_at_edge(line, containing_block, 0.0 if skip else box.text_indent)
                yield line, resume
                skip = resume
            return
        for index in range(first, paragraph.lines):
            line = paragraph.line(index)
            line.translate(containing_block.content_box_x(), position_y - line.position_y)
            line.position_y = position_y
            position_y += line.height
            yield line, paragraph.resumes()[index]
        composer.set_aside(paragraph)

    with replaced(ITER_LINE_BOXES, lines):
        yield


def _first_line(paragraph: Paragraph, skip: SkipStack) -> int | None:
    """The number of the line that begins where a skip stack says, if one does."""
    if skip is None:
        return 0
    resumes = paragraph.resumes()
    return resumes.index(skip) + 1 if skip in resumes else None
