"""Looking for markup that is shown takes memory in proportion to the text."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

import pytest

from issuebrief.frontmatter.source import read_source
from issuebrief.preflight.wording.raw_markup import raw_markup

if TYPE_CHECKING:
    from pathlib import Path

LINK = "Of the harbour, see [page {n}](https://example.org/{n}). "
EMPHASIS = "Of the *harbour {n}*, see **page {n}**. "


@pytest.mark.parametrize("piece", [LINK, EMPHASIS], ids=["links", "emphasis"])
def test_many_signs_hold_no_copies_of_the_text_behind_them(tmp_path: Path, piece: str) -> None:
    path = tmp_path / "brief.md"
    path.write_text("---\ntitle: A\n---\n\n" + "".join(piece.format(n=n) for n in range(2_000)))
    source, _ = read_source(path)
    assert source
    shown = "".join(f"Of the harbour {n}, see page {n}. *" for n in range(2_000))
    tracemalloc.start()
    try:
        assert list(raw_markup(source, [shown], [], [])) == []
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 60 * len(source.body)
