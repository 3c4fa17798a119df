"""Words that begin the caption of a figure or a table, or the line of a source, as a writer types them.

In:  nothing.
Out: patterns of the labels of `labels/` in all its languages, and of other words for pictures, diagrams and
     maps, so that a caption is one whatever the language of the brief.
"""

from __future__ import annotations

FIGURE_WORDS = (
    "Abb|Abbildung|Fig|Figur|Figura|Figure|Figuur|Joonis|Kuvio|Mynd|Obr|Obrázek|Obrázok|Ryc|Rycina|Rys|Rysunek|"
    "Slika|attēls|pav|ábra|Şekil|Διάγραμμα|Σχήμα|Рис|Рисунок|Малюнок|Фиг|Фигура|Afbeelding|Bild|Bilde|Billede|"
    "Chart|Diagram|Diagramm|Diagramme|Exhibit|Foto|Fotografia|Gráfico|Graf|Grafic|Grafico|Grafiek|Grafik|Graph|"
    "Graphique|Illustration|Illustratie|Image|Imagen|Imagem|Immagine|Kaart|Kart|Karta|Karte|Kartta|Kép|Kort|Kuva|"
    "Map|Mapa|Mappa|Harita|Harta|Photo|Pilt|Plate|Resim|Schaubild|Térkép|Wykres|Γράφημα|Εικόνα|Χάρτης|График|"
    "Диаграмма|Карта|Мал|Графік|図|图|圖|그림|شكل|الشكل|איור"
)
TABLE_WORDS = (
    "Cuadro|Lentelė|Preglednica|Quadro|Tabel|Tabela|Tabell|Tabelle|Tabella|Tabelul|Tablica|Tabla|Table|Tableau|"
    "Tablo|Tabula|Tabulka|Tabuľka|Tafla|Taula|Taulukko|Táblázat|Tavola|Πίνακας|Таблица|Таблиця|表|표|جدول|الجدول"
)
NUMBERED_TABLE_WORDS = f"{TABLE_WORDS}|Tab|Tbl|Табл"
"""With words that are short for a table only where a number follows them."""

NAMED_FIGURES = (
    "Abb|Abbildung|Afbeelding|Fig|Figur|Figura|Figure|Figuur|Joonis|Kuvio|Mynd|Obr|Obrázek|Obrázok|Ryc|Rys|"
    "Rysunek|Slika|Şekil|Σχήμα|Рис|Рисунок|Фиг|Фигура"
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
ENDS = r"[ \u00a0]?(?:[.:|–—]+(?!\d)|-(?=\s)|$)"
"""What parts the number of a caption from its words."""

NUMBER_FIRST = (
    rf"({DIGITS})\.?[ \u00a0](?:ábra|attēls|diagram|irudia|karte|kép|lentelė|pav|tabula|táblázat|taula|"
    rf"térkép)\b{ENDS}"
)
"""A number before its word, as Hungarian, Latvian, Lithuanian and Basque have it."""


def numbered(words: str) -> str:
    """The pattern of a caption's typed number behind one of some words, or before a word of its language."""
    return rf"(?:(?:{words}){TYPED_NUMBER}{ENDS}|{NUMBER_FIRST})"


def numbered_and_named() -> str:
    """The same where nothing parts the number from what follows, in what is surely a caption."""
    return rf"(?:{NAMED_FIGURES}|{NUMBERED_TABLE_WORDS}){TYPED_NUMBER}(?=[ \u00a0])"


UNNUMBERED = rf"(?:{NAMED_FIGURES})\.?[ \u00a0]?:(?=\s|$)"
"""A word that says no more than that a caption follows; its number is set before the caption."""

SOURCE_WORDS = (
    "Allikas|Avots|Bron|Font|Fonte|Forrás|Fuente|Heimild|Izvor|Kaynak|Kilde|Kjelde|Källa|Lähde|Quelle|Source|"
    "Sursa|Vir|Zdroj|Šaltinis|Źródło|Πηγή|Джерело|Источник|Източник"
)

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
