"""The numbers of lists.

In:  how a list counts, and paragraphs that look like the entries of one.
Out: labels as the brief types them; paragraphs with typed bullets and numbers as lists.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.word_import.documents.model import BlockKind, TextBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

ENDS = {"Period": "{}.", "OneParen": "{})", "TwoParens": "({})"}
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
LETTERS = 26

BULLET = re.compile(r"(?:\\?[•·▪◦‣●○■□➢✓\uf0b7\uf0a7\uf0d8\uf0fc*–—-]|o(?=\s\s|\t))[ \t\u00a0]+(?=\S)")
NUMBER = re.compile(
    r"(\d{1,3}|[a-z]|[ivx]{1,5})\\?([.)])[ \t\u00a0]+(?=\S)|\((\d{1,3}|[a-z])\)[ \t\u00a0]+(?=\S)"
)


def list_lines(start: int, style: str, delimiter: str, count: int) -> list[str]:
    """The labels of a numbered list, as Pandoc names its kind."""
    frame = ENDS.get(delimiter, ENDS["Period"])
    return [frame.format(_number(start + place, style)) for place in range(count)]


def _number(number: int, style: str) -> str:
    if style.endswith("Alpha") and number <= LETTERS:
        letter = chr(ord("a") + number - 1)
        return letter.upper() if style.startswith("Upper") else letter
    if style.endswith("Roman") and number < 40:
        return _roman(number).upper() if style.startswith("Upper") else _roman(number)
    return str(number)


def _roman(number: int) -> str:
    found = ""
    for value, letters in ROMAN:
        while number >= value:
            found += letters
            number -= value
    return found


def typed_lists(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """Runs of two paragraphs or more that begin with a bullet, or with numbers that count up, as lists."""
    found: list[TextBlock] = []
    place = 0
    while place < len(blocks):
        run = _run(blocks, place)
        if len(run) > 1:
            first = run[0]
            text = "\n".join(_entry(block.text) for block in run)
            plain = " ".join(block.plain for block in run)
            items = tuple(_unlabelled(block.plain) for block in run)
            made = replace(first, kind=BlockKind.LIST, text=text, plain=plain, items=items, name="typed")
            found.append(made)
            place += len(run)
        else:
            found.append(blocks[place])
            place += 1
    return found


def _run(blocks: Sequence[TextBlock], place: int) -> list[TextBlock]:
    run: list[TextBlock] = []
    for block in blocks[place:]:
        label = _label(block)
        if not label or (run and not _follows(_label(run[-1]), label)):
            break
        run.append(block)
    return run


def _label(block: TextBlock) -> str:
    if block.kind is not BlockKind.PARAGRAPH or block.pictures or block.is_bold:
        return ""
    bullet = BULLET.match(block.text)
    if bullet:
        return bullet[0].strip().lstrip("\\")
    number = NUMBER.match(block.text)
    return number[1] or number[3] if number else ""


def _follows(before: str, label: str) -> bool:
    if label.isdecimal() and before.isdecimal():
        return int(label) == int(before) + 1
    if label.isascii() and label.isalpha() and before.isascii() and before.isalpha():
        if label == "o" == before:
            return True
        return len(label) > 1 or len(before) > 1 or ord(label) == ord(before) + 1
    return label == before


def _entry(text: str) -> str:
    bullet = BULLET.match(text)
    if bullet:
        return f"- {text[bullet.end() :]}"
    number = NUMBER.match(text)
    if number:
        label = f"{number[1]}{number[2]}" if number[1] else f"({number[3]})"
        return f"{label} {text[number.end() :]}"
    return text


def _unlabelled(plain: str) -> str:
    found = BULLET.match(plain) or NUMBER.match(plain)
    return plain[found.end() :] if found else plain


def nested_lists(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """Lists in styles such as “List Bullet 2” as parts of the list before them; its later entries follow."""
    found: list[TextBlock] = []
    is_open = False
    for block in blocks:
        level = LEVEL.fullmatch(block.style) if block.kind is BlockKind.LIST else None
        before = found[-1] if found and found[-1].kind is BlockKind.LIST else None
        if before is not None and level:
            indent = "    " * (int(level[1]) - 1)
            found[-1] = _joined(before, block, indent)
            is_open = True
        elif before is not None and is_open and block.kind is BlockKind.LIST and block.style == before.style:
            found[-1] = _joined(before, block, "")
        else:
            found.append(block)
            is_open = False
    return found


LEVEL = re.compile(r"list (?:bullet|number) ([2-5])")


def _joined(before: TextBlock, block: TextBlock, indent: str) -> TextBlock:
    text = "\n".join(f"{indent}{line}" if line else line for line in block.text.split("\n"))
    return replace(
        before,
        text=f"{before.text}\n{text}",
        plain=f"{before.plain} {block.plain}",
        pictures=before.pictures + block.pictures,
    )
