"""Facts read from a finished PDF, for tests that assert on what a reader gets.

In:  the path of a PDF.
Out: `Facts`: letters and lines with their places in pt from the page's top left corner, the text in
     the order in which a screen reader speaks it, links, bookmarks, metadata, faces, tags.

Everything comes from the file itself, by way of PDFium and pikepdf; nothing here knows WeasyPrint.
"""

from __future__ import annotations

import ctypes
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MM = 72 / 25.4
INVISIBLE = (0, 0x200B, 0x2060)
CORE = 0.42
"""The height, in parts of the size, of the band above the baseline that most lower-case letters fill."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it is drawn: its origin on the baseline, and the box of its ink."""

    char: str
    x: float
    baseline: float
    size: float
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Line:
    """Letters that follow each other on one baseline."""

    page: int
    letters: tuple[Letter, ...]

    @property
    def text(self) -> str:
        """What the line says."""
        return "".join(letter.char for letter in self.letters).strip()

    @property
    def x(self) -> float:
        """Where the first letter's origin is."""
        return self.letters[0].x

    @property
    def left(self) -> float:
        """The left edge of the ink."""
        return min(letter.left for letter in self.inked)

    @property
    def right(self) -> float:
        """The right edge of the ink."""
        return max(letter.right for letter in self.inked)

    @property
    def inked(self) -> tuple[Letter, ...]:
        """The letters that are not spaces."""
        return tuple(letter for letter in self.letters if letter.char.strip()) or self.letters

    @property
    def baseline(self) -> float:
        """The baseline, in pt from the page's top."""
        return self.letters[0].baseline

    @property
    def size(self) -> float:
        """The size that most letters have, to a twentieth of a point."""
        return Counter(round(letter.size * 20) / 20 for letter in self.letters).most_common(1)[0][0]


@dataclass(frozen=True)
class Target:
    """A spot that an internal link leads to."""

    name: str
    page: int
    top: float


@dataclass(frozen=True)
class Link:
    """A live area of a page and where it leads: an address, or a spot in the document."""

    page: int
    box: tuple[float, float, float, float]
    address: str = ""
    target: Target | None = None


@dataclass(frozen=True)
class Bookmark:
    """An entry of the outline; the first level is 1."""

    level: int
    title: str
    page: int
    top: float


@dataclass(frozen=True)
class Face:
    """A font of the file."""

    name: str
    embedded: bool
    readable: bool

    @property
    def subset(self) -> bool:
        """Whether only the letters that are needed are in the file."""
        tag, plus, _ = self.name.partition("+")
        return bool(plus) and len(tag) == 6 and tag.isupper()


@dataclass
class Node:
    """An element of the structure tree: its tag, what is in it, where its link leads."""

    tag: str
    page: int
    kids: list[Node | str] = field(default_factory=list)
    alt: str = ""
    link: str = ""

    @property
    def text(self) -> str:
        """All text in it, as it is drawn, line ends not marked."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def walk(self) -> Iterator[Node]:
        """It and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()


