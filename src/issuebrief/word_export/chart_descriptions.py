"""What charts are described with in a Word file, where the words are made of the data.

In:  a chart as its author was given it and as it came back, both as pictures, and its block in the brief.
Out: the chart that came back, described as it was before, and both descriptions where they differ: no words
     of the block can be changed for them.
"""

from __future__ import annotations

import re

MADE_OF_DATA = (
    "the author changed what describes a chart, which is made of its data (write alt: for other words)"
)
CHART = re.compile(r"[ \t>]*(?:`{3,}|~{3,})\s*\{?\s*\.?chart", re.IGNORECASE)
OWN_WORDS = re.compile(r"^[ \t>]*alt:", re.MULTILINE)
"""The key of a chart with an alternative text of the brief's own."""
PICTURE = re.compile(r"!\[((?:[^\]\\]|\\.)*)\]")


def without_made_words(given: str, sent: str, block: str) -> tuple[str, tuple[str, str]]:
    """The picture that was sent, with the words that it was given with; and both, where they differ."""
    before, after = PICTURE.search(given), PICTURE.search(sent)
    is_made = bool(CHART.match(block)) and not OWN_WORDS.search(block)
    if not is_made or before is None or after is None or before[1] == after[1]:
        return sent, ("", "")
    return f"{sent[: after.start(1)]}{before[1]}{sent[after.end(1) :]}", (before[1], after[1])
