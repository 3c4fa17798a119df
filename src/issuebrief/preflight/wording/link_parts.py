"""What stands in the brackets of links and pictures.

In:  nothing.
Out: patterns of addresses, of titles, of alternative texts.
"""

from __future__ import annotations

ADDRESS = (
    r"(?:<[^<>\n]*>|(?:[^()\s\\]|\\.|\((?:[^()\s\\]|\\.)*\))*"
    r"|#[^()\n\"'<>]*"
    # The name of a file, with spaces in it.
    r"|[^()<>\s\\\"'][^()<>\n\\\"']*\.\w{2,5}(?=[\s)]))"
)
TITLE = r"(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?"
ALTERNATIVE = r"(?:[^\[\]]|\[(?:[^\[\]]|\[[^\[\]]*\])*\])*"
