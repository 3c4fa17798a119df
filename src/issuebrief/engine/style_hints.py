"""What to write instead of CSS that the layout engine does not know.

In:  a declaration or a rule, as a message quotes it.
Out: how to get there otherwise.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache

from weasyprint.css.properties import KNOWN_PROPERTIES
from weasyprint.css.validation.expanders import EXPANDERS

from issuebrief.diagnostics.model import hint_of

PROPERTIES = frozenset({*KNOWN_PROPERTIES, *EXPANDERS})
AT_RULES = (
    "@charset", "@color-profile", "@counter-style", "@font-face", "@import", "@layer", "@media", "@page",
)  # fmt: skip
ANYTHING = "look up the property and its values, or delete the line"
INSTEAD: tuple[tuple[str, str], ...] = (
    (r"text-wrap(-style)?: *balance", "write --rag: balance, which makes lines equally long"),
    (
        r"text-wrap|text-justify|line-break|hyphenate-limit-lines",
        "remove it: lines are broken by --compose, --rag and --tolerance",
    ),
    (r"text-autospace", "write --autospace: 0em for no white beside Chinese and Japanese letters"),
    (r"text-spacing", "remove it: the white between marks of Chinese and Japanese is left out"),
    (r"hanging-punctuation", "write --hanging: 1, which lets marks hang out of the column"),
    (
        r"initial-letter",
        "let ::first-letter float: left, with a font-size, and a line-height of whole grid lines",
    ),
    (r"color-mix\(|: *rgb\(from|relative", "write the colour that comes of it, such as #12304f"),
    (r"conic-gradient\(|gradient\(in ", "use a linear or radial gradient without “in”, or a picture"),
    (r"text-shadow", "remove it; a colour or a weight of its own sets words apart, too"),
    (r"backdrop-filter", "remove it; a background such as rgb(255 255 255 / 0.8) shows what lies behind"),
    (
        r"filter|blend-mode|mask|clip-path|shape-outside|isolation",
        "make it a part of the picture, or remove it",
    ),
    (r"aspect-ratio", "give the height beside the width, or object-fit"),
    (
        r"position: *sticky",
        "use position: running(…) and a margin box of @page for what appears on every page",
    ),
    (r"(fit|max|min)-content", "use a length, a percentage, or display: inline-block"),
    (r"^(rotate|scale|translate):", "write it as transform: rotate(…), scale(…) or translate(…)"),
    (r"rotate[XYZ3]|perspective|matrix3d", "transform in two dimensions: a page is flat"),
    (r"display: *contents", "give the rule to the elements inside"),
    (
        r"line-height-step|text-box|leading-trim",
        "use --snap: grid, which rounds the height of a block up to grid lines",
    ),
    (
        r"font-optical-sizing|font-synthesis|font-palette|font-size-adjust",
        "declare the face that is meant with @font-face",
    ),
    (r"letter-spacing: *[\d.]+%", "give it in em: 5% is 0.05em"),
    (r"writing-mode", "turn the box with transform: rotate(90deg)"),
    (r"^all:|^zoom:|contain|print-color-adjust|accent-color", "remove it: it has no effect on paper"),
    (r"@supports|@container|@scope|@layer", "write its rules without it: there is only one layout engine"),
    (r"@keyframes|@starting-style", "remove it: nothing moves on paper"),
    (r"@property", "declare the token on :root"),
    (r"media type", "write @media print, without conditions, or no @media at all"),
    (r"!\s*import(?!ant)", "write !important"),
    (r"::selection|:hover|:focus", "remove it: it has no effect on paper"),
)
"""What is looked for, and what is to be written instead."""
UNITS = {
    *("px", "pt", "pc", "mm", "cm", "in", "q", "em", "rem", "ex", "rex", "ch", "rch", "ic", "ric", "cap"),
    *("rcap", "lh", "rlh", "vw", "vh", "vi", "vb", "vmin", "vmax", "deg", "rad", "grad", "turn", "fr"),
    *("dpi", "dpcm", "dppx", "x", "e"),
}
WORDS = {
    "display": "block inline inline-block flex grid flow-root list-item table none",
    "position": "static relative absolute fixed",
    "float": "left right none footnote",
    "clear": "left right both none",
    "text-align": "left right center justify",
    "vertical-align": "baseline top middle bottom sub super",
    "text-transform": "uppercase lowercase capitalize none",
    "white-space": "normal nowrap pre pre-wrap pre-line",
    "font-style": "normal italic oblique",
    "font-weight": "normal bold 400 600 700",
    "hyphens": "auto manual none",
    "overflow": "visible hidden",
    "visibility": "visible hidden",
    "break-before": "auto avoid page column",
    "break-after": "auto avoid page column",
    "break-inside": "auto avoid",
    "column-span": "all none",
    "object-fit": "fill contain cover none",
    "box-sizing": "content-box border-box",
}
"""Words that a property can be, those that a brief has use for."""
NUMBER_WITH_UNIT = re.compile(r"(?<![\w#.-])[-+]?\d*\.?\d+([A-Za-z]+)")
SPLIT_UNIT = re.compile(r"(?<![\w#.])\d*\.?\d+\s+(?:px|pt|pc|mm|cm|in|em|rem)\b")
TIGHT_SUM = re.compile(r"(?:calc|min|max|clamp)\([^()]*[\w)%](?:\+|-(?=[\d.]))")
BARE_NUMBER = re.compile(r"(?<![\w.#-])-?(?:[1-9]\d*\.?\d*|0?\.\d+)(?![\w.%])")
LENGTH_NAME = re.compile(
    r"^(margin|padding|border|width|height|(min|max)-|top|right|bottom|left|inset|gap|row-gap|column-(gap|width|rule)"
    r"|text-indent|font-size|letter-spacing|word-spacing|outline|line-height)"
)
"""The properties whose numbers are lengths."""


def instead_of(quoted: str) -> str:
    """What to write instead of a declaration, a selector or a rule."""
    known = (hint for pattern, hint in INSTEAD if re.search(pattern, quoted))
    return next(known, "") or hint_of(_meant(quoted), _of_value(quoted) or ANYTHING)


def unprefixed(declaration: str) -> str:
    """What to write instead of a property that is a browser's own."""
    name, _, value = declaration.partition(":")
    plain = re.sub(r"^-[a-z]+-", "", name.strip().lower())
    is_known = plain in PROPERTIES and not any(re.search(pattern, plain) for pattern, _ in INSTEAD)
    return f"write {plain}: {value.strip()}" if is_known else instead_of(plain)


