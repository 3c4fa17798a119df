"""Formulas on a page: in the colour of their text, and read as text by who copies or searches.

In:  the style of a box that a formula is drawn in, and the stream that it is drawn on.
Out: a colour for the drawing; and the marks around it that say what stands there (ISO 32000-1, 14.9.4).
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pydyf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import BoxStyle, DrawnStream


def colour_of(style: BoxStyle) -> str:
    """The colour of a box's text, as a drawing is told it."""
    colour = style["color"]
    red, green, blue = (f"{part * 255:g}" for part in colour.to("srgb").coordinates)
    return f"rgb({red} {green} {blue} / {colour.alpha:g})"


@contextmanager
def read_as(stream: DrawnStream, text: str) -> Iterator[None]:
    """Let what the block draws be read as a text."""
    stream.begin_marked_content("Span", pydyf.Dictionary({"ActualText": pydyf.String(text)}))
    yield
    stream.end_marked_content()
