"""The HTML that a brief may hold: what says how a text is built, and nothing that runs, loads or asks.

In:  trees of HTML, raw HTML of the author's included.
Out: the same trees with what the lists below allow alone, and what was left out; a warning for each kind of
     it, where it first stands.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, warning
from issuebrief.markdown_body.source.html_tree import Element, names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from issuebrief.markdown_body.source.html_tree import Node
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

ON_THE_WEB = names(
    "a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn "
    "div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp "
    "section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr"
)
"""The elements of the web page."""

ALLOWED = ON_THE_WEB | names("acronym big center data dir font footer h1 header hgroup main nav strike tt")
"""Those that a brief may hold: the web page keeps of the others the words."""

SILENCED = names(
    "applet audio canvas embed iframe math noembed noframes noscript object script select style svg template "
    "textarea title video"
)
"""Elements that go with all that is in them; of others that are not allowed the words stay."""

WORDLESS = names("script style template metadata")
"""Elements that hold nothing for readers."""

WITH_WORDS = ", with the words"
TOLD = 80
"""So many characters of the words that go are told."""

REFUSED_ATTRIBUTE = re.compile(
    r"on|(?:action|autofocus|background|commandfor|contenteditable|form|formaction|is|nonce|ping|popover|"
    r"popovertarget|popovertargetaction|poster|rel|slot|srcdoc|srcset|usemap|xlink:href|xml:base|"
    r"data-(?:bookmark|file|line|passage|tail|text|token))$"
)
"""Attributes that run, load, attach, take the focus, or are the program's own."""

OURS = re.compile(r"note(?:-mark|-card\S*|-number)?|endnotes|skip")
"""Classes that the program's own marks and parts of the page have."""

HARMLESS = re.compile(
    r"(?:external|no(?:follow|opener|referrer)|license|author|bookmark|ugc|\s)*", re.IGNORECASE
)
"""What `rel` may say and means nothing here; it goes without a word."""

HINTS = {
    "script": "a page runs nothing; remove it",
    "style": "put the rule into a theme's style sheet: styles/themes/NAME.css",
    "svg": "save the drawing as a file and show it as a picture: ![what it shows](drawing.svg)",
    "link": "link the file in the text: [its name](file.pdf)",
    "object": "show it as a picture, or link the file: [its name](file.pdf)",
    "iframe": "write the https:// address of the page as a link",
    "video": "write the https:// address of the film as a link",
}
PLAIN = "write it in Markdown, or remove it"

Refused = tuple[str, tuple[str, ...]]
"""What is left out as it is shown to the author, and patterns of what was typed, the likeliest first."""
TAG = re.compile(r"<([\w-]+)>")
"""An element that is left out."""


def leave_out(root: Element) -> list[Refused]:
    """Take what is not allowed out of a tree."""
    found: list[Refused] = []
    _cleared(root, found)
    return found


def _cleared(parent: Element, found: list[Refused]) -> None:
    todo = [parent]
    while todo:
        element = todo.pop()
        while any(_goes(child) for child in element.children):
            element.children = [new for child in element.children for new in _instead(child, found)]
        inner = [child for child in element.children if isinstance(child, Element)]
        for child in inner:
            found += _attributes_refused(child)
        todo += reversed(inner)


def _attributes_refused(element: Element) -> list[Refused]:
    """Take from an element the attributes, and the classes, that it may not have; those worth a word."""
    refused = [name for name in element.attributes if REFUSED_ATTRIBUTE.match(name)]
    values = {name: element.attributes.pop(name) or "" for name in refused}
    ours = [name for name in element.classes if OURS.fullmatch(name)]
    if ours:
        element.attributes["class"] = " ".join(name for name in element.classes if name not in ours)
    found = [
        (f"{name} on <{element.tag}>", _attribute(name, element.tag))
        for name, value in values.items()
        if name != "rel" or not HARMLESS.fullmatch(value)
    ]
    return found + [(f"the class {name} on <{element.tag}>", _class(name)) for name in ours]


def _attribute(name: str, tag: str) -> tuple[str, ...]:
    """An attribute in a tag, or else in braces."""
    given = rf"(?<![\w-])(?P<place>{re.escape(name)}\s*=)"
    return rf"<{re.escape(tag)}\b[^<>]*?{given}", given


def _class(name: str) -> tuple[str, ...]:
    """A class in a tag, or in braces."""
    given = rf"(?<![\w-])(?P<place>{re.escape(name)})(?![\w-])"
    return rf"\bclass\s*=\s*(?:\"[^\"<>]*|'[^'<>]*)?{given}", rf"\.{given}"


def _goes(node: Node) -> bool:
    return isinstance(node, Element) and node.tag not in ALLOWED


def _is(node: Node, tag: str) -> bool:
    return isinstance(node, Element) and node.tag == tag


def _instead(node: Node, found: list[Refused]) -> Sequence[Node]:
    """What stands in a node's place: itself, its words, or nothing."""
    if not isinstance(node, Element) or node.tag in ALLOWED:
        return [node]
    if node.tag == "picture" and any(
        child.tag == "img" for child in node.children if isinstance(child, Element)
    ):
        # The file that all programs know stands beside those for some of them.
        return [child for child in node.children if not isinstance(child, Element) or child.tag != "source"]
    if node.tag not in SILENCED:
        found.append((f"<{node.tag}>", _tag(node.tag)))
        return node.children
    words = " ".join(_words_in(node).split())
    words = words if len(words) <= TOLD else f"{words[:TOLD].rsplit(' ', 1)[0]} …"
    with_words = f"{WITH_WORDS} “{words}” in it," if words else ""
    found.append((f"<{node.tag}>{with_words}", _tag(node.tag)))
    return []


def _tag(name: str) -> tuple[str, ...]:
    return (rf"(?P<place><{re.escape(name)})(?![\w-])",)


def _words_in(element: Element) -> str:
    """What an element that goes whole holds for readers."""
    words: list[str] = []
    todo: list[Node] = [element]
    while todo:
        node = todo.pop()
        if not isinstance(node, Element):
            words.append(node.value)
        elif node.tag not in WORDLESS:
            todo += reversed(node.children)
    return " ".join(words)


def tell_left_out(refused: Iterable[Refused], manuscript: MarkdownSource) -> list[Diagnostic]:
    """A warning for each kind of thing that was left out, and for each that words went with."""
    problems = []
    told: Counter[str] = Counter()
    numbers: Counter[tuple[str, ...]] = Counter()
    spans: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for shown, patterns in refused:
        numbers[patterns] += 1
        told[shown] += 1
        if told[shown] > 1 and WITH_WORDS not in shown:
            continue
        if patterns not in spans:
            spans[patterns] = _typed_at(patterns, manuscript)
        element = TAG.match(shown)
        hint = HINTS.get(element[1], PLAIN) if element else PLAIN
        message = f"{shown} is left out: a brief may not hold it"
        place, excerpt = manuscript.told_of(*spans[patterns][: numbers[patterns]][-1])
        problems.append(warning("markup.not-allowed", message, place, hint, excerpt))
    return problems


def _typed_at(patterns: tuple[str, ...], manuscript: MarkdownSource) -> list[tuple[int, int]]:
    """Where something was typed, each time; what stands in elements of other languages is masked."""
    for text in (manuscript.masked, manuscript.text):
        for pattern in patterns:
            if found := [match.span("place") for match in re.finditer(pattern, text, re.IGNORECASE)]:
                return found
    return [(0, 0)]
