"""A kind of thing that is left over in a text, or slipped into it.

In:  nothing.
Out: `Leftover`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Callable


def _always(match: re.Match[str], lang: str) -> bool:
    return True


@dataclass(frozen=True)
class Leftover:
    """How it is found, what is said of it, and whether a match is one in a language."""

    code: str
    pattern: re.Pattern[str]
    message: str
    hint: str
    is_one: Callable[[re.Match[str], str], bool] = _always
