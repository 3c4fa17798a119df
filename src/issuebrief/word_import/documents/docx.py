"""Read a docx file: all that it says, and a copy of it for Pandoc from which nothing is dropped.

In:  the bytes of the file, and what becomes of tracked changes.
Out: `SourceDocument`; raises `UnreadableDocument`.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.word_import.documents import annotate
from issuebrief.word_import.documents.comments import comments_in
from issuebrief.word_import.documents.docx_facts import (
    DocxTrees,
    bookmark_places,
    links_in,
    paragraphs_in,
    part_counts,
    stated_properties,
    words_in_paragraphs,
)
from issuebrief.word_import.documents.docx_losses import losses_of, outside_losses
from issuebrief.word_import.documents.fields import (
    bibliography_paragraphs,
    contents_paragraphs,
    has_citations,
    unwrap_simple_fields,
)
from issuebrief.word_import.documents.import_problems import changed, guessed, left_out, quoted
from issuebrief.word_import.documents.model import Changes, SourceDocument, SourcePicture, UnreadableDocument
from issuebrief.word_import.documents.ooxml import (
    BOX,
    P,
    R,
    attribute,
    child,
    is_on,
    parents_in,
    remove_where,
    style_of,
    text_of,
    written,
)
from issuebrief.word_import.documents.package import AGAIN, opened
from issuebrief.word_import.documents.styles import numbering_in, silent_numberings, styles_of
from issuebrief.word_import.documents.template_marks import take_instructions
from issuebrief.word_import.documents.tracked_changes import changes_in, resolve_changes
from issuebrief.word_import.documents.wrappers import complete_grids, spell_readings, take_out_wrappers

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.word_import.documents.package import Package

NOTES = ("footnotes", "endnotes")
SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
PROPERTIES = {"title", "creator", "modified", "created", "language", "keywords", "subject"}
ENGLISH = "en-GB"


def read_docx(content: bytes, path: Path, changes: Changes) -> SourceDocument:
    """All that a file says. Changes that are to be asked about are listed, and accepted for the rest."""
    package = opened(content)
    main = _main_part(package)
    text = package.tree(main)
    if text is None or child(text, "w:body") is None:
        raise UnreadableDocument("word.unreadable", "there is no text of Word in it", AGAIN)
    folder = posixpath.dirname(main)
    styles = styles_of(package.tree(f"{folder}/styles.xml"))
    found = {kind: package.tree(f"{folder}/{kind}.xml") for kind in NOTES}
    notes = {kind: tree for kind, tree in found.items() if tree is not None}
    for tree in (text, *notes.values()):
        annotate.choose_alternatives(tree)
    silent = silent_numberings(package.tree(f"{folder}/numbering.xml"))
    trees = DocxTrees(text, notes, _numbers(text), styles, silent)
    listed = [change for tree in (text, *notes.values()) for change in changes_in(tree, trees.numbers)]
    comments = comments_in(text, package.tree(f"{folder}/comments.xml"), trees.numbers)
    problems = [*outside_losses(package, folder, path), *_make_ready(trees, changes, path)]
    words = words_in_paragraphs(trees)
    paragraphs = {each.number: each for each in paragraphs_in(trees)}
    pictures, told = _annotate(trees, path)
    counts = part_counts(trees, len(pictures))
    listed_works = bibliography_paragraphs(trees.text)
    bookmarks = bookmark_places(trees)
    return SourceDocument(
        _copy(package, main, folder, trees),
        paragraphs,
        tuple(pictures),
        tuple(listed),
        tuple(comments),
        bookmarks,
        stated_properties(package, trees.styles),
        words,
        counts,
        styles.body_size,
        tuple(problems + told),
        any(has_citations(tree) for tree in (trees.text, *trees.notes.values())),
        tuple(trees.numbers.get(paragraph, 0) for paragraph in listed_works),
        links_in(listed_works),
    )


def _main_part(package: Package) -> str:
    """The name of the part with the text."""
    links = package.tree("_rels/.rels")
    for link in links if links is not None else ():
        if link.get("Type", "").endswith("/officeDocument"):
            return posixpath.normpath(link.get("Target", "")).lstrip("/")
    raise UnreadableDocument("word.unreadable", "it is a zip file, but not one of Word", AGAIN)


def _numbers(text: Element) -> dict[Element, int]:
    """The number of each paragraph; those in text boxes have that of the one they are anchored in."""
    boxed = {paragraph: box for box in text.iter(BOX) for paragraph in box.iter(P)}
    numbers: dict[Element, int] = {}
    count = 0
    for paragraph in text.iter(P):
        count += paragraph not in boxed
        numbers[paragraph] = count
    return numbers


def _make_ready(trees: DocxTrees, changes: Changes, path: Path) -> list[Diagnostic]:
    """Resolve changes, and take out what is not carried; what is told of it."""
    told: list[Diagnostic] = [*take_instructions(trees, path), *_heading_numbers(trees, path)]
    contents = set(contents_paragraphs(trees.text, trees.styles.names))
    if contents:
        first = min(trees.numbers.get(each, 0) for each in contents)
        told.append(left_out(path, "a table of contents is left out", first, "a brief has none"))
    parents = parents_in(trees.text)
    for paragraph in contents:
        parents[paragraph].remove(paragraph)
    for tree in (trees.text, *trees.notes.values()):
        resolve_changes(tree, changes)
        take_out_wrappers(tree)
        complete_grids(tree)
        for paragraph, reading in spell_readings(tree):
            message = f"a reading stands in brackets behind its word: {quoted(reading)}"
            hint = "<ruby>word<rt>reading</rt></ruby> sets it above the word"
            told.append(changed(path, message, trees.numbers.get(paragraph, 0), hint))
        soft = annotate.clean_text(tree)
        if soft:
            message = f"soft hyphens ({soft}) are taken out: words are hyphenated by language"
            told.append(changed(path, message))
        told += _hidden(tree, trees, path)
        told += losses_of(tree, trees.numbers, path)
    return told


def _heading_numbers(trees: DocxTrees, path: Path) -> list[Diagnostic]:
    """What is told where Word counts the headings."""
    for paragraph in trees.text.iter(P):
        style = style_of(paragraph)
        numbering = numbering_in(child(paragraph, "w:pPr")) or trees.styles.numbered.get(style, "")
        is_counted = numbering not in trees.silent
        if trees.styles.names.get(style, "").startswith("heading") and is_counted and text_of(paragraph):
            message = "the numbers that Word gives to headings are left out"
            hint = "type them before the headings, if the brief is to have them"
            return [left_out(path, message, trees.numbers.get(paragraph, 0), hint)]
    return []


def _hidden(tree: Element, trees: DocxTrees, path: Path) -> list[Diagnostic]:
    """Take out hidden words."""

    def is_hidden(element: Element) -> bool:
        if element.tag != R:
            return False
        style = attribute(child(element, "w:rPr", "w:rStyle"), "w:val")
        return is_on(child(element, "w:rPr", "w:vanish")) or style in trees.styles.hidden

    numbers = {run: trees.numbers.get(each, 0) for each in tree.iter(P) for run in each.iter(R)}
    removed = [run for run in remove_where(tree, is_hidden) if text_of(run).strip()]
    return [
        left_out(
            path,
            f"hidden text is left out: {quoted(text_of(run))}",
            numbers.get(run, 0),
            "show it in Word first if it belongs to the brief (Font, Hidden)",
        )
        for run in removed
    ]


def _annotate(trees: DocxTrees, path: Path) -> tuple[list[SourcePicture], list[Diagnostic]]:
    told: list[Diagnostic] = []
    every = (trees.text, *trees.notes.values())
    language = annotate.main_language(every, trees.styles.language or ENGLISH)
    trees.styles = replace(trees.styles, language=language)
    for tree in every:
        unwrap_simple_fields(tree)
        annotate.divide_equations(tree)
        annotate.strike_once(tree)
        for other, words in annotate.mark_languages(tree, language).items():
            message = f"words are marked as in the language {other}, as Word has it: {quoted(words)}"
            told.append(guessed(path, message, 0, "remove {lang=…} where that is wrong"))
    annotate.lift_boxes(trees.text)
    pictures = annotate.mark_pictures(trees.text, trees.numbers)
    for number, page in annotate.number_paragraphs(trees.text, trees.numbers):
        message = f"a reference to a page has the number that Word printed: {quoted(page)}"
        told.append(changed(path, message, number, "name a heading, a figure or a table instead of the page"))
    return pictures, told


def _copy(package: Package, main: str, folder: str, trees: DocxTrees) -> bytes:
    """The file for Pandoc: the parts that a text needs, and no other."""
    parts = {
        part: content
        for part, content in package.parts.items()
        if part.startswith(("_rels/", f"{folder}/media/", f"{folder}/_rels/", "media/"))
        or part in ("[Content_Types].xml", f"{folder}/styles.xml", f"{folder}/numbering.xml")
    }
    parts[main] = written(trees.text)
    parts |= {f"{folder}/{kind}.xml": written(tree) for kind, tree in trees.notes.items()}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return target.getvalue()
