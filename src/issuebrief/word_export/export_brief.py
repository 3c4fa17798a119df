"""Make a Word file of a brief, for its author.

In:  the job of a brief.
Out: an `Exported`: the bytes of a `.docx` file, and problems.

The text is as it was typed: quotation marks and dashes are not made nice, so that what comes back can be
compared with it. Notes are footnotes of Word, captions have the style of captions, the front matter has the
styles Title, Subtitle, Author, Date and Abstract. The brief itself travels inside the file.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import msgspec

from issuebrief.diagnostics.model import Diagnostic, SourceRange, error, has_errors, warning
from issuebrief.engine.lock import one_at_a_time
from issuebrief.file_access import read as read_file
from issuebrief.frontmatter.model import Niceties
from issuebrief.l10n import long_date, words
from issuebrief.markdown_body import inline, write_up
from issuebrief.markdown_body.source.html_tree import Element, parse, walk
from issuebrief.pipeline.set_pages import read_judged
from issuebrief.word_export.kept_brief import with_brief
from issuebrief.word_export.pandoc_tree import Exporter
from issuebrief.word_import.documents.model import UnreadableDocument
from issuebrief.word_import.documents.pandoc import tex_of, write_with_pandoc

if TYPE_CHECKING:
    from issuebrief.frontmatter.model import Brief
    from issuebrief.frontmatter.source import Source
    from issuebrief.job import Job
    from issuebrief.manuscript import Manuscript
    from issuebrief.markdown_body import Body

AS_TYPED = Niceties(quotes=False, dashes=False, spaces=False)
VERSION = [1, 23, 1]
"""The version of Pandoc's tree that is written."""
KINDS = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".svg": "image/svg+xml",
}
DPI = 220


@dataclass(frozen=True)
class Exported:
    """A Word file, empty where it cannot be made, and problems."""

    content: bytes
    problems: tuple[Diagnostic, ...]


@one_at_a_time
def export_docx(job: Job) -> Exported:
    """The Word file of a brief."""
    manuscript, problems = read_judged(job)
    if manuscript is None or has_errors(problems):
        return Exported(b"", problems)
    path = manuscript.source.path
    try:
        tree, left_out = document_tree(manuscript)
        content = write_with_pandoc(json.dumps(tree).encode())
    except UnreadableDocument as fault:
        return Exported(b"", (*problems, error(fault.code, str(fault), SourceRange(path), fault.hint)))
    told = tuple(
        warning(
            "word.left-out",
            f"the picture {name} is left out: Word cannot show it",
            SourceRange(path),
            "send it apart",
        )
        for name in left_out
    )
    return Exported(with_brief(content, manuscript.source.text), (*problems, *told))


def document_tree(manuscript: Manuscript) -> tuple[dict[str, Any], list[str]]:
    """The brief as Pandoc's tree, and the pictures that are not in it."""
    brief = msgspec.structs.replace(manuscript.brief, niceties=AS_TYPED)
    body, _ = write_up(manuscript.source, brief)
    root = parse(body.html)
    notes = {note.id: parse(note.html) for note in body.notes}
    pictures = _pictures([root, *notes.values()], manuscript.source)
    exporter = Exporter(notes, pictures)
    blocks = [
        *_before(brief, exporter, body),
        *exporter.blocks(root.children),
        *_behind(brief, exporter, body),
    ]
    meta = _meta(brief, exporter, body)
    if exporter.formulas:
        written = tex_of([each["c"][1] for each in exporter.formulas])
        for each, tex in zip(exporter.formulas, written, strict=True):
            each["c"][1] = tex
    return {"pandoc-api-version": VERSION, "meta": meta, "blocks": blocks}, exporter.left_out


def _meta(brief: Brief, exporter: Exporter, body: Body) -> dict[str, Any]:
    said: dict[str, Any] = {
        "title": {"t": "MetaInlines", "c": _field(brief.title, brief, exporter, body)},
        "author": {
            "t": "MetaList",
            "c": [
                {"t": "MetaInlines", "c": _field(author.name, brief, exporter, body)}
                for author in brief.authors
            ],
        },
        "date": {
            "t": "MetaInlines",
            "c": exporter.inlines(parse(long_date(brief.date, words(brief.lang, brief.labels))).children),
        },
        "lang": {"t": "MetaString", "c": brief.lang},
    }
    if brief.subtitle:
        said["subtitle"] = {"t": "MetaInlines", "c": _field(brief.subtitle, brief, exporter, body)}
    if brief.abstract:
        html = inline(brief.abstract, brief, marks=body.field_marks)
        said["abstract"] = {"t": "MetaBlocks", "c": exporter.blocks(parse(html).children)}
    return said


def _before(brief: Brief, exporter: Exporter, body: Body) -> list[Any]:
    """Key points and keywords, behind the labels by which they are known."""
    labels = words(brief.lang, brief.labels)
    found: list[Any] = []
    if brief.key_points:
        items = [[{"t": "Plain", "c": _field(point, brief, exporter, body)}] for point in brief.key_points]
        label = {"t": "Strong", "c": [{"t": "Str", "c": labels.key_points}]}
        found += [{"t": "Para", "c": [label]}, {"t": "BulletList", "c": items}]
    if brief.keywords:
        listed = f"{labels.keywords}: {'; '.join(brief.keywords)}"
        found.append({"t": "Para", "c": exporter.inlines(parse(listed).children)})
    return found


def _behind(brief: Brief, exporter: Exporter, body: Body) -> list[Any]:
    """The authors' notes on themselves, where each begins with the name."""
    bios = [(author.name, author.bio) for author in brief.authors if author.bio]
    if not bios:
        return []
    label = {"t": "Str", "c": "About the authors"}
    found: list[Any] = [{"t": "Header", "c": [1, ["", [], []], [label]]}]
    for _, bio in bios:
        found += exporter.blocks(parse(inline(bio, brief, marks=body.field_marks)).children)
    return found


def _field(text: str, brief: Brief, exporter: Exporter, body: Body) -> list[Any]:
    html = inline(str(text), brief, blocks=False, marks=body.field_marks)
    return exporter.inlines(parse(html).children)


def _pictures(trees: list[Element], brief: Source) -> dict[str, str]:
    """Pictures as addresses that hold them, by their addresses in the text."""
    found: dict[str, str] = {}
    for tree in trees:
        for each in walk(tree):
            source = each.attributes.get("src") or ""
            if each.tag == "img" and source and source not in found:
                found[source] = _address(source, brief)
    return found


def _address(source: str, brief: Source) -> str:
    """A picture as an address that holds it; nothing where it cannot be had or Word has no such pictures."""
    folder = brief.path.parent
    file = folder / unquote(source)
    kind = KINDS.get(file.suffix.lower())
    if kind is None:
        return ""
    try:
        content = brief.pictures.get(source) or read_file(file, (folder,))
    except (OSError, ValueError):
        return ""
    if kind == "image/svg+xml":
        from issuebrief.word_export.svg_pixels import as_png

        content, kind = as_png(content), "image/png"
    return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}" if content else ""
