"""Briefs as an editor might have changed them: the same text after random edits, from a seed."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = (
    "harbour",
    "the",
    "of",
    "slowly",
    "and",
    "policy",
    "gauge",
    "never,",
    "winter",
    "*tide*",
    "**stone**",
    "`code`",
    "1,250",
    "quay:",
    "boats;",
    "is",
)
TABLE = (
    "| Port | Depth | Note |\n| --- | ---: | --- |\n"
    "| Aber | 4 | dry |\n| Bryn | 12 | deep |\n| Cwm | 7 | rock |"
)
LIST = "- one thing to do\n- another thing to do\n    - a part of it\n- the last thing"
NUMBERED = "1. First the tide is read.\n2. Then the wind is read.\n3. Then nothing is read."
QUOTE = "> A table that is older than its harbour\n> is a story."


def edited(text: str, seed: int, edits: int) -> str:
    """The text after so many edits; the front matter keeps its keys."""
    chance = random.Random(seed)
    head, mark, body = text.partition("\n---\n")
    blocks = body.strip().split("\n\n")
    for _ in range(edits):
        chance.choice(EDITS)(blocks, chance)
        if not blocks:
            blocks.append("All of it was taken out.")
    if chance.random() < 0.3:
        head = re.sub(
            r"(?m)^title: (.+)$", lambda found: f"title: Some {found[1]} again".replace('"', ""), head
        )
    return head + mark + "\n" + "\n\n".join(blocks) + "\n"


def _somewhere(blocks: list[str], chance: random.Random) -> int:
    return chance.randrange(len(blocks))


def _change_words(blocks: list[str], chance: random.Random) -> None:
    place = _somewhere(blocks, chance)
    words = blocks[place].split(" ")
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(words))
        words[at : at + chance.randint(0, 2)] = chance.sample(WORDS, chance.randint(0, 3))
        words = words or ["nothing"]
    blocks[place] = " ".join(words)


def _take_out(blocks: list[str], chance: random.Random) -> None:
    del blocks[_somewhere(blocks, chance)]


def _put_in(blocks: list[str], chance: random.Random) -> None:
    sentence = " ".join(chance.choices(WORDS, k=chance.randint(3, 25)))
    made = chance.choice(
        (sentence, f"## {sentence}", TABLE, LIST, NUMBERED, QUOTE, f"!!! box\n    {sentence}")
    )
    blocks.insert(_somewhere(blocks, chance), made)


def _move(blocks: list[str], chance: random.Random) -> None:
    block = blocks.pop(_somewhere(blocks, chance))
    blocks.insert(chance.randint(0, len(blocks)), block)


def _join(blocks: list[str], chance: random.Random) -> None:
    place = _somewhere(blocks, chance)
    if place + 1 < len(blocks) and blocks[place][:1].isalpha() and blocks[place + 1][:1].isalpha():
        blocks[place : place + 2] = [blocks[place] + " " + blocks[place + 1]]


def _divide(blocks: list[str], chance: random.Random) -> None:
    place = _somewhere(blocks, chance)
    if blocks[place][:1].isalpha() and ". " in blocks[place]:
        one, _, other = blocks[place].partition(". ")
        blocks[place : place + 1] = [one + ".", other]


def _change_level(blocks: list[str], chance: random.Random) -> None:
    headings = [place for place, block in enumerate(blocks) if block.startswith("#")]
    if headings:
        place = chance.choice(headings)
        blocks[place] = chance.choice(("#", "")) + blocks[place]


def _change_lines(blocks: list[str], chance: random.Random) -> None:
    """Rows of tables and items of lists go, come and change places."""
    several = [place for place, block in enumerate(blocks) if block.count("\n") > 2 and block[:1] in "|-1"]
    if not several:
        return
    place = chance.choice(several)
    lines = blocks[place].split("\n")
    at = chance.randrange(2, len(lines))
    match chance.randrange(3):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at].replace("e", "a"))
        case _:
            lines.append(lines.pop(at))
    blocks[place] = "\n".join(lines)


def _change_columns(blocks: list[str], chance: random.Random) -> None:
    tables = [place for place, block in enumerate(blocks) if block.startswith("| ")]
    if not tables:
        return
    place = chance.choice(tables)
    rows = [row.strip("|").split("|") for row in blocks[place].split("\n") if row.startswith("|")]
    rest = [row for row in blocks[place].split("\n") if not row.startswith("|")]
    at = chance.randrange(min(map(len, rows)))
    for number, row in enumerate(rows):
        row.insert(at, " --- " if number == 1 else f" {number} new ")
    blocks[place] = "\n".join(["|" + "|".join(row) + "|" for row in rows] + rest)


def _drop_column(blocks: list[str], chance: random.Random) -> None:
    tables = [place for place, block in enumerate(blocks) if block.startswith("| ")]
    if not tables:
        return
    place = chance.choice(tables)
    rows = [row.strip("|").split("|") for row in blocks[place].split("\n") if row.startswith("|")]
    rest = [row for row in blocks[place].split("\n") if not row.startswith("|")]
    width = min(map(len, rows))
    if width < 3:
        return
    at = chance.randrange(width)
    for row in rows:
        del row[at]
    blocks[place] = "\n".join(["|" + "|".join(row) + "|" for row in rows] + rest)


def _note(blocks: list[str], chance: random.Random) -> None:
    place = _somewhere(blocks, chance)
    if blocks[place][:1].isalpha():
        name = f"n{chance.randrange(10**6)}"
        blocks[place] += f"[^{name}]"
        blocks.append(f"[^{name}]: " + " ".join(chance.choices(WORDS, k=6)))


EDITS: tuple[Callable[[list[str], random.Random], None], ...] = (
    _change_words,
    _change_words,
    _change_words,
    _take_out,
    _put_in,
    _move,
    _join,
    _divide,
    _change_level,
    _change_lines,
    _change_columns,
    _drop_column,
    _note,
)
