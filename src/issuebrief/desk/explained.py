"""What a code means, as a piece of HTML for the desk's page.

In:  a code.
Out: HTML, or nothing where there is no such code.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any


def explained(code: str) -> str:
    """The section of docs/problems.md about a code."""
    if find_spec("issuebrief.explaining") is None:
        return ""
    explanation: Any = import_module("issuebrief.explaining").explanation(code)
    if explanation is None:
        return ""
    return str(explanation.as_html())
