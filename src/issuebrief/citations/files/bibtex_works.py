"""Entries of BibTeX and BibLaTeX as works with the variables of CSL.

In:  an entry with its fields as they are typed.
Out: a `Work`. Sources: the BibLaTeX manual, 2.1 and 2.2, and the tables of Pandoc's reader.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.citations.csl.works import PersonName, Work, WorkDate
from issuebrief.citations.files.bibtex_names import read_names
from issuebrief.citations.files.dates import read_date
from issuebrief.citations.files.latex_text import plain_text, rich_text

if TYPE_CHECKING:
    from issuebrief.citations.files.bibtex_file import RawEntry

TYPES = {
    "article": "article-journal", "book": "book", "mvbook": "book", "booklet": "pamphlet",
    "bookinbook": "chapter",
    "inbook": "chapter", "incollection": "chapter", "suppbook": "chapter", "suppcollection": "chapter",
    "collection": "book", "mvcollection": "book", "proceedings": "book", "mvproceedings": "book",
    "inproceedings": "paper-conference", "conference": "paper-conference", "manual": "book",
    "online": "webpage",
    "electronic": "webpage", "www": "webpage", "patent": "patent", "periodical": "periodical",
    "reference": "book",
    "mvreference": "book", "inreference": "entry-encyclopedia", "report": "report", "techreport": "report",
    "thesis": "thesis", "phdthesis": "thesis", "mastersthesis": "thesis", "unpublished": "manuscript",
    "legislation": "legislation", "legal": "treaty", "jurisdiction": "legal_case", "video": "motion_picture",
    "movie": "motion_picture", "audio": "song", "music": "song", "software": "software", "dataset": "dataset",
    "image": "graphic", "artwork": "graphic", "letter": "personal_communication", "review": "review",
    "standard": "standard", "suppperiodical": "article-journal", "performance": "performance",
    "bill": "bill", "newspaper": "article-newspaper", "magazine": "article-magazine",
}  # fmt: skip
GENRES = {
    "phdthesis": "PhD thesis", "mathesis": "Master’s thesis", "mastersthesis": "Master’s thesis",
    "bathesis": "Bachelor’s thesis", "candthesis": "Candidate thesis", "techreport": "Technical report",
    "resreport": "Research report", "software": "Computer software",
}  # fmt: skip
TEXTS = {
    "shorttitle": "title-short", "shortjournal": "container-title-short", "series": "collection-title",
    "volumes": "number-of-volumes", "pagetotal": "number-of-pages", "edition": "edition", "isbn": "ISBN",
    "issn": "ISSN", "eventtitle": "event-title", "venue": "event-place", "version": "version",
    "part": "part-number",
    "chapter": "chapter-number", "origtitle": "original-title", "origpublisher": "original-publisher",
    "origlocation": "original-publisher-place", "library": "call-number", "pubstate": "status",
}  # fmt: skip
NAMES = {
    "author": "author", "editor": "editor", "translator": "translator", "bookauthor": "container-author",
    "director": "director", "holder": "author",
}  # fmt: skip
PATENTS = {
    "us": "U.S.", "eu": "European", "de": "German", "fr": "French", "uk": "British",
}  # fmt: skip
SERIES = {"newseries": "new series", "oldseries": "old series"}
ARCHIVES = {
    "arxiv": "https://arxiv.org/abs/", "jstor": "https://www.jstor.org/stable/", "hdl": "https://hdl.handle.net/",
    "pubmed": "https://www.ncbi.nlm.nih.gov/pubmed/", "googlebooks": "https://books.google.com?id=",
}  # fmt: skip
"""Where an `eprint` of each kind is found."""
LANGUAGES = {
    "english": "en", "american": "en-US", "usenglish": "en-US", "british": "en-GB", "ukenglish": "en-GB",
    "german": "de", "ngerman": "de", "french": "fr", "spanish": "es", "italian": "it", "swedish": "sv",
    "dutch": "nl", "polish": "pl", "russian": "ru", "portuguese": "pt", "danish": "da", "norwegian": "nb",
    "norsk": "nb", "finnish": "fi", "chinese": "zh", "japanese": "ja", "korean": "ko", "ukrainian": "uk",
}  # fmt: skip
STATES = ("forthcoming", "inpress", "in press", "submitted", "inpreparation")
VERBATIM = re.compile(r"\\([_%&#$~{}])|\\url\{([^{}]*)\}|[{}]")


def work_of(entry: RawEntry) -> Work:
    """The work that an entry describes."""
    fields = {name: value for name, value in entry.fields.items() if value.strip()}
    type_ = _type(entry.kind, fields)
    texts: dict[str, str] = {}
    for name, variable in TEXTS.items():
        if name in fields:
            texts[variable] = rich_text(fields[name])
    _titles(type_, fields, texts)
    _numbers(entry.kind, type_, fields, texts)
    _publication(entry.kind, type_, fields, texts)
    _addresses(fields, texts)
    names = _names(fields)
    dates = _dates(fields)
    if any(fields.get("year", "").strip("{} ").lower().startswith(state) for state in STATES):
        texts["status"] = plain_text(fields["year"])
        dates.pop("issued", None)
    return Work(entry.key, type_, {name: text for name, text in texts.items() if text}, names, dates)


def _type(kind: str, fields: dict[str, str]) -> str:
    subtype = fields.get("entrysubtype", "").lower()
    if kind in ("article", "suppperiodical") and subtype in ("newspaper", "magazine"):
        return f"article-{subtype}"
    if kind == "article" and not (fields.get("journal") or fields.get("journaltitle")):
        return "article" if "eprint" in fields else "article-journal"
    if kind == "unpublished" and ("eventtitle" in fields or "venue" in fields):
        return "speech"
    if kind in TYPES:
        return TYPES[kind]
    has_address = "url" in fields or "\\url" in fields.get("howpublished", "")
    return "webpage" if has_address and "publisher" not in fields else "document"


def _titles(type_: str, fields: dict[str, str], texts: dict[str, str]) -> None:
    for variable, main, sub, addon in (
        ("title", "title", "subtitle", "titleaddon"),
        ("container-title", "booktitle", "booksubtitle", "booktitleaddon"),
        ("container-title", "journaltitle", "journalsubtitle", ""),
        ("container-title", "journal", "", ""),
        ("container-title", "maintitle", "mainsubtitle", ""),
    ):
        if main not in fields or variable in texts:
            continue
        title = rich_text(fields[main])
        if sub in fields:
            title += (" " if title.endswith((":", "?", "!")) else ": ") + rich_text(fields[sub])
        if addon in fields:
            title += f". {rich_text(fields[addon])}"
        texts[variable] = title
    if "maintitle" in fields and type_ == "book" and "container-title" in texts:
        texts["volume-title"] = texts.get("title", "")
        texts["title"] = texts.pop("container-title")
    elif "maintitle" in fields and "booktitle" in fields:
        texts["volume-title"] = texts["container-title"]
        main = rich_text(fields["maintitle"])
        sub = rich_text(fields.get("mainsubtitle", ""))
        texts["container-title"] = f"{main}: {sub}" if sub else main
    if type_ == "book":
        texts.pop("container-title", None)
    if "title" in texts and "title-short" not in texts and "subtitle" in fields:
        texts["title-short"] = rich_text(fields["title"])


def _numbers(kind: str, type_: str, fields: dict[str, str], texts: dict[str, str]) -> None:
    number = rich_text(fields.get("number", ""))
    is_article = type_.startswith("article") or type_ == "review"
    if is_article:
        texts["issue"] = number or rich_text(fields.get("issue", ""))
    elif "series" in fields and type_ in ("book", "chapter", "paper-conference", "pamphlet"):
        texts["collection-number"] = number
    else:
        texts["number"] = number
    texts["volume"] = rich_text(fields.get("volume", ""))
    if pages := fields.get("pages") or fields.get("page"):
        texts["page"] = re.sub(r"\s*(?:-{1,3}|–|—)\s*", "-", plain_text(pages.replace("--", "-")))
    if "edition" in texts:
        texts["edition"] = re.sub(
            r"^(\d+)(?:st|nd|rd|th)\.?(?:\s+ed(?:ition|\.)?)?$", r"\1", texts["edition"]
        )
    genre = fields.get("type", "").strip()
    kinds = {"phdthesis": "phdthesis", "mastersthesis": "mathesis"}
    genre = genre or kinds.get(kind, "")
    if genre:
        texts["genre"] = GENRES.get(genre.lower()) or _patent(genre.lower()) or rich_text(genre)
    if series := texts.get("collection-title", ""):
        texts["collection-title"] = SERIES.get(series, series)


def _patent(key: str) -> str:
    """What a patent is called that BibLaTeX has a key for, such as `patentus` and `patreqde`."""
    kind, country = key[:6], PATENTS.get(key[6:], "")
    words = {"patent": "patent", "patreq": "patent request"}
    return f"{country} {words[kind]}" if country and kind in words else ""


def _publication(kind: str, type_: str, fields: dict[str, str], texts: dict[str, str]) -> None:
    how = fields.get("howpublished", "")
    published = [
        fields[name]
        for name in ("publisher", "institution", "school", "organization")
        if name in fields and not (name == "organization" and "publisher" in fields)
    ]
    if not published and how and "\\url" not in how and "http" not in how:
        published = [how]
    parts = [rich_text(re.sub(r"\s+and\s+", "; ", value)) for value in published[:2]]
    texts["publisher"] = "; ".join(dict.fromkeys(parts))
    place = fields.get("location") or fields.get("address") or ""
    texts["publisher-place"] = rich_text(re.sub(r"\s+and\s+", "; ", place))
    note = fields.get("note") or fields.get("addendum") or fields.get("annotation", "")
    if note and "\\url" not in note:
        texts["note"] = rich_text(note)
    if type_ in ("legislation", "legal_case", "bill", "treaty"):
        texts["authority"] = texts.get("publisher", "")
    language = plain_text(fields.get("langid") or fields.get("hyphenation") or fields.get("language", ""))
    tag = LANGUAGES.get(
        language.lower(), language if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_]\w+)*", language) else ""
    )
    texts["language"] = tag.replace("_", "-")


def _addresses(fields: dict[str, str], texts: dict[str, str]) -> None:
    url = verbatim(fields.get("url", ""))
    for name in ("howpublished", "note"):
        if not url and (found := re.search(r"https?://(?:[^\s{}\\]|\\[_%&#~])+", fields.get(name, ""))):
            url = verbatim(found[0])
    doi = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", verbatim(fields.get("doi", "")), flags=re.I)
    kind = (fields.get("eprinttype") or fields.get("archiveprefix", "")).lower()
    if not url and kind in ARCHIVES and "eprint" in fields:
        url = ARCHIVES[kind] + verbatim(fields["eprint"])
    texts["URL"], texts["DOI"] = url, doi


def verbatim(text: str) -> str:
    """A value that is no prose, without what LaTeX needs around its signs."""
    return VERBATIM.sub(lambda found: found[1] or found[2] or "", text).strip()


def _names(fields: dict[str, str]) -> dict[str, tuple[PersonName, ...]]:
    keeps = "useprefix=false" not in fields.get("options", "").replace(" ", "").lower()
    names = {}
    for name, variable in NAMES.items():
        if name in fields and variable not in names:
            role = variable
            if name == "editor" and fields.get("editortype", "").lower() in ("compiler", "director"):
                role = fields["editortype"].lower()
            names[role] = read_names(fields[name], keeps_particle=keeps)
    return {role: found for role, found in names.items() if found}


def _dates(fields: dict[str, str]) -> dict[str, WorkDate]:
    dates = {}
    year, month = plain_text(fields.get("year", "")), plain_text(fields.get("month", ""))
    issued = plain_text(fields.get("date", ""))
    dates["issued"] = read_date(issued or year, "" if issued else month, plain_text(fields.get("day", "")))
    for name, variable in (
        ("urldate", "accessed"),
        ("eventdate", "event-date"),
        ("origdate", "original-date"),
    ):
        if name in fields:
            dates[variable] = read_date(plain_text(fields[name]))
    return {variable: date for variable, date in dates.items() if not date.is_empty}
