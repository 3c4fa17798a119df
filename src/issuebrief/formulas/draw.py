"""A formula drawn: glyphs of a face for mathematics as the paths of an SVG.

In:  MathML.
Out: a `Drawn`: an SVG of a size in em whose place on the baseline is known; or the signs that the face lacks.

The package ziamath puts the glyphs together by the face's table of constants (OpenType, MATH), and comes with
STIX Two Math. It takes an em for a third more than it is where it sets white; so it is told all white here.
"""

from __future__ import annotations

import re
import warnings
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from issuebrief.formulas.mathml import space
from issuebrief.formulas.symbols import BARS, BINARY, CLOSING, LARGE, OPENING, ORDINARY, RELATIONS

SIZE = 20.0
"""The size at which formulas are drawn; they are scaled with the text."""
EM = 3 / 4
"""An em, in what ziamath takes for one."""
SIDE = 0.02
"""White at either side of a drawing, in em: ink stands over the edge of some glyphs."""

SCRIPTS = frozenset(("msub", "msup", "msubsup", "munder", "mover", "munderover"))
WIDTHS = {"thickmathspace": 5 / 18, "mediummathspace": 4 / 18, "verythickmathspace": 3 / 18}
"""What is set beside relations, beside operators, and behind a comma, in em (The TeXbook, chapter 18)."""

ROWS = frozenset(("math", "mrow", "mtd", "msqrt"))
"""What holds parts of a formula beside each other."""
OPENED = frozenset(OPENING) | {"("}
"""What stands close to a large operator before it."""
ARROWS = re.compile("[\u2190-\u21ff\u27f5-\u27ff]+")
"""Arrows, which are relations."""
SLOPING = dict(zip("∂ϵϑϰϕϱϖ", "𝜕𝜖𝜗𝜘𝜙𝜚𝜛", strict=True))
"""Letters that slope as others do, and that ziamath leaves upright."""
LONG = {"‾": "―", "→": "⟶", "←": "⟵", "_": "―"}
"""Signs that are as long as what they stand above, as ziamath knows them."""


@dataclass(frozen=True)
class Drawn:
    """The content of an SVG, how far it reaches, and where its baseline is: `depth` above its foot, in em."""

    paths: str
    view: tuple[float, float, float, float]
    width: float
    height: float
    depth: float


@lru_cache(maxsize=500)
def drawn(mathml: str) -> Drawn:
    """The drawing of a formula."""
    _configure()
    from ziamath.zmath import Math

    math = fromstring(mathml)
    is_block = math.get("display") == "block"
    prepared = _prepared(math)
    prepared.set("displaystyle", "true" if is_block else "false")
    made = Math(prepared, size=SIZE, margin=0)
    box = made.node.bbox
    left, right = min(0.0, box.xmin) - SIDE * SIZE, box.xmax + SIDE * SIZE
    top, bottom = box.ymax, box.ymin
    svg = made.svgxml()
    # One path for all: each element of a page is looked at by all rules of its style sheets.
    paths = f'<path d="{" ".join(filter(None, map(_outline, svg.iter())))}"/>'
    view = (left, -top, right - left, max(top - bottom, 0.01))
    return Drawn(paths, view, view[2] / SIZE, view[3] / SIZE, -bottom / SIZE)


