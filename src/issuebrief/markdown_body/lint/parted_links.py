"""Links and pictures whose signs stand apart, or the wrong way round, so that they are printed.

In:  nothing.
Out: the kinds, each a warning.
"""

from __future__ import annotations

import re
from functools import partial

from issuebrief.diagnostics.model import Severity
from issuebrief.markdown_body.lint.foreign_kind import Foreign
from issuebrief.markdown_body.source.gated_patterns import GatedPattern

_parted = partial(Foreign, "markup.parted-link", severity=Severity.WARNING)

PARTED_LINKS = (
    _parted(
        GatedPattern(
            (),
            r"!?\[[^\[\]\n]+\][ \t]+\((?:https?://|www\.|\.{0,2}/)?[^()\s]+\.[^()\s]+\)|\([^()\n]+\)\[(?:https?://|www\.)[^\[\]\s]+\]",
        ),
        "{} is printed as typed, and is not a link or picture",
        "write [the words](https://…), with no space between the brackets",
    ),
    _parted(
        GatedPattern(
            (),
            r"!\([^()\n]+\.(?:png|jpe?g|gif|svg|webp|tiff?|pdf)\)|![ \t]+\[[^\[\]\n]+\]\([^()\n]+\)"
            r"|(?<![\]!\\\[])!?\[[^\[\]\n]+\.(?:png|jpe?g|gif|svg|webp|tiff?)\](?![\](\[:{])",
            re.IGNORECASE,
        ),
        "{} is printed as typed, and shows no picture",
        "write ![what it shows](the-file.jpg), with no space between the signs",
    ),
    _parted(
        GatedPattern(("(#",), r"(?<![\]\w])\(#(?:fig|tab|tbl|table|figure|sec|section|note)[-:_][\w-]+\)"),
        "{} is printed as typed, and is not a link",
        "write [](#name), which prints the number, or [the words](#name)",
    ),
)
