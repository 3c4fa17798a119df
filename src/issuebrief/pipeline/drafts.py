"""A rule for files that are printed many times: no draft is.

In:  the front matter of a brief, and its source.
Out: a problem where the brief is a draft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.diagnostics.codes import CODES
from issuebrief.diagnostics.model import Diagnostic, diagnostic
from issuebrief.frontmatter.read import locate

if TYPE_CHECKING:
    from issuebrief.frontmatter.model import Brief
    from issuebrief.frontmatter.source import Source


def inspect_draft(brief: Brief, source: Source) -> tuple[Diagnostic, ...]:
    """What keeps a brief from the press because it is not final."""
    if not brief.draft:
        return ()
    place = locate(source, "draft")
    message = "the brief is a draft, and each page for the press would say so"
    hint = (
        "remove draft: true once the text is final; "
        'to print proofs, write in issuebrief.toml:\n[preflight]\n"press.draft" = "warning"'
    )
    code = "press.draft"
    return (diagnostic(CODES[code].severity, code, message, place, hint, source.line(place.line)),)
