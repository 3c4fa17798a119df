"""Stand-ins: characters no author types, put where our own syntax stood.

In:  a kind and a number, such as the third note mark of the source.
Out: a short string that Python-Markdown carries through untouched, so that each piece of our
     syntax is found in the finished tree together with the place it came from. A stand-in
     that ends up in code turns back into what the author typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from issuebrief.markdown_body.source.html_tree import VERBATIM, Element, Node, Text

# Code points that Unicode promises never to give to a character.
OPEN, CLOSE = "\ufdd0", "\ufdd1"
RESERVED = re.compile("[\x02\x03\ufdd0-\ufdef]")
FORMULA, FIRST = "\ufdd6", 0xF0000
"""What begins the stand-in of a formula, and the character in it that stands for the first one.

It is no longer than the shortest formula, `$x$`, lest the columns of a table that is drawn with signs move.
"""
PATTERN = re.compile(f"{OPEN}([a-z])(\\d+){CLOSE}|{FORMULA}([\U000f0000-\U000ffffd]){CLOSE}*")
ANY = re.compile(f"[{OPEN}{FORMULA}]")
# A character behind a backslash is printed as typed, without niceties.
ESCAPED = {'"': "\ufdd2", "'": "\ufdd3", "-": "\ufdd4", ".": "\ufdd5"}
UNESCAPE = str.maketrans({stand: character for character, stand in ESCAPED.items()})
UNESCAPE_CODE = str.maketrans({stand: f"\\{character}" for character, stand in ESCAPED.items()})

Resolve = Callable[[str, int], Node | None]


def as_typed(text: str) -> str:
    """A text for a message: what was behind a backslash is so again, and no stand-in is left."""
    return PATTERN.sub("", text).translate(UNESCAPE_CODE)


def stand_in(kind: str, number: int) -> str:
    """The stand-in for the `number`th piece of syntax of a kind (one letter)."""
    return f"{OPEN}{kind}{number}{CLOSE}"


def formula_stand_in(number: int, length: int) -> str:
    """The stand-in for the `number`th formula, which is so many characters long."""
    return f"{FORMULA}{chr(FIRST + number)}".ljust(length, CLOSE)


def _read(match: re.Match[str]) -> tuple[str, int]:
    """The kind and number of a stand-in; the kind of a formula is `m`."""
    return (match[1], int(match[2])) if match[1] else ("m", ord(match[3]) - FIRST)


def resolve(root: Element, originals: dict[str, str], put: Resolve) -> None:
    """Replace each stand-in by the node that `put` makes of it, in the order of the text.

    In code, and where `put` gives nothing, the source's own characters come back.
    """
    _resolve(root, originals, put, verbatim=root.tag in VERBATIM)


def _resolve(parent: Element, originals: dict[str, str], put: Resolve, *, verbatim: bool) -> None:
    for name, value in parent.attributes.items():
        if value and ANY.search(value):
            parent.attributes[name] = PATTERN.sub("", value)
    children: list[Node] = []
    for child in parent.children:
        if isinstance(child, Element):
            _resolve(child, originals, put, verbatim=verbatim or child.tag in VERBATIM)
            children.append(child)
        elif verbatim:
            value = PATTERN.sub(lambda match: originals[match.group()], child.value)
            children.append(Text(value.translate(UNESCAPE_CODE)))
        elif ANY.search(child.value):
            children.extend(_split(child.value, originals, put))
        else:
            children.append(child)
    parent.children = children


def _split(value: str, originals: dict[str, str], put: Resolve) -> list[Node]:
    nodes: list[Node] = []
    end = 0
    for match in PATTERN.finditer(value):
        if match.start() > end:
            nodes.append(Text(value[end : match.start()]))
        node = put(*_read(match))
        nodes.append(node or Text(originals[match.group()]))
        end = match.end()
    if end < len(value):
        nodes.append(Text(value[end:]))
    return nodes


def unescape(root: Element) -> None:
    """Give escaped characters back, last of all, when no nicety can touch them any more."""
    root.attributes = {
        name: value.translate(UNESCAPE) if value else value for name, value in root.attributes.items()
    }
    for child in root.children:
        if isinstance(child, Element):
            unescape(child)
        else:
            child.value = child.value.translate(UNESCAPE)
