"""Markdown of other programs, written as briefs have it.

In:  the manuscript as it was typed.
Out: the manuscript in which Pandoc's lists (`a)`, `(1)`, `#.`) and definitions (`~`), the boxes of MkDocs,
     tables with tabs and the references of Quarto and of pandoc-crossref are written like a brief's own;
     spaces and quotation marks in addresses are encoded, and blocks of HTML say that Markdown stands in
     them; its places are still those of the file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.blocks.box_openings import kind_of
from issuebrief.markdown_body.lists.lettered_lists import find_lettered
from issuebrief.markdown_body.lists.unspaced_items import unspaced_items
from issuebrief.markdown_body.normalise.blanks_at_beginnings import blanks_at_beginnings
from issuebrief.markdown_body.normalise.blocks_at_beginnings import blocks_at_beginnings
from issuebrief.markdown_body.normalise.emphasised_blocks import emphasised_blocks
from issuebrief.markdown_body.normalise.inner_boxes import inner_boxes
from issuebrief.markdown_body.normalise.lazy_quotations import fenced_pull_quotes, lazy_lines
from issuebrief.markdown_body.normalise.linked_notes import linked_notes
from issuebrief.markdown_body.normalise.lists_above_blocks import lists_above_blocks
from issuebrief.markdown_body.normalise.markdown_in_html import find_in_html
from issuebrief.markdown_body.normalise.note_headings import note_headings
from issuebrief.markdown_body.normalise.spaced_bold import spaces_of_bold
from issuebrief.markdown_body.source.html_tree import names
from issuebrief.markdown_body.source.markdown_source import MarkdownSource, Substitution
from issuebrief.markdown_body.tables.tab_tables import tab_tables

if TYPE_CHECKING:
    from collections.abc import Iterator

DEFINITION = re.compile(r"(?<=[^\s~])(?:\n[ \t]*)?\n {0,3}(~)(?=[ \t]+[^\s\d])(?![^\n]*~[ \t]*$)")
COUNTED = re.compile(r"^(?P<blanks>[ \t]*)(?P<sign>#\.)(?=[ \t]+\S)", re.MULTILINE)
BOX = re.compile(
    r"^(?:!!!|\?\?\?\+?)[ \t]+(?P<name>[A-Za-z][\w-]*)(?:[ \t]+\"(?P<title>[^\"\n]*)\")?"
    r"(?:[ \t]*(?P<attributes>\{[^{}\n]*\}))?[ \t]*$"
    r"(?P<text>(?:\n(?: {4}|\t)[^\n]*|\n[ \t]*(?=\n))+)",
    re.MULTILINE,
)
INDENT = re.compile(r"^(?: {4}|\t)", re.MULTILINE)
OF_MKDOCS = names("abstract summary success question failure bug example quote")
"""Names of boxes in MkDocs that a brief has no label for; they are labelled with their names."""

REFERENCE = re.compile(
    r"(?<![\w@./\\\[-])(?P<open>\[?)@(?P<name>(?:fig|tbl|tab|sec)[:-][A-Za-z](?:[\w:-]*\w)?)(?P<close>\]?)(?![\w(\[])"
)


COLON = re.compile(r"^ {0,3}\[\^[^\[\]\n]+\]([ \t]+):[ \t]", re.MULTILINE)
SPACED_NAME = re.compile(r"\]\(#([^()<>\"'\n]*[ \t][^()<>\"'\n]*)\)")
ADDRESS = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\n?[ \t]*<([^<>\n]*)>", re.MULTILINE)
"""An address that is defined in angle brackets, in which spaces may stand (CommonMark 0.31, 4.7)."""

DEFINED = re.compile(r"^ {0,3}\[(?!\^)([^\]\n]+)\]:", re.MULTILINE)
BESIDE = re.compile(r"(?<![\]!])\[(?P<one>[^\[\]\n]+)\](?P<space> )(?=\[(?P<other>[^\[\]\n]+)\](?![(:]))")
"""Two links by the names of their addresses, with a space between them (CommonMark 0.31, 6.3)."""

NAMED = re.compile(r"\[(?P<words>[^\[\]\n]*)\](?P<sign>\[(?P<name>[^\[\]\n^]*)\])(?=\{)")
ADDRESSED = re.compile(
    r"^ {0,3}\[(?P<name>[^\^\]\n][^\]\n]*)\]:[ \t]*\n?[ \t]*(?P<address><[^<>\n]*>|[^\s<>]+)"
    r"(?:[ \t]*\n?[ \t]+(?P<title>\"[^\"\n]*\"|'[^'\"\n]*'|\([^()\"\n]*\)))?[ \t]*$",
    re.MULTILINE,
)
"""An address with its name and its title (CommonMark 0.31, 4.7)."""

QUOTED = re.compile(r"\]\(([^\s()<>\"]+\"[^\s()<>]*)\)")


def as_briefs_have_it(manuscript: MarkdownSource) -> MarkdownSource:
    """The manuscript with what is known of other programs in the form of a brief."""
    manuscript = manuscript.with_cuts(list(blanks_at_beginnings(manuscript)))
    manuscript = manuscript.with_cuts([*lists_above_blocks(manuscript), *linked_notes(manuscript)])
    manuscript = manuscript.with_cuts(list(note_headings(manuscript)))
    manuscript = manuscript.with_cuts(list(spaces_of_bold(manuscript)))
    manuscript = manuscript.with_cuts([*lazy_lines(manuscript), *fenced_pull_quotes(manuscript)])
    manuscript = manuscript.with_cuts(list(blocks_at_beginnings(manuscript)))
    manuscript = manuscript.with_cuts(list(emphasised_blocks(manuscript)))
    manuscript = manuscript.with_cuts(list(inner_boxes(manuscript)))
    cuts = [
        *find_lettered(manuscript),
        *unspaced_items(manuscript),
        *_definitions(manuscript),
        *_counted(manuscript),
        *_boxes(manuscript),
        *_references(manuscript),
        *_spaced_addresses(manuscript),
        *_quoted_addresses(manuscript),
        *find_in_html(manuscript),
        *tab_tables(manuscript)[0],
        *_colons_of_notes(manuscript),
        *_spaced_names(manuscript),
        *_neighbours(manuscript),
        *_named_before_braces(manuscript),
    ]
    return manuscript.with_cuts(cuts)


def _colons_of_notes(manuscript: MarkdownSource) -> Iterator[Substitution]:
    """Colons behind the names of notes, which a space parts from them."""
    for match in COLON.finditer(manuscript.masked) if "[^" in manuscript.masked else ():
        yield Substitution(match.start(1), match.end(1), "")


def _spaced_names(manuscript: MarkdownSource) -> Iterator[Substitution]:
    """Spaces in the names of headings that links lead to."""
    for match in SPACED_NAME.finditer(manuscript.masked) if "](#" in manuscript.masked else ():
        for blank in re.finditer(r"[ \t]+", match[1].rstrip()):
            yield Substitution(match.start(1) + blank.start(), match.start(1) + blank.end(), "-")


def _neighbours(manuscript: MarkdownSource) -> Iterator[Substitution]:
    """Brackets that part two links beside each other, which would be read as one and its address."""
    found = list(BESIDE.finditer(manuscript.masked)) if "] [" in manuscript.masked else []
    names = {name.casefold() for name in DEFINED.findall(manuscript.masked)} if found else set()
    for match in found:
        if {match["one"].casefold(), match["other"].casefold()} <= names:
            yield Substitution(match.start("space"), match.start("space"), "[]")


def _named_before_braces(manuscript: MarkdownSource) -> Iterator[Substitution]:
    """The addresses of pictures and links that have a name and braces: `![…][name]{width=50%}`."""
    found = list(NAMED.finditer(manuscript.masked)) if "]{" in manuscript.masked else []
    known = {each["name"].casefold(): each for each in ADDRESSED.finditer(manuscript.masked)} if found else {}
    for match in found:
        if defined := known.get((match["name"] or match["words"]).casefold()):
            title = f' "{defined["title"][1:-1]}"' if defined["title"] else ""
            yield Substitution(*match.span("sign"), f"({defined['address']}{title})")


def with_html_read(manuscript: MarkdownSource) -> MarkdownSource:
    """The manuscript of a field, its boxes as briefs have them; HTML says that Markdown stands in it."""
    manuscript = manuscript.with_cuts(list(blanks_at_beginnings(manuscript)))
    manuscript = manuscript.with_cuts(list(blocks_at_beginnings(manuscript)))
    manuscript = manuscript.with_cuts([*inner_boxes(manuscript), *_boxes(manuscript)])
    return manuscript.with_cuts(list(find_in_html(manuscript)))


def _definitions(manuscript: MarkdownSource) -> Iterator[Substitution]:
    if "~" in manuscript.masked:
        for match in DEFINITION.finditer(manuscript.masked):
            term = manuscript.masked.rfind("\n", 0, match.start()) + 1
            # Verse, with a stroke before each line, is no term.
            if manuscript.masked[term] != "|":
                yield Substitution(match.start(1), match.end(1), ":")


def _counted(manuscript: MarkdownSource) -> Iterator[Substitution]:
    """Items that are to be counted; a single one may be anything."""
    text = manuscript.masked
    found = list(COUNTED.finditer(text)) if "#." in text else []
    counts: dict[int, int] = {}
    end = 0
    for match in found if len(found) > 1 else ():
        indent = len(match["blanks"].expandtabs(4))
        between = [line for line in text[end : match.start()].split("\n")[1:] if line.strip()]
        outermost = min((len(line) - len(line.lstrip()) for line in between), default=indent + 1)
        # What is less indented, or stands beside the items, ends their list.
        counts = {at: count for at, count in counts.items() if at <= indent and at < outermost}
        counts[indent] = counts.get(indent, 0) + 1
        end = match.end()
        yield Substitution(match.start("sign"), match.end("sign"), f"{counts[indent]}.")


def _boxes(manuscript: MarkdownSource) -> Iterator[Substitution]:
    found = BOX.finditer(manuscript.masked) if re.search(r"!!!|\?\?\?", manuscript.masked) else ()
    for match in found:
        name = match["name"].lower()
        label = "" if kind_of(name) else name.capitalize()
        if label and name not in OF_MKDOCS:
            continue
        title = manuscript.text[match.start("title") : match.end("title")] if match["title"] else label
        box = f"::: {'box' if label else name} {title} {match['attributes'] or ''}".rstrip()
        yield Substitution(match.start(), match.start("text"), f"\n{box}\n")
        for line in INDENT.finditer(manuscript.text, match.start("text"), match.end("text")):
            yield Substitution(line.start(), line.end(), "")
        yield Substitution(match.end(), match.end(), "\n\n:::\n")


def _references(manuscript: MarkdownSource) -> Iterator[Substitution]:
    """References to what has that name in the brief; others are told of as they are."""
    if "@" not in manuscript.masked:
        return
    for match in REFERENCE.finditer(manuscript.masked):
        named = re.search(rf"[{{\s]#{re.escape(match['name'])}(?=[\s}}])", manuscript.masked)
        if named and bool(match["open"]) == bool(match["close"]):
            yield Substitution(match.start(), match.end(), f"[](#{match['name']})")


def _quoted_addresses(manuscript: MarkdownSource) -> Iterator[Substitution]:
    """Quotation marks within an address begin no title: that has a space before it."""
    for match in QUOTED.finditer(manuscript.masked) if '"' in manuscript.masked else ():
        for mark in re.finditer('"', match[1]):
            start = match.start(1) + mark.start()
            yield Substitution(start, start + 1, "%22")


def _spaced_addresses(manuscript: MarkdownSource) -> Iterator[Substitution]:
    for match in ADDRESS.finditer(manuscript.masked) if "]:" in manuscript.masked else ():
        for blank in re.finditer("[ \t]", match[1]):
            start = match.start(1) + blank.start()
            yield Substitution(start, start + 1, "%20")
