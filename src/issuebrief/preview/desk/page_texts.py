"""The texts of pages, as a browser asks for them.

In:  laid-out pages, in the process that sets them; what came of them, in the one that serves them.
Out: JSON for a page; the texts of all pages that are kept, by the keys of these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from issuebrief.engine.protocols import DrawnPage
    from issuebrief.layout.paragraphs.text_metrics import TextMetrics


def text_of(page: DrawnPage, metrics: TextMetrics) -> bytes:
    """The lines of a page as JSON: see `layout/inspect/page_text.py`."""
    from issuebrief.layout.inspect.page_text import page_text

    return msgspec.json.encode(page_text(page, metrics))


class PageTexts:
    """Texts by the keys of their pages, for as long as there are pictures of these."""

    def __init__(self) -> None:
        self._texts: dict[str, bytes] = {}

    def add(self, texts: Mapping[str, bytes], kept: Collection[str]) -> None:
        """Take in texts, and let go of those whose pages are not kept any more."""
        self._texts.update(texts)
        for key in [key for key in self._texts if key not in kept]:
            del self._texts[key]

    def get(self, key: str) -> bytes | None:
        """The text of a page."""
        return self._texts.get(key)
