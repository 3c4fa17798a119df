"""Which note a mark means.

In:  the name that a mark has, and the names of the notes that there are.
Out: the name of the note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection


def id_among(name: str, known: Collection[str]) -> str:
    """The name of the note that a mark means: its own or, failing that, the one that differs in case."""
    if name in known:
        return name
    alike = [other for other in known if other.casefold() == name.casefold()]
    return alike[0] if len(alike) == 1 else name
