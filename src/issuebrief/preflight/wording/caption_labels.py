"""How captions and source lines begin that were typed with a label.

In:  nothing.
Out: patterns of the labels, of the numbers behind them, and of numbers before them.
"""

from __future__ import annotations

from issuebrief.markdown_body.figures.caption_words import FIGURE_WORDS, NUMBERED_TABLE_WORDS, SOURCE_WORDS

LABELS = f"{NUMBERED_TABLE_WORDS}|{FIGURE_WORDS}|{SOURCE_WORDS}"
TYPED_NUMBER = (
    r"\.?[ \t\u00a0]*(?:(?:No|Nr|n°|nº|№|\\?#)\.?[ \t\u00a0]*)?"
    r"\(?[A-Z\d](?:[\w./()\u2010\u2011\u2013-]{0,9}[\w)])?"
)
CAPTION_NUMBER = rf"{TYPED_NUMBER}[ \t*_]*(?:[.:|–—]|-(?=\s))"
NUMBER_FIRST = r"\d[\w.-]{0,6}[ \t\u00a0](?:ábra|attēls|kép|lentelė|pav|tabula|táblázat|térkép)\b[.:]"
