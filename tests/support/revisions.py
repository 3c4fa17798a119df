"""Revisions of a brief for tests: laid out incrementally and, for comparison, in full."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from composing import FONTS
from weasyprint.formatting_structure import boxes

from issuebrief.engine.pages import LayoutInput
from issuebrief.html import make_page
from issuebrief.layout import engine
from issuebrief.layout.boxes.fragments import fragments, laid_out
from issuebrief.layout.incremental.layout_cache import LayoutCache
from issuebrief.pipeline.read import read
from issuebrief.pipeline.set_pages import layout_input_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.engine.pages import Pages
    from issuebrief.job import Job

SIZES = ("position_x", "position_y", "width", "height", "margin_top", "margin_bottom")
SMALL_STYLE = f"""
@font-face {{ font-family: Serif; src: url({FONTS.as_uri()}/source-serif/SourceSerif4-Regular.otf) }}
:root {{ --grid: 10px }}
@page {{ size: 300px 200px; margin: 20px }}
html {{ font: 10px/10px Serif; color: #000; orphans: 1; widows: 1 }}
body, p, h2, ul, ol, li, figure, aside, td, blockquote {{ margin: 0; padding: 0 }}
"""


@dataclass
class RevisionCheck:
    """A place where one brief is set again and again; each revision must be as if it were the first."""

    cache: LayoutCache = field(default_factory=LayoutCache)
    pages: Pages | None = None
    before: tuple[Any, ...] = ()
    expected: list[Pages] = field(default_factory=list)

    def set(self, layout_input: LayoutInput) -> list[int]:
        """Set the next revision, and compare it; the pages, from 1, that were made anew."""
        found, problems = self.cache.lay_out(layout_input, expect=self.expected.append)
        fresh, told = engine.lay_out(layout_input)
        assert weighty(problems) == weighty(told)
        assert (found is None) == (fresh is None)
        if found is None or fresh is None:
            self.pages, self.before = None, ()
            return []
        assert_same(found, fresh)
        old = set(map(id, self.before))
        self.pages, self.before = found, tuple(found.document.pages)
        return [number for number, page in enumerate(self.before, 1) if id(page) not in old]


def weighty(problems: tuple[Diagnostic, ...]) -> set[str]:
    """Problems above INFO: an incremental layout reports no others."""
    return {str(problem) for problem in problems if problem.severity.name != "INFO"}


def assert_same(found: Pages, wanted: Pages) -> None:
    """Two layouts are the same: their pages, box by box, their links, bookmarks, and lines of the file."""
    assert len(found) == len(wanted)
    for number, (one, other) in enumerate(zip(found.document.pages, wanted.document.pages, strict=True), 1):
        for box, like in zip(flat(one), flat(other), strict=False):
            assert box == like, f"page {number}"
        assert len(list(flat(one))) == len(list(flat(other))), f"page {number}"
        assert named(one) == named(other), f"page {number}"
    assert fragments(found) == fragments(wanted)
    assert vars(found.document.metadata) == vars(wanted.document.metadata)


def flat(page: Any) -> Iterator[tuple[Any, ...]]:
    """All boxes of a page: what they are, where they are, what they say."""
    return _flat(page._page_box)


def _flat(box: Any) -> Iterator[tuple[Any, ...]]:
    box = laid_out(box)
    said: tuple[Any, ...] = ()
    if isinstance(box, boxes.TextBox):
        said = (box.text, number(box.style["letter_spacing"]), number(box.justification_spacing))
    yield (type(box).__name__, box.element_tag, *(number(getattr(box, name, None)) for name in SIZES), *said)
    for child in box.children if isinstance(box, boxes.ParentBox) else ():
        yield from _flat(child)


def number(value: Any) -> Any:
    return round(value, 2) if isinstance(value, int | float) else value if isinstance(value, str) else None


def named(page: Any) -> tuple[Any, ...]:
    """The links, anchors and bookmarks of a page."""
    links = [(kind, target, [round(edge, 2) for edge in place]) for kind, target, place, _ in page.links]
    anchors = {name: [round(edge, 2) for edge in place[:2]] for name, place in page.anchors.items()}
    marks = [(level, label, [round(edge, 2) for edge in place]) for level, label, place, _ in page.bookmarks]
    return links, anchors, marks


def texts(pages: Pages) -> list[str]:
    """What each page says."""
    return [
        " ".join(said[8] for said in flat(page) if len(said) > 8 and str(said[8]).strip())
        for page in pages.document.pages
    ]


def small_layout_input(folder: Path, body: str, css: str = "", lang: str = "en") -> LayoutInput:
    """A few paragraphs on small pages, not composed; `body` is HTML."""
    style = folder / "style.css"
    if not style.exists() or style.read_text("utf-8") != SMALL_STYLE + css:
        style.write_text(SMALL_STYLE + css, "utf-8")
    html = f'<!DOCTYPE html>\n<html lang="{lang}"><head><title>Small</title></head><body>{body}</body></html>'
    return LayoutInput(html, folder / "brief.md", (style,), (folder, FONTS))


def layout_input_for(job: Job) -> LayoutInput:
    """What the layout is told of a brief as its files are now."""
    manuscript, problems = read(job)
    assert manuscript is not None, problems
    html, _ = make_page(manuscript.brief, manuscript.body, manuscript.theme, job.search_path)
    return layout_input_of(job, manuscript, html)
