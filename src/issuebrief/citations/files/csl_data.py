"""CSL's own data, as Zotero, Pandoc and others write it: JSON and YAML.

In:  the text of a file.
Out: a `ReferenceFile`.
"""

from __future__ import annotations

import json
import re
from functools import partial
from typing import TYPE_CHECKING, Any

from issuebrief.citations.csl.works import PersonName, Work, WorkDate
from issuebrief.citations.files.dates import read_date
from issuebrief.citations.files.entries import ReferenceFile

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAMES = frozenset(
    """author chair collection-editor compiler composer container-author contributor curator
    director editor editorial-director editor-translator executive-producer guest host illustrator
    interviewer narrator organizer original-author performer producer recipient reviewed-author
    script-writer series-creator translator""".split()  # noqa: SIM905
)
DATES = frozenset(("accessed", "available-date", "event-date", "issued", "original-date", "submitted"))
OF_EXTRA = re.compile(r"^\s*([A-Za-z][A-Za-z -]{1,30}):\s*(\S.*)$")
"""A line of Zotero's field "Extra" that gives a variable of CSL."""
IN_EXTRA = frozenset(
    """type original-date doi pmid genre number jurisdiction authority status title-short
    container-title-short event-title event-place event-date original-title original-publisher
    original-publisher-place medium section volume issue collection-title edition publisher
    publisher-place language available-date part-number references""".split()  # noqa: SIM905
)
UPPER = {"doi": "DOI", "pmid": "PMID", "url": "URL", "isbn": "ISBN", "issn": "ISSN", "pmcid": "PMCID"}


def read_json(path: Path, text: str) -> ReferenceFile:
    """The entries of a file of CSL-JSON."""
    file = ReferenceFile(path, text)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as fault:
        hint = "export the file again, or mend it at this place"
        file.tell(
            "citations.unreadable-entry", f"the file is no JSON here: {fault.msg.lower()}", fault.pos, hint
        )
        return _what_is_whole(file)
    except RecursionError:
        hint = "export the file again as CSL JSON"
        file.tell("citations.unreadable-entry", "the file nests its lists too deeply", 0, hint)
        return file
    items = data.get("items", data.get("references")) if isinstance(data, dict) else data
    if isinstance(data, dict) and items is None:
        items = (
            [data]
            if "id" in data
            else [{**v, "id": v.get("id", k)} for k, v in data.items() if isinstance(v, dict)]
        )
    places = _places_of_ids(text)
    take_items(file, items, lambda key: places.get(key, 0))
    return file


def _what_is_whole(file: ReferenceFile) -> ReferenceFile:
    """The entries of a list that is broken: each that is whole by itself."""
    decoder = json.JSONDecoder()
    at = file.text.find("{")
    while 0 <= at < len(file.text):
        try:
            item, end = decoder.raw_decode(file.text, at)
        except (json.JSONDecodeError, RecursionError):
            following = re.compile(r"\n\s*\{").search(file.text, at + 1)
            at = following.end() - 1 if following else -1
            continue
        take_items(file, [item], lambda _, start=at: start)
        at = file.text.find("{", end)
    return file


def _places_of_ids(text: str) -> dict[str, int]:
    places: dict[str, int] = {}
    for found in re.finditer(r'"(?:id|citation-key)"\s*:\s*(?:"((?:[^"\\\n]|\\.)*)"|(\d+))', text):
        places.setdefault(found[1] if found[1] is not None else found[2], found.start())
    return places


def take_items(file: ReferenceFile, items: Any, place_of: Any) -> None:
    """Take up entries; what is no entry is told of."""
    if not isinstance(items, list):
        hint = "export the file again as CSL JSON: a list of entries"
        file.tell("citations.unreadable-entry", "the file holds no list of entries", 0, hint)
        return
    for number, item in enumerate(items, 1):
        key = _text(item.get("id")) if isinstance(item, dict) else ""
        other = _text(item.get("citation-key")) if isinstance(item, dict) else ""
        if not (key or other):
            hint = 'give it a key: "id": "smith2019"'
            message = f"entry {number} of the file has no key and cannot be cited"
            file.tell("citations.unreadable-entry", message, 0, hint)
            continue
        for name in dict.fromkeys(filter(None, (other, key))):
            file.add(name, place_of(name), partial(work_of, name, item))


