"""Write the brief: front matter as YAML, and the text.

In:  facts and blocks.
Out: the text of a `brief.md`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from issuebrief.word_import.documents.marks import FORMULA
from issuebrief.word_import.documents.model import BlockKind, TextBlock
from issuebrief.word_import.escaping import as_paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.word_import.opening import FrontFacts

WIDTH = 100


def front_matter(facts: FrontFacts, language: str) -> dict[str, Any]:
    """The keys of the front matter, without those that nothing is known of."""
    keys: dict[str, Any] = {
        "title": _line(facts.title),
        "subtitle": _line(facts.subtitle),
        "date": facts.date,
        "lang": language,
        "authors": [_author(author) for author in facts.authors],
        "abstract": "\n\n".join(facts.abstract),
        "key_points": facts.key_points,
        "keywords": [_line(word) for word in facts.keywords],
    }
    return {key: value for key, value in keys.items() if value}


def _author(author: dict[str, str]) -> dict[str, str]:
    return {key: value if key == "bio" else _line(value) for key, value in author.items()}


def _line(text: str) -> str:
    parts = text.split(FORMULA)
    parts[::2] = [part.replace("**", "").replace("\\", "") for part in parts[::2]]
    return " ".join(FORMULA.join(parts).split())


def as_yaml(keys: dict[str, Any]) -> str:
    """The front matter with its lines of hyphens."""
    import yaml

    class Dumper(yaml.SafeDumper):
        """Writes long texts as blocks, which are easier to edit than text in quotation marks."""

    def block(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
        style = ">" if len(text) > WIDTH or "\n" in text else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)

    Dumper.add_representer(str, block)
    text = yaml.dump(keys, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)
    return f"---\n{text}---\n"


def as_text(blocks: Sequence[TextBlock], notes: Sequence[str], unused: Sequence[int]) -> str:
    """The text of the brief, with its notes at the end."""
    parts: list[str] = []
    before: TextBlock | None = None
    place = 0
    while place < len(blocks):
        block = blocks[place]
        if block.kind is BlockKind.BOX_START:
            text, place = _box(blocks, place)
        else:
            text = _block(block)
            place += 1
        if before is not None and before.kind is block.kind is BlockKind.LIST:
            parts.append(SEPARATION)
        if text.strip():
            parts.append(text)
        before = block
    definitions = [
        f"[^n{number}]: " + note.replace("\n", "\n    ").replace("\n    \n", "\n\n")
        for number, note in enumerate(notes, 1)
        if number not in unused
    ]
    return "\n\n".join([*parts, *definitions]) + "\n"


SEPARATION = "<!-- -->"
"""Keeps two lists apart that follow each other."""


def _box(blocks: Sequence[TextBlock], place: int) -> tuple[str, int]:
    """A box, and where what follows it begins. Its first line is its title, where that is bold."""
    inner: list[str] = []
    title = ""
    place += 1
    while place < len(blocks) and blocks[place].kind is not BlockKind.BOX_END:
        block = blocks[place]
        if block.kind is BlockKind.BOX_START:
            text, place = _box(blocks, place)
            inner.append(text)
            continue
        is_line = block.kind is BlockKind.HEADING or (block.is_bold and block.kind is BlockKind.PARAGRAPH)
        if is_line and not inner and not title and len(block.plain) < WIDTH and "[^" not in block.text:
            title = block.text.replace("**", "").replace("  \n", " ")
        else:
            inner.append(_block(block))
        place += 1
    if not inner and title:
        inner, title = [title], ""
    colons = ":" * (4 if any(text.startswith(":::") for text in inner) else 3)
    if not inner:
        return "", place + 1
    return f"{colons} box{f' {title}' if title else ''}\n" + "\n\n".join(inner) + f"\n{colons}", place + 1


def _block(block: TextBlock) -> str:
    if block.kind is BlockKind.HEADING:
        name = f" {{#{block.name}}}" if block.name.startswith("sec-") else ""
        return f"{'#' * max(block.level, 2)} {block.text}{name}"
    if block.kind is BlockKind.PARAGRAPH:
        return as_paragraph(block.text)
    if block.kind is BlockKind.FIGURE:
        return _figure(block)
    if block.kind is BlockKind.TABLE:
        return _table(block)
    return block.text


def _figure(block: TextBlock) -> str:
    name = f"{{#{block.name}}}" if block.name else ""
    if len(block.pictures) > 1:
        caption = f"\n{block.caption} {name}".rstrip() if block.caption else ""
        return block.text + caption + (f"\n\n{block.source}" if block.source else "")
    lines = [f"{block.text}{name}"]
    if block.caption:
        lines.append(f":   {block.caption}")
        lines += [f"    {block.source}"] if block.source else []
    elif block.source:
        lines.append(f":   {block.source}")
    return "\n".join(lines)


def _table(block: TextBlock) -> str:
    lines = [block.text]
    if block.caption:
        lines += ["", f"Table: {block.caption} {{#{block.name}}}"]
        lines += [block.source] if block.source else []
    elif block.source:
        lines += ["", block.source]
    return "\n".join(lines)
