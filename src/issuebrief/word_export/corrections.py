"""Take an author's corrections of a Word file back into the brief that the file was made of.

In:  the Word file, and the brief as it is now.
Out: `Corrections`: the brief with the corrections in it, each as a change of its own text, and what could
     not be settled.

    brief as it was exported ─ export, import ─> what the author was given ─┐
                     │                                                      ├─ what the author changed
                     │             the author's file ─ import ─> its text ──┘            │
                     └── what was changed in the brief since ──> the brief as it is now <┘

The first import tells what the way through Word does by itself, so that none of that counts as a
correction. A paragraph that was changed on both sides is a conflict if the changes touch the same words:
the brief keeps its own, and both are told.
"""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.compare.likeness import Sketch, pair_blocks
from issuebrief.diagnostics.model import Diagnostic, SourceRange, has_errors, warning
from issuebrief.frontmatter.source import read_source
from issuebrief.word_export.chart_descriptions import MADE_OF_DATA, without_made_words
from issuebrief.word_export.export_brief import export_docx
from issuebrief.word_export.front_edits import edited_front
from issuebrief.word_export.kept_brief import kept_brief
from issuebrief.word_export.note_names import with_own_names
from issuebrief.word_export.own_pictures import with_own_pictures
from issuebrief.word_export.text_blocks import PartedText, parted, sketch_of
from issuebrief.word_export.word_edits import edited_text
from issuebrief.word_import.documents.model import ImportedBrief
from issuebrief.word_import.import_document import import_document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.job import Job
    from issuebrief.word_import.documents.model import Changes, WrittenFile

BRIEF = "brief.md"
CHANGED_MEANWHILE = "the author changed what was changed in the brief meanwhile"
HINT = "decide, and change it by hand"
SHOWN = 90
"""So many letters of a conflict are shown of each side."""


@dataclass(frozen=True)
class Corrections:
    """The brief before and after, problems, and new pictures; alike where nothing is to be taken."""

    before: str
    after: str
    problems: tuple[Diagnostic, ...] = ()
    pictures: tuple[WrittenFile, ...] = ()


@dataclass(slots=True)
class _Patch:
    """The brief in the making: its parts as they are now, and what is put behind each."""

    text: PartedText
    path: Path
    behind: dict[int, list[str]] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    told: list[Diagnostic] = field(default_factory=list)

    def written(self) -> str:
        """The whole brief."""
        parts = [self.text.front, *(f"{block}\n\n" for block in self.behind.get(-1, []))]
        for place, (block, gap) in enumerate(zip(self.text.blocks, self.text.gaps, strict=True)):
            if place not in self.gone:
                parts.append(block + gap)
            for new in self.behind.get(place, []):
                if not parts[-1].endswith("\n\n"):
                    parts[-1] = parts[-1].rstrip("\n") + "\n\n"
                parts.append(f"{new}\n\n")
        text = "".join(parts)
        return text.rstrip("\n") + "\n" if self.behind else text

    def tell(self, what: str, mine: str, theirs: str, block: str = "") -> None:
        """Tell of what has to be decided, with both sides; what is not in the brief is told at a block."""
        message = f"{what}: “{_short(mine)}”" + (f" against “{_short(theirs)}”" if theirs else "")
        self.told.append(
            warning("word.conflict", message, SourceRange(self.path, self._line(block or mine)), HINT)
        )

    def _line(self, mine: str) -> int:
        """The line of the brief that a text begins on, 0 where it is not there."""
        first = mine.strip().split("\n\n")[0]
        whole = self.text.front + "".join(
            block + gap for block, gap in zip(self.text.blocks, self.text.gaps, strict=True)
        )
        at = whole.find(first) if first else -1
        return whole.count("\n", 0, at) + 1 if at >= 0 else 0


def take_corrections(job: Job, file: Path, changes: Changes) -> Corrections:
    """The corrections of a file, in the words of the brief; nothing is written."""
    source, problems = read_source(job.brief)
    if source is None or has_errors(problems):
        return Corrections("", "", problems)
    current = source.text
    sent = import_document(file, changes)
    if has_errors(sent.problems) or not sent.files:
        return Corrections(current, current, tuple(sent.problems))
    base = kept_brief(file.read_bytes())
    told: list[Diagnostic] = []
    if not base:
        base = current
        message = "the file does not say which version of the brief it was made of"
        hint = "it is compared with the brief as it is now: look at each change"
        told.append(warning("word.no-version", message, SourceRange(file), hint))
    given = _given(replace(job, text=base.encode("utf-8")))
    if has_errors(given.problems) or not given.files:
        return Corrections(current, current, (*told, *given.problems))
    names = [path.name for path in job.brief.parent.iterdir()]
    back, pictures = with_own_pictures(given, sent, _brief_in(sent), names)
    after, found = _taken(_brief_in(given), back, base, current, job.brief)
    pictures = tuple(each for each in pictures if f"({each.name})" in after)
    return Corrections(current, after, (*told, *found), pictures)


