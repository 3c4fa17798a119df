"""Give pictures and tables their captions and sources.

In:  the blocks of a text, in which captions are paragraphs.
Out: the same, with figures and tables that have a name, a caption and a source. What was typed before a
     caption, such as “Table 1.”, goes: numbers are counted.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from issuebrief.markdown_body.typography.caption_words import FIGURES, SOURCES, TABLES, numbered, unnumbered
from issuebrief.word_import.documents.import_problems import changed, guessed, quoted
from issuebrief.word_import.documents.model import BlockKind, TextBlock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic

LONGEST = 600
"""Characters of the longest caption."""
SHORT = 160
SOURCE = re.compile(rf"(?:{'|'.join(SOURCES)})s?\s?[:：]\s*", re.IGNORECASE)
NUMBER = re.compile(r"\d+")
BARE = re.compile(r"([^\W\d_]+)\s?:\s+")
SHOWN = re.compile("\ue0fa\\d+\ue0fb")
PREFIX = {BlockKind.FIGURE: "fig", BlockKind.TABLE: "tab"}


@dataclass
class CaptionSearch:
    """What is gathered while captions are looked for: the words that are gone with the typed labels."""

    told: list[Diagnostic] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    places: dict[int, str] = field(default_factory=dict)
    """The names of figures and tables, by the paragraphs of their captions."""
    typed: dict[tuple[str, str], str] = field(default_factory=dict)
    """The same by what was typed before a caption: the kind and the number."""


def with_figures(blocks: Sequence[TextBlock], path: Path) -> list[TextBlock]:
    """The blocks with paragraphs of pictures as figures; words in the same paragraph follow them."""
    found: list[TextBlock] = []
    for block in blocks:
        movable = block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
        if not block.pictures or not movable:
            found.append(block)
            continue
        pictures = " ".join(SHOWN.findall(block.text))
        words = re.sub(" {2,}", " ", SHOWN.sub("", block.text)).strip()
        figure = replace(block, kind=BlockKind.FIGURE, text=pictures, plain="", level=0)
        found.append(figure)
        if words.strip("* \n"):
            found.append(replace(block, text=words, pictures=()))
    return found


def with_captions(blocks: Sequence[TextBlock], path: Path, search: CaptionSearch) -> list[TextBlock]:
    """The blocks with captions in their figures and tables."""
    taken: dict[int, TextBlock] = {}
    gone: set[int] = set()
    counts: Counter[BlockKind] = Counter()
    for place, block in enumerate(blocks):
        if block.kind not in PREFIX:
            continue
        caption, label, used = _caption_of(blocks, place, gone)
        gone.update(used)
        last = max([place, *used])
        source = ""
        if last + 1 < len(blocks) and _is_source(blocks[last + 1]):
            source = blocks[last + 1].text
            gone.add(last + 1)
        name = ""
        if caption:
            counts[block.kind] += 1
            name = f"{PREFIX[block.kind]}-{counts[block.kind]}"
            search.gone.append(label)
            if typed := NUMBER.search(label):
                search.typed.setdefault((PREFIX[block.kind], typed[0]), name)
            search.places |= {blocks[other].number: name for other in (place, *used)}
            _tell_number(label, counts[block.kind], blocks[used[0]], path, search)
        taken[place] = replace(block, caption=caption, source=source, name=name)
    return [taken.get(place, block) for place, block in enumerate(blocks) if place not in gone]


def _caption_of(blocks: Sequence[TextBlock], place: int, gone: set[int]) -> tuple[str, str, tuple[int, ...]]:
    """A caption, what was typed before it, and the places of both; a label may stand on a line of its own."""
    for other in _caption_places(blocks, place, gone):
        caption, label = _split(blocks[other], blocks[place].kind)
        if caption:
            return caption, label, (other,)
        behind = other + 1
        if behind < len(blocks) and behind not in gone and _is_short(blocks[behind]):
            return blocks[behind].text, label, (other, behind)
    return "", "", ()


def _caption_places(blocks: Sequence[TextBlock], place: int, gone: set[int]) -> list[int]:
    """Where a caption stands: that of a table first before it, that of a figure first behind it."""
    kind = blocks[place].kind
    order: tuple[int, ...] = (place - 1, place + 1) if kind is BlockKind.TABLE else (place + 1, place - 1)
    if kind is BlockKind.TABLE and place >= 2 and _is_short(blocks[place - 1]):
        order = (place - 1, place - 2, place + 1)
    for other in order:
        if not 0 <= other < len(blocks) or other in gone:
            continue
        if is_caption(blocks[other], kind):
            label_alone = other == place - 2
            if not label_alone or not _split(blocks[other], kind)[0]:
                return [other]
    return []


def is_caption(block: TextBlock, kind: BlockKind) -> bool:
    """Whether a paragraph begins like the caption of a figure or a table, or has the style of one."""
    if block.kind is not BlockKind.PARAGRAPH or block.pictures or len(block.plain) > LONGEST:
        return False
    words, others = (TABLES, FIGURES) if kind is BlockKind.TABLE else (FIGURES, TABLES)
    if numbered(block.plain, words) or _bare_label(block.plain, kind):
        return True
    return "caption" in block.style and not numbered(block.plain, others)


def _bare_label(plain: str, kind: BlockKind) -> int:
    """Where the words begin behind a label without a number, such as “Table:”; 0 where there is none."""
    if kind is BlockKind.FIGURE:
        return unnumbered(plain)
    found = BARE.match(plain)
    return found.end() if found and found[1].casefold() in TABLES else 0


def _is_short(block: TextBlock) -> bool:
    return block.kind is BlockKind.PARAGRAPH and not block.pictures and 0 < len(block.plain) <= SHORT


def _is_source(block: TextBlock) -> bool:
    found = block.kind is BlockKind.PARAGRAPH and len(block.plain) <= LONGEST
    return found and bool(SOURCE.match(block.plain))


def _split(block: TextBlock, kind: BlockKind) -> tuple[str, str]:
    """A caption as Markdown without what was typed before it, and that."""
    text = block.text.replace("**", "").replace("  \n", " ")
    plain = text.replace("*", "")
    words = TABLES if kind is BlockKind.TABLE else FIGURES
    found = numbered(plain, words)
    end = found.end() if found else _bare_label(plain, kind)
    kept, stars, count = text, 0, 0
    for place, sign in enumerate(text):
        if count == end:
            kept = text[place:]
            break
        stars += sign == "*"
        count += sign != "*"
    else:
        kept = "" if end else text
    if stars % 2:
        kept = kept[1:] if kept.startswith("*") else f"*{kept}"
    return kept.strip(), plain[:end]


def _tell_number(label: str, count: int, block: TextBlock, path: Path, search: CaptionSearch) -> None:
    typed = NUMBER.search(label)
    if not label:
        message = f"a paragraph is taken for a caption, by its style: {quoted(block.plain)}"
        search.told.append(guessed(path, message, block.number))
    elif typed and int(typed[0]) != count:
        message = f"{label.strip(' .:')} is number {count} in the brief: {quoted(block.plain)}"
        hint = "see that the text names it by that number"
        search.told.append(changed(path, message, block.number, hint))
