"""Pictures of pages: what they show, which come first, and how much is kept."""

from __future__ import annotations

import asyncio
from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PIL import Image
from preview_server import alone

from issuebrief.preview import page_images as pages
from issuebrief.preview.page_images import AT_ONCE, IN_RESERVE, ImageCache, Pictures, clamped

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine


def page(width: float = 200, height: float = 100) -> bytes:
    target = BytesIO()
    with pypdfium2.PdfDocument.new() as document:
        document.new_page(width, height).close()
        document.save(target)
    return target.getvalue()


def on_pictures(work: Callable[[Pictures], Coroutine[None, None, None]]) -> None:
    async def run() -> None:
        pictures = Pictures()
        try:
            await work(pictures)
        finally:
            pictures.close()

    alone(run())


@pytest.mark.parametrize("width", [40, 333, 1400])
def test_a_picture_is_as_wide_as_was_asked(width: int) -> None:
    async def work(pictures: Pictures) -> None:
        pictures.add({"a": page()}, {"a"})
        made = await pictures.picture("a", width)
        assert made
        with Image.open(BytesIO(made)) as image:
            assert (image.width, image.height) == (width, -(-width // 2))
            assert image.getpixel((5, 5)) == (255, 255, 255)

    on_pictures(work)


def test_there_is_no_picture_of_an_unknown_page() -> None:
    async def work(pictures: Pictures) -> None:
        assert await pictures.picture("a", 100) is None

    on_pictures(work)


def test_a_width_beyond_reason_is_brought_back_to_reason() -> None:
    assert [clamped(width) for width in (-5, 0, 40, 1000, 10**9)] == [40, 40, 40, 1000, 4000]


def test_a_picture_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []

    def make(_page: bytes, width: int, _helpers: object) -> bytes:
        made.append(width)
        return b"picture"

    monkeypatch.setattr(pages, "page_picture", make)

    async def work(pictures: Pictures) -> None:
        pictures.add({"a": b"page"}, {"a"})
        pictures.order(["a"], 100)
        both = list(await asyncio.gather(pictures.picture("a", 100), pictures.picture("a", 100)))
        assert both == [b"picture", b"picture"]
        assert await pictures.picture("a", 100) == b"picture"
        assert await pictures.picture("a", 200) == b"picture"

    on_pictures(work)
    assert made == [100, 200]


def test_what_is_in_sight_comes_first_and_the_latest_sight_before_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from threading import Event

    made: list[bytes] = []
    begun, go_on = Event(), Event()

    def make(page: bytes, _width: int, _helpers: object) -> bytes:
        begun.set()
        assert go_on.wait(20)
        made.append(page)
        return page

    monkeypatch.setattr(pages, "page_picture", make)

    async def work(pictures: Pictures) -> None:
        pictures.add({name: name.encode() for name in "abcdefg"}, set("abcdefg"))
        pictures.order("a", 100)
        await asyncio.to_thread(begun.wait, 20)
        asked = asyncio.ensure_future(pictures.picture("d", 100))
        pictures.order("e", 100, IN_RESERVE)
        pictures.order("f", 100, IN_RESERVE)
        await asyncio.sleep(0)
        pictures.order("bc", 100, AT_ONCE)
        pictures.order("gf", 100, AT_ONCE)
        go_on.set()
        await asyncio.gather(asked, *(pictures.picture(name, 100) for name in "bcefg"))

    on_pictures(work)
    assert b"".join(made) == b"agfbcde"


def test_a_page_that_is_no_pdf_costs_nobody_else_anything() -> None:
    async def work(pictures: Pictures) -> None:
        pictures.add({"a": b"nonsense", "b": page()}, {"a", "b"})
        with pytest.raises(pypdfium2.PdfiumError):
            await pictures.picture("a", 100)
        assert await pictures.picture("b", 100)

    on_pictures(work)


def test_whoever_waits_for_a_picture_when_the_preview_closes_is_sent_away() -> None:
    async def work(pictures: Pictures) -> None:
        pictures.add({"a": page()}, {"a"})
        waiting = asyncio.ensure_future(pictures.picture("a", 4000))
        await asyncio.sleep(0)
        pictures.close()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    on_pictures(work)


def test_a_shelf_lets_go_what_was_longest_unused() -> None:
    cache: ImageCache[str] = ImageCache(10)
    for name in "abc":
        cache.put(name, b"1234")
    assert cache.used == 12
    cache.get("a")
    cache.clear_out()
    assert (set(cache), cache.used) == ({"a", "c"}, 8)
    cache.put("c", b"123456789")
    cache.clear_out({"a"})
    assert (set(cache), cache.used) == ({"a"}, 4)


def test_a_shelf_keeps_what_is_wanted_whatever_it_takes() -> None:
    cache: ImageCache[str] = ImageCache(3)
    cache.put("a", b"1234")
    cache.put("b", b"1234")
    cache.clear_out({"a", "b"})
    assert set(cache) == {"a", "b"}


def test_what_is_kept_stays_within_bounds_over_many_revisions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "ROOM_FOR_PAGES", 1000)
    monkeypatch.setattr(pages, "ROOM_FOR_PICTURES", 1000)
    monkeypatch.setattr(pages, "page_picture", lambda page, _width, _helpers: page * 2)

    async def work(pictures: Pictures) -> None:
        for number in range(100):
            key = f"key {number}"
            pictures.add({key: b"x" * 100}, {key})
            assert await pictures.picture(key, 100) == b"x" * 200
        assert len(pictures.known) <= 11
        assert pictures._pages.used <= 1100
        assert pictures._made.used <= 1200

    on_pictures(work)