def _given(job: Job) -> ImportedBrief:
    """What the author was given, as an import reads it."""
    exported = export_docx(job)
    if not exported.content:
        return ImportedBrief(job.brief, problems=exported.problems)
    with tempfile.TemporaryDirectory(prefix="issuebrief-") as private:
        file = Path(private) / "given.docx"
        file.write_bytes(exported.content)
        made = import_document(file)
    return made


def _brief_in(made: ImportedBrief) -> str:
    return next(file.content.decode("utf-8") for file in made.files if file.name == BRIEF)


def _taken(given: str, sent: str, base: str, current: str, path: Path) -> tuple[str, tuple[Diagnostic, ...]]:
    """The current text with what was changed between the one given and the one sent."""
    given, sent = with_own_names(given, sent, current)
    texts = [parted(text) for text in (given, sent, base, current)]
    was, sent_text, exported, own = texts
    patch = _Patch(own, path)
    _take_blocks(patch, was, sent_text, exported)
    _take_notes(patch, was, sent_text, exported)
    own.front, conflicts = edited_front(was.front, sent_text.front, exported.front, own.front)
    for mine, theirs in conflicts:
        patch.tell(CHANGED_MEANWHILE, mine, theirs)
    return patch.written(), tuple(patch.told)


def _take_blocks(patch: _Patch, given: PartedText, sent: PartedText, exported: PartedText) -> None:
    """Take what was changed in the paragraphs of the text, notes aside."""
    places = [_text_places(text) for text in (given, sent, exported, patch.text)]
    texts = (given, sent, exported, patch.text)
    sketches = [
        [sketch_of(text.blocks[place]) for place in some] for text, some in zip(texts, places, strict=True)
    ]
    own_of, base_of = _partners(sketches[0], sketches[3]), _partners(sketches[0], sketches[2])
    last = -1
    for at, to in pair_blocks(sketches[0], sketches[1]):
        before = given.blocks[places[0][at]] if at is not None else ""
        after = sent.blocks[places[1][to]] if to is not None else ""
        place = places[3][own_of[at]] if at is not None and at in own_of else None
        if at is None:
            patch.behind.setdefault(last, []).append(after)
            continue
        if place is None:
            if not _same(before, after):
                what = "the author changed" if after else "the author took out"
                patch.tell(f"{what} a paragraph that is no longer in the brief", before, after)
            continue
        last = place
        base = exported.blocks[places[2][base_of[at]]] if at in base_of else patch.text.blocks[place]
        _take(patch, place, (before, after, base))


def _take_notes(patch: _Patch, given: PartedText, sent: PartedText, exported: PartedText) -> None:
    """Take what was changed in notes; new ones come last, and one that is cited no more goes."""
    for name, place in sent.notes.items():
        after = sent.blocks[place]
        if name not in given.notes:
            patch.behind.setdefault(len(patch.text.blocks) - 1, []).append(after)
        elif name in patch.text.notes:
            own = patch.text.notes[name]
            base = exported.blocks[exported.notes[name]] if name in exported.notes else patch.text.blocks[own]
            _take(patch, own, (given.blocks[given.notes[name]], after, base))
    for name in given.notes:
        if name not in sent.notes and name in patch.text.notes:
            own = patch.text.notes[name]
            rest = [block for place, block in enumerate(patch.text.blocks) if place not in patch.gone]
            if sum(block.count(f"[^{name}]") for block in [*rest, patch.text.front]) <= 1:
                patch.gone.add(own)


def _take(patch: _Patch, place: int, versions: tuple[str, str, str]) -> None:
    """Take a change of one paragraph; `versions` are as it was given, sent and exported."""
    given, sent, base = versions
    now = patch.text.blocks[place]
    sent, (mine, theirs) = without_made_words(given, sent, base)
    if theirs:
        patch.tell(MADE_OF_DATA, mine, theirs, now)
    if _same(given, sent):
        return
    if not sent:
        if _same(base, now):
            patch.gone.add(place)
        else:
            patch.tell("the author took out what was changed in the brief meanwhile", now, "")
        return
    patch.text.blocks[place], conflicts = edited_text(given, sent, base, now)
    for mine, theirs in conflicts:
        patch.tell(CHANGED_MEANWHILE, mine, theirs)


def _text_places(text: PartedText) -> list[int]:
    """The places of the blocks that are no notes."""
    notes = set(text.notes.values())
    return [place for place in range(len(text.blocks)) if place not in notes]


def _partners(given: Sequence[Sketch], own: Sequence[Sketch]) -> dict[int, int]:
    return {at: to for at, to in pair_blocks(given, own) if at is not None and to is not None}


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())


def _short(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    return text if len(text) <= SHOWN else text[: SHOWN - 1].rstrip() + "…"
