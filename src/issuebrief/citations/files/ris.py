"""Files of RIS, as Zotero, EndNote and libraries write them.

In:  the text of a file.
Out: a `ReferenceFile`. An entry without an ID gets a key from its first name and its year: `smith2019`.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from issuebrief.citations.csl.works import PersonName, Work
from issuebrief.citations.files.dates import read_date
from issuebrief.citations.files.entries import ReferenceFile
from issuebrief.citations.files.made_keys import made_key

if TYPE_CHECKING:
    from pathlib import Path

LINE = re.compile(r"^([A-Z][A-Z0-9])  ?-(?: (.*))?$", re.MULTILINE)
TYPES = {
    "JOUR": "article-journal", "EJOUR": "article-journal", "BOOK": "book", "EBOOK": "book", "EDBOOK": "book",
    "CHAP": "chapter", "ECHAP": "chapter", "RPRT": "report", "GOVDOC": "report", "NEWS": "article-newspaper",
    "MGZN": "article-magazine", "CONF": "paper-conference", "CPAPER": "paper-conference", "THES": "thesis",
    "ELEC": "webpage", "ICOMM": "personal_communication", "BLOG": "post-weblog", "CASE": "legal_case",
    "STAT": "legislation", "BILL": "bill", "HEAR": "hearing", "UNPB": "manuscript", "MANSCPT": "manuscript",
    "PAMP": "pamphlet", "DATA": "dataset", "ENCYC": "entry-encyclopedia", "DICT": "entry-dictionary",
    "PAT": "patent", "VIDEO": "motion_picture", "MPCT": "motion_picture", "SOUND": "song", "COMP": "software",
    "MAP": "map", "SLIDE": "speech", "STAND": "standard", "PCOMM": "personal_communication", "WEB": "webpage",
}  # fmt: skip
TEXTS = {
    "TI": "title", "T1": "title", "CT": "title", "JO": "container-title", "JF": "container-title",
    "JA": "container-title-short", "J2": "container-title-short", "VL": "volume", "IS": "issue",
    "PB": "publisher",
    "CY": "publisher-place", "PP": "publisher-place", "DO": "DOI", "UR": "URL", "ET": "edition",
    "LA": "language",
    "ST": "title-short", "T3": "collection-title", "NV": "number-of-volumes",
}  # fmt: skip


def read_ris(path: Path, text: str) -> ReferenceFile:
    """The entries of a file."""
    file = ReferenceFile(path, text)
    fields: list[tuple[str, str]] = []
    start = 0
    made: dict[str, int] = {}
    found = list(LINE.finditer(text))
    for number, line in enumerate(found):
        tag = line[1]
        behind = found[number + 1].start() if number + 1 < len(found) else len(text)
        value = " ".join(text[line.end(1) : behind].partition("-")[2].split())
        if tag == "TY":
            if fields:
                _take(file, fields, start, made)
            fields, start = [], line.start()
        if tag == "ER":
            _take(file, fields, start, made)
            fields = []
        else:
            fields.append((tag, value))
    if fields:
        _take(file, fields, start, made)
    if not file.entries and text.strip():
        hint = "export the references again, as BibTeX, CSL JSON or RIS"
        file.tell("citations.unreadable-entry", "the file holds no entry of RIS", 0, hint)
    return file


def _take(file: ReferenceFile, fields: list[tuple[str, str]], start: int, made: dict[str, int]) -> None:
    if not any(tag == "TY" for tag, _ in fields):
        return
    key = next((value for tag, value in fields if tag == "ID" and value), "")
    if not key:
        key = _made_key(fields, made)
    file.add(key, start, partial(work_of, key, tuple(fields)))


def _made_key(fields: list[tuple[str, str]], made: dict[str, int]) -> str:
    """A key of the first family name and the year."""
    name = next((value for tag, value in fields if tag in ("AU", "A1", "A2", "ED") and value), "")
    name = name or next((value for tag, value in fields if tag in ("TI", "T1")), "")
    dates = (value for tag, value in fields if tag in ("PY", "Y1", "DA") and re.search(r"\d{4}", value))
    return made_key(name.partition(",")[0], next(dates, ""), made)


def work_of(key: str, fields: tuple[tuple[str, str], ...]) -> Work:
    """The work that the lines of an entry describe."""
    first: dict[str, str] = {}
    for tag, value in fields:
        if value:
            first.setdefault(tag, value)
    type_ = TYPES.get(first.get("TY", "").upper(), "document")
    texts: dict[str, str] = {}
    for tag, variable in TEXTS.items():
        if tag in first:
            texts.setdefault(variable, first[tag])
    container = first.get("T2") or first.get("BT") or first.get("SO", "")
    if container:
        is_series = type_ in ("book", "report")
        texts.setdefault("collection-title" if is_series else "container-title", container)
    if type_ == "webpage" and "T2" in first:
        texts["container-title"] = first["T2"]
    if pages := "-".join(filter(None, (first.get("SP", ""), first.get("EP", "")))):
        is_total = type_ in ("book", "report", "thesis")
        texts["number-of-pages" if is_total else "page"] = pages
    if "M3" in first or ("M1" in first and type_ == "report"):
        texts["genre"] = first.get("M3", "")
        if type_ == "report":
            texts["number"] = first.get("M1", first.get("IS", ""))
    if "DOI" in texts:
        texts["DOI"] = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", texts["DOI"], flags=re.I)
    names = {
        role: people
        for role, tags in (("author", ("AU", "A1")), ("editor", ("ED", "A2")), ("translator", ("A4",)))
        if (people := tuple(_name(value) for tag, value in fields if tag in tags and value))
    }
    issued = first.get("DA") or first.get("PY") or first.get("Y1", "")
    if "PY" in first and not re.search(r"\d{4}", issued):
        issued = first["PY"]
    dates = {"issued": read_date(issued.strip("/")), "accessed": read_date(first.get("Y2", "").strip("/"))}
    return Work(
        key,
        type_,
        {name: text for name, text in texts.items() if text},
        names,
        {name: date for name, date in dates.items() if not date.is_empty},
    )


def _name(text: str) -> PersonName:
    parts = [part.strip() for part in text.split(",")]
    if len(parts) < 2 or not parts[1]:
        return PersonName(literal=parts[0])
    return PersonName(family=parts[0], given=parts[1], suffix=parts[2] if len(parts) > 2 else "")
