"""Words that stay on the line of what they belong to.

In:  nothing.
Out: sets of words, by what stands beside them; `spaces.py` ties them, `docs/writing.md` lists them.
"""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _pairs(text: str) -> dict[str, set[str]]:
    pairs: dict[str, set[str]] = {}
    for pair in filter(str.strip, re.split(r"[|\n]", text)):
        first, second = pair.split()
        pairs.setdefault(first, set()).add(second)
    return pairs


UNITS = _words(
    """
    % ‰ ° °C °F K km m dm cm mm µm μm nm km² m² cm² m³ cm³ km/h km/s m/s ha l L dl cl ml kg g mg µg μg t
    kt Mt Gt s ms µs μs ns min h d W kW MW GW TW Wh kWh MWh GWh TWh J kJ MJ GJ eV keV MeV V kV mV A mA
    Ah N kN Pa hPa kPa MPa bar mbar Hz kHz MHz GHz THz mol cd lm lx Bq Gy Sv mSv dB bit kbit Mbit Gbit B
    kB MB GB TB PB au AU ly pc pt dpi ppm percent per procent prosent Prozent prosenttia million
    millions billion billions trillion trillions thousand Million Millionen Milliarde Milliarden Mio Mrd Tsd
    miljon miljoner miljard miljarder milliard milliards millones milhões milioni miliardi mln mld mio mia tys
    тыс млн млрд mil milj tis εκατ δισ milyon milyar Grad grader f ff sqq kr € $ £ ¥
    """
)
"""Words after a number."""

CURRENCIES = _words(
    """
    USD EUR GBP SEK NOK DKK ISK CHF JPY CNY RMB KRW KPW RUB UAH INR PLN CZK HUF RON TRY CAD AUD NZD BRL
    ZAR TWD HKD SGD ILS SAR AED US$ A$ C$ € $ £ ¥ kr Rs.
    """
)
"""Words before a sum or after it."""

NUMBERED_BEFORE = tuple(
    "ábra attēls diagram irudia karte kép lentelė pav tabula táblázat taula térkép".split()  # noqa: SIM905
)
"""Words for figures, maps and tables behind their number, as in `1. ábra`."""

COUNTED = _words(
    """
    n. nn. p. pp. no. nos. No. Nos. nr. Nr. nº Nº № vol. Vol. vols. Vols. ch. chap. chaps. Ch. sec. Sec.
    sect. fig. Fig. figs. Figs. tab. Tab. art. Art. arts. Arts. para. paras. par. ed. bk. pt. Pt. col.
    cols. l. ll. f. ff. fol. fols. v. vv. c. ca. § §§ ¶ s. S. sid. Bd. Abs. Kap. kap. Figure Figures
    Table Tables Chapter Chapters Section Sections Article Articles Part Appendix Annex Box Note
    n° N° n.º N.º núm. pág. págs. str. č. čl. br. št. nro Rn. Rz. Ziff. Abb. Tab. kl. с. стр. ст. рис. табл.
    Figura Tabla Tabela Tabella Gráfico Figuur Tabel Rysunek Obrázek Obrázok Kuvio Taulukko Рисунок Таблица
    Resolution Protocol Abbildung Tabelle Kapitel Abschnitt Artikel Anhang Teil Figur Tabell Bild
    Tableau Chapitre Annexe odst. písm. ust. pkt poz. lit. kohta σ. σελ. blz. Kuva Εικόνα Πίνακας Şekil Tablo
    """
)
"""Words before a number."""

TITLES = _words(
    """
    Dr. Mr. Mrs. Ms. Mx. Prof. St. Sen. Rep. Gov. Gen. Col. Lt. Maj. Capt. Cmdr. Adm. Sgt. Rev. Hon.
    Amb. Pres. Min. Hr. Fr. M. MM. Me. Mme Mmes Mlle Sr. Sra. Dra. Dña. Sig. Inż.
    """
)
"""Words before a name."""

MONTHS = _words(
    """
    January February March April May June July August September October November December Jan. Feb. Mar.
    Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. Januar Jänner Februar März Mai Juni Juli Oktober
    Dezember januari februari mars april maj juni juli augusti september oktober november december
    januar februar marts mai august desember janvier février avril juin juillet août septembre octobre
    novembre décembre
    """
)
"""Words after a day or before it."""

PAIRS = _pairs(
    """
    z. B.|d. h.|u. a.|u. U.|o. ä.|o. Ä.|v. a.|z. T.|m. E.|s. o.|s. u.|a. a.|a. O.|i. d.|d. R.|i. S.|i. V.
    e. V.|v. Chr.|n. Chr.|u. ä.|u. Ä.|i. H.|t. ex.|bl. a.|d. v.|v. s.|m. m.|o. s.|s. v.|f. d.|s. k.|p. g.
    f. n.|e. d.|f. eks.|o. l.|m. v.|m. in.|n. e.|p. n.|t. j.|t. r.|n. l.|t. zn.|av. J.-C.|ap. J.-C.|p. ej.
    p. ex.|a. C.|d. C.|EE. UU.|π. χ.|κ. ά.|κ. λπ.|π. Χ.|μ. Χ.|e. Kr.|j. Kr.|i. e.|e. g.|i. sz.
    т. е.|т. д.|т. п.|н. э.
    """
)
"""What follows a word in an abbreviation of several words."""

NOT_INITIALS = _words(
    """
    U.S. U.K. U.N. E.U. D.C. U.S.S.R. U.S.A. P.R.C. R.O.K. D.P.R.K. a.m. p.m.
    """
)
"""Words which look like initials, though no name follows them."""
