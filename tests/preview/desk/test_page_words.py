"""The words over the pages: selected, copied and found in a browser."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from preview_page import asked, settled
from setting import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Window
    from preview_page import Preview

CLIENT = ROOT / "src/issuebrief/preview/client"
BOXES = """() => [...document.querySelectorAll('.text span')].map((word) => {
  const { x, y, width, height } = word.getBoundingClientRect();
  return { text: word.textContent, x, y, width, height };
})"""


def words(window: Window) -> list[dict[str, Any]]:
    """The words over the pages near the window, with their places in it."""
    window.locator(".text span").first.wait_for(state="attached")
    settled(window)
    found: list[dict[str, Any]] = window.evaluate(BOXES)
    return found


def find(window: Window, text: str) -> str:
    """Find words, and tell what the page says of it."""
    window.keyboard.press("Control+f")
    window.locator("#find-words").fill(text)
    window.wait_for_timeout(700)
    return window.locator("#find-count").inner_text()


def test_words_are_selected_and_copied_as_they_were_typed(window: Window) -> None:
    found = [word for word in words(window) if 120 < word["y"] < 700]
    row = found[len(found) // 2]["y"]
    line = [word for word in found if abs(word["y"] - row) < 1]
    # Those of another column may stand beside.
    first, last = line[0], line[-1]
    for one, two in pairwise(line):
        if not 0 <= two["x"] - one["x"] - one["width"] < 12:
            last = one
            break
    window.mouse.move(first["x"] + 1, first["y"] + first["height"] / 2)
    window.mouse.down()
    window.mouse.move(last["x"] + last["width"] / 2, last["y"] + last["height"] / 2, steps=6)
    window.mouse.move(last["x"] + last["width"] - 2, last["y"] + last["height"] / 2)
    window.mouse.up()
    window.keyboard.press("Control+c")
    copied = window.evaluate("navigator.clipboard.readText()")
    chosen = line[: line.index(last) + 1]
    expected = "".join(word["text"] for word in chosen).strip()
    assert copied.strip(" -") == expected.strip(" -") and len(chosen) > 3


def test_all_of_a_page_is_copied_without_hyphens_that_were_added(window: Window, preview: Preview) -> None:
    words(window)
    window.evaluate("getSelection().selectAllChildren(document.querySelector('.text'))")
    window.keyboard.press("Control+c")
    copied = window.evaluate("navigator.clipboard.readText()")
    typed = preview.text.partition("\n---\n")[2]
    paragraphs = [line for line in typed.split("\n\n") if line.startswith("Entry ")]
    whole = [text for text in paragraphs if text.strip() in copied.splitlines()]
    assert len(whole) > 3
    assert "\u2010" not in copied and "\u00ad" not in copied


def test_a_click_on_a_word_opens_its_line_and_a_double_click_selects_it(
    window: Window, preview: Preview
) -> None:
    line = preview.line_of("Entry 2 begins")
    window.locator(f'.block[data-line="{line}"]').first.scroll_into_view_if_needed()
    window.wait_for_timeout(300)
    box = window.locator(f'.block[data-line="{line}"]').first.bounding_box()
    assert box
    inside = [
        word
        for word in words(window)
        if box["x"] <= word["x"] and box["y"] <= word["y"] < box["y"] + box["height"] - 5
    ]
    begins = next(word for word in inside if word["text"].startswith("begins"))
    place = (begins["x"] + 12, begins["y"] + begins["height"] / 2)
    assert asked(window, lambda: window.mouse.click(*place)) == {"line": line, "file": "brief.md"}
    opened: list[str] = []
    window.on("request", lambda request: opened.append(request.url) if "/open" in request.url else None)
    window.mouse.dblclick(*place)
    window.wait_for_timeout(500)
    assert window.evaluate("String(getSelection()).trim()") == "begins"
    assert opened == []


def test_words_are_found_on_all_pages_with_their_number(window: Window, preview: Preview) -> None:
    words(window)
    typed = preview.text.partition("\n---\n")[2]
    count = len(re.findall("begins here", typed))
    assert find(window, "BEGINS  here").startswith(f"1 of {count}")
    marked = window.evaluate(
        "new Set([...document.querySelectorAll('.mark')].map((m) => m.dataset.match)).size"
    )
    assert marked == count
    assert window.locator(".sheet:has(.mark)").count() > 1
    window.keyboard.press("Enter")
    assert window.locator("#find-count").inner_text().startswith("2 of")
    window.keyboard.press("Shift+Enter")
    window.keyboard.press("Shift+Enter")
    assert window.locator("#find-count").inner_text().startswith(f"{count} of {count}")
    now = window.locator(".mark.now").first.bounding_box()
    assert now and 0 < now["y"] < 800
    assert find(window, "nowhere at all") == "No match"
    window.keyboard.press("Escape")
    assert window.locator("#find").is_hidden() and window.locator(".mark").count() == 0
    assert window.evaluate("document.activeElement.id") == "find-opens"


def test_a_word_is_found_that_is_parted_over_two_lines(window: Window) -> None:
    words(window)
    parted = window.evaluate(
        """async () => {
          const key = document.querySelector('.paper img').src.match(/pages\\/(.*)\\.png/)[1];
          const lines = await (await fetch(`/text/${key}.json`)).json();
          const at = lines.findIndex((line) => line.after === '' && /^\\w+$/.test(line.words.at(-1)[0]));
          return lines[at].words.at(-1)[0] + lines[at + 1].words[0][0].trim().replace(/\\W.*$/, '');
        }"""
    )
    assert find(window, parted).startswith("1 of")
    marks = window.evaluate("[...document.querySelectorAll('.mark')].map((mark) => mark.dataset.match)")
    assert max(marks.count(match) for match in marks) == 2


def test_a_match_stays_when_the_text_changes(window: Window, preview: Preview) -> None:
    words(window)
    before = find(window, "Entry 2 begins here").split()[2].strip(",")
    preview.replace("Entry 3 begins here.", "Entry 2 begins here. Entry 3 begins here.")
    window.wait_for_function(
        f"document.getElementById('find-count').textContent.includes('of {int(before) + 1}')"
    )


def test_words_are_found_from_right_to_left_and_without_their_points(chromium: Browser) -> None:
    page = chromium.new_page()
    page.route("**/*", lambda route: route.fulfill(body="<title>t</title>", content_type="text/html"))
    page.goto("http://127.0.0.1:9/")
    source = (CLIENT / "desk/find-index.js").read_text("utf-8")
    page.evaluate(
        """async (source) => {
          const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
          Object.assign(window, await import(address));
        }""",
        source,
    )
    line = {"x": 10, "y": 5, "height": 12, "size": 10, "paragraph": 1, "running": False, "turn": 0}
    rows = [
        {**line, "after": "", "leftward": True, "words": [["שָׁלוֹם ", 60, 30], ["עוֹ", 30, 20]]},
        {**line, "y": 20, "after": "\n", "leftward": True, "words": [["לם", 70, 20]]},
    ]
    areas = page.evaluate(
        """(rows) => {
          const index = findIndex([rows]);
          return index.matches('שלום עולם').map((match) => index.areas(match));
        }""",
        rows,
    )
    assert [[(area["x"], area["y"], area["width"]) for area in each] for each in areas] == [
        [(30, 5, 60), (70, 20, 20)]
    ]
    page.close()
