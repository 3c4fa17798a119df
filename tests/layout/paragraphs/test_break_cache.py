"""The ways to break paragraphs are remembered: as many as a document has, and a few more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from composing import TEXT
from revisions import small_layout_input

from issuebrief.layout.incremental.layout_cache import LayoutCache
from issuebrief.layout.paragraphs.break_cache import SPARE

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.layout.paragraphs.break_cache import BreakCache

PARAGRAPHS = 12
COMPOSED = ":root { --compose: total-fit } p { text-align: justify }"


def set_body(cache: LayoutCache, folder: Path, texts: list[str]) -> BreakCache:
    """Set paragraphs, and give the ways that are known then."""
    body = "".join(f"<p>{text}</p>" for text in texts)
    assert cache.lay_out(small_layout_input(folder, body, COMPOSED))[0]
    assert cache._loaded
    return cache._loaded.break_cache


def test_as_many_are_kept_as_a_document_needs_and_a_few_more(tmp_path: Path) -> None:
    cache = LayoutCache()
    texts = [f"{number}. {TEXT}" for number in range(PARAGRAPHS)]
    break_cache = set_body(cache, tmp_path, texts)
    assert len(break_cache._known) == PARAGRAPHS
    for number in range(SPARE + 10):
        texts[3] = f"{TEXT} And so {number} times."
        set_body(cache, tmp_path, texts)
    assert len(break_cache._known) == PARAGRAPHS + SPARE


def test_a_shorter_document_needs_fewer(tmp_path: Path) -> None:
    cache = LayoutCache()
    texts = [f"{number}. {TEXT}" for number in range(SPARE + 20)]
    assert len(set_body(cache, tmp_path, texts)._known) == SPARE + 20
    # With another language it is laid out whole.
    body = f"<p>{TEXT}</p>"
    assert cache.lay_out(small_layout_input(tmp_path, body, COMPOSED, lang="de"))[0]
    assert cache._loaded
    assert len(cache._loaded.break_cache._known) == SPARE + 1
