"""What a rule of the house style finds.

In:  nothing.
Out: `StyleFinding`, a value, and the shape of a rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from issuebrief.house_style.prose import Prose
    from issuebrief.house_style.settings.shapes import HouseStyle


@dataclass(frozen=True)
class StyleFinding:
    """Something that the house wants otherwise: what is typed between two offsets of the file.

    Where it can be mended without judgement, `mend` is what the house writes there.
    """

    code: str
    message: str
    start: int
    end: int
    hint: str = ""
    mend: str | None = None


StyleRule = Callable[["Prose", "HouseStyle"], Iterator[StyleFinding]]
"""Goes through the prose of a brief, in time that grows with its length alone."""
