"""Make an archive of briefs that are all different: text by rule, from sentences and lists of words.

    python make_archive.py FOLDER [--briefs 1000]

In:  a folder, and how many briefs.
Out: `FOLDER/content/YEAR/archive-0001/brief.md` and so on, with `FOLDER/content/publisher.yaml`: in four
     languages and three themes, with tables, drawings, quotations and notes. The same numbers give the same
     texts. All that they say is invented, and the DOI belong to nobody.
"""

from __future__ import annotations

import argparse
import random
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WORDS = Path(__file__).resolve().parent / "words"
THEMES = ("isdp", "report", "policy-note")
LANGUAGES = ("en", "de", "fr", "sv")
YEARS = range(1990, 2026)
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 120">{bars}</svg>\n'
BAR = '<rect x="{x}" y="{y}" width="30" height="{height}" fill="{colour}"/>'
COLOURS = ("#1b2a4a", "#c2352b", "#5b6b85", "#9aa5b8", "#d9a441")
PUBLISHER = """\
name: Archive Institute
short: AI
place: Norrmark
url: https://archive.example
about: The Archive Institute is invented, and so are its places, people and figures.
"""


@dataclass(frozen=True)
class Writer:
    """Writes one brief: its number, its words, and the dice that choose among them."""

    number: int
    words: dict[str, Any]
    dice: random.Random

    def pick(self, key: str) -> str:
        """One of the entries of a list, with its places filled."""
        return self.filled(self.dice.choice(self.words[key]))

    def several(self, key: str, least: int, most: int) -> list[str]:
        """Different entries of a list, with their places filled."""
        return [
            self.filled(each) for each in self.dice.sample(self.words[key], self.dice.randint(least, most))
        ]

    def filled(self, pattern: str) -> str:
        """A pattern with a word, or a number, in each of its places."""
        for place, word in (("{actor}", "actors"), ("{place}", "places"), ("{topic}", "topics")):
            while place in pattern:
                pattern = pattern.replace(place, self.dice.choice(self.words[word]), 1)
        numbers = (("{year}", (1990, 2025)), ("{number}", (12, 940)), ("{percent}", (3, 48)))
        for place, (least, most) in numbers:
            while place in pattern:
                pattern = pattern.replace(place, str(self.dice.randint(least, most)), 1)
        return pattern[:1].upper() + pattern[1:]

    def name(self) -> str:
        """A person's name."""
        return f"{self.pick('given')} {self.pick('family')}"


def brief(writer: Writer, year: int) -> str:
    """The text of a brief."""
    return f"---\n{front_matter(writer, year)}---\n\n{body(writer)}"


def front_matter(writer: Writer, year: int) -> str:
    """The front matter, in YAML."""
    month, day = writer.dice.randint(1, 12), writer.dice.randint(1, 28)
    authors = "".join(f"  - name: {name}\n" for name in dict.fromkeys(writer.name() for _ in range(2)))
    points = "".join(f'  - "{point}"\n' for point in writer.several("points", 2, 4))
    return (
        f'title: "{writer.pick("titles")}"\n'
        f'subtitle: "{writer.pick("subtitles")}"\n'
        f'series: "{writer.words["series"]}"\n'
        f"number: {writer.number}\n"
        f"date: {year}-{month:02}-{day:02}\n"
        f"lang: {writer.words['lang']}\n"
        f"theme: {THEMES[writer.number % len(THEMES)]}\n"
        f"doi: 10.5555/archive.{writer.number}\n"
        f"url: https://archive.example/{year}/{writer.number}\n"
        "license: CC BY 4.0\n"
        f"authors:\n{authors}"
        f'abstract: "{writer.filled(writer.words["abstract"])}"\n'
        f"key_points:\n{points}"
        f"keywords: [{', '.join(writer.several('keywords', 2, 4))}]\n"
        f'about_series: "{writer.words["about"]}"\n'
    )


def body(writer: Writer) -> str:
    """Sections of paragraphs, with a table, a drawing, quotations and notes."""
    notes: list[str] = []
    parts = [paragraph(writer, notes)]
    headings = writer.several("headings", 3, 6)
    for index, heading in enumerate(headings):
        parts.append(f"## {heading}")
        parts += [paragraph(writer, notes) for _ in range(writer.dice.randint(2, 4))]
        if index == 0:
            parts.append(f"[{writer.pick('quotes')}]{{.pull-quote}} {paragraph(writer, notes)}")
        elif index == 1:
            parts.append(table(writer))
        elif index == len(headings) - 1 and writer.number % 3 == 0:
            caption = writer.filled(writer.words["caption"])
            parts.append(f'![{caption}](bars.svg){{#fig-bars caption="{caption}"}}')
    parts += [f"[^{number}]: {text}" for number, text in enumerate(notes, start=1)]
    return "\n\n".join(parts) + "\n"


def paragraph(writer: Writer, notes: list[str]) -> str:
    """Three to seven sentences; one of them in two has a note."""
    sentences = writer.several("sentences", 3, 7)
    for index, sentence in enumerate(sentences):
        if writer.dice.random() < 1 / 6:
            notes.append(writer.pick("notes"))
            sentences[index] = f"{sentence}[^{len(notes)}]"
    return " ".join(sentences)


def table(writer: Writer) -> str:
    """A table of places with two columns of numbers."""
    places = writer.several("places", 3, 6)
    rows = [
        f"| {place} | {writer.dice.randint(10, 99)} | {writer.dice.randint(10, 99)} |" for place in places
    ]
    head = f"| {' | '.join(writer.words['columns'])} |\n|---|---:|---:|\n"
    caption = f"{writer.words['table']}: {writer.filled(writer.words['caption'])}"
    return f"{head}{chr(10).join(rows)}\n\n{caption} {{#tbl-places}}"


def drawing(dice: random.Random) -> str:
    """Bars of chance heights."""
    heights = [dice.randint(15, 110) for _ in COLOURS]
    bars = (
        BAR.format(x=10 + 46 * index, y=115 - height, height=height, colour=colour)
        for index, (height, colour) in enumerate(zip(heights, COLOURS, strict=True))
    )
    return DRAWING.format(bars="".join(bars))


def main() -> None:
    """Write the archive."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--briefs", type=int, default=1_000)
    arguments = parser.parse_args()
    content = arguments.folder / "content"
    content.mkdir(parents=True, exist_ok=True)
    (content / "publisher.yaml").write_text(PUBLISHER, "utf-8")
    words = [tomllib.loads((WORDS / f"{tag}.toml").read_text("utf-8")) for tag in LANGUAGES]
    for number in range(1, arguments.briefs + 1):
        dice = random.Random(number)
        year = YEARS[number % len(YEARS)]
        folder = content / str(year) / f"archive-{number:04}"
        folder.mkdir(parents=True, exist_ok=True)
        writer = Writer(number, words[number % len(words)], dice)
        (folder / "brief.md").write_text(brief(writer, year), "utf-8")
        if number % 3 == 0:
            (folder / "bars.svg").write_text(drawing(dice), "utf-8")


if __name__ == "__main__":
    main()
