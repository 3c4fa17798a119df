"""What a code means, as a piece of HTML for the preview page.

In:  a code.
Out: HTML, or nothing where there is no such code.
"""

from __future__ import annotations


def explained(code: str) -> str:
    """The section of docs/problems.md about a code."""
    from issuebrief.diagnostics.explain import explanation

    found = explanation(code)
    return found.html if found else ""
