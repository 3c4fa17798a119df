"""English spelling, the first person and the serial comma.

In:  the prose of a brief and the house style.
Out: findings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.house_style.finding import StyleFinding
from issuebrief.house_style.lexicon.english import respelled
from issuebrief.house_style.lexicon.word_lists import listed
from issuebrief.house_style.prose import BEFORE_SENTENCE, RUNNING, Block, Kind, is_inside, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.house_style.prose import Prose
    from issuebrief.house_style.settings.shapes import HouseStyle

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
NAMES = {"british": "British", "oxford": "British, with -ize", "american": "American"}
INTRODUCING = frozenset(
    listed(
        "after although as at because before by despite during for from given if in into on over "
        "since through to",
        "under unlike until upon when where while with within without",
    )
)
"""Words that open a phrase before the main clause."""
LONGER_LIST = re.compile(r"(?:and|or)(?:[ \n][\w’'-]+){1,3},")
"""A pair that is one item of a list that goes on: `cost, security and privacy protections, speed`."""
NEXT_WORD = re.compile(r"[\w’'-]+")
FIRST_PERSON = {
    "en": re.compile(
        r"(?<![\w’'.-])(?:[Ww]e|[Oo]ur|[Oo]urs|[Oo]urselves|us|[Mm]y|[Mm]yself|me"
        r"|I(?=(?:[’'](?:m|ve|d|ll))?[ \n][a-z]))(?![\w-])"
    ),
    "de": re.compile(r"(?<![\w-])(?:[Ii]ch|[Ww]ir|uns|[Uu]nser(?:e|er|em|en|es)?)(?![\w-])"),
    "fr": re.compile(r"(?<![\w-])(?:[Jj]e(?= )|[Jj][’'](?=[a-zéêèà])|[Nn]ous|[Nn]otre|[Nn]os)(?![\w-])"),
    "sv": re.compile(r"(?<![\w-])(?:[Jj]ag|[Vv]i(?= )|[Vv]år(?= [a-zåäö])|[Vv]åra|oss)(?![\w-])"),
}
NUMBERED_NAME = re.compile(r"[^\W\d_a-z][\w-]*[ \n]\Z")
"""A name before an I that is a number: `World War I was`."""
ITEM = r"[a-zà-ÿ’'-]+(?:[ \n][a-zà-ÿ’'-]+)?"
WITHOUT_COMMA = re.compile(
    rf"(?<=\w, )(?P<one>{ITEM}),[ \n](?P<two>{ITEM})[ \n](?P<and>and|or)[ \n](?=[a-zà-ÿ])"
)
"""The last of four items and more."""
THREE = re.compile(
    r"(?<=[a-zà-ÿ] )(?P<one>[a-zà-ÿ-]+),[ \n](?P<two>[a-zà-ÿ-]+)[ \n](?P<and>and|or)[ \n]"
    r"(?P<last>[a-zà-ÿ-]+)(?=[.,;:)]|[ \n])"
)
WITH_COMMA = re.compile(
    rf"(?<=\w )(?P<one>{ITEM}),[ \n](?P<two>{ITEM})(?P<comma>,)[ \n](?P<and>and|or)[ \n](?=\w)"
)
NO_ITEMS = frozenset(
    listed(
        "however therefore moreover thus indeed instead then though too also again still yet perhaps",
        "of to in on at by for with from that which who whom whose where when while as if because",
        "although since but not is are was were be been has have had will would can could may might",
        "should must it they he she we this these those there whether otherwise including such",
    )
)
"""Words that show a clause where a list might be."""


def find_spelling_variant(prose: Prose, style: HouseStyle) -> Iterator[StyleFinding]:
    """English words in the spelling of the other side of the Atlantic."""
    wanted = style.words.english
    if not wanted:
        return
    for block in prose.blocks:
        if block.language != "en" or block.kind is Kind.ASIDE:
            continue
        by_lang = "american" if block.lang.lower().startswith("en-us") else "british"
        spelling = by_lang if wanted == "by-lang" else wanted
        table = respelled(spelling)
        spared = block.titles if block.kind is Kind.NOTE else block.quoted
        for token in WORD.finditer(block.text):
            if not (right := table.get(token[0].lower().partition("’")[0].partition("'")[0])):
                continue
            if token[0][0].isupper() and not _is_at_head(token, block):
                continue
            if is_inside(*token.span(), spared) or token[0].isupper():
                continue
            bare = token[0].partition("’")[0].partition("'")[0]
            mend = (right.capitalize() if bare[0].isupper() else right) + token[0][len(bare) :]
            message = f"“{token[0]}” is not in the spelling of the house, which is {NAMES[spelling]}"
            start, end = block.start + token.start(), block.start + token.end()
            yield StyleFinding("style.english", message, start, end, f"write “{mend}”", mend)


def _is_at_head(token: re.Match[str], block: Block) -> bool:
    """Whether a word begins a sentence; in a heading no capital shows a name."""
    return block.kind in (Kind.HEADING, Kind.TITLE, Kind.SUBTITLE) or block.begins_sentence(token.start())


def find_first_person(prose: Prose, style: HouseStyle) -> Iterator[StyleFinding]:
    """Words such as `I` and `we`, outside quotations."""
    if not style.words.first_person:
        return
    for block in prose.of(Kind.TEXT, Kind.ITEM, Kind.ABSTRACT, Kind.KEY_POINT):
        pattern = FIRST_PERSON.get(block.language)
        for match in pattern.finditer(block.text) if pattern else ():
            before = block.text[max(match.start() - 30, 0) : match.start()]
            if is_inside(*match.span(), block.quoted) or (match[0] == "I" and NUMBERED_NAME.search(before)):
                continue
            start, end = block.start + match.start(), block.start + match.end()
            message = f"“{match[0]}” is in the first person"
            yield StyleFinding(
                "style.first-person", message, start, end, "say who does it: the institute, this brief"
            )


def find_serial_comma(prose: Prose, style: HouseStyle) -> Iterator[StyleFinding]:
    """Lists of plain words with or without a comma before the last; clauses are left alone."""
    if not (wanted := style.words.serial_comma):
        return
    for block in prose.of(*RUNNING):
        if block.language != "en":
            continue
        if wanted == "forbidden":
            for match in WITH_COMMA.finditer(block.text):
                if not _is_clause(match):
                    at = block.start + match.start("comma")
                    message = f"there is a comma before the last of “{shown(match[0])} …”"
                    yield StyleFinding("style.serial-comma", message, at, at + 1, "take it out")
            continue
        found = {
            match.start("two"): match
            for pattern in (THREE, WITHOUT_COMMA)
            for match in pattern.finditer(block.text)
            if not _is_clause(match) and not _follows_introduction(match, block)
        }
        for match in found.values():
            start, end = block.start + match.start("two"), block.start + match.end("two")
            message = f"there is no comma before the last of “{shown(match[0])} …”"
            hint = f"write “{match['two']}, {match['and']}”"
            yield StyleFinding("style.serial-comma", message, start, end, hint)


def _is_clause(match: re.Match[str]) -> bool:
    """Whether words of a clause stand where the items of a list would."""
    words = f"{match['one']} {match['two']}".split()
    last = NEXT_WORD.match(match.string, match.end())
    if LONGER_LIST.match(match.string, match.start("and")):
        return True
    words += (match.groupdict().get("last") or (last[0] if last else "")).split()
    return any(word in NO_ITEMS or word.endswith("ly") for word in words)


def _follows_introduction(match: re.Match[str], block: Block) -> bool:
    """Whether the first comma ends a phrase that opens the sentence: `By the deadline, create and …`."""
    start = block.sentence_start(match.start())
    opening = block.text[start : match.start("one")].lstrip(BEFORE_SENTENCE)
    return "," not in opening and opening.partition(" ")[0].lower() in INTRODUCING
