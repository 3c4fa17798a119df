"""Text in a line, as JATS marks it.

In:  nodes of HTML, and what in the document can be linked to.
Out: nodes of JATS (Journal Publishing 1.3) that may stand in a paragraph, a title or a cell. Where `bare`,
     they may stand in a link or a label too, and hold neither links nor notes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from issuebrief.markdown_body.source.html_tree import Element, Text, is_note_mark, text_of
from issuebrief.metadata.field_words import INVISIBLE, on_a_line
from issuebrief.metadata.jats.mathml import mathml
from issuebrief.metadata.xml_text import node, text_node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from issuebrief.markdown_body.source.html_tree import Node
    from issuebrief.metadata.jats.ids import Targets

LOOKS = {
    "em": "italic", "i": "italic", "cite": "italic", "var": "italic", "dfn": "italic", "strong": "bold",
    "b": "bold", "code": "monospace", "kbd": "monospace", "samp": "monospace", "tt": "monospace",
    "sup": "sup", "sub": "sub", "u": "underline", "ins": "underline", "s": "strike", "del": "strike",
    "strike": "strike",
}  # fmt: skip
SMALL_CAPITALS = ("small-caps", "sc", "smallcaps")
UNSEEN = ("script", "style", "svg", "template", "input", "button")


class InlineWriter:
    """Writes text in a line; `address_of` gives the address of a picture."""

    def __init__(self, targets: Targets, address_of: Callable[[str], str]) -> None:
        self.targets = targets
        self.address_of = address_of

    def nodes(self, nodes: Iterable[Node], *, bare: bool = False) -> list[Node]:
        """The nodes as JATS has them."""
        return [made for each in nodes for made in self._made(each, bare)]

    def _made(self, branch: Node, bare: bool) -> list[Node]:
        if isinstance(branch, Text):
            text = branch.value.translate(INVISIBLE).replace("\n", " ")
            return [Text(text)] if text else []
        if branch.tag in UNSEEN:
            return []
        if is_note_mark(branch):
            return [] if bare else self._note_mark(branch)
        made = self._element(branch, bare)
        lang = branch.attributes.get("lang")
        if lang and made and branch.tag != "math":
            marked = node("named-content", *made, xml__lang=lang)
            marked.attributes["content-type"] = "language"
            return [marked]
        return made

    def _element(self, branch: Element, bare: bool) -> list[Node]:
        tag = branch.tag
        if tag == "a":
            return self._link(branch, bare)
        if tag == "math":
            return _formula(branch, bare)
        if tag == "img":
            return self._picture(branch, bare)
        if tag == "br":
            return [Text(" ")]
        inner = self.nodes(branch.children, bare=bare)
        if tag in LOOKS:
            return [Element(LOOKS[tag], {}, inner)] if inner else []
        if tag == "span" and any(name in branch.classes for name in SMALL_CAPITALS):
            return [Element("sc", {}, inner)] if inner else []
        if tag == "mark":
            return [Element("styled-content", {"style-type": "highlight"}, inner)]
        if tag == "q":
            return [Text("“"), *inner, Text("”")]
        if tag == "abbr" and (meaning := branch.attributes.get("title")) and not bare:
            return [node("abbrev", on_a_line(text_of(branch)), xlink__title=meaning)]
        return inner

    def _note_mark(self, mark: Element) -> list[Node]:
        """The mark of a note, raised; a comma divides it from the one before."""
        target = self.targets.get((mark.attributes.get("href") or "").lstrip("#"))
        words = "".join(each.value for each in mark.children if isinstance(each, Text))
        number = on_a_line(words).lstrip(", ")
        if not target or not number:
            return []
        found = node("xref", node("sup", number), rid=target.id)
        found.attributes["ref-type"] = target.kind
        follows = "follows-mark" in mark.classes
        return [node("sup", ","), found] if follows else [found]

    def _link(self, link: Element, bare: bool) -> list[Node]:
        inner = self.nodes(link.children, bare=True)
        address = link.attributes.get("href") or ""
        if bare or not inner:
            return inner
        if address.startswith("#"):
            target = self.targets.get(unquote(address[1:])) or self.targets.get(address[1:])
            if not target:
                return self.nodes(link.children)
            found = Element("xref", {"ref-type": target.kind, "rid": target.id}, inner)
            return [found]
        if address.startswith("mailto:"):
            return [node("email", on_a_line(text_of(link)))]
        if address.startswith(("http://", "https://")):
            return [Element("ext-link", {"ext-link-type": "uri", "xlink:href": address}, inner)]
        return self.nodes(link.children)

    def _picture(self, picture: Element, bare: bool) -> list[Node]:
        alt = on_a_line(picture.attributes.get("alt") or "")
        address = self.address_of(picture.attributes.get("src") or "")
        if bare or not address:
            return [Text(alt)] if alt else []
        return [node("inline-graphic", text_node("alt-text", alt), xlink__href=address)]


def _formula(formula: Element, bare: bool) -> list[Node]:
    if bare:
        words = on_a_line(text_of(formula))
        return [Text(words)] if words else []
    return [node("inline-formula", mathml(formula))]
