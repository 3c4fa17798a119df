"""Which form of a page's picture is the fastest from pixels to screen.

    .venv/bin/python bench/encodings.py [BRIEF.md] [--width N]

The brief is set once. Two of its pages are rendered, written in each form, and given to a Chromium without a
window over the loopback interface, which fetches, decodes and draws them. All forms are lossless.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from issuebrief.preview.model import Revision
from issuebrief.preview.png import png
from issuebrief.preview.session import RenderSession
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).resolve().parent
RUNS = 7
DRAWN = """async address => {
  const began = performance.now(), image = new Image();
  image.src = address;
  await image.decode();
  document.body.replaceChildren(image);
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - began;
}"""


def forms(page: bytes, width: int, helpers: ThreadPoolExecutor) -> dict[str, Callable[[], bytes]]:
    """Ways of writing a page's pixels, by their names; the kind of file is the last word."""
    import pypdfium2

    with pypdfium2.PdfDocument(page) as document:
        sheet = document[0]
        bitmap = sheet.render(scale=(width - 0.5) / sheet.get_width(), rev_byteorder=True)
    image = bitmap.to_pil().copy()
    pixels = memoryview(bitmap.buffer).cast("B")

    def saved(kind: str, **options: Any) -> Callable[[], bytes]:
        def save() -> bytes:
            target = BytesIO()
            image.save(target, kind, **options)
            return target.getvalue()

        return save

    return {
        "the preview's png": lambda: png(pixels, bitmap.width, bitmap.height, bitmap.stride, helpers),
        "usual png": saved("png", compress_level=1),
        "uncompressed png": saved("png", compress_level=0),
        "lossless webp": saved("webp", lossless=True, quality=0, method=0),
        "bmp": saved("bmp"),
    }


def served(made: dict[str, bytes]) -> ThreadingHTTPServer:
    """A server of pictures by their numbers."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            names = list(made)
            part = self.path.split("/")[1]
            name = names[int(part)] if part.isdecimal() else ""
            content = made.get(name, b"<!doctype html><body></body>")
            self.send_response(200)
            self.send_header("Content-Type", f"image/{name.split()[-1]}" if name else "text/html")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    return server


def timed(work: Callable[[], bytes]) -> tuple[float, bytes]:
    """The median time in milliseconds, and what was made."""
    times, made = [], b""
    for _ in range(RUNS):
        began = time.perf_counter()
        made = work()
        times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times), made


def measure(page: bytes, width: int, browser: Any) -> None:
    """Print a row for each form."""
    with ThreadPoolExecutor(4) as helpers:
        found = {name: timed(work) for name, work in forms(page, width, helpers).items()}
    server = served({name: made for name, (_, made) in found.items()})
    tab = browser.new_page()
    tab.goto(f"http://127.0.0.1:{server.server_port}/")
    shown: dict[str, list[float]] = {name: [] for name in found}
    # In turns, so that a noisy machine disturbs all alike.
    for turn in range(RUNS):
        for number, name in enumerate(found):
            shown[name].append(tab.evaluate(DRAWN, f"/{number}/{turn}"))
    for name, (write, made) in found.items():
        read, size = statistics.median(shown[name]), f"{len(made) / 1024:.0f} KiB"
        print(f"| {name} | {write:.0f} ms | {size} | {read:.0f} ms | {write + read:.0f} ms |")
    tab.close()
    server.shutdown()


def main() -> None:
    """Measure two pages: the first, which has a picture, and one of text."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    brief = HERE.parent / "content/return-to-the-moon/brief.md"
    parser.add_argument("brief", nargs="?", type=Path, default=brief)
    parser.add_argument("--width", type=int, default=1400, help="pixels (default: 1400)")
    arguments = parser.parse_args()
    path = arguments.brief.resolve()
    revision = RenderSession(path, search_path(HERE.parent), HERE.parent).revision(set(), lambda: False)
    if not isinstance(revision, Revision):
        raise SystemExit("\n".join(problem.message for problem in revision.problems))
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    print("| form | write | size | fetch, decode, draw | both |\n| --- | --- | --- | --- | --- |")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=("--headless", "--no-sandbox"))
        for page in (revision.pages[0], revision.pages[-1]):
            measure(revision.drawn[page.key], arguments.width, browser)
        browser.close()


if __name__ == "__main__":
    main()
