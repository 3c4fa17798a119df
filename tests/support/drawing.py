"""Pages of plain HTML drawn, for the tests of this folder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pydyf

from issuebrief.engine.pages import LayoutInput, Pages
from issuebrief.layout.engine import lay_out
from issuebrief.pdf.content_tree import Branch, MarkedContent
from issuebrief.pdf.draw import Drawing, draw_tagged

if TYPE_CHECKING:
    from pathlib import Path

HEAD = '<html lang="en"><head><title>T</title><style>html {{ --grid: 10px }} {}</style></head>'


def pages_of(folder: Path, body: str, style: str = "") -> Pages:
    """The pages of a body of HTML; files are looked for in the folder."""
    html = f"{HEAD.format(style)}<body>{body}</body></html>"
    pages, problems = lay_out(LayoutInput(html, folder / "brief.md", (), (folder,)))
    assert pages, problems
    assert problems == ()
    return pages


def drawn(folder: Path, body: str, style: str = "") -> Drawing:
    """A body of HTML drawn with its content marked."""
    drawing = draw_tagged(pages_of(folder, body, style))
    assert drawing.lines == ()
    return drawing


def streams(drawing: Drawing) -> list[str]:
    """What is drawn on each page, as it stands in the PDF."""
    found = {item.number: item for item in drawing.pdf.objects if isinstance(item, pydyf.Stream)}
    kids = drawing.pdf.pages["Kids"][::3]
    contents = (int(drawing.pdf.objects[kid]["Contents"].split()[0]) for kid in kids)
    return ["\n".join(_text(item) for item in found[number].stream) for number in contents]


def _text(item: Any) -> str:
    data = item.data if hasattr(item, "data") else item
    return data.decode("latin-1") if isinstance(data, bytes) else str(data)


def marks(stream: str) -> list[str]:
    """What is marked on a page, in the order in which it is drawn: a number, or the kind of artifact."""
    found = re.findall(r"/(\w+)\n(?:<<(.*?)>>\n)?B[DM]C", stream)
    return [
        properties.removeprefix("/MCID ") if "/MCID" in properties else f"{tag} {properties}".strip()
        for tag, properties in found
    ]


def outline(branch: Branch) -> str:
    """A branch as `p(0:0em(0:1))`: each piece with its page and its number, `@` for a live area."""
    kids = "".join(
        outline(kid)
        if isinstance(kid, Branch)
        else f"{kid.page}:{kid.mark}"
        if isinstance(kid, MarkedContent)
        else "@"
        for kid in branch.kids
    )
    return f"{branch.tag}({kids})"
