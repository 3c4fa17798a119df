"""Pictures of pages, made as soon as they are likely to be asked for.

In:  PDFs of single pages by their keys, and widths in pixels.
Out: PNGs. Both are kept as long as they are needed or there is room; pdfium is asked by one thread alone.
"""

from __future__ import annotations

import asyncio
import os
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from queue import PriorityQueue
from threading import Thread
from typing import TYPE_CHECKING, Generic, TypeVar

from issuebrief.preview.png import png

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping

NARROWEST, WIDEST = 40, 4000
"""Pixels. A page as wide as the widest has some 23 million of them."""

ROOM_FOR_PAGES = 12_000_000
ROOM_FOR_PICTURES = 24_000_000
"""Bytes of what is kept beyond what is on show."""

AT_ONCE, ASKED, IN_RESERVE = 0, 1, 2
"""What comes first: pages in sight, pages that the browser asks for, pages it may ask for next."""

PATIENCE = 1.0
"""Seconds that the last picture has to be made in when the preview is closed."""

Name = TypeVar("Name", bound="Hashable")


class ImageCache(Generic[Name]):
    """Bytes by name; those longest unused go first where there is no room."""

    def __init__(self, room: int) -> None:
        self._room, self._used = room, 0
        self._kept: OrderedDict[Name, bytes] = OrderedDict()

    def __contains__(self, name: Name) -> bool:
        return name in self._kept

    def __iter__(self) -> Iterator[Name]:
        return iter(self._kept)

    @property
    def used(self) -> int:
        """How many bytes the cache holds."""
        return self._used

    def get(self, name: Name) -> bytes | None:
        """What is kept by that name; it counts as used."""
        if name in self._kept:
            self._kept.move_to_end(name)
        return self._kept.get(name)

    def put(self, name: Name, content: bytes) -> None:
        """Keep something."""
        self._used += len(content) - len(self._kept.pop(name, b""))
        self._kept[name] = content

    def clear_out(self, wanted: Collection[Name] = ()) -> None:
        """Make room; what is wanted stays whatever it takes."""
        for name in [name for name in self._kept if name not in wanted]:
            if self._used <= self._room:
                break
            self._used -= len(self._kept.pop(name))


@dataclass
class _Coming:
    """A picture that was ordered, and how urgently."""

    future: asyncio.Future[bytes]
    urgency: int = IN_RESERVE + 1
    begun: bool = False


class Pictures:
    """Pages and their pictures; used from the thread of one event loop."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._pages: ImageCache[str] = ImageCache(ROOM_FOR_PAGES)
        self._made: ImageCache[tuple[str, int]] = ImageCache(ROOM_FOR_PICTURES)
        self._coming: dict[tuple[str, int], _Coming] = {}
        self._orders: PriorityQueue[tuple[int, int, int, tuple[str, int] | None, bytes]] = PriorityQueue()
        self._batches = count()
        self._turn = count()
        self._helpers = ThreadPoolExecutor(min(4, os.cpu_count() or 1), "deflate")
        self._thread = Thread(target=self._make, daemon=True, name="pictures")
        self._thread.start()

    @property
    def known(self) -> frozenset[str]:
        """The keys of all pages that are here."""
        return frozenset(self._pages)

    def add(self, drawn: Mapping[str, bytes], on_show: Collection[str]) -> None:
        """Take in pages; those on show are kept in any case."""
        for key, page in drawn.items():
            self._pages.put(key, page)
        for key in on_show:
            self._pages.get(key)
        self._pages.clear_out(on_show)

    def order(self, keys: Iterable[str], width: int, urgency: int = AT_ONCE) -> None:
        """Have pictures made that nobody waits for yet, before those that were ordered earlier."""
        batch = next(self._batches)
        for key in keys:
            self._future(key, clamped(width), urgency, batch)

    async def picture(self, key: str, width: int) -> bytes | None:
        """The picture of a page in a width; None where there is no such page."""
        future = self._future(key, clamped(width), ASKED)
        # Whoever goes away must not take the picture from others who wait for it.
        return await asyncio.shield(future) if future else None

    def close(self) -> None:
        """Let the threads end; nobody gets a picture any more."""
        self._orders.put((-1, 0, 0, None, b""))
        for coming in self._coming.values():
            coming.future.cancel()
        self._coming.clear()
        # pdfium must not be left in the middle of a page.
        self._thread.join(PATIENCE)
        self._helpers.shutdown(wait=False, cancel_futures=True)

    def _future(self, key: str, width: int, urgency: int, batch: int = 0) -> asyncio.Future[bytes] | None:
        name = (key, width)
        coming, made = self._coming.get(name), self._made.get(name)
        page = self._pages.get(key)
        if coming is None:
            if page is None and made is None:
                return None
            coming = _Coming(self._loop.create_future())
            if made is not None:
                coming.future.set_result(made)
                return coming.future
            self._coming[name] = coming
        if urgency < coming.urgency and page is not None:
            coming.urgency = urgency
            self._orders.put((urgency, -batch, next(self._turn), name, page))
        return coming.future

    def _make(self) -> None:
        """Make one picture after the other, in a thread of its own."""
        while True:
            *_, name, page = self._orders.get()
            if name is None:
                return
            coming = self._coming.get(name)
            if coming is None or coming.begun:  # it was ordered once more, more urgently
                continue
            coming.begun = True
            made: bytes | Exception
            try:
                made = page_picture(page, name[1], self._helpers)
            except Exception as fault:
                made = fault
            try:
                self._loop.call_soon_threadsafe(self._hand_out, name, made)
            except RuntimeError:  # the loop is closed: nobody waits any more
                return

    def _hand_out(self, name: tuple[str, int], made: bytes | Exception) -> None:
        coming = self._coming.pop(name, None)
        if isinstance(made, bytes):
            self._made.put(name, made)
            self._made.clear_out()
        if coming is None or coming.future.cancelled():
            return
        if isinstance(made, bytes):
            coming.future.set_result(made)
        else:
            coming.future.set_exception(made)
            coming.future.exception()  # it is told to whoever asks, and to nobody if nobody does


def clamped(width: int) -> int:
    """A width in pixels that a picture can have."""
    return min(max(width, NARROWEST), WIDEST)


def page_picture(page: bytes, width: int, helpers: ThreadPoolExecutor) -> bytes:
    """The picture of a PDF's one page, as a PNG of exactly that width."""
    import pypdfium2

    with pypdfium2.PdfDocument(page) as document:
        sheet = document[0]
        # The number of pixels is rounded up, and the page fills them exactly.
        bitmap = sheet.render(scale=(width - 0.5) / sheet.get_width(), rev_byteorder=True)
        try:
            pixels = memoryview(bitmap.buffer).cast("B")
            return png(pixels, bitmap.width, bitmap.height, bitmap.stride, helpers)
        finally:
            bitmap.close()
            sheet.close()
