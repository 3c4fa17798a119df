"""What the editions of a brief say of each other.

In:  nothing; `read_editions.py` fills it.
Out: `Edition`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Edition:
    """One edition: its language, what that is called in itself, its title, and where it is to be found.

    `address` is what the brief says of its web page's; `file` is the name that the deliverables of all have
    in common with those of this one, without their ending.
    """

    lang: str
    language: str
    title: str
    address: str
    file: str
    is_original: bool
    is_this: bool
    doi: str = ""
