"""How notes cite works: the order of the parts, what is cited again, and the day of access.

In:  the prose of a brief and the house style.
Out: findings in its notes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.house_style.finding import StyleFinding
from issuebrief.house_style.note_parts import WORDS_OF_ACCESS, CitedWork, cited_works
from issuebrief.house_style.prose import Kind, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.house_style.prose import Prose
    from issuebrief.house_style.settings.shapes import HouseStyle

OPENING, CLOSING = {"(": ")", "[": "]"}, ")]"
LEAST_SPACES = 2
"""A title of less than three words may be that of several works."""
NAMES = {
    "title": "its title",
    "date": "its year",
    "page": "the page",
    "address": "the address",
    "accessed": "the day of access",
    "archive": "the archived copy",
}


def find_note_works(prose: Prose, style: HouseStyle) -> Iterator[StyleFinding]:
    """Parts in another order, works that are cited in full again, days of access in other words."""
    wanted = style.notes
    if not (wanted.order or wanted.repeated or wanted.accessed_forms):
        return
    works: list[tuple[int, CitedWork]] = []
    number = 0
    for block in prose.of(Kind.NOTE):
        number += block.opens
        typed = prose.typed(block.start, block.start + len(block.text))
        works += ((number, work) for work in cited_works(block, typed))
    for _, work in works:
        if wanted.order:
            yield from _out_of_order(work, wanted.order)
        if wanted.accessed_forms:
            yield from _accessed_otherwise(work, wanted.accessed_forms)
    if wanted.repeated:
        yield from _cited_again(works, prose, may_say_ibid=wanted.repeated == "ibid")


def _out_of_order(work: CitedWork, order: Sequence[str]) -> Iterator[StyleFinding]:
    """The first part that stands before another which the house has before it, in one sentence."""
    if not (work.years or work.addresses):
        return
    block = work.block
    at = {
        "title": work.titles[:1],
        "date": work.years if len(work.years) == 1 else (),
        "page": work.pages if len(work.pages) == 1 else (),
        "address": work.addresses[:1],
        "accessed": ((work.access[0].start(), work.access[1].end()),) if work.access else (),
        "archive": work.copies[:1],
    }
    last, name_of_last = -1, ""
    for name in order:
        for start, end in at[name]:
            if start < last and block.sentence_start(start) == block.sentence_start(last):
                message = f"a note has {NAMES[name]} before {NAMES[name_of_last]}"
                hint = f"the order of the house is {', '.join(order)}"
                place = block.start
                yield StyleFinding("style.note-order", message, place + start, place + end, hint)
                return
            last, name_of_last = start, name


def _cited_again(
    works: Sequence[tuple[int, CitedWork]], prose: Prose, *, may_say_ibid: bool
) -> Iterator[StyleFinding]:
    """Works that an earlier note cites in full, and that are cited in full again."""
    by_address: dict[str, tuple[int, CitedWork]] = {}
    by_title: dict[str, tuple[int, CitedWork]] = {}
    for number, work in works:
        title = work.title if work.is_full and work.title.count(" ") >= LEAST_SPACES else ""
        before = by_title.get(title) or by_address.get(work.address)
        is_same = before and (before[1].title == work.title or not (before[1].title and work.title))
        if before and is_same and before[0] != number:
            line = prose.place(before[1].block.start, before[1].block.start + 1).line
            short = "the author, a short title and the page"
            follows = may_say_ibid and number == before[0] + 1
            hint = f"the work is on line {line} in full: write {'“Ibid.” and the page' if follows else short}"
            start, end = (*work.titles, *work.addresses, (work.start, work.end))[0]
            place = work.block.start
            message = "a note cites in full what an earlier note cites in full"
            yield StyleFinding("style.note-repeated", message, place + start, place + end, hint)
            # A row of notes that repeat each other may each say ibid.
            before = (number, before[1]) if follows else before
        kept = before if before and is_same else (number, work)
        if title:
            by_title[title] = kept
        if work.address:
            by_address[work.address] = kept


def _accessed_otherwise(work: CitedWork, forms: Sequence[str]) -> Iterator[StyleFinding]:
    """A day of access whose words and brackets are in none of the forms for its language."""
    if not work.access:
        return
    words, day = work.access
    language = _language_of(words["word"])
    own = [form for form in forms if any(_language_of(word) == language for word in form.split())]
    text, start, end = work.block.text, words.start(), day.end()
    if text[start - 1 : start] in OPENING and text[end : end + 1] == OPENING[text[start - 1]]:
        start, end = start - 1, end + 1
    told, written = shown(text[start:end]), shown(day[0])
    right = [form.replace("{date}", written) for form in own]
    if not right or told in right:
        return
    # With or without brackets, another sign stands before: only what keeps them can be put in its place.
    mend = right[0] if (right[0][0] in OPENING) == (told[0] in OPENING) else None
    message = f"“{told}” is not how the house says when a page was read"
    place = work.block.start
    hint = f"write “{right[0]}”"
    yield StyleFinding("style.note-accessed-form", message, place + start, place + end, hint, mend)


def _language_of(word: str) -> str:
    bare = word.strip("()[].,:;").casefold()
    return WORDS_OF_ACCESS.get(bare) or WORDS_OF_ACCESS.get(bare.removesuffix("e"), "")
