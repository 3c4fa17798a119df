"""Boxes: `::: note` … `:::`, and a quotation that begins with `[!NOTE]`.

In:  the manuscript, then the tree of the body.
Out: cuts that make `div` elements of the fences, which may stand in each other; boxes with their labels in
     the language of the brief; problems: a fence that is never closed, or closes nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from html import escape
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, error
from issuebrief.markdown_body.blocks.box_openings import FENCE, BoxOpening, kind_of, opening_of
from issuebrief.markdown_body.blocks.box_words import KINDS, KINDS_OF_REPORTS
from issuebrief.markdown_body.source.html_tree import Element, Text, element, is_blank, names, text_of, walk
from issuebrief.markdown_body.source.markdown_source import Substitution
from issuebrief.theming.body_classes import PLACES, SPANS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.l10n import Words
    from issuebrief.markdown_body.source.html_tree import Node
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

FEWEST = 3
"""Colons of a fence; two will do where a box of a known name begins with them and ends with them."""
OF_TWO = re.compile(r"^ {0,3}::(?!:)[ \t]*([^\s:]?)", re.MULTILINE)
ALERT = re.compile(r"\s*\[!(\w[\w-]*)\][+-]?[ \t]*")
QUOTED = re.compile(r" {0,3}>[ \t]?[ \t]*(\[!\w[\w-]*\])?")
KIND, TITLE = "data-box", "data-title"
TITLES = names("admonition-title callout-title title box-title")
"""Classes of what other programs put at the head of a box."""
NUMBERED, BOX_NUMBER = "numbered", "box-number"
"""The class of a box that is counted, and of its number."""
BOX_TITLE = "box-title"
"""The class of the title of a box until it is set."""


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
            cuts += _opened(start, manuscript.text[start:end])
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


def _opened(start: int, line: str) -> Iterator[Substitution]:
    """Cuts that make the start tag of a box, and its title, of an opening fence."""
    opening, end = opening_of(line), start + len(line)
    tag, is_box, named = _tag(opening)
    title = opening.title.strip()
    if is_box and named:
        tag = f'{tag}\n\n<p class="{BOX_TITLE}" markdown="1">{escape(named, quote=False)}</p>'
    if not is_box or named or not title:
        yield Substitution(start, end, f"\n\n{tag}\n\n")
        return
    # The title stays where it is, so that it may hold notes and emphasis.
    first = start + opening.at + len(opening.title) - len(opening.title.lstrip())
    last = first + len(title)
    if title[0] == title[-1] and title[0] in "\"'" and title.count(title[0]) == 2:
        first, last = first + 1, last - 1
    yield Substitution(start, first, f'\n\n{tag}\n\n<p class="{BOX_TITLE}" markdown="1">')
    yield Substitution(last, end, "</p>\n\n")


def _tag(opening: BoxOpening) -> tuple[str, bool, str]:
    """The start tag that an opening fence stands for, whether it is of a box, and the title in braces."""
    from markdown.extensions.attr_list import get_attrs_and_remainder

    pairs = get_attrs_and_remainder(opening.attributes)[0]
    classes = ([opening.name] if opening.name else []) + [
        value for key, value in pairs if key == "." and value
    ]
    attributes = {key: value or "" for key, value in pairs if key not in (".", "title")}
    title = (dict(pairs).get("title") or "").strip()
    kind = next((kind for kind in map(kind_of, classes) if kind), "")
    kind = kind or ("box" if opening.title and opening.name in (*SPANS, *PLACES, "margin") else "")
    if kind:
        classes = [
            "box",
            *([f"box-{kind}"] if kind != "box" else []),
            *(name for name in classes if not kind_of(name)),
        ]
        attributes |= {KIND: kind}
    if classes:
        attributes = {"class": " ".join(classes), **attributes}
    written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f'<div{written} markdown="1">', bool(kind), title


def cuts_of_boxes(manuscript: MarkdownSource) -> list[Substitution]:
    """The cuts for the boxes of a text whose problems nobody hears of; none where a fence has no other."""
    cuts, problems = find_boxes(manuscript)
    return [*([] if problems else cuts), *part_alerts(manuscript)]


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
        if isinstance(first, Element) and TITLES.intersection(first.classes) and first.tag == "p":
            first.attributes["class"] = BOX_TITLE
        elif isinstance(first, Element) and TITLES.intersection(first.classes):
            found.attributes[TITLE] = " ".join(text_of(first).split())
            found.children.remove(first)


def set_boxes(root: Element, labels: Words) -> None:
    """Give boxes their labels and numbers, and make boxes of quotations that say that they are such.

    Boxes with the class `numbered` are counted, each kind for itself.
    """
    counts: Counter[str] = Counter()
    for found in walk(root):
        if found.tag == "blockquote":
            _make_box(found)
        if found.tag == "div" and (kind := found.attributes.pop(KIND, None)):
            title = found.attributes.pop(TITLE, None)
            first = next((child for child in found.children if not is_blank(child)), None)
            label = first if isinstance(first, Element) and BOX_TITLE in first.classes else None
            if label:
                label.attributes["class"] = "label"
                found.children = found.children[found.children.index(label) :]
            if NUMBERED in found.classes:
                counts[kind] += 1
                number = labels.numbered(label_of(kind, labels) or labels.boxes[-1], counts[kind])
                _number(found, label, number, title)
            elif not label and (text := title or label_of(kind, labels)):
                found.children.insert(0, element("p", {"class": "label"}, text))


def _number(box: Element, label: Element | None, number: str, title: str | None) -> None:
    """Put the number of a box into its label, before its title."""
    if label is None:
        label = element("p", {"class": "label"}, title or "")
        box.children.insert(0, label)
    has_title = bool(text_of(label).strip())
    label.children[:0] = [element("span", {"class": BOX_NUMBER}, number), Text(". " if has_title else "")]


def label_of(kind: str, labels: Words) -> str:
    """What a box of a kind is called; nothing where it has no name of its own."""
    return dict(zip((*KINDS, *KINDS_OF_REPORTS), labels.boxes[:-1], strict=True)).get(kind, "")


def _make_box(quotation: Element) -> None:
    """A box in place of a quotation whose first line is `[!NOTE]` or another kind, perhaps with a title."""
    first = next((child for child in quotation.children if not is_blank(child)), None)
    if not isinstance(first, Element) or first.tag != "p" or not first.children:
        return
    text = first.children[0]
    if not isinstance(text, Text) or not (match := ALERT.match(text.value)):
        return
    kind = kind_of(match[1]) or "box"
    text.value = text.value[match.end() :]
    title = _first_line(first)
    if not any(not is_blank(node) for node in title):
        title = [] if kind_of(match[1]) else [Text(match[1].capitalize())]
    quotation.tag = "div"
    quotation.attributes |= {"class": "box" if kind == "box" else f"box box-{kind}", KIND: kind}
    if not any(not is_blank(child) for child in first.children):
        quotation.children.remove(first)
    if title:
        quotation.children.insert(0, Element("p", {"class": BOX_TITLE}, title))


def _first_line(paragraph: Element) -> list[Node]:
    """What stands on the first line of a paragraph, taken out of it."""
    found: list[Node] = []
    while paragraph.children:
        node = paragraph.children.pop(0)
        if isinstance(node, Text) and "\n" in node.value:
            head, _, rest = node.value.partition("\n")
            found.append(Text(head))
            paragraph.children.insert(0, Text(rest))
            break
        if isinstance(node, Element) and node.tag == "br":
            break
        found.append(node)
    return found


def _problem(manuscript: MarkdownSource, start: int, message: str, hint: str) -> Diagnostic:
    place, excerpt = manuscript.place_of_line(start), manuscript.excerpt(start)
    return error("markup.unclosed-box", message, place, hint, excerpt)
