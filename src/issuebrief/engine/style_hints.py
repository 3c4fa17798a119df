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
    (r"hanging-punctuation", "write --hanging: 1, which lets marks hang out of the column"),
    (
        r"initial-letter",
        "let ::first-letter float: left, with a font-size, and a line-height of whole grid lines",
    ),
    (r"color-mix\(|: *rgb\(from|relative", "write the colour that comes of it, such as #12304f"),
    (r"conic-gradient\(|gradient\(in ", "use a linear or radial gradient without “in”, or a picture"),
    (
        r"text-shadow|filter|blend-mode|mask|clip-path|shape-outside|isolation",
        "make it a part of the picture, or remove it",
    ),
    (r"aspect-ratio", "give the height beside the width, or object-fit"),
    (
        r"position: *sticky",
        "use position: running(…) and a margin box of @page for what stands on every page",
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


def instead_of(quoted: str) -> str:
    """What to write instead of a declaration, a selector or a rule."""
    known = (hint for pattern, hint in INSTEAD if re.search(pattern, quoted))
    return next(known, "") or hint_of(_meant(quoted), ANYTHING)


def unprefixed(declaration: str) -> str:
    """What to write instead of a property that is a browser's own."""
    name, _, value = declaration.partition(":")
    plain = re.sub(r"^-[a-z]+-", "", name.strip().lower())
    is_known = plain in PROPERTIES and not any(re.search(pattern, plain) for pattern, _ in INSTEAD)
    return f"write {plain}: {value.strip()}" if is_known else instead_of(plain)


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
