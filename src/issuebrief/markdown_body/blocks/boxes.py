"""Boxes: `::: note` … `:::`, and a quotation that begins with `[!NOTE]`.

In:  the manuscript, then the tree of the body.
Out: cuts that make `div` elements of the fences, which may stand in each other; boxes with their labels in
     the language of the brief; problems: a fence that is never closed, or closes nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, error
from issuebrief.l10n import words
from issuebrief.markdown_body.blocks.box_words import KINDS, kind_of_word
from issuebrief.markdown_body.source.html_tree import Element, Text, element, is_blank, names, text_of, walk
from issuebrief.markdown_body.source.markdown_source import Substitution
from issuebrief.theming.body_classes import PLACES, SPANS

if TYPE_CHECKING:
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

FENCE = re.compile(r"^ {0,3}(:{2,})[ \t]*([^\n]*?)[ \t]*$")
FEWEST = 3
"""Colons of a fence; two will do where a box of a known name begins with them and ends with them."""
OF_TWO = re.compile(r"^ {0,3}::(?!:)[ \t]*([^\s:]?)", re.MULTILINE)
NAME = r"[^\W\d_][\w-]*"
OPENING = re.compile(
    rf"(?:\{{(?P<myst>{NAME})\}}|(?P<name>{NAME}))?:?[ ]*(?:\[(?P<bracket>[^\[\]]*)\])?[ ]*"
    r"(?P<title>[^:{}\s][^{}]*?)?[ ]*(?:\{(?P<attributes>[^{}]*)\})?[ ]*:*"
)
ALERT = re.compile(r"\s*\[!(\w[\w-]*)\][+-]?[ \t]*([^\n]*)(?:\n|$)")
QUOTED = re.compile(r" {0,3}>[ \t]?[ \t]*(\[!\w[\w-]*\])?")
KIND, TITLE = "data-box", "data-title"
TITLES = names("admonition-title callout-title title box-title")
"""Classes of what other programs put at the head of a box."""
NAMES_OF_OTHERS = (
    "quote", "blockquote", "quotation", "epigraph", "figure", "image", "table", "pull-quote", "pullquote",
    "margin", *SPANS, *PLACES,
)  # fmt: skip
"""Names of fences that are no boxes, which no title begins with."""


def kind_of(name: str) -> str:
    """The kind of box that a name stands for; empty where there is none of that name."""
    name = re.sub(r"^(?:callout|alert|admonition)-(?=.)", "", name.lower())
    return kind_of_word(name)


def find_boxes(manuscript: MarkdownSource) -> tuple[list[Substitution], list[Diagnostic]]:
    """Cuts for all fences outside code, and fences that have no other."""
    cuts: list[Substitution] = []
    problems: list[Diagnostic] = []
    opened: list[tuple[int, int]] = []
    if "::" not in manuscript.masked:
        return cuts, problems
    for start, line in manuscript.lines():
        match = FENCE.match(line)
        end = start + len(line)
        if not match or not _is_fence(match, [colons for _, colons in opened], manuscript.masked, end):
            continue
        if match[2].strip(":"):
            cuts.append(Substitution(start, end, f"\n\n{_tag(manuscript.text[start:end])}\n\n"))
            opened.append((start, len(match[1])))
        elif opened:
            cuts.append(Substitution(start, end, "\n\n</div>\n\n"))
            opened.pop()
        else:
            hint = "remove it, or write ::: note where the box starts"
            problems.append(_problem(manuscript, start, "a box ends here but does not start", hint))
    for start, _ in opened:
        end = len(manuscript.text)
        cuts.append(Substitution(end, end, "\n\n</div>\n\n"))
        problems.append(
            _problem(manuscript, start, "a box starts here but does not end", "write ::: where it ends")
        )
    return cuts, problems


def _is_fence(match: re.Match[str], opened: list[int], text: str, end: int) -> bool:
    """Whether a line of colons, which ends at an offset, is a fence within those of so many that are open."""
    if len(match[1]) >= FEWEST:
        return True
    if not match[2]:
        return opened[-1:] == [len(match[1])]
    behind = OF_TWO.search(text, end)
    return bool(kind_of(match[2].split()[0].rstrip(":")) and behind and not behind[1])


def part_alerts(manuscript: MarkdownSource) -> list[Substitution]:
    """Cuts that keep a box from running into the quotation before or behind it."""
    if "[!" not in manuscript.masked:
        return []
    cuts: list[Substitution] = []
    quoted = alert = False
    begins = True
    for start, line in manuscript.lines():
        quote = QUOTED.match(line)
        if quote and begins:
            before, alert = quoted and alert, bool(quote[1])
            if quoted and (before or alert):
                cuts.append(Substitution(start, start, "<!-- -->\n\n"))
        begins = not line.strip()
        quoted = bool(quote) if line.strip() else quoted
    return cuts


@dataclass(frozen=True)
class BoxOpening:
    """What the line says that a box begins with: its name, its title and its other attributes."""

    name: str
    title: str
    attributes: str


def opening_of(line: str) -> BoxOpening:
    """What an opening fence says. A first word that names nothing begins the title, if words follow it."""
    rest = FENCE.sub(lambda fence: fence[2], line)
    found = OPENING.fullmatch(rest)
    if found is None:
        return BoxOpening("", "", "")
    name, title = found["myst"] or found["name"] or "", found["bracket"] or found["title"] or ""
    if found["name"] and found["title"] and not kind_of(name) and name not in NAMES_OF_OTHERS:
        title = rest[: found.end("title")]
        name = "box"
    return BoxOpening(name, title, found["attributes"] or "")


def _tag(line: str) -> str:
    """The start tag that an opening fence stands for."""
    from markdown.extensions.attr_list import get_attrs_and_remainder

    opening = opening_of(line)
    pairs = get_attrs_and_remainder(opening.attributes)[0]
    classes = ([opening.name] if opening.name else []) + [
        value for key, value in pairs if key == "." and value
    ]
    attributes = {key: value or "" for key, value in pairs if key not in (".", "title")}
    title = dict(pairs).get("title") or opening.title
    kind = next((kind for kind in map(kind_of, classes) if kind), "")
    kind = kind or ("box" if opening.title and opening.name in (*SPANS, *PLACES, "margin") else "")
    if kind:
        classes = [
            "box",
            *([f"box-{kind}"] if kind != "box" else []),
            *(name for name in classes if not kind_of(name)),
        ]
        attributes |= {KIND: kind, **({TITLE: title.strip().strip("\"'")} if title else {})}
    if classes:
        attributes = {"class": " ".join(classes), **attributes}
    written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f'<div{written} markdown="1">'


def name_boxes(root: Element) -> None:
    """Make boxes of the elements of HTML that have the class of one, as those of other programs have."""
    for found in walk(root):
        kinds = [kind for name in found.classes if (kind := kind_of(name))]
        if found.tag != "div" or not kinds or KIND in found.attributes or "box" in found.classes:
            continue
        kind = next((kind for kind in kinds if kind != "box"), "box")
        others = [name for name in found.classes if not kind_of(name)]
        own = ["box", *([f"box-{kind}"] if kind != "box" else []), *others]
        found.attributes |= {"class": " ".join(own), KIND: kind}
        first = next((child for child in found.children if not is_blank(child)), None)
        if isinstance(first, Element) and TITLES.intersection(first.classes):
            found.attributes[TITLE] = " ".join(text_of(first).split())
            found.children.remove(first)


def set_boxes(root: Element, lang: str) -> None:
    """Give boxes their labels, and make boxes of quotations that say that they are such."""
    for found in walk(root):
        if found.tag == "blockquote":
            _make_box(found)
        if found.tag == "div" and (kind := found.attributes.pop(KIND, None)):
            label = found.attributes.pop(TITLE, None) or label_of(kind, lang)
            if label:
                found.children.insert(0, element("p", {"class": "label"}, label))


def label_of(kind: str, lang: str) -> str:
    """What a box of a kind is called; nothing where it has no name of its own."""
    return dict(zip(KINDS, words(lang).boxes, strict=True)).get(kind, "")


def _make_box(quotation: Element) -> None:
    """A box in place of a quotation whose first line is `[!NOTE]` or another kind, perhaps with a title."""
    first = next((child for child in quotation.children if not is_blank(child)), None)
    if not isinstance(first, Element) or first.tag != "p" or not first.children:
        return
    text = first.children[0]
    if not isinstance(text, Text) or not (match := ALERT.match(text.value)):
        return
    kind = kind_of(match[1]) or "box"
    title = match[2].strip() or ("" if kind_of(match[1]) else match[1].capitalize())
    quotation.tag = "div"
    classes = "box" if kind == "box" else f"box box-{kind}"
    quotation.attributes |= {"class": classes, KIND: kind, **({TITLE: title} if title else {})}
    text.value = text.value[match.end() :]
    if not any(not is_blank(child) for child in first.children):
        quotation.children.remove(first)


def _problem(manuscript: MarkdownSource, start: int, message: str, hint: str) -> Diagnostic:
    place, excerpt = manuscript.place_of_line(start), manuscript.excerpt(start)
    return error("markup.unclosed-box", message, place, hint, excerpt)
