"""The sizes that an author gives to pictures.

In:  the trees, in which a picture may have `width` and `height`, as attributes or in its `style`.
Out: the same, each width or height that is a size as a style for the pages and as an attribute for the web,
     and the others gone; problems: a size that is none, and one that would distort the picture.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import warning
from issuebrief.units import PX_PER

if TYPE_CHECKING:
    from issuebrief.diagnostics.model import Diagnostic, SourceRange
    from issuebrief.markdown_body.source.html_tree import Element

UNITS = {**PX_PER, "em": 16.0}
"""CSS px to each unit; an em is taken for that of a browser's text."""

SIZE = re.compile(rf"\s*\+?(\d*\.?\d+|\d+\.)\s*({'|'.join(UNITS)}|%|)\s*", re.IGNORECASE)
DISTORTED = 0.02
"""By what share the proportions of a size may differ from the picture's own."""


LEAST, MOST = 0.01, 10_000.0
"""Between what a size may be, in any unit."""


def set_size(picture: Element, place: SourceRange, excerpt: str) -> list[Diagnostic]:
    """Give a picture the size that its attributes and its style ask for."""
    asked, style = _asked(picture)
    problems = []
    sizes: dict[str, str] = {}
    for name, value in asked.items():
        if value in ("", "auto"):
            continue
        if css := css_size(value):
            sizes[name] = css
        else:
            message = f"{name}={value[:20]} is not a size, and is ignored"
            hint = "write a number and %, mm, cm, in, pt or px: {width=60%} or {width=4cm}"
            problems.append(warning("picture.size", message, place, hint, excerpt))
    if "width" in sizes:
        # The height follows: a picture keeps its proportions.
        style = [*style, f"width: {sizes['width']}", "height: auto"]
    elif "height" in sizes:
        style = [*style, "width: auto", f"height: {sizes['height']}"]
    if style:
        picture.attributes["style"] = "; ".join(style)
    picture.attributes |= {name: _for_web(value) for name, value in sizes.items()}
    return problems


def proportions(picture: Element) -> float | None:
    """What share of its height a picture's width is by its attributes; None where they do not say both."""
    sides = [picture.attributes.get(name) or "" for name in ("width", "height")]
    if not all(side.isdecimal() and int(side) for side in sides):
        return None
    return int(sides[0]) / int(sides[1])


def distorted(picture: Element, own: float, place: SourceRange, excerpt: str) -> list[Diagnostic]:
    """A problem where the size of a picture has other proportions than its own, width by height."""
    asked = proportions(picture)
    # A size in whole px is a px off at most.
    if asked is None or abs(asked / own - 1) <= max(DISTORTED, 2 / int(picture.attributes["height"] or 1)):
        return []
    message = "the width and height given to the picture would distort it: it is set at this width"
    hint = "give the width alone, and the height follows"
    return [warning("picture.distorted", message, place, hint, excerpt)]


def css_size(value: str) -> str:
    """A size as CSS writes it; empty where it is none."""
    match = SIZE.fullmatch(value)
    if not match or not LEAST <= float(match[1]) <= MOST:
        return ""
    return f"{float(match[1]):g}{match[2].lower() or 'px'}"


def _asked(picture: Element) -> tuple[dict[str, str], list[str]]:
    """The sizes that were asked for by name, the style's before the attributes'; what else the style says."""
    asked = {name: picture.attributes.pop(name, None) or "" for name in ("width", "height")}
    others = []
    for declaration in (picture.attributes.pop("style", None) or "").split(";"):
        name, _, value = declaration.partition(":")
        if name.strip().lower() in asked:
            asked[name.strip().lower()] = value.strip()
        elif declaration.strip():
            others.append(declaration.strip())
    return asked, others


def _for_web(css: str) -> str:
    """A size as an attribute: per cent, or whole px."""
    match = SIZE.fullmatch(css)
    assert match, "it is a size"
    return css if match[2] == "%" else str(max(1, round(float(match[1]) * UNITS[match[2]])))
