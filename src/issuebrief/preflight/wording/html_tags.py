"""Tags of HTML in a manuscript, as patterns.

In:  nothing; a match of a tag.
Out: the patterns of tags; whether a tag is markup, or words in angle brackets, which are printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.markdown_body.normalise.plain_signs import ELEMENTS

if TYPE_CHECKING:
    import re

TAG = r"</?(?P<name>[a-zA-Z][\w:-]*)(?:\s(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)?/?>"
BLOCK_TAG = rf"(?=</?(?:li|t[dhr]|d[dt]|caption|figcaption|summary)\b|</p>[ \t]*<p\b){TAG}"
"""Tags at which something else begins, those between two paragraphs on a line among them."""


def is_known(tag: re.Match[str]) -> bool:
    """Whether HTML has an element of the name of a tag; word processors give theirs a prefix."""
    return tag["name"].lower() in ELEMENTS or ":" in tag["name"]
