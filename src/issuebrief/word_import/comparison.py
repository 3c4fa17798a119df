"""Hold a brief against the manuscript that it was made of.

In:  words and parts of both.
Out: how many there are on either side, and a problem for all that is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from issuebrief.word_import.documents.import_problems import failed, quoted
from issuebrief.word_import.documents.model import Count
from issuebrief.word_import.word_counts import lost_words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.word_import.inlines import Gathering

COPY = "copy it from the manuscript, and report this as a fault of issuebrief"


def compared_words(
    manuscript: Mapping[int, str], brief: str, gone: Collection[str], path: Path
) -> tuple[Count, list[Diagnostic]]:
    """The words on both sides, and a problem for each paragraph of which some are missing."""
    before, after, lost = lost_words(manuscript, brief, gone)
    problems = []
    for number, missed in lost:
        message = f"words are not in the brief: {quoted(' '.join(missed))}"
        if number < 0:
            message += f", of the note {quoted(manuscript[number])}"
        problems.append(failed("word.lost", path, message, COPY, max(number, 0)))
    return Count("words", before, after), problems


def counted_parts(before: Mapping[str, int], gathered: Gathering, pictures: int) -> list[Count]:
    """Notes, tables, pictures, links and equations on both sides."""
    after = {
        "notes": len(gathered.notes),
        "tables": gathered.tables,
        "pictures": pictures,
        "links": gathered.links,
        "equations": gathered.equations,
    }
    return [Count(kind, before.get(kind, number), number) for kind, number in after.items()]


def told_differences(counts: Sequence[Count], path: Path) -> list[Diagnostic]:
    """A problem for each kind of which the brief has fewer."""
    return [
        failed(
            "word.lost",
            path,
            f"there are {count.before} {count.kind} in the manuscript and {count.after} in the brief",
            "look for the others in the manuscript",
        )
        for count in counts
        if count.after < count.before
    ]


def all_words(value: Any) -> list[str]:
    """All strings of text in Pandoc's tree, but for descriptions of pictures."""
    if isinstance(value, dict):
        if value.get("t") == "Str":
            return [value["c"]]
        if value.get("t") == "Image":
            return []
        return [word for inner in value.values() for word in all_words(inner)]
    return [word for inner in value for word in all_words(inner)] if isinstance(value, list) else []