def _of_value(quoted: str) -> str:
    """What is amiss with a value, as far as it shows; empty where it does not."""
    name, _, value = quoted.partition(":")
    name, value = name.strip().lower(), value.strip()
    if name not in PROPERTIES:
        return ""
    if not value:
        return "write a value after the colon, or delete the line"
    units = (found for found in NUMBER_WITH_UNIT.findall(value) if found.lower() not in UNITS)
    if unit := next(units, ""):
        near = get_close_matches(unit.lower(), sorted(UNITS), 1, 0.5)
        return f"there is no unit {unit}" + (f": did you mean {near[0]}?" if near else "")
    if SPLIT_UNIT.search(value):
        return "write the unit right after the number: 3pt, not 3 pt"
    if TIGHT_SUM.search(value.replace("/**/", "")):
        return "write spaces around + and -: calc(1px + 2px)"
    if ": " in value:
        return "write ; between two declarations"
    if re.search(r"(rotate|skew[XY]?)\(\s*-?[\d.]+\s*\)", value):
        return "give the angle its unit: rotate(90deg)"
    if LENGTH_NAME.search(name) and re.search(r"(?<![\w.])-\.?\d", value):
        return "write 0 or more: it cannot be negative"
    if LENGTH_NAME.search(name) and BARE_NUMBER.search(value):
        return "give the number its unit, such as 3pt or 2mm"
    if words := WORDS.get(name):
        near = get_close_matches(value, words.split(), 1, 0.7)
        return f"did you mean {near[0]}?" if near else f"write one of: {', '.join(words.split())}"
    if "color" in name:
        return "write # and 3 or 6 digits, such as #12304f, or a name such as navy"
    return ""


def _meant(quoted: str) -> str:
    """The property or the rule that may be meant, as a question; empty where nothing comes near."""
    if at_rule := re.search(r"<AtRule (@[\w-]+)", quoted):
        near = get_close_matches(at_rule[1], AT_RULES, 1, 0.7)
        return f"did you mean {near[0]}?" if near else ""
    name = quoted.partition(":")[0].strip().lower()
    nearest = "" if name in PROPERTIES else _nearest_property(name)
    return f"did you mean {nearest}?" if nearest else ""


@lru_cache(maxsize=256)
def _nearest_property(name: str) -> str:
    """The property whose name is most like another, if any is; a sheet has the same slip again and again."""
    return next(iter(get_close_matches(name, sorted(PROPERTIES), 1, 0.7)), "")
