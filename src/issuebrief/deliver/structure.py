"""Say what each part of a brief is, in the words of PDF.

In:  the tree of `Branch` that was drawn, in the words of HTML.
Out: a tree of `Element` with the standard structure types of ISO 32000-1, 14.8.4: what a screen
     reader is told. Nothing here knows a PDF's objects; `tag_tree.py` makes them.

HTML elements that only group or only look different leave no trace; their kids stand in their place.
Text that stands beside blocks is put into a paragraph of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from issuebrief.deliver.link_words import seen
from issuebrief.typeset.branches import Area, Branch, Piece

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

ROLES = {"Aside": "Sect", "PullQuote": "BlockQuote"}
"""The types that are not standard, and the standard ones that come nearest."""

GROUPS = {
    "article": "Art",
    "aside": "Aside",
    "blockquote": "BlockQuote",
    "main": "Part",
    "nav": "Sect",
    "section": "Sect",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "thead": "THead",
    "tr": "TR",
}
FLOWING = {
    "address": "P",
    "caption": "Caption",
    "figcaption": "Caption",
    "p": "P",
    "pre": "P",
    "summary": "P",
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
}
PHRASES = {"code": "Code", "kbd": "Code", "q": "Quote", "samp": "Code"}
IN_LINES = {"Code", "Figure", "Link", "Quote", "Reference", "Span"}
NUMBERINGS = {"a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman", "I": "UpperRoman"}
SCOPES = {"col": "Column", "colgroup": "Column", "row": "Row", "rowgroup": "Row"}


@dataclass
class Element:
    """A structure element: its type, what is in it, and what is said of it.

    `name` is its id, `description` what the links in it say of themselves, and `attributes` stand
    under their owner, such as `Table`.
    """

    tag: str
    kids: list[Element | Piece | Area] = field(default_factory=list)
    language: str = ""
    alt: str = ""
    expansion: str = ""
    name: str = ""
    description: str = ""
    attributes: dict[str, dict[str, str | int | Sequence[float]]] = field(default_factory=dict)

    def walk(self) -> Iterator[Element]:
        """It and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def set(self, owner: str, **attributes: str | int | Sequence[float]) -> Element:
        """Add attributes, and give the element back."""
        if attributes:
            self.attributes.setdefault(owner, {}).update(attributes)
        return self


Kids = list[Element | Piece | Area]


def structure(content: Branch) -> Element:
    """The structure of a document."""
    return Element("Document", _apart(_converted(content.kids)))


def _converted(kids: Iterable[Branch | Piece | Area]) -> Kids:
    found: Kids = []
    for kid in kids:
        found += _of_branch(kid) if isinstance(kid, Branch) else [kid]
    return found


def _of_branch(branch: Branch) -> Kids:
    """What a branch becomes; nothing where nothing of it was drawn."""
    made = _made(branch)
    language = branch.attributes.get("lang", "")
    if not language or not made:
        return made
    only = made[0]
    if len(made) > 1 or not isinstance(only, Element):
        made = [only := Element("Div" if branch.block else "Span", made)]
    only.language = language
    return made


def _made(branch: Branch) -> Kids:
    if branch.tag in MAKERS:
        return MAKERS[branch.tag](branch)
    kids = _converted(branch.kids)
    if branch.tag in PHRASES:
        return _element(PHRASES[branch.tag], kids)
    if branch.tag in FLOWING:
        return _element(FLOWING[branch.tag], _flowing(kids))
    if branch.tag in GROUPS:
        return _element(GROUPS[branch.tag], _apart(kids))
    return _apart(kids) if branch.block else kids


def _element(tag: str, kids: Kids) -> Kids:
    return [Element(tag, kids)] if kids else []


def _apart(kids: Kids) -> Kids:
    """Blocks, with a paragraph around each stretch of text that stands between them."""
    found: Kids = []
    for in_line, stretch in groupby(kids, _is_in_line):
        run = list(stretch)
        bare = not in_line or all(isinstance(kid, Element) and kid.tag == "Figure" for kid in run)
        found += run if bare else [Element("P", run)]
    return found


def _flowing(kids: Kids) -> Kids:
    """Text as it is, unless there are blocks in it."""
    return kids if all(map(_is_in_line, kids)) else _apart(kids)


def _is_in_line(kid: Element | Piece | Area) -> bool:
    return not isinstance(kid, Element) or kid.tag in IN_LINES


def _aside(branch: Branch) -> Kids:
    tag = "PullQuote" if "pull-quote" in branch.attributes.get("class", "").split() else "Aside"
    return _element(tag, _apart(_converted(branch.kids)))


def _figure(branch: Branch) -> Kids:
    """A picture beside its caption; a table with its caption in it, first or last as on the page."""
    kids = _converted(branch.kids)
    tables = [kid for kid in kids if isinstance(kid, Element) and kid.tag == "Table"]
    if len(tables) != 1:
        return _element("Div", _apart(kids))
    at = kids.index(tables[0])
    captions = [kid for kid in kids if isinstance(kid, Element) and kid.tag == "Caption"]
    for caption in captions:
        place = 0 if kids.index(caption) < at else len(tables[0].kids)
        tables[0].kids.insert(place, caption)
    return _apart([kid for kid in kids if kid not in captions])


