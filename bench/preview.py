"""From a save to the new page on the screen, beside the time that plain WeasyPrint takes to write the PDF.

    .venv/bin/python bench/preview.py [BRIEF.md] [--edits N] [--soak N]

A preview is opened on a copy of the brief, with its page in a Chromium without a window. One word of a
sentence is changed and the file saved, again and again; the time is over when the picture of the changed
page is decoded and the browser has drawn it. Between two edits plain WeasyPrint, as warm as the preview, lays
the same HTML out and writes it, so that a noisy machine disturbs both alike. What is cold is reckoned
from the start of the processes.

With `--soak 500` there is no browser: so many edits are saved one after the other, the pages in sight are
fetched each time, and the memory and the open files of both processes are printed now and then.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from layout_speed import written_up
from running_preview import Preview, preview, takes

if TYPE_CHECKING:
    from playwright.sync_api import Page

HERE = Path(__file__).resolve().parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = ("--headless", "--no-sandbox", "--disable-gpu")
WINDOW = {"width": 1440, "height": 900}
SHOWN = (50, 250, 500)
EYE = """
  // Notes when each picture of a page is on the screen for the first time.
  window.seen = {};
  const noted = new Set();
  const look = () => {
    for (const image of document.images) {
      const key = /\\/pages\\/(\\w+)\\.png/.exec(image.src)?.[1];
      const box = image.getBoundingClientRect();
      if (!key || noted.has(key) || !image.complete || !image.naturalWidth) continue;
      // Small ones are in the overview and no pages to read.
      if (box.width < 300 || box.bottom < 0 || box.top > innerHeight) continue;
      noted.add(key);
      image.decode().then(() => requestAnimationFrame(() => setTimeout(() => {
        window.seen[key] = (performance.timeOrigin + performance.now()) / 1000;
      })));
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
"""
PLAIN = """
import json, sys, time
from pathlib import Path
from weasyprint import HTML
page, brief, styles, _ = json.loads(Path(sys.argv[1]).read_text("utf-8"))
html = Path(page).read_text("utf-8")
for _ in sys.stdin:
    start = time.perf_counter()
    HTML(string=html, base_url=Path(brief).as_uri()).render(stylesheets=styles).write_pdf()
    print(time.perf_counter() - start, flush=True)
"""


class Plain:
    """Plain WeasyPrint in a process that stays."""

    def __init__(self, task: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", PLAIN, str(task)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def seconds(self) -> float:
        """How long it takes to lay out and write."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())

    def end(self) -> None:
        """Let it go."""
        self._process.communicate()


def seen_after(page: Page, moment: float) -> float:
    """When the first picture that is new after a moment was on the screen."""
    ending = time.monotonic() + 120
    while time.monotonic() < ending:
        later = [when for when in page.evaluate("Object.values(window.seen)") if when > moment]
        if later:
            return min(later)
        time.sleep(0.02)
    raise SystemExit("no new picture came to the screen")


def latency(brief: Path, edits: int) -> None:
    """Measure, and print a table in Markdown."""
    from playwright.sync_api import sync_playwright

    program = next(found for name in NAMES if (found := shutil.which(name)))
    ours: list[float] = []
    theirs: list[float] = []
    setting: list[float] = []
    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        task = written_up(brief.resolve(), Path(name))
        began = time.monotonic()
        plain = Plain(task)
        plain.seconds()
        plain_cold = time.monotonic() - began
        browser = driver.chromium.launch(executable_path=program, args=QUIET)
        page = browser.new_page(viewport=WINDOW)
        page.add_init_script(EYE)
        with preview(brief) as running:
            page.goto(running.address)
            cold = seen_after(page, running.began) - running.began
            running.ask("POST", f"/show?line={running.line}")
            time.sleep(1.5)
            plain.seconds()
            for number in range(edits + 1):
                saved = running.edit(number)
                ours.append(seen_after(page, saved) - saved)
                setting.append(running.revision()["seconds"])
                theirs.append(plain.seconds())
                time.sleep(0.2)
            page.screenshot(path=str(Path(tempfile.gettempdir(), "preview.png")))
        browser.close()
        plain.end()
    first, *ours = ours
    print("| | save to screen | plain WeasyPrint: layout and PDF | ratio |\n| --- | --- | --- | --- |")
    print(f"| cold | {cold:.2f} s | {plain_cold:.2f} s | {cold / plain_cold:.2f} |")
    print(f"| first edit | {first:.3f} s | {theirs[0]:.3f} s | {first / theirs[0]:.2f} |")
    mine, its = statistics.median(ours), statistics.median(theirs[1:])
    print(f"| {edits} edits, median | {mine:.3f} s | {its:.3f} s | **{mine / its:.2f}** |")
    print(f"| of it setting the brief | {statistics.median(setting[1:]):.3f} s | | |")
    print(f"| fastest | {min(ours):.3f} s | {min(theirs):.3f} s | |")
    print(f"| slowest | {max(ours):.3f} s | {max(theirs):.3f} s | |")


def soak(brief: Path, edits: int) -> None:
    """Edit again and again, and print what both processes take."""
    print("| edits | server | its files | worker | its files | seconds an edit |")
    print("| --- | --- | --- | --- | --- | --- |")
    with preview(brief) as running:
        running.ask("POST", "/view", {"pages": [0, 1], "width": 1400})
        number_before = running.revision()["number"]
        events = running.events()
        assert next(value for kind, value in events if kind == "revision")["number"] == number_before
        began = time.monotonic()
        for number in range(1, edits + 1):
            running.edit(number)
            revision = next(value for kind, value in events if kind == "revision" and value["whole"])
            for page in revision["pages"][:2]:
                running.ask("GET", f"/pages/{page['key']}.png?width=1400")
            if number in SHOWN or number == edits or number == 1:
                _print_taken(running, number, (time.monotonic() - began) / number)


def _print_taken(running: Preview, number: int, seconds: float) -> None:
    found = {name: takes(process) for name, process in running.processes().items()}
    cells = [
        cell for name in ("server", "worker") for cell in (f"{found[name][0]:.0f} MiB", str(found[name][1]))
    ]
    print(f"| {number} | {' | '.join(cells)} | {seconds:.2f} |", flush=True)


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    brief = HERE.parent / "content/return-to-the-moon/brief.md"
    parser.add_argument("brief", nargs="?", type=Path, default=brief)
    parser.add_argument("--edits", type=int, default=20, help="edits that are measured (default: 20)")
    parser.add_argument("--soak", type=int, metavar="N", help="so many edits, and what is left in memory")
    arguments = parser.parse_args()
    if arguments.soak:
        soak(arguments.brief, arguments.soak)
    else:
        latency(arguments.brief, arguments.edits)


if __name__ == "__main__":
    main()
