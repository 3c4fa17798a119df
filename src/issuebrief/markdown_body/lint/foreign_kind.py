"""A kind of syntax that is written for another program.

In:  nothing.
Out: `Foreign`, and the hint that fits most of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Severity

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from issuebrief.markdown_body.source.gated_patterns import GatedPattern

PLAIN_MARKDOWN = "write it in Markdown, or remove it"


@dataclass(frozen=True)
class Foreign:
    """A kind of foreign syntax: how it is found, what is said of it, and whether a match is meant.

    Where the pattern has a group named `box`, that alone is told.
    """

    code: str
    pattern: GatedPattern
    message: str
    hint: str
    meant: Callable[[re.Match[str]], bool] = bool
    severity: Severity = Severity.ERROR
