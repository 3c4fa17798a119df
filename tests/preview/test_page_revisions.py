"""The preview page in a real browser while its brief is written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from preview_page import (
    all_pictures,
    await_revision,
    kept,
    page_now,
    pictures,
    settled,
    shown,
    wait_for_page,
    window_on,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from preview_page import Preview

BARE = """() => {
    const paper = document.querySelector(".paper .clip");
    window.bare = 0;
    new MutationObserver(() => {
      const image = paper.querySelector("img");
      if (!image || !image.complete || !image.naturalWidth) window.bare++;
    }).observe(paper, { childList: true });
}"""
"""Count how often the first page is without a picture, from now on."""
OLD, NEW = "Entry 2 begins here.", "Entry 2 began here, and quietly."


def test_the_first_view_has_the_pages_their_counts_and_the_title(preview: Preview, chromium: Browser) -> None:
    with window_on(preview, chromium) as window:
        assert window.title() == "Notes on a Crossing – preview"
        assert window.locator("h1").text_content() == "Notes on a Crossing"
        number = window.locator(".sheet").count()
        assert number >= 3
        counts = " ".join(str(window.locator("#counts").text_content()).split())
        assert f"{number} pages" in counts and "0 notes" in counts and "% full" in counts
        assert [image for image in all_pictures(window) if not image] == []
        assert window.locator(".paper img").first.get_attribute("alt") == "Page 1"


def test_a_picture_has_as_many_pixels_as_the_screen(preview: Preview, chromium: Browser) -> None:
    with window_on(preview, chromium, device_scale_factor=2) as window:
        image = window.locator(".paper img").first
        assert (
            image.evaluate("(image) => [image.naturalWidth, 2 * image.getBoundingClientRect().width]")
            == [pytest.approx(image.evaluate("(image) => 2 * image.width"))] * 2
        )


def test_a_changed_sentence_replaces_its_page_alone_and_nothing_moves_or_is_bare(
    preview: Preview, chromium: Browser
) -> None:
    with window_on(preview, chromium) as window:
        before = all_pictures(window)
        window.evaluate("stage.scrollTop = 500")
        window.evaluate(BARE)
        window.locator("#zoom").select_option("125")
        settled(window)
        place = window.evaluate("[stage.scrollTop, stage.scrollLeft, zoom.value]")
        before = pictures(window)
        window.evaluate("window.kept = [...document.querySelectorAll('.paper img')]")
        number = shown(window)
        preview.replace(OLD, NEW)
        await_revision(window, number)
        after = pictures(window)
        assert [old == new for old, new in zip(before, after, strict=True)] == [False] + [True] * (
            len(before) - 1
        )
        kept_images = window.evaluate("window.kept.map((image) => image.isConnected)")
        assert kept_images == [False] + [True] * (len(before) - 1)
        assert window.evaluate("[stage.scrollTop, stage.scrollLeft, zoom.value]") == place
        assert window.locator(".bar").count() == 1
        number = shown(window)
        preview.replace(NEW, OLD)
        await_revision(window, number)
        assert window.evaluate("window.bare") == 0


def test_a_page_that_changes_out_of_sight_is_brought_into_sight(preview: Preview, chromium: Browser) -> None:
    with window_on(preview, chromium) as window:
        last = window.locator(".sheet").count()
        window.locator(".thumbnail").last.click()
        wait_for_page(window, last)
        settled(window)
        number = shown(window)
        preview.replace(OLD, NEW)
        await_revision(window, number)
        wait_for_page(window, 1)
        assert page_now(window) == "1"


@pytest.mark.parametrize("page", [1, 3])
def test_a_change_at_the_foot_of_a_page_is_brought_into_sight_and_marked(
    preview: Preview, chromium: Browser, page: int
) -> None:
    """The writer looks at the top of the first page, the change is further down, or two pages later."""
    with window_on(preview, chromium) as window:
        revision = json.loads(
            window.evaluate(
                """() => new Promise((done) => {
                  const source = new EventSource("/events");
                  source.addEventListener("revision", (event) => { source.close(); done(event.data); });
                })"""
            )
        )
        own = [block for block in revision["blocks"] if block["page"] == page - 1 and block["line"] > 0]
        source = max(own, key=lambda block: float(block["y"]))["line"]
        number = shown(window)
        lines = preview.text.split("\n")
        words = lines[source - 1].split(" ")
        words[2:3] = ["XXXX"]
        lines[source - 1] = " ".join(words)
        preview.write("\n".join(lines))
        await_revision(window, number)
        bar = window.locator(".bar").first
        bar.wait_for(state="attached")
        settled(window)
        stage, seen = window.locator("#stage").bounding_box(), bar.bounding_box()
        assert stage and seen
        assert stage["y"] < seen["y"] + seen["height"] and seen["y"] < stage["y"] + stage["height"]
        assert page_now(window) == str(page)


def test_a_changed_theme_changes_every_page(preview: Preview, chromium: Browser) -> None:
    with window_on(preview, chromium) as window:
        before = all_pictures(window)
        number = shown(window)
        preview.write(preview.theme.read_text("utf-8") + "\n:root { --brand: #305012 }\n", preview.theme)
        await_revision(window, number)
        after = all_pictures(window)
        assert before[0] != after[0]


def test_what_cannot_be_set_leaves_the_pages_and_tells_why_until_it_is_mended(
    preview: Preview, chromium: Browser
) -> None:
    with window_on(preview, chromium) as window:
        before = pictures(window)
        place = window.evaluate("document.querySelector('.paper').getBoundingClientRect().top")
        good = preview.text
        preview.replace("date: 2024-05-01", "date: 2024-13-01")
        notice = window.locator("#stale")
        notice.wait_for()
        assert pictures(window) == before
        assert window.locator("html").get_attribute("data-stale") == "true"
        card = notice.locator(".problem")
        assert card.locator(".kind code").text_content() == "front-matter.wrong-form"
        assert "date" in str(card.locator(".message").text_content())
        assert card.locator(".excerpt").text_content() == "date: 2024-13-01"
        line = preview.line_of("date:")
        assert card.locator("button").first.text_content() == f"Open line {line}"
        # The notice covers the pages; it does not push them.
        assert window.evaluate("document.querySelector('.paper').getBoundingClientRect().top") == place
        preview.write(good)
        notice.wait_for(state="hidden")
        assert window.locator("html").get_attribute("data-stale") == "false"
        assert window.locator(".problem[data-severity=error]").count() == 0
        assert window.evaluate("document.querySelector('.paper').getBoundingClientRect().top") == place


def test_a_preview_that_stops_and_comes_back_is_found_again(preview: Preview, chromium: Browser) -> None:
    with window_on(preview, chromium) as window:
        before = pictures(window)
        good = preview.text
        preview.replace("date: 2024-05-01", "date: 2024-13-01")
        window.locator("#stale").wait_for()
        preview.stop()
        window.locator("#lost").wait_for()
        command = f"issuebrief preview crossing --port {preview.port}"
        assert window.locator("#lost code").text_content() == command
        assert not window.locator("#stale").is_visible()
        assert pictures(window) == before
        preview.brief.write_text(good, "utf-8")
        preview.start()
        window.locator("#lost").wait_for(state="hidden")
        number = shown(window)
        old = pictures(window)[0]
        preview.replace(OLD, NEW)
        window.wait_for_selector(
            f'.paper img[src="{old.removeprefix(preview.address[:-1])}"]', state="detached"
        )
        assert number


def test_a_problem_leads_where_it_is_and_is_listed_once(preview: Preview, chromium: Browser) -> None:
    with kept(preview), window_on(preview, chromium) as window:
        preview.write(preview.theme.read_text("utf-8") + "\n:root { --grid: 12pears }\n", preview.theme)
        line = preview.theme.read_text("utf-8").splitlines().index(":root { --grid: 12pears }") + 1
        cards = window.locator("#stale-problems .problem")
        cards.first.wait_for()
        # A theme is on every page and on none, so that no way leads there.
        ways = [f"Open styles/themes/own.css, line {line}", "What it means"]
        assert cards.first.locator(".ways > *").all_text_contents() == ways
        window.locator("[data-panel=problems]").click()
        assert not cards.first.is_visible()
        assert window.locator("#problems .problem").first.is_visible()
        window.locator("#problems-panel .close").click()
        assert cards.first.is_visible()


def test_a_hint_is_typed_as_it_stands_and_errors_come_first(preview: Preview, chromium: Browser) -> None:
    with kept(preview), window_on(preview, chromium) as window:
        preview.write("\n")
        card = window.locator("#stale-problems .problem")
        card.wait_for()
        assert card.locator(".hint").text_content() == "begin it with:"
        assert "\n  - name: Jane Doe\n" in str(card.locator(".excerpt").text_content())
        problem = {
            "code": "c",
            "message": "",
            "hint": "",
            "excerpt": "",
            "file": None,
            "page": None,
            "line": 0,
        }
        order = """(problem) => import("/assets/problems.js").then(({ weightiest }) => {
          const kinds = ["info", "warning", "error", "warning", "error"];
          const all = kinds.map((severity, number) => ({ ...problem, severity, number }));
          return weightiest(all).map(({ number }) => number);
        })"""
        assert window.evaluate(order, problem) == [2, 4, 1, 3, 0]


def test_a_brief_that_never_could_be_set_says_why(preview: Preview, chromium: Browser) -> None:
    with kept(preview):
        preview.stop()
        good = preview.text
        preview.brief.write_text(good.replace("date: 2024-05-01", "date: 2024-13-01"), "utf-8")
        preview.start()
        window = chromium.new_page()
        window.goto(preview.address)
        window.locator("#stale .problem").wait_for()
        assert "as soon as this is fixed" in str(window.locator("#stale-why").text_content())
        assert window.locator("#waiting").text_content() == "There are no pages yet."
        assert window.locator("#state-words").text_content() == "Not rendered"
        assert window.locator("#page-after").is_disabled()
        for key in "f9s0]+sf-":
            window.keyboard.press(key)
        preview.write(good)
        window.wait_for_selector("html[data-shown]")
        window.locator("#stale").wait_for(state="hidden")
        assert window.locator("#state-words").text_content() != "Not rendered"
        window.close()


def test_words_of_a_brief_stay_words(preview: Preview, chromium: Browser) -> None:
    bad = """<img src=x onerror=fail()><script>fail()</script>"""
    with kept(preview), window_on(preview, chromium) as window:
        before = shown(window)
        body = preview.text.partition("title:")[2].partition("\n")[2]
        preview.write(f"---\ntitle: '{bad}'\n{body}\n\n## `{bad}` here\n")
        await_revision(window, before)
        assert window.locator("#title").text_content() == bad
        window.locator("[data-panel=contents]").click()
        window.locator("#contents button").filter(has_text=f"{bad} here").wait_for()
        preview.write(preview.text + f"\n![]({bad[5:10]}.png '{bad}')\n\nAnd [^nothing] `{bad}`.\n")
        window.locator("#stale .problem").first.wait_for()
        assert bad in str(window.locator("#stale .excerpt").all_text_contents())
        assert window.locator("script:not([src]), .problem img, #contents img, h1 img").count() == 0


EXCERPTS = [
    ("date: 2024-13-01  # day", 7, 17, ["date: ", "2024-13-01", "  # day"]),
    ("As it was.[^one] And so", 11, 17, ["As it was.", "[^one]", " And so"]),
    ("no column", 0, 0, ["", "", "no column"]),
    ("  - name", 99, 0, ["  - name", "", ""]),
    ("\U0001f600 ab cd", 3, 5, ["\U0001f600 ", "ab", " cd"]),
    (
        "word " * 60 + "[^one] " + "more " * 60,
        301,
        307,
        ["…" + "word " * 7, "[^one]", " more" * 17 + "\u00a0…"],
    ),
    ("x" * 400, 300, 401, ["…" + "x" * 40, "x" * 90, "\u00a0…"]),
    ("a word in a line", 3, 7, ["a ", "word", " in a line"]),
    ("to its end and on", 4, 0, ["to ", "its end and on", ""]),
    ("beyond", 3, 99, ["be", "yond", ""]),
]
"""A line, from which column to which it is about something, and the pieces that are shown."""


def test_as_much_of_a_line_is_shown_as_tells_where_it_is(preview: Preview, chromium: Browser) -> None:
    window = chromium.new_page()
    window.goto(preview.address)
    script = "(given) => import('/assets/excerpt.js').then((it) => it.excerptOf(...given))"
    for *given, pieces in EXCERPTS:
        assert window.evaluate(script, given) == pieces
    window.close()
