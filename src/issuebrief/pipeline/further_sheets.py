"""The style sheets that only some briefs need.

In:  a brief and its text.
Out: the names of style sheets, beside those that every theme has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.formulas.find_formulas import find_formulas
from issuebrief.publication import SHEET as OF_PUBLICATION
from issuebrief.publication import states

if TYPE_CHECKING:
    from issuebrief.frontmatter.model import Brief

OF_FORMULAS = "formulas.css"


def further_sheets(brief: Brief, text: str) -> tuple[str, ...]:
    """The sheets for what a brief states of its publication, and for formulas in its text."""
    stated = (OF_PUBLICATION,) if states(brief) else ()
    return (*stated, *((OF_FORMULAS,) if find_formulas(text)[0] else ()))
