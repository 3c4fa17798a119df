"""Signs that stand for themselves: angle brackets that make no tag, asterisks between numbers or letters.

In:  the manuscript.
Out: cuts that let them be printed, that take backslashes out of addresses, and that break a line at one
     which ends it; and a warning for what looks like a tag and is none, since HTML would swallow it, and
     the words in it.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, hint_of, warning
from issuebrief.markdown_body.normalise.inner_asterisks import inner_asterisks
from issuebrief.markdown_body.source.html_tree import BLOCKS, REFUSED, VERBATIM, VOID, names
from issuebrief.markdown_body.source.markdown_source import Substitution

if TYPE_CHECKING:
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

ELEMENTS = (
    BLOCKS
    | VERBATIM
    | VOID
    | REFUSED
    | names(
        "a abbr acronym applet audio b bdi bdo big blink button canvas circle cite clippath colgroup "
        "data datalist defs del dfn dir ellipse em font foreignobject g i iframe ins label line "
        "lineargradient map mark marquee math meter mfrac mi mn mo mrow msqrt msub msup mtext nobr "
        "noembed noframes noscript object optgroup option output path picture polygon polyline progress q "
        "radialgradient rb rect rp rt rtc ruby s select slot small span stop strike strong sub sup "
        "symbol template text textpath time title tspan u use var video "
    )
)
"""What HTML knows, and drawings and formulas in it."""
COMMON = tuple(sorted(BLOCKS | VERBATIM | VOID | names("a b em i small span strong sub sup u")))
"""The elements that one who mistypes a name may have meant."""

FLAGS = names(
    "allowfullscreen async autofocus autoplay checked compact controls default defer disabled hidden inert "
    "ismap itemscope loop markdown multiple muted nohref noshade novalidate nowrap open playsinline readonly "
    "required reversed selected"
)
"""Attributes that need no value."""

OFFICE = re.compile(r"</?(?:o|w|v|m|x|st1):[A-Za-z][\w-]*(?:\s[^<>]*)?>|<!\[(?:if\s[^\]<>\n]*|endif)\]>")
"""Tags of word processors and their conditions, which go without a word; the text between them stays."""
OPENING = re.compile(r"(?<!\\)(?<!\]\()(?<!\]: )<(?=/?[a-zA-Z]|\?|!(?!--))")
TAG = re.compile(r"</?([a-zA-Z][\w.:-]*)((?:\s(?:[^<>\n]|\n(?![ \t]*\n))*|/)?)>")
GLUED = re.compile(r"<[a-zA-Z][\w-]{0,20}=(?:\"[^\"<>\n]*\"|'[^'<>\n]*'|[^\s<>\"'=]+)(?:\s[^<>\n]*)?>")
"""A tag whose name and first attribute were typed as one word, `<tdalign="right">`."""
FILE = re.compile(r"<[^<>]+\.(?:png|jpe?g|gif|svg|webp|tiff?|pdf|bmp)>", re.IGNORECASE)
LINK = re.compile(r"<(?:https?://[^<>]*|[a-zA-Z][\w+.-]*:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""\s*(?:([^\s"'<>/=]+)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?|/)""")
MULTIPLIED = re.compile(r"(?<=\d)\*{1,2}(?=\d)|(?<=\d)\*{1,2}(?=[A-Za-z]\b)|(?<=[^*\w][A-Za-z])\*{1,2}(?=\d)")

SHARE = re.compile(r"(?<!\S)\\\\(?=[\w.-]+\\\w)")
"""The two backslashes with which the name of a machine begins, `\\\\machine\\folder`."""

BREAK = re.compile(r"(?<![\\\s|])\\(?=\n[ \t>]*[^\s>|])")
"""A backslash at the end of a line with text below it, with which other Markdown breaks the line."""

AMPERSAND = re.compile(r"(?<!\\)\\&")
ADDRESS = re.compile(r"(?:https?://|www\.(?=\w))[^\s<>\x00]+|(?<![\w.+\\-])[\w.+\\-]{1,80}@[\w-]")
CLOSED_BY = {"(": ")", "[": "]"}
NO_ENTITY = re.compile(r"\\?&(?=\\?#\w+(?![\w;])|(?!(?:amp|lt|gt|quot|apos|nbsp);)[A-Za-z]\w*;)")
"""A sign in an address that would be read as the number or the name of a character."""

