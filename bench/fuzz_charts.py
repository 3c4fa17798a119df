"""Charts from random files of data: no traceback, nothing read outside the brief's folder, no wrong number.

.venv/bin/python bench/fuzz_charts.py [--files 10000] [--seed 1] [--drawn 200]

Half of the files are sound tables whose numbers are known, as people of several countries write them. Of
these, what is drawn must be what was written, unless the author is asked; so many as `--drawn` says are
drawn as SVG too, and their bars measured. The others are such files with bytes changed, cut, repeated or
put in. Counts what became of them; the status is 1 where a chart shows a number that its data do not have,
or anything fails.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
import traceback
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from issuebrief.charts.looks.look import ChartLook, look_of
from issuebrief.charts.rendering.render import svg_of
from issuebrief.charts.resolve import resolve
from issuebrief.frontmatter.source import Source
from issuebrief.resources import SearchPath, shipped
from issuebrief.theming.theme import find_theme

TYPES = ("bar", "stacked", "line", "area", "dot", "scatter", "small-multiples", "range", "slope")
LANGUAGES = ("en-GB", "de", "sv", "fr", "pl", "en-US")
NASTY = (
    b"\0",
    b'"',
    b"\xff\xfe",
    b"\r",
    b"=cmd()",
    b"\xe2\x80\xae",
    b"1e999",
    b"NaN",
    b"Infinity",
    b"\t",
    b";",
    b",",
)
BAR = re.compile(r'<path d="M([-\d.]+),[-\d.]+h([-\d.]+)v')


def written(value: float, decimal: str, thousands: str) -> str:
    """A number as people write it."""
    whole, _, rest = f"{abs(value):.2f}".rstrip("0").rstrip(".").partition(".")
    grouped = f"{int(whole):,}".replace(",", thousands)
    return ("-" if value < 0 else "") + grouped + (decimal + rest if rest else "")


def table(chance: random.Random) -> tuple[bytes, str, dict[str, list[float | None]]]:
    """A file, its ending, and its numbers by the names of their rows."""
    decimal, thousands = chance.choice(
        [(".", ""), (",", ""), (".", ","), (",", "."), (",", " "), (",", "\u202f")]
    )
    delimiter = chance.choice([",", ";", "\t"])
    series = chance.randint(1, 3)
    rows: dict[str, list[float | None]] = {}
    years = chance.random() < 0.5
    for number in range(chance.randint(2, 9)):
        name = str(2000 + number) if years else f"Row {number}"
        scale = chance.choice([1, 10, 1000, 100000])
        rows[name] = [
            None
            if chance.random() < 0.08
            else round(chance.uniform(-0.2, 1) * scale, chance.choice([0, 1, 2]))
            for _ in range(series)
        ]
    names = ["Name", *(f"Series {number}" for number in range(series))]
    if chance.random() < 0.2:
        objects = [dict(zip(names, [name, *values], strict=True)) for name, values in rows.items()]
        return json.dumps(objects).encode(), ".json", rows

    def cell(value: float | None) -> str:
        text = chance.choice(["", "-", "n/a"]) if value is None else written(value, decimal, thousands)
        return f'"{text}"' if delimiter in text else text

    lines = [delimiter.join(names), *(delimiter.join([n, *map(cell, v)]) for n, v in rows.items())]
    return "\n".join(lines).encode(chance.choice(["utf-8", "utf-8-sig", "utf-16"])), ".csv", rows


def spoilt(content: bytes, chance: random.Random) -> bytes:
    """A file with something wrong in it."""
    data = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        act = chance.randrange(4)
        if act == 0:
            data[at : at + chance.randint(0, 9)] = bytes(
                chance.randrange(256) for _ in range(chance.randint(0, 5))
            )
        elif act == 1:
            data[at:at] = chance.choice(NASTY)
        elif act == 2:
            del data[at:]
        else:
            data[at:at] = data[: chance.randint(0, 80)] * chance.randint(1, 40)
    return bytes(data)


def shown_numbers(node: Any) -> Counter[float]:
    """The values that the marks of a specification show, stacked ones by their own heights."""
    found: Counter[float] = Counter()
    for layer in node["layer"]:
        inner = layer["layer"][0]
        is_edge = inner["mark"].get("color") == "#ffffff"  # of an area, which is told by the area itself
        for row in inner["data"]["values"]:
            if "value" in row and not is_edge:
                found[round(row["value"] - row.get("zero", 0), 6)] += 1
            if "low" in row:
                found[round(row["low"], 6)] += 1
    return found


def drawn_bars(svg: str, specification: dict[str, Any]) -> list[float]:
    """The values of lying bars, read off the drawing by the scale of the specification."""
    layers = (layer["layer"][0] for layer in specification["layer"])
    bars = [layer for layer in layers if layer["mark"]["type"] == "rect" and layer["encoding"]["x"]["scale"]]
    scale = bars[0]["encoding"]["x"]["scale"]
    (low, high), (start, end) = scale["domain"], scale["range"]
    per_px = (high - low) / (end - start)
    zero = start - low / per_px
    found = []
    for x, width in BAR.findall(svg):
        left, right = float(x), float(x) + float(width)
        far = right if abs(left - zero) < abs(right - zero) else left
        found.append((far - zero) * per_px)
    return found


class Store:
    """Keeps specifications instead of drawing them."""

    def __init__(self) -> None:
        self.specifications: list[dict[str, Any]] = []

    def svg_of(self, specification: str) -> bytes:
        """A drawing, or a stand-in for one."""
        self.specifications.append(json.loads(specification))
        return b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9"/></svg>'


def look() -> ChartLook:
    """The look of the first theme."""
    styles = (shipped("styles"),)
    theme = find_theme("isdp", SearchPath((shipped("templates"),), styles))
    assert theme is not None
    return look_of(theme, styles)


@dataclass(frozen=True)
class Trial:
    """A file with the numbers in it, and how it is drawn; `rows` are None where they are not known."""

    content: bytes
    ending: str
    rows: dict[str, list[float | None]] | None
    type: str
    lang: str


def trial(chance: random.Random) -> Trial:
    """A random one."""
    content, ending, rows = table(chance)
    is_sound = chance.random() < 0.5
    content = content if is_sound else spoilt(content, chance)
    return Trial(content, ending, rows if is_sound else None, chance.choice(TYPES), chance.choice(LANGUAGES))


def resolved(folder: Path, given: Trial, own: ChartLook) -> tuple[dict[str, Any] | None, set[str]]:
    """The specification that is made of a file, and the codes of what is told of it."""
    (folder / f"data{given.ending}").write_bytes(given.content)
    text = f"```chart\ntype: {given.type}\ndata: data{given.ending}\n```\n"
    store = Store()
    with patch("issuebrief.charts.resolve.DrawingStore", lambda _: store):
        result = resolve(Source(folder / "brief.md", text, "", 0, text, 1), given.lang, own)
    assert result is not None
    return next(iter(store.specifications), None), {problem.code for problem in result.problems}


def false_numbers(specification: dict[str, Any], given: Trial) -> list[float]:
    """Numbers that a drawing shows and its data do not have."""
    assert given.rows is not None
    rows = given.rows.values()
    numbers = (
        (row[0] for row in rows) if given.type == "scatter" else (value for row in rows for value in row)
    )
    known = {round(value, 6) for value in numbers if value is not None} | {0.0}
    return sorted(set(shown_numbers(specification)) - known)


def unread_numbers(specification: dict[str, Any], given: Trial) -> list[float]:
    """Numbers whose bars are not as long in the drawing."""
    assert given.rows is not None
    read = drawn_bars(svg_of(json.dumps(specification)), specification)
    values = [value for row in given.rows.values() for value in row if value]
    size = max(map(abs, values), default=1)
    return [value for value in values if min(abs(value - each) for each in read) > size * 1e-4]


def main() -> int:
    """Try the files."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--drawn", type=int, default=200)
    asked = parser.parse_args()
    chance, own, became, measured, wrong = random.Random(asked.seed), look(), Counter[str](), 0, 0
    with tempfile.TemporaryDirectory() as name:
        for count in range(asked.files):
            given = trial(chance)
            kind = "spoilt" if given.rows is None else "sound"
            try:
                specification, codes = resolved(Path(name), given, own)
            except Exception:
                traceback.print_exc()
                specification, codes = None, set()
            false: list[float] = []
            if specification is not None and given.rows is not None:
                false = false_numbers(specification, given)
                if given.type == "bar" and measured < asked.drawn and "Row 0" in given.rows:
                    measured += 1
                    false += unread_numbers(specification, given)
            if false or (specification is None and not codes):
                wrong += 1
                print(f"file {count}: {given.type}, {given.lang}, {false[:5]}: {given.content[:300]!r}")
            told = "drawn" if specification else "told: " + ", ".join(sorted(codes))[:60]
            became[f"{kind}, {told}"] += 1
    for what, times in became.most_common():
        print(f"{times:6} {what}")
    print(f"{measured} drawings measured, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
