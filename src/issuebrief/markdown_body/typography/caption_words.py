"""Words that begin the caption of a figure or a table, or the line of a source, as a writer types them.

In:  the beginning of a paragraph.
Out: whether it begins with a label of `labels/` in any of its languages, or another word for a picture, a
     diagram or a map, and with a number; so that a caption is one whatever the language of the brief.

The words are looked up, not searched for: a pattern of all of them takes longer to compile than a brief has
captions to read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.gated_patterns import GatedPattern
from issuebrief.markdown_body.source.phrases import SIGNS
from issuebrief.markdown_body.typography.tied_words import NUMBERED_BEFORE

if TYPE_CHECKING:
    from collections.abc import Set

FIGURE_WORDS = (
    "Abb|Abbildung|Fig|Figur|Figura|Figure|Figuur|Joonis|Kuvio|Mynd|Obr|Obrázek|Obrázok|Ryc|Rycina|Rys|Rysunek|"
    "Slika|attēls|pav|ábra|Şekil|Διάγραμμα|Σχήμα|Рис|Рисунок|Малюнок|Фиг|Фигура|Afbeelding|Bild|Bilde|Billede|"
    "Chart|Diagram|Diagramm|Diagramme|Exhibit|Foto|Fotografia|Gráfico|Graf|Grafic|Grafico|Grafiek|Grafik|Graph|"
    "Graphique|Illustration|Illustratie|Image|Imagen|Imagem|Immagine|Kaart|Kart|Karta|Karte|Kartta|Kép|Kort|Kuva|"
    "Map|Mapa|Mappa|Harita|Harta|Photo|Pilt|Plate|Resim|Schaubild|Térkép|Wykres|Γράφημα|Εικόνα|Χάρτης|График|"
    "Диаграмма|Карта|Мал|Графік|Рысунак|Слика|Сл|Сурет|Fíor|Figiúr|Léaráid|Gambar|Gbr|Irudia|Hình|Şəkil|Նկար|Պատկեր|"
    "სურათი|სურ|ნახ|चित्र|आकृति|شكل|الشكل|شکل|نمودار|איור|תרשים|图|圖|図|图表|圖表|図表|그림"
)
TABLE_WORDS = (
    "Cuadro|Lentelė|Preglednica|Quadro|Tabel|Tabela|Tabell|Tabelle|Tabella|Tabelul|Tablica|Tabla|Table|Tableau|"
    "Tablo|Tabula|Tabulka|Tabuľka|Tafla|Taula|Taulukko|Táblázat|Tavola|Πίνακας|Таблица|Таблиця|Табела|Табліца|"
    "Кесте|Tábla|Táboa|Cədvəl|Bảng|Աղյուսակ|ცხრილი|ცხრ|तालिका|सारणी|جدول|الجدول|טבלה|表|表格|표"
)
NUMBERED_TABLE_WORDS = f"{TABLE_WORDS}|Tab|Tbl|Табл"
"""With words that are short for a table only where a number follows them."""

NAMED_FIGURES = (
    "Abb|Abbildung|Afbeelding|Fig|Figur|Figura|Figure|Figuur|Joonis|Kuvio|Mynd|Obr|Obrázek|Obrázok|Ryc|Rys|"
    "Rysunek|Slika|Şekil|Σχήμα|Рис|Рисунок|Фиг|Фигура|Рысунак|Слика|Сурет|Fíor|Gambar|Irudia|Hình|Şəkil|Նկար|"
    "სურათი|चित्र|شكل|شکل|איור|图|圖|図|그림"
)
"""Words that are never a part of the sentence behind them: `Figure 3 shows` says no more without it."""

PARTED = r"[.\-\u2010\u2011\u2013/]"
YEAR = r"(?!(?:1[5-9]|20|21)\d\d(?!\d|[.-]\d))"
"""A year is no number of a figure."""
DIGITS = rf"{YEAR}\d+(?:{PARTED}\d+)*(?:{PARTED}?[A-Za-z](?!\w))?(?: ?\([a-z]\))?"
"""Digits, with those of a chapter before them and a letter behind them: 3, 3a, 4.1, 2-0-C."""
LETTERS = rf"(?-i:[A-Z]){{1,2}}{PARTED}?{DIGITS}|(?-i:[IVXLC]+|[A-Z])(?!\w)"
"""A letter, with digits behind it or without, or a Roman number: A-2, S1, IV, B."""

TYPED_NUMBER = (
    r"\.?[ \u00a0]*(?:(?:No|Nr|n°|nº|№|#)\.?[ \u00a0]*)?"
    rf"({DIGITS}|\({DIGITS}\)|(?<=[ \u00a0.])(?:{LETTERS}))"
)
ENDS = r"[ \u00a0]?(?:[.:|–—]+(?!\d)|[：．՝\u3000]|-(?=\s)|$)"
"""What parts the number of a caption from its words; in Chinese and Japanese a sign or a space as wide as a
letter, which prose never has behind a number.
"""
COLONS = r"(?:\s?:|：|՝)"
"""What stands behind the word for a source."""

NUMBER_FIRST = rf"({DIGITS})(?:\.?[ \u00a0](?:{'|'.join(NUMBERED_BEFORE)})|-(?:кесте|сурет))\b{ENDS}"
"""A number before its word, as Hungarian, Latvian, Lithuanian, Basque and Kazakh have it."""


FIRST_WORD = re.compile(rf"\s*((?:[^\W\d_]|{SIGNS})*)")
BEHIND_WORD = GatedPattern((), rf"{TYPED_NUMBER}{ENDS}\s*", re.IGNORECASE)
NUMBER_AND_WORD = GatedPattern((), rf"{NUMBER_FIRST}\s*", re.IGNORECASE)
BARELY_BEHIND_WORD = GatedPattern((), rf"{TYPED_NUMBER}(?=[ \u00a0])\s*", re.IGNORECASE)
COLON = re.compile(r"\.?[ \u00a0]?(?::(?=\s|$)|：)")
CAPTION_MARK = re.compile(r"\s*(?::[ \t]+)?")


def folded(words: str) -> frozenset[str]:
    """Words that are parted by `|`, in whatever case they are typed."""
    return frozenset(word.casefold() for word in words.split("|"))


UNNUMBERED_TABLES = tuple(TABLE_WORDS.split("|"))
FIGURES, TABLES = folded(FIGURE_WORDS), folded(NUMBERED_TABLE_WORDS)
NAMED = folded(NAMED_FIGURES)


def numbered(text: str, words: Set[str]) -> re.Match[str] | None:
    """A caption's typed number, in one of the groups, behind one of some words or before one of its language.

    The match ends where the words of the caption begin.
    """
    first = FIRST_WORD.match(text)
    if not first or not first[1]:
        return NUMBER_AND_WORD.match(text, first.end() if first else 0)
    return BEHIND_WORD.match(text, first.end()) if first[1].casefold() in words else None


def barely_numbered(text: str) -> re.Match[str] | None:
    """The same where nothing parts the number from what follows, in what is surely a caption."""
    first = FIRST_WORD.match(text)
    if not first or first[1].casefold() not in NAMED | TABLES:
        return None
    return BARELY_BEHIND_WORD.match(text, first.end())


def unnumbered(text: str, start: int = 0) -> int:
    """Where a word ends that says no more than that a caption follows, with its colon; 0 where none is."""
    first = FIRST_WORD.match(text, start)
    if not first or first[1].casefold() not in NAMED:
        return 0
    colon = COLON.match(text, first.end())
    return colon.end() if colon else 0


def mark_end(text: str) -> int:
    """Where the mark of a caption ends: a colon, which deep in a list is still there, or `Figure:`."""
    mark = CAPTION_MARK.match(text)
    start = mark.end() if mark else 0
    end = unnumbered(text, start)
    return end + len(text[end:]) - len(text[end:].lstrip()) if end else start


SOURCE_WORDS = (
    "Allikas|Avots|Bron|Font|Fonte|Forrás|Fuente|Heimild|Izvor|Kaynak|Kilde|Kjelde|Källa|Lähde|Quelle|Source|"
    "Sursa|Vir|Zdroj|Šaltinis|Źródło|Πηγή|Джерело|Источник|Източник|Извор|Крыніца|Дереккөз|Foinse|Sors|Burimi|"
    "Sumber|Mənbə|Iturria|Nguồn|Աղբյուր|წყარო|स्रोत|المصدر|منبع|מקור|来源|資料来源|资料来源|資料來源|來源|出典|出所|출처|자료"
)

SOURCES = tuple(SOURCE_WORDS.split("|"))

NOTE_WORDS = (
    "Note|Notes|Nota|Notas|Anmerkung|Anmerkungen|Anm\\.|Bemerkung|Bemerkungen|Hinweis|Hinweise|Remarque|"
    "Remarques|Opmerking|Opmerkingen|Noot|Anmärkning|Anmärkningar|Bemærk|Bemærkning|Merknad|Merknader|"
    "Huomautus|Huomautukset|Huom\\.|Märkus|Märkused|Piezīme|Piezīmes|Pastaba|Pastabos|Uwaga|Uwagi|"
    "Poznámka|Poznámky|Megjegyzés|Megjegyzések|Napomena|Napomene|Opomba|Opombe|Notă|Σημείωση|Σημειώσεις|"
    "Примечание|Примечания|Примітка|Примітки|Забележка|Забележки|Напомена|Заувага|Shënim|Catatan|Ghi chú|"
    "Not|Notlar|ملاحظة|ملاحظات|یادداشت|הערה|הערות|注|注释|注释|註|備註|備考|注記|주|참고|टिप्पणी|Lecture"
)
NOTES = tuple(dict.fromkeys(NOTE_WORDS.split("|")))
"""What begins the line that says how to read a figure or table; it is printed as it is typed."""

CREDIT_WORDS = (
    "Bild|Bilder|Bildnachweis|Bildquelle|Billede|Crédit|Crédits|Crédito|Créditos|Credit|Credits|Crediti|Fot\\.|"
    "Foto|Fotos|Fotó|Fotografía|Fotografia|Fotografie|Fotoğraf|Illustration|Image|Images|Kuva|Kuvat|Valokuva|"
    "Photo|Photos|Photograph|Photographs|Photography|Photographie|Picture|Pictures|Zdjęcie|Zdj\\.|Φωτογραφία|"
    "Снимка|Фото|Фотография"
)
CREDIT = (
    rf"(?:(?:{CREDIT_WORDS})(?: (?:credits?|courtesy|photo|foto|photographique))?[ \u00a0]?:(?=\s)"
    r"|(?:Photo(?:graph)?s?|Image|Picture) (?:by|courtesy of) |Foto(?:s|grafie)? von "
    r"|(?:©|\([cC]\))(?=[ \u00a0]?\w))"
)
"""What begins the line that says who made a picture; it is printed as it is typed."""
