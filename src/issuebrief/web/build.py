"""Deliver for the web: one HTML file that holds all it shows.

In:  a manuscript and the search path.
Out: the bytes of the page, the same for the same input, the files to copy beside it, and problems: raw HTML
     that a web page must not hold, a picture that cannot be had, a character that no face of the theme has.

    Body ─ clean ─> templates ─ pictures, notes, tables, margin ─> content ─ faces ─> style ─> page
"""

from __future__ import annotations

import os.path
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, SourceRange, error, has_errors
from issuebrief.file_access import MOST_TEXT, read
from issuebrief.frontmatter.keys.formats import from_right_to_left
from issuebrief.frontmatter.read import line_of_value
from issuebrief.html import make_page
from issuebrief.l10n import words
from issuebrief.markdown_body.normalise.allowed_html import SILENCED
from issuebrief.markdown_body.source.html_tree import Element, parse, serialise, walk
from issuebrief.metadata.field_words import licence_address
from issuebrief.preflight.told_already import ON_WEB
from issuebrief.preflight.wording.page_text import page_text
from issuebrief.preflight.wording.words import inspect_words
from issuebrief.template_problems import UNREADABLE
from issuebrief.theming.style_sheets import text_of
from issuebrief.web.csp import policy
from issuebrief.web.dom import (
    forget_lines,
    keep_order_of_foreign,
    let_formulas_scroll,
    let_tables_scroll,
    name_notes,
    say_alignment_in_classes,
    share_rules,
)
from issuebrief.web.fonts import WebFace, face_rules, faces_of
from issuebrief.web.formula_face import formula_face
from issuebrief.web.images import embed_pictures
from issuebrief.web.linked_files import LinkedCopy, link_files
from issuebrief.web.margin import set_margin
from issuebrief.web.meta_tags import card_tags, citation_tags, sharing_tags
from issuebrief.web.page_faces import page_faces
from issuebrief.web.sanitise import clean, left_out
from issuebrief.web.schema_org import linked_data
from issuebrief.web.scoped_ids import heading_ids, with_own_names
from issuebrief.web.stylesheet import squeezed, style, vain_imports
from issuebrief.web.superiors import mark_made
from issuebrief.web.svg_fonts import letter

if TYPE_CHECKING:
    from collections.abc import Callable

    from issuebrief.manuscript import Manuscript
    from issuebrief.markdown_body import Body
    from issuebrief.resources import SearchPath

Problems = tuple[Diagnostic, ...]

CONTENT, FRAME, SCRIPT = "web-content.html", "web.html", "web-notes.js"
"""The templates: what stands in the body, the page around it, and its script."""

CHARTS, PUBLISHING = "web/charts.css", "web/publishing.css"


@dataclass(frozen=True)
class WebPage:
    """The page as UTF-8, empty where a template is at fault; its problems; the files to copy beside it."""

    content: bytes
    problems: Problems
    copies: tuple[LinkedCopy, ...] = ()


def make(
    manuscript: Manuscript, search_path: SearchPath, *, allow_network: bool = False
) -> tuple[bytes, Problems]:
    """The page and its problems."""
    page = make_page_and_copies(manuscript, search_path, allow_network=allow_network)
    return page.content, page.problems


def content_of(
    manuscript: Manuscript, search_path: SearchPath, template: str = CONTENT
) -> tuple[str, Problems]:
    """What stands in the body of the page, before it is arranged for a browser."""
    fill, _, problems = _filler(manuscript, search_path)
    html, found = fill(template)
    return html, (*problems, *found)


def make_page_and_copies(
    manuscript: Manuscript,
    search_path: SearchPath,
    name: str = "",
    *,
    allow_network: bool = False,
    revised: Callable[[str], str] | None = None,
    own_style: str = "",
) -> WebPage:
    """The page, and what lies beside it; `name` is its file's, without the ending.

    Content that is `revised` says more than the brief does, so its words are not compared; `own_style` are
    further rules.
    """
    brief, theme = manuscript.brief, manuscript.theme
    fill, body, problems = _filler(manuscript, search_path)
    html, found = fill(CONTENT)
    problems += found
    if has_errors(found):
        return WebPage(b"", problems)
    html = revised(html) if revised else html
    content, rows = _arranged(parse(html), manuscript)
    copies = link_files(content, (source := manuscript.source.path).parent, name or source.stem)
    faces = faces_of(theme.rules.found, search_path.styles, theme.faces)
    mark_made(content, faces)
    sheet, found = _sheet(
        content,
        rows,
        style(theme, brief, search_path) + _of_some(manuscript, search_path) + own_style,
        manuscript,
        faces,
    )
    problems += (*found, *vain_imports(theme, search_path))
    fetch = from_network if allow_network else None
    lettered, logo = partial(letter, faces=faces), manuscript.logo
    problems += embed_pictures(content, manuscript.source, lettered, fetch=fetch, logo=logo)
    script, found = _script(search_path)
    page, of_frame = fill(
        FRAME,
        content=serialise(content.children),
        style=sheet,
        script=script,
        policy=policy(sheet, script),
        linked_data=linked_data(brief, body, manuscript.editions),
        licence=licence_address(brief),
        tags=citation_tags(brief, manuscript.works, manuscript.publishing),
        cards=card_tags(brief, manuscript.publishing),
        properties=sharing_tags(brief, manuscript.publishing),
    )
    if page and not revised:
        text = page_text(page.partition("<body")[2])
        problems += inspect_words(manuscript, [text], ON_WEB, left_out="|".join(SILENCED), told=problems)
    return WebPage(page.encode("utf-8"), (*problems, *found, *of_frame), copies)


