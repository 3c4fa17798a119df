"""Heights rounded up to the baseline grid.

In:  boxes whose style sets `--snap: grid`, while WeasyPrint lays them out.
Out: the same boxes, their last fragment made taller so that what follows is on the grid again.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from math import ceil
from typing import TYPE_CHECKING, Any

from weasyprint.layout import block

if TYPE_CHECKING:
    from collections.abc import Iterator

PX_PER_PT = 4 / 3
NUMBER = re.compile(r"\d*\.?\d+")


class NoLength(ValueError):
    """A design token, by its name, that must be a length and is none."""

    def __init__(self, token: str, value: str) -> None:
        super().__init__(f"{token} must be a length such as 12.5pt, here it is {value or 'nothing'}")
        self.token = token


@contextmanager
def snapped_to_grid() -> Iterator[None]:
    """Snap boxes while the block runs.

    `block_container_layout` is the one place where WeasyPrint fixes the height of a block that is
    as tall as its content, and it is looked up by name at each call.
    """
    plain_layout = block.block_container_layout

    def layout(context: Any, box: Any, *arguments: Any, **options: Any) -> Any:
        result = plain_layout(context, box, *arguments, **options)
        new_box, resume_at = result[0], result[1]
        if new_box is not None and resume_at is None and box.style["height"] == "auto" and _asks(box.style):
            step = length(box.style, "__grid")
            height = new_box.margin_height() - _collapsing(new_box)
            new_box.height += ceil(height / step - 0.01) * step - height
        return result

    block.block_container_layout = layout
    try:
        yield
    finally:
        block.block_container_layout = plain_layout


def _collapsing(box: Any) -> float:
    """The margins around a box, which are multiples of the grid and none of the box's own height."""
    return float(box.margin_top + box.margin_bottom)


def _asks(style: Any) -> bool:
    """Whether `--snap: grid` is set on this very element (custom properties are inherited)."""
    return word(style, "__snap") == "grid" and (
        style.parent_style is None or word(style.parent_style, "__snap") != "grid"
    )


def word(style: Any, name: str) -> str:
    """A custom property's value where it is one word; `name` as WeasyPrint spells it (`__snap`)."""
    return "".join(token.serialize() for token in style[name] or ()).strip()


def length(style: Any, name: str) -> float:
    """A custom property's value where it is a length, in px."""
    value = word(style, name)
    units = {"pt": PX_PER_PT, "mm": 96 / 25.4, "px": 1.0, "cm": 960 / 25.4, "in": 96.0}
    for unit, factor in units.items():
        if value.endswith(unit) and NUMBER.fullmatch(value.removesuffix(unit)):
            return float(value.removesuffix(unit)) * factor
    raise NoLength(name.replace("_", "-"), value)
