"""How well pages are filled: random briefs are built, and their pages measured.

    .venv/bin/python bench/layouts.py [--briefs 300] [--from 0] [--workers 2] [--keep FOLDER] [--only N]

Each brief is built for the screen, and its PDF is read by PyMuPDF. Printed are, for each brief that has
anything wrong and for all together:
- `fill`: the least share of a page that is filled, but for the last one and the white that is always there;
  all pages of a brief may be a line longer or shorter than is usual, with their folios;
- `hole`: the largest empty height in a column, in lines of the text, on any page but the last; above
  the boxes after the text, and below columns that are level, it counts from the column that ends last;
- `early`: captions on an earlier page than the mention of their figure; `order`: captions before one of
  a lower number of their kind; `lost`: figures without their caption; `far`: captions more than
  a page after the mention;
- `overlap`: pictures and lines of text that stand on each other, or beyond the page;
- `grid`: lines of text that stand off the grid of their page (half the grid, where there is one column);
- `level`: pages on which the columns end more than a line apart;
- `last`: briefs whose last page is filled by less than a quarter.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from functools import lru_cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from layout_briefs import make_brief

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

MOST_HOLE, LEAST_FILL, LEAST_LAST = 4.0, 0.7, 0.25
"""Lines of a hole, shares of a page and of the last page that are still good."""
USUAL_WHITE = 2.5
"""Lines that may be empty between two things and count as filled."""
BELOW = 0.35
"""What of a line is below its letters."""
FOLIO = 2.45
"""Lines from the foot of the text to the baseline of the folio."""
MOST_APART = 1.7
"""Lines that columns may end apart and count as level."""
ACROSS = 3.0
"""Lines under a caption that tell whether it stands across the columns."""
MOST_SHORTER = 3
"""Lines by which all pages of a brief are shorter than is usual, at the most."""
ALIKE = 0.15
"""Points by which sizes differ that are the same but for letters that were widened."""
OFF_GRID = 0.3
"""Points by which a line may miss the grid."""
NOTES_HEADING, LEGAL_HEADING = "Endnotes", "How to cite"
COVERS = {"report"}
"""Themes whose first page is a cover, which is filled as it likes."""
CHUNK = 10
"""Briefs that one process builds, one after another."""
UNITS = {"pt": 1.0, "mm": 72 / 25.4, "px": 0.75}
CAPTION = re.compile(r"(Figure|Table)\s+(\d+)\b")


@dataclass(frozen=True)
class Measures:
    """Where text stands on the pages of a theme, in points: across in columns, and down."""

    grid: float
    top: float
    foot: float
    columns: tuple[tuple[float, float], ...]


@dataclass
class Result:
    """What was measured in a brief; see above."""

    number: int
    pages: int = 0
    fill: float = 1.0
    hole: float = 0.0
    hole_page: int = 0
    early: list[str] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    far: list[str] = field(default_factory=list)
    overlap: list[str] = field(default_factory=list)
    lines: int = 0
    off_grid: int = 0
    level: list[int] = field(default_factory=list)
    last: float = 1.0
    problems: list[str] = field(default_factory=list)
    fault: str = ""

    @property
    def is_good(self) -> bool:
        """Whether all is as it should be."""
        wrong = (
            self.early or self.order or self.lost or self.overlap or self.off_grid or self.level or self.fault
        )
        return not wrong and self.fill >= LEAST_FILL and self.hole <= MOST_HOLE and self.last >= LEAST_LAST


@dataclass(frozen=True)
class Ink:
    """Something on a page: where it stands, in points; a line of text has its words and size."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str = ""
    size: float = 0.0
    baseline: float = 0.0
    is_serif: bool = False


def build(number: int, folder: Path) -> tuple[Path, list[str]]:
    """Build a brief in an empty folder: its PDF, and the codes of its problems."""
    from issuebrief.diagnostics.policy import SeverityPolicy
    from issuebrief.job import Job, Output, Purpose
    from issuebrief.pipeline.build import set_brief
    from issuebrief.pipeline.worker_pool import guarded
    from issuebrief.resources import search_path

    for name, content in make_brief(number).files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    pdf = folder / "brief.pdf"
    outputs = (Output(Purpose.SCREEN, pdf),)
    policy = SeverityPolicy((("picture.low-resolution", None), ("picture.coarse", None)))
    outcome = guarded(
        set_brief, Job(folder / "content/brief/brief.md", outputs, search_path(folder), policy=policy)
    )
    return pdf, [f"{problem.severity.value} {problem.code}" for problem in outcome.problems]


