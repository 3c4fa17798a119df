"""Where on the pages a token has a say.

In:  a token, the pages, and the rules of the theme that they were laid out with.
Out: `Used`: the areas of the elements, their parts, the pages and the boxes in their margins whose winning
     declarations come from the token; and the properties that these set.

What is handed down, such as the colour of text, counts where there is text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from weasyprint.css.properties import INHERITED

from issuebrief.layout.styles.applied_rules import AppliedRules, winners
from issuebrief.layout.styles.token_kinds import READ
from issuebrief.layout.styles.token_origins import tokens_behind
from issuebrief.preview.theme_panel.model import Area, Used
from issuebrief.preview.theme_panel.page_boxes import elements_of, placed_boxes
from issuebrief.units import PT_PER_PX

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols import CssElement, DrawnPage
    from issuebrief.layout.styles.applied_rules import AppliedDeclaration
    from issuebrief.theming.style_sheets import StyleRules

MOST_AREAS = 400
Customs: TypeAlias = "Mapping[str, AppliedDeclaration]"
"""Declarations by the properties or tokens for which they count."""


def used(token: str, pages: Sequence[DrawnPage], rules: StyleRules) -> Used:
    """Where the token is used."""
    search = _Search(token, AppliedRules(rules))
    if pages:
        root = next(element for element in elements_of(pages[0]).values() if element.parent is None)
        search.look(root, {}, {}, is_text=False)
    placed = [each for each in placed_boxes(pages) if each.outer]
    areas = [each.area for each in placed if (each.element, each.part) in search.found]
    areas += search.on_pages(pages)
    found = tuple(dict.fromkeys(areas))
    return Used(token, found[:MOST_AREAS], tuple(search.properties), token in READ, len(found))


class _Search:
    """Goes through the elements, and gathers those that use a token, and by what."""

    def __init__(self, token: str, applied: AppliedRules) -> None:
        self._token, self._applied = token, applied
        self.found: set[tuple[Element | None, str | None]] = set()
        self.properties: dict[str, None] = {}

    def look(
        self,
        element: CssElement,
        custom: Customs,
        handed_down: Mapping[str, AppliedDeclaration | None],
        *,
        is_text: bool,
    ) -> None:
        """An element and those in it; `is_text`: one around it was found for its text."""
        winning = winners(self._applied.on(element))
        custom = {**custom, **{name: each for name, each in winning.items() if name.startswith("--")}}
        using = self._using(winning, custom)
        inherited = {name: using.get(name) for name in winning if name in INHERITED}
        handed_down = {**handed_down, **inherited}
        self._note(element, None, [each for name, each in using.items() if name not in INHERITED])
        texts = [each for each in handed_down.values() if each]
        if texts and not is_text and _has_text(element):
            self._note(element, None, texts)
            is_text = True
        for part in self._applied.parts_of(element):
            of_part = winners(self._applied.on(element, part))
            self._note(element, part, self._using(of_part, custom).values())
        for child in element.iter_children():
            self.look(child, custom, handed_down, is_text=is_text)

    def on_pages(self, pages: Sequence[DrawnPage]) -> Iterator[Area]:
        """The pages, and the boxes in their margins, that use the token."""
        for number, page in enumerate(pages):
            own = winners(self._applied.on_page(page._page_box.page_type))
            if self._name(self._using(own, {}).values()):
                yield Area(number, 0, 0, round(page.width * PT_PER_PX, 2), round(page.height * PT_PER_PX, 2))
        for each in placed_boxes(pages):
            if each.margin and each.outer and each.element is None:
                page_type = pages[each.page]._page_box.page_type
                found = winners(self._applied.on_page(page_type, each.margin))
                if self._name(self._using(found, {}).values()):
                    yield each.area

    def _using(self, winning: Customs, custom: Customs) -> dict[str, AppliedDeclaration]:
        """Of the properties that count those whose value comes from the token."""
        known: dict[int, bool] = {}
        for name, declared in winning.items():
            if not name.startswith("--") and id(declared) not in known:
                known[id(declared)] = self._token in tokens_behind(declared, custom)
        return {
            name: each
            for name, each in winning.items()
            if known.get(id(each)) and self._token in tokens_behind(each, custom, {name})
        }

    def _note(self, element: CssElement, part: str | None, using: Collection[AppliedDeclaration]) -> None:
        if self._name(using):
            self.found.add((element.etree_element, part))

    def _name(self, using: Collection[AppliedDeclaration]) -> bool:
        """Note the properties that declarations set; whether there are any."""
        self.properties.update(dict.fromkeys(str(each.node.name) for each in using))
        return bool(using)


def _has_text(element: CssElement) -> bool:
    """Whether an element has text of its own."""
    etree = element.etree_element
    return any((text or "").strip() for text in (etree.text, *(child.tail for child in etree)))
