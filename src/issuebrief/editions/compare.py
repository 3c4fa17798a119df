"""Where a translation is out of step with its original.

In:  the outlines of both, and the file of the translation.
Out: problems: sections, figures, tables, boxes, notes, pull-quotes or numbers that only one of them has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, warning
from issuebrief.frontmatter.read import locate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.editions.outline import EditionOutline, SectionHeading
    from issuebrief.frontmatter.source import Source

CODE = "editions.out-of-step"
MOST = 5
"""Numbers that are shown."""
LONGEST = 60
"""Letters of a heading that are shown."""
ONE = {"figures": "figure", "tables": "table", "boxes": "box", "notes": "note", "pull-quotes": "pull-quote"}
"""What is counted, and what one of it is called."""


def out_of_step(
    translation: EditionOutline, original: EditionOutline, source: Source, name: str
) -> Iterator[Diagnostic]:
    """What differs between a translation, whose file is `source`, and the original in the file of a name."""
    own = source.path.name
    if [each.level for each in translation.headings] != [each.level for each in original.headings]:
        yield _sections(translation.headings, original.headings, source, name)
    for kind, one in ONE.items():
        here, there = (each.counts.get(kind, 0) for each in (translation, original))
        if here != there:
            message = f"{own} has {_counted(here, kind, one)}, {name} has {_counted(there, kind, one)}"
            yield _told(
                source, 0, message, f"translate what is missing, or take out what {name} no longer has"
            )
    yield from _numbers(translation.numbers, original.numbers, source, name)


def _sections(
    here: Sequence[SectionHeading], there: Sequence[SectionHeading], source: Source, name: str
) -> Diagnostic:
    """The first heading at which the sections differ."""
    pairs = zip(here, there, strict=False)
    at = next(
        (n for n, (one, other) in enumerate(pairs) if one.level != other.level), min(len(here), len(there))
    )
    line = here[at].line if at < len(here) else 0
    if at >= len(here):
        message = f"nothing in {source.path.name} stands for the heading “{_shown(there[at])}” in {name}"
    elif at >= len(there):
        message = f"nothing in {name} stands for the heading “{_shown(here[at])}”"
    else:
        message = (
            f"the heading “{_shown(here[at])}” stands where {name} has “{_shown(there[at])}” of another level"
        )
    return _told(source, line, message, "let the editions have the same sections, of the same levels")


def _numbers(here: dict[str, str], there: dict[str, str], source: Source, name: str) -> Iterator[Diagnostic]:
    own = source.path.name
    for lacking, given, without, has in ((here, there, own, name), (there, here, name, own)):
        missing = [written for digits, written in given.items() if digits not in lacking]
        if missing:
            more = " and others" if len(missing) > MOST else ""
            listed = ", ".join(f"“{written}”" for written in missing[:MOST])
            message = f"numbers in the text of {has} that are not in {without}: {listed}{more}"
            yield _told(
                source, 0, message, "compare the passages; a number may have been changed in one of them"
            )


def _counted(count: int, kind: str, one: str) -> str:
    return f"{count or 'no'} {one if count == 1 else kind}"


def _shown(heading: SectionHeading) -> str:
    words = heading.words
    return words if len(words) <= LONGEST else words[:LONGEST] + "…"


def _told(source: Source, line: int, message: str, hint: str) -> Diagnostic:
    place = source.place(line, 1) if line else locate(source, "title")
    return warning(CODE, message, place, hint, source.excerpt(place))
