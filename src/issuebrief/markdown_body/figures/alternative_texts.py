"""Alternative texts that say nothing of their pictures.

In:  an alternative text, and the name of its picture's file.
Out: whether it is the name of the file, the word for a picture, or what a program put there.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

PICTURE_WORDS = (
    "abbildung|abb|afbeelding|bild|billede|bilde|chart|diagram|diagramm|diagramme|fig|figur|figura|figure|foto|"
    "fotografia|fotografie|graf|grafico|grafik|gráfico|graph|graphic|graphique|ilustracja|image|imagem|imagen|img|"
    "immagine|kuva|logo|map|obraz|obrázek|photo|photograph|pic|picture|rysunek|screenshot|slika|zdjęcie"
)
NOTHING_SAID = re.compile(rf"(?:(?:an?|the|une?|eine?|una|un)\s+)?(?:{PICTURE_WORDS})[\W_\d]*", re.IGNORECASE)
BY_PROGRAM = re.compile(
    r"(?:description automatically generated|automatisch generierte beschreibung|"
    r"description générée automatiquement|descripción generada automáticamente|"
    r"ai-generated content may be incorrect)",
    re.IGNORECASE,
)
FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|tiff?|bmp|pdf)", re.IGNORECASE)


def says_nothing(text: str, file: str) -> bool:
    """Whether an alternative text tells a reader nothing that the picture itself would."""
    words = " ".join(text.split())
    stem = PurePosixPath(file).stem
    # A word that the file is named by may well say what is seen; `quay_2-final` does not.
    if words.casefold() == stem.casefold() and re.search(r"[_\d-]", stem):
        return True
    return bool(NOTHING_SAID.fullmatch(words) or FILE_NAME.fullmatch(words) or BY_PROGRAM.search(words))
