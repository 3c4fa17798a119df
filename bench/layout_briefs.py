"""Briefs for `layouts.py`: random figures, tables, boxes, quotations, headings and lists, of any length.

In:  a number.
Out: a `LayoutBrief`, always the same for the same number: the files of a workplace with one brief,
     its theme, and by which words each of its floats is mentioned.

The words are none of any language, but are spelled, and so hyphenated, like English ones.
"""

from __future__ import annotations

import random
import struct
import zlib
from dataclasses import dataclass, field

THEMES = ("isdp", "policy-note", "report")
COVER_HEIGHTS = {"isdp": 504, "policy-note": 672, "report": 1120}
"""The height of a cover picture 1600 px wide, by theme."""
SIDES = ("left", "right")
ONSETS = (
    "b",
    "c",
    "d",
    "f",
    "g",
    "h",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "w",
    "st",
    "tr",
    "pl",
    "br",
    "ch",
)
NUCLEI = ("a", "e", "i", "o", "u", "ea", "ou", "ai")
CODAS = ("", "", "n", "r", "s", "l", "t", "m", "nd", "st", "ng")
SHORT = ("the", "of", "and", "a", "to", "in", "is", "that", "it", "for", "on", "as", "by", "at", "from")
RATIOS = (0.25, 0.4, 0.5, 0.6, 0.75, 1.0, 1.3, 1.6, 2.2)
"""Heights of pictures to their widths."""


@dataclass(frozen=True)
class LayoutBrief:
    """A workplace: its files by their paths, the brief's theme and the side of its sidebar.

    `mentions` has a word of the text for each captioned figure ("figure-1") and table ("table-1") that
    says from where on it may stand.
    """

    number: int
    theme: str
    side: str
    files: dict[str, bytes]
    mentions: dict[str, str]


@dataclass
class _Writer:
    chance: random.Random
    files: dict[str, bytes] = field(default_factory=dict)
    mentions: dict[str, str] = field(default_factory=dict)
    figures: int = 0
    tables: int = 0
    boxes: int = 0
    quotes: int = 0

    def word(self) -> str:
        if self.chance.random() < 0.4:
            return self.chance.choice(SHORT)
        syllables = self.chance.choice((1, 2, 2, 3, 3, 4))
        parts = (self.chance.choice(ONSETS) + self.chance.choice(NUCLEI) for _ in range(syllables))
        return "".join(parts) + self.chance.choice(CODAS)

    def words(self, count: int) -> str:
        return " ".join(self.word() for _ in range(count))

    def sentence(self) -> str:
        text = self.words(self.chance.randint(6, 24))
        return text[0].upper() + text[1:] + "."

    def sentences(self, *counts: int) -> str:
        return " ".join(self.sentence() for _ in range(self.chance.choice(counts)))

    def paragraph(self, mention: str = "") -> str:
        sentences = [self.sentence() for _ in range(self.chance.choice((1, 2, 3, 3, 4, 4, 5, 6, 9)))]
        if mention:
            place = self.chance.randrange(len(sentences))
            sentences[place] = f"{sentences[place][:-1]} ({mention})."
        elif self.chance.random() < 0.08:
            self.quotes += 1
            sentences[-1] = f"[{sentences[-1]}]{{.pull-quote}}"
        return " ".join(sentences)

    def heading(self) -> str:
        text = self.words(self.chance.choice((2, 3, 4, 4, 5, 9)))
        return f"{'#' * self.chance.choice((2, 2, 2, 3, 3, 4))} {text[0].upper()}{text[1:]}"

    def float_block(self) -> str:
        """A paragraph that mentions a float, and the float after it, or a few paragraphs on."""
        kind = self.chance.choice(("figure", "figure", "figure", "table", "table", "box"))
        if kind == "box":
            self.boxes += 1
            lines = [
                f"> [!NOTE]\n> {self.sentence()}",
                *(f"> {self.sentence()}" for _ in range(self.chance.randint(0, 5))),
            ]
            return f"{self.paragraph()}\n\n" + "\n".join(lines)
        block = self.figure() if kind == "figure" else self.table()
        number = self.figures if kind == "figure" else self.tables
        label = f"{kind[0]}q{number}"
        self.mentions[f"{kind}-{number}"] = label
        between = [self.paragraph() for _ in range(self.chance.choice((0, 0, 0, 1)))]
        return "\n\n".join((self.paragraph(label), *between, block))

    def figure(self) -> str:
        self.figures += 1
        name = f"figure-{self.figures}.png"
        self.files[f"content/brief/{name}"] = _picture(900, round(900 * self.chance.choice(RATIOS)))
        attributes = [f"#fig-{self.figures}"]
        if self.chance.random() < 0.25:
            attributes.append(".wide")
        elif self.chance.random() < 0.1:
            attributes.append(self.chance.choice(("width=60%", "height=4cm")))
        source = f"\n    Source: {self.words(4)}." if self.chance.random() < 0.5 else ""
        caption = self.words(self.chance.choice((3, 8, 20)))
        return f"![{self.words(4)}]({name}){{{' '.join(attributes)}}}\n:   {caption}.{source}"

    def table(self) -> str:
        self.tables += 1
        columns, rows = self.chance.choice((2, 3, 3, 4, 6)), self.chance.choice((3, 4, 6, 9, 14, 25))
        lines = [self.words(columns).split(), ["---"] * columns]
        for _ in range(rows):
            numbers = [
                f"{self.chance.random() * 10 ** self.chance.randint(0, 4):,.1f}" for _ in range(columns - 1)
            ]
            lines.append([self.words(self.chance.choice((1, 2, 4))), *numbers])
        text = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
        wide = " .wide" if self.chance.random() < 0.15 else ""
        return f"{text}\n\nTable: {self.words(self.chance.choice((3, 7, 15)))}. {{#tab-{self.tables}{wide}}}"

    def list_block(self) -> str:
        mark = self.chance.choice(("-", "1."))
        return "\n".join(f"{mark} {self.sentence()}" for _ in range(self.chance.randint(2, 6)))

    def quotation(self) -> str:
        return f"> {self.sentence()} {self.sentence()}"

    def body(self, pages: float) -> str:
        kinds = {
            self.paragraph: 10,
            self.heading_and_text: 2.5,
            self.float_block: self.chance.choice((0.6, 1.5, 3)),
            self.list_block: 1,
            self.quotation: 0.6,
        }
        blocks = [self.paragraph()]
        while sum(map(len, blocks)) < 3200 * pages:
            blocks.append(self.chance.choices(list(kinds), list(kinds.values()))[0]())
        blocks.append(self.paragraph())
        notes = self.chance.choice((0, 3, 12, 30))
        for number in range(1, notes + 1):
            place = self.chance.randrange(len(blocks))
            if blocks[place][0].isupper() and "\n" not in blocks[place]:
                blocks[place] += f"[^n{number}]"
                blocks.append(f"[^n{number}]: {self.sentence()}")
        return "\n\n".join(blocks)

    def heading_and_text(self) -> str:
        return f"{self.heading()}\n\n{self.paragraph()}"


