"""An author's corrections, to be accepted or rejected one by one.

In:  the record that `issuebrief import --into` left beside a brief, and what an editor decides.
Out: `ShownCorrection` values; the brief and the record, written one after the other.

The brief is written only if it is as it was read. A correction whose words were changed by hand is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.atomic_write import write_file
from issuebrief.file_access import MOST_TEXT, read
from issuebrief.word_export.correction_record import ACCEPTED, RECORD, as_json, decided, read_record

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.word_export.correction_record import AuthorCorrection, CorrectionRecord

MOST_BYTES = 20_000_000
AROUND = 48
"""So many letters are shown on either side of a change."""
WORDS_BEFORE = 4
"""So many words before a change help to find it on the pages."""
MARKS = re.compile(r"\[\^[^\]]*\]|\]\([^)]*\)|\{[^}]*\}|[*_`#>|\[\]\\]")
MEANWHILE = "The brief was changed at this place meanwhile. Change it there by hand."
ELSEWHERE = "The brief was written by somebody else at the same moment. Try again."


@dataclass(frozen=True)
class ShownCorrection:
    """A correction as it is shown: the words before and after it, those taken out and those put in.

    `about` are words on the page, by which its place is found; `line` is that of the brief as it was
    corrected.
    """

    id: str
    state: str
    line: int
    lead: str
    before: str
    after: str
    trail: str
    about: str


def shown_corrections(brief: Path) -> tuple[str, tuple[ShownCorrection, ...]]:
    """The name of the file that was corrected, and its corrections in the order of the brief."""
    record = _record(brief)
    if record is None:
        return "", ()
    ordered = sorted(record.corrections, key=lambda each: each.splices[0].start)
    return record.manuscript, tuple(_shown(each, record.base) for each in ordered)


def _shown(correction: AuthorCorrection, base: str) -> ShownCorrection:
    first, last = correction.splices[0], correction.splices[0]
    lead, trail = _lead(base[: first.start]), _trail(base[last.end :])
    before = " … ".join(base[each.start : each.end].strip("\n") for each in correction.splices)
    after = " … ".join(each.new.strip("\n") for each in correction.splices)
    stands = after if correction.state == ACCEPTED else before
    known = MARKS.sub(" ", lead).split()[-WORDS_BEFORE:]
    if first.new.endswith("\n") or base[first.start : first.end].endswith("\n"):
        # Whole lines: what follows them says where they are, and is no part of them.
        known, trail, stands = [], "", stands.strip() or trail
    about = " ".join([*known, *MARKS.sub(" ", stands).split()][: 2 * WORDS_BEFORE])
    line = base.count("\n", 0, first.start) + 1
    return ShownCorrection(
        correction.id, correction.state, line, lead, before.strip(" …"), after.strip(" …"), trail, about
    )


def _lead(text: str) -> str:
    """The last words of a line, whole ones."""
    line = text[-AROUND - 1 :].rpartition("\n")[2]
    return f"… {line.partition(' ')[2]}" if len(line) > AROUND else line


def _trail(text: str) -> str:
    """The first words of a line, whole ones."""
    line = text[: AROUND + 1].partition("\n")[0]
    return f"{line.rpartition(' ')[0]} …" if len(line) > AROUND else line


def decide(brief: Path, name: str, state: str) -> str | None:
    """Write what follows from a decision; what went wrong, or None where there is none of that name."""
    record = _record(brief)
    try:
        content = read(brief, (brief.parent,), MOST_TEXT)
        text = content.decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return f"{brief.name} cannot be read."
    ends = "\r\n" if "\r\n" in text else "\n"
    try:
        found = decided(record, name, state, text.replace("\r\n", "\n")) if record else None
    except KeyError:
        return None
    if record is None:
        return None
    if found is None:
        return MEANWHILE
    made, now = found
    now = now.replace("\n", ends)
    if now != text:
        if _content(brief) != content:
            return ELSEWHERE
        for problem in write_file(brief, now.encode("utf-8")):
            return problem.message
    for problem in write_file(brief.parent / RECORD, as_json(made)):
        return problem.message
    return ""


def _record(brief: Path) -> CorrectionRecord | None:
    """What is recorded of corrections of this brief, and of no other in its folder."""
    record = read_record(_content(brief.parent / RECORD))
    return record if record is not None and record.brief == brief.name else None


def _content(path: Path) -> bytes:
    """The bytes of a file; none where it is not there or leads out of the brief's folder."""
    try:
        return read(path, (path.parent,), MOST_BYTES)
    except OSError:
        return b""
