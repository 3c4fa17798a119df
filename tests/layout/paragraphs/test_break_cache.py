"""The ways to break paragraphs are remembered: as many as a document has, and a few more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from composing import TEXT
from revisions import small_sheet

from issuebrief.layout.incremental.layout_cache import LayoutCache
from issuebrief.layout.paragraphs.break_cache import SPARE

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.layout.paragraphs.break_cache import Ways

PARAGRAPHS = 12
COMPOSED = ":root { --compose: total-fit } p { text-align: justify }"


def set_body(standing: LayoutCache, folder: Path, texts: list[str]) -> Ways:
    """Set paragraphs, and give the ways that are known then."""
    body = "".join(f"<p>{text}</p>" for text in texts)
    assert standing.lay_out(small_sheet(folder, body, COMPOSED))[0]
    assert standing._loaded
    return standing._loaded.ways


def test_as_many_are_kept_as_a_document_needs_and_a_few_more(tmp_path: Path) -> None:
    standing = LayoutCache()
    texts = [f"{number}. {TEXT}" for number in range(PARAGRAPHS)]
    ways = set_body(standing, tmp_path, texts)
    assert len(ways._known) == PARAGRAPHS
    for number in range(SPARE + 10):
        texts[3] = f"{TEXT} And so {number} times."
        set_body(standing, tmp_path, texts)
    assert len(ways._known) == PARAGRAPHS + SPARE


def test_a_shorter_document_needs_fewer(tmp_path: Path) -> None:
    standing = LayoutCache()
    texts = [f"{number}. {TEXT}" for number in range(SPARE + 20)]
    assert len(set_body(standing, tmp_path, texts)._known) == SPARE + 20
    # With another language it is laid out whole.
    body = f"<p>{TEXT}</p>"
    assert standing.lay_out(small_sheet(tmp_path, body, COMPOSED, lang="de"))[0]
    assert standing._loaded
    assert len(standing._loaded.ways._known) == SPARE + 1