@lru_cache
def measures(theme: str, side: str) -> Measures:
    """Where the text of a shipped theme stands, by its tokens."""
    from issuebrief.resources import search_path
    from issuebrief.theming.design_tokens import resolved
    from issuebrief.theming.theme import find_theme

    found = find_theme(theme, search_path(Path(tempfile.gettempdir())))
    assert found is not None

    def points(name: str) -> float:
        value = resolved(f"var(--{name})", found.tokens).replace("calc", "")
        value = re.sub(r"([\d.]+)(pt|mm|px)", lambda match: str(float(match[1]) * UNITS[match[2]]), value)
        if not re.fullmatch(r"[\d.+*/() -]+", value):
            raise ValueError(f"--{name}: {value}")
        return float(eval(value))  # nothing but numbers and signs

    left = points("margin-side") + (points("sidebar-room") if side == "left" else 0)
    width, gap = points("measure"), points("column-gap")
    starts = [left + number * (width + gap) for number in range(int(points("columns")))]
    return Measures(
        points("grid"), points("text-top"), points("text-foot"), tuple((x, x + width) for x in starts)
    )


def measure(pdf: Path, number: int) -> Result:
    """Measure the pages of a brief's PDF."""
    import pymupdf

    brief = make_brief(number)
    places = measures(brief.theme, brief.side)
    result = Result(number)
    captions: list[tuple[str, int, int]] = []
    texts: list[str] = []
    with pymupdf.open(pdf) as document:
        result.pages = len(document)
        inks = [_ink(page) for page in document]
        size = _body_size(thing for ink in inks for thing in ink)
        places = _with_folios(places, inks)
        for page, ink in enumerate(inks):
            if page == 0 and brief.theme in COVERS:
                texts.append("")
                continue
            body = _body(ink, size, places)
            is_last = page == len(document) - 1
            _measure_filling(page, ink, body, places, result, is_last=is_last)
            _measure_grid(body, places, result)
            if body and not is_last:
                _measure_level(page, ink, body, places, result)
            result.overlap += (f"p{page + 1} {what}" for what in _overlaps(ink))
            texts.append(" ".join(thing.text for thing in ink))
            captions += ((*caption, page) for caption in _captions(ink, body, places))
    _judge_captions(captions, texts, brief.mentions, result)
    return result


def _ink(page: Any) -> list[Ink]:
    """Lines of text, pictures and coloured grounds on a page."""
    found = []
    for block in page.get_text("dict")["blocks"]:
        for line in block.get("lines", ()):
            spans = [span for span in line["spans"] if span["text"].strip()]
            if not spans:
                continue
            main = max(spans, key=lambda span: len(span["text"]))
            # The box of a line is higher than its letters, which must not touch others.
            x0, _, x1, _ = line["bbox"]
            baseline, size = main["origin"][1], main["size"]
            found.append(
                Ink(
                    x0, baseline - 0.7 * size, x1, baseline + 0.2 * size,
                    "".join(span["text"] for span in line["spans"]).replace("\N{SOFT HYPHEN}", "").strip(),
                    round(size, 1), baseline, "Serif" in main["font"],
                )
            )  # fmt: skip
    # A cover's box is that of the whole picture, of which a part is shown.
    covers = [page.rect.width * 0.75] if page.number == 0 else []
    found += [
        Ink(
            *picture["bbox"],
            "ground" if covers and picture["bbox"][2] - picture["bbox"][0] > covers[0] else "",
        )
        for picture in page.get_image_info()
    ]
    for drawing in page.get_drawings():
        box = drawing["rect"]
        if drawing.get("fill") and box.height > 8 and box.width > 20:
            found.append(Ink(box.x0, box.y0, box.x1, box.y1, "ground"))
    return found


def _captions(ink: Sequence[Ink], body: Sequence[Ink], places: Measures) -> list[tuple[str, int]]:
    """The kinds and numbers of captions on a page, as they are read.

    What stands across the columns comes after all above it; no text is in the columns right of its caption
    and of the lines under it.
    """
    right = places.columns[0][1]
    found = [thing for thing in ink if CAPTION.match(thing.text) and not thing.is_serif]

    def is_across(thing: Ink) -> bool:
        low = thing.y1 + ACROSS * places.grid
        # Figures side by side at a foot have captions that begin nearly level.
        high = thing.y0 - ACROSS * places.grid
        beside = [text for text in body if text.y1 > thing.y0] + [other for other in found if other.y1 > high]
        is_beside = any(other.x0 > right and other.y0 < low for other in beside)
        return len(places.columns) > 1 and thing.x0 < right and not is_beside

    across = [thing.y0 for thing in found if is_across(thing)]

    def place(thing: Ink) -> tuple[int, int, float]:
        above = sum(y < thing.y0 for y in across)
        return above, 2 if thing.y0 in across else int(thing.x0 > right), thing.y0

    matches = [CAPTION.match(thing.text) for thing in sorted(found, key=place)]
    return [(match[1].lower(), int(match[2])) for match in matches if match]


