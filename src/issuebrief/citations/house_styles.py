"""The styles of citation that ship, by their short names, and files of CSL that an editor brings.

In:  what `citation_style` says.
Out: the text of a style; or a problem at its place.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.citations.csl.style_file import StyleFault, parent_of, read_style
from issuebrief.diagnostics.model import Diagnostic, error
from issuebrief.file_access import MOST_TEXT, Outside, read

if TYPE_CHECKING:
    from issuebrief.citations.csl.style_file import CitationStyle
    from issuebrief.citations.library import NamedFile

FOLDER = Path(__file__).resolve().parent / "data" / "styles"
STYLES = {
    "chicago": "chicago-notes-bibliography",
    "chicago-17": "chicago-notes-bibliography-17th-edition",
    "chicago-ibid": "chicago-notes-bibliography-subsequent-ibid",
    "chicago-17-ibid": "chicago-notes-bibliography-subsequent-ibid-17th-edition",
    "chicago-author-date": "chicago-author-date",
    "chicago-author-date-17": "chicago-author-date-17th-edition",
    "turabian": "chicago-notes-bibliography-subsequent-author-title-17th-edition",
    "oscola": "oscola",
    "oscola-no-ibid": "oscola-no-ibid",
    "mhra": "mhra-notes",
    "eu": "eu-interinstitutional-style-notes",
    "eu-author-date": "eu-interinstitutional-style",
    "aglc": "australian-guide-to-legal-citation",
    "apa": "apa",
    "harvard": "harvard-cite-them-right",
}
"""The file of each style that ships, by its short name."""
USUAL = "chicago"


def find_style(named: NamedFile, language: str) -> tuple[CitationStyle | None, list[Diagnostic]]:
    """The style that a brief asks for, in its language; the usual one where it names none."""
    name = named.name.strip() or USUAL
    if name.lower() in STYLES:
        return _shipped(STYLES[name.lower()], language), []
    if not name.endswith(".csl"):
        by_file = {file: short for short, file in STYLES.items()}
        if name.lower() in by_file:
            return _shipped(name.lower(), language), []
        message = f"there is no style of citation “{name}”"
        hint = f"write one of {', '.join(STYLES)}; or the name of a .csl file in the folder"
        return None, [error("citations.style", message, named.place, hint, named.excerpt)]
    try:
        text = read(named.folder / name, (named.folder,), MOST_TEXT).decode("utf-8-sig")
        if parent := parent_of(text):
            return _parent(named, parent, language)
        return read_style(text, language), []
    except Outside:
        reason, hint = "it is outside the folder", "put the file itself into the folder"
    except UnicodeDecodeError:
        reason, hint = "it is not in UTF-8", "get the file again"
    except FileNotFoundError:
        reason, hint = "it is not there", f"write one of {', '.join(STYLES)}, or put the file into the folder"
    except OSError as fault:
        reason, hint = fault.strerror or str(fault), "check that it is an ordinary file that you may read"
    except StyleFault as fault:
        reason = f"{fault} on line {fault.line}" if fault.line else str(fault)
        hint = "get the file again from https://www.zotero.org/styles"
    message = f"the style “{name}” cannot be used: {reason}"
    return None, [error("citations.style", message, named.place, hint, named.excerpt)]


def usual_style(language: str) -> CitationStyle:
    """The style of briefs that name none."""
    return _shipped(STYLES[USUAL], language)


@lru_cache(maxsize=4)
def _shipped(file: str, language: str) -> CitationStyle:
    return read_style((FOLDER / f"{file}.csl").read_text("utf-8"), language)


def _parent(named: NamedFile, address: str, language: str) -> tuple[CitationStyle | None, list[Diagnostic]]:
    """The style that a file only gives another name, if it ships; nothing is fetched."""
    file = address.rpartition("/")[2]
    if file in STYLES.values():
        return _shipped(file, language), []
    message = f"the style “{named.name}” only says that it is the same as “{file}”"
    hint = f"put {file}.csl into the folder and name that"
    return None, [error("citations.style", message, named.place, hint, named.excerpt)]