def _of_some(manuscript: Manuscript, search_path: SearchPath) -> str:
    """The rules for what only some pages have: tables behind charts, the way to the page on a site."""
    names = ((CHARTS, manuscript.charts), (PUBLISHING, manuscript.publishing))
    sheets = (search_path.style(name) for name, is_there in names if is_there)
    return "".join(squeezed(text_of(sheet, search_path.styles)) for sheet in sheets if sheet)


def _filler(
    manuscript: Manuscript, search_path: SearchPath
) -> tuple[Callable[..., tuple[str, Problems]], Body, Problems]:
    """What fills a template for the web, the body without what does harm, and what was left out of it."""
    kept = heading_ids(manuscript.body.html)
    body, problems = _harmless(manuscript, kept)
    fill = partial(
        make_page,
        manuscript.brief,
        body,
        manuscript.theme,
        search_path,
        logo=manuscript.logo,
        clean=partial(_cleaned, kept=kept),
        line=line_of_value(manuscript.source),
        editions=manuscript.editions,
        on_web=True,
        publishing=manuscript.publishing,
    )
    return fill, body, problems


def _cleaned(html: str, kept: frozenset[str]) -> str:
    """HTML that does no harm, with ids that are no names, but for those that are `kept`."""
    return with_own_names(clean(html), kept)


def _harmless(manuscript: Manuscript, kept: frozenset[str]) -> tuple[Body, Problems]:
    """The body without what a page that is sent to others must not hold, and what that was."""
    body = manuscript.body
    problems = left_out((body.html, *(note.html for note in body.notes)), manuscript.source)
    notes = tuple(replace(note, html=_cleaned(note.html, kept)) for note in body.notes)
    return replace(body, html=_cleaned(body.html, kept), notes=notes), problems


def _arranged(root: Element, manuscript: Manuscript) -> tuple[Element, str]:
    """What stands in the page's body, arranged for a browser, and the rules for the spots in the margin."""
    labels = words(manuscript.brief.lang, manuscript.brief.labels)
    name_notes(root, labels)
    say_alignment_in_classes(root)
    forget_lines(root)
    let_tables_scroll(root, labels)
    let_formulas_scroll(root)
    if manuscript.charts:
        from issuebrief.web.chart_tables import add_chart_tables

        add_chart_tables(root, manuscript.charts, manuscript.brief.lang)
    if from_right_to_left(manuscript.brief.lang):
        keep_order_of_foreign(root)
    holder = next((found for found in walk(root) if found.attributes.get("id") == "text"), Element(""))
    return root, set_margin(holder) + share_rules(root)


def from_network(url: str) -> bytes:
    """A picture that lies on the network; for builds that may get it."""
    from issuebrief.engine.fetcher import ConfinedFetcher

    return bytes(ConfinedFetcher((), True).fetch(url).read())


def _sheet(
    content: Element, rows: str, rules: str, manuscript: Manuscript, faces: tuple[WebFace, ...]
) -> tuple[str, Problems]:
    """The style sheet with its fonts, cut down to the letters that the content sets in each."""
    shares, problems = page_faces(content, rules, manuscript, faces)
    return (face_rules(shares) + formula_face(content) + rules + rows).replace("</", "<\\/"), problems


def _script(search_path: SearchPath) -> tuple[str, Problems]:
    """The script that opens notes in place, from the first folder of templates that has it."""
    paths = [folder / SCRIPT for folder in search_path.templates]
    path = next((path for path in paths if os.path.lexists(path)), None)
    if path is None:
        folders = ", ".join(str(folder) for folder in search_path.templates)
        return "", (
            error(
                "template.missing",
                f"there is no “{SCRIPT}”",
                SourceRange(paths[-1]),
                f"it was looked for in {folders}",
            ),
        )
    try:
        text = read(path, search_path.templates, MOST_TEXT).decode("utf-8", "replace")
    except OSError as fault:
        message = f"the template {SCRIPT} cannot be read: {fault.strerror or fault}"
        return "", (error("template.unreadable", message, SourceRange(path), UNREADABLE),)
    return text.strip().replace("</", "<\\/"), ()