@lru_cache(maxsize=1)
def _configure() -> None:
    """Load ziamath, which finds its face in a way that Python 3.11 warns of, and tell it what SVG we read."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        from ziamath.config import config

    config.svg2 = False
    config.precision = 2


def lacking(mathml: str) -> str:
    """The signs of a formula that the face lacks."""
    _configure()
    from ziamath.zmath import loadedfonts

    font = loadedfonts["default"]
    signs = {sign for text in fromstring(mathml).itertext() for sign in text if not sign.isspace()}
    return "".join(sorted(sign for sign in signs if font.glyphindex(sign) == 0))


def _outline(element: Element) -> str:
    """A glyph, or a rule, as the data of a path."""
    if element.tag == "path":
        return element.get("d", "").strip()
    if element.tag == "rect":
        x, y, width, height = (element.get(name, "0") for name in ("x", "y", "width", "height"))
        return f"M {x} {y} h {width} v {height} h -{width} Z"
    return ""


def _prepared(math: Element) -> Element:
    """A formula as ziamath sets it as it should be: forms and white are told, names are texts."""
    made = deepcopy(math)
    made.tag = "math"
    _prepare(made, in_script=False)
    return made


def _prepare(parent: Element, *, in_script: bool) -> None:
    _part_operators(parent)
    children = list(parent)
    for number, child in enumerate(children):
        scripted = in_script or (parent.tag in SCRIPTS and number > 0)
        if child.tag == "mo":
            child.text = _stretched(child, parent)
            in_row = parent.tag not in SCRIPTS or number == 0
            beside = children if in_row and parent.tag not in SCRIPTS else [child]
            _set_operator(child, beside, number if len(beside) > 1 else 0, is_tight=scripted)
        elif child.tag == "mspace":
            child.set("width", f"{float(child.get('width', '0em')[:-2]) * EM:.4f}em")
        elif child.tag == "mi" and len(child.text or "") > 1:
            child.tag = "mtext"
        elif child.text == "∇":
            # It is a letter, and ziamath sets white behind it as behind an operator.
            child.tag = "mn"
        elif child.tag == "mi" and not child.get("mathvariant"):
            child.text = SLOPING.get(child.text or "", child.text)
        if child.tag == "mtext":
            child.text = (child.text or "").replace("-", "\u2010")
        if child.tag == "mtable":
            for name in ("columnspacing",):
                spacing = float(child.get(name, "0.8em")[:-2])
                child.set(name, f"{spacing * EM:.3f}em")
            child.set("rowspacing", f"{0.45 * EM:.3f}em")
        _prepare(child, in_script=scripted)


def _part_operators(row: Element) -> None:
    """Set white behind large operators, and at both sides of arrows with words, which ziamath sets close."""
    if row.tag not in ROWS:
        return
    for number in reversed(range(len(row))):
        core = row[number]
        while core.tag in SCRIPTS:
            core = core[0]
        behind = row[number + 1] if number + 1 < len(row) else None
        if core.tag != "mo" or (behind is not None and behind.tag == "mspace"):
            continue
        is_large = core.text in LARGE and behind is not None and behind.text not in OPENED
        is_arrow = core is not row[number] and ARROWS.fullmatch(core.text or "") is not None
        if is_arrow and behind is not None:
            row.insert(number + 1, space(5 / 18))
        elif is_large:
            row.insert(number + 1, space(3 / 18))
        if is_arrow and number:
            row.insert(number, space(5 / 18))


def _set_operator(operator: Element, beside: list[Element], number: int, *, is_tight: bool) -> None:
    """Tell an operator its form, and the white at its sides."""
    from ziamath.operators import get_params

    text = operator.text or ""
    before = beside[number - 1] if number else None
    form = operator.get("form") or _form(text, before, is_last=number == len(beside) - 1)
    if form == "prefix" and text in RELATIONS and len(beside) > 1:
        # What an aligned line begins with stands between two parts.
        form = "infix"
    operator.set("form", form)
    known: dict[str, Any] = get_params(text, "infix")
    for side in ("lspace", "rspace"):
        wanted = operator.get(side)
        width = float(wanted[:-2]) if wanted else _white(text, form, known.get(side, ""), side)
        operator.set(side, f"{0 if is_tight else width * EM:.4f}em")
    if size := operator.get("minsize"):
        for name in ("minsize", "maxsize"):
            operator.set(name, f"{float(size[:-2]) * EM:.3f}em")


def _stretched(operator: Element, parent: Element) -> str:
    """The sign of an operator that ziamath stretches, or that is as long as what it stands below."""
    text = operator.text or ""
    if operator.get("stretchy") != "true" or parent.tag not in ("mover", "munder", "munderover"):
        return text
    return LONG.get(text, text)


def _white(text: str, form: str, known: str, side: str) -> float:
    if form != "infix" or (text in OPENING + CLOSING + BARS and text not in "∣∥"):
        return 0.0
    if text in ",;":
        return 3 / 18 if side == "rspace" else 0.0
    if text in ORDINARY:
        return 0.0
    if text in BINARY:
        return WIDTHS["mediummathspace"]
    is_relation = (text in RELATIONS and text != ":") or (ARROWS.match(text) and text not in "↑↓")
    return WIDTHS["thickmathspace"] if is_relation else WIDTHS.get(known, 0.0)


def _form(text: str, before: Element | None, *, is_last: bool) -> str:
    if text in OPENING or before is None:
        return "prefix"
    if text in CLOSING or text == "!":
        return "postfix"
    return "postfix" if is_last and text not in "=<>+−" else "infix"
