"""What a language tag may stand for, from the nearest to the widest.

In:  a BCP 47 tag.
Out: the tags under which something about its language may be found. The likely scripts of regions are those
     of Unicode CLDR (`likelySubtags`), the other names of languages those of its `languageAlias`.
"""

from __future__ import annotations

SAME = {
    "arb": "ar",
    "bos": "bs",
    "cmn": "zh",
    "ekk": "et",
    "iw": "he",
    "in": "id",
    "lvs": "lv",
    "mo": "ro",
    "no": "nb",
    "pes": "fa",
    "prs": "fa",
    "sh": "sr-latn",
    "yue": "zh-hant",
}
"""Tags that mean the language of another, or are nearest to it."""
SCRIPTS = {
    "ar": "arab", "as": "beng", "be": "cyrl", "bg": "cyrl", "bgc": "deva", "bgn": "arab", "bho": "deva",
    "bn": "beng", "bo": "tibt", "brx": "deva", "ckb": "arab", "doi": "deva", "dv": "thaa", "dz": "tibt",
    "el": "grek", "fa": "arab", "gu": "gujr", "he": "hebr", "hi": "deva", "hy": "armn", "ja": "jpan",
    "ka": "geor", "kk": "cyrl", "km": "khmr", "kn": "knda", "ko": "kore", "kok": "deva", "ks": "arab",
    "lo": "laoo", "lrc": "arab", "mai": "deva", "mk": "cyrl", "ml": "mlym", "mni": "beng", "mr": "deva",
    "my": "mymr", "mzn": "arab", "ne": "deva", "or": "orya", "pa": "guru", "ps": "arab", "raj": "deva",
    "ru": "cyrl", "sa": "deva", "sd": "arab", "sdh": "arab", "sr": "cyrl", "ta": "taml", "te": "telu",
    "th": "thai", "trw": "arab", "ug": "arab", "uk": "cyrl", "ur": "arab", "xnr": "deva", "zh": "hans",
}  # fmt: skip
"""The script that a language is written in where its tag names none; Latin for all others."""
LATIN = "latn"
ALIKE = {"latf": LATIN, "latg": LATIN, "hang": "kore", "hrkt": "jpan"}
"""Scripts that are a form or a part of another."""
OF_REGIONS = {("zh", "tw"): "hant", ("zh", "hk"): "hant", ("zh", "mo"): "hant", ("sr", "me"): LATIN}
"""The script that a language is written in in a region, where it is another there."""


SLOPING_SCRIPTS = frozenset((LATIN, "grek", "cyrl", "armn"))
"""The scripts that have italics."""


def tags_of(tag: str) -> tuple[str, ...]:
    """The tags that a language is looked up by, in small letters: `sr-latn-ba`, `sr-latn` for `sh-BA`.

    A language in a script that is not its usual one is another language for a reader: what is known of `ru`
    is of no use to `ru-Latn`.
    """
    language, script, region = _parts(tag)
    usual = SCRIPTS.get(language, LATIN)
    script = script or OF_REGIONS.get((language, region)) or usual
    base = language if script == usual else f"{language}-{script}"
    return (f"{base}-{region}", base) if region else (base,)


def script_of(tag: str) -> str:
    """The script that a tag names, or else the usual one of its language; Latin where that is not known."""
    language, script, region = _parts(tag)
    return script or OF_REGIONS.get((language, region)) or SCRIPTS.get(language, LATIN)


def region_of(tag: str) -> str:
    """The region that a tag names, in capitals; nothing where it names none."""
    return _parts(tag)[2].upper()


def slopes(tag: str) -> bool:
    """Whether the letters of a language slope where they are emphasised."""
    return script_of(tag) in SLOPING_SCRIPTS


def _parts(tag: str) -> tuple[str, str, str]:
    """The language, the script and the region of a tag; nothing for those that it does not name."""
    first, *rest = tag.lower().replace("_", "-").split("-")
    if rest and f"{first}-{rest[0]}" in ("zh-cmn", "zh-yue"):
        first, rest = rest[0], rest[1:]
    language, _, script = SAME.get(first, first).partition("-")
    region = ""
    for part in rest:
        if len(part) == 1:
            break
        if len(part) == 4 and part.isalpha():
            script = ALIKE.get(part, part)
        elif not region and (len(part) == 2 or (len(part) == 3 and part.isdigit())):
            region = part
    return language, script, region
