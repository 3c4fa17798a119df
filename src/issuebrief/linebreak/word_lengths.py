"""What a hyphen, a gap and unlike neighbours cost in justified text, by how long its words are.

In:  a paragraph's text.
Out: its `Pricing`.

Where words are short, a line has many spaces to share its slack and many places to end: a hyphen is seldom
needed, and a gap is a fault. Among the long words of laws and offices a line of a narrow column has six
spaces, and at the same prices every third line would end in a hyphen. There hyphens are dearer beside gaps,
and so are unlike neighbours, of which lines that are stretched further would else make more.
"""

from __future__ import annotations

from typing import NamedTuple

SHORT, LONG = 6.3, 8.2
"""Letters to a word, with the space after it, up to and from which words count as short and long."""


class Pricing(NamedTuple):
    """Costs of justified text, as in `LineBreakCosts`; `hyphen` is the penalty of an added hyphen."""

    hyphen: float
    contrast: float
    beyond: float

    def as_dear_as(self, ratio: float) -> float:
        """The penalty that costs as much as a line stretched so far."""
        return 100.0 * (1 + (ratio - 1) * self.beyond) ** 3


AMONG_SHORT_WORDS = Pricing(560.0, 500_000.0, 6.0)
AMONG_LONG_WORDS = Pricing(1600.0, 2_000_000.0, 3.0)


def pricing(text: str) -> Pricing:
    """The prices for a text: between words that are short and long they go over into each other evenly."""
    words = text.count(" ") + text.count("\u200b") + 1
    share = (len(text) / words - SHORT) / (LONG - SHORT)
    if share <= 0:
        return AMONG_SHORT_WORDS
    if share >= 1:
        return AMONG_LONG_WORDS
    pairs = zip(AMONG_SHORT_WORDS, AMONG_LONG_WORDS, strict=True)
    return Pricing(*(short * (long / short) ** share for short, long in pairs))
