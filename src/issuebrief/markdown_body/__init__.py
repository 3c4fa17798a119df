"""Write up: from a brief's Markdown to the HTML of its body.

In:  a `Source` and the `Brief` that its front matter gave.
Out: a `Body` (the text as HTML, the notes, the pull-quotes) and problems with their lines.
"""

from __future__ import annotations

from issuebrief.markdown_body.convert import write_up
from issuebrief.markdown_body.fields import inline, plain
from issuebrief.markdown_body.model import Body, Note, PullQuote

__all__ = ["Body", "Note", "PullQuote", "inline", "plain", "write_up"]
