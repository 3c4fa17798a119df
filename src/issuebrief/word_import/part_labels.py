"""Words by which the parts of a manuscript are known, in all languages that there are labels in.

In:  a line of text.
Out: whether it is the label of an abstract, of keywords or of key points, the heading of the authors' notes,
     or a date.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from functools import lru_cache

from issuebrief.l10n import FOLDER

ALSO = {
    "abstract": (
        "summary|executive summary|in brief|kurzfassung|synopsis|sammanfattning|sommaire|resumen|"
        "resumen ejecutivo|sintesi|samenvatting|streszczenie|tiivistelmä|résumé exécutif|synthèse"
    ),
    "key_points": (
        "key takeaways|key findings|key messages|main points|main findings|at a glance|highlights|"
        "das wichtigste in kürze|auf einen blick|messages clés|points essentiels|huvudpunkter|puntos clave"
    ),
    "keywords": "key words|schlüsselwörter|stichworte|mots clés|nyckelord|palabras clave|parole chiave",
    "about": (
        "about the author|about the authors|about the contributors|author|authors|the author|the authors|"
        "author bio|author bios|biography|zum autor|zur autorin|über den autor|über die autorin|"
        "über die autoren|autorin|"
        "autor|autoren|à propos de l’auteur|à propos des auteurs|l’auteur|les auteurs|om författaren|"
        "om författarna|sobre el autor|sobre los autores|sull’autore"
    ),
    "by": "by|von|par|av|di|da|por|door|autor|author|authors|verfasser|auteur|auteurs",
}
KINDS = ("abstract", "keywords", "key_points")
PARTED = re.compile(r"\s*(?:[:.–—-]|$)\s*")

MONTH = r"([^\W\d_]{3,})\.?"
YEAR = r"((?:19|20)\d\d)"
BETWEEN = r"\s+(?:de\s+|del\s+|of\s+)?"
DATES = (
    (re.compile(rf"(\d{{1,2}})(?:\.|st|nd|rd|th|er|º)?{BETWEEN}{MONTH}{BETWEEN}{YEAR}", re.I), "dmy"),
    (re.compile(rf"{MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+{YEAR}", re.I), "mdy"),
    (re.compile(rf"{YEAR}-(\d\d)-(\d\d)"), "ymd"),
    (re.compile(rf"(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?{YEAR}"), "dny"),
    (re.compile(rf"{MONTH}{BETWEEN}{YEAR}", re.I), "my"),
)
PLACE = re.compile(r"[^\W\d_][\w .’'-]{1,40},\s+")


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, frozenset[str]], dict[str, int]]:
    """Labels by kind and months by name, case-folded."""
    words = {kind: set(ALSO[kind].split("|")) for kind in ALSO}
    months: dict[str, int] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        labels = tomllib.loads(path.read_text("utf-8"))
        for kind in KINDS:
            if isinstance(labels.get(kind), str):
                words[kind].add(labels[kind].casefold())
        for number, month in enumerate(labels.get("months", ()), 1):
            months.setdefault(month.casefold(), number)
            months.setdefault(month.casefold()[:3], number)
    return {kind: frozenset(found) for kind, found in words.items()}, months


def labelled(text: str) -> tuple[str, int]:
    """The kind of label that a text begins with, and where its words begin; nothing where it has none.

    A label is followed by a colon, a full stop or a dash, or is the whole text.
    """
    folded = text.casefold()
    for kind in KINDS:
        for label in _tables()[0][kind]:
            if folded.startswith(label) and (found := PARTED.match(text, len(label))):
                return kind, found.end()
    return "", 0


def is_about_authors(text: str) -> bool:
    """Whether a heading is that of notes on the authors."""
    return text.casefold().strip(" .:").replace("'", "’") in _tables()[0]["about"]


def without_by(text: str) -> str:
    """A line of authors without the word before it."""
    first, _, rest = text.partition(" ")
    return rest.strip() if first.casefold().strip(":") in _tables()[0]["by"] and rest else text


def date_in(text: str) -> tuple[datetime.date, bool] | None:
    """The date that a text is, with a place before it or not, and whether its day is in it."""
    text = " ".join(text.split()).strip(" .()")
    place = PLACE.match(text)
    for part in (text, text[place.end() :] if place else ""):
        for pattern, order in DATES:
            found = pattern.fullmatch(part) if part else None
            day = _date(found, order) if found else None
            if day:
                return day, order != "my"
    return None


def _date(found: re.Match[str], order: str) -> datetime.date | None:
    groups = found.groups()
    if order == "my":
        groups, order = (groups[0], "1", groups[1]), "mdy"
    values: dict[str, int] = {}
    for key, value in zip(order, groups, strict=True):
        months = _tables()[1]
        name = (
            months.get(value.casefold(), months.get(value.casefold()[:3], 0)) if not value.isdecimal() else 0
        )
        values["m" if key == "n" else key] = name or (int(value) if value.isdecimal() else 0)
    try:
        return datetime.date(values["y"], values["m"], values["d"])
    except ValueError:
        return None
