"""Numbers: in words or figures, thousands, per cent, ranges, decades and sums of money.

In:  the prose of a brief and the house style.
Out: findings, each with the number as the house writes it, where that leaves nothing to judge.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.house_style.finding import StyleFinding
from issuebrief.house_style.lexicon.number_words import in_words
from issuebrief.house_style.lexicon.word_lists import listed
from issuebrief.house_style.prose import RUNNING, SPACE, Block, Kind, is_inside, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.house_style.prose import Prose
    from issuebrief.house_style.settings.shapes import HouseStyle

SENTENCES = tuple(kind for kind in RUNNING if kind is not Kind.NOTE)
PERCENT = {"en": "per cent", "en-us": "percent", "de": "Prozent", "fr": "pour cent", "sv": "procent"}
SPACED_SIGN = ("de", "fr", "sv", "nb", "nn", "da", "fi", "es", "cs", "sk")
"""Languages that have a space before the sign for per cent."""
COMMA_DECIMALS = ("de", "fr", "sv", "nb", "nn", "da", "fi", "es", "it", "nl", "pl", "cs", "pt")
SEPARATORS = {"comma": ",", "point": ".", "space": "\u00a0", "none": ""}
NAMED = {"comma": "a comma", "point": "a point", "space": "a space", "none": "nothing"}

SMALL = re.compile(
    r"(?<![\w.,/:§$€£¥#+()’'–-])(?<!\d[ \u00a0])(?P<number>\d{1,3})(?=[ \u00a0\n](?P<next>[^\W\d_]{3,}|of))"
)
BEFORE = re.compile(r"(?P<word>[^\W\d_][\w’'-]*)?(?P<sign>[^\w\s]?)[\s\u2060]*\Z")
LABELS = frozenset(
    listed(
        "no nr number page pages p pp chapter section figure fig table tab article art note notes vol",
        "volume step phase level part paragraph para point item option type class grade day week",
        "round stage tier box case rule line goal target version annex appendix top kapitel abschnitt",
        "abbildung tabelle artikel seite seiten band teil stufe chapitre figure tableau article page",
        "volume partie avsnitt figur tabell sida steg del",
    )
)
"""Words before a number that is a label."""
JOINT = r"[ \u00a0\n](?:and|to|or|und|bis|oder|et|à|ou|och|till|eller)[ \u00a0\n]"
PAIRED = re.compile(rf"{JOINT}\d")
PAIRED_BEFORE = re.compile(rf"\d{JOINT}\Z")
"""What joins a number to another one: both stay as they are."""
MEASURES = re.compile(
    r"(?:kilo|centi|milli|deci|hecto|mega|giga|tera)?(?:met(?:re|er)s?|grams?|gramm|grammes?|lit(?:re|er)s?|watts?|"
    r"bytes?|tonn?(?:e|es|s|en)?|ton)|miles?|feet|foot|inch(?:es)?|degrees?|grad|degrés?|grader|per|percent|prozent|"
    r"pour|procent|million(?:s|en|er)?|billion(?:s|en)?|trillion(?:s|en)?|milliard(?:s|en|er)?|millioner|miljon(?:er)?|"
    r"miljard(?:er)?|thousand|hundred|tausend|mille|tusen|euros?|dollars?|pounds?|kronor|francs?|hours?|cents?|"
    r"percentage|points?|prozentpunkte?|knots|hectares?|acres?|barrels?|mph|kmh|gmt|utc|cet|uhr|bis|till|à|mal|fois|times",
    re.IGNORECASE,
)
"""What a number in figures may stand before in most houses: measures, money, millions."""
MONTH = re.compile(
    r"(?:jan|feb|mär|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|avr|fév|jui|aoû|déc|maj)\w*",
    re.IGNORECASE,
)
LONG_NUMBER = re.compile(
    r"(?<![\w.,/:–-])(?:\d{1,3}(?P<sign>[,.' \u00a0\u202f\u2009’])\d{3}(?:(?P=sign)\d{3})*|\d{5,15})"
    r"(?!\w|[.,/:-]\d|[ \u00a0\u202f]\d)"
)
LEAST_PARTED = 5
PER_CENT = re.compile(
    rf"(?<=\d)(?P<gap>[\s\u2060]*)(?P<word>%|per{SPACE}cent(?!\w)|percent(?!\w)|[Pp]rozent(?!\w)|pour{SPACE}cent(?!\w)|"
    r"procent(?!\w))"
)
RANGE = re.compile(
    rf"\b(?P<word>[Ff]rom|[Bb]etween)(?P<gap>{SPACE})(?P<first>[€$£]?\d[\d.,]*)[ ]?"
    r"(?:–|-)[ ]?(?P<last>[€$£]?\d[\d.,]*\d|\d)(?![\w-])"
)
TYPED_RANGE = re.compile(r"(?<![\w.,/-])(?P<first>\d{1,4})-(?P<last>\d{1,4})(?![\w/-]|[.,]\d)")
DECADE = re.compile(
    r"(?<![\w’'])(?:(?P<century>1[0-9]|20)(?P<decade>\d0)['’]s|['’]?(?P<short>\d0)['’]s|['’]\d0s)(?!\w)"
)
MONEY_BEFORE = re.compile(
    r"(?<![\w.,])(?P<sign>[€£¥$])[ \u00a0]?(?P<sum>\d(?:[\d.,]*\d)?)(?![\w–-]|[ \u00a0]?[–-]\d)"
)
MONEY_AFTER = re.compile(r"(?<![\w.,–$€£¥-])(?P<sum>\d(?:[\d.,]*\d)?)[ \u00a0]?(?P<sign>[€£¥$])(?!\w)")
SCALE = re.compile(r"[ \u00a0\n](?:million|billion|trillion|thousand|bn|m|Mio|Mrd|Milli|milli|mdr|mnkr)\w*\b")


def find_small_numbers(prose: Prose, style: HouseStyle) -> Iterator[StyleFinding]:
    """Small numbers in figures that count something, and that the house writes in words."""
    if not (below := style.numbers.words_below):
        return
    for block in prose.of(*SENTENCES):
        for match in SMALL.finditer(block.text):
            number = int(match["number"])
            if number >= below or not _counts(match, block) or is_inside(*match.span(), block.quoted):
                continue
            word = in_words(number, block.language)
            if block.begins_sentence(match.start()):
                word = word[:1].upper() + word[1:]
            message = f"the number {number} is in figures; below {below} the house writes words"
            hint = f"write “{word}”" if word else "write it in words"
            yield _finding("style.number", message, match, block, hint, word if number > 1 and word else None)


def _counts(match: re.Match[str], block: Block) -> bool:
    """Whether a number counts what follows, and is no label, measure, date or part of a name."""
    following = match["next"]
    if MEASURES.fullmatch(following) or MONTH.fullmatch(following):
        return False
    if (block.language != "de" and following[0].isupper()) or PAIRED.match(block.text, match.end()):
        return False
    before = BEFORE.search(block.text, max(match.start() - 40, 0), match.start())
    if before is None or not before["word"]:
        return before is None or before["sign"] in ("", ",") or block.begins_sentence(match.start())
    word = before["word"]
    pair = PAIRED_BEFORE.search(block.text, max(match.start() - 8, 0), match.start())
    if pair or word.casefold() in LABELS or before["sign"] in ("(", "/", "-", "–"):
        return False
    if block.begins_sentence(match.start()) or block.begins_sentence(before.start("word")):
        return True
    # A noun that a number follows is a label in German, where all nouns have capitals.
    return not word[0].isupper() or (block.language == "de" and following[0].isupper())


def find_thousands(prose: Prose, style: HouseStyle) -> Iterator[StyleFinding]:
    """Long numbers that are not parted as the house parts them."""
    if not (wanted := style.numbers.thousands):
        return
    for block in prose.of(*SENTENCES, Kind.TABLE, Kind.HEADING):
        decimal = "," if block.language in COMMA_DECIMALS else "."
        for match in LONG_NUMBER.finditer(block.text):
            sign, digits = match["sign"], re.sub(r"\D", "", match[0])
            if sign == decimal and match[0].count(sign) == 1:
                continue
            if sign is None and _is_label(match, block):
                continue
            right = _parted(digits, SEPARATORS[wanted]) if len(digits) >= LEAST_PARTED or sign else digits
            if wanted == "space" and sign in ("\u00a0", "\u202f", "\u2009", " "):
                continue
            if right != match[0] and not is_inside(*match.span(), block.quoted):
                message = f"the number {match[0]} is not parted as the house does it"
                hint = f"write {right}, with {NAMED[wanted]} between thousands"
                yield _finding("style.thousands", message, match, block, hint, right)


def _is_label(match: re.Match[str], block: Block) -> bool:
    """Whether digits without a sign belong to a name, as in `ISO 14001`."""
    before = BEFORE.search(block.text, max(match.start() - 40, 0), match.start())
    word = before["word"] if before else None
    if not word or not before:
        return block.kind is Kind.TABLE
    begins_sentence = block.begins_sentence(before.start("word"))
    return word.casefold() in LABELS or (word[0].isupper() and not begins_sentence) or before["sign"] == "#"


def _parted(digits: str, sign: str) -> str:
    return re.sub(r"(?<=\d)(?=(?:\d{3})+$)", sign, digits)


def find_percent(prose: Prose, style: HouseStyle) -> Iterator[StyleFinding]:
    """The sign for per cent where the house writes the word, and the other way."""
    if not (wanted := style.numbers.percent):
        return
    kinds = (*SENTENCES, Kind.NOTE, Kind.TABLE) if wanted == "sign" else SENTENCES
    for block in prose.of(*kinds):
        spared = block.titles if block.kind is Kind.NOTE else block.quoted
        word = PERCENT.get(block.lang.lower()) or PERCENT.get(block.language)
        for match in PER_CENT.finditer(block.text):
            if not word or (match["word"] == "%") == (wanted == "sign") or is_inside(*match.span(), spared):
                continue
            gap = "\u00a0" if wanted == "word" or block.language in SPACED_SIGN else ""
            mend = f"{gap}{'%' if wanted == 'sign' else word}"
            message = f"“{shown(match['word'])}” is written where the house writes “{mend.strip()}”"
            if wanted == "word" and shown(match["word"]) == word:
                continue
            mend = mend.replace("\u00a0", " ")
            yield _finding("style.percent", message, match, block, f"write “{mend.strip()}”", mend)


def find_ranges(prose: Prose, style: HouseStyle) -> Iterator[StyleFinding]:
    """Ranges of numbers that mix a word with a dash, or have a hyphen that would be printed."""
    if not style.numbers.ranges:
        return
    for block in prose.of(*SENTENCES, Kind.NOTE, Kind.TABLE):
        if block.language == "en":
            for match in RANGE.finditer(block.text):
                joint = "to" if match["word"].lower() == "from" else "and"
                right = f"{match['word']} {match['first']} {joint} {match['last']}"
                message = f"“{shown(match[0])}” mixes a word with a dash"
                yield _finding("style.range", message, match, block, f"write “{right}”", right)
        if prose.sets_dashes:
            continue
        for match in TYPED_RANGE.finditer(block.text):
            right = f"{match['first']}–{match['last']}"
            message = f"the range {match[0]} has a hyphen"
            yield _finding("style.range", message, match, block, f"write {right}, with an en dash", right)


def find_decades(prose: Prose, style: HouseStyle) -> Iterator[StyleFinding]:
    """Decades with an apostrophe, or without their century."""
    if not style.numbers.decades:
        return
    for block in prose.of(*SENTENCES, Kind.NOTE, Kind.HEADING):
        for match in DECADE.finditer(block.text) if block.language == "en" else ():
            if is_inside(*match.span(), block.titles):
                continue
            right = f"{match['century']}{match['decade']}s" if match["century"] else None
            hint = f"write “{right}”" if right else "write the whole year and an s: 1990s"
            message = f"the decade “{match[0]}” has an apostrophe"
            yield _finding("style.decade", message, match, block, hint, right)


def find_currency(prose: Prose, style: HouseStyle) -> Iterator[StyleFinding]:
    """Signs of currencies on the wrong side of their sum."""
    if not (wanted := style.numbers.currency):
        return
    pattern = MONEY_AFTER if wanted == "before" else MONEY_BEFORE
    for block in prose.of(*SENTENCES, Kind.NOTE, Kind.TABLE):
        for match in pattern.finditer(block.text):
            if is_inside(*match.span(), block.titles):
                continue
            scaled = SCALE.match(block.text, match.end())
            right = (
                f"{match['sign']}{match['sum']}" if wanted == "before" else f"{match['sum']} {match['sign']}"
            )
            mend = None if scaled and wanted == "after" else right
            hint = f"write “{right}”" if mend else f"write {match['sign']} behind the whole sum"
            message = (
                f"the sign {match['sign']} stands {'behind' if wanted == 'before' else 'before'} its sum"
            )
            yield _finding("style.currency", message, match, block, hint, mend)


def _finding(
    code: str, message: str, match: re.Match[str], block: Block, hint: str, mend: str | None
) -> StyleFinding:
    return StyleFinding(code, message, block.start + match.start(), block.start + match.end(), hint, mend)
