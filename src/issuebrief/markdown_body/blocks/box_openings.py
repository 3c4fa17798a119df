"""The line that a box begins with: `::: note Title {#name}` or `::: note {#name} Title`.

In:  the line.
Out: `BoxOpening`: the name of the box, its title and where that stands, its other attributes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from issuebrief.markdown_body.blocks.box_words import kind_of_word
from issuebrief.markdown_body.source.phrases import SIGNS
from issuebrief.theming.body_classes import PLACES, SPANS

FENCE = re.compile(r"^ {0,3}(:{2,})[ \t]*([^\n]*?)[ \t]*$")
NAME = rf"[^\W\d_](?:[\w-]|{SIGNS})*"
OPENING = re.compile(
    rf"(?:\{{(?P<myst>{NAME})\}}|(?P<name>{NAME}))?(?P<colon>:)?[ ]*"
    r"(?:\{(?P<before>[^{}]*)\}[ ]*(?=[^\s:]))?(?:\[(?P<bracket>[^\[\]]*)\])?[ ]*"
    r"(?P<title>[^:{}\s][^{}]*?)?[ ]*(?:\{(?P<attributes>[^{}]*)\})?[ ]*:*"
)
NAMES_OF_OTHERS = (
    "quote", "blockquote", "quotation", "epigraph", "figure", "image", "table", "pull-quote", "pullquote",
    "margin", *SPANS, *PLACES,
)  # fmt: skip
"""Names of fences that are no boxes, which no title begins with."""


def kind_of(name: str) -> str:
    """The kind of box that a name stands for; empty where there is none of that name."""
    name = re.sub(r"^(?:callout|alert|admonition)-(?=.)", "", name.lower())
    return kind_of_word(name)


@dataclass(frozen=True)
class BoxOpening:
    """What the line says that a box begins with: its name, its title and its other attributes.

    `at` is where the title stands in the line.
    """

    name: str
    title: str
    attributes: str
    at: int = 0


def opening_of(line: str) -> BoxOpening:
    """What an opening fence says. A first word that names nothing begins the title, if words follow it."""
    rest = FENCE.sub(lambda fence: fence[2], line)
    found = OPENING.fullmatch(rest)
    if found is None:
        return BoxOpening("", "", "")
    name, title = found["myst"] or found["name"] or "", found["bracket"] or found["title"] or ""
    at = found.start("bracket" if found["bracket"] else "title")
    if found["name"] and found["title"] and not kind_of(name) and name not in NAMES_OF_OTHERS:
        title, at = rest[: found.end("title")], 0
        name = "box"
    elif _is_phrase(found):
        title, at = rest[: found.end("title")], 0
    attributes = " ".join(filter(None, (found["before"], found["attributes"])))
    return BoxOpening(name, title, attributes, line.find(rest) + at)


def _is_phrase(found: re.Match[str]) -> bool:
    """Whether the name of a box is the first word of its title: `Note on the method`, `Tip of the day`."""
    if not (found["name"] and found["title"]) or found["colon"] or found["before"]:
        return False
    return found["name"][0].isupper() and found["title"][0].islower()
