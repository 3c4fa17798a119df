"""Language editions: the files of one brief in several languages, which lie in one folder.

In:  the path of a brief, such as `moon/brief.fr.md`.
Out: the language that its name gives, the editions beside it, and files that only look like editions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, warning

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from issuebrief.frontmatter.source import Source

ORIGINAL = "brief.md"
"""The file of the edition that the others are translations of."""
EDITION = re.compile(r"brief\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.md")
LIKE_EDITION = re.compile(r"brief[ ._-]+([a-z]{2,3}(?:[-_][a-z0-9]{2,8})*)\.(?:md|markdown)", re.IGNORECASE)
"""What may have been meant as the name of an edition, such as `brief_fr.md`."""
LANGUAGES = frozenset(
    """aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch cnr co cr cs cu cv cy
    da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy
    hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li
    ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa
    pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg
    th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu""".split()  # noqa: SIM905
)
"""ISO 639-1, and Montenegrin. Other words between the full stops, such as `old`, name no language."""
MOST = 40
"""Editions of one brief that know of each other."""


def edition_tag(brief: Path) -> str:
    """The language tag in the name of a brief's file; empty where there is none."""
    found = EDITION.fullmatch(brief.name)
    return found[1] if found and found[1].split("-")[0].lower() in LANGUAGES else ""


def editions_in(folder: Path) -> list[Path]:
    """The editions in a folder, the original first, the others by their names.

    What bears the name of one and is no file, or a link to nowhere, is told when it is read.
    """
    try:
        names = [path for path in folder.iterdir() if edition_tag(path)]
    except OSError:  # a folder that may not be read holds nothing that could be
        names = []
    original = folder / ORIGINAL
    return [*([original] if original.is_file() else []), *sorted(names)]


def editions_with(brief: Path) -> list[Path]:
    """The editions of a brief, itself among them; none where it has no others."""
    if brief.name != ORIGINAL and not edition_tag(brief):
        return []
    found = editions_in(brief.parent)[:MOST]
    return found if len(found) > 1 and brief in found else []


def misnamed_editions(source: Source) -> Iterator[Diagnostic]:
    """Files beside an original whose names nearly make them editions of it."""
    if source.path.name != ORIGINAL:
        return
    try:
        names = sorted(path.name for path in source.path.parent.iterdir())
    except OSError:
        return
    for name in names:
        found = LIKE_EDITION.fullmatch(name)
        if found and not EDITION.fullmatch(name) and re.split("[-_]", found[1])[0].lower() in LANGUAGES:
            right = f"brief.{found[1].replace('_', '-')}.md"
            message = f"{name} is not taken for an edition of this brief"
            hint = f"rename it to {right}, or move it out of the folder"
            yield warning("editions.name", message, source.place(1), hint)