def _picture(branch: Branch) -> Kids:
    pieces = [kid for kid in branch.kids if isinstance(kid, Piece)]
    if not pieces:
        return []
    made = Element("Figure", [*pieces], alt=seen(branch.attributes.get("alt", "")))
    if box := pieces[0].box:
        made.set("Layout", BBox=box, Placement="Block" if branch.block else "Inline")
    return [made]


def _link(branch: Branch) -> Kids:
    """A link says where it leads; one that stays in the document is a reference."""
    kids = _converted(branch.kids)
    if not any(isinstance(kid, Area) for kid in kids):
        return kids
    link = Element("Link", kids, description=branch.attributes.get("aria-label", ""))
    return [Element("Reference", [link])] if branch.attributes.get("href", "").startswith("#") else [link]


def _abbreviation(branch: Branch) -> Kids:
    kids = _converted(branch.kids)
    long = branch.attributes.get("title", "")
    return [Element("Span", kids, expansion=long)] if long and kids else kids


def _list(branch: Branch) -> Kids:
    """A list, or notes: these stand one after the other without one."""
    notes = [kid for kid in branch.kids if isinstance(kid, Branch) and _is_note(kid)]
    if notes:
        return [made for kid in notes for made in _note(kid)]
    items = [item for kid in branch.kids for item in _item(kid)]
    if not items:
        return []
    labelled = any(isinstance(kid, Element) and kid.tag == "Lbl" for item in items for kid in item.kids)
    numbering = NUMBERINGS.get(branch.attributes.get("type", ""), "Decimal") if branch.tag == "ol" else "Disc"
    return [Element("L", [*items]).set("List", ListNumbering=numbering if labelled else "None")]


def _item(kid: Branch | Piece | Area) -> list[Element]:
    if not isinstance(kid, Branch):
        return [Element("LI", [Element("LBody", [kid])])]
    kids = kid.kids if kid.tag == "li" else [kid]
    marker = [one for one in kids if isinstance(one, Branch) and one.tag == "li::marker"]
    label = _element("Lbl", _converted(one for mark in marker for one in mark.kids))
    body = _element("LBody", _flowing(_converted(one for one in kids if one not in marker)))
    if not label and not body:
        return []
    item = Element("LI", [*label, *(body or [Element("LBody", label)])])
    item.language = kid.attributes.get("lang", "")
    return [item]


def _is_note(branch: Branch) -> bool:
    return branch.attributes.get("role") == "doc-endnote"


def _note(branch: Branch) -> Kids:
    """A note: its number, which leads back, and what it says."""
    first, *rest = branch.kids
    label = _element("Lbl", _converted([first]))
    kids = [*label, *_flowing(_converted(rest))]
    return [Element("Note", _apart_from_label(kids), name=branch.attributes.get("id", ""))]


def _apart_from_label(kids: Kids) -> Kids:
    return [*kids[:1], *_apart(kids[1:])]


def _terms(branch: Branch) -> Kids:
    """A list of terms: each item has its terms as labels, and what is said of them as body."""
    items: list[Element] = []
    for kid in _term_parts(branch):
        label = kid.tag == "dt"
        made = _element("Lbl" if label else "LBody", _flowing(_converted(kid.kids)))
        if not items or (
            label and any(one.tag == "LBody" for one in items[-1].kids if isinstance(one, Element))
        ):
            items.append(Element("LI"))
        items[-1].kids += made
    for item in items:
        if not any(isinstance(one, Element) and one.tag == "LBody" for one in item.kids):
            item.kids = [
                Element("LBody", [one for kid in item.kids if isinstance(kid, Element) for one in kid.kids])
            ]
    kept = [item for item in items if item.kids]
    return [Element("L", [*kept]).set("List", ListNumbering="None")] if kept else []


def _term_parts(branch: Branch) -> Iterator[Branch]:
    for kid in branch.kids:
        if isinstance(kid, Branch):
            if kid.tag in ("dt", "dd"):
                yield kid
            else:
                yield from _term_parts(kid)


def _cell(branch: Branch) -> Kids:
    """A cell, empty or not; a header cell says whether it heads a column or a row."""
    cell = Element(branch.tag.upper(), _flowing(_converted(branch.kids)))
    for name, attribute in (("colspan", "ColSpan"), ("rowspan", "RowSpan")):
        span = branch.attributes.get(name, "1")
        if span.isdecimal() and int(span) > 1:
            cell.set("Table", **{attribute: int(span)})
    if cell.tag == "TH":
        cell.set("Table", Scope=SCOPES.get(branch.attributes.get("scope", ""), "Column"))
    return [cell]


def _table(branch: Branch) -> Kids:
    return _element("Table", _converted(branch.kids))


MAKERS: dict[str, Callable[[Branch], Kids]] = {
    "a": _link,
    "abbr": _abbreviation,
    "aside": _aside,
    "dl": _terms,
    "figure": _figure,
    "img": _picture,
    "ol": _list,
    "table": _table,
    "td": _cell,
    "th": _cell,
    "ul": _list,
}
