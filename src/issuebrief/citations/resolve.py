"""The citations of a brief resolved: from keys to what is printed.

In:  a `Source`, its `Brief`, and the file of the institute.
Out: a `CitedBrief`: the source and the brief in which citations are written out, which still know their
places;
     and everything that is wrong with keys, works, files and the style.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from issuebrief.citations.check_works import check_works
from issuebrief.citations.cited_texts import BODY, CitedText, texts_of, with_fields
from issuebrief.citations.csl.style_file import StyleFault
from issuebrief.citations.house_styles import find_style, usual_style
from issuebrief.citations.library import NamedFile, default_file, read_library
from issuebrief.citations.note_order import NoteId, reading_order
from issuebrief.citations.reference_list import list_cuts
from issuebrief.citations.unknown_keys import unknown_keys, unused_keys
from issuebrief.citations.write_out import CitationSpot, cuts_for, rendered, spots_of
from issuebrief.diagnostics.model import Diagnostic, SourceRange, error
from issuebrief.frontmatter.read import locate
from issuebrief.l10n import words
from issuebrief.markdown_body.source.edits import edited

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.citations.csl.style_file import CitationStyle
    from issuebrief.citations.csl.works import Work
    from issuebrief.frontmatter.model import Brief
    from issuebrief.frontmatter.publisher_file import SharedFile
    from issuebrief.frontmatter.source import Source


MOST_CITES = 6_000
"""Some four times as many as the notes of the longest text that is set; each takes up to two milliseconds."""


@dataclass(frozen=True)
class CitedBrief:
    """A brief with its citations written out, and what they were written out from."""

    source: Source
    brief: Brief
    problems: tuple[Diagnostic, ...]
    texts: tuple[CitedText, ...]
    spots: tuple[CitationSpot, ...]
    order: tuple[NoteId, ...]
    style: CitationStyle
    works: dict[str, Work]

    def in_order(self, starts: Sequence[int]) -> CitedBrief:
        """The same with its notes in the order in which the conversion read them.

        `starts` is where each note begins in the text as it is typed, -1 for those of fields.
        """
        order = self._order_of(starts)
        if order is None or order == self.order or not self.texts:
            return self
        return _written(replace(self, order=order))

    def _order_of(self, starts: Sequence[int]) -> tuple[NoteId, ...] | None:
        body = next((number for number, text in enumerate(self.texts) if text.keys == BODY), 0)
        of_fields = iter([note for note in self.order if note[0] != body])
        begins = {note[1] for note in self.order if note[0] == body}
        ends = {spot.found.start: spot.found.end for spot in self.spots if spot.text == body}
        order: list[NoteId] = []
        for start in starts:
            if start < 0:
                note = next(of_fields, None)
            else:
                found = start if start in begins else _near(start, begins, ends)
                note = (body, found) if found >= 0 else None
            if note is None:
                return None
            order.append(note)
        return tuple(order)


def _near(start: int, begins: set[int], ends: dict[int, int]) -> int:
    """The note that begins beside an offset: the mark of a citation may have moved behind a full stop."""
    for at in sorted(begins, key=lambda begin: abs(begin - start))[:1]:
        if at - 8 <= start <= ends.get(at, at) + 8:
            return at
    return -1


def resolve(source: Source, brief: Brief, shared: SharedFile | None) -> CitedBrief | None:
    """The brief with its citations written out; None where it has no file of references."""
    files = named_files(source, brief, shared)
    if not files:
        return None
    library, problems = read_library(files)
    style, found = find_style(_named_style(source, brief, shared), brief.lang)
    problems += found
    texts = texts_of(source, brief, library.entries)
    used = [cite.key for text in texts for each in text.citations for cite in each.cites]
    if not used:
        return None
    if len(used) > MOST_CITES:
        message = f"the brief cites {len(used):,} times; at most {MOST_CITES:,} citations are written out"
        place = source.place(source.body_line)
        problem = error("citations.too-many", message, place, "divide it into several briefs")
        return CitedBrief(source, brief, (*problems, problem), (), (), (), usual_style(brief.lang), {})
    problems += unknown_keys(source, texts, library) if library.files else []
    order = [key for key in dict.fromkeys(used) if key in library.entries]
    works = {key: library.entries[key].read() for key in order}
    problems += check_works(works, library.entries, order)
    problems += unused_keys(library, set(used), files)
    # Whatever is wrong with the style, all else that is wrong is told in the same run.
    style = style or usual_style(brief.lang)
    spots = spots_of(texts, is_note=style.is_note)
    added = [[s.found.start for s in spots if s.text == n and s.becomes_note] for n in range(len(texts))]
    body = next(number for number, text in enumerate(texts) if text.keys == BODY)
    notes = tuple(reading_order([text.notes for text in texts], body, added))
    cited = CitedBrief(source, brief, tuple(problems), tuple(texts), tuple(spots), notes, style, works)
    return _written(cited)


def _written(cited: CitedBrief) -> CitedBrief:
    """The brief with its citations written out, for notes in the order that is known."""
    try:
        lang, digits = cited.brief.lang, words(cited.brief.lang, cited.brief.labels).digits
        made, all_made = rendered(cited.spots, cited.order, cited.style, cited.works, lang, digits)
    except (StyleFault, RecursionError) as fault:
        reason = str(fault) if isinstance(fault, StyleFault) else "its macros are nested too deeply"
        place = locate(cited.source, "citation_style")
        message = f"the style of citation “{cited.style.title}” cannot be used: {reason}"
        problem = error("citations.style", message, place, "get the style again", cited.source.excerpt(place))
        usual = usual_style(cited.brief.lang)
        return _written(replace(cited, problems=(*cited.problems, problem), style=usual))
    by_text: dict[int, dict[int, CitationSpot]] = defaultdict(dict)
    for at, spot in enumerate(cited.spots):
        by_text[spot.text][at] = spot
    fields: dict[tuple[str | int, ...], str] = {}
    source = cited.texts[0].manuscript.source
    for number, text in enumerate(cited.texts):
        cuts = cuts_for(text, by_text[number], made, cited.style, cited.brief.lang)
        if text.keys == BODY:
            typed = text.manuscript.source
            cuts += list_cuts(text.manuscript, all_made, cited.brief, is_note=cited.style.is_note)
            body, origin = edited(text.manuscript.text, cuts)
            source = replace(typed, body=body, typed=(typed, origin.back, origin.forth), is_cited=True)
        elif cuts:
            fields[text.keys], _ = edited(text.manuscript.text, cuts)
    return replace(cited, source=source, brief=with_fields(cited.brief, fields))


def named_files(source: Source, brief: Brief, shared: SharedFile | None) -> list[NamedFile]:
    """The files of references of a brief, then those of its institute."""
    folder, place = source.path.parent, locate(source, "references")
    files: list[NamedFile] = []
    is_own = bool(brief.references) and place.path == source.path
    names = _names(brief.references) if is_own else ()
    if not names and (name := default_file(folder)):
        names, place = (name,), SourceRange(folder / name)
    files += [NamedFile(folder, name, place, source.excerpt(place) if place.line else "") for name in names]
    if shared is not None and shared.values.references:
        at = locate(shared.source, "references")
        files += [
            NamedFile(at.path.parent, name, at, shared.source.excerpt(at), is_shared=True)
            for name in _names(shared.values.references)
        ]
    return files


def _names(given: str | tuple[str, ...]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else given


def _named_style(source: Source, brief: Brief, shared: SharedFile | None) -> NamedFile:
    place = locate(source, "citation_style")
    folder = place.path.parent if shared is not None else source.path.parent
    return NamedFile(folder, brief.citation_style, place, source.excerpt(place))