class Facts:
    """A PDF, opened for reading."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._drawn = pypdfium2.PdfDocument(path.read_bytes())
        self._pdf = pikepdf.open(path)

    def close(self) -> None:
        """Let go of the file."""
        self._drawn.close()
        self._pdf.close()

    def __enter__(self) -> Facts:
        return self

    def __exit__(self, *fault: object) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._drawn)

    @property
    def size(self) -> tuple[float, float]:
        """The width and height of the first page, in pt."""
        width, height = self._drawn[0].get_size()
        return width, height

    @cached_property
    def letters(self) -> tuple[tuple[Letter, ...], ...]:
        """The letters of each page, in the order in which they are drawn."""
        return tuple(tuple(_letters(page)) for page in self._drawn)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of all pages, in the order in which they are drawn."""
        return tuple(line for page, letters in enumerate(self.letters) for line in _lines(page, letters))

    def on(self, page: int) -> tuple[Line, ...]:
        """The lines of one page."""
        return tuple(line for line in self.lines if line.page == page)

    def copied(self, page: int) -> str:
        """What a reader who marks the whole page copies."""
        return str(self._drawn[page].get_textpage().get_text_range())

    @cached_property
    def reading(self) -> Node:
        """The structure tree, in the order in which the document is read aloud."""
        return _Tree(self._pdf, self._drawn).root

    @property
    def links(self) -> tuple[Link, ...]:
        """The links of all pages."""
        return tuple(_links(self._pdf, self._targets))

    @cached_property
    def _targets(self) -> dict[str, Target]:
        return _targets(self._pdf)

    @property
    def bookmarks(self) -> tuple[Bookmark, ...]:
        """The outline from top to bottom."""
        with self._pdf.open_outline() as outline:
            return tuple(_bookmarks(self._pdf, outline.root, 1))

    @property
    def metadata(self) -> dict[str, str]:
        """The document's properties, without the slashes of their names."""
        return {str(name)[1:]: str(value) for name, value in self._pdf.docinfo.items()}

    @property
    def language(self) -> str:
        """The language the catalog names."""
        return str(self._pdf.Root.get("/Lang", ""))

    @property
    def tagged(self) -> bool:
        """Whether the file says that it is tagged, and has a structure."""
        marks: Any = self._pdf.Root.get("/MarkInfo", {})
        return bool(marks.get("/Marked", False)) and "/StructTreeRoot" in self._pdf.Root

    @property
    def faces(self) -> tuple[Face, ...]:
        """The fonts, each once, by name."""
        return tuple(sorted(set(_faces(self._pdf)), key=lambda face: face.name))

    def pictures(self, page: int) -> tuple[tuple[float, float, float, float], ...]:
        """The boxes of a page's pictures of pixels, in pt from its top left corner."""
        height = self._drawn[page].get_height()
        found = (each.get_bounds() for each in self._drawn[page].get_objects([pdfium.FPDF_PAGEOBJ_IMAGE]))
        return tuple((left, height - top, right, height - bottom) for left, bottom, right, top in found)

    def picture(self, page: int, scale: float) -> Any:
        """A page as a grey picture, `scale` pixels to the point."""
        return self._drawn[page].render(scale=scale, grayscale=True).to_pil().convert("L")

    def coloured(self, page: int, scale: float) -> Any:
        """A page as a picture in red, green and blue, `scale` pixels to the point."""
        return self._drawn[page].render(scale=scale).to_pil().convert("RGB")

    @property
    def text(self) -> str:
        """The text of all pages as it is copied, with single spaces."""
        return " ".join(" ".join(self.copied(page) for page in range(len(self))).split())


def spoken(node: Node, *, without_marks: bool = True) -> str:
    """The text of an element, squeezed; note marks are left out unless they are wanted."""
    if without_marks and node.link.startswith("#note-"):
        return ""
    parts = (kid if isinstance(kid, str) else spoken(kid, without_marks=without_marks) for kid in node.kids)
    return squeezed("".join(parts))


def out_of_order(text: str, expected: Iterable[str]) -> list[str]:
    """The passages that do not stand in a squeezed text exactly once, each after the one before it."""
    position, lost = 0, []
    for passage in expected:
        wanted = squeezed(passage)
        found = text.find(wanted, position)
        if found < 0:
            lost.append(passage)
        else:
            position = found + len(wanted)
    return lost


def squeezed(text: str) -> str:
    """Only the letters and figures: what remains the same however lines are broken."""
    return "".join(char for char in text if char.isalnum())


