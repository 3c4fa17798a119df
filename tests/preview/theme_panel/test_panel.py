"""The panel in the server: what is asked, tried and told, one after the other."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from preview_server import alone

from issuebrief.preview.theme_panel.model import LookQuestion, PickQuestion, SheetDraft, ThemeLook, TokenFault
from issuebrief.preview.theme_panel.panel import MOST_WAITING, ThemePanel


class Around:
    """A panel, and what it asks and tells."""

    def __init__(self, workplace: Path = Path("/work")) -> None:
        self.asked = 0
        self.told: list[Any] = []
        self.panel = ThemePanel(workplace, lambda kind, value: self.told.append((kind, value)), self.ask)

    def ask(self) -> None:
        self.asked += 1

    def answer(self, draft: SheetDraft | None = None, faults: tuple[TokenFault, ...] = ()) -> bool:
        changes = self.panel.changes.get("own", ())
        look = ThemeLook("own", (), (), "own.css", False, "", faults, (), changes, draft)
        return self.panel.answered(LookQuestion(), look)


def test_nothing_is_asked_while_nobody_has_it_open() -> None:
    around = Around()
    around.panel.revised()
    around.panel.change("--brand", "red")
    assert (around.panel.question, around.panel.changes, around.asked, around.told) == (None, {}, 0, [])


def test_a_window_that_opens_it_is_told_how_the_theme_looks() -> None:
    around = Around()
    around.panel.come("one")
    assert (around.panel.question, around.asked) == (LookQuestion(), 1)
    assert not around.answer()
    ((kind, value),) = around.told
    assert (kind, value["look"]["theme"], value["undo"], value["redo"]) == ("theme", "own", False, False)
    assert "draft" not in value["look"]
    around.panel.revised()
    assert around.panel.question == LookQuestion()
    around.answer()
    around.panel.go("one")
    around.panel.revised()
    assert around.panel.question is None


def test_pages_are_due_when_what_is_taken_is_other_than_what_they_show() -> None:
    around = Around()
    around.panel.come("one")
    around.answer()
    around.panel.change("--brand", " red ")
    assert around.panel.changes == {"own": (("--brand", "red"),)}
    assert around.answer()
    assert not around.answer()
    around.panel.change("--grid", "big")
    assert not around.answer(faults=(TokenFault("--grid", "big", "no", "so"),))
    around.panel.undo()
    assert not around.answer()
    around.panel.undo()
    assert around.answer()
    around.panel.redo()
    assert around.answer()
    around.panel.discard()
    assert around.answer()
    assert around.panel.changes == {}


def test_what_was_changed_since_it_was_asked_is_asked_anew() -> None:
    around = Around()
    around.panel.come("one")
    around.answer()
    around.panel.change("--brand", "red")
    asked = around.panel.changes["own"]
    around.panel.change("--brand", "blue")
    late = ThemeLook("own", (), (), "own.css", False, changes=asked)
    assert not around.panel.answered(LookQuestion(), late)
    assert around.panel.question == LookQuestion()
    assert around.answer()
    assert around.panel.question is None


def test_it_saves_what_was_looked_at_and_keeps_what_is_wrong(tmp_path: Path) -> None:
    around = Around(tmp_path)
    around.panel.come("one")
    around.answer()
    assert around.panel.save()
    around.panel.change("--brand", "red")
    around.panel.change("--grid", "big")
    draft = SheetDraft(tmp_path / "styles/themes/own.css", None, b"new")
    around.answer(draft, (TokenFault("--grid", "big", "no", "so"),))
    around.panel.change("--tint", "blue")
    late = around.panel.save()
    assert late
    assert "still being looked at" in late[0]
    around.panel.undo()
    assert around.panel.save() is None
    assert draft.path.read_bytes() == b"new"
    assert around.panel.changes == {"own": (("--grid", "big"),)}


def test_a_conflict_is_told_and_the_changes_stay(tmp_path: Path) -> None:
    around = Around(tmp_path)
    around.panel.come("one")
    around.answer()
    around.panel.change("--brand", "red")
    around.answer(SheetDraft(tmp_path / "styles/themes/own.css", b"gone", b"new"))
    assert around.panel.save()
    assert around.panel.changes == {"own": (("--brand", "red"),)}


def test_questions_are_answered_one_after_the_other_and_not_for_ever() -> None:
    async def asked() -> list[object]:
        around = Around()
        questions = [PickQuestion(0, number, 0) for number in range(MOST_WAITING + 1)]
        tasks = [asyncio.ensure_future(around.panel.ask(question)) for question in questions]
        await asyncio.sleep(0)
        around.panel.come("one")
        asked: list[object] = [around.panel.question]
        around.answer()
        asked.append(around.panel.question)
        assert asked == [LookQuestion(), questions[0]]
        around.panel.answered(questions[0], None)
        around.panel.unanswered()
        assert around.panel.question is None
        return list(await asyncio.gather(*tasks))

    assert alone(asked()) == [None] * (MOST_WAITING + 1)