def _with_folios(places: Measures, inks: Sequence[Sequence[Ink]]) -> Measures:
    """The measures of a brief whose pages may all be some lines longer or shorter, as its folios tell."""
    # Where pages are three lines shorter, the folio stands above where they usually end.
    least = places.foot + (FOLIO - MOST_SHORTER - 0.5) * places.grid
    folios = [
        max((thing.baseline for thing in ink if thing.text == str(page)), default=0.0)
        for page, ink in enumerate(inks, 1)
    ]
    folios = [baseline for baseline in folios if baseline > least]
    if not folios:
        return places
    lines = round((max(folios) - places.foot) / places.grid - FOLIO)
    return replace(places, foot=places.foot + lines * places.grid)


def _as_they_stand(ink: Sequence[Ink], places: Measures) -> list[Ink]:
    """The same, the heading of the notes and the legal lines across all columns, as they stand.

    They are set in one measure with the boxes above them, and have no letters in most of it.
    """
    begin = min((thing.y0 for thing in ink if thing.text == LEGAL_HEADING), default=places.foot)
    end = min((thing.y0 for thing in ink if thing.text == NOTES_HEADING and thing.y0 > begin), default=1e6)

    def spans(thing: Ink) -> bool:
        is_legal = bool(thing.text) and not thing.is_serif and begin <= thing.y0 < end
        return thing.text == NOTES_HEADING or (is_legal and thing.text != "ground")

    right = places.columns[-1][1]
    return [replace(thing, x1=right) if spans(thing) and thing.y0 < places.foot else thing for thing in ink]


def _boxes_top(ink: Sequence[Ink], places: Measures) -> float | None:
    """Where the boxes after the text begin on a page, which stand across all columns together."""
    tops = [
        {
            round(thing.y0)
            for thing in ink
            if thing.text == "ground" and thing.x0 < x1 - 2 and thing.x1 > x0 + 2
        }
        for x0, x1 in places.columns
    ]
    return max(set.intersection(*tops), default=None)


def _measure_filling(
    page: int, ink: Sequence[Ink], body: Sequence[Ink], places: Measures, result: Result, *, is_last: bool
) -> None:
    """The largest hole and the filled share of a page."""
    filled, height = 0.0, 0.0
    ink = _as_they_stand(ink, places)
    # The text ends in the middle of the page: its last column cannot be filled.
    boxes = _boxes_top(ink, places)
    above = max((thing.y1 for thing in body if boxes and thing.y1 < boxes), default=0.0)
    ends = _level_ends(ink, places)
    for x0, x1 in places.columns:
        stretches = sorted((thing.y0, thing.y1) for thing in ink if thing.x0 < x1 - 2 and thing.x1 > x0 + 2)
        low = _first_line(ink, body) if page == 0 else places.top
        gaps = []
        for begin, end in stretches:
            if begin < places.foot:
                gaps.append(begin - (max(low, above) if round(begin) == boxes else low))
                low = max(low, end)
        if not is_last:
            gaps.append(places.foot - max(low, ends))
        white = [gap for gap in gaps if gap > USUAL_WHITE * places.grid]
        area = places.foot - (0.0 if page == 0 else places.top)
        filled, height = filled + area - sum(white), height + area
        if not is_last and (most := max(white, default=0.0) / places.grid - BELOW) > result.hole:
            result.hole, result.hole_page = round(most, 1), page + 1
    if is_last:
        low = max((thing.y1 for thing in ink if thing.y0 < places.foot), default=places.top)
        result.last = 1.0 if page == 0 else round((low - places.top) / (places.foot - places.top), 2)
    else:
        result.fill = min(result.fill, round(filled / height, 3))


def _level_ends(ink: Sequence[Ink], places: Measures) -> float:
    """Where columns end that are level: a hole below them is counted from the one that ends last.

    Of notes or a text that end on the page the last column cannot always be as long as the others.
    """
    ends = [
        max(
            (thing.y1 for thing in ink if thing.x0 < x1 - 2 and thing.x1 > x0 + 2 and thing.y0 < places.foot),
            default=0.0,
        )
        for x0, x1 in places.columns
    ]
    return max(ends) if max(ends) - min(ends) <= MOST_APART * places.grid else 0.0


