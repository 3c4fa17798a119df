"""Where a measured paragraph may break.

In:  an `InlineRun` and the settings of microtypography.
Out: the `Break`s that `linebreak/` chooses from, in px: after spaces, after hyphens and
     dashes but never before a dash, at the places that a URL offers, and inside words; anywhere in
     a word that is wider than the measure. Each with its price, also for what it would leave behind.
"""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from weasyprint.text.ffi import ffi
from weasyprint.text.line_break import get_log_attrs

from issuebrief.layout.boxes.fragments import class_names
from issuebrief.layout.paragraphs.inline_items import ATOM
from issuebrief.layout.paragraphs.overlong_words import PARTS_MEET, divided
from issuebrief.layout.paragraphs.stretch import Glue
from issuebrief.linebreak.east_asian import IDEOGRAPHIC
from issuebrief.linebreak.hyphens import BY_PATTERNS, OwnDivisions, hyphenations
from issuebrief.linebreak.spacing import CLOSING, IDEOGRAPH, STOPS
from issuebrief.linebreak.word_lengths import pricing

if TYPE_CHECKING:
    from issuebrief.layout.paragraphs.inline_items import InlineRun
    from issuebrief.layout.paragraphs.text_metrics import TextMetrics
    from issuebrief.linebreak.model import Break
    from issuebrief.linebreak.spacing import Microtypography


class Prices(NamedTuple):
    """What breaks cost, in TeX's units: at a hyphen that is added, and at a written one.

    A hyphen in a name is the `last_resort`. One in the last word (`last_word`) leaves a part of it alone in
    the last line, and after others hardly a letter is left for that line (`scrap`).
    """

    hyphen: float
    written: float
    last_word: float
    scrap: float
    last_resort: float


RAGGED = Prices(25.0, 20.0, 3000.0, 5500.0, inf)
"""A line of ragged text costs as much where it is a quarter of the measure short."""
WRITTEN = 400.0
"""What a hyphen costs at the end of a justified line that stands in the word anyway."""
LAST_WORD, SCRAP, LAST_RESORT = 1.55, 1.7, 1.9
"""How far a justified line is stretched that costs as much; from 1.9 on its gaps are twice the face's own."""
LEAST_LETTERS = 4
"""Letters that the last line has at least, besides the mark of a note."""
INSIDE_RANGE = 3000.0
"""What a break after the dash between two numbers costs."""
INSIDE_CODE = 600.0
"""What a break costs where the parts of a long code meet: more than a hyphen among short words."""
CODES = ("code", "kbd", "samp", "tt", "var")
LEAST_PART = 4
"""Letters of a code that stay before such a break, and go after it."""
INSIDE_URL = 20.0
"""What a break inside a URL costs."""
WHITE = " \u00a0\u2009\u202f"
DASHED = re.compile(
    rf"(?<=[^\s\u200b])(?=[\u2012-\u2015\u2e3a\u2e3b])|(?<=\S[{WHITE}])(?=[-\u2010\u2012-\u2015\u2212][{WHITE}])"
)
"""Places before a dash, at which Unicode lets a line end (UAX #14, class B2) and no typesetter does."""
OPENING_DASH = re.compile(
    r"(?:(?<=[\s\u200b(\[\u00ab\u201c\u201e\u2018][\u2012-\u2015\u2026])|(?<=\A[\u2012-\u2015\u2026]))(?=\S)"
)
"""Places behind a dash or an ellipsis that opens a speech or an aside: it stays with its first word."""
SHORT_RANGE = re.compile(r"(?<![\w.,\u2013])\d{1,4}\u2013(?=\d{1,4}(?![\d\u2013]))")
"""Two years, pages or days with a dash between them, which stay on a line."""
SUFFIX = re.compile(
    r"(?<=[\d%\u00bb\u201c\u201d])[-\u2010](?=[^\W\d_]{1,3}(?!\w))|(?<=\w)[-\u2010](?=[^\W\d_](?!\w))"
)
"""The hyphen before the ending of a number, a quotation or an abbreviation, as in 13%-\u10e1 or 1990-es."""
SPACED_MARK = re.compile(f" +(?=[{''.join(sorted(STOPS | CLOSING))}\uff01\uff1a\uff1b\uff1f])")
"""White that was typed before a mark of Chinese or Japanese that no line begins with."""
ADDRESS = re.compile(r"[^\W\d_][.@][^\W\d_]{2}|\w[/_\\]\w|://")
"""What shows that letters between two breaks are an address or a code."""
LONG_ADDRESS = 0.15
"""The share of the measure that such an address takes at the least."""
HANGUL = re.compile("[\uac00-\ud7a3]")
"""A syllable of Korean, whose words are parted by spaces: only justified lines end within them."""
KATAKANA = re.compile("[\u30a1-\u30fa\u30fc-\u30fe]")
"""A sign of Japanese for words from other languages, which are divided where nothing else helps."""
RANGE = re.compile(r"(?<=\d\u2013)(?=\d)")


