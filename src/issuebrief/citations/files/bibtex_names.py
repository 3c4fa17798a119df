"""Names as BibTeX and BibLaTeX have them.

In:  a field of names as it is typed: `Smith, Jane and {RAND Corporation} and others`.
Out: `PersonName`s.
"""

from __future__ import annotations

import re

from issuebrief.citations.csl.works import OTHERS, PersonName
from issuebrief.citations.files.latex_text import plain_text

EXTENDED = re.compile(r"^\s*(?:family|given|prefix|suffix|useprefix)\s*=", re.IGNORECASE)
SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv|junior|senior)\.?$", re.IGNORECASE)
MOST = 500


def read_names(text: str, *, keeps_particle: bool = True) -> tuple[PersonName, ...]:
    """The names of a field; a particle ("van") stays with the family name unless told otherwise."""
    names = [
        _name(part.strip(), keeps_particle) for part in _split(text, r"\s+and\s+")[:MOST] if part.strip()
    ]
    return tuple(name for name in names if name.literal or name.family or name.given)


def _split(text: str, pattern: str) -> list[str]:
    """A text split where no brace is open."""
    parts: list[str] = []
    depth, start = 0, 0
    for found in re.finditer(rf"\\.|[{{}}]|{pattern}", text, re.DOTALL | re.IGNORECASE):
        sign = found[0]
        if sign in "{}":
            depth += 1 if sign == "{" else -1
        elif not sign.startswith("\\") and depth <= 0:
            parts.append(text[start : found.start()])
            start = found.end()
    return [*parts, text[start:]]


def _name(text: str, keeps: bool) -> PersonName:
    if text.lower() == "others":
        return PersonName(literal=OTHERS)
    if _is_whole(text):
        return PersonName(literal=plain_text(text[1:-1]))
    if EXTENDED.match(text):
        return _extended(text, keeps)
    parts = [part.strip() for part in _split(text, ",")]
    if len(parts) > 1:
        von, last = _particle(_words(parts[0]), whole=True)
        jr = parts[1] if len(parts) > 2 else ""
        return _made(von, last, parts[-1], jr, keeps)
    words = _words(text)
    if len(words) > 1 and SUFFIX.match(words[-1]):
        return _made(*_particle(words[1:-1], whole=True), words[0], words[-1], keeps)
    number = next((n for n, word in enumerate(words[:-1]) if n and _is_small(word)), len(words) - 1)
    von, last = _particle(words[number:], whole=True)
    return _made(von, last, " ".join(words[:number]), "", keeps)


def _is_whole(text: str) -> bool:
    """Whether a name stands in one pair of braces."""
    if not (text.startswith("{") and text.endswith("}")):
        return False
    depth = 0
    for found in re.finditer(r"\\.|[{}]", text, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if not depth:
            return found.end() == len(text)
    return False


def _words(text: str) -> list[str]:
    return [word for word in _split(text, r"[\s~]+") if word]


def _is_small(word: str) -> bool:
    """Whether a word is a particle: its first letter outside commands is small."""
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    letters = [letter for letter in plain_text(word) if letter.isalpha()]
    return bool(letters) and letters[0].islower()


def _particle(words: list[str], *, whole: bool) -> tuple[str, str]:
    """The particles before a family name, and the family name."""
    count = 0
    while whole and count < len(words) - 1 and _is_small(words[count]):
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _made(von: str, last: str, first: str, jr: str, keeps: bool) -> PersonName:
    von, last, first, jr = (plain_text(part).replace("\u00a0", " ") for part in (von, last, first, jr))
    return PersonName(
        family=last,
        given=first,
        suffix=jr,
        kept=von if keeps else "",
        dropping="" if keeps else von,
        comma_suffix=jr.lower().startswith(("jr", "sr")),
    )


def _extended(text: str, keeps: bool) -> PersonName:
    """A name with named parts (BibLaTeX manual, 3.4)."""
    parts: dict[str, str] = {}
    for part in _split(text, ","):
        name, sign, value = part.partition("=")
        if sign:
            parts[name.strip().lower()] = value.strip().strip('"')
    keeps = parts.get("useprefix", "true" if keeps else "false").lower() == "true"
    return _made(
        parts.get("prefix", ""),
        parts.get("family", ""),
        parts.get("given", ""),
        parts.get("suffix", ""),
        keeps,
    )
