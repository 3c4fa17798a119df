"""Rules for columns: headings without their text, columns of unequal depth.

In:  a `Proof`.
Out: `Finding` values.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from issuebrief.preflight.proof import Finding, Proof, quoted, spot
from issuebrief.units import PT_PER_PX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.layout.inspect.facts import Column, Line, SetPicture, Table

ENOUGH = 2
"""Lines of text that a heading must have under it."""

ORPHANS, WIDOWS = 2, 2
"""The least lines of a paragraph at the foot of a column, and at the top of the next."""
UNPARTED = 3
"""Lines of the longest paragraph of which two cannot stand at each side of a break."""


def stranded_headings(proof: Proof) -> Iterator[Finding]:
    """Headings at the foot of a column whose text begins in the next one."""
    texts = {column.number: column.text for column in proof.facts.columns}
    flow = [line for line in proof.facts.lines if line.column >= 0]
    for number, line in enumerate(flow):
        if not line.level or not line.last or line.stretch != line.column:
            continue
        parted = [
            other
            for other in _under(line, flow[number + 1 :])
            if other.column != line.column and texts.get(other.column) == texts.get(line.column)
        ]
        if parted and not _has_picture_below(line, proof) and not _has_block_between(line, parted[0], proof):
            yield Finding(
                f"a heading is at the foot of a column and its text in the next: {quoted(line.text)}",
                "shorten or lengthen a paragraph before it by a line",
                (spot(line.page, line.rect),),
                line.source,
                line.text,
            )


def _under(heading: Line, following: list[Line]) -> list[Line]:
    """The first lines of text under a heading, those under a lower one between them included.

    Lines of another size in another column are captions of figures, which may have floated there.
    """
    found: list[Line] = []
    for line in following:
        if 0 < line.level <= heading.level or len(found) == ENOUGH:
            break
        is_beside = line.column != heading.column
        if not line.level and not (is_beside and found and line.size != found[0].size):
            found.append(line)
    return found


def _has_picture_below(line: Line, proof: Proof) -> bool:
    return any(
        picture.column == line.column and picture.rect.y > line.baseline for picture in proof.facts.pictures
    )


def _has_block_between(heading: Line, text: Line, proof: Proof) -> bool:
    """Whether a picture or a table over all columns begins under a heading and before its text."""
    blocks: tuple[SetPicture | Table, ...] = (*proof.facts.pictures, *proof.facts.tables)
    return any(
        block.page == heading.page
        and block.rect.y >= heading.baseline
        and block.rect.x < heading.rect.right
        and block.rect.right > heading.rect.x
        and (text.page > block.page or text.rect.y >= block.rect.y)
        for block in blocks
    )


def uneven_columns(proof: Proof) -> Iterator[Finding]:
    """Columns side by side whose last lines do not stand level.

    Left out are columns that end in a picture or a table, those of the last page of a text, whose lines may
    not divide evenly, and what is missing for a paragraph that cannot be parted there.
    """
    lengths = Counter(line.paragraph for line in proof.facts.lines)
    columns = proof.facts.columns
    for _, together in groupby(columns, key=lambda column: column.group):
        ends = [(column, end) for column in together if column.runs_on and (end := _last_line(column, proof))]
        if len(ends) < 2:
            continue
        column, high = min(ends, key=lambda pair: pair[1].baseline)
        low = max((end for _, end in ends), key=lambda end: end.baseline)
        allowed = proof.limits.column_depth
        following = _first_line_after(column, proof)
        if following:
            allowed += _kept_together(following, proof, lengths) * following.rect.height * PT_PER_PX
        difference = (low.baseline - high.baseline) * PT_PER_PX
        if difference > allowed:
            yield Finding(
                f"two columns side by side differ in depth by {difference:.0f} pt",
                "move the figure or table that follows, or shorten or lengthen a paragraph by a line",
                tuple(spot(end.page, end.rect) for end in (high, low)),
                high.source,
                high.text,
            )


def _last_line(column: Column, proof: Proof) -> Line | None:
    """The last line of a column, unless a picture or a table stands under it or holds it."""
    lines = [line for line in proof.facts.lines if line.column == column.number]
    last = max(lines, key=lambda line: (line.baseline, line.stretch == line.column), default=None)
    if last is None or last.stretch != column.number or _has_picture_below(last, proof):
        return None
    return last


def _kept_together(following: Line, proof: Proof, lengths: Counter[int]) -> int:
    """The lines that may be missing above a line that begins a column, for no line to stand alone.

    A short paragraph goes over whole, a longer one does not begin with one line; its last line takes the
    one before it along.
    """
    if following.first:
        whole = lengths[following.paragraph]
        return whole if whole <= UNPARTED else ORPHANS - 1
    rest = sum(
        line.paragraph == following.paragraph and line.column == following.column
        for line in proof.facts.lines
    )
    return WIDOWS - 1 if rest == WIDOWS else 0


def _first_line_after(column: Column, proof: Proof) -> Line | None:
    """The first line of the column that the same text goes on in, unless something else stands above it."""
    order = [other.number for other in proof.facts.columns if other.text == column.text]
    following = order[order.index(column.number) + 1 :][:1]
    lines = (line for line in proof.facts.lines if line.column in following)
    first = next(lines, None)
    return first if first and first.stretch == first.column else None
