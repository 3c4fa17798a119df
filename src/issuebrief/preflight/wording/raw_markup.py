"""Markup that a deliverable shows as it was typed.

In:  the source, the text of the pages, what was typed as words.
Out: problems, each with the place of the markup.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.diagnostics.codes import CODES
from issuebrief.diagnostics.model import Diagnostic, diagnostic
from issuebrief.preflight.pages import find
from issuebrief.preflight.proof import quoted
from issuebrief.preflight.wording.bare_text import bare, typed
from issuebrief.preflight.wording.nothing import NOTHING
from issuebrief.preflight.wording.source_words import emphasis_in, markup_in, signs_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.diagnostics.model import SourceRange
    from issuebrief.frontmatter.source import Source
    from issuebrief.preflight.wording.source_words import Passage

INVISIBLE = dict.fromkeys((0x200B, 0x2060), "")
WITHOUT_EMPHASIS = dict.fromkeys(map(ord, f"*_{NOTHING}"), "")
"""Takes out the signs of emphasis, but those behind a backslash and in code."""
CONTEXT, SAME = 60, 20
"""So much of a text is looked at, and so many bare characters of it are compared, to know a place by it."""
STRAY_SIGNS = ("**", "~~", "](", "[^")
"""Signs that are markup wherever they are no code."""
PREFORMATTED = re.compile(r"<pre\b[^<>]*>([\s\S]*?)</pre", re.IGNORECASE)
"""HTML in which nothing is markup."""
TAG_BESIDE = re.compile(r"[<>]")


@dataclass(frozen=True, slots=True)
class _Sign:
    """Markup in the body or, where it has a line, in a value of the front matter that begins there.

    `rest` is what it begins there, as far as it is looked at, `meant` the text in which it may stand, `shown`
    that of the pages.
    """

    source: Source
    line: int
    start: int
    rest: str
    sample: str
    meant: str
    shown: str


def raw_markup(
    source: Source,
    pages: Sequence[str],
    typed_text: Sequence[Passage],
    values: Sequence[tuple[SourceRange, str]],
) -> Iterator[Diagnostic]:
    """Markup that stands in print as it was typed; `values` of the front matter come with their places."""
    shown = " ".join("".join(pages).translate(INVISIBLE).split())
    meant = "".join("".join(typed(passage.text).replace(NOTHING, "").split()) for passage in typed_text)
    code = " ".join(typed(passage.text.translate(WITHOUT_EMPHASIS)) for passage in typed_text)
    # A line may end within what has no space in it; emphasis is known by the space before it.
    closed = shown.replace(" ", "")
    signs = [
        _Sign(
            source.holder(place),
            place.line,
            start,
            text[start : start + CONTEXT],
            "".join(sample.split()),
            meant,
            closed,
        )
        for place, text in (*values, (source.place(0), source.body))
        for start, sample in markup_in(text)
    ]
    if "*" in shown or "_" in shown:
        signs += [
            _Sign(source, 0, start, source.body[start : start + CONTEXT], sample, code, shown)
            for start, sample in emphasis_in(source.body)
        ]
    told = False
    often = Counter(sign.sample for sign in signs)
    for sign in sorted(signs, key=lambda sign: (sign.line, sign.start)):
        count = sign.shown.count(sign.sample) - sign.meant.count(sign.sample)
        if count > 0 and (count >= often[sign.sample] or _goes_on(sign)):
            place = source.piece_of_body(sign.start, sign.start + len(sign.sample))
            place = find(sign.sample, sign.line, sign.source) if sign.line else place
            name = "markup.printed"
            message = f"the markup {quoted(sign.sample.strip())} is shown as it is typed"
            hint = "close it, write it as docs/writing.md shows, or put a backslash before each sign"
            yield diagnostic(CODES[name].severity, name, message, place, hint, source.excerpt(place))
            told = True
    if not told:
        yield from _stray_signs(source, closed, meant + "".join(PREFORMATTED.findall(source.body)))


def _stray_signs(source: Source, shown: str, meant: str) -> Iterator[Diagnostic]:
    """Signs that stand in print more often than they can be meant, though their words were found."""
    for sign in STRAY_SIGNS:
        if shown.count(sign) <= meant.count(sign):
            continue
        offsets = list(signs_in(source.body, sign))
        # Around a tag they are read as text.
        start = next((at for at in offsets if TAG_BESIDE.search(source.body, max(at - 1, 0), at + 4)), None)
        start = start if start is not None else offsets[0] if offsets else None
        place = source.place(0) if start is None else source.piece_of_body(start, start + len(sign))
        message = f"the markup {quoted(sign)} is shown as it is typed"
        hint = "put it around words alone, or put a backslash before each sign"
        name = "markup.printed"
        yield diagnostic(CODES[name].severity, name, message, place, hint, source.line(place.line))


def _goes_on(sign: _Sign) -> bool:
    """Whether what is shown behind a sample somewhere is what the text goes on with."""
    own = bare(sign.rest)[:SAME]
    behind = sign.shown.split(sign.sample)[1:]
    return any(bare(part[:CONTEXT]).startswith(own[len(bare(sign.sample)) :]) for part in behind)
