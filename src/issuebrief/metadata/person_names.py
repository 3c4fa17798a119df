"""Printed names in the parts by which catalogues sort them.

In:  a name as it is printed, the language of the brief, and the family name where the brief gives it.
Out: `PersonName`: given name, particle, family name, suffix; without titles and degrees.

Which word is the family name cannot be told from the letters alone. The last word is taken, with the small
words before it; where the language puts the family name first, the first word. `family` in front matter
says what is otherwise.
"""

from __future__ import annotations

import re

from issuebrief.citations.csl.works import PersonName
from issuebrief.language_tags import tags_of

TITLE = re.compile(
    r"^(?:(?:Dr|Prof)\.?|Professor|Ambassador|Sir|Dame|PD(?= Dr)|Dipl\.-Ing\.|h\.\s?c\.|em\.|habil\.|"
    r"(?:Mag|Ing|Amb|Gen|Lt|Col|Maj|Capt|Hon|Rev|Mr|Mrs|Ms|Mx|Hr|Mme)\.)\s+(?=\S)"
)
"""Titles; short ones without a full stop may be given names, as Maj and Gen are."""
SUFFIX = re.compile(r"^(?:Jr|Sr|Jnr|Snr|II|III|IV|V)\.?$")
DEGREE = re.compile(
    r"^(?:Ph\.?\s?D|D\.?Phil|Dr\.?\s?phil|M\.?D|J\.?D|LL\.?[BMD]|[BM]\.?Sc|[BM]\.?A|M\.?Phil|MBA|MPP|MPA|MPH|"
    r"Ed\.?D|Esq|CBE|OBE|MBE|FRS|MEP|MP)\.?$",
    re.IGNORECASE,
)
FAMILY_FIRST = frozenset(("hu", "ja", "ko", "vi", "zh"))
"""Languages whose names begin with the family name."""
IN_OWN_SCRIPT = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters of Chinese, Japanese and Korean, whose names begin with the family name in any brief."""


def parts_of(name: str, lang: str, family: str = "") -> PersonName:
    """A person's name in parts. A name of one word is a family name."""
    name, suffix = _without_titles(" ".join(name.split()))
    if family and (given := _without(name, " ".join(family.split()))) is not None:
        particle, family = _particle(family.split())
        return _made(given, particle, family, suffix)
    first, comma, rest = name.partition(", ")
    if comma and rest:
        particle, family = _particle(first.split())
        return _made(rest, particle, family, suffix)
    words = name.split()
    if len(words) > 1 and (IN_OWN_SCRIPT.search(name) or tags_of(lang)[-1].partition("-")[0] in FAMILY_FIRST):
        return _made(" ".join(words[1:]), "", words[0], suffix)
    start = next((n for n, word in enumerate(words[:-1]) if n and _is_small(word)), len(words) - 1)
    particle, family = _particle(words[start:])
    return _made(" ".join(words[:start]), particle, family, suffix)


def _without_titles(name: str) -> tuple[str, str]:
    """A name without titles and degrees, and the suffix that belongs to it."""
    while found := TITLE.match(name):
        name = name[found.end() :]
    suffix = ""
    while (cut := name.rfind(",")) > 0:
        tail = name[cut + 1 :].strip()
        if SUFFIX.match(tail):
            suffix = tail
        elif tail and not DEGREE.match(tail):
            break
        name = name[:cut].rstrip()
    words = name.split()
    if len(words) > 2 and SUFFIX.match(words[-1]):
        suffix = words.pop()
    return " ".join(words), suffix


def _without(name: str, family: str) -> str | None:
    """What is left of a name without the family name; nothing where that is not in it."""
    found = re.search(rf"(?<!\w){re.escape(family)}(?!\w)", name, re.IGNORECASE)
    if not found:
        return None
    return " ".join(f"{name[: found.start()]} {name[found.end() :]}".replace(",", " ").split())


def _is_small(word: str) -> bool:
    """Whether a word is a particle: it begins with a small letter."""
    return word[0].islower() and word[0].isalpha()


def _particle(words: list[str]) -> tuple[str, str]:
    """The particles before a family name, and the family name."""
    count = 0
    while count < len(words) - 1 and _is_small(words[count]):
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _made(given: str, particle: str, family: str, suffix: str) -> PersonName:
    return PersonName(
        family=family,
        given=given,
        suffix=suffix,
        kept=particle,
        comma_suffix=suffix.lower().startswith(("jr", "sr", "jnr", "snr")),
    )
