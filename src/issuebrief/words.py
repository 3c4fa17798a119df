"""The words that the typesetter itself prints, by language.

In:  a BCP 47 tag.
Out: the labels in that language, English where it has none; dates as the language writes them. A
     table of twelve months a language is a tenth of what a library for all languages takes to load.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime


def _phrases(text: str) -> frozenset[str]:
    return frozenset(text.split(", "))


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
    note: str = "Note"
    close: str = "Close"
    skip: str = "Skip to the text"
    pull_quote: str = "Pull-quote"
    portrait: str = "Portrait of"
    says_nothing: frozenset[str] = _phrases(
        "here, click here, this link, link, this, this page, more, read more, learn more, see here, "
        "see more, details, website, this website, page, source, url"
    )
    """Words of links that say nothing of where they lead, in small letters without punctuation."""
    months: str = "January February March April May June July August September October November December"
    date_pattern: str = "{day} {month} {year}"


AMERICAN_DATE = "{month} {day}, {year}"


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
        note="Anmerkung",
        close="Schließen",
        skip="Zum Text springen",
        pull_quote="Zitat",
        portrait="Porträt von",
        says_nothing=_phrases(
            "hier, hier klicken, klicken sie hier, dieser link, link, mehr, weiter, weiterlesen, mehr lesen, "
            "mehr erfahren, mehr dazu, siehe hier, details, webseite, website, seite, quelle"
        ),
        months="Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        date_pattern="{day}. {month} {year}",
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
        note="Not",
        close="Stäng",
        skip="Hoppa till texten",
        pull_quote="Citat",
        portrait="Porträtt av",
        says_nothing=_phrases(
            "här, klicka här, den här länken, länk, länken, mer, läs mer, läs mer här, se här, se mer, "
            "detaljer, webbplats, webbplatsen, sida, sidan, källa"
        ),
        months="januari februari mars april maj juni juli augusti september oktober november december",
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
        note="Note",
        close="Fermer",
        skip="Aller au texte",
        pull_quote="Citation",
        portrait="Portrait de",
        says_nothing=_phrases(
            "ici, cliquez ici, cliquer ici, ce lien, lien, plus, en savoir plus, lire la suite, lire plus, "
            "voir ici, voir plus, détails, site, site web, page, cette page, source"
        ),
        months="janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    ),
}


def words(lang: str) -> Words:
    """The labels for a language tag such as `en-GB`."""
    return LANGUAGES.get(lang.lower().split("-")[0], ENGLISH)


def long_date(date: datetime.date, lang: str) -> str:
    """The date as the language writes it, `16 October 2023`; in American English `October 16, 2023`."""
    labels = words(lang)
    pattern = AMERICAN_DATE if lang.lower() == "en-us" else labels.date_pattern
    return pattern.format(day=date.day, month=labels.months.split()[date.month - 1], year=date.year)
