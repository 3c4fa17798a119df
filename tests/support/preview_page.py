"""A running preview of a brief of its own, and windows on it."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING, Any

from setting import ROOT, paragraph, write_brief

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Window

PATIENCE = 60.0
SIZES = {"narrow": (320, 700), "tablet": (768, 1024), "desktop": (1280, 800)}
EDITOR = "cursor"
STATE = """() => {
  getSelection().removeAllRanges();
  document.activeElement.blur();
  stage.scrollTo({ left: 0, top: 0, behavior: "instant" });
  const root = [...document.documentElement.attributes].filter(({ name }) => name !== "data-shown");
  const parts = [...document.querySelectorAll("[id$='-panel'], dialog, #find, .pointed, .mark, .now")];
  const chosen = JSON.parse(localStorage.getItem("issuebrief.preview") ?? "{}");
  return JSON.stringify([
    root.map(({ name, value }) => `${name}=${value}`).sort(),
    parts.filter((part) => part.checkVisibility()).map(({ id }) => id),
    [zoom.value, stage.scrollTop, chosen.keys ?? true],
  ]);
}"""
"""Have nothing selected and the first page in sight; how the page is looked at then."""
REBUILT = re.compile(r"^\d\d:\d\d:\d\d  ")


def days(count: int) -> str:
    """The text of so many days, each with a heading and eight paragraphs."""
    return "\n\n".join(
        f"## Day {number // 8 + 1}\n\n{paragraph(number)}" if number % 8 == 0 else paragraph(number)
        for number in range(8 * count)
    )


@dataclass
class Preview:
    """A preview that runs: where it is, what it shows, and what its terminal said."""

    brief: Path
    theme: Path
    port: int = 0
    process: Any = None
    listener: Any = None
    said: Queue[str] = field(default_factory=Queue)

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://127.0.0.1:{self.port}/"

    @property
    def text(self) -> str:
        """The brief as it stands."""
        return self.brief.read_text("utf-8")

    def write(self, text: str, file: Path | None = None) -> None:
        """Save a text, and wait until it is set or refused."""
        while not self.said.empty():
            self.said.get()
        (file or self.brief).write_text(text, "utf-8")
        self.rebuilt()

    def replace(self, old: str, new: str) -> None:
        """Save the brief with a change in one place."""
        assert self.text.count(old) == 1
        self.write(self.text.replace(old, new))

    def line_of(self, words: str) -> int:
        """The line of the file with these words."""
        (found,) = [number for number, line in enumerate(self.text.splitlines(), 1) if line.startswith(words)]
        return found

    def rebuilt(self) -> str:
        """Wait for the line that the terminal shows for a rebuild."""
        while True:
            line = self.said.get(timeout=PATIENCE)
            if REBUILT.match(line):
                return line

    def start(self) -> None:
        """Open the preview, and wait until the brief is set."""
        command = [sys.executable, "-m", "issuebrief", "preview", str(self.brief), "--no-browser"]
        command += ["--port", str(self.port), "--editor", EDITOR]
        self.process = subprocess.Popen(
            command,
            cwd=self.brief.parent.parent,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env={**os.environ, "XDG_RUNTIME_DIR": str(self.brief.parent.parent)},
        )
        self.listener = Thread(target=self._listen, args=(self.process.stdout,), daemon=True)
        self.listener.start()
        while not (found := re.search(r"127\.0\.0\.1:(\d+)", self.said.get(timeout=PATIENCE))):
            pass
        self.port = int(found[1])
        self.rebuilt()

    def stop(self) -> None:
        """Close the preview as Ctrl-C does."""
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.listener.join(20)

    def _listen(self, stream: Any) -> None:
        with stream:
            for line in stream:
                self.said.put(line)


@contextmanager
def preview_of(folder: Path, count: int = 5) -> Iterator[Preview]:
    """A preview on a brief of so many days, by default on four pages, in a theme of its own."""
    brief = write_brief(folder / "crossing", days(count), theme="own")
    theme = folder / "styles/themes/own.css"
    theme.parent.mkdir(parents=True)
    shutil.copyfile(ROOT / "styles/themes/isdp.css", theme)
    preview = Preview(brief, theme)
    try:
        preview.start()
        yield preview
    finally:
        preview.stop()


@contextmanager
def kept(preview: Preview) -> Iterator[Preview]:
    """The preview, whose files are afterwards as they were."""
    files = {path: path.read_text("utf-8") for path in (preview.brief, preview.theme)}
    try:
        yield preview
    finally:
        for path, text in files.items():
            if path.read_text("utf-8") != text:
                preview.write(text, path)


@contextmanager
def window_on(
    preview: Preview, chromium: Browser, size: str = "desktop", path: str = "", **manner: Any
) -> Iterator[Window]:
    """A window in which the pages are shown; it fails on all that the browser complains of."""
    width, height = SIZES[size]
    manner = {"reduced_motion": "reduce", **manner}
    context = chromium.new_context(viewport={"width": width, "height": height}, **manner)
    window = context.new_page()
    window.set_default_timeout(PATIENCE * 1000)
    complaints: list[str] = []
    elsewhere: list[str] = []
    window.on("console", lambda message: complaints.append(message.text))
    window.on("pageerror", lambda fault: complaints.append(str(fault)))
    window.on(
        "request",
        lambda request: None if request.url.startswith(preview.address) else elsewhere.append(request.url),
    )
    open_page(window, preview.address + path)
    yield window
    context.close()
    # A test may stop the server, or call an editor that is not there.
    meant = ("ERR_CONNECTION_REFUSED", "ERR_INCOMPLETE_CHUNKED", f"{EDITOR}:")
    wrong = [line for line in complaints if not any(words in line for words in meant)]
    assert wrong == [], wrong
    assert [url for url in elsewhere if not url.startswith((f"{EDITOR}:", "data:"))] == []


def open_page(window: Window, address: str) -> None:
    """Go there, and wait until the pages are shown."""
    window.goto(address)
    window.wait_for_selector("html[data-shown]")
    window.wait_for_selector(".block", state="attached")


def as_opened(window: Window, preview: Preview) -> None:
    """Put back what was chosen in a window; where that is not enough, open the page anew.

    A place that is asked for is copied: a browser that has been told to open an editor hears no key any more.
    """
    window.unroute_all()
    window.route("**/open", lambda route: route.fulfill(json={"copied": "brief.md"}))
    first = window.evaluate(f"sessionStorage.asOpened ??= ({STATE})()")
    window.keyboard.press("Escape")
    if window.locator("#facing").get_attribute("aria-checked") == "true":
        window.locator("#facing").click()
    window.locator("#zoom").select_option("width")
    if not window.locator("#pages-panel").is_visible():
        window.locator("[data-panel=pages]").click()
    if window.evaluate(STATE) != first:
        window.evaluate("localStorage.clear()")
        open_page(window, preview.address)


def shown(window: Window) -> str:
    """The number of the revision that is painted."""
    return str(window.locator("html").get_attribute("data-shown"))


def await_revision(window: Window, before: str) -> None:
    """Wait until a later revision is painted."""
    window.wait_for_selector(f'html:not([data-shown="{before}"])', state="attached")


def settled(window: Window) -> None:
    """Wait until every picture in sight is there and nothing moves."""
    window.wait_for_timeout(350)
    window.evaluate("new Promise((tell) => requestAnimationFrame(() => requestAnimationFrame(tell)))")


def pictures(window: Window) -> list[str]:
    """The addresses of the pages' pictures, "" where none is there yet."""
    found: list[str] = window.evaluate(
        "[...document.querySelectorAll('.paper')].map((paper) => paper.querySelector('img')?.src ?? '')"
    )
    return found


def page_of(picture: str | None) -> str:
    """The page that a picture shows, whatever its width: that follows the window a little later."""
    return (picture or "").partition("?")[0]


def all_pictures(window: Window) -> list[str]:
    """The same, after all pages have been in sight."""
    for number in range(window.locator(".sheet").count()):
        sheet = window.locator(".sheet").nth(number)
        sheet.evaluate("(sheet) => sheet.scrollIntoView({ behavior: 'instant' })")
        sheet.locator("img").wait_for(state="attached")
    return pictures(window)


def page_now(window: Window) -> str:
    """The number of the page in sight, as the foot has it."""
    return str(window.locator("#page-now").text_content())


def wait_for_page(window: Window, number: int | str) -> None:
    """Wait until the foot has the number of a page, or of facing ones."""
    window.locator("#page-now").filter(has_text=re.compile(rf"^{number}$")).wait_for(state="attached")


def asked(window: Window, act: Any, path: str = "/open") -> dict[str, Any]:
    """What an act has the page send to a path."""
    with window.expect_request(lambda request: request.url.endswith(path)) as sent:
        act()
    message: dict[str, Any] = json.loads(sent.value.post_data or "{}")
    return message
