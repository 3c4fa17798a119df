"""Which note a mark means.

In:  the name that a mark has, and the notes that there are by their names.
Out: the name of the note.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from issuebrief.markdown_body.blocks.notes import Definition


class NamedNotes(dict[str, "Definition"]):
    """The definitions of notes by their names."""

    @cached_property
    def _folded(self) -> dict[str, str]:
        """Names by their small letters; empty where two have the same."""
        found: dict[str, str] = {}
        for name in self:
            folded = name.casefold()
            found[folded] = "" if folded in found else name
        return found

    def meant(self, name: str) -> str:
        """The name of the note that a mark means: its own or, failing that, the one that differs in case."""
        return name if name in self else self._folded.get(name.casefold(), "") or name