def _first_line(ink: Sequence[Ink], body: Sequence[Ink]) -> float:
    """Where the text begins on the first page; at the foot of what else is there, where it does not."""
    return min(thing.y0 for thing in body) if body else max(thing.y1 for thing in ink)


def _body_size(ink: Iterable[Ink]) -> float:
    """The size of the lines that are most of the text."""
    counts: dict[float, int] = {}
    for thing in ink:
        if thing.is_serif:
            counts[thing.size] = counts.get(thing.size, 0) + len(thing.text)

    def letters(size: float) -> int:
        return sum(count for other, count in counts.items() if abs(other - size) < ALIKE)

    return max(counts, key=letters, default=0.0)


def _body(ink: Sequence[Ink], size: float, places: Measures) -> list[Ink]:
    """The lines of the text on a page, in letters of that size."""
    left, right = places.columns[0][0], places.columns[-1][1]
    return [
        thing for thing in ink
        if thing.is_serif and abs(thing.size - size) < ALIKE
        and left - 2 < thing.x0 < right and len(thing.text) > 8
    ]  # fmt: skip


def _measure_grid(body: Sequence[Ink], places: Measures, result: Result) -> None:
    """The lines that stand off the grid of most on their page."""
    # Where paragraphs are parted by half a line there is nothing beside them to be level with.
    step = places.grid / (2 if len(places.columns) == 1 else 1)
    phases = [thing.baseline % step for thing in body]
    if not phases:
        return

    def off(phase: float, other: float) -> bool:
        apart = abs(phase - other)
        return min(apart, step - apart) > OFF_GRID

    least = min(sum(off(phase, other) for phase in phases) for other in phases)
    result.lines += len(phases)
    result.off_grid += least


def _measure_level(
    page: int, ink: Sequence[Ink], body: Sequence[Ink], places: Measures, result: Result
) -> None:
    """Whether the columns of a page end within a line of each other, where the text goes on overleaf."""
    if len(places.columns) < 2:
        return
    # What stands across the columns at the foot is one thing, with its caption in the first of them.
    across = [
        thing.y0
        for thing in ink
        if not thing.text and thing.x1 - thing.x0 > places.columns[1][0] - places.columns[0][0]
    ]
    # Notes have columns of their own.
    across += [thing.y0 for thing in ink if thing.text == NOTES_HEADING]
    low = max((thing.baseline for thing in body), default=0.0)
    foot = min([places.foot, *(y for y in across if y > low)])
    feet = []
    ink = _as_they_stand(ink, places)
    for x0, x1 in places.columns:
        lows = [thing.y1 for thing in ink if thing.x0 < x1 - 2 and thing.x1 > x0 + 2 and thing.y0 < foot]
        feet.append(max(lows, default=places.top))
    if max(feet) - min(feet) > MOST_APART * places.grid:
        result.level.append(page + 1)


def _overlaps(ink: Sequence[Ink]) -> Iterator[str]:
    """Lines and pictures that stand on each other; a ground may have others on it."""
    things = [thing for thing in ink if thing.text != "ground"]
    for one, other in combinations(things, 2):
        wide = min(one.x1, other.x1) - max(one.x0, other.x0)
        high = min(one.y1, other.y1) - max(one.y0, other.y0)
        if wide > 2 and high > 1 and (one.baseline != other.baseline or not one.text):
            yield f"{one.text[:20] or 'picture'!r} and {other.text[:20] or 'picture'!r}"
    yield from (
        f"{thing.text[:20]!r} is cut" for thing in things if thing.y1 > 842 or thing.x1 > 596 or thing.x0 < 0
    )


def _judge_captions(
    captions: Sequence[tuple[str, int, int]],
    texts: Sequence[str],
    mentions: Mapping[str, str],
    result: Result,
) -> None:
    """Captions before their mention, far after it, and out of order; those that go on overleaf count once."""
    seen: dict[str, int] = {}
    for kind, number, page in captions:
        name = f"{kind}-{number}"
        if name in seen:
            continue
        seen[name] = page
        word = re.compile(rf"\b{mentions[name]}\b")
        mention = next((place for place, text in enumerate(texts) if word.search(text)), None)
        if mention is not None and page < mention:
            result.early.append(name)
        if mention is not None and page > mention + 1:
            result.far.append(name)
    result.lost = [name for name in mentions if name not in seen]
    for kind in ("figure", "table"):
        numbers = [number for other, number, _ in captions if other == kind]
        result.order += (f"{kind}-{late}" for early, late in pairwise(numbers) if late < early)


