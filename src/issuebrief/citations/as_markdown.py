"""Citations as Markdown.

In:  runs of a citation.
Out: the Markdown that prints them, on one line: signs of Markdown are literal, addresses and DOIs are links.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from issuebrief.citations.csl.numbers import LOWERED, RAISED

if TYPE_CHECKING:
    from issuebrief.citations.csl.runs import Look, Run, Runs

SPECIAL = re.compile(r"[\\`*_{}\[\]#]")
ENTITIES = {"<": "&lt;", ">": "&gt;", "~": "&#126;", "^": "&#94;", "|": "&#124;", "$": "&#36;", "@": "&#64;"}
ENTITY = re.compile(r"&(?=#?\w+;)|[<>~^|$@]")
LINK = re.compile(r"https?://[^\s<>\"“”]+|(?<![\w/.])10\.\d{4,9}/[^\s<>\"“”]+")
RAISED_LETTERS = re.compile(f"[{RAISED}]+")
"""Letters that are raised in themselves, as in nᵒ: few fonts have them."""
ENDINGS = ".,;:!?)]}’'”"


def as_markdown(runs: Runs) -> str:
    """The Markdown of a citation."""
    pieces = (list(group) for _, group in groupby(runs, key=_shown))
    return "".join(_piece(piece, piece[0].look) for piece in pieces).replace("\n", " ")


def _shown(run: Run) -> tuple[bool, bool, bool, str]:
    """What of a look can be seen."""
    return run.look.typed, run.look.is_italic, run.look.is_bold, run.look.level


def _piece(runs: list[Run], look: Look) -> str:
    text = "".join(run.text for run in runs)
    if look.typed:
        return text
    written = linked(text)
    if not text.strip():
        return written
    lead = written[: len(written) - len(written.lstrip())]
    tail = written[len(written.rstrip()) :]
    bare = written.strip()
    if look.level in ("sup", "sub"):
        bare = f"<{look.level}>{bare}</{look.level}>"
    marks = ("**" if look.is_bold else "") + ("*" if look.is_italic else "")
    return f"{lead}{marks}{bare}{marks[::-1]}{tail}"


def linked(text: str) -> str:
    """A text with its addresses as links, and all else literal."""
    parts: list[str] = []
    end = 0
    for found in LINK.finditer(text):
        address = _without_ending(found[0])
        parts.append(literal(text[end : found.start()]))
        end = found.start() + len(address)
        if address.startswith("http"):
            parts.append(f"<{address.replace('*', '%2A')}>")
        else:
            target = address.replace("(", "%28").replace(")", "%29")
            parts.append(f"[{literal(address)}](https://doi.org/{target})")
    return "".join((*parts, literal(text[end:])))


def _without_ending(address: str) -> str:
    """An address without the marks of the sentence that it stands in."""
    while address and address[-1] in ENDINGS:
        if address[-1] == ")" and address.count("(") >= address.count(")"):
            break
        address = address[:-1]
    return address


def literal(text: str) -> str:
    """A text in which no sign is Markdown."""
    text = ENTITY.sub(lambda found: ENTITIES.get(found[0], "&amp;"), text)
    text = SPECIAL.sub(lambda found: f"\\{found[0]}" if found[0] != "#" else "&#35;", text)
    text = RAISED_LETTERS.sub(lambda found: f"<sup>{found[0].translate(LOWERED)}</sup>", text)
    # The number sign of an entity is none that was typed.
    return re.sub(r"&&#35;(\d+;)", r"&#\1", text)
