"""Signs within a line that stand for themselves: angle brackets that make no tag, asterisks that multiply.

In:  the manuscript.
Out: cuts that let them be printed, and that take backslashes out of addresses; and a warning for what looks
     like a tag and is none, since HTML would swallow it, and the words in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markup.manuscript import Cut
from issuebrief.markup.tree import BLOCKS, REFUSED, VERBATIM, VOID, names
from issuebrief.problem import Problem, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markup.manuscript import Manuscript

ELEMENTS = (
    BLOCKS
    | VERBATIM
    | VOID
    | REFUSED
    | names(
        "a abbr acronym applet audio b bdi bdo big blink button canvas circle cite clippath colgroup "
        "data datalist defs del dfn dir ellipse em font foreignobject g i iframe ins label line "
        "lineargradient map mark marquee math meter mfrac mi mn mo mrow msqrt msub msup mtext nobr "
        "noembed noframes noscript object optgroup option output path polygon polyline progress q "
        "radialgradient rb rect rp rt rtc ruby s select slot small span stop strike strong sub sup "
        "symbol template text textpath time title tspan u use var video "
    )
)
"""What HTML knows, and drawings and formulas in it."""

FLAGS = names(
    "allowfullscreen async autofocus autoplay checked compact controls default defer disabled hidden inert "
    "ismap itemscope loop markdown multiple muted nohref noshade novalidate nowrap open playsinline readonly "
    "required reversed selected"
)
"""Attributes that need no value."""

TAG = re.compile(r"(?<!\\)(?<!\]\()(?<!\]: )<(/?)([a-zA-Z][\w.:-]*)((?:\s[^<>]*|/)?)>")
ATTRIBUTE = re.compile(r"""\s*(?:([^\s"'<>/=]+)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?|/)""")
MULTIPLIED = re.compile(r"(?<=\d)\*{1,2}(?=\d)|(?<=\d)\*{1,2}(?=[A-Za-z]\b)|(?<=[^*\w][A-Za-z])\*{1,2}(?=\d)")

ADDRESS = re.compile(r"(?:https?://|www\.(?=\w))[^\s<>\x00]+|(?<![\w.+\\-])[\w.+\\-]{1,80}@[\w-]")
ESCAPED = re.compile(r"\\([\\_#*~.+!&=%$@:,;'/?^{}-])")
"""What is escaped in an address and means nothing there; brackets may, and keep their backslash."""


def find_plain_signs(manuscript: Manuscript) -> tuple[list[Cut], list[Problem]]:
    """Cuts for the signs that are text, and warnings for the tags that are none."""
    cuts = [
        Cut(match.start(), match.end(), "&#42;" * len(match.group()))
        for match in MULTIPLIED.finditer(manuscript.masked)
    ]
    for address in ADDRESS.finditer(manuscript.masked):
        found = ESCAPED.finditer(manuscript.masked, *address.span())
        cuts += [Cut(match.start(), match.end(), match[1]) for match in found]
    problems = []
    for match in _tags_that_are_none(manuscript.masked):
        cuts.append(Cut(match.start(), match.start() + 1, "&lt;"))
        if not match[1]:
            problems.append(_no_tag(manuscript, match))
    return cuts, problems


def _tags_that_are_none(text: str) -> Iterator[re.Match[str]]:
    for match in TAG.finditer(text) if "<" in text else ():
        scheme = match[2].endswith(":") or "://" in match.group()
        if not scheme and (match[2].lower() not in ELEMENTS or not _are_attributes(match[3])):
            yield match


def _are_attributes(text: str) -> bool:
    position = 0
    text = text.strip()
    while position < len(text):
        match = ATTRIBUTE.match(text, position)
        if not match or (match[1] and not match[2] and match[1].lower() not in FLAGS):
            return False
        position = match.end()
    return True


def _no_tag(manuscript: Manuscript, match: re.Match[str]) -> Problem:
    shown = " ".join(match.group().split())
    message = f"{shown[:40]} is no HTML, and is printed as it is typed"
    hint = r"write \< if that is right, or mend the name of the element"
    place, excerpt = manuscript.place(match.start()), manuscript.excerpt(match.start())
    return warning("markup.no-element", message, place, hint, excerpt)
