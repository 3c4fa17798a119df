"""Citations with the comma, the semicolon and the digits of the script that they are in.

In:  runs of a citation in which styles of citation have put Latin marks and European digits, the language of
     the brief, and the numbering system of its numbers.
Out: the same runs; what stands behind letters of the brief's script has the marks and digits of that script.

A style of the Citation Style Language says `delimiter=", "` for works in all scripts. In a work that is cited
in Latin letters its marks and digits stay, as do those of addresses, of DOIs and of what the author typed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.citations.as_markdown import LINK
from issuebrief.language_tags import script_of
from issuebrief.numbering_systems import EUROPEAN, in_system

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.citations.csl.cited import Rendered
    from issuebrief.citations.csl.runs import Runs

MARKS = {",": "\u060c", ";": "\u061b"}
"""Marks of Arabic, Persian and Urdu, by the Latin ones."""
SCRIPT_NAMES = {
    "arab": "ARABIC",
    "beng": "BENGALI",
    "deva": "DEVANAGARI",
    "gujr": "GUJARATI",
    "guru": "GURMUKHI",
}
"""How Unicode begins the names of the letters of a script."""
PIECE = re.compile(rf"(?P<address>{LINK.pattern})|(?P<letter>[^\W\d_])|(?P<digits>\d+)|(?P<mark>[,;])(?!\d)")


def in_forms_of_script(made: Rendered, language: str, digits: str) -> Rendered:
    """All that was rendered, in the forms of the script of a language."""
    script = script_of(language)
    if script not in SCRIPT_NAMES or (script != "arab" and digits == EUROPEAN):
        return made
    return replace(
        made,
        citations=tuple(_with_forms(runs, script, digits) for runs in made.citations),
        entries=tuple((key, _with_forms(runs, script, digits)) for key, runs in made.entries),
    )


def _with_forms(runs: Runs, script: str, digits: str) -> Runs:
    """One citation in these forms; no text becomes longer or shorter."""
    text = "".join(_pieces("".join(run.text for run in runs), script, digits))
    found: Runs = []
    start = 0
    for run in runs:
        end = start + len(run.text)
        found.append(run if run.look.typed else replace(run, text=text[start:end]))
        start = end
    return found


def _pieces(text: str, script: str, digits: str) -> Iterator[str]:
    """A text piece by piece; a mark or a number is in the script of the last letter before it."""
    is_own = _is_of(next(filter(str.isalpha, text), ""), script)
    end = 0
    for piece in PIECE.finditer(text):
        yield text[end : piece.start()]
        end = piece.end()
        if piece["address"] or piece["letter"]:
            is_own = bool(piece["letter"]) and _is_of(piece[0], script)
        if is_own and piece["digits"]:
            yield in_system(piece[0], digits)
        elif is_own and piece["mark"] and script == "arab":
            yield MARKS[piece[0]]
        else:
            yield piece[0]
    yield text[end:]


def _is_of(letter: str, script: str) -> bool:
    return unicodedata.name(letter, "").startswith(SCRIPT_NAMES[script]) if letter else False
