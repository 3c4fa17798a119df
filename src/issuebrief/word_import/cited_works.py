"""Citations that a reference manager has put into a manuscript: Zotero, Mendeley, EndNote.

In:  what Pandoc found of them: the works in its metadata, and the citations in lines.
Out: the works as a file of references, each under a key that a person can type, and each citation as
     `[@smith2019, p. 12]`. One that this form does not hold keeps the words that it printed.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from issuebrief.citations.files.made_keys import made_key
from issuebrief.word_import.documents.import_problems import changed
from issuebrief.word_import.documents.model import BlockKind, TextBlock
from issuebrief.word_import.inlines import plain_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.word_import.documents.model import SourceDocument

REFERENCES = "references.json"
REFERENCE_LIST = "::: {#refs}\n:::"
NOT_HELD = re.compile(r"[\[\];@{}]")
"""What in the words around a key would end the citation, or begin another one."""
MODES = {"NormalCitation": "@", "AuthorInText": "@", "SuppressAuthor": "-@"}


@dataclass
class CitedWorks:
    """The works of a manuscript, by the names that the reference manager gives them.

    `gone` are the words that citations printed which are keys now, `number` how many those are. `made` counts
    the keys by author and year.
    """

    keys: dict[str, str] = field(default_factory=dict)
    items: list[dict[str, Any]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    number: int = 0
    made: dict[str, int] = field(default_factory=dict)

    def citation(self, cited: Sequence[Any], printed: str) -> str:
        """A citation by its keys; empty where the brief has no form for it."""
        parts = [self._part(each) for each in cited]
        if not parts or not all(parts):
            return ""
        self.number += 1
        self.gone.append(printed)
        return f"[{'; '.join(parts)}]"

    def _part(self, cite: Any) -> str:
        key = self.keys.get(cite["citationId"], "")
        before, behind = (_plain(cite[f"citation{part}"]) for part in ("Prefix", "Suffix"))
        if not key or NOT_HELD.search(before + behind):
            return ""
        behind = behind.strip()
        return (
            f"{before.strip()} {MODES[cite['citationMode']['t']]}{key}"
            f"{'' if not behind or behind.startswith(',') else ', '}{behind}"
        ).strip()

    def as_file(self) -> bytes:
        """The works as CSL JSON."""
        return (json.dumps(self.items, ensure_ascii=False, indent=2) + "\n").encode()

    def told(self, path: Path) -> list[Diagnostic]:
        """What is said of the citations."""
        if not self.number:
            return []
        cited, works = _counted(self.number, "citation"), _counted(len(self.items), "work")
        message = f"{cited} of a reference manager {'is' if self.number == 1 else 'are'} keys now, and "
        message += f"{works} {'is' if len(self.items) == 1 else 'are'} listed in {REFERENCES}"
        hint = "citation_style: says how they are printed; --citations words keeps what the manuscript has"
        return [changed(path, message, 0, hint)]


def works_of(meta: dict[str, Any]) -> CitedWorks:
    """The works that Pandoc found."""
    works = CitedWorks()
    for value in meta.get("references", {}).get("c", ()):
        item = _data(value)
        if not isinstance(item, dict) or not str(item.get("id", "")):
            continue
        name = str(item.pop("id"))
        same = next((each["id"] for each in works.items if each == {**item, "id": each["id"]}), "")
        if name not in works.keys:
            works.keys[name] = same or _key_of(item, works)
            works.items += [] if same else [{**item, "id": works.keys[name]}]
    return works


def with_reference_list(blocks: list[TextBlock], paragraphs: Sequence[int]) -> list[TextBlock]:
    """Blocks with the place of the list of works, where the manuscript has one at these paragraphs."""
    if not paragraphs:
        return blocks
    first = min(paragraphs)
    before = [place for place, block in enumerate(blocks) if 0 < block.number < first]
    place = before[-1] + 1 if before else len(blocks)
    listed = TextBlock(BlockKind.VERBATIM, REFERENCE_LIST, "", first)
    return [*blocks[:place], listed, *blocks[place:]]


def without_keys(document: SourceDocument) -> SourceDocument:
    """A document whose citations, and the list of them, are taken for the words that they are."""
    return replace(document, cites=False, listed=(), listed_links=0)


def carried_counts(document: SourceDocument) -> dict[str, int]:
    """The counts of a manuscript, without the links in a list of works that is made anew."""
    counts = document.counts
    return {**counts, "links": counts["links"] - document.listed_links} if "links" in counts else counts


def _key_of(item: dict[str, Any], works: CitedWorks) -> str:
    """The first author and the year, with a letter where another work has both."""
    people = item.get("author") or item.get("editor") or [{}]
    person = people[0] if isinstance(people, list) and isinstance(people[0], dict) else {}
    named = str(person.get("family") or person.get("literal") or item.get("title") or "")
    return made_key(named, json.dumps(item.get("issued", "")), works.made)


def _data(value: Any) -> Any:
    """A value of Pandoc's metadata as JSON has it."""
    kind, content = value["t"], value.get("c")
    if kind == "MetaMap":
        return {key: _data(inner) for key, inner in content.items()}
    if kind == "MetaList":
        return [_data(inner) for inner in content]
    if kind == "MetaInlines":
        return _plain(content)
    if kind == "MetaBlocks":
        return " ".join(_plain(block["c"]) for block in content if block["t"] in ("Para", "Plain"))
    return content


def _plain(inlines: Any) -> str:
    return "".join(plain_of(inlines))


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
