"""Charts from random files of data: no traceback, nothing read outside the brief's folder, no wrong number.

In:  how many files, a seed, and how many of the charts are drawn as SVG too (`--drawn 200`).
Out: what became of them; the status is 1 where a chart shows a number that its data do not have, or a fault is none of
     the brief's.

Half of the files are sound tables whose numbers are known, as people of several countries write them. Of these,
what is drawn must be what was written, unless the author is asked. The others are such files with bytes changed,
cut, repeated or put in.
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
from pathlib import Path
from typing import Any

from issuebrief.charts.drawing.look import ChartLook, look_of
from issuebrief.charts.drawing.render import svg_of
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
    bars = next(layer for layer in layers if layer["mark"].get("type") == "rect" and "scale" in layer["encoding"]["x"]
                and layer["encoding"]["x"]["scale"])  # fmt: skip
    scale = bars["encoding"]["x"]["scale"]
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
    """Keeps specifications instead of drawing them, but for some."""

    def __init__(self, drawn: int) -> None:
        self.specifications: list[dict[str, Any]] = []
        self.left = drawn

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


def main() -> int:
    """Try the files."""
    from unittest.mock import patch

    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--drawn", type=int, default=200)
    asked = parser.parse_args()
    chance, own, became, wrong = random.Random(asked.seed), look(), Counter[str](), 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for count in range(asked.files):
            content, ending, rows = table(chance)
            is_sound = chance.random() < 0.5
            content = content if is_sound else spoilt(content, chance)
            (folder / f"data{ending}").write_bytes(content)
            type_ = chance.choice(TYPES)
            block = f"type: {type_}\ndata: data{ending}\n"
            text = f"```chart\n{block}```\n"
            source = Source(folder / "brief.md", text, "", 0, text, 1)
            store = Store(asked.drawn)
            lang = chance.choice(LANGUAGES)
            try:
                with patch("issuebrief.charts.resolve.DrawingStore", lambda _, kept=store: kept):
                    result = resolve(source, lang, own)
            except Exception:
                traceback.print_exc()
                print(f"file {count}: {type_}, {lang}, {content[:300]!r}")
                became["traceback"] += 1
                wrong += 1
                continue
            assert result is not None
            codes = {problem.code for problem in result.problems}
            if not store.specifications:
                became[("told, sound: " if is_sound else "told: ") + ", ".join(sorted(codes))[:60]] += 1
                if not codes:
                    print(f"file {count}: nothing drawn and nothing told")
                    wrong += 1
                continue
            became["drawn" if is_sound else "drawn, spoilt"] += 1
            if not is_sound:
                continue
            wrong += not _is_true(store.specifications[0], rows, type_, asked, count, became, content, lang)
    for what, times in became.most_common():
        print(f"{times:6} {what}")
    print(f"{wrong} wrong")
    return 1 if wrong else 0


def _is_true(
    specification: dict[str, Any],
    rows: dict[str, list[float | None]],
    type_: str,
    asked: argparse.Namespace,
    count: int,
    became: Counter[str],
    content: bytes,
    lang: str,
) -> bool:
    """Whether a drawing shows the numbers of its data and no others."""
    numbers = [value for values in rows.values() for value in values]
    values = Counter(round(value, 6) for value in numbers if value is not None)
    if type_ == "scatter":
        values = Counter(round(each[0], 6) for each in rows.values() if each[0] is not None)
    shown = shown_numbers(specification)
    if type_ in ("stacked", "area"):
        shown, values = Counter(set(shown) - {0}), Counter(set(values) - {0})
    stray = set(shown) - set(values)
    if stray:
        print(
            f"file {count}: {type_}, {lang}: shows {sorted(stray)[:5]}, has {sorted(values)[:9]}: {content[:200]!r}"
        )
        return False
    if (
        type_ == "bar"
        and became["read off the drawing"] < asked.drawn
        and any(n.startswith("Row") for n in rows)
    ):
        became["read off the drawing"] += 1
        read = drawn_bars(svg_of(json.dumps(specification)), specification)
        size = max(map(abs, values), default=1) or 1
        for value in (value for value in values if value):
            if min(abs(value - each) for each in read) > size * 1e-4:
                print(f"file {count}: {value} is not drawn: {read}")
                return False
    return True


if __name__ == "__main__":
    sys.exit(main())
