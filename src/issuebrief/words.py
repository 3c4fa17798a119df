"""The words that the typesetter itself prints, by language.

In:  a BCP 47 tag.
Out: the labels in that language, English where it has none; dates as the language writes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime


@dataclass(frozen=True)
class Words:
    """Labels, one language's."""

    author: str = "Author"
    authors: str = "Authors"
    about: str = "About"
    date: str = "Date"
    number: str = "Number"
    number_sign: str = "No."
    keywords: str = "Keywords"
    key_points: str = "Key points"
    abstract: str = "Abstract"
    endnotes: str = "Endnotes"
    cite: str = "How to cite"
    rights: str = "Copyright"
    disclaimer: str = "Disclaimer"
    figure: str = "Figure"
    table: str = "Table"
    source: str = "Source"
    conjunction: str = "and"
    back: str = "Back to the text"
    pull_quote: str = "Pull-quote"
    portrait: str = "Portrait of"


ENGLISH = Words()
LANGUAGES = {
    "en": ENGLISH,
    "de": Words(
        author="Autor",
        authors="Autoren",
        about="Über",
        date="Datum",
        number="Nummer",
        number_sign="Nr.",
        keywords="Schlagwörter",
        key_points="Kernpunkte",
        abstract="Zusammenfassung",
        endnotes="Anmerkungen",
        cite="Zitierweise",
        rights="Urheberrecht",
        disclaimer="Hinweis",
        figure="Abbildung",
        table="Tabelle",
        source="Quelle",
        conjunction="und",
        back="Zurück zum Text",
        pull_quote="Zitat",
        portrait="Porträt von",
    ),
    "sv": Words(
        author="Författare",
        authors="Författare",
        about="Om",
        date="Datum",
        number="Nummer",
        number_sign="Nr",
        keywords="Nyckelord",
        key_points="I korthet",
        abstract="Sammanfattning",
        endnotes="Noter",
        cite="Så citerar du",
        rights="Upphovsrätt",
        disclaimer="Ansvar",
        figure="Figur",
        table="Tabell",
        source="Källa",
        conjunction="och",
        back="Tillbaka till texten",
        pull_quote="Citat",
        portrait="Porträtt av",
    ),
    "fr": Words(
        author="Auteur",
        authors="Auteurs",
        about="À propos de",
        date="Date",
        number="Numéro",
        number_sign="Nº",
        keywords="Mots-clés",
        key_points="Points clés",
        abstract="Résumé",
        endnotes="Notes",
        cite="Pour citer",
        rights="Droits",
        disclaimer="Avertissement",
        figure="Figure",
        table="Tableau",
        source="Source",
        conjunction="et",
        back="Retour au texte",
        pull_quote="Citation",
        portrait="Portrait de",
    ),
}


def words(lang: str) -> Words:
    """The labels for a language tag such as `en-GB`."""
    return LANGUAGES.get(lang.lower().split("-")[0], ENGLISH)


def long_date(date: datetime.date, lang: str) -> str:
    """The date as the language writes it, `16 October 2023`; English where the language is unknown."""
    from babel.core import Locale, UnknownLocaleError
    from babel.dates import format_date

    try:
        locale = Locale.parse(lang, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en", "GB")
    return format_date(date, "long", locale)
