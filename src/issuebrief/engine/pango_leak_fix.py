"""Pango's lists of attributes, given back.

In:  layouts of text that WeasyPrint sets up, for measuring and for drawing.
Out: the same; each lets go of its list of attributes when it is done with.

WeasyPrint 70 makes a list for every layout whose style asks for features of a font, never gives it up, and
the spaces of a justified line are attributes in it. What is left behind is some 700 bytes a line: nothing
in a build, and more than all pages together in a process that draws a brief all day. The list is not given
up because its first attribute is shared by all lists, and would go with the first of them; here each list
has one of its own.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from weasyprint.text.ffi import ffi, pango

from issuebrief.engine.patches import LAYOUT_SETUP, replaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import BoxStyle, TextLayout


class Unshared(dict[bytes, Any]):
    """In place of WeasyPrint's attributes by their features: nothing is kept, nothing is shared."""

    def setdefault(self, _features: bytes, attribute: Any = None, /) -> Any:
        """The attribute that was just made."""
        return attribute


@contextmanager
def attributes_given_back() -> Iterator[None]:
    """Leave the list of attributes to the layout alone, while the block sets up layouts."""
    plain_setup = LAYOUT_SETUP.value

    def setup(layout: TextLayout, style: BoxStyle) -> None:
        # Only a list that was made while nothing is shared may be given up.
        style.font_config.font_features = Unshared()
        plain_setup(layout, style)
        attributes = pango.pango_layout_get_attributes(layout.layout)
        if attributes != ffi.NULL:
            pango.pango_attr_list_unref(attributes)

    with replaced(LAYOUT_SETUP, setup):
        yield
