"""From the preview page to the file, and from the file to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.request import Request, urlopen

from preview_page import EDITOR, asked, wait_for_page, window_on

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Window
    from preview_page import Preview


def pointed(window: Window) -> set[str]:
    """The lines that are outlined."""
    window.locator(".block.pointed").first.wait_for()
    lines: list[str] = window.evaluate(
        "[...document.querySelectorAll('.pointed')].map((block) => block.dataset.line)"
    )
    return set(lines)


def test_a_click_on_a_paragraph_opens_its_line(window: Window, preview: Preview) -> None:
    line = preview.line_of("Entry 2 begins")
    block = window.locator(f'.block[data-line="{line}"]').first
    # The words of the page lie over the line: a click on them is one on the line.
    message = asked(window, lambda: block.click(position={"x": 40, "y": 10}, force=True))
    assert message == {"line": line, "file": "brief.md"}


def test_the_address_that_the_server_answers_is_followed(preview: Preview, chromium: Browser) -> None:
    with window_on(preview, chromium) as window:
        window.evaluate(
            """() => {
              window.followed = new Promise((tell) => {
                HTMLAnchorElement.prototype.click = function () { tell(this.href) };
              });
            }"""
        )
        line = preview.line_of("Entry 1 begins")
        window.locator(f'.block[data-line="{line}"]').first.press("Enter")
        called = window.evaluate("window.followed")
        assert called.startswith(f"{EDITOR}://file") and f"brief.md:{line}" in called


def test_without_an_editor_the_place_is_copied_and_said(window: Window) -> None:
    window.route("**/open", lambda route: route.fulfill(json={"copied": "crossing/brief.md:12"}))
    window.locator(".block").nth(3).press("Enter")
    toast = window.locator("#toast")
    toast.filter(has_text="Copied: crossing/brief.md:12").wait_for()
    assert toast.get_attribute("role") == "status"
    assert window.evaluate("navigator.clipboard.readText()") == "crossing/brief.md:12"


def test_an_address_that_would_run_a_script_is_not_followed(preview: Preview, chromium: Browser) -> None:
    with window_on(preview, chromium, bypass_csp=True) as window:
        window.route("**/open", lambda route: route.fulfill(json={"url": "javascript:document.title='x'"}))
        asked(window, lambda: window.locator(".block").nth(3).press("Enter"))
        window.wait_for_timeout(200)
        assert window.title() != "x"


def test_the_address_can_name_a_line(preview: Preview, chromium: Browser) -> None:
    line = preview.line_of("Entry 30 begins")
    # The line between two paragraphs belongs to the one before it.
    with window_on(preview, chromium, path=f"?line={line + 1}") as window:
        assert pointed(window) == {str(line)}
        box = window.locator(".block.pointed").first.bounding_box()
        stage = window.locator("#stage").bounding_box()
        assert box and stage
        assert stage["y"] <= box["y"] < stage["y"] + stage["height"]


def test_an_editor_has_a_line_shown(window: Window, preview: Preview) -> None:
    line = preview.line_of("Entry 35 begins")
    request = Request(
        f"{preview.address}show?line={line}", method="POST", headers={"Origin": preview.address[:-1]}
    )
    with urlopen(request, timeout=10):
        assert pointed(window) == {str(line)}
    page = window.evaluate(
        "document.querySelector('.pointed').closest('.sheet').querySelector('.folio').textContent"
    )
    wait_for_page(window, int(page.removeprefix("Page ")))
    window.locator("#said").filter(has_text=f"Line {line} is on page").wait_for(state="attached")


def test_arrows_move_among_the_lines_of_which_one_is_a_tab_stop(window: Window) -> None:
    assert window.locator(".block").count() > 8
    assert window.locator('.block[tabindex="0"]').count() == 1
    window.locator("#stage").focus()
    window.keyboard.press("Tab")
    here = "Number(document.activeElement.dataset.line)"
    lines = [window.evaluate(here)]
    for _ in range(6):
        window.keyboard.press("ArrowDown")
        lines.append(window.evaluate(here))
    assert lines == sorted(lines) and len(set(lines)) > 4
    window.keyboard.press("ArrowUp")
    assert window.evaluate(here) == lines[-2]
    assert window.locator('.block[tabindex="0"]').count() == 1
    message = asked(window, lambda: window.keyboard.press("Enter"))
    assert message == {"line": lines[-2], "file": "brief.md"}
    window.keyboard.press("Escape")
    assert window.evaluate("document.activeElement.id") == "stage"


def test_a_heading_is_named_by_its_words(window: Window, preview: Preview) -> None:
    line = preview.line_of("## Day 1")
    label = window.locator(f'.block[data-line="{line}"]').first.get_attribute("aria-label")
    assert label == f"Line {line}: Day 1"
