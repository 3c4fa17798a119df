r"""Formulas where none can be set: in titles and names.

In:  nothing.
Out: what is looked for, as data. A dollar sign before a sum is prose.
"""

from __future__ import annotations

import re

from issuebrief.markdown_body.lint.foreign_kind import Foreign
from issuebrief.markdown_body.source.gated_patterns import GatedPattern

MATHS = re.compile(r"\\[A-Za-z]+|[\^_=+<>{}|≤≥±×÷∑∫√]")
SYMBOL = re.compile(r"[A-Za-z]|\d*[A-Za-zα-ωΑ-Ω]\d*|\d+[.,]?\d*\s*[*/-]\s*[\w.]+")


def _is_formula(match: re.Match[str]) -> bool:
    inner = match["inner"].strip()
    return bool(MATHS.search(inner) or SYMBOL.fullmatch(inner))


def _is_escaped_formula(match: re.Match[str]) -> bool:
    """Whether brackets behind backslashes hold a formula; in square ones an editor's [I]n is none."""
    inner = match["inner"] or match["block"]
    return bool(
        re.search(r"\\[A-Za-z]+|\^|=|\w_\w", inner) or re.fullmatch(r"\s*[A-Za-z]\s*", match["inner"] or "")
    )


NO_FORMULA = "{} is a formula, and none can be set here"
FORMULA = "write it in words and signs, such as *E* = *mc*^2^, or move it to the abstract or the text"

FORMULAS = (
    Foreign(
        "markup.formula",
        GatedPattern(("$$",), r"(?<!\\)\$\$(?P<inner>(?:[^$\n]|\n(?![ \t]*\n))+?)\$\$"),
        NO_FORMULA,
        FORMULA,
    ),
    Foreign(
        "markup.formula",
        GatedPattern(("$",), r"(?<![\\$\w])\$(?P<inner>[^\s$](?:[^$\n]{0,200}?[^\s$\\])?)\$(?![\d$\w])"),
        NO_FORMULA,
        FORMULA + r"; write an intended dollar sign as \$",
        _is_formula,
    ),
    Foreign(
        "markup.formula",
        GatedPattern(
            ("\\)", "\\]"), r"\\\((?P<inner>[^()\n]{1,200}?)\\\)|\\\[(?P<block>[^\[\]]{1,400}?)\\\]"
        ),
        NO_FORMULA,
        FORMULA,
        _is_escaped_formula,
    ),
)
"""Formulas; in the text they are taken out before anything is looked for."""
