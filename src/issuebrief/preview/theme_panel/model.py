"""What the theme panel shows, as values.

In:  nothing; these are the shapes that `look.py`, `pick.py` and `usage.py` fill and the browser is told.
Out: `ThemeLook` and its parts, `Picked`, `Used`; `Question`s that the panel puts to the process which has the
     pages. All are frozen and travel from process to process. Lengths are points from the top left corner of
     a page, pages count from 0, lines from 1; files are named from the folder that a user works in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Changes = tuple[tuple[str, str], ...]
"""Design tokens with the values that they are to have, in the order in which they were first changed."""


class Control(StrEnum):
    """What a value is changed by."""

    COLOUR = "colour"
    LENGTH = "length"
    GRID = "grid"
    NUMBER = "number"
    WORD = "word"
    FACE = "face"
    TEXT = "text"


@dataclass(frozen=True)
class Scale:
    """A number with its unit, and how far and in what steps it can sensibly be moved.

    `form` is how it is written back, with `{}` for the number.
    """

    number: float
    least: float
    most: float
    step: float
    unit: str
    form: str


@dataclass(frozen=True)
class TokenFault:
    """Why a value is not taken, and what mends it."""

    token: str
    value: str
    message: str
    hint: str


@dataclass(frozen=True)
class TokenRow:
    """A token: its value as written and as it comes out, how it is changed, and where it is declared.

    `saved` is the value in the files, where that is another. `held` says why the theme's value does not
    count, or why it is not to be changed; such a token has no control.
    """

    name: str
    value: str
    comes_to: str
    control: Control
    origin: str
    file: str
    line: int
    saved: str | None = None
    scale: Scale | None = None
    colour: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    """Values to choose from, each with its name."""
    held: str = ""


@dataclass(frozen=True)
class TokenGroup:
    """Tokens of one concern, as the comments of `tokens.css` part them."""

    name: str
    about: str
    tokens: tuple[TokenRow, ...]


@dataclass(frozen=True)
class Legibility:
    """A colour of text on a paper: their contrast (1 to 21, WCAG 2.2), and whether small text can be read."""

    text: str
    paper: str
    ratio: float
    passes: bool


@dataclass(frozen=True)
class SheetDraft:
    """What the theme's own sheet is to say.

    `before` is what its file holds, byte by byte; None where it is yet to be made.
    """

    path: Path
    before: bytes | None
    after: bytes

    @property
    def text(self) -> str:
        """The text, as style sheets are read."""
        return self.after.decode("utf-8-sig")


@dataclass(frozen=True)
class ThemeLook:
    """A theme with the changes that are tried: what the panel shows.

    `file` is where they are saved, which is to be made where it `is_new`; `unsaved` says why they cannot be.
    `diff` is what saving changes. `legibility` is that of the changed theme.
    """

    theme: str
    groups: tuple[TokenGroup, ...]
    legibility: tuple[Legibility, ...]
    file: str
    is_new: bool
    unsaved: str = ""
    faults: tuple[TokenFault, ...] = ()
    diff: tuple[str, ...] = ()
    changes: Changes = ()
    draft: SheetDraft | None = field(default=None, repr=False)
    files: tuple[tuple[str, Path], ...] = field(default=(), repr=False)
    """The house's own files that are named, each with its path."""


@dataclass(frozen=True)
class Area:
    """A rectangle on a page."""

    page: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class AppliedProperty:
    """A property of a rule that applies to an element; `tokens` are those that its value comes from.

    It `wins`, or another rule counts instead.
    """

    name: str
    value: str
    wins: bool
    tokens: tuple[str, ...] = ()


@dataclass(frozen=True)
class AppliedRule:
    """A rule that applies to an element: its selector, where it stands, what it says.

    `inherited` names the element around it whose rule it is, for what is handed down.
    """

    selector: str
    file: str
    line: int
    origin: str
    properties: tuple[AppliedProperty, ...]
    inherited: str = ""


@dataclass(frozen=True)
class Picked:
    """An element of a page: what it is, where it stands, its tokens and its rules, the strongest first.

    `line` is that of the brief's file; 0 where a template made it. `areas` are all its pieces.
    """

    tag: str
    classes: tuple[str, ...]
    line: int
    tokens: tuple[str, ...]
    rules: tuple[AppliedRule, ...]
    areas: tuple[Area, ...]
    around: tuple[str, ...] = ()
    """The elements around it, the innermost first."""


@dataclass(frozen=True)
class Used:
    """Where a token has a say: areas of pages, and the properties.

    There are `total` areas, of which the first are given. `by_program`: the program reads it, too.
    """

    token: str
    areas: tuple[Area, ...]
    properties: tuple[str, ...]
    by_program: bool = False
    total: int = 0


@dataclass(frozen=True)
class LookQuestion:
    """The question how the theme looks with the changes."""


@dataclass(frozen=True)
class PickQuestion:
    """The question what stands at a place, or so many elements `up` from it, and what made it."""

    page: int
    x: float
    y: float
    up: int = 0


@dataclass(frozen=True)
class UseQuestion:
    """The question where a token is used."""

    token: str


Question = LookQuestion | PickQuestion | UseQuestion
PanelAnswer = ThemeLook | Picked | Used | None
