"""List the changes of a marked page, and give each a place that can be pointed at.

In:  the tree of a marked page.
Out: `Change`s in the order of reading; the element of each has an id.

What is taken out and what is put in at the same place are one change.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from issuebrief.compare.model import Change, ChangeKind
from issuebrief.compare.moves import MOVED_FROM, MOVED_TO
from issuebrief.compare.tokens import NOT_COMPARED
from issuebrief.formulas.mathml import FORMULA_TEXT
from issuebrief.markdown_body.source.html_tree import HEADINGS, Element, Text, is_block, is_note_mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.compare.review_words import ReviewWords

ANCHOR, ORIGIN = "change-", "moved-from-"
PARTS = {
    "title": "title",
    "subtitle": "subtitle",
    "byline": "authors",
    "standfirst": "abstract",
    "key-points": "key points",
    "details": "details",
    "masthead": "head",
    "cover": "cover",
    "pull-quote": "pull-quote",
    "gone-aside": "pull-quote",
    "authors": "authors",
    "publisher": "institute",
    "legal": "legal lines",
    "statements": "statements",
    "corrections": "corrections",
    "notices": "notices",
    "notes": "notes",
    "box": "box",
    "table": "table",
}
"""Parts of a brief by the classes of their elements."""
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060"))
"""Where lines may or may not end: nothing to be read."""
MARK_SEPARATORS = ", \u2060"
TAGS = {
    "figcaption": "caption",
    "table": "table",
    "main": "text",
    "blockquote": "quotation",
    **dict.fromkeys(HEADINGS, "heading"),
}


@dataclass(slots=True)
class _Draft:
    """A change in the making."""

    kind: ChangeKind
    part: str
    before: list[str]
    after: list[str]
    element: Element
    line: int
    move: str = ""


@dataclass(slots=True)
class _Lister:
    drafts: list[_Draft] = field(default_factory=list)
    origins: dict[str, Element] = field(default_factory=dict)
    order: dict[int, int] = field(default_factory=dict)
    open: _Draft | None = None

    def visit(self, node: Element, part: str, line: int) -> None:
        part, line = _part(node, part), _line(node, line)
        classes = set(node.classes)
        if MOVED_FROM in classes or MOVED_TO in classes:
            self.order[id(node)] = len(self.order)
        if MOVED_FROM in classes:
            self.origins[node.attributes.get("data-move") or ""] = node
            return
        if MOVED_TO in classes:
            draft = self._begin(ChangeKind.MOVED, part, node, line)
            draft.after.append(_text(node, "del"))
            draft.move = node.attributes.get("data-move") or ""
            self.open = None
        elif "deleted" in classes:
            self._add(ChangeKind.DELETED, part, node, line)
            return
        elif "inserted" in classes:
            self._add(ChangeKind.INSERTED, part, node, line)
            return
        elif "restyled" in classes:
            draft = self._begin(ChangeKind.RESTYLED, part, node, line)
            draft.before.append(node.attributes.get("data-was") or "")
            draft.after.append(f"{node.tag}: {_text(node, 'del')}")
            self.open = None
        for child in node.children:
            self._child(child, part, line)
        if is_block(node) or not node.tag:
            self.open = None

    def _child(self, child: Element | Text, part: str, line: int) -> None:
        if isinstance(child, Text):
            if child.value.strip():
                self.open = None
        elif child.tag in ("ins", "del"):
            self._add(ChangeKind.INSERTED if child.tag == "ins" else ChangeKind.DELETED, part, child, line)
        else:
            if is_block(child):
                self.open = None
            self.visit(child, part, line)

    def _add(self, kind: ChangeKind, part: str, node: Element, line: int) -> None:
        text = _text(node, "")
        if not text.strip() and not is_block(node):
            return  # a space that came or went
        if self.open is not None:
            if self.open.kind is not kind:
                self.open.kind = ChangeKind.REPLACED
            (self.open.after if kind is ChangeKind.INSERTED else self.open.before).append(text)
            return
        draft = self._begin(kind, part, node, line)
        (draft.after if kind is ChangeKind.INSERTED else draft.before).append(text)
        self.open = None if is_block(node) else draft

    def _begin(self, kind: ChangeKind, part: str, node: Element, line: int) -> _Draft:
        self.open = _Draft(kind, part, [], [], node, line)
        self.drafts.append(self.open)
        return self.open


def list_changes(tree: Element, words: ReviewWords) -> tuple[Change, ...]:
    """The changes in the order of reading; their elements get ids, and moves links in the given words."""
    lister = _Lister()
    lister.visit(tree, "page", 0)
    found = []
    for number, draft in enumerate(lister.drafts, 1):
        anchor = _anchor(draft.element, f"{ANCHOR}{number}")
        source = lister.origins.get(draft.move)
        origin = _anchor(source, f"{ORIGIN}{number}") if source is not None else ""
        if source is not None:
            places = [lister.order[id(each)] for each in (source, draft.element)]
            down = places[0] < places[1]
            _point(source, anchor, "to", words.moved_down if down else words.moved_up, words.lang)
            said = words.from_above if down else words.from_below
            _point(draft.element, origin, "from", said, words.lang)
        before, after = (" ".join(" ".join(texts).split()) for texts in (draft.before, draft.after))
        found.append(Change(number, draft.kind, draft.part, before, after, anchor, origin, line=draft.line))
    return tuple(found)


def _anchor(node: Element, name: str) -> str:
    """An id for the element, or for the first mark in it where it has an id of its own."""
    if own := node.attributes.get("id"):
        return own
    node.attributes["id"] = name
    return name


def _point(node: Element, target: str, way: str, words: str, lang: str) -> None:
    """Begin a moved block with a link to its other place."""
    link = Element("a", {"class": f"move-{way}", "href": f"#{target}", "lang": lang}, [Text(words)])
    holder = next((each for each in _first_leaves(node)), node)
    holder.children.insert(0, link)


def _first_leaves(node: Element) -> Iterator[Element]:
    blocks = [child for child in node.children if isinstance(child, Element) and is_block(child)]
    if not blocks:
        yield node
    for block in blocks[:1]:
        yield from _first_leaves(block)


def _part(node: Element, part: str) -> str:
    named = next((PARTS[name] for name in node.classes if name in PARTS), "")
    return named or TAGS.get(node.tag, "") or part


def _line(node: Element, line: int) -> int:
    value = node.attributes.get("data-line") or ""
    return int(value) if value.isdecimal() else line


def _text(node: Element, without: str) -> str:
    """The text of an element, without what stands in elements of one tag; a picture by its description."""
    parts: list[str] = []
    for child in node.children:
        if isinstance(child, Text):
            parts.append(child.value)
        elif child.tag == "img":
            parts.append(f"[{child.attributes.get('alt') or child.attributes.get('src') or ''}]")
        elif formula := child.attributes.get(FORMULA_TEXT):
            parts.append(formula)
        elif not NOT_COMPARED.isdisjoint(child.classes):
            continue
        elif is_note_mark(child):
            parts.append(f"[{_text(child, without).strip(MARK_SEPARATORS)}]")
        elif not without or child.tag != without:
            inner = _text(child, without)
            parts.append(f" {inner} " if is_block(child) else inner)
    return "".join(parts).translate(UNSEEN)
