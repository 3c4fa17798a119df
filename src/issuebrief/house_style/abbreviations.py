"""Abbreviations: explained where they first stand, once, and used afterwards.

In:  the prose of a brief and the house style.
Out: findings. The abstract is read by itself; titles, headings, tables and notes explain nothing and need not
     be explained.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.house_style.finding import StyleFinding
from issuebrief.house_style.headings import known_words
from issuebrief.house_style.lexicon.word_lists import listed
from issuebrief.house_style.prose import OF_BODY, Block, Kind, is_inside
from issuebrief.house_style.quoted import emphasised_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.house_style.prose import Prose
    from issuebrief.house_style.settings.shapes import HouseStyle

ABBREVIATION = re.compile(
    r"(?<![\w&’'/.-])(?P<name>[A-Z](?:[A-Z]|&(?=[A-Z])){1,8})(?P<plural>s?)(?![\w&]|-\d|[’'][A-Z]|\.[A-Z])"
)
ROMAN = re.compile(r"M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")
WORDS = frozenset(
    listed(
        "AD AKA AM BC BCE CE CV DC DNA DVD ID IQ OK PC PDF PM PR QR RNA TV URL",
    )
)
"""Abbreviations that are words by now."""
READ = (Kind.TEXT, Kind.ITEM, Kind.QUOTATION)
BEHIND = re.compile(r"(?:[’']s)?[\s\u2060]*[(\[](?P<words>[^()\[\]]{4,100})[)\]]")
CAPITALS_BEFORE = re.compile(r"(?:\b[A-Z]{2,}[ \n\u2060]+){1,2}\Z")
CAPITALS_BEHIND = re.compile(r"(?:[ \n\u2060]+[A-Z]{2,}\b){1,2}")
LONGEST_ROW, LEAST_SHOUTED = 40, 2
"""Characters before an abbreviation in which others are looked for, and how many make a row of words."""
NUMBERED = re.compile(r"[ \u00a0]\d")
"""What makes a name of a document of an abbreviation: `ISO 14001`."""
STATES = frozenset(
    listed(
        "AL AK AZ AR CA CO CT DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH "
        "NJ NM NV NY OH",
        "OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY DC",
    )
)
"""States of the US, which stand behind a place and a comma."""
SHORTEST_WORD = 4
LONGEST_NAME = 120
"""Characters before the bracket in which the name is looked for."""


@dataclass(frozen=True)
class Mention:
    """Where an abbreviation stands, and whether it is explained there; `is_sure` if its letters fit."""

    start: int
    end: int
    explains: bool
    is_sure: bool


def find_unexplained(prose: Prose, style: HouseStyle) -> Iterator[StyleFinding]:
    """Abbreviations that are explained nowhere, too late, twice, or for nothing."""
    if not style.abbreviations.explained:
        return
    small = known_words(prose, ()).small
    known = {name.casefold() for name in style.abbreviations.known} | {name.casefold() for name in WORDS}
    abstract = list(prose.of(Kind.ABSTRACT))
    text = [block for block in prose.of(*OF_BODY, Kind.NOTE) if block.language]
    for blocks, where in ((abstract, "the abstract"), (text, "the text")):
        for name, mentions in _mentions(blocks).items():
            is_word = len(name) >= SHORTEST_WORD and small[name.lower()]
            if name.casefold() not in known and not is_word:
                counted = [each for each in mentions if each[1]]
                if counted:
                    others = len(mentions) - len(counted)
                    yield from _judged(name, [each for each, _ in counted], others, where)


def _judged(name: str, mentions: list[Mention], others: int, where: str) -> Iterator[StyleFinding]:
    explained = [mention for mention in mentions if mention.explains]
    first = mentions[0]
    if not explained:
        message = f"the abbreviation {name} is not explained in {where}"
        hint = f"write it out there, with ({name}) behind it; list it under known if every reader knows it"
        yield StyleFinding("style.abbreviation-unexplained", message, first.start, first.end, hint)
        return
    if not first.explains and explained[0].is_sure:
        message = f"the abbreviation {name} is explained after it is first used in {where}"
        yield StyleFinding("style.abbreviation-late", message, first.start, first.end, "explain it here")
    for again in [mention for mention in explained if mention.is_sure][1:]:
        message = f"the abbreviation {name} is explained twice in {where}"
        yield StyleFinding(
            "style.abbreviation-twice", message, again.start, again.end, "use the abbreviation alone"
        )
    if len(mentions) == 1 and not others and first.is_sure:
        message = f"the abbreviation {name} is explained in {where} and never used there"
        yield StyleFinding("style.abbreviation-unused", message, first.start, first.end, "leave it out")


def _mentions(blocks: Sequence[Block]) -> dict[str, list[tuple[Mention, bool]]]:
    """The abbreviations of some blocks in the order of the text, each with its places.

    What stands in italics, a table, a heading or a note counts as a use, and needs no explanation.
    """
    found: defaultdict[str, list[tuple[Mention, bool]]] = defaultdict(list)
    for block in blocks:
        emphasised = emphasised_spans(block.text) if "*" in block.text or "_" in block.text else ()
        for match in ABBREVIATION.finditer(block.text):
            name = match["name"]
            if (
                ROMAN.fullmatch(name)
                or NUMBERED.match(block.text, match.end())
                or (name in STATES and block.text[max(match.start() - 2, 0) : match.start()] == ", ")
                or _is_shouted(match, block.text)
            ):
                continue
            explains, is_sure = _explains(match, block.text, name)
            start, end = block.start + match.start("name"), block.start + match.end("name")
            counts = block.kind in (*READ, Kind.ABSTRACT) and not is_inside(*match.span(), emphasised)
            found[name].append((Mention(start, end, explains, is_sure), counts))
    return found


def _is_shouted(match: re.Match[str], text: str) -> bool:
    """Whether words in capitals stand on both sides, or two on one: a heading, or a name in capitals."""
    before = CAPITALS_BEFORE.search(text, max(match.start() - LONGEST_ROW, 0), match.start())
    behind = CAPITALS_BEHIND.match(text, match.end())
    rows = (before[0] if before else "").split(), (behind[0] if behind else "").split()
    return sum(map(len, rows)) >= LEAST_SHOUTED


def _explains(match: re.Match[str], text: str, name: str) -> tuple[bool, bool]:
    """Whether an abbreviation stands in brackets behind its name, or its name in brackets behind it."""
    before = text[max(match.start() - LONGEST_NAME, 0) : match.start()]
    opened = re.search(
        r"[(\[](?:(?:the|or|hereafter|henceforth|die|der|das|le|la|l’|les)\s)?[\"“]?\Z", before
    )
    if opened:
        words = before[: opened.start()].rstrip()
        if words[-1:].isalnum() or words[-1:] in ("”", '"', "*", "\u2060", ")", "’"):
            closing = text[match.end() : match.end() + 2].lstrip('”"')
            return closing[:1] in (")", "]", ",", ";", ":"), _fits(words, name)
    behind = BEHIND.match(text, match.end())
    if behind and len(behind["words"].split()) > 1 and _fits(behind["words"], name):
        return True, True
    return False, False


def _fits(words: str, name: str) -> bool:
    """Whether the letters of an abbreviation stand in this order at beginnings in the last words."""
    parts = re.findall(r"[^\W\d_]+", words.replace("\u2060", ""))[-2 * len(name) - 3 :]
    initials = "".join(part[0] for part in parts).casefold()
    wanted = name.replace("&", "").casefold()
    return _is_subsequence(wanted, initials) or (
        wanted[:1] in initials and _is_subsequence(wanted, " ".join(parts).casefold())
    )


def _is_subsequence(wanted: str, letters: str) -> bool:
    rest = iter(letters)
    return all(letter in rest for letter in wanted)
