"""What can be done in the theme panel, as the browser sends it.

In:  JSON of one of these forms, by the last part of the address.
Out: what was asked for is done; and an answer, where there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from issuebrief.preview.theme_panel.model import PickQuestion, UseQuestion

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from issuebrief.preview.theme_panel.panel import ThemePanel

LONGEST_NAME = 40


class PanelForm(msgspec.Struct, forbid_unknown_fields=True):
    """Anything that is done in the panel; nothing but that it is."""


class PanelOpening(PanelForm):
    """The panel was opened or closed in a window, which has a name of its own."""

    name: str = ""
    open: bool = True


class TokenChange(PanelForm):
    """Another value of a token, or none to take it back; `goes_on` while a slider is still held."""

    token: str
    value: str | None = None
    goes_on: bool = False


class PlaceAsked(PanelForm):
    """A point of a page, in points from its top left corner, and how many elements up from there."""

    page: int
    x: float
    y: float
    up: int = 0


class TokenAsked(PanelForm):
    """A token by its name."""

    token: str


async def _open(panel: ThemePanel, wanted: PanelOpening) -> None:
    name = wanted.name[:LONGEST_NAME]
    if wanted.open:
        panel.come(name)
    else:
        panel.go(name)


async def _change(panel: ThemePanel, wanted: TokenChange) -> None:
    panel.change(wanted.token, wanted.value, goes_on=wanted.goes_on)


async def _undo(panel: ThemePanel, _wanted: PanelForm) -> None:
    panel.undo()


async def _redo(panel: ThemePanel, _wanted: PanelForm) -> None:
    panel.redo()


async def _discard(panel: ThemePanel, _wanted: PanelForm) -> None:
    panel.discard()


async def _save(panel: ThemePanel, _wanted: PanelForm) -> object:
    file = panel.look.file if panel.look else ""
    fault = panel.save()
    return {"message": fault[0], "hint": fault[1]} if fault else {"saved": file}


async def _pick(panel: ThemePanel, wanted: PlaceAsked) -> object:
    return {"picked": await panel.ask(PickQuestion(wanted.page, wanted.x, wanted.y, max(wanted.up, 0)))}


async def _where(panel: ThemePanel, wanted: TokenAsked) -> object:
    return {"used": await panel.ask(UseQuestion(wanted.token))}


ACTS: dict[str, tuple[type[PanelForm], Callable[[ThemePanel, Any], Awaitable[object]]]] = {
    "open": (PanelOpening, _open),
    "change": (TokenChange, _change),
    "undo": (PanelForm, _undo),
    "redo": (PanelForm, _redo),
    "discard": (PanelForm, _discard),
    "save": (PanelForm, _save),
    "pick": (PlaceAsked, _pick),
    "where": (TokenAsked, _where),
}
"""The form of each act, and the act, by the last part of its address."""
