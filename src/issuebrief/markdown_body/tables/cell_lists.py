"""Lists that are typed into the cells of tables, their items parted by `<br>`.

In:  the tree of a text.
Out: the same; two or more lines of a cell that begin with the same bullet, or with numbers that count up, are
     the items of a list. A column of numbers below zero is none.
"""

from __future__ import annotations

import re

from issuebrief.markdown_body.source.html_tree import Element, Node, Text, text_of, walk

MARKER = re.compile(
    r"\s*(?:(?P<bullet>[-*•‣▪●◦○·–—])|(?P<number>\d{1,3})(?P<ending>[.)]))[ \t\u00a0]+(?=\S|$)"
)
SUM = re.compile(r"[\d\s.,:%€$£/()–-]*")
"""What follows a minus sign."""

Line = list[Node]


def set_lists_in_cells(root: Element) -> None:
    """Make lists of the lines of cells that are typed as such."""
    for cell in list(walk(root)):
        if cell.tag in ("td", "th") and any(_is_break(node) for node in cell.children):
            _set_lists(cell)


def _set_lists(cell: Element) -> None:
    lines = _lines(cell)
    children: list[Node] = []
    number, before = 0, False
    while number < len(lines):
        count = _items_from(lines, number)
        if count > 1:
            children.append(_list(lines[number : number + count]))
            number, before = number + count, False
            continue
        children += [Element("br"), *lines[number]] if before else lines[number]
        number, before = number + 1, True
    cell.children = children


def _lines(cell: Element) -> list[Line]:
    lines: list[Line] = [[]]
    for node in cell.children:
        if _is_break(node):
            lines.append([])
        else:
            lines[-1].append(node)
    return lines


def _is_break(node: Node) -> bool:
    return isinstance(node, Element) and node.tag == "br"


def _items_from(lines: list[Line], first: int) -> int:
    """How many lines from one on are items of the same list; 0 where none is."""
    found = [_marker(line) for line in lines[first:]]
    count = 0
    for marker in found:
        if marker is None or (count and not _follows(marker, found[count - 1])):
            break
        count += 1
    sums = all(SUM.fullmatch("".join(map(text_of, line)).strip()) for line in lines[first : first + count])
    return 0 if sums else count


def _marker(line: Line) -> re.Match[str] | None:
    """The sign of an item that a line begins with, if there is more on it."""
    found = MARKER.match(line[0].value) if line and isinstance(line[0], Text) else None
    return found if found and (len(line) > 1 or found.end() < len(found.string)) else None


def _follows(marker: re.Match[str], before: re.Match[str] | None) -> bool:
    if before is None or marker["bullet"] != before["bullet"] or marker["ending"] != before["ending"]:
        return False
    return bool(marker["bullet"]) or int(marker["number"]) == int(before["number"]) + 1


def _list(lines: list[Line]) -> Element:
    first = _marker(lines[0])
    assert first
    items: list[Node] = []
    for line in lines:
        marker, text = _marker(line), line[0]
        assert marker
        assert isinstance(text, Text)
        items.append(Element("li", {}, [Text(text.value[marker.end() :]), *line[1:]]))
    if first["bullet"]:
        return Element("ul", {}, items)
    start: dict[str, str | None] = {"start": first["number"]} if first["number"] != "1" else {}
    return Element("ol", start, items)
