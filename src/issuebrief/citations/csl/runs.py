"""Formatted text: runs, each of one look.

In:  text with the tags that CSL allows in a field, and the attributes of elements of a style.
Out: lists of `Run`s, joined and given looks and affixes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

OPEN, CLOSE = "\ue000", "\ue001"
"""Where a quotation begins and ends; which marks are set depends on what they stand in."""

TAG = re.compile(r"<(/?)(i|em|b|strong|sup|sub|span|sc)\b([^<>]*)>")
QUOTED = re.compile(r"“([^“”]*)”|(?<![\w\"])\"([^\"]+)\"(?!\w)|(?<![\w‘])‘([^‘’]*)’(?!\w)|„([^„“”]*)[“”]")


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks; `italic` and `bold` are None until an element of the style says so."""

    italic: bool | None = None
    bold: bool | None = None
    turned: bool = False
    """Italic within a field, which is upright where the field is italic."""
    strong: bool = False
    level: str = ""
    """`sup` or `sub`."""
    small_caps: bool = False
    kept: bool = False
    """Its letters stay as they are, whatever the case of the text."""
    typed: bool = False
    """It is Markdown of the brief's author."""

    @property
    def is_italic(self) -> bool:
        """Whether it is set in italics at last."""
        return bool(self.italic) != self.turned

    @property
    def is_bold(self) -> bool:
        """Whether it is set in bold at last."""
        return bool(self.bold) != self.strong


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text with its look."""

    text: str
    look: Look = PLAIN


Runs = list[Run]


def read_field(text: str) -> Runs:
    """A value of a work as runs: its tags become looks, its quotation marks what is set as such."""
    if any(mark in text for mark in '“"‘„'):
        text = QUOTED.sub(lambda found: f"{OPEN}{next(filter(None, found.groups()), '')}{CLOSE}", text)
    if "<" not in text:
        return [Run(text)] if text else []
    runs: Runs = []
    looks, position = [PLAIN], 0
    for tag in TAG.finditer(text):
        if tag.start() > position:
            runs.append(Run(text[position : tag.start()], looks[-1]))
        position = tag.end()
        if tag[1]:
            looks[1:] = looks[1:-1]
        else:
            looks.append(_marked(looks[-1], tag[2], tag[3]))
    if position < len(text):
        runs.append(Run(text[position:], looks[-1]))
    return runs


def _marked(look: Look, tag: str, attributes: str) -> Look:
    if tag in ("i", "em"):
        return replace(look, turned=not look.turned)
    if tag in ("b", "strong"):
        return replace(look, strong=not look.strong)
    if tag in ("sup", "sub"):
        return replace(look, level=tag)
    if "nocase" in attributes:
        return replace(look, kept=True)
    return replace(look, small_caps=True) if tag == "sc" or "small-caps" in attributes else look


def plain(runs: Iterable[Run]) -> str:
    """The text alone."""
    return "".join(run.text for run in runs)


def joined(parts: Iterable[Runs], delimiter: str) -> Runs:
    """Those parts that are not empty, with the delimiter between them."""
    runs: Runs = []
    for part in parts:
        if part:
            if runs and delimiter:
                runs.append(Run(delimiter))
            runs += part
    return runs


def dressed(runs: Runs, attributes: Mapping[str, str]) -> Runs:
    """Runs with the look, the quotation marks and the affixes of an element of the style."""
    if not runs:
        return runs
    style, weight = attributes.get("font-style"), attributes.get("font-weight")
    level, variant = attributes.get("vertical-align"), attributes.get("font-variant")
    if style or weight or level or variant:
        runs = [Run(run.text, _dressed(run.look, style, weight, level, variant)) for run in runs]
    if attributes.get("strip-periods") == "true":
        runs = [Run(run.text.replace(".", ""), run.look) for run in runs]
    if attributes.get("quotes") == "true":
        runs = [Run(OPEN), *runs, Run(CLOSE)]
    if prefix := attributes.get("prefix"):
        runs = [Run(prefix), *runs]
    if suffix := attributes.get("suffix"):
        runs = [*runs, Run(suffix)]
    return runs


def _dressed(
    look: Look, style: str | None, weight: str | None, level: str | None, variant: str | None
) -> Look:
    """A look with what an outer element adds to it: what an inner one says goes before."""
    if style and look.italic is None:
        look = replace(look, italic=style in ("italic", "oblique"))
    if weight and look.bold is None:
        look = replace(look, bold=weight == "bold")
    if level in ("sup", "sub") and not look.level:
        look = replace(look, level=level)
    return replace(look, small_caps=True) if variant == "small-caps" else look