def result_of(number: int, folder: Path) -> Result:
    """Build and measure a brief in an empty folder."""
    pdf, problems = build(number, folder)
    if not pdf.exists():
        return Result(number, problems=problems, fault="not set")
    result = measure(pdf, number)
    result.problems = problems
    return result


def work(numbers: Sequence[int], keep: Path | None) -> None:
    """Build some briefs and print what was measured."""
    warnings.simplefilter("ignore")
    for number in numbers:
        with tempfile.TemporaryDirectory() as temporary:
            folder = keep / str(number) if keep else Path(temporary)
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True, exist_ok=True)
            print(json.dumps(asdict(result_of(number, folder))), flush=True)


def results(numbers: Sequence[int], keep: Path | None) -> list[Result]:
    """What was measured in some briefs, in a process of their own."""
    more = ["--keep", str(keep)] if keep else []
    command = [sys.executable, __file__, "--work", *map(str, numbers), *more]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    found = [Result(**json.loads(line)) for line in done.stdout.splitlines() if line.startswith('{"number"')]
    if len(found) < len(numbers):
        fault = done.stderr.strip().splitlines()[-1:] or ["died"]
        lost = numbers[len(found)]
        found = [*found, Result(lost, fault=fault[0]), *results(numbers[len(found) + 1 :], keep)]
    return found


def described(result: Result) -> str:
    """A line for a brief."""
    parts = [f"{result.number:4}", f"{result.pages:2} pages", f"fill {result.fill:4.0%}"]
    parts.append(f"hole {result.hole:4.1f} (p{result.hole_page})" if result.hole > MOST_HOLE else "")
    parts.append(f"last {result.last:.0%}" if result.last < LEAST_LAST else "")
    parts.append(f"off grid {result.off_grid}/{result.lines}" if result.off_grid else "")
    for name in ("level", "early", "order", "lost", "far", "overlap"):
        if found := getattr(result, name):
            parts.append(f"{name} {found[:3]}")
    parts.append(result.fault)
    return "  ".join(part for part in parts if part)


def summed_up(found: Sequence[Result]) -> str:
    """The table for all briefs together."""
    built = [result for result in found if not result.fault]
    lines = sum(result.lines for result in built) or 1
    off = sum(result.off_grid for result in built)
    rows = (
        ("briefs, pages", f"{len(found)}, {sum(result.pages for result in built)}"),
        ("not set", sum(bool(result.fault) for result in found)),
        (f"a page under {LEAST_FILL:.0%} full", sum(result.fill < LEAST_FILL for result in built)),
        (f"a hole over {MOST_HOLE:.0f} lines", sum(result.hole > MOST_HOLE for result in built)),
        ("the mean of the largest holes", f"{sum(r.hole for r in built) / max(1, len(built)):.1f} lines"),
        ("a last page under a quarter", sum(result.last < LEAST_LAST for result in built)),
        ("floats before their mention", sum(len(result.early) for result in built)),
        ("floats out of order", sum(len(result.order) for result in built)),
        ("floats lost", sum(len(result.lost) for result in built)),
        ("floats over a page after it", sum(len(result.far) for result in built)),
        ("overlaps", sum(len(result.overlap) for result in built)),
        ("lines on the grid", f"{1 - off / lines:.2%}"),
        ("pages not level", sum(len(result.level) for result in built)),
        ("all good", sum(result.is_good for result in found)),
    )
    return "\n".join(f"| {name} | {value} |" for name, value in rows)


def main() -> int:
    """Build and measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--briefs", type=int, default=300)
    parser.add_argument("--from", type=int, default=0, dest="first")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--only", type=int)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--work", type=int, nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        work(options.work, options.keep)
        return 0
    if options.only is not None:
        found = results([options.only], options.keep or Path("build/layouts"))
        print(json.dumps(asdict(found[0]), indent=1))
        return 0
    numbers = range(options.first, options.first + options.briefs)
    found = []
    chunks = [numbers[start : start + CHUNK] for start in range(0, len(numbers), CHUNK)]
    with ThreadPoolExecutor(options.workers) as threads:
        for chunk in threads.map(lambda chunk: results(chunk, options.keep), chunks):
            for result in chunk:
                found.append(result)
                if not result.is_good:
                    print(described(result), flush=True)
    print(summed_up(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