def overprinted(letters: Iterable[Letter]) -> list[tuple[str, str]]:
    """Pairs of letters whose bodies lie on top of each other, from whichever lines."""
    cells: dict[tuple[int, int], list[tuple[int, Letter]]] = defaultdict(list)
    found = []
    for number, letter in enumerate(letters):
        if not letter.char.isalnum():
            continue
        cell = (int(letter.x // 16), int(letter.baseline // 16))
        near = (cells[cell[0] + i, cell[1] + j] for i in (-1, 0, 1) for j in (-2, -1, 0, 1, 2))
        found += [
            (other.char, letter.char)
            for known in near
            for other_number, other in known
            if number - other_number > 2 and _on_top(other, letter)
        ]
        cells[cell].append((number, letter))
    return found


def _on_top(one: Letter, other: Letter) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    tops = max(one.baseline - CORE * one.size, other.baseline - CORE * other.size)
    return across > 0.6 and min(one.baseline, other.baseline) - tops > 0.4


def outside(facts: Facts) -> list[str]:
    """Letters that are not wholly on their page."""
    width, height = facts.size
    return [
        f"{letter.char} on page {page + 1}"
        for page, letters in enumerate(facts.letters)
        for letter in letters
        if letter.char.strip()
        and (letter.left < 0 or letter.right > width or letter.top < 0 or letter.bottom > height)
    ]


def _letters(page: Any) -> Iterator[Letter]:
    height, text = page.get_height(), page.get_textpage()
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
    last: Letter | None = None
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in INVISIBLE:
            continue
        if pdfium.FPDFText_IsGenerated(text, index) == 1:
            if last and code == 0x20:
                yield replace(last, char=" ", left=last.right)
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        left, bottom, right, top = text.get_charbox(index)
        size = pdfium.FPDFText_GetFontSize(text, index) * abs(matrix.d)
        char = "\u2010" if code == 2 else chr(code)
        last = Letter(char, x.value, height - y.value, size, left, height - top, right, height - bottom)
        yield last


def _lines(page: int, letters: Iterable[Letter]) -> Iterator[Line]:
    line: list[Letter] = []
    for letter in letters:
        if line and not _follows(line[-1], letter):
            yield Line(page, tuple(line))
            line = []
        line.append(letter)
    if line:
        yield Line(page, tuple(line))


def _follows(before: Letter, letter: Letter) -> bool:
    return abs(letter.baseline - before.baseline) < 0.05 and -1 < letter.x - before.x < 14 + before.size


class _Tree:
    """The structure tree with the text that each of its leaves marks."""

    def __init__(self, pdf: Any, drawn: Any) -> None:
        self._pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
        self._texts = [_marked(page) for page in drawn]
        self.root = Node("Root", 0)
        for element in pdf.Root.StructTreeRoot.K:
            self._read(element, self.root)

    def _read(self, element: Any, parent: Node) -> None:
        if isinstance(element, int):
            parent.kids.append(self._texts[parent.page].get(element, ""))
        elif element.get("/Type") == "/MCR":
            page = self._pages[element.Pg.objgen]
            parent.kids.append(self._texts[page].get(int(element.MCID), ""))
        elif element.get("/Type") == "/OBJR":
            annotation = element.Obj
            parent.link = (
                str(annotation.A.URI) if "/A" in annotation else "#" + str(annotation.get("/Dest", ""))
            )
        else:
            page = self._pages[element.Pg.objgen] if "/Pg" in element else parent.page
            node = Node(str(element.S)[1:], page, alt=str(element.get("/Alt", "")))
            parent.kids.append(node)
            kids = element.get("/K", ())
            for kid in (kids,) if isinstance(kids, int | pikepdf.Dictionary) else kids:
                self._read(kid, node)


def _marked(page: Any) -> dict[int, str]:
    """The text of each marked piece of a page."""
    texts: dict[int, str] = defaultdict(str)
    text, buffer = page.get_textpage(), (ctypes.c_ushort * 4096)()
    for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=1):
        length = pdfium.FPDFTextObj_GetText(drawn, text, buffer, 8192)
        mark = pdfium.FPDFPageObj_GetMarkedContentID(drawn)
        texts[mark] += bytes(buffer)[:length].decode("utf-16-le").rstrip("\0")
    return texts


def _targets(pdf: Any) -> dict[str, Target]:
    names = pdf.Root.get("/Names", {}).get("/Dests", {}).get("/Names", ())
    pairs = list(names)
    return {
        str(name): _target(pdf, str(name), spot) for name, spot in zip(pairs[::2], pairs[1::2], strict=True)
    }


def _target(pdf: Any, name: str, spot: Any) -> Target:
    spot = spot.D if isinstance(spot, pikepdf.Dictionary) else spot
    page = pikepdf.Page(spot[0])
    return Target(name, page.index, float(page.mediabox[3]) - float(spot[3]))


def _links(pdf: Any, targets: dict[str, Target]) -> Iterator[Link]:
    for number, page in enumerate(pdf.pages):
        height = float(page.mediabox[3])
        for annotation in page.get("/Annots", ()):
            if annotation.Subtype != "/Link":
                continue
            left, y, right, other = (float(value) for value in annotation.Rect)
            box = (left, height - max(y, other), right, height - min(y, other))
            if "/A" in annotation:
                yield Link(number, box, str(annotation.A.URI))
            else:
                yield Link(number, box, target=targets[str(annotation.Dest)])


def _bookmarks(pdf: Any, items: Any, level: int) -> Iterator[Bookmark]:
    for item in items:
        spot = _target(pdf, "", item.destination)
        yield Bookmark(level, str(item.title), spot.page, spot.top)
        yield from _bookmarks(pdf, item.children, level + 1)


def _faces(pdf: Any) -> Iterator[Face]:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font" and "/BaseFont" in thing:
            inner = thing.DescendantFonts[0] if "/DescendantFonts" in thing else thing
            descriptor: Any = inner.get("/FontDescriptor", {})
            embedded = any(name in descriptor for name in ("/FontFile", "/FontFile2", "/FontFile3"))
            if not str(thing.get("/Subtype")).startswith("/CIDFont"):
                yield Face(str(thing.BaseFont)[1:], embedded, "/ToUnicode" in thing)


def is_ascending(numbers: Iterable[Any]) -> bool:
    """Whether each is at least as great as the one before it."""
    return all(before <= after for before, after in pairwise(numbers))