def opportunities(
    metrics: TextMetrics,
    run: InlineRun,
    fine: Microtypography,
    measure: float,
    begin: float,
    own: OwnDivisions = BY_PATTERNS,
    *,
    ragged: bool = False,
) -> list[Break]:
    """All places where a line may end, in order; the last is the end of the text.

    `measure` is the width of a line, and `begin` where the first one begins on the endless line, in px.
    """
    text = run.text
    prices = RAGGED if ragged else _justified(text)
    end = len(text.rstrip(" \n"))
    glue = Glue(metrics, run, fine)
    allowed = _line_breaks(run)
    hyphens = _hyphens(run, own, prices)
    codes = _inside_codes(run)
    last_word = text.rfind(" ", 0, end) + 1
    breaks = []
    for offset in sorted(allowed | hyphens.keys() | codes | _soft_hyphens(text)):
        if not 0 < offset < end:
            continue
        if text[offset - 1] == "\u00ad":
            if run.item_at(offset - 1).box.style["hyphens"] != "none":
                breaks.append(glue.hyphen(offset, prices.hyphen))
        elif offset in allowed and text[offset - 1] != "\u2060":
            penalty, hyphen = _penalty(text, offset, prices), text[offset - 1] in "-\u2010"
            penalty = max(penalty, prices.last_word) if hyphen and offset > last_word else penalty
            breaks.append(glue.at(offset, penalty, hyphen))
        elif offset in codes:
            breaks.append(glue.at(offset, INSIDE_CODE, text[offset - 1] == "-"))
        elif offset in hyphens:
            breaks.append(glue.hyphen(offset, hyphens[offset] if offset < last_word else prices.last_word))
    scrap = _scrap(run)
    breaks = [
        at._replace(penalty=max(at.penalty, prices.scrap)) if at.offset > scrap and at.penalty > -inf else at
        for at in breaks
    ]
    last = glue.at(len(text), -inf, False)
    return divided(glue, _falling_short(text, [*breaks, last], measure), measure, begin, own)


def _justified(text: str) -> Prices:
    found = pricing(text)
    return Prices(found.hyphen, WRITTEN, *map(found.as_dear_as, (LAST_WORD, SCRAP, LAST_RESORT)))


def _scrap(run: InlineRun) -> int:
    """The offset after which fewer letters stand than the last line has at least."""
    left = LEAST_LETTERS
    for item in reversed(run.items):
        if "note-mark" in class_names(item.box.element):
            continue
        for offset in range(item.end - 1, item.start - 1, -1):
            left -= run.text[offset].isalnum() or run.text[offset] == ATOM
            if not left:
                return offset
    return 0


def _falling_short(text: str, breaks: list[Break], measure: float) -> list[Break]:
    """The breaks, with those noted before which lines need not be filled, since a long address follows."""
    if not ADDRESS.search(text):
        return breaks
    found = []
    for at, after in pairwise(breaks):
        wide = after.width - at.next_width > LONG_ADDRESS * measure
        is_address = wide and ADDRESS.search(text, at.offset, after.offset)
        found.append(at._replace(may_fall_short=True) if is_address else at)
    return [*found, breaks[-1]]


def _without_marks(run: InlineRun) -> str:
    """The text with white for the marks of notes, which are no part of the word that they stand behind."""
    text = run.text
    for item in run.items:
        if "note-mark" in class_names(item.box.element):
            start = item.start - (text[item.start - 1 : item.start] == "\u2060")
            text = text[:start] + " " * (item.end - start) + text[item.end :]
    return text


def _line_breaks(run: InlineRun) -> set[int]:
    """The offsets at which Pango would break, but for those that no typesetter has.

    These are before a dash, behind one that opens an aside, within a short range, and before an ending.

    `is_line_break` is the first bit of Pango's attributes.
    """
    attributes = get_log_attrs(run.text, run.items[0].box.style["lang"])
    bits = bytes(ffi.buffer(attributes))[:: ffi.sizeof(attributes[0])]
    dashes = {found.start() for pattern in (DASHED, OPENING_DASH) for found in pattern.finditer(run.text)}
    whole = {found.end() for each in (SHORT_RANGE, SUFFIX, SPACED_MARK) for found in each.finditer(run.text)}
    return {offset for offset, bit in enumerate(bits) if bit & 1} - dashes - whole


def _inside_codes(run: InlineRun) -> set[int]:
    """The offsets at which the parts of long codes meet, as in a path."""
    found = set()
    for item in run.items:
        if item.box.element_tag not in CODES or item.box.style["overflow_wrap"] == "normal":
            continue
        for match in PARTS_MEET.finditer(run.text, item.start, item.end):
            before, after = run.text[item.start : match.end()], run.text[match.end() : item.end]
            if min(len(before.rpartition(" ")[2]), len(after.partition(" ")[0])) >= LEAST_PART:
                found.add(match.end())
    return found


def _soft_hyphens(text: str) -> set[int]:
    return {found.end() for found in re.finditer("\u00ad", text)}


def _penalty(text: str, offset: int, prices: Prices) -> float:
    before = text[offset - 1]
    if before in " \n":
        return -inf if before == "\n" else 0.0
    if before == "\u200b":
        return INSIDE_URL
    if KATAKANA.match(before) and KATAKANA.match(text, offset):
        return prices.last_word if prices is RAGGED else prices.hyphen
    if before.isdecimal() and (HANGUL.match(text, offset) or IDEOGRAPHIC.match(text, offset)):
        return prices.last_word if prices is RAGGED else prices.hyphen
    if IDEOGRAPH.match(before) or IDEOGRAPH.match(text, offset):
        return 0.0
    if prices is RAGGED and HANGUL.match(before) and HANGUL.match(text, offset):
        return prices.last_word
    return INSIDE_RANGE if RANGE.match(text, offset) else prices.written


def _hyphens(run: InlineRun, own: OwnDivisions, prices: Prices) -> dict[int, float]:
    """The offsets and prices of all hyphenations that the styles of the items allow."""
    found = {}
    text = _without_marks(run)
    for lang, items in groupby(run.items, key=lambda item: item.box.style["lang"] or ""):
        joined = list(items)
        begin, end = joined[0].start, joined[-1].end
        for reluctant, price in ((False, prices.hyphen), (True, prices.last_resort)):
            if price == inf:
                continue
            for offset in hyphenations(text[begin:end], lang, own, reluctant=reluctant):
                item = run.item_at(begin + offset)
                if item.start < begin + offset and item.box.style["hyphens"] == "auto":
                    found[begin + offset] = price
    return found
