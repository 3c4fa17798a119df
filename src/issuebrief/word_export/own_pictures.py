"""Know the pictures of a brief again that come back from its author, and take those that are new.

In:  what an author was given and what came back, each as an import reads it, and the names that are taken.
Out: the text that came back with the names of the pictures that were given, and the files of new ones.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.word_import.documents.model import WrittenFile

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from issuebrief.word_import.documents.model import ImportedBrief

SHOWN = re.compile(r"!\[([^\]]*)\]\(([^()\s]+)\)")
NOT_PICTURES = (".md", ".json")


def with_own_pictures(
    given: ImportedBrief, sent: ImportedBrief, text: str, taken: Collection[str]
) -> tuple[str, tuple[WrittenFile, ...]]:
    """The text that came back, and the new pictures under names that are not `taken`."""
    known, back = _pictures(given), _pictures(sent)
    names = _same(known, back, text)
    used = {*taken, *(file.name for file in known)}
    new: list[WrittenFile] = []
    for file in back:
        if file.name not in names:
            names[file.name] = _free(file.name, used)
            new.append(WrittenFile(names[file.name], file.content))

    def renamed(found: re.Match[str]) -> str:
        return f"![{found[1]}]({names.get(found[2], found[2])})"

    return SHOWN.sub(renamed, text), tuple(new)


def _pictures(made: ImportedBrief) -> list[WrittenFile]:
    return [file for file in made.files if not file.name.endswith(NOT_PICTURES)]


def _same(known: Sequence[WrittenFile], back: Sequence[WrittenFile], text: str) -> dict[str, str]:
    """By the name of a picture that came back, that of the one that was given.

    A program may write pictures anew. Where there are as many as before, they are the same in their order.
    """
    by_content = {file.content: file.name for file in known}
    names = {file.name: by_content[file.content] for file in back if file.content in by_content}
    left = [file for file in back if file.name not in names]
    missed = [file for file in known if file.name not in names.values()]
    if len(left) == len(missed):
        order = [found[2] for found in SHOWN.finditer(text)]
        left.sort(key=lambda file: order.index(file.name) if file.name in order else len(order))
        names |= {one.name: other.name for one, other in zip(left, missed, strict=True)}
    return names


def _free(name: str, used: set[str]) -> str:
    """A name with the same ending that no file has."""
    ending = name.rpartition(".")[2]
    number = 1
    while (free := f"author-{number}.{ending}") in used:
        number += 1
    used.add(free)
    return free
