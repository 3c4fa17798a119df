"""The theme panel, in the process that answers the browser: who has it open, what is tried, what is asked.

In:  what is done in the panel; answers of the process that has the pages.
Out: changes to be tried, questions to be asked, one after the other; and what open pages are told.

As long as nobody opens the panel there is nothing to ask and nothing to try.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from issuebrief.preview.theme_panel.history import History
from issuebrief.preview.theme_panel.model import LookQuestion, ThemeLook
from issuebrief.preview.theme_panel.save import save_draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from issuebrief.preview.theme_panel.model import Changes, PanelAnswer, Question

UNTOLD = ("draft", "files")
"""What of a look the browser does not need."""
MOST_WAITING = 20
"""So many questions wait at most; of more the oldest are not answered."""
STILL = ("the last change is still being looked at: nothing was saved", "save again in a moment")
NOTHING = ("there is nothing to save", "change a token first")


class ThemePanel:
    """What is tried on themes, by their names, and how the theme looked when it was last asked for."""

    def __init__(self, workplace: Path, tell: Callable[[str, object], None], ask: Callable[[], None]) -> None:
        self._workplace, self._tell, self._ask = workplace, tell, ask
        self._windows: set[str] = set()
        self._histories: dict[str, History] = {}
        self._shown: tuple[tuple[str, str], ...] = ()
        self._waiting: list[tuple[Question, asyncio.Future[PanelAnswer] | None]] = []
        self.look: ThemeLook | None = None

    @property
    def changes(self) -> Mapping[str, Changes]:
        """What is tried on each theme."""
        return {theme: history.now for theme, history in self._histories.items() if history.now}

    @property
    def question(self) -> Question | None:
        """What is to be asked next."""
        return self._waiting[0][0] if self._waiting else None

    @property
    def history(self) -> History:
        """What is tried on the theme that is shown."""
        return self._histories.get(self.look.theme, History()) if self.look else History()

    def now(self) -> object:
        """What an open page is told: the theme, and whether there are steps to undo or to do again."""
        if self.look is None:
            return None
        history = self.history
        shown = (name for name in self.look.__dataclass_fields__ if name not in UNTOLD)
        return {
            "look": {name: getattr(self.look, name) for name in shown},
            "undo": bool(history.past),
            "redo": bool(history.future),
        }

    def standing(self) -> Iterator[tuple[str, object]]:
        """What a page that has just been opened is told where changes are tried: it shows these."""
        if self.changes:
            yield "theme", self.now()

    def path_of(self, file: str) -> Path | None:
        """The path of one of the house's own files that the panel names; None for any other."""
        return dict(self.look.files).get(file) if self.look else None

    def come(self, window: str) -> None:
        """The panel was opened in a window."""
        self._windows.add(window)
        if self.look:
            self._tell("theme", self.now())
        self._look()

    def go(self, window: str) -> None:
        """The panel or its window was closed; what is tried stays tried."""
        self._windows.discard(window)

    def change(self, token: str, value: str | None, *, goes_on: bool = False) -> None:
        """Try another value of a token, or take it back."""
        self._take(self.history.changed(token, value and " ".join(value.split()), goes_on=goes_on))

    def undo(self) -> None:
        """Take the last step back."""
        self._take(self.history.undone())

    def redo(self) -> None:
        """Do a step again."""
        self._take(self.history.redone())

    def discard(self) -> None:
        """Try nothing more."""
        self._take(self.history.without_any())

    def save(self) -> tuple[str, str] | None:
        """Write what is tried into the theme; a message and a hint where it was not."""
        look = self.look
        if look is None or look.draft is None:
            return (look.unsaved, "") if look and look.unsaved else NOTHING
        if look.changes != self.history.now:
            return STILL
        if fault := save_draft(look.draft, self._workplace):
            self._look()
            return fault
        bad = {fault.token for fault in look.faults}
        left = tuple(change for change in look.changes if change[0] in bad)
        self._histories[look.theme] = History(left)
        self._shown = ()
        self._look()
        return None

    def revised(self) -> None:
        """The brief was set again, or could not be: the files may say something else."""
        if self._windows:
            self._wonder()

    def answered(self, question: Question, answer: PanelAnswer) -> bool:
        """Take the answer to a question; whether the pages are older than what is tried."""
        found = next((waiting for waiting in self._waiting if waiting[0] == question), None)
        if found is None:
            return False
        self._waiting.remove(found)
        if found[1] and not found[1].done():
            found[1].set_result(answer)
        if not isinstance(question, LookQuestion):
            return False
        self.look = answer if isinstance(answer, ThemeLook) else None
        self._tell("theme", self.now())
        if self.look and self.look.changes != self.history.now:
            self._wonder()  # something was changed since it was asked
            return False
        taken = self._taken()
        is_old, self._shown = taken != self._shown, taken
        return is_old

    def unanswered(self) -> None:
        """Nobody answers any more."""
        waiting, self._waiting = self._waiting, []
        for _, future in waiting:
            if future and not future.done():
                future.set_result(None)

    async def ask(self, question: Question) -> PanelAnswer:
        """The answer to a question; None where there is none."""
        if len(self._waiting) >= MOST_WAITING:
            return None
        future: asyncio.Future[PanelAnswer] = asyncio.get_running_loop().create_future()
        self._waiting.append((question, future))
        self._ask()
        return await future

    def _take(self, history: History) -> None:
        if self.look and history is not self.history:
            self._histories[self.look.theme] = history
            self._look()

    def _look(self) -> None:
        """Have the look asked for at once."""
        self._wonder()
        self._ask()

    def _wonder(self) -> None:
        """Have the look asked for when there is time, and once."""
        if not any(isinstance(question, LookQuestion) for question, _ in self._waiting):
            self._waiting.insert(0, (LookQuestion(), None))

    def _taken(self) -> Changes:
        """What is tried and is no mistake, with the theme's name: the pages are to show it."""
        if self.look is None:
            return ()
        bad = {fault.token for fault in self.look.faults}
        taken = tuple(change for change in self.look.changes if change[0] not in bad)
        return (("theme", self.look.theme), *taken) if taken else ()
