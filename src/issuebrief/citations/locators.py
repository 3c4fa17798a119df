"""Where in a work something stands: "p. 12", "ch. 3", "Rn. 7".

In:  what follows a key in a citation.
Out: the kind of the place as CSL names it, the place, and the words behind it.
"""

from __future__ import annotations

import re

LABELS = {
    "page": "p. pp. page pages pg. S. Seite Seiten s. sid. sidan sida sidor sidorna pág. págs. pag. "
    "pagg. pagina blz. str. стр. с. σ.",
    "chapter": "ch. chs. chap. chaps. chapter chapters Kap. Kapitel kap. kapitel chapitre chapitres cap. "
    "caps. "
    "hfst. rozdz.",
    "section": "sec. secs. section sections § §§ Abschn. Abschnitt avsn. avsnitt sez. rozdział sect.",
    "paragraph": "para. paras. paragraph paragraphs ¶ ¶¶ Rn. Rdnr. Rz. Abs. Absatz st. stycke stycket punkt "
    "pkt. "
    "consid. point points recital recitals",
    "article-locator": "art. arts. article articles Art. Artikel artikel",
    "volume": "vol. vols. volume volumes Bd. Bde. Band bd. band tome t.",
    "part": "pt. pts. part parts Teil del partie",
    "note": "n. nn. note notes Anm. Fn. fn. fotnot not",
    "figure": "fig. figs. figure figures Abb. Abbildung figur bild",
    "table": "tab. tabs. table tables Tab. Tabelle tabell",
    "appendix": "app. apps. appendix annex Anhang bilaga annexe",
    "line": "l. ll. line lines Z. Zeile rad ligne",
    "column": "col. cols. column columns Sp. Spalte spalt colonne",
    "folio": "fol. fols. folio folios",
    "issue": "no. nos. number numbers Nr. nr n° nº",
    "verse": "v. vv. verse verses V. Vers",
    "book": "bk. bks. book books Buch bok livre",
    "sub-verbo": "s.v. s.vv.",
    "timestamp": "at timestamp",
    "rule": "r. rule rules",
}
BY_WORD = {word: label for label, words in LABELS.items() for word in words.split()}
WORDS = "|".join(re.escape(word) for word in sorted(BY_WORD, key=len, reverse=True))
ONE = (
    r"(?:[A-Za-z]{0,3}\d[\w.:/]*(?<![.:])|[ivxlcdm]+(?![\w])|[IVXLCDM]+(?![\w])|\(\w{1,4}\))(?:\(\w{1,4}\))*"
)
PLACE = (
    rf"{ONE}(?:\s*(?:--?-?|–|—|,|&|\band\b|\bund\b|\bet\b|\boch\b)\s*{ONE})*"
    r"(?:\s*(?:ff?\.?|sqq?\.|f\.|ff))?(?!\w)"
)
BRACED = re.compile(r"\s*,?\s*\{([^{}]*)\}")
WITH_LABEL = re.compile(rf"\s*,?\s*(?P<label>{WORDS})(?:[\s\u00a0\u202f~]*)(?P<place>{PLACE})")
WITH_WORD = re.compile(rf"\s*,\s*(?P<label>{WORDS})[\s\u00a0]+(?P<place>[^\s,;]+)")
BARE = re.compile(rf"\s*,\s*(?P<place>{PLACE})(?=\s*(?:$|[,;.)]))")


def read_locator(text: str) -> tuple[str, str, str]:
    """The label, the place and the suffix in what follows a key; the place is empty where there is none."""
    if braced := BRACED.match(text):
        label, place, _ = read_locator(f", {braced[1]}") if braced[1].strip() else ("page", "", "")
        return label, place or braced[1].strip(), text[braced.end() :]
    found = WITH_LABEL.match(text)
    if found and (text[: found.start("label")].strip() or text[:1].isspace() or found.start("label") == 0):
        return BY_WORD[found["label"]], _tidy(found["place"]), text[found.end() :]
    if found := BARE.match(text):
        return "page", _tidy(found["place"]), text[found.end() :]
    if found := WITH_WORD.match(text):
        return BY_WORD[found["label"]], found["place"], text[found.end() :]
    return "page", "", text


def _tidy(place: str) -> str:
    """A place with single hyphens in its ranges."""
    return re.sub(r"\s*(?:-{1,3}|–|—)\s*", "-", " ".join(place.split()))
