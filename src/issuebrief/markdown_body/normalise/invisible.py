"""Characters that leave no ink, and letters that other programs drew as one.

In:  the manuscript, or the values of the front matter.
Out: cuts that take out what means nothing in it, part ligatures and join what a soft hyphen divided; and a
     warning for each kind of character that turns the order of letters round or hides some. Of values, the
     same values without all that.

Marks of direction mean something beside letters that are written from right to left, and stay there, but for
those that set letters against their own direction. Spaces without width, joiners and soft hyphens are typed
on purpose.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec.structs import asdict, replace

from issuebrief.diagnostics.model import Diagnostic, warning
from issuebrief.markdown_body.source.edits import edited
from issuebrief.markdown_body.source.markdown_source import Substitution, mask

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
OVERRIDES = re.compile("[\u202d\u202e]")
"""Marks that set letters against the direction that these have."""
TURNING = re.compile("[\u202b\u202d\u202e\u2067]")
"""Marks that set what follows in another direction than its letters have."""
TAGS = re.compile("(?<![\U000e0020-\U000e007f\U0001f3f4])[\U000e0000-\U000e007f]+")
"""Letters without ink; behind a black flag they say of which country it is."""
SEPARATORS = re.compile("[\u2028\u2029]")
"""What ends a line or a paragraph in programs for layout, and in no Markdown."""
NOTHING = re.compile(
    "[\ufeff\u180e\u2061-\u2064\u206a-\u206f\ufff9-\ufffb]|(?<=[a-zA-Z\u00c0-\u024f])\u200d(?=[a-zA-Z\u00c0-\u024f])"
)
"""A byte order mark within a text, signs of formulas, joiners between letters that join nothing."""
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
LIGATURE = re.compile("[" + "".join(LIGATURES) + "]")
DIVIDED = re.compile(r"(?<=\w\u00ad)[ \t]*\n[ \t>]*(?=[^\W\d_])")
"""The end of a line at which a word was divided."""
WIDE = re.compile("(?<=[^\\s|])(?:\u00a0[ \u00a0]{1,2}| \u00a0[ \u00a0]?)(?=[^\\s|])")
"""Two or three spaces, one of which at least is a no-break space."""
ANY = re.compile(
    "[\u00a0\u00ad\u061c\u180e\u200d-\u200f\u2028-\u202e\u2061-\u206f\ufb00-\ufb06\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Nearly all texts have none of them."""
DELETE = "delete it; it often comes with text pasted from elsewhere"
AS_LINES = "put a line of its own there, or two spaces and a new line, and delete it"
FILES = frozenset({"photo", "image", "profile", "logo", "light", "dark", "mono"})
"""Keys of the front matter whose values name files, and are not printed."""

Values = TypeVar("Values", bound=msgspec.Struct)


def find_invisible(manuscript: MarkdownSource) -> tuple[list[Substitution], list[Diagnostic]]:
    """Cuts for what means nothing, and warnings for what turns or hides letters."""
    if not ANY.search(manuscript.text):
        return [], []
    problems = [
        *_told(TURNING, "reverses the order of the letters after it", manuscript),
        *_told(TAGS, "hides a letter that readers do not see", manuscript),
        *_told(SEPARATORS, "breaks a line in other programs and is a space here", manuscript, AS_LINES),
    ]
    return list(_cuts(manuscript.masked)), problems


def without_invisible(values: Values) -> Values:
    """The values of the front matter as they are printed."""
    found = {key: value if key in FILES else _tidied(value) for key, value in asdict(values).items()}
    return replace(values, **found)


def _tidied(value: object) -> object:
    """A value, and what it holds, without what means nothing."""
    if isinstance(value, str) and ANY.search(value):
        return edited(value, _cuts(mask(value)))[0]
    if isinstance(value, tuple):
        return tuple(map(_tidied, value))
    return without_invisible(value) if isinstance(value, msgspec.Struct) else value


def _cuts(text: str) -> Iterator[Substitution]:
    """What is taken out of a text, or stands for something else."""
    direction = OVERRIDES if RIGHT_TO_LEFT.search(text) else DIRECTION
    yield from (Substitution(match.start(), match.end(), " ") for match in SEPARATORS.finditer(text))
    for pattern in (NOTHING, TAGS, DIVIDED, direction):
        yield from (Substitution(match.start(), match.end(), "") for match in pattern.finditer(text))
    yield from (
        Substitution(match.start(), match.end(), LIGATURES[match[0]]) for match in LIGATURE.finditer(text)
    )
    yield from (Substitution(match.start(), match.end(), "\u00a0") for match in WIDE.finditer(text))


def _told(
    pattern: re.Pattern[str], what: str, manuscript: MarkdownSource, hint: str = DELETE
) -> list[Diagnostic]:
    """A warning for the first match, which counts the others; in code too, where they are printed."""
    matches = list(pattern.finditer(manuscript.text))
    if not matches:
        return []
    first = matches[0]
    more = f", and so do {len(matches) - 1} more" if len(matches) > 1 else ""
    message = f"an invisible character, U+{ord(first[0][0]):04X}, {what}{more}"
    place, excerpt = manuscript.told_of(*first.span())
    return [warning("text.invisible", message, place, hint, excerpt)]
