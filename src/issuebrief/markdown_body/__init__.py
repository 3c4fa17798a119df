"""Write up: from a brief's Markdown to the HTML of its body.

In:  a `Source` and the `Brief` that its front matter gave.
Out: a `Body` (the text as HTML, the notes, the pull-quotes) and problems with their lines.
"""

from __future__ import annotations

from issuebrief.markup.body import Body, Note, PullQuote
from issuebrief.markup.compose import write_up
from issuebrief.markup.fields import inline, plain

__all__ = ["Body", "Note", "PullQuote", "inline", "plain", "write_up"]
