"""The list of briefs, the notes of the manuscript and the finished files, in a browser."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from axe_clean import assert_clean
from preview_page import SIZES, window_on

from issuebrief.preview.desk.manuscript_notes import DONE

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from preview_page import Preview


def test_a_note_is_ticked_off_and_stays_so(preview: Preview, chromium: Browser) -> None:
    done = preview.brief.parent / DONE
    with window_on(preview, chromium) as window:
        window.locator("[data-panel=manuscript]").click()
        notes = window.locator(".note")
        notes.nth(1).wait_for()
        assert [note.splitlines()[0] for note in notes.all_inner_texts()] == [
            "Guess, paragraph 9",
            "Comment, A. Editor, 2026-05-01, paragraph 31",
        ]
        assert window.locator("#notes-badge").inner_text() == "2"
        notes.nth(1).locator("input").check()
        window.locator('.note[data-done="true"]').wait_for()
        assert window.locator("#notes-badge").inner_text() == "1"
        assert len(json.loads(done.read_text("utf-8"))["done"]) == 1
        window.reload()
        window.locator('.note[data-done="true"]').filter(has_text="Is this so?").wait_for()
        # A click, not uncheck(): the list is drawn anew with the note no longer done.
        window.locator('.note[data-done="true"] input').click()
        window.locator("#notes-badge").filter(has_text="2").wait_for()
    done.unlink()


def test_a_comment_leads_to_its_words(preview: Preview, chromium: Browser) -> None:
    with window_on(preview, chromium) as window:
        window.locator("[data-panel=manuscript]").click()
        window.get_by_label("On the page: Entry 30 begins").click()
        now = window.locator(".mark.now").first
        now.wait_for()
        window.wait_for_timeout(400)
        box = now.bounding_box()
        assert box and 48 < box["y"] < 760
        assert window.locator("#find-words").input_value() == "Entry 30 begins"


def test_another_brief_is_shown_without_a_restart_and_the_first_again(
    preview: Preview, chromium: Browser
) -> None:
    with window_on(preview, chromium) as window:
        title = window.locator("#title").inner_text()
        for other in ("The Harbour", title):
            if window.locator("#briefs-panel").is_hidden():
                window.locator("[data-panel=briefs]").click()
            window.locator(".briefs button").filter(has_text=other).click()
            window.locator("#title").filter(has_text=other).wait_for()
            window.wait_for_selector("html[data-shown]")
        assert window.locator(".briefs [aria-current]").filter(has_text=title).count() == 1
    preview.rebuilt()


def test_a_file_is_made_and_opened_from_the_desk(preview: Preview, chromium: Browser) -> None:
    with window_on(preview, chromium) as window:
        window.locator("[data-panel=files]").click()
        row = window.locator(".files > li").nth(2)
        row.get_by_role("button").click()
        link = row.get_by_role("link")
        link.wait_for()
        assert (preview.brief.parent.parent / "build/crossing.html").is_file()
        with window.context.expect_page() as opened:
            link.click()
        page = opened.value
        page.wait_for_load_state()
        assert "Entry 2 begins" in page.content()
        # What a brief or a template brings along has no say here.
        assert page.evaluate("origin") == "null"


def test_a_file_that_cannot_be_made_tells_why(preview: Preview, chromium: Browser) -> None:
    with window_on(preview, chromium) as window:
        window.locator("[data-panel=files]").click()
        preview.replace("date: 2024-05-01", "date: 2024-13-01")
        row = window.locator(".files > li").first
        row.get_by_role("button").first.click()
        row.locator(".problem").first.wait_for()
        assert row.locator(".file-state").inner_text().startswith("Not made: 1 error")
        assert row.get_by_role("link", name="Open").count() == 0


@pytest.mark.parametrize("size", ["desktop", "narrow"])
def test_axe_finds_nothing_wrong_with_the_desk(preview: Preview, chromium: Browser, size: str) -> None:
    with window_on(preview, chromium, size, bypass_csp=True) as window:
        window.locator(".text span").first.wait_for(state="attached")
        for panel in ("briefs", "manuscript", "files"):
            window.locator(f"[data-panel={panel}]").click()
            window.wait_for_timeout(300)
            assert_clean(window, panel)
        window.keyboard.press("Escape")
        window.keyboard.press("Control+f")
        window.locator("#find-words").fill("begins here")
        window.locator(".mark.now").first.wait_for()
        assert_clean(window, "with a search")
        assert window.evaluate("document.documentElement.scrollWidth") == SIZES[size][0]
        bar = window.locator("#find").bounding_box()
        assert bar and bar["x"] >= 0 and bar["x"] + bar["width"] <= SIZES[size][0]
