"""The form of notes.

In:  the prose of a brief and the house style.
Out: findings in its notes, and DOIs anywhere in the text that are not addresses.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.house_style.dates import date_pattern
from issuebrief.house_style.finding import StyleFinding
from issuebrief.house_style.note_parts import ARCHIVES, URL
from issuebrief.house_style.prose import OF_BODY, Block, Kind, count_words
from issuebrief.markdown_body.source.urls import trim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.house_style.prose import Prose
    from issuebrief.house_style.settings.shapes import HouseStyle

IBID = re.compile(
    r"(?<![\w.])(?:[Ii]bid(?:em)?|[Oo]p\.[ \u00a0]?[Cc]it|[Ll]oc\.[ \u00a0]?[Cc]it"
    r"|[Ii]dem|[Ee]bd|[Ee]benda|a\.[ \u00a0]?a\.[ \u00a0]?O)"
    r"(?!\w)\.?"
)
ACCESSED = re.compile(
    r"(?:,[ \n]?)?(?P<word>\b(?:[Ll]ast[ ])?(?:[Aa]ccessed|[Rr]etrieved|[Vv]isited|[Vv]iewed)"
    r"|\b(?:zuletzt[ ])?(?:abgerufen|aufgerufen)|"
    r"\b[Zz]ugriff|\b[Cc]onsulté|\b[Hh]ämtad|\b[Bb]esökt)(?:[ ](?:on|am|le|den))?\b"
)
DOI_URL = re.compile(r"https?://(?:dx\.|www\.)?doi\.org/", re.IGNORECASE)
DOI = re.compile(
    r"(?P<before>https?://(?:dx\.|www\.)?doi\.org/|\b(?:dx\.)?doi\.org/"
    r"|\b[Dd][Oo][Ii]\b(?:[ ]?:)?[ \u00a0]?|(?<![\w/.]))"
    r"(?P<doi>10\.\d{4,9}/[^\s<>\"”\]]+)"
)
RIGHT_DOI = "https://doi.org/"
ENDS_WELL = re.compile(r"[.!?…][)\]”’»\"'*_]*\Z")
ENDING_STOP = re.compile(r"(?<=[^\W_])\.\Z|(?<=[”)»*_/])\.\Z")
BARE = 2
"""A note with fewer words than these beside its address is a bare one."""


def find_note_forms(prose: Prose, style: HouseStyle) -> Iterator[StyleFinding]:
    """Notes that say ibid., are bare addresses, lack a date of access or a copy, or end otherwise."""
    wanted = style.notes
    notes = list(prose.of(Kind.NOTE))
    for number, block in enumerate(notes):
        typed = prose.typed(block.start, block.start + len(block.text))
        if wanted.ibid:
            for match in IBID.finditer(block.text):
                hint = "name the work again in short: its author and a short title"
                yield _at(match, block, "style.note-ibid", f"a note says “{match[0]}”", hint)
        yield from _addresses(block, typed, style)
        is_last = number + 1 == len(notes) or notes[number + 1].opens
        if wanted.full_stop and is_last and block.words:
            yield from _ends(block, typed, wanted.full_stop)


def find_dois(prose: Prose, style: HouseStyle) -> Iterator[StyleFinding]:
    """DOIs that are not written as addresses of https://doi.org/."""
    if not style.notes.doi:
        return
    for block in prose.of(*OF_BODY, Kind.NOTE):
        typed = prose.typed(block.start, block.start + len(block.text))
        for match in DOI.finditer(typed) if "10." in typed else ():
            doi = trim(match["doi"])
            behind = typed[match.start() + len(match["before"]) + len(doi) :][:2]
            if (
                match["before"] == RIGHT_DOI
                or behind == "]("
                or typed[max(match.start() - 2, 0) : match.start()] == "]("
            ):
                continue
            if "`" in typed[max(match.start() - 1, 0) : match.start()]:
                continue
            right = RIGHT_DOI + doi
            start = block.start + match.start()
            end = start + len(match["before"]) + len(doi)
            message = f"the DOI {doi} is not written as an address of doi.org"
            yield StyleFinding("style.note-doi", message, start, end, f"write {right}", right)


def _addresses(block: Block, typed: str, style: HouseStyle) -> Iterator[StyleFinding]:
    """What the house wants of notes with addresses of the web."""
    wanted, urls = style.notes, [(match.start(), trim(match[0])) for match in URL.finditer(typed)]
    if not urls:
        return
    start, url = urls[0]
    start, end = block.start + start, block.start + start + len(url)
    is_lasting = bool(DOI_URL.match(url))
    says = ACCESSED.search(block.text)
    if wanted.accessed == "required" and not says and not is_lasting:
        hint = "write when you read the page last, before or behind its address"
        yield StyleFinding(
            "style.note-accessed", "a note does not say when its address was accessed", start, end, hint
        )
    elif wanted.accessed == "forbidden" and says:
        yield _forbidden_access(says, block)
    if wanted.archive and not is_lasting and not any(ARCHIVES.match(each) for _, each in urls):
        hint = "save the page at web.archive.org or perma.cc, and give the address of the copy too"
        yield StyleFinding(
            "style.note-archive", "a note gives no archived copy of its address", start, end, hint
        )
    if wanted.bare_urls and count_words(block.text) < BARE:
        hint = "say who wrote what, and when, before the address"
        yield StyleFinding("style.note-bare-url", "a note is nothing but an address", start, end, hint)


def _forbidden_access(says: re.Match[str], block: Block) -> StyleFinding:
    """What is said of a date of access; with its date it can be taken out, where a comma stands before it."""
    date = date_pattern(block.lang).match(block.text, says.end() + 1)
    whole = date and says[0].startswith(",")
    end = date.end() if date else says.end()
    start = says.start() if whole else says.start("word")
    hint = "take it out"
    message = "a note says when its address was accessed"
    return StyleFinding(
        "style.note-accessed", message, block.start + start, block.start + end, hint, "" if whole else None
    )


def _ends(block: Block, typed: str, rule: str) -> Iterator[StyleFinding]:
    """Whether a note ends as the house wants it."""
    text = typed.rstrip()
    last = block.start + len(text) - 1
    if rule == "required" and not ENDS_WELL.search(text):
        hint = "add one; it does not become part of an address"
        yield StyleFinding(
            "style.note-full-stop", "a note has no full stop", last, last + 1, hint, f"{text[-1]}."
        )
    elif rule == "forbidden" and ENDING_STOP.search(text):
        yield StyleFinding(
            "style.note-full-stop", "a note ends with a full stop", last, last + 1, "take it out", ""
        )


def _at(match: re.Match[str], block: Block, code: str, message: str, hint: str) -> StyleFinding:
    return StyleFinding(code, message, block.start + match.start(), block.start + match.end(), hint)
