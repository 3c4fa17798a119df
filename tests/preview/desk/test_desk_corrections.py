"""An author's corrections, accepted and rejected one by one: the files, then the page in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from axe_clean import assert_clean
from preview_page import window_on

from issuebrief.preview.desk.corrections import ELSEWHERE, MEANWHILE, decide, shown_corrections
from issuebrief.word_export.correction_record import RECORD, as_json, recorded

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from playwright.sync_api import Browser
    from preview_page import Preview

OLD = "---\ntitle: Tides\n---\n\nThe gauge *rises* in winter, and nobody on the island minds it.\n"
NEW = OLD.replace("winter", "spring").replace("minds it", "minds")


def corrected(brief: Path, old: str = OLD, new: str = NEW) -> list[str]:
    """A brief with the record of its corrections; their names."""
    brief.write_bytes(old.encode())
    record = recorded(old.replace("\r\n", "\n"), new.replace("\r\n", "\n"), brief.name, "sent.docx")
    brief.with_name(RECORD).write_bytes(as_json(record))
    return [each.id for each in shown_corrections(brief)[1]]


def test_each_is_shown_with_its_place_and_decided_by_itself(tmp_path: Path) -> None:
    brief = tmp_path / "brief.md"
    spring, minds = corrected(brief, OLD.replace("\n", "\r\n"), NEW.replace("\n", "\r\n"))
    document, (first, second) = shown_corrections(brief)
    assert document == "sent.docx"
    assert (first.line, first.before, first.after, first.about) == (
        5,
        "winter",
        "spring",
        "The gauge rises in winter",
    )
    assert (first.lead, second.before.strip()) == ("The gauge *rises* in ", "it")
    assert decide(brief, minds, "accepted") == ""
    assert brief.read_bytes() == OLD.replace("minds it", "minds").replace("\n", "\r\n").encode()
    assert decide(brief, spring, "rejected") == ""
    assert [each.state for each in shown_corrections(brief)[1]] == ["rejected", "accepted"]
    assert decide(brief, minds, "open") == ""
    assert brief.read_bytes() == OLD.replace("\n", "\r\n").encode()


def test_a_new_paragraph_is_found_by_what_follows_it(tmp_path: Path) -> None:
    brief = tmp_path / "brief.md"
    corrected(brief, OLD, OLD.replace("The gauge", "A new line.\n\nThe gauge"))
    _, (new,) = shown_corrections(brief)
    assert (new.lead, new.after, new.trail) == ("", "A new line.", "")
    assert new.about == "The gauge rises in winter, and nobody on"


def test_what_was_changed_meanwhile_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brief = tmp_path / "brief.md"
    spring, minds = corrected(brief)
    by_hand = OLD.replace("winter", "autumn")
    brief.write_text(by_hand, "utf-8")
    assert decide(brief, spring, "accepted") == MEANWHILE
    assert decide(brief, "000000000000", "accepted") is None
    monkeypatch.setattr(
        "issuebrief.preview.desk.corrections._content",
        lambda path: b"written by another" if path == brief else path.read_bytes(),
    )
    assert decide(brief, minds, "accepted") == ELSEWHERE
    assert brief.read_text("utf-8") == by_hand
    assert shown_corrections(brief.with_name("other.md")) == ("", ())


def test_corrections_are_decided_in_the_desk(preview: Preview, chromium: Browser) -> None:
    old = preview.brief.read_text("utf-8")
    new = old.replace("Entry 30 begins", "Entry thirty begins").replace("Entry 31 begins", "Entry 31 starts")
    corrected(preview.brief, old, new)
    with window_on(preview, chromium) as window:
        window.locator("[data-panel=manuscript]").click()
        rows = window.locator(".correction")
        rows.nth(1).wait_for()
        assert rows.first.locator("del").inner_text() == "30"
        assert rows.first.locator("ins").inner_text() == "thirty"
        assert window.locator("#notes-badge").inner_text() == "4"
        assert_clean(window, "corrections")
        rows.first.get_by_text("Accept").click()
        rows.first.get_by_text("Undo").wait_for()
        assert preview.brief.read_text("utf-8") == old.replace("Entry 30", "Entry thirty")
        assert window.evaluate("document.activeElement.textContent") == "Undo"
        rows.nth(1).get_by_text("Reject").click()
        window.get_by_text("All corrections are decided").wait_for()
        assert window.locator("#notes-badge").inner_text() == "2"
        rows.first.get_by_text("Undo").click()
        rows.first.get_by_text("Accept").wait_for()
        assert preview.brief.read_text("utf-8") == old
    preview.brief.with_name(RECORD).unlink()
