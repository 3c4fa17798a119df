"""Draw the picture of docs/web.md: a web page on three screens.

In:  the brief content/return-to-the-moon, and a Chromium on this machine.
Out: docs/pictures/web.png. `make pictures` runs it after make_pictures.py.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from make_pictures import GROUND, MOON, PICTURES, ROOT, lay, save
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from issuebrief.job import Job, Output, Purpose
from issuebrief.pipeline.build import set_brief
from issuebrief.resources import search_path

WIDTH, PAD, GAP = 1600, 40, 32
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SCREENS = (
    (1280, 1130, "light", 0, ""),
    (768, 1130, "dark", 520, ""),
    (390, 1130, "light", 1560, "#mark-1-1"),
)
"""Width and height in CSS pixels, colours, how far down the page is scrolled, the mark that is clicked."""


def main() -> None:
    """Draw the picture, and print its size."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        raise SystemExit("there is no Chromium on this machine: make browser gets one")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "brief.html")
        outcome = set_brief(Job(MOON, (Output(Purpose.WEB, page),), search_path(ROOT)))
        if not outcome.written or outcome.problems:
            raise SystemExit(str([problem.message for problem in outcome.problems]))
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=path, args=["--headless", "--no-sandbox"])
            screens = []
            for width, height, scheme, down, mark in SCREENS:
                window = browser.new_page(
                    viewport={"width": width, "height": height},
                    color_scheme="dark" if scheme == "dark" else "light",
                    reduced_motion="reduce",
                )
                window.goto(page.as_uri())
                screens.append(_screen(window, down, mark))
            browser.close()
    print(f"{_write(screens).relative_to(ROOT)}")


def _screen(window: Page, down: int, mark: str) -> Image.Image:
    window.evaluate(f"scrollTo(0, {down})")
    if mark:
        window.locator(mark).press("Enter")
        window.evaluate(f"scrollTo(0, {down})")
    return Image.open(BytesIO(window.screenshot())).convert("RGB")


def _write(screens: list[Image.Image]) -> Path:
    scale = (WIDTH - 2 * PAD - (len(screens) - 1) * GAP) / sum(screen.width for screen in screens)
    reduced = [
        screen.resize((round(screen.width * scale), round(screen.height * scale)), Image.Resampling.LANCZOS)
        for screen in screens
    ]
    picture = Image.new("RGB", (WIDTH, reduced[0].height + 2 * PAD), GROUND)
    left = PAD
    for screen in reduced:
        lay(picture, screen, (left, PAD))
        left += screen.width + GAP
    return save(picture, PICTURES / "web.png", 256)


if __name__ == "__main__":
    sys.exit(main())
