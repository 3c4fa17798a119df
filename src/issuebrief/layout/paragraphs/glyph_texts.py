"""What the glyphs of a text stand for.

In:  a layout of a text, shaped.
Out: for each glyph that is drawn what was typed.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from weasyprint.text.ffi import ffi, pango

from issuebrief.layout.paragraphs.glyph_runs import EMPTY, ShapedLayout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.engine.protocols import TextLayout
    from issuebrief.layout.paragraphs.glyph_runs import GlyphRun

SOFT_HYPHEN, WORD_JOINER = "\u00ad", "\u2060"


def typed_glyphs(layout: TextLayout, *, hyphen: bool) -> list[str]:
    """What each glyph of a layout's first line that is drawn stands for, in the order of the glyphs.

    `hyphen` says that the line ends in a hyphen which was added.
    """
    if isinstance(layout, ShapedLayout) and layout.run:
        texts = list(_of_run(layout.run, layout.text))
    else:
        text, texts = layout.text.encode(), []
        run = layout.get_first_line()[0].runs[0]
        while run != ffi.NULL:
            texts += _typed_run(run.data, text)
            run = run.next
    if hyphen and texts:
        texts[-1] = SOFT_HYPHEN
    return texts


def _of_run(run: GlyphRun, text: str) -> Iterator[str]:
    """What each glyph of a text stands for that was not shaped again."""
    shown = Counter(at for at, glyph in zip(run.letters, run.glyphs, strict=True) if glyph != EMPTY)
    for start, end in pairwise([*dict.fromkeys(run.letters), len(text)]):
        yield from _shared(text[start:end], shown[start])


def _typed_run(run: Any, text: bytes) -> Iterator[str]:
    """What each glyph of one of Pango's runs stands for.

    Glyphs that begin at the same character (a cluster) share the text up to where the next ones begin.
    """
    start, length, leftward = run.item.offset, run.item.length, run.item.analysis.level % 2
    count = run.glyphs.num_glyphs
    clusters = list(run.glyphs.log_clusters[0:count])
    drawn = [info.glyph != pango.PANGO_GLYPH_EMPTY for info in run.glyphs.glyphs[0:count]]
    ends = dict(pairwise(sorted({*clusters, length})))
    for cluster in sorted(set(clusters), reverse=leftward):
        glyphs = sum(shows for shows, at in zip(drawn, clusters, strict=True) if at == cluster)
        letters = text[start + cluster : start + ends[cluster]].decode()
        shared = _shared(letters, glyphs, are_parted=not leftward)
        yield from reversed(shared) if leftward else shared


def _shared(text: str, count: int, *, are_parted: bool = True) -> list[str]:
    """A text shared among so many glyphs: a character for each, and what is over for the last.

    If letters `are_parted`, one with its accent that are drawn as two are read as two (Unicode Standard
    Annex 15, form D).
    """
    if count > len(text) and are_parted:
        text = normalize("NFD", text)
    if count > len(text):
        return [text, *[WORD_JOINER] * (count - 1)]
    return [*text[: count - 1], text[count - 1 :]] if count else []
