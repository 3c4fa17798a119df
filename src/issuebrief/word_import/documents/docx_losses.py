"""What a Word file has and a brief has not.

In:  the parts of a docx file and the tree of its text.
Out: a problem for each thing that is left out, or carried in another form.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from issuebrief.word_import.documents.annotate import DRAWINGS, PICTURES
from issuebrief.word_import.documents.import_problems import changed, left_out, quoted
from issuebrief.word_import.documents.ooxml import BOX, P, R, T, attribute, child, is_on, name, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.word_import.documents.package import Package

MARGINAL = re.compile(r"(?:header|footer)\d*\.xml")
KNOWN_KINDS = {"chart": "a chart", "diagram": "a drawing of SmartArt"}
SHAPE = "a drawn shape"
EMBEDDED = frozenset(map(name, ("w:altChunk", "w:subDoc")))
TAB = name("w:tab")
LABEL = 4
"""Letters of the longest number or bullet before a tab."""


def outside_losses(package: Package, folder: str, path: Path) -> Iterator[Diagnostic]:
    """What lies outside the text: macros, things on other machines, running heads."""
    if any(part.lower().endswith("vbaproject.bin") for part in package.parts):
        yield left_out(path, "the macros are left out, and nothing of them was run")
    for part in package.parts:
        if part.endswith(".rels") and (links := package.tree(part)) is not None:
            yield from _outside_links(links, path)
    told = set()
    for part in sorted(package.parts):
        if posixpath.dirname(part) == folder and MARGINAL.fullmatch(posixpath.basename(part)):
            tree = package.tree(part)
            words = " ".join(" ".join(map(text_of, tree.iter(P))).split()) if tree is not None else ""
            if words and words not in told:
                told.add(words)
                kind = "header" if "header" in posixpath.basename(part) else "footer"
                hint = "the theme sets running heads and folios"
                yield left_out(path, f"a {kind} is left out: {quoted(words)}", 0, hint)


def _outside_links(links: Element, path: Path) -> Iterator[Diagnostic]:
    for link in links:
        kind = link.get("Type", "").rpartition("/")[2]
        if link.get("TargetMode") == "External" and kind not in ("hyperlink", "attachedTemplate"):
            message = f"{kind} from elsewhere is not fetched: {quoted(link.get('Target', ''))}"
            yield left_out(path, message, 0, "put the file beside the brief, and name it there")


def losses_of(tree: Element, numbers: Mapping[Element, int], path: Path) -> Iterator[Diagnostic]:
    """What lies in the text: drawings without a picture, embedded files, breaks, columns, highlights."""
    for part in tree.iter():
        if part.tag in EMBEDDED:
            hint = "open it in Word, and copy its text to where it belongs"
            yield left_out(path, "a document in the document is left out", 0, hint)
    tabbed = 0
    for paragraph in tree.iter(P):
        number = numbers.get(paragraph, 0)
        tabbed = tabbed or (number if _has_tab(paragraph) else 0)
        yield from _signs(paragraph, number, path)
        yield from _drawings(paragraph, number, path)
        yield from _looks(paragraph, number, path)
        marked = [run for run in paragraph.iter(R) if is_on(child(run, "w:rPr", "w:highlight"))]
        words = "".join(map(text_of, marked)).strip()
        if words:
            message = f"the highlight of words is left out: {quoted(words)}"
            yield changed(path, message, number, "==words== marks them")
    if tabbed:
        message = "tabs within lines are spaces, here and below"
        yield changed(path, message, tabbed, "make a table of lines that tabs divide into columns")
    yield from _breaks(tree, path)


def _looks(paragraph: Element, number: int, path: Path) -> Iterator[Diagnostic]:
    """Boxes of forms, and words that only their format sets in capitals."""
    for _ in paragraph.iter(name("w:checkBox")):
        hint = "type ☐ or ☒, if it belongs to the brief"
        yield left_out(path, "a check box of a form is left out", number, hint)
    raised = "".join(text_of(run) for run in paragraph.iter(R) if is_on(child(run, "w:rPr", "w:caps")))
    if raised.strip() and raised != raised.upper():
        message = f"words in capitals are as they were typed: {quoted(raised.strip())}"
        yield changed(path, message, number, "type them in capitals, if they are to be so")


def _has_tab(paragraph: Element) -> bool:
    """Whether a tab stands between words; behind a typed number or bullet it does not."""
    text = ""
    for part in paragraph.iter():
        if part.tag == TAB and len(text.strip()) > LABEL:
            return True
        text += part.text or "" if part.tag == T else ""
    return False


def _signs(paragraph: Element, number: int, path: Path) -> Iterator[Diagnostic]:
    for sign in paragraph.iter(name("w:sym")):
        font, code = attribute(sign, "w:font"), attribute(sign, "w:char")
        hint = "type the sign itself in the brief, if it is not there"
        yield changed(path, f"a sign is number {code} of the font {font}", number, hint)


def _drawings(paragraph: Element, number: int, path: Path) -> Iterator[Diagnostic]:
    for drawing in (part for part in paragraph.iter() if part.tag in DRAWINGS):
        tags = {part.tag for part in drawing.iter()}
        if tags & PICTURES or BOX in tags:
            continue
        data = next(iter(drawing.iter(name("a:graphicData"))), None)
        kind = "" if data is None else data.get("uri", "").rpartition("/")[2]
        what = KNOWN_KINDS.get(kind, SHAPE)
        if drawing.tag == name("w:object"):
            what = "an embedded file"
        shown = [part.text or "" for part in drawing.iter() if part.tag in (T, name("a:t"))]
        shown += [part.get("string", "") for part in drawing.iter(name("v:textpath"))]
        words = " ".join(filter(None, shown))
        hint = "save it as a picture (SVG or PNG), put it beside the brief, and name it there"
        yield left_out(path, f"{what} is left out{f': {quoted(words)}' if words else ''}", number, hint)


def _breaks(tree: Element, path: Path) -> Iterator[Diagnostic]:
    pages = sum(attribute(each, "w:type") in ("page", "column") for each in tree.iter(name("w:br")))
    if pages:
        yield changed(path, f"page and column breaks are left out ({pages}): pages are filled by the program")
    sections = list(tree.iter(name("w:sectPr")))
    columns = any(attribute(child(each, "w:cols"), "w:num") not in ("", "1") for each in sections)
    if len(sections) > 1 or columns:
        yield changed(path, "sections and columns are left out: the theme has columns of its own")
