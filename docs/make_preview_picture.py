"""Draw the pictures of the preview: as it is, with its theme panel, and with a problem in the brief.

In:  a copy of the brief content/return-to-the-moon, and a Chromium on this machine.
Out: docs/pictures/preview.png, theme-panel.png and preview-problem.png. `make pictures` runs it after
     make_web_picture.py.
"""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from make_pictures import GROUND, MOON, PICTURES, ROOT, lay, save
from make_web_picture import BROWSERS
from PIL import Image
from playwright.sync_api import Page, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH, PAD, GAP = 1600, 40, 32
SCREEN = {"width": 1440, "height": 900}
WAIT = 2500
"""Milliseconds in which all pictures of pages have come, and no outline is left."""
WRONG = ("Moon Agreement of 1979 tried", "Moon Agreement of 1979[^agrement] tried")
"""A note that does not exist, in the middle of page 3."""
BRAND = "#0f5a50"
"""The house colour that is tried."""


def main() -> None:
    """Draw the pictures, and print their names."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        raise SystemExit("there is no Chromium on this machine: make tools gets one")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(MOON.parent.parent, Path(folder, "content"))
        brief = Path(folder, "content", MOON.parent.name, MOON.name)
        with preview(brief, Path(folder)) as address, sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=path, args=["--headless", "--no-sandbox"])
            light = _window(browser, address, "light")
            light.keyboard.press("9")
            light.keyboard.press("f")
            light.locator(".thumbnail").nth(1).click()
            light.locator(".thumbnail[aria-label='Page 2'][aria-current]").wait_for()
            dark = _window(browser, address, "dark")
            dark.keyboard.press("c")
            _set_again(brief, light)
            pictures = [_seen(light), _seen(dark)]
            panels = [_seen(window) for window in _theme_panels(browser, address, brief)]
            assert brief.read_text("utf-8").count(WRONG[0]) == 1
            brief.write_text(brief.read_text("utf-8").replace(*WRONG), "utf-8")
            light.locator("#stale").wait_for()
            light.wait_for_timeout(WAIT)
            light.get_by_role("button", name="On the page").first.click()
            light.mouse.move(0, 0)
            problem = [_seen(light, 1000)]
            browser.close()
    for name, screens in (("preview", pictures), ("theme-panel", panels), ("preview-problem", problem)):
        print(_write(name, screens).relative_to(ROOT))


@contextmanager
def preview(brief: Path, workplace: Path) -> Iterator[str]:
    """A preview of a brief; its address."""
    command = [sys.executable, "-m", "issuebrief", "preview", str(brief), "--no-browser", "--port", "0"]
    with subprocess.Popen(command, cwd=workplace, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout
        found = next(filter(None, (re.search(r"http://127\S+", line) for line in process.stdout)))
        try:
            yield found[0]
        finally:
            process.send_signal(signal.SIGINT)


def _window(browser: object, address: str, scheme: str) -> Page:
    window: Page = browser.new_page(  # type: ignore[attr-defined]
        viewport=SCREEN, device_scale_factor=2, color_scheme=scheme, reduced_motion="reduce"
    )
    window.goto(address)
    window.locator("html[data-shown]").wait_for()
    window.locator("#problems .problem").first.wait_for(state="attached")
    return window


def _set_again(brief: Path, window: Page) -> None:
    """Have the brief set a second time, as fast as mostly."""
    before = str(window.locator("html").get_attribute("data-shown"))
    brief.write_text(brief.read_text("utf-8") + "\n", "utf-8")
    window.locator(f'html:not([data-shown="{before}"])').wait_for(state="attached")
    window.locator('#state[data-state="set"]').wait_for()


def _theme_panels(browser: object, address: str, brief: Path) -> Iterator[Page]:
    """The panel with a colour that is tried, and with an element that was picked; then nothing is tried."""
    light, dark = (_window(browser, address, scheme) for scheme in ("light", "dark"))
    for window in (light, dark):
        window.keyboard.press("t")
        window.locator("[data-panel=theme]").click()
        window.locator(".token").first.wait_for()
    before = str(light.locator("html").get_attribute("data-shown"))
    field = light.locator('[data-token="--brand"] input[type=text]')
    field.fill(BRAND)
    field.press("Enter")
    light.locator(f'html:not([data-shown="{before}"])').wait_for(state="attached")
    _set_again(brief, light)
    light.locator("#theme-contrast").evaluate("(table) => table.scrollIntoView({ block: 'start' })")
    light.locator("#theme-body").evaluate("(body) => body.scrollBy(0, 120)")
    light.mouse.move(0, 0)
    yield light
    dark.locator("#theme-pick").click()
    dark.locator(".block").nth(0).press("Enter")
    dark.locator("#picked-name").wait_for()
    dark.mouse.move(0, 0)
    yield dark
    before = str(light.locator("html").get_attribute("data-shown"))
    light.locator("#theme-discard").click()
    light.locator(f'html:not([data-shown="{before}"])').wait_for(state="attached")


def _seen(window: Page, wait: int = WAIT) -> Image.Image:
    window.wait_for_timeout(wait)
    return Image.open(BytesIO(window.screenshot())).convert("RGB")


def _write(name: str, screens: list[Image.Image]) -> Path:
    across = (WIDTH - 2 * PAD - (len(screens) - 1) * GAP) / len(screens)
    reduced = [
        screen.resize((round(across), round(across * screen.height / screen.width)), Image.Resampling.LANCZOS)
        for screen in screens
    ]
    picture = Image.new("RGB", (WIDTH, reduced[0].height + 2 * PAD), GROUND)
    for number, screen in enumerate(reduced):
        lay(picture, screen, (round(PAD + number * (across + GAP)), PAD))
    return save(picture, PICTURES / f"{name}.png", 48)


if __name__ == "__main__":
    sys.exit(main())
