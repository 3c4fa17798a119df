"""Citations written out in the texts of a brief.

In:  the texts with their citations, the style, the works, and the notes in order.
Out: for each text the cuts that put Markdown in the place of its citations; and the list of works.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from issuebrief.citations.as_markdown import as_markdown, literal
from issuebrief.citations.csl.cited import Rendered, render
from issuebrief.citations.csl.positions import PlacedCitation
from issuebrief.citations.csl.punctuation import capitalised
from issuebrief.citations.csl.runs import Run, plain
from issuebrief.citations.script_forms import in_forms_of_script
from issuebrief.markdown_body.source.markdown_source import Substitution

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from issuebrief.citations.cited_texts import CitedText
    from issuebrief.citations.csl.runs import Runs
    from issuebrief.citations.csl.style_file import CitationStyle
    from issuebrief.citations.csl.works import Work
    from issuebrief.citations.find_citations import FoundCitation
    from issuebrief.citations.note_order import NoteId

BEHIND = re.compile(r"(?:[.,;:!?…]+[”’»\"')]*|[”’»\"')]+[.,;:!?…]+)(?=\s|$|[\[\"”’*_])")
"""The marks of a sentence that a note stands behind."""
BEFORE_MARKS = ("fr",)
"""Languages whose notes stand before the marks of a sentence."""
ENDS = ".!?…"

GLUED = re.compile(r"(?<=[^\s([{—–/])(?:(?<![.,;:?!])(?P<mark>[.,;:]))?(?P<closing>[\"”’»*_]*)$")
"""The end of a text on which a citation follows without a space."""


@dataclass(frozen=True)
class CitationSpot:
    """A citation in its text; `note` is the note that it stands in, or becomes; None in the text itself."""

    text: int
    found: FoundCitation
    note: NoteId | None
    becomes_note: bool = False


def spots_of(texts: Sequence[CitedText], *, is_note: bool) -> list[CitationSpot]:
    """Where each citation stands, and what it becomes."""
    spots = []
    for number, text in enumerate(texts):
        for found in text.citations:
            holder = text.notes.note_at(found.start)
            if holder >= 0:
                spots.append(CitationSpot(number, found, (number, holder)))
            else:
                spots.append(CitationSpot(number, found, (number, found.start) if is_note else None, is_note))
    return spots


def rendered(
    spots: Sequence[CitationSpot],
    order: Sequence[NoteId],
    style: CitationStyle,
    works: Mapping[str, Work],
    language: str,
    digits: str,
) -> tuple[dict[int, tuple[Runs, Runs]], Rendered]:
    """The runs of each spot, by its number, with the names of its first work; and all that was made.

    `digits` is the numbering system of the brief's numbers.
    """
    number_of = {note: number for number, note in enumerate(order, 1)}
    in_order = sorted(
        (
            spot.note is not None,
            number_of.get(spot.note, 1 << 30) if spot.note else 0,
            spot.text,
            spot.found.start,
            at,
        )
        for at, spot in enumerate(spots)
    )
    placed, which = [], []
    for _, number, _, _, at in in_order:
        spot = spots[at]
        cites = tuple(cite for cite in spot.found.cites if cite.key in works)
        if not cites:
            continue
        if spot.found.names_author and spot.note and not spot.becomes_note and style.is_note:
            cites = tuple(replace(cite, without_author=False) for cite in cites)
        placed.append(PlacedCitation(cites, number))
        which.append(at)
    made = in_forms_of_script(render(style, works, placed), language, digits)
    return dict(zip(which, zip(made.citations, made.authors, strict=True), strict=True)), made


def cuts_for(
    text: CitedText,
    spots: Mapping[int, CitationSpot],
    made: Mapping[int, tuple[Runs, Runs]],
    style: CitationStyle,
    language: str,
) -> list[Substitution]:
    """The cuts that write out the citations of one text."""
    return [_cut(text, spot, *made.get(at, ([], [])), style, language) for at, spot in spots.items()]


def _cut(
    text: CitedText, spot: CitationSpot, runs: Runs, author: Runs, style: CitationStyle, language: str
) -> Substitution:
    found, whole = spot.found, text.manuscript.text
    missing = "".join(
        f"**{literal(key.key)}?**"
        for key in found.keys
        if not any(key.key == cite.key for cite in found.cites)
    )
    if not runs:
        missing = " ".join(f"**{literal(cite.key)}?**" for cite in found.cites)
    breaks = whole.count("\n", found.start, found.end)
    if spot.becomes_note:
        body = as_markdown(capitalised(runs)) + missing
        return _note(whole, found, _on_lines(body, breaks), as_markdown(author), language)
    if spot.note is not None and (style.is_note or not found.names_author):
        begins = _begins_note(text, spot)
        runs = capitalised(runs) if begins else runs
        body = as_markdown(_without_end(runs, whole, found.end)) + missing
    elif found.names_author and author:
        body = f"{as_markdown(author)} {as_markdown(runs)}{missing}"
    else:
        body = as_markdown(runs) + missing
        if spot.note is None:
            return _in_sentence(whole, found, _on_lines(body, breaks))
    return Substitution(found.start, found.end, _on_lines(body, breaks))


def _in_sentence(whole: str, found: FoundCitation, body: str) -> Substitution:
    """A citation in brackets: behind a space, and before the mark that ends what it is cited for.

    It is typed behind that mark where it was a note once: `The sea is large.[@gauge2019]`.
    """
    start = found.start
    before = GLUED.search(whole, max(0, start - 8), start)
    if before is None:
        return Substitution(start, found.end, body)
    mark, closing = before["mark"] or "", before["closing"]
    goes_on = re.match(r"[ \t]*\n?[ \t]*[^\W\d_]", whole[found.end : found.end + 80])
    if mark == "." and goes_on and goes_on[0][-1].islower():
        return Substitution(start, found.end, f" {body}")
    return Substitution(start - len(mark + closing), found.end, f"{closing} {body}{mark}")


def _begins_note(text: CitedText, spot: CitationSpot) -> bool:
    """Whether a citation is the first thing in its note."""
    assert spot.note is not None
    start = next((start for start, _, begins in text.notes.spans if begins == spot.note[1]), 0)
    return not text.manuscript.text[start : spot.found.start].strip()


def _note(whole: str, found: FoundCitation, body: str, author: str, language: str) -> Substitution:
    """A citation as a note: tied to the word before it, behind the marks of the sentence."""
    if found.names_author:
        return Substitution(found.start, found.end, f"{author}^[{body}]")
    start, end = found.start, found.end
    while start and whole[start - 1] in " \t":
        start -= 1
    if start == 0 or whole[start - 1] == "\n":
        start = found.start
    marks = ""
    if not language.lower().startswith(BEFORE_MARKS) and (behind := BEHIND.match(whole, end)):
        marks, end = behind[0], behind.end()
        if start and whole[start - 1] in ENDS and marks[0] == ".":
            marks = marks[1:]
    return Substitution(start, end, f"{marks}^[{body}]")


def _without_end(runs: Runs, whole: str, end: int) -> Runs:
    """A citation in a note that somebody has written: its full stop stands where the sentence ends."""
    rest = re.match(r"[ \t]*\n?[ \t]*(\S?)", whole[end : end + 200])
    follows = rest[1] if rest else ""
    at_end = (
        not follows or follows == "]" or re.match(r"[ \t]*(?:\n[ \t]*(?:\n|\[\^)|$)", whole[end : end + 200])
    )
    text = plain(runs)
    if at_end or not text.endswith("."):
        return runs
    last = runs[-1]
    return [*runs[:-1], Run(last.text[:-1], last.look)] if last.text.endswith(".") else runs


def _on_lines(body: str, breaks: int) -> str:
    """A citation with as many ends of lines as it was typed with: lines keep their numbers."""
    return re.sub(r" (?=[^\W\d_]{2})", "\n", body, count=breaks) if breaks else body
