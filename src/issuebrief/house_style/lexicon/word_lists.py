"""Lists of words that rules know by themselves.

In:  words with spaces between them.
Out: the same, one by one.
"""

from __future__ import annotations


def listed(*lines: str) -> tuple[str, ...]:
    """The words of some lines."""
    return tuple(word for line in lines for word in line.split())
