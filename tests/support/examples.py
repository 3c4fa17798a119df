"""How many examples of a law are tried.

In:  the profile of Hypothesis, which `make test` chooses, and how many examples show a law well.
Out: all of them; with the profile `some` a quarter, and never fewer than ten.
"""

from __future__ import annotations

from hypothesis import settings

SOME = "some"
"""The profile of `make test`."""
LEAST, PART = 10, 4


def examples(number: int, profile: str | None = None) -> int:
    """So many examples of a law as the profile, by default the one in force, wants of this number."""
    chosen = profile or settings.get_current_profile_name()
    return max(min(number, LEAST), number // PART) if chosen == SOME else number
