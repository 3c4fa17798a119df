"""Lines of Chinese and Japanese: how far their letters are set apart.

In:  a measured paragraph, a line of it, and what that lacks to the measure.
Out: the white between ideographs, in px, and the parts of a text that have it. Words in another script keep
     their letters together. And what stands between letters in any line: white beside words in another
     script, and less than the face has between marks.
"""

from __future__ import annotations

from array import array
from itertools import accumulate, groupby
from math import inf
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from issuebrief.layout.boxes.fragments import class_names
from issuebrief.linebreak.east_asian import CharacterClass, class_of, white_between
from issuebrief.linebreak.spacing import HALF, IDEOGRAPH, MOST_APART, MOST_WIDER, SQUARE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.layout.paragraphs.inline_items import InlineRun
    from issuebrief.layout.paragraphs.line_spec import LineSpec

LEAST_IDEOGRAPHS = 1 / 3
"""The share of a line's letters that are ideographs in a line that is filled by setting these apart."""


class _Letter(NamedTuple):
    """A letter of a paragraph; its width and the size of its face, in px.

    `mark` is where a note's mark before it begins.
    """

    offset: int
    letter_class: CharacterClass
    width: float
    em: float
    mark: int | None


def add_gaps(run: InlineRun, autospace: float, width: float) -> None:
    """Move the letters of a measured paragraph by the white that is added before them, or left out.

    `autospace` is the white beside words in another script, in em, `width` that of the box, in px. A line
    that fills its box without such white gets none: the engine makes boxes as wide as what they hold.
    """
    if not IDEOGRAPH.search(run.text):
        return
    found, whole = _gaps(run, autospace), run.places[-1]
    if whole <= width * 1.001 < whole + sum(found.values()):
        found = {offset: white for offset, white in found.items() if white < 0}
    if found:
        run.gaps = found
        added = accumulate(found.get(offset, 0.0) for offset in range(len(run.places)))
        run.places = array("d", map(add, run.places, added))


def _gaps(run: InlineRun, autospace: float) -> dict[int, float]:
    """By offset, the white that is added before a letter, in px; below 0 where it is left out.

    The mark of a note belongs to what is before it, so that the white in a full stop stands behind the mark.
    """
    found: dict[int, float] = {}
    before = _Letter(0, CharacterClass.ELSE, 0.0, 0.0, None)
    for letter in _letters(run):
        white = white_between(before.letter_class, letter.letter_class, autospace)
        half = HALF * (before if before.letter_class is CharacterClass.CLOSING else letter).width
        if letter.mark is not None:
            if before.letter_class is CharacterClass.CLOSING:
                found[letter.mark] = -half
                found[letter.offset] = half if white == 0 else 0.0
        elif white:
            found[letter.offset] = white * letter.em if white > 0 else -half
        before = letter
    return {
        at: white for at, white in found.items() if white and at not in run.opening and at not in run.closing
    }


def _letters(run: InlineRun) -> Iterator[_Letter]:
    """The letters of a paragraph, but for the marks of notes; and its end, if such a mark stands there."""
    mark: int | None = None
    for item in run.items:
        if item.start and "note-mark" in class_names(item.box.element):
            mark = item.start if mark is None else mark
            continue
        em, lang = item.box.style["font_size"], item.box.style["lang"] or ""
        for offset in range(item.start, item.end):
            width = run.places[offset + 1] - run.places[offset]
            yield _Letter(offset, class_of(run.text[offset], width >= SQUARE * em, lang), width, em, mark)
            mark = None
    if mark is not None:
        yield _Letter(len(run.text), CharacterClass.SPACE, 0.0, 0.0, mark)


def parted(run: InlineRun, start: int, text: str) -> list[tuple[float, str]]:
    """A text that begins at an offset of a paragraph, parted where white is added; with that before each."""
    cuts = [at - start for at in range(start + 1, start + len(text)) if at in run.gaps]
    ends = zip([0, *cuts], [*cuts, len(text)], strict=True)
    return [(run.gaps.get(start + begin, 0.0), text[begin:end]) for begin, end in ends]


def ideographs_apart(run: InlineRun, line: LineSpec, excess: float) -> float:
    """How far the ideographs of a line are set apart to fill it, in px; 0 where it is not made of them.

    `excess` is what the line lacks. Spaces between words in another script take what would show, and grow to
    half an em; what is left shows less between many ideographs.
    """
    text = run.text[line.start : line.stop(run.text)]
    # The last one is set apart from nothing.
    count = len(IDEOGRAPH.findall(text, 0, len(text) - 1)) if text else 0
    # They have no white to give: a line that is too long is drawn together by its spaces.
    if excess <= 0 or count < LEAST_IDEOGRAPHS * len(text):
        return 0.0
    em, spaces = run.item_at(line.start).box.style["font_size"], text.count(" ")
    most = MOST_APART * em if spaces else inf
    left = excess - spaces * MOST_WIDER * em
    return round(float(min(excess / count, max(most, left / count))), 3)


def parts_apart(text: str, apart: float) -> list[tuple[str, float]]:
    """Ideographs and other letters by turns, each part with what its letters are set apart, in px."""
    runs = groupby(text, key=lambda letter: bool(IDEOGRAPH.match(letter)))
    return [("".join(letters), apart if wide else 0.0) for wide, letters in runs]
