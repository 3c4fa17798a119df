"""Give a brief what its manuscript does not say.

In:  the facts that were found, and what the file states of itself.
Out: the facts with a title, authors and a date, and the language; a word on each that stands in, and on what
     an author left for later.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from issuebrief.word_import.documents.import_problems import guessed, missing, quoted
from issuebrief.word_import.language_guess import COMMON, language_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.word_import.documents.model import SourceDocument, TextBlock
    from issuebrief.word_import.opening import FrontFacts

LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-[A-Z]{2})?")
NO_LANGUAGE = "en-GB"
UNNAMED = "Author to be named"
REMINDER = re.compile(r"\[?\b(?:TODO|TBC|TBD|FIXME|XXX)\b[^\]]{0,80}\]?")


def fill_gaps(facts: FrontFacts, document: SourceDocument, path: Path) -> list[Diagnostic]:
    """Give what a brief cannot do without; each is told."""
    told = []
    properties = document.properties
    if not facts.title:
        facts.title = properties.get("title", "") or " ".join(re.split(r"[-_.\s]+", path.stem))
        told.append(
            missing(path, f"no title was found: {quoted(facts.title)} stands in", 0, "write it in title:")
        )
    if not facts.authors:
        names = [name.strip() for name in re.split(r"[;,]", properties.get("creator", "")) if name.strip()]
        facts.authors = [{"name": name} for name in names or [UNNAMED]]
        stand_in = ", ".join(author["name"] for author in facts.authors)
        told.append(
            missing(path, f"no authors were found: {quoted(stand_in)} stands in", 0, "write them in authors:")
        )
    if facts.date is None:
        day = (properties.get("modified") or properties.get("created") or "")[:10]
        try:
            facts.date = datetime.date.fromisoformat(day)
        except ValueError:
            facts.date = datetime.date.today()
        told.append(missing(path, f"no date was found: {facts.date} stands in", 0, "write it in date:"))
    return told


def stated_language(document: SourceDocument, path: Path, told: list[Diagnostic]) -> str:
    """The language of the text: that of its words where they are clear, and else the one the file names."""
    found = document.properties.get("language", "")
    words = " ".join(document.words.values())
    seems, stated = language_of(words), found.partition("-")[0].lower()
    if seems and seems != stated and (not stated or stated in COMMON):
        message = f"the words are in the language {seems}, by the most common of them"
        message += f"; the file says {found}" if found else ""
        told.append(guessed(path, message, 0, "correct lang: if they are not"))
        return seems if seems != "en" else NO_LANGUAGE
    if LANGUAGE.fullmatch(found):
        if "template" not in document.properties:
            message = f"the language is {found}, as the file has it"
            told.append(guessed(path, message, 0, "correct lang: if it is not"))
        return found
    told.append(guessed(path, f"the file names no language: {NO_LANGUAGE} stands in", 0, "write it in lang:"))
    return NO_LANGUAGE


def reminders(blocks: Iterable[TextBlock], path: Path) -> list[Diagnostic]:
    """What authors left for later: TODO and the like."""
    hint = "do what it says before the brief is set"
    return [
        missing(path, f"a reminder is in the text: {quoted(found[0])}", block.number, hint)
        for block in blocks
        for found in REMINDER.finditer(block.plain)
    ]
