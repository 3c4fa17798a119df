"""Say what each part of a brief is, in the words of PDF.

In:  the tree of `Branch` that was drawn, in the words of HTML.
Out: a tree of `StructElement` with the standard structure types of ISO 32000-1, 14.8.4: what a screen
     reader is told. Nothing here knows a PDF's objects; `struct_tree.py` makes them.

HTML elements that only group or only look different leave no trace; their kids stand in their place.
Text that stands beside blocks is put into a paragraph of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.pdf.content_tree import Branch, LinkArea, MarkedContent
from issuebrief.pdf.structure_elements import (
    CHANGES,
    Kids,
    StructElement,
    apart,
    changed,
    flowing,
    formula,
    made_of,
    picture,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

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
NUMBERINGS = {"a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman", "I": "UpperRoman"}
SCOPES = {"col": "Column", "colgroup": "Column", "row": "Row", "rowgroup": "Row"}


def structure(content: Branch) -> StructElement:
    """The structure of a document."""
    return StructElement("Document", apart(_converted(content.kids)))


def _converted(kids: Iterable[Branch | MarkedContent | LinkArea]) -> Kids:
    found: Kids = []
    for kid in kids:
        found += _of_branch(kid) if isinstance(kid, Branch) else [kid]
    return found


def _of_branch(branch: Branch) -> Kids:
    """What a branch becomes; nothing where nothing of it was drawn."""
    made = _made(branch)
    if line := branch.attributes.get("data-line", ""):
        for kid in made:
            if isinstance(kid, StructElement) and not kid.line:
                kid.line = int(line)
    return _spoken(branch, made)


def _spoken(branch: Branch, made: Kids) -> Kids:
    """What was made of a branch, with the language that it says it is in."""
    language = branch.attributes.get("lang", "")
    if not language or not made:
        return made
    only = made[0]
    if len(made) > 1 or not isinstance(only, StructElement):
        made = [only := StructElement("Div" if branch.block else "Span", made)]
    only.language = language
    return made


def _made(branch: Branch) -> Kids:
    maker = formula if branch.attributes.get("role") == "math" else MAKERS.get(branch.tag)
    if maker:
        return maker(branch)
    kids = _converted(branch.kids)
    if branch.tag in PHRASES:
        return made_of(PHRASES[branch.tag], kids)
    if branch.tag in CHANGES:
        return changed(branch.tag, kids)
    if branch.tag in FLOWING:
        return made_of(FLOWING[branch.tag], flowing(kids))
    if branch.tag in GROUPS:
        return made_of(GROUPS[branch.tag], apart(kids))
    return apart(kids) if branch.block else kids


def _aside(branch: Branch) -> Kids:
    tag = "PullQuote" if "pull-quote" in branch.attributes.get("class", "").split() else "Aside"
    return made_of(tag, apart(_converted(branch.kids)))


def _figure(branch: Branch) -> Kids:
    """A picture beside its caption; a table with its caption in it, first or last as on the page."""
    kids = _converted(branch.kids)
    tables = [kid for kid in kids if isinstance(kid, StructElement) and kid.tag == "Table"]
    if len(tables) != 1:
        return made_of("Div", apart(kids))
    at = kids.index(tables[0])
    captions = [kid for kid in kids if isinstance(kid, StructElement) and kid.tag == "Caption"]
    for caption in captions:
        place = 0 if kids.index(caption) < at else len(tables[0].kids)
        tables[0].kids.insert(place, caption)
    return apart([kid for kid in kids if kid not in captions])


def _link(branch: Branch) -> Kids:
    """A link says where it leads; one that stays in the document is a reference."""
    kids = _converted(branch.kids)
    if not any(isinstance(kid, LinkArea) for kid in kids):
        return kids
    link = StructElement("Link", kids, description=branch.attributes.get("aria-label", ""))
    return (
        [StructElement("Reference", [link])] if branch.attributes.get("href", "").startswith("#") else [link]
    )


def _abbreviation(branch: Branch) -> Kids:
    kids = _converted(branch.kids)
    long = branch.attributes.get("title", "")
    return [StructElement("Span", kids, expansion=long)] if long and kids else kids


def _list(branch: Branch) -> Kids:
    """A list, or notes: these stand one after the other without one."""
    if any(isinstance(kid, Branch) and _is_note(kid) for kid in branch.kids):
        return _converted(branch.kids)
    items = [item for kid in branch.kids for item in _item(kid)]
    labelled = any(kid.tag == "Lbl" for item in items for kid in _elements(item))
    numbering = NUMBERINGS.get(branch.attributes.get("type", ""), "Decimal") if branch.tag == "ol" else "Disc"
    return _list_of(items, numbering if labelled else "None")


def _list_of(items: list[StructElement], numbering: str) -> Kids:
    return [StructElement("L", [*items]).set("List", ListNumbering=numbering)] if items else []


def _item(kid: Branch | MarkedContent | LinkArea) -> list[StructElement]:
    """An item with its label, if it has one, and its body; whatever else stands in a list is one too."""
    if not isinstance(kid, Branch) or kid.tag != "li":
        kid = Branch("li", kids=[kid])
    markers = [one for one in kid.kids if isinstance(one, Branch) and one.tag == "li::marker"]
    label = made_of("Lbl", _converted(one for marker in markers for one in marker.kids))
    body = made_of("LBody", flowing(_converted(one for one in kid.kids if one not in markers)))
    if not label and not body:
        return []
    item = StructElement("LI", [*label, *(body or [StructElement("LBody", label)])])
    _spoken(kid, [item])
    return [item]


def _line(branch: Branch) -> Kids:
    """An item of a list that knows of itself that it is none: a note."""
    kids = _converted(branch.kids)
    return _note(branch) if _is_note(branch) and kids else apart(kids)


def _is_note(branch: Branch) -> bool:
    return branch.attributes.get("role") == "doc-endnote"


def _note(branch: Branch) -> Kids:
    """A note: its number, which leads back, and what it says."""
    number = branch.kids[0]
    leads_back = isinstance(number, Branch) and number.attributes.get("role") == "doc-backlink"
    label = made_of("Lbl", _converted([number])) if leads_back else []
    words = apart(_converted(branch.kids[1:] if leads_back else branch.kids))
    return [StructElement("Note", [*label, *words], name=branch.attributes.get("id", ""))]


def _terms(branch: Branch) -> Kids:
    """A list of terms: each item has its terms as labels, and what is said of them as body."""
    items: list[StructElement] = []
    for part in _term_parts(branch):
        tag = "Lbl" if part.tag == "dt" else "LBody"
        if not items or (tag == "Lbl" and _has_body(items[-1])):
            items.append(StructElement("LI"))
        items[-1].kids += _spoken(part, made_of(tag, flowing(_converted(part.kids))))
    for item in items:
        if not _has_body(item):  # a term of which nothing is said
            item.kids = [StructElement("LBody", [one for label in _elements(item) for one in label.kids])]
    return _list_of([item for item in items if any(part.kids for part in _elements(item))], "None")


def _elements(element: StructElement) -> Iterator[StructElement]:
    return (kid for kid in element.kids if isinstance(kid, StructElement))


def _has_body(item: StructElement) -> bool:
    return any(kid.tag == "LBody" for kid in _elements(item))


def _term_parts(branch: Branch) -> Iterator[Branch]:
    for kid in branch.kids:
        if isinstance(kid, Branch):
            if kid.tag in ("dt", "dd"):
                yield kid
            else:
                yield from _term_parts(kid)


def _cell(branch: Branch) -> Kids:
    """A cell, empty or not; a header cell says whether it heads a column or a row."""
    cell = StructElement(branch.tag.upper(), flowing(_converted(branch.kids)))
    for name, attribute in (("colspan", "ColSpan"), ("rowspan", "RowSpan")):
        span = branch.attributes.get(name, "1")
        if span.isdecimal() and int(span) > 1:
            cell.set("Table", **{attribute: int(span)})
    if cell.tag == "TH":
        cell.set("Table", Scope=SCOPES.get(branch.attributes.get("scope", ""), "Column"))
    return [cell]


def _table(branch: Branch) -> Kids:
    return made_of("Table", _converted(branch.kids))


MAKERS: dict[str, Callable[[Branch], Kids]] = {
    "a": _link,
    "abbr": _abbreviation,
    "aside": _aside,
    "dl": _terms,
    "figure": _figure,
    "img": picture,
    "li": _line,
    "ol": _list,
    "table": _table,
    "td": _cell,
    "th": _cell,
    "ul": _list,
}
