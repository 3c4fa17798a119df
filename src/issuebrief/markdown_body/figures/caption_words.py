"""Words that begin the caption of a figure or a table, or the line of a source, as a writer types them.

In:  nothing.
Out: patterns of the labels of `labels/` in all its languages, and of other words for pictures, diagrams and
     maps, so that a caption is one whatever the language of the brief.
"""

from __future__ import annotations

FIGURE_WORDS = (
    "Abb|Abbildung|Fig|Figur|Figura|Figure|Figuur|Joonis|Kuvio|Mynd|Obrázek|Obrázok|Rysunek|Slika|attēls|pav|"
    "ábra|Şekil|Διάγραμμα|Σχήμα|Рисунок|Фигура|Afbeelding|Bild|Bilde|Billede|Chart|Diagram|Diagramm|Diagramme|"
    "Foto|Fotografia|Gráfico|Graf|Grafico|Grafiek|Grafik|Graph|Graphique|Illustration|Illustratie|Image|Imagen|"
    "Imagem|Immagine|Kart|Karta|Karte|Kartta|Kort|Kuva|Map|Mapa|Mappa|Photo|Schaubild|Wykres|График|Диаграмма|Карта"
)
TABLE_WORDS = (
    "Lentelė|Preglednica|Tabel|Tabela|Tabell|Tabelle|Tabella|Tabelul|Tablica|Tabla|Table|Tableau|Tablo|Tabula|"
    "Tabulka|Tabuľka|Tafla|Taula|Taulukko|Táblázat|Πίνακας|Таблица|Таблиця"
)
NUMBERED_TABLE_WORDS = f"{TABLE_WORDS}|Tab|Tbl"
"""With words that are short for a table only where a number follows them."""

CAPTION_NUMBER = r"\.?[ \u00a0]*(\d+(?:\.\d+)*[a-z]?)[ \u00a0]?(?:[.:|–—]|-(?=\s)|$)"
"""What follows such a word at the beginning of a caption: a number, and what parts it from the caption."""

SOURCE_WORDS = (
    "Allikas|Avots|Bron|Font|Fonte|Forrás|Fuente|Heimild|Izvor|Kaynak|Kilde|Kjelde|Källa|Lähde|Quelle|Source|"
    "Sursa|Vir|Zdroj|Šaltinis|Źródło|Πηγή|Джерело|Источник|Източник"
)
