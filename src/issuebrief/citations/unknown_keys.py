"""Keys that no work has, and works that nothing cites.

In:  the texts of a brief with their citations, and the library.
Out: problems, at the key as it is typed; the key that was probably meant.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from issuebrief.citations.cited_texts import BODY
from issuebrief.diagnostics.codes import CODES
from issuebrief.diagnostics.model import Diagnostic, SourceRange, diagnostic, error
from issuebrief.frontmatter.read import locate
from issuebrief.markdown_body.front_text import front_manuscript

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.citations.cited_texts import CitedText
    from issuebrief.citations.library import Library, NamedFile
    from issuebrief.frontmatter.source import Source

MOST_COMPARED = 2_000
MOST_GUESSES = 30
"""So many keys are compared with one that is unknown, and for so many a guess is made."""
SHOWN = 10
"""Unused works that a message names at most."""


def unknown_keys(source: Source, texts: Sequence[CitedText], library: Library) -> list[Diagnostic]:
    """The keys that no file of references has."""
    problems: list[Diagnostic] = []
    for text in texts:
        for citation in text.citations:
            for key in citation.keys:
                if key.key in library.entries:
                    continue
                if text.keys == BODY:
                    place, excerpt = text.manuscript.told_of(key.start, key.end)
                else:
                    place, excerpt = _in_front(source, text.keys, key.key)
                guess = meant(key.key, library) if len(problems) < MOST_GUESSES else ""
                names = ", ".join(path.name for path in library.files[:3])
                message = f"the key “{key.key}” is not in {names}"
                hint = f"did you mean @{guess}?" if guess else f"add the work to {names}, or correct the key"
                problems.append(error("citations.unknown-key", message, place, hint, excerpt))
    return problems


def _in_front(source: Source, keys: tuple[str | int, ...], key: str) -> tuple[SourceRange, str]:
    """The place of a key in the front matter."""
    front = front_manuscript(source)
    field = locate(source, *keys)
    at = front.text.find(f"@{key}", front.offset(field.line))
    if at < 0:
        return field, source.excerpt(field)
    return front.told_of(at, at + len(key) + 1)


def meant(key: str, library: Library) -> str:
    """The key that was probably meant; empty where none is like it."""
    folded = key.casefold()
    same = [each for each in library.entries if each.casefold() == folded]
    if same:
        return same[0]
    keys = [each for each in library.entries if each[:1].casefold() == folded[:1]]
    keys = keys if len(keys) > 3 else list(library.entries)
    found = get_close_matches(key, keys[:MOST_COMPARED], n=1, cutoff=0.6)
    return found[0] if found else ""


def unused_keys(library: Library, used: set[str], files: Sequence[NamedFile]) -> Iterator[Diagnostic]:
    """One remark on the works of a brief's own files that it does not cite."""
    unused = [key for key in library.entries if key in library.own and key not in used]
    if not unused or not used:
        return
    code = "citations.unused"
    shown = ", ".join(unused[:SHOWN]) + (f" and {len(unused) - SHOWN} more" if len(unused) > SHOWN else "")
    which = "one work is" if len(unused) == 1 else f"{len(unused)} works are"
    message = f"{which} never cited: {shown}"
    entry = library.entries[unused[0]]
    hint = "nothing has to be done: they are not printed"
    yield diagnostic(CODES[code].severity, code, message, entry.place, hint, entry.excerpt)
