"""The first word of a title that tells it from others, for keys.

In:  a title.
Out: a word in plain small letters.
"""

from __future__ import annotations

import re
import unicodedata

ARTICLES = frozenset(
    """a an the der die das ein eine le la les un une el los las il lo gli de het en ett den det o os as
    """.split()  # noqa: SIM905
)


def first_word(title: str) -> str:
    """The first word that is no article, without accents; empty for a title in another alphabet."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    found = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain))
    return next((word for word in found if word not in ARTICLES), "")