ESCAPED = re.compile(r"\\([\\_#*~.+!&=%$@:,;'/?^{}-])")
"""What is escaped in an address and means nothing there; brackets may, and keep their backslash."""


def find_plain_signs(manuscript: MarkdownSource) -> tuple[list[Substitution], list[Diagnostic]]:
    """Cuts for the signs that are text, and warnings for the tags that are none."""
    cuts = [
        Substitution(match.start(), match.end(), "&#42;" * len(match.group()))
        for match in (*MULTIPLIED.finditer(manuscript.masked), *inner_asterisks(manuscript.masked))
    ]
    for address in ADDRESS.finditer(manuscript.masked):
        start, end = address.start(), _end_of(address)
        found = NO_ENTITY.finditer(manuscript.masked, start, end)
        cuts += [Substitution(match.start(), match.end(), "&amp;") for match in found]
        found = ESCAPED.finditer(manuscript.masked, start, end)
        cuts += [Substitution(match.start(), match.end(), match[1]) for match in found]
    # Python-Markdown would read what is left as an entity.
    cuts += [
        Substitution(match.start(), match.end(), "&#38;") for match in AMPERSAND.finditer(manuscript.masked)
    ]
    cuts += [
        Substitution(match.start(), match.end(), "\\" * 4) for match in SHARE.finditer(manuscript.masked)
    ]
    cuts += [Substitution(match.start(), match.end(), "  ") for match in BREAK.finditer(manuscript.masked)]
    problems, opened = [], set[str]()
    for opening in OPENING.finditer(manuscript.masked):
        start = opening.start()
        if office := OFFICE.match(manuscript.masked, start):
            cuts.append(Substitution(start, office.end(), ""))
            continue
        tag = TAG.match(manuscript.masked, start)
        if LINK.match(manuscript.masked, start) or (tag and _is_element(tag)):
            continue
        cuts.append(Substitution(start, start + 1, "&lt;"))
        tag = tag or GLUED.match(manuscript.masked, start)
        if not tag:
            continue
        # One that is closed is told where it is opened.
        closes = tag.group().startswith("</")
        if not (closes and tag[1] in opened):
            problems.append(_no_tag(manuscript, start, tag.group()))
        if not closes and tag.re is TAG:
            opened.add(tag[1])
    return cuts, problems


def _end_of(address: re.Match[str]) -> int:
    """Where an address ends: at the parenthesis or bracket that it stands in, if not before."""
    opened = []
    for at, sign in enumerate(address.group(), address.start()):
        if sign in CLOSED_BY:
            opened.append(CLOSED_BY[sign])
        elif sign in CLOSED_BY.values() and (not opened or opened.pop() != sign):
            return at
    return address.end()


def _is_element(tag: re.Match[str]) -> bool:
    return tag[1].lower() in ELEMENTS and _are_attributes(tag[2])


def _are_attributes(text: str) -> bool:
    position = 0
    text = text.strip()
    while position < len(text):
        match = ATTRIBUTE.match(text, position)
        if not match or (match[1] and not match[2] and match[1].lower() not in FLAGS):
            return False
        position = match.end()
    return True


def _no_tag(manuscript: MarkdownSource, start: int, tag: str) -> Diagnostic:
    shown = " ".join(tag.split())[:40]
    message = f"“{shown}” is not HTML, and is printed as typed"
    hint = hint_of(_meant(tag), r"write \< if the sign belongs to the text")
    place, excerpt = manuscript.place(start, start + len(tag)), manuscript.excerpt(start)
    return warning("markup.no-element", message, place, hint, excerpt)


def _meant(tag: str) -> str:
    """What may be meant by a tag that is none, as a question; empty where nothing comes near."""
    if FILE.fullmatch(tag):
        return f"a picture is shown by ![what it shows]({tag[1:-1]})"
    name = re.match(r"</?([\w-]+?)(align|class|colspan|rowspan|scope|style|width)?(?![\w-])", tag.lower())
    if not name:
        return ""
    attribute = f" {name[2]}=…" if name[2] and tag[name.end() :].startswith("=") else ""
    # One letter is too little to go by, but for the cells of tables.
    near = ["td"] if attribute and name[1] in ("t", "d") else get_close_matches(name[1], COMMON, 1, 0.6)
    return f"did you mean {tag[: name.start(1)]}{near[0]}{attribute}>?" if near else ""
