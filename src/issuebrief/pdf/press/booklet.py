"""Impose a press file as a booklet: two pages on each side of a sheet, to be folded and stitched at the fold.

In:  the bytes of a press file whose pages are all of one size and come in a multiple of four, how far each
     sheet pushes the next one out (its creep), how strong the marks are.
Out: the bytes of a file of sheets, the outermost first, its front before its back.

Nothing is drawn anew: each page becomes a form, cut off at the fold and at the edge of its bleed on the
other sides. Paper has a thickness, so inner sheets stick out at the fore-edge, where all are cut at once;
their pages are moved towards the fold by as much, and their crop marks with them.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from issuebrief.pdf.press.booklet_marks import PressTrim, marks_of_side, strips
from issuebrief.units import PT_PER_PX

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = "1.6"
UUID = re.compile(rb"urn:uuid:[0-9a-f-]{36}")


class SheetSide(NamedTuple):
    """One side of a sheet: how many sheets lie around it, and its pages, counted from 1."""

    depth: int
    left: int
    right: int


def sides(pages: int) -> list[SheetSide]:
    """The sides of all sheets of a booklet, the outermost sheet first, its front before its back.

    Raises `ValueError` where pages do not come in a multiple of four.
    """
    if pages % 4 or pages < 4:
        raise ValueError(f"a booklet has a multiple of four pages, not {pages}")
    return list(_sides(pages))


def _sides(pages: int) -> Iterator[SheetSide]:
    for sheet in range(pages // 4):
        yield SheetSide(sheet, pages - 2 * sheet, 1 + 2 * sheet)
        yield SheetSide(sheet, 2 + 2 * sheet, pages - 1 - 2 * sheet)


def impose(press: bytes, creep: float, tint: float) -> bytes:
    """The sheets of a booklet; `creep` is in px, `tint` that of marks, from 0 to 1.

    Raises `ValueError` where pages differ in size, or do not come in a multiple of four.
    """
    import pikepdf

    with pikepdf.open(BytesIO(press)) as pdf:
        trims = [_trim(page) for page in pdf.pages]
        if len({(round(trim.width, 1), round(trim.height, 1)) for trim in trims}) > 1:
            raise ValueError("the pages of a booklet are of one size")
        forms = [_form(pdf, page.obj) for page in pdf.pages]
        for side in sides(len(trims)):
            page = _sheet(pdf, side, trims, forms, creep * PT_PER_PX, tint)
            pdf.pages.append(pikepdf.Page(page))
        del pdf.pages[: len(trims)]
        metadata = bytes(pdf.Root.Metadata.read_bytes())
        pdf.Root.Metadata.write(UUID.sub(_another, metadata))
        target = BytesIO()
        pdf.save(target, deterministic_id=True, force_version=VERSION, fix_metadata_version=False)
    return target.getvalue()


def _another(found: re.Match[bytes]) -> bytes:
    """The id of the booklet, made from that of the press file."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{found[0].decode()} booklet')}".encode()


def _trim(page: Any) -> PressTrim:
    left, low, right, high = (float(value) for value in page.obj.TrimBox)
    bleed = left - float(page.obj.BleedBox[0])
    return PressTrim(left, low, right - left, high - low, bleed, left - float(page.obj.MediaBox[0]))


def _form(pdf: Any, page: Any) -> Any:
    """A page as a form, with all that is on its sheet."""
    import pikepdf

    form = pdf.make_stream(pikepdf.Page(page).Contents.read_bytes())
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox, form.Resources = page.MediaBox, page.Resources
    if "/Group" in page:
        form.Group = page.Group
    return form


def _sheet(
    pdf: Any, side: SheetSide, trims: list[PressTrim], forms: list[Any], creep: float, tint: float
) -> Any:
    """One side of a sheet as a page of the file."""
    import pikepdf

    trim = trims[0]
    push, margin = side.depth * creep, trim.margin
    fold, width = margin + trim.width, 2 * (margin + trim.width)
    content = b""
    for number, name, corner in (
        (side.left, "/L", fold + push - trim.width),
        (side.right, "/R", fold - push),
    ):
        page = trims[number - 1]
        outer = corner - page.bleed if name == "/L" else fold
        inner = fold if name == "/L" else corner + page.width + page.bleed
        areas = [(outer, margin - page.bleed, inner - outer, page.height + 2 * page.bleed)]
        areas += [(corner + x, margin + y, wide, high) for x, y, wide, high in strips(page)]
        for area in areas:
            content += _placed(area, corner - page.left, margin - page.low, name)
    content += marks_of_side(trim, push, tint)
    height = trim.height + 2 * margin
    left, right, low, high = fold - trim.width + push, fold + trim.width - push, margin, margin + trim.height
    used = [forms[side.left - 1], forms[side.right - 1]]
    sheet = pikepdf.Dictionary(
        Type=pikepdf.Name.Page,
        MediaBox=[0, 0, width, height],
        BleedBox=[left - trim.bleed, low - trim.bleed, right + trim.bleed, high + trim.bleed],
        TrimBox=[left, low, right, high],
        Contents=pdf.make_stream(content),
        Resources=pikepdf.Dictionary(
            XObject=pikepdf.Dictionary(L=used[0], R=used[1]),
            ColorSpace=pikepdf.Dictionary(All=used[0].Resources.ColorSpace.All),
        ),
    )
    group = next((form.Group for form in used if "/Group" in form), None)
    if group is not None:
        sheet.Group = group
    return pdf.make_indirect(sheet)


def _placed(area: tuple[float, float, float, float], x: float, y: float, name: str) -> bytes:
    """What shows a part of a form: moved by so much, and cut off around an area."""
    clip = " ".join(f"{value:.4f}" for value in area)
    return f"q {clip} re W n 1 0 0 1 {x:.4f} {y:.4f} cm {name} Do Q\n".encode()