def make_brief(number: int) -> LayoutBrief:
    """The brief of a number."""
    chance = random.Random(f"layouts {number}")
    writer = _Writer(chance)
    theme, side = THEMES[number % len(THEMES)], SIDES[number // len(THEMES) % len(SIDES)]
    head = [
        f'title: "{writer.words(chance.choice((2, 5, 9, 14))).capitalize()}"',
        "date: 2024-05-06",
        "lang: en-GB",
    ]
    head.append(f"theme: {theme}-{side}")
    authors = chance.choice((1, 1, 2, 4))
    head.append("authors:")
    for _ in range(authors):
        head += [
            f"  - name: {writer.word().capitalize()} {writer.word().capitalize()}",
            f'    bio: "{writer.sentences(1, 3, 6)}"',
        ]
    if chance.random() < 0.5:
        writer.files["content/brief/cover.png"] = _picture(1600, COVER_HEIGHTS[theme])
        head += ["cover:", "  image: cover.png", f'  alt: "{writer.words(5)}"']
    if chance.random() < 0.7:
        head.append(f'abstract: "{writer.sentences(2, 4, 7)}"')
    if chance.random() < 0.5:
        head += ["key_points:", *(f'  - "{writer.sentence()}"' for _ in range(chance.randint(2, 5)))]
    body = writer.body(chance.choice((0.6, 1.5, 2.5, 3, 4, 6)))
    sheet = f"@import url({theme}.css);\n:root {{ --sidebar-side: {side} }}\n"
    house = f"name: The {writer.word().capitalize()} House\nshort: H\nplace: P\nurl: https://example.org\n"
    house += f'about: "{writer.sentences(2, 4)}"\n'
    writer.files |= {
        "content/brief/brief.md": f"---\n{chr(10).join(head)}\n---\n\n{body}\n".encode(),
        "content/publisher.yaml": house.encode(),
        f"styles/themes/{theme}-{side}.css": sheet.encode(),
    }
    return LayoutBrief(number, theme, side, writer.files, writer.mentions)


def _picture(width: int, height: int) -> bytes:
    """A grey PNG of that size."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    rows = b"".join(b"\0" + b"\xb4" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
