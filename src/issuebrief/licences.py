"""Licences: which there are, how they are written, and where their words stand.

In:  a licence as it was typed: an identifier of SPDX, the short form of Creative Commons, or an address.
Out: a `Licence` with the words to print and the address to link; for what is no licence, the nearest one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from issuebrief.language_tags import tags_of


class Licence(NamedTuple):
    """A licence: its full name, its short one, and the address of its words.

    A licence that is given as an address has no name but that. For a brief in another language than English,
    `deed` is where it is explained in that language, and there is no name: that is a title in English.
    """

    name: str
    short: str
    url: str
    deed: str = ""

    @property
    def printed(self) -> str:
        """The words that stand for it: `Creative Commons Attribution 4.0 International (CC BY 4.0)`."""
        return f"{self.name} ({self.unbroken})" if self.name and self.short else self.name or self.unbroken

    @property
    def unbroken(self) -> str:
        """The short name, which stays on a line."""
        return self.short if "/" in self.short else self.short.replace(" ", "\u00a0").replace("-", "\u2011")


COMMONS = "https://creativecommons.org"
PARTS = {
    "BY": "Attribution",
    "NC": "NonCommercial",
    "ND": "NoDerivatives",
    "SA": "ShareAlike",
}
KINDS = ("BY", "BY-SA", "BY-ND", "BY-NC", "BY-NC-SA", "BY-NC-ND")
VERSIONS = ("1.0", "2.0", "2.1", "2.5", "3.0", "4.0")
NEWEST = VERSIONS[-1]

ZERO = Licence("Creative Commons Zero 1.0 Universal", "CC0 1.0", f"{COMMONS}/publicdomain/zero/1.0/")
MARK = Licence("Public Domain Mark 1.0 Universal", "PDM 1.0", f"{COMMONS}/publicdomain/mark/1.0/")
OTHERS = {
    "CC0-1.0": ZERO,
    "CC-PDM-1.0": MARK,
    "Apache-2.0": Licence("Apache License 2.0", "", "https://www.apache.org/licenses/LICENSE-2.0"),
    "DL-DE-BY-2.0": Licence(
        "Datenlizenz Deutschland – Namensnennung – Version 2.0", "", "https://www.govdata.de/dl-de/by-2-0"
    ),
    "DL-DE-ZERO-2.0": Licence(
        "Datenlizenz Deutschland – Zero – Version 2.0", "", "https://www.govdata.de/dl-de/zero-2-0"
    ),
    "GFDL-1.3-only": Licence(
        "GNU Free Documentation License 1.3", "", "https://www.gnu.org/licenses/fdl-1.3.html"
    ),
    "GFDL-1.3-or-later": Licence(
        "GNU Free Documentation License 1.3 or later", "", "https://www.gnu.org/licenses/fdl-1.3.html"
    ),
    "MIT": Licence("MIT License", "", "https://opensource.org/license/mit"),
    "ODC-By-1.0": Licence(
        "Open Data Commons Attribution License 1.0", "", "https://opendatacommons.org/licenses/by/1-0/"
    ),
    "ODbL-1.0": Licence("Open Database License 1.0", "", "https://opendatacommons.org/licenses/odbl/1-0/"),
    "OGL-UK-3.0": Licence(
        "Open Government Licence v3.0",
        "",
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ),
    "etalab-2.0": Licence(
        "Licence Ouverte 2.0", "", "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
    ),
}
"""Licences that are known beside those of Creative Commons, by their identifiers."""

DEEDS = frozenset(
    """ar az be bg ca cs da de el es et eu fa fi fr ga gl hi hr hu id is it ja ko lt lv nb nl pl pt ro ru
    sk sl sr-latn sv tr uk zh zh-hant""".split()  # noqa: SIM905
)
"""The languages in which Creative Commons explains its licences, by the tags that they are looked up by."""
NAMES_OF_DEEDS = {"nb": "no", "nn": "no", "pt-br": "pt-br", "zh": "zh-hans"}
"""What the deeds of a language are called, where it is not its tag."""

_JOINT = "[ -]"
_BY = (
    rf"[Cc][Cc]{_JOINT}[Bb][Yy](?:{_JOINT}[Nn][Cc])?(?:{_JOINT}(?:[Nn][Dd]|[Ss][Aa]))?{_JOINT}"
    rf"(?:4\.0|(?:1\.0|2\.0|2\.1|2\.5|3\.0)(?:{_JOINT}[A-Za-z]{{2,3}})?)"
)
_NAMES = "|".join(re.escape(name).replace(r"\-", "-") for name in OTHERS if name != "CC0-1.0")
PATTERN = rf"^(?:{_BY}|[Cc][Cc]0(?:{_JOINT}1\.0)?|{_NAMES}|https?://[^\s<>\"/?#][^\s<>\"]*)$"
"""What a licence may look like; it is also the pattern of the JSON Schema."""

ADDRESS = re.compile(
    r"https?://(?:www\.)?creativecommons\.org/(?:licenses/(by(?:-nc)?(?:-nd|-sa)?)/([0-9]\.[0-9])"
    r"(?:/([a-z]{2,3})(?![a-z]))?|publicdomain/(zero|mark)/1\.0)(?:/.*)?$",
    re.IGNORECASE,
)
"""The address of a licence of Creative Commons."""
_SPELT = (
    ("creative commons", "cc"),
    ("attribution", "by"),
    ("non ?commercial", "nc"),
    ("no ?deriv(?:ative)?s?(?: works)?", "nd"),
    ("share ?alike", "sa"),
    ("zero", "0"),
)
_LEFT_OUT = (
    r"\b(?:international|unported|generic|universal|licen[cs]ed?|under|the|public domain dedication|v)\b"
)


def tidy_licence(text: str) -> str:
    """The identifier that SPDX has for a licence that fits the pattern; an address stays as it is."""
    if text in OTHERS or text.lower().startswith(("http://", "https://")):
        return text
    name = text.upper().replace(" ", "-")
    return "CC0-1.0" if name.startswith("CC0") else name


def licence_of(text: str) -> Licence | None:
    """The licence of an identifier or address that fits the pattern; none for no text."""
    if not text:
        return None
    if text in OTHERS:
        return OTHERS[text]
    if found := ADDRESS.match(text):
        if found[4]:
            return ZERO if found[4].lower() == "zero" else MARK
        return _commons(found[1].upper(), found[2], (found[3] or "").upper())
    if "://" in text:
        return Licence("", text.partition("://")[2].rstrip("/"), text)
    parts = text.split("-")
    number = next(at for at, part in enumerate(parts) if "." in part)
    return _commons("-".join(parts[1:number]), parts[number], "".join(parts[number + 1 :]))


def in_language(licence: Licence, lang: str) -> Licence:
    """A licence as it is printed in a language: those of Creative Commons by their short names.

    These are the same everywhere. The newest are explained in most languages; for the others, the address is
    the licence's own, which leads on to them.
    """
    tags = tags_of(lang)
    if tags[-1] == "en" or not licence.url.startswith(COMMONS):
        return licence
    found = next((NAMES_OF_DEEDS.get(tag, tag) for tag in tags if tag in DEEDS | NAMES_OF_DEEDS.keys()), "")
    is_explained = found and licence.short.endswith((NEWEST, ZERO.short, MARK.short))
    return licence._replace(name="", deed=f"{licence.url}deed.{found}" if is_explained else licence.url)


def _commons(kind: str, version: str, region: str) -> Licence:
    """A licence of Creative Commons: `BY-NC`, `4.0`; before 4.0 also of a country or for the IGOs."""
    name = "-".join(PARTS[part] for part in kind.split("-"))
    place = region or {"4.0": "International", "3.0": "Unported"}.get(version, "Generic")
    url = f"{COMMONS}/licenses/{kind.lower()}/{version}/{f'{region.lower()}/' if region else ''}"
    short = " ".join(part for part in ("CC", kind, version, region) if part)
    return Licence(f"Creative Commons {name} {version} {place}", short, url)


def mend_licence(text: str) -> str:
    """The identifier that was probably meant: from the parts of its name, or else the nearest one."""
    from difflib import get_close_matches

    said = re.sub(r"[\s_/,()-]+", " ", text.lower())
    for pattern, sign in _SPELT:
        said = re.sub(pattern, sign, said)
    said = " ".join(re.sub(_LEFT_OUT, " ", said).split())
    if re.match(r"cc ?0|public domain\b", said):
        return "CC0-1.0"
    asked = set(re.findall(r"\b(?:by|nc|nd|sa)\b", said))
    if asked and (said.startswith("cc") or "by" in asked):
        kind = next((kind for kind in KINDS if set(kind.lower().split("-")) == asked | {"by"}), "BY-NC-ND")
        version = next((each for each in re.findall(r"\d(?:\.\d)?", said)), NEWEST)
        version = version if "." in version else f"{version}.0"
        return f"CC-{kind}-{version if version in VERSIONS else NEWEST}"
    if said == "cc":
        return f"CC-BY-{NEWEST}"
    known = {name.lower().replace("-", " "): name for name in OTHERS}
    known |= {licence.name.lower(): name for name, licence in OTHERS.items()}
    near = get_close_matches(said, known, 1, 0.6)
    return known[near[0]] if near else ""
