"""Citations in a text: `[@key, p. 12]`, `[see @a, ch. 3; @b]`, `[-@key]`, `@key [p. 12]`.

In:  a text in which code is masked, and the keys that there are.
Out: `FoundCitation`s with their places. `@` in addresses, in code and before a name that is no key is text.

The syntax is Pandoc's (https://pandoc.org/MANUAL.html#citation-syntax).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.citations.csl.works import Cite
from issuebrief.citations.locators import read_locator

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

KEY = r"(?:\{(?P<braced>[^{}\n]+)\}|(?P<bare>\w(?:[:.#$%&+?<>~/-]{0,2}\w)*))"
CITED = re.compile(rf"(?<![\w@./:\\])(?P<minus>-?)@{KEY}")
BRACKETED = re.compile(
    r"(?<![\\!\]])\[(?!\^)(?P<inner>[^\[\]@]{0,2000}@(?:[^\[\]]|\[[^\[\]@]{0,500}\]){0,4000})\](?![(\[{:])"
)
PARAGRAPH = re.compile(r"\n[ \t]*\n")
PLACE_BEHIND = re.compile(r"[ \t]?\[(?P<place>[^\[\]@\n]{1,80})\](?![(\[{:])")
DATED = re.compile(r"(?:19|20)\d\d[a-z]?$")
WHOLLY = re.compile(r"\[\s*-?@|.*@[\w:{-]*\d", re.DOTALL)


@dataclass(frozen=True)
class FoundKey:
    """A key as it is typed, with its offsets."""

    key: str
    start: int
    end: int


@dataclass(frozen=True)
class FoundCitation:
    """A citation in the text: its offsets, its cites, the keys in it; whether it names the author there."""

    start: int
    end: int
    cites: tuple[Cite, ...]
    keys: tuple[FoundKey, ...]
    names_author: bool = False


def find_citations(masked: str, text: str, known: Container[str]) -> list[FoundCitation]:
    """All citations in the order of the text."""
    found: list[FoundCitation] = []
    end = 0
    for bracketed in BRACKETED.finditer(masked):
        inner = bracketed["inner"]
        if "\x00" in inner or PARAGRAPH.search(inner):
            continue
        citation = _bracketed(text, bracketed.start(), bracketed.end())
        if citation and (any(key.key in known for key in citation.keys) or WHOLLY.match(bracketed[0])):
            found += _named(masked, text, end, citation.start, known)
            found.append(citation)
            end = citation.end
    return [*found, *_named(masked, text, end, len(masked), known)]


def _bracketed(text: str, start: int, end: int) -> FoundCitation | None:
    """The citation in brackets; None where one of its parts has no key and none is before it."""
    cites: list[Cite] = []
    keys: list[FoundKey] = []
    at = start + 1
    for part in _parts(text[start + 1 : end - 1]):
        found = CITED.search(part)
        if not found:
            if not cites:
                return None
            last = cites[-1]
            cites[-1] = _with_suffix(last, f"{last.suffix};{part}")
        else:
            key = found["braced"] or found["bare"]
            label, place, suffix = read_locator(part[found.end() :])
            prefix = " ".join(part[: found.start()].split())
            cites.append(
                Cite(key, place, label, prefix, " ".join(suffix.split(" ")).rstrip(), bool(found["minus"]))
            )
            keys.append(FoundKey(key, at + found.start(), at + found.end()))
        at += len(part) + 1
    return FoundCitation(start, end, tuple(map(_flat, cites)), tuple(keys))


def _parts(inner: str) -> list[str]:
    """The parts between semicolons that stand in no braces."""
    parts, depth, start = [], 0, 0
    for sign in re.finditer(r"[{};]", inner):
        if sign[0] == ";" and not depth:
            parts.append(inner[start : sign.start()])
            start = sign.end()
        elif sign[0] != ";":
            depth = max(depth + (1 if sign[0] == "{" else -1), 0)
    return [*parts, inner[start:]]


def _with_suffix(cite: Cite, suffix: str) -> Cite:
    return Cite(cite.key, cite.locator, cite.label, cite.prefix, suffix, cite.without_author)


def _flat(cite: Cite) -> Cite:
    """A cite whose words stand on one line."""
    return Cite(
        cite.key,
        cite.locator,
        cite.label,
        " ".join(cite.prefix.split()),
        re.sub(r"\s+", " ", cite.suffix),
        cite.without_author,
    )


def _named(masked: str, text: str, start: int, end: int, known: Container[str]) -> Iterator[FoundCitation]:
    """Keys in running text: those that there are, and those that can be nothing else."""
    for found in CITED.finditer(masked, start, end):
        key = found["braced"] or found["bare"]
        if key not in known and not (DATED.search(key) or found["braced"]):
            continue
        stop = found.end()
        label, place = "page", ""
        if behind := PLACE_BEHIND.match(masked, stop, end):
            typed = text[behind.start("place") : behind.end("place")]
            label, place, rest = read_locator(f", {typed}")
            stop = behind.end() if place and not rest.strip() else stop
            place = place if stop == behind.end() else ""
        cite = Cite(key, place, label, without_author=True)
        keys = (FoundKey(key, found.start(), found.end()),)
        yield FoundCitation(found.start(), stop, (cite,), keys, names_author=not found["minus"])
