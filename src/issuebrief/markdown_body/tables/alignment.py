"""Alignment, and widths of columns, that raw HTML asks for in attributes of old.

In:  the tree of the text.
Out: the same, with `align`, `valign` and `center` as styles, which both the PDF and the web page heed, and
     the `width` of cells and columns, which the PDF does.
"""

from __future__ import annotations

import re

from issuebrief.markdown_body.source.html_tree import HEADINGS, Element, names, walk

CELLS = names("td th")
FLOWING = HEADINGS | names("address blockquote caption dd div dt figcaption li p")
ROWS = names("tbody tfoot thead tr")
SIZED = CELLS | names("col colgroup table")
WIDTH = re.compile(r"(\d+(?:\.\d+)?)\s*(%|px)?")
ALIGNED = ROWS | FLOWING | CELLS
ACROSS = {name: name for name in ("left", "center", "right", "justify")} | {"middle": "center"}
DOWN = {name: name for name in ("top", "middle", "bottom", "baseline")} | {"center": "middle"}


def set_alignment(root: Element) -> None:
    """Turn attributes that align text into styles."""
    # From the last to the first: a cell's own word goes before its row's, and that before its group's.
    for found in reversed(list(walk(root))):
        if found.tag in SIZED:
            _set_width(found)
        if found.tag == "center":
            found.tag = "div"
            _add(found, "text-align", "center")
        elif found.tag in ALIGNED:
            cells = [cell for cell in walk(found) if cell.tag in CELLS] if found.tag in ROWS else [found]
            for prop, value in _taken(found).items():
                for cell in cells:
                    _add(cell, prop, value)


def _set_width(found: Element) -> None:
    """Turn a width that an attribute asks for into a style."""
    width = WIDTH.fullmatch((found.attributes.get("width") or "").strip())
    if width and float(width[1]):
        del found.attributes["width"]
        _add(found, "width", f"{width[1]}{width[2] or 'px'}")


def _taken(found: Element) -> dict[str, str]:
    """What the attributes of an element say, which it loses."""
    said = {}
    for name, prop, known in (("align", "text-align", ACROSS), ("valign", "vertical-align", DOWN)):
        if value := known.get((found.attributes.pop(name, None) or "").strip().lower()):
            said[prop] = value
    return said


def _add(found: Element, prop: str, value: str) -> None:
    style = (found.attributes.get("style") or "").strip().rstrip(";")
    if prop not in style:
        found.attributes["style"] = f"{style}; {prop}: {value}" if style else f"{prop}: {value}"
