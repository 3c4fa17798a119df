"""What the command line says, and where it writes it.

In:  what the commands have found and done.
Out: lines for a person at a terminal, bytes for a pipe.
"""

from __future__ import annotations


def counted(number: int, thing: str) -> str:
    """A number with its noun: 1 brief, 2 briefs."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
