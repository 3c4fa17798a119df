"""How captions and source lines begin that were typed with a label.

In:  nothing.
Out: the labels, and patterns of them with the numbers behind them and before them.
"""

from __future__ import annotations

from issuebrief.markdown_body.source.gated_patterns import ANY_WORD
from issuebrief.markdown_body.typography.caption_words import FIGURE_WORDS, NUMBERED_TABLE_WORDS, SOURCE_WORDS
from issuebrief.markdown_body.typography.tied_words import NUMBERED_BEFORE

LABELS = tuple(dict.fromkeys(f"{NUMBERED_TABLE_WORDS}|{FIGURE_WORDS}|{SOURCE_WORDS}".split("|")))
TYPED_NUMBER = (
    r"\.?[ \t\u00a0]*(?:(?:No|Nr|n°|nº|№|\\?#)\.?[ \t\u00a0]*)?"
    r"\(?[A-Z\d](?:[\w./()\u2010\u2011\u2013-]{0,9}[\w)])?"
)
WIDE = "：．\u3000"
"""What parts a label from its caption in Chinese and Japanese, with no space behind it."""
CAPTION_NUMBER = rf"{TYPED_NUMBER}[ \t*_]*(?:[.:|–—՝{WIDE}]|-(?=\s))"
NUMBER_FIRST = rf"\d[\w.-]{{0,6}}(?:[ \t\u00a0](?:{'|'.join(NUMBERED_BEFORE)})|-(?:кесте|сурет))\b[.:]{{1,2}}"


def with_end(cut: str, struck: str) -> str:
    """A label, its number and what parts them from the caption, on a new line or behind a `cut`.

    `struck` is what stands for characters that were struck out. A label alone on its line names the list
    below it, whose bullets are struck out.
    """
    return (
        rf"(?:^|(?<={cut}))[ \t*_{struck}]*(?:{ANY_WORD}:[ \t]+)?"
        rf"(?:{ANY_WORD}(?:s?[*_]{{0,3}}[ \t]?[:：՝]|{CAPTION_NUMBER})|{NUMBER_FIRST})"
        rf"(?:(?=[ \t*_{struck}])|(?<=[{WIDE}])|(?<=:)(?=[ \t*_]*\n\s*[{struck}{cut}]))"
    )


def behind_picture(struck: str) -> str:
    """A label and its number that nothing parts from the caption, behind what was struck out above it."""
    return rf"(?:(?<={struck}\n)|^{struck}+)[ \t*_{struck}]*{ANY_WORD}{TYPED_NUMBER}(?=[ \t*_])"
