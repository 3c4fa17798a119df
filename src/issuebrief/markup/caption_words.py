"""Words that begin the caption of a figure or a table, or the line of a source, as a writer types them.

In:  nothing.
Out: patterns of the labels of `labels/` in all its languages, so that a caption is one whatever the
     language of the brief.
"""

from __future__ import annotations

FIGURE_WORDS = (
    "Abb|Abbildung|Fig|Figur|Figura|Figure|Figuur|Joonis|Kuvio|Mynd|Obrázek|Obrázok|Rysunek|Slika|attēls|pav|"
    "ábra|Şekil|Διάγραμμα|Σχήμα|Рисунок|Фигура"
)
TABLE_WORDS = (
    "Lentelė|Preglednica|Tabel|Tabela|Tabell|Tabelle|Tabella|Tabelul|Tablica|Tabla|Table|Tableau|Tablo|Tabula|"
    "Tabulka|Tabuľka|Tafla|Taula|Taulukko|Táblázat|Πίνακας|Таблица|Таблиця"
)
SOURCE_WORDS = (
    "Allikas|Avots|Bron|Font|Fonte|Forrás|Fuente|Heimild|Izvor|Kaynak|Kilde|Kjelde|Källa|Lähde|Quelle|Source|"
    "Sursa|Vir|Zdroj|Šaltinis|Źródło|Πηγή|Джерело|Источник|Източник"
)
