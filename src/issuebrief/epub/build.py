"""Deliver for reading programs: one EPUB 3.3 file.

In:  a manuscript, the search path and the pages of the PDF.
Out: the bytes of the file, the same for the same input, and problems: those of its pictures, its faces, and
     raw HTML that it must not hold, as on the web page.

    content ─ pictures, notes, page marks ─> documents ─┐
    theme ─ faces, style ───────────────────────────────┴─ package, contents ─> archive
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import has_errors
from issuebrief.epub.archive import archive
from issuebrief.epub.documents import KINDS, documents_of
from issuebrief.epub.navigation import navigation
from issuebrief.epub.package import PackageContents, package
from issuebrief.epub.page_marks import mark_pages, page_starts
from issuebrief.epub.resources import fonts_as_files, pictures_in
from issuebrief.epub.style import book_style
from issuebrief.epub.xhtml import page
from issuebrief.frontmatter.keys.formats import from_right_to_left
from issuebrief.l10n import words
from issuebrief.markdown_body import plain
from issuebrief.markdown_body.source.html_tree import parse
from issuebrief.web.build import content_of, from_network
from issuebrief.web.dom import forget_lines, keep_order_of_foreign, name_notes, say_alignment_in_classes
from issuebrief.web.fonts import cut_down, face_rules, faces_of
from issuebrief.web.images import embed_pictures
from issuebrief.web.page_faces import page_faces
from issuebrief.web.superiors import mark_made
from issuebrief.web.svg_fonts import letter
from issuebrief.web.woff2 import pack

if TYPE_CHECKING:
    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.engine.pages import Pages
    from issuebrief.epub.page_marks import PageStart
    from issuebrief.manuscript import Manuscript
    from issuebrief.markdown_body.source.html_tree import Element
    from issuebrief.resources import SearchPath

CONTENT = "epub-content.html"


def make(
    manuscript: Manuscript,
    search_path: SearchPath,
    pages: Pages | None = None,
    *,
    allow_network: bool = False,
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The file and its problems; without `pages` it has no list of them."""
    html, problems = content_of(manuscript, search_path, CONTENT)
    if has_errors(problems):
        return b"", problems
    content = parse(html)
    _arrange(content, manuscript)
    theme, brief = manuscript.theme, manuscript.brief
    faces = faces_of(theme.rules.found, search_path.styles, theme.faces)
    mark_made(content, faces)
    rules = book_style(theme, brief, search_path)
    shares, found = page_faces(content, rules, manuscript, faces)
    problems += found
    fonts = fonts_as_files(pack(cut_down(face, share)) for face, share in shares.items())
    lettered, fetch = partial(letter, faces=faces), from_network if allow_network else None
    problems += embed_pictures(content, manuscript.source, lettered, fetch=fetch, logo=manuscript.logo)
    pictures = pictures_in(content)
    documents = documents_of(content)
    marks = mark_pages(documents, _starts(pages))
    for document in documents:
        forget_lines(document.root)
    resources = (*pictures, *fonts)
    title, is_turned = plain(brief.title, brief), from_right_to_left(brief.lang)
    sheet = face_rules(shares, [font.name for font in fonts]) + rules
    contents = PackageContents(documents, resources, len(marks))
    as_page = partial(page, lang=brief.lang, is_turned=is_turned)
    files = [
        ("package.opf", package(brief, contents)),
        ("nav.xhtml", as_page(title, navigation(documents, marks, title))),
        *((each.file, as_page(title, [each.root], kind=KINDS.get(each.name, ""))) for each in documents),
        ("style.css", sheet),
    ]
    written = [(name, text.encode("utf-8")) for name, text in files]
    return archive([*written, *((each.name, each.content) for each in resources)]), problems


def _arrange(content: Element, manuscript: Manuscript) -> None:
    labels = words(manuscript.brief.lang, manuscript.brief.labels)
    name_notes(content, labels)
    say_alignment_in_classes(content)
    if manuscript.charts:
        from issuebrief.web.chart_tables import add_chart_tables

        add_chart_tables(content, manuscript.charts, manuscript.brief.lang, downloads=False)
    if from_right_to_left(manuscript.brief.lang):
        keep_order_of_foreign(content)


def _starts(pages: Pages | None) -> list[PageStart]:
    if pages is None:
        return []
    from issuebrief.layout.inspect.collect import find_facts

    return list(page_starts(find_facts(pages)))
