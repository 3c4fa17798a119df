"""Rules for lines and paragraphs: loose lines, ladders, widows, orphans.

In:  a `Proof`.
Out: `Finding` values.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from issuebrief.linebreak.hyphens import HYPHENS
from issuebrief.preflight.proof import Finding, Proof, quoted, spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.layout.inspect.facts import Line


NARROW = 12
"""Below this measure, in em, as cells of tables have it, every line may have to end in a hyphen."""


def loose_lines(proof: Proof) -> Iterator[Finding]:
    """Justified lines whose words stand too far apart; all those of a paragraph are told at once."""
    found: dict[int, list[Line]] = {}
    for line in proof.facts.lines:
        if line.gap > proof.limits.word_gap:
            found.setdefault(line.paragraph, []).append(line)
    for lines in found.values():
        loosest = max(lines, key=lambda line: line.gap)
        which = "a line are" if len(lines) == 1 else f"{len(lines)} lines of a paragraph are up to"
        far = f"{which} {loosest.gap:.1f} times as far apart as they should be"
        yield Finding(
            f"the words of {far}: {quoted(loosest.text)}",
            "change a word or two before it in the paragraph, or allow a long word to be divided (&shy;)",
            tuple(spot(line.page, line.rect) for line in sorted(lines, key=lambda line: line is not loosest)),
            loosest.source,
            loosest.text,
        )


def ladders(proof: Proof) -> Iterator[Finding]:
    """Hyphens at the ends of several lines in a row."""
    for lines in _paragraphs(proof):
        for hyphenated, run in groupby(lines, key=lambda line: (line.text.endswith(HYPHENS), line.stretch)):
            ladder = list(run)
            narrow = ladder[0].room.width < NARROW * ladder[0].size
            if hyphenated[0] and len(ladder) >= proof.limits.ladder and not narrow:
                yield Finding(
                    f"{len(ladder)} lines in a row end in a hyphen, from {quoted(ladder[0].text)}",
                    "change a word of one of them, or keep one whole with &#8288; (word joiner) before it",
                    tuple(spot(line.page, line.rect) for line in ladder),
                    ladder[0].source,
                    ladder[0].text,
                )


def widows(proof: Proof) -> Iterator[Finding]:
    """Last lines of paragraphs that stand alone at the top of a column."""
    for lines in _paragraphs(proof):
        if len(lines) > 1 and lines[-1].last and lines[-1].stretch != lines[-2].stretch:
            yield _alone(lines[-1], "the last line of a paragraph is alone at the top of a column")


def orphans(proof: Proof) -> Iterator[Finding]:
    """First lines of paragraphs that stand alone at the foot of a column."""
    for lines in _paragraphs(proof):
        if len(lines) > 1 and lines[0].first and lines[0].stretch != lines[1].stretch:
            yield _alone(lines[0], "the first line of a paragraph is alone at the foot of a column")


def _alone(line: Line, message: str) -> Finding:
    hint = "shorten or lengthen a paragraph before it by a line"
    where = (spot(line.page, line.rect),)
    return Finding(f"{message}: {quoted(line.text)}", hint, where, line.source, line.text)


def _paragraphs(proof: Proof) -> Iterator[list[Line]]:
    """The lines of each paragraph of running text, in order, over columns and pages."""
    found: dict[int, list[Line]] = {}
    for line in proof.facts.lines:
        if not line.level:
            found.setdefault(line.paragraph, []).append(line)
    yield from found.values()
