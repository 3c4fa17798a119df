"""The terms, dates and quotation marks of a language, as CSL's locales have them.

In:  the files of locales that ship, and what a style says instead.
Out: a `Locale`.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "data" / "locales"
SPACE = "{http://purl.org/net/xbiblio/csl}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
FALLBACKS = {"verb-short": "verb", "symbol": "short", "verb": "long", "short": "long"}
PRIMARY = {
    "en": "en-US", "de": "de-DE", "fr": "fr-FR", "es": "es-ES", "pt": "pt-PT", "sv": "sv-SE", "nb": "nb-NO",
    "no": "nb-NO", "nn": "nn-NO", "da": "da-DK", "cs": "cs-CZ", "et": "et-EE", "el": "el-GR", "he": "he-IL",
    "ja": "ja-JP", "km": "km-KH", "ko": "ko-KR", "sl": "sl-SI", "sr": "sr-RS", "sr-latn": "sr-RS",
    "uk": "uk-UA",
    "vi": "vi-VN", "zh": "zh-CN", "zh-hans": "zh-CN", "zh-hant": "zh-TW", "fa": "fa-IR", "cy": "cy-GB",
    "bs": "hr-HR", "cnr": "sr-RS", "en-ie": "en-GB", "en-au": "en-GB", "en-nz": "en-GB", "en-in": "en-GB",
    "en-za": "en-GB", "en-ca": "en-US", "de-li": "de-CH",
}  # fmt: skip
"""The locale of a language without a region, and of those whose own there is not."""


@dataclass(frozen=True)
class Term:
    """A term: of one, and of several."""

    single: str
    multiple: str


@dataclass
class Locale:
    """What a language has for citations."""

    language: str
    terms: dict[tuple[str, str], Term] = field(default_factory=dict)
    dates: dict[str, ElementTree.Element] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    """Of terms that have one: an ordinal before or behind them takes its form."""
    matches: dict[str, str] = field(default_factory=dict)
    """Of endings of ordinals: the numbers that take them, where the locale says it."""

    @property
    def punctuation_in_quote(self) -> bool:
        """Whether commas and full stops stand before a closing quotation mark."""
        return self.options.get("punctuation-in-quote") == "true"

    @property
    def is_english(self) -> bool:
        """Whether titles may be set in title case."""
        return self.language.lower().startswith("en")

    def term(self, name: str, form: str = "long", *, plural: bool = False) -> str:
        """A term in a form, or in the next that there is; empty where there is none."""
        while (found := self.terms.get((name, form))) is None:
            if form not in FALLBACKS:
                return ""
            form = FALLBACKS[form]
        return found.multiple if plural else found.single

    def quote(self, *, is_open: bool, inner: bool) -> str:
        """A quotation mark."""
        name = f"{'open' if is_open else 'close'}-{'inner-' if inner else ''}quote"
        return self.term(name) or ("“" if is_open else "”")


def locale_of(language: str, overrides: list[ElementTree.Element]) -> Locale:
    """The locale of a language tag; the locales in a style go before it, the most particular first."""
    name = _file_of(language)
    base = _read(name)
    locale = Locale(language or name, dict(base.terms), dict(base.dates), dict(base.options))
    locale.genders, locale.matches = dict(base.genders), dict(base.matches)
    tags = ["", name.partition("-")[0].lower(), name.lower()]
    for tag in tags:
        for element in overrides:
            if element.get(LANGUAGE, "").lower() == tag:
                _fill(locale, element)
    return locale


def _file_of(language: str) -> str:
    tag = language.lower()
    files = {
        path.stem.removeprefix("locales-").lower(): path.stem.removeprefix("locales-") for path in _files()
    }
    while tag:
        for candidate in (tag, PRIMARY.get(tag, "").lower()):
            if candidate in files:
                return files[candidate]
        same = sorted(name for name in files if name.partition("-")[0] == tag)
        if same:
            return files[same[0]]
        tag = tag.rpartition("-")[0]
    return "en-US"


@lru_cache(maxsize=1)
def _files() -> tuple[Path, ...]:
    return tuple(sorted(FOLDER.glob("locales-*.xml")))


@lru_cache(maxsize=8)
def _read(name: str) -> Locale:
    """The locale of a file, on top of the English one: no term is missing."""
    locale = Locale(name)
    if name != "en-US":
        english = _read("en-US")
        # Ordinals are a language's own: one ending for all is what most have.
        locale.terms.update(
            {name: term for name, term in english.terms.items() if not name[0].startswith("ordinal")}
        )
        locale.dates.update(english.dates)
    _fill(locale, ElementTree.parse(FOLDER / f"locales-{name}.xml").getroot())
    return locale


def _fill(locale: Locale, element: ElementTree.Element) -> None:
    for options in element.iter(f"{SPACE}style-options"):
        locale.options.update(options.attrib)
    for date in element.iter(f"{SPACE}date"):
        locale.dates[date.get("form", "text")] = date
    for term in element.iter(f"{SPACE}term"):
        single, multiple = term.find(f"{SPACE}single"), term.find(f"{SPACE}multiple")
        alone = "".join(term.itertext()) if single is None and multiple is None else ""
        one = (single.text or "") if single is not None else alone
        many = (multiple.text or "") if multiple is not None else alone or one
        name, form = term.get("name", ""), term.get("form", "long")
        locale.terms[name, form] = Term(one, many)
        if gender := term.get("gender-form"):
            locale.terms[of_gender(name, gender), form] = Term(one, many)
        if gender := term.get("gender"):
            locale.genders[name] = gender
        if match := term.get("match"):
            locale.matches[name] = match


def of_gender(name: str, gender: str) -> str:
    """The name under which a locale keeps the form that a term has in a gender."""
    return f"{name} {gender}" if gender else name
