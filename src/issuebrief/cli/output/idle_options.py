"""Options that are typed where they would do nothing.

In:  what was typed for some options, by their names, and why they would do nothing.
Out: nothing, where none was typed; else a `WrongUsage` that names all that were.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.project.workspace import WrongUsage

if TYPE_CHECKING:
    from collections.abc import Mapping


def idle(typed: Mapping[str, object]) -> str:
    """The names of the options that were typed, and the verb for them; nothing where none was."""
    names = [name for name, value in typed.items() if value]
    return f"{' and '.join(names)} {'is' if len(names) == 1 else 'are'}" if names else ""


def refuse_idle(typed: Mapping[str, object], purpose: str, hint: str) -> None:
    """Raise `WrongUsage` if any of the options was typed; `purpose` says what they are for."""
    if names := idle(typed):
        raise WrongUsage(f"{names} {purpose}", hint)