def work_of(key: str, item: Mapping[str, Any]) -> Work:
    """The work that an item of CSL describes; what has an odd shape is passed over."""
    texts: dict[str, str] = {}
    names: dict[str, tuple[PersonName, ...]] = {}
    dates: dict[str, WorkDate] = {}
    for name, value in item.items():
        variable = UPPER.get(str(name).lower(), str(name))
        if variable in NAMES:
            people = value if isinstance(value, list) else [value]
            names[variable] = tuple(filter(None, map(_name, people[:500])))
        elif variable in DATES:
            dates[variable] = _date(value)
        elif text := _text(value):
            texts[variable] = text
    type_ = texts.pop("type", "") or "document"
    for name in ("id", "citation-key", "abstract", "keyword", "annote"):
        texts.pop(name, None)
    if "event" in texts:
        texts.setdefault("event-title", texts.pop("event"))
    type_ = _with_extra(texts, dates, type_)
    if "DOI" in texts:
        texts["DOI"] = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", texts["DOI"], flags=re.I)
    if "journalAbbreviation" in texts:
        texts.setdefault("container-title-short", texts.pop("journalAbbreviation"))
    if "shortTitle" in texts:
        texts.setdefault("title-short", texts.pop("shortTitle"))
    return Work(
        key,
        type_,
        texts,
        {role: people for role, people in names.items() if people},
        {variable: date for variable, date in dates.items() if not date.is_empty},
    )


def _with_extra(texts: dict[str, str], dates: dict[str, WorkDate], type_: str) -> str:
    """What Zotero's field "Extra" says in lines of its own; the type, which it may give."""
    kept = []
    for line in texts.pop("note", "").splitlines():
        found = OF_EXTRA.match(line)
        name = found[1].strip().lower().replace(" ", "-") if found else ""
        if not found or (name not in IN_EXTRA and name != "citation-key"):
            kept.append(line)
        elif name == "type":
            type_ = found[2].strip()
        elif name in DATES:
            dates[name] = read_date(found[2])
        elif name != "citation-key":
            texts.setdefault(UPPER.get(name, name), found[2].strip())
    if note := " ".join(" ".join(kept).split()):
        texts["note"] = note
    return type_


def _text(value: Any) -> str:
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, list) and value and not isinstance(value[0], (list, dict)):
        value = value[0]
    return " ".join(str(value).split(" ")).strip() if isinstance(value, (str, int, float)) else ""


def _name(value: Any) -> PersonName | None:
    if isinstance(value, str) and value.strip():
        return PersonName(literal=value.strip())
    if not isinstance(value, dict):
        return None
    if literal := _text(value.get("literal") or value.get("name")):
        return PersonName(literal=literal)
    name = PersonName(
        family=_text(value.get("family")),
        given=_text(value.get("given")),
        suffix=_text(value.get("suffix")),
        dropping=_text(value.get("dropping-particle")),
        kept=_text(value.get("non-dropping-particle")),
        comma_suffix=bool(value.get("comma-suffix")) and value.get("comma-suffix") != "false",
    )
    if name.given and not name.family:
        return PersonName(literal=name.given)
    return name if name.family or name.given else None


def _date(value: Any) -> WorkDate:
    if isinstance(value, (str, int)):
        return read_date(str(value))
    if isinstance(value, list):
        return WorkDate(tuple(filter(None, map(_parts, value[:2]))))
    if not isinstance(value, dict):
        return WorkDate()
    about = str(value.get("circa", "")).lower() in ("1", "true", "yes")
    given = value.get("date-parts")
    parts = tuple(filter(None, map(_parts, given[:2]))) if isinstance(given, list) else ()
    if not parts and "year" in value:
        parts = tuple(filter(None, [_parts(value)]))
    if parts:
        season = _text(value.get("season"))
        return WorkDate(parts, int(season) if season in ("1", "2", "3", "4") else 0, about)
    if raw := _text(value.get("raw")):
        return read_date(raw)
    return WorkDate(literal=_text(value.get("literal")))


def _parts(value: Any) -> tuple[int, ...]:
    if isinstance(value, dict):
        value = [value.get("year"), value.get("month"), value.get("day")]
    found: list[int] = []
    for part, most in zip(value if isinstance(value, list) else [value], (99999, 12, 31), strict=False):
        text = str(part).strip()
        if not re.fullmatch(r"-?\d{1,5}", text) or int(text) > most or (found and int(text) < 1):
            break
        found.append(int(text))
    return tuple(found)
