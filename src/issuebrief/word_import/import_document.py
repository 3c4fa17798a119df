"""Make a brief of a manuscript: the whole way, from a file to files.

In:  the path of a `.docx`, `.odt` or `.rtf` file, and what becomes of tracked changes and citations.
Out: `ImportedBrief`; where something is to be mended first, with problems and no files.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from issuebrief.file_access import read
from issuebrief.word_import.authors_notes import take_bios
from issuebrief.word_import.blocks import blocks_of, written_blocks
from issuebrief.word_import.captions import CaptionSearch, with_captions, with_figures
from issuebrief.word_import.cited_works import (
    REFERENCES,
    carried_counts,
    with_reference_list,
    without_keys,
    works_of,
)
from issuebrief.word_import.comparison import all_words, compared_words, counted_parts, told_differences
from issuebrief.word_import.compose import as_text, as_yaml, front_matter
from issuebrief.word_import.documents.comments import as_list
from issuebrief.word_import.documents.docx import read_docx
from issuebrief.word_import.documents.import_problems import (
    changed,
    failed,
    guessed,
    left_out,
    quoted,
)
from issuebrief.word_import.documents.import_record import RECORD, as_record
from issuebrief.word_import.documents.marks import unmarked
from issuebrief.word_import.documents.model import (
    BlockKind,
    Changes,
    ImportedBrief,
    SourceDocument,
    TextBlock,
    UnreadableDocument,
    WrittenFile,
)
from issuebrief.word_import.documents.odt import read_odt
from issuebrief.word_import.documents.package import AGAIN
from issuebrief.word_import.documents.pandoc import read_with_pandoc
from issuebrief.word_import.documents.template_marks import sample_text
from issuebrief.word_import.formulas import (
    apart_from_neighbours,
    told_equations,
    with_equation_names,
    without_formulas,
)
from issuebrief.word_import.gaps import fill_gaps, reminders, stated_language
from issuebrief.word_import.inlines import Gathering
from issuebrief.word_import.labelled_parts import take_labelled_parts
from issuebrief.word_import.opening import FrontFacts, take_opening
from issuebrief.word_import.outline import levelled, with_headings, with_styled_headings
from issuebrief.word_import.picture_files import picture_files
from issuebrief.word_import.pull_quotes import with_pull_quotes
from issuebrief.word_import.references import (
    named_places,
    settled_references,
    with_names,
    with_pictures,
    with_typed_references,
)
from issuebrief.word_import.word_counts import front_words, plain_text
from issuebrief.word_import.word_lists import nested_lists, typed_lists

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.word_import.documents.pandoc import PandocTree
    from issuebrief.word_import.references import NamedPlaces

MOST_BYTES = 200_000_000
METADATA = ("title", "subtitle", "author", "date", "abstract")
"""What Pandoc knows of a text apart from its paragraphs, in the order of a first page."""
COMMENTS = "comments.md"
BRIEF = "brief.md"


def import_document(
    path: Path, changes: Changes = Changes.ASK, *, cites_by_key: bool = True
) -> ImportedBrief:
    """Read a manuscript and make a brief of it; nothing is written.

    Works that a reference manager has put in are cited by their keys, unless its words are to stay.
    """
    try:
        content = read(path, (path.parent,), MOST_BYTES)
        document = _read(content, path, changes)
        if not cites_by_key:
            document = without_keys(document)
        if changes is Changes.ASK and document.changes:
            told = tuple(_open_changes(document, path))
            return ImportedBrief(path, problems=told, paragraphs=document.words)
        tree = read_with_pandoc(document.content, path.suffix.lower(), cites=document.cites)
        if document.cites and not works_of(tree.meta).keys:
            document = without_keys(document)
            tree = read_with_pandoc(document.content, path.suffix.lower())
    except UnreadableDocument as fault:
        return ImportedBrief(path, problems=(failed(fault.code, path, fault.reason, fault.hint),))
    except OSError as fault:
        reason = fault.strerror or str(fault)
        return ImportedBrief(
            path, problems=(failed("word.unreadable", path, f"it cannot be read: {reason}", ""),)
        )
    except RecursionError:
        problem = failed("word.too-large", path, "its elements are nested too deeply", AGAIN)
        return ImportedBrief(path, problems=(problem,))
    return _brief_of(path, document, tree)


def _read(content: bytes, path: Path, changes: Changes) -> SourceDocument:
    suffix = path.suffix.lower()
    if suffix == ".docx":
        return read_docx(content, path, changes)
    if suffix == ".odt":
        return read_odt(content, changes)
    if not content.startswith(b"{\\rtf"):
        raise UnreadableDocument("word.unreadable", "it is not an rtf file, whatever its name", AGAIN)
    return SourceDocument(content)


def _open_changes(document: SourceDocument, path: Path) -> list[Diagnostic]:
    hint = "accept or reject it in Word; or take all with --changes accept, or none with --changes reject"
    problems = []
    for change in document.changes:
        who = ", ".join(part for part in (change.author, change.date) if part)
        message = f"{change.kind}{f' by {who}' if who else ''}: {quoted(change.words)}"
        problems.append(failed("word.tracked-change", path, message, hint, change.paragraph))
    return problems


def _brief_of(path: Path, document: SourceDocument, tree: PandocTree) -> ImportedBrief:
    works = works_of(tree.meta)
    gathered = Gathering(path, document.pictures, works=works if document.cites else None)
    gathered.write_blocks = lambda blocks: written_blocks(blocks, gathered)
    blocks = [*_metadata(tree.meta, gathered), *blocks_of(tree.blocks, gathered)]
    blocks, told = _structured(blocks, document, gathered, facts := FrontFacts(), search := CaptionSearch())
    blocks = with_typed_references(blocks, gathered.notes, search, path)
    blocks = with_reference_list(blocks, document.listed)
    places = named_places(blocks, search.places, document.bookmarks)
    captions = {picture: block.caption for block in blocks for picture in block.pictures}
    plain_captions = {
        picture: unmarked(settled_references(text, places)) for picture, text in captions.items()
    }
    pictures = picture_files(gathered.pictures, tree.pictures, plain_captions, document.pictures, path)
    told += fill_gaps(facts, document, path)
    keys = _settled_keys(front_matter(facts, stated_language(document, path, told)), places)
    draft = as_text(blocks, gathered.notes, facts.bio_notes)
    settled_references(draft, places)  # so that it is known which headings are referred to
    places.gone.clear()
    draft = as_text(with_names(blocks, places), gathered.notes, facts.bio_notes)
    marked = apart_from_neighbours(with_pictures(settled_references(draft, places), pictures.named))
    body = unmarked(marked)
    told += [
        left_out(path, f"a link leads nowhere, its words are kept: {quoted(words)}")
        for words in set(places.dead)
    ]
    gone = [*facts.gone, *gathered.gone, *search.gone, *places.gone, *works.gone]
    gone += [document.words.get(number, "") for number in document.listed]
    read = [tree.blocks, *(tree.meta.get(key) for key in METADATA)]
    manuscript = document.words or {0: " ".join(all_words(read))}
    words, lost = compared_words(
        manuscript, f"{front_words(keys)}\n{plain_text(unmarked(without_formulas(marked)))}", gone, path
    )
    counts = [words, *counted_parts(carried_counts(document), gathered, len(pictures.named))]
    lost += told_differences(counts[1:], path)
    told += [*search.told, *facts.told, *gathered.told, *pictures.told, *reminders(blocks, path), *lost]
    told += [*works.told(path), *told_equations(gathered)]
    if "template" in document.properties:
        told += sample_text(document.paragraphs.values(), path)
    if works.number:
        keys["references"] = REFERENCES
    files = [WrittenFile(BRIEF, f"{as_yaml(keys)}\n{body}".encode()), *pictures.files.values()]
    if works.number:
        files.append(WrittenFile(REFERENCES, works.as_file()))
    if document.comments:
        files.append(WrittenFile(COMMENTS, as_list(document.comments, path.name).encode()))
        number = len(document.comments)
        told.append(changed(path, f"the comments are listed in {COMMENTS}, beside the brief: {number}"))
    problems = sorted([*document.problems, *told], key=lambda each: each.place.line if each.place else 0)
    if problems:
        files.append(WrittenFile(RECORD, as_record(problems, path.name).encode()))
    return ImportedBrief(path, tuple(files), tuple(problems), tuple(counts), document.words)


def _structured(
    blocks: list[TextBlock],
    document: SourceDocument,
    gathered: Gathering,
    facts: FrontFacts,
    search: CaptionSearch,
) -> tuple[list[TextBlock], list[Diagnostic]]:
    """The blocks of the text, with all that makes a brief of them."""
    path = gathered.path
    blocks = with_equation_names(blocks, gathered)
    styled = [_with_style(block, document) for block in blocks]
    blocks = take_opening(with_styled_headings(with_pull_quotes(styled)), facts, gathered.notes, path)
    blocks = with_figures(blocks, path)
    blocks, told = with_headings(blocks, document.paragraphs, document.body_size, path)
    blocks = take_labelled_parts(blocks, facts, path)
    blocks = take_bios(blocks, facts, path)
    blocks = with_captions(typed_lists(nested_lists(blocks)), path, search)
    blocks, more = levelled(blocks, path)
    told += more
    for block in blocks:
        if block.kind is BlockKind.LIST and block.name == "typed":
            told.append(
                guessed(path, f"typed bullets or numbers are a list: {quoted(block.plain)}", block.number)
            )
        elif block.kind is BlockKind.BOX_START:
            what = "a table of one cell" if block.name == "cell" else "a text box"
            told.append(guessed(path, f"{what} is a box where it is anchored", block.number))
        elif block.kind is BlockKind.QUOTE and not any(word in block.style for word in ("quot", "block")):
            told.append(
                guessed(path, f"an indented paragraph is a quotation: {quoted(block.plain)}", block.number)
            )
    return blocks, told


def _with_style(block: TextBlock, document: SourceDocument) -> TextBlock:
    known = document.paragraphs.get(block.number)
    return block if block.style or known is None else replace(block, style=known.style)


def _metadata(meta: dict[str, Any], gathered: Gathering) -> list[TextBlock]:
    """What Pandoc took for metadata, as the paragraphs that it was."""
    blocks: list[TextBlock] = []
    for style in METADATA:
        value = meta.get(style)
        for each in value["c"] if value and value["t"] == "MetaList" else [value] if value else []:
            tree = each["c"] if each["t"] == "MetaBlocks" else [{"t": "Para", "c": each["c"]}]
            blocks += blocks_of(tree, gathered, style)
    return blocks


def _settled_keys(value: Any, places: NamedPlaces) -> Any:
    """The front matter without marks."""
    if isinstance(value, dict):
        return {key: _settled_keys(inner, places) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_settled_keys(inner, places) for inner in value]
    return unmarked(settled_references(value, places)) if isinstance(value, str) else value
