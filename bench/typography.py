"""How evenly paragraphs are set: total-fit beside greedy beside Typst, on the same text.

    .venv/bin/python bench/typography.py --typometer PROGRAM [BRIEF.md …] [--measures 58 66 80 110]
    .venv/bin/python bench/typography.py --typometer PROGRAM --frontier [BRIEF.md …] [--measures 66]

Each brief is set at each measure three times: composed by the project, broken greedily by
WeasyPrint, and by Typst in the same face, size, leading and measure (with letters tracked by up to
0.02 em, as the project does), where the package `typst` is installed. Typst gets the paragraphs,
headings and lists of the text; figures and pull-quotes are left out.

With `--frontier` the project alone sets the briefs, once for each of several prices of hyphens and of
unlike neighbours.

PROGRAM measures a finished PDF: `PROGRAM FILE --json` prints an object with `gaps` (`mean`,
`loose_pct`, `very_loose_pct`, `tight_pct`, `p95`), `hyphens` (`share_pct`, `ladders`), `breaks`
(`runts`) and `letters` (`contrast_pct`). It is run with this Python, or with that of `--python`.

Prints a table in Markdown. Gaps are in units of the face's own space; the contrast is the share of
neighbouring lines whose letters differ by more than 0.02 em.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from issuebrief.job import Job
from issuebrief.pipeline.build import set_brief
from issuebrief.pipeline.read import read
from issuebrief.resources import SearchPath

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from issuebrief.linebreak.word_lengths import Pricing

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BRIEFS = (
    ROOT / "content/return-to-the-moon/brief.md",
    *(HERE / f"texts/{lang}.md" for lang in ("de", "sv", "fr")),
)
MEASURES = (58.0, 66.0, 80.0, 110.0)
WIDEST_OF_TWO = 70.0
"""Up to this measure, in mm, two columns go on a page."""
GAP = 6.0
FACE, SIZE, GRID = "Source Serif 4", 9.3, 12.5
HEADINGS = ("h2", "h3", "h4", "h5", "h6")
HEAD = (
    "| text | measure | set by | mean gap | loose | very loose | tight | p95 | contrast | hyphens | ladders"
    " | runts |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
)
HYPHEN_PRICES = (0.25, 0.5, 1.0, 2.0)
"""Shares of the price of a hyphen."""
CONTRAST_PRICES = (0.0, 1.0, 4.0)
"""Shares of the price of unlike neighbours."""


@dataclass(frozen=True)
class Yardstick:
    """The program that measures a PDF, and the Python that runs it."""

    python: str
    program: Path

    def row(self, pdf: Path) -> str:
        """The figures of a PDF as cells of a table."""
        command = [self.python, str(self.program), str(pdf), "--json"]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        gaps, hyphens, letters = found["gaps"], found["hyphens"], found["letters"]
        if "mean" not in gaps:
            return "ragged |" + " |" * 8
        cells = (
            f"{gaps['mean']:.2f}",
            f"{gaps['loose_pct']:.1f} %",
            f"{gaps['very_loose_pct']:.1f} %",
            f"{gaps['tight_pct']:.1f} %",
            f"{gaps['p95']:.2f}",
            f"{letters['contrast_pct'] or 0:.1f} %",
            f"{hyphens['share_pct']:.1f} %",
            str(len(hyphens["ladders"])),
            str(len(found["breaks"]["runts"])),
        )
        return " | ".join(cells)


# ---- By the project ------------------------------------------------------------------------------


def set_by_project(brief: Path, measure: float, compose: str, folder: Path) -> Path:
    """Set a brief at a measure; the theme is moved as a user's own styles would move it."""
    styles = folder / f"styles-{compose}-{measure:g}"
    styles.joinpath("themes").mkdir(parents=True)
    columns = 2 if measure <= WIDEST_OF_TWO else 1
    tokens = f":root {{ --measure: {measure:g}mm; --columns: {columns}; --compose: {compose} }}"
    for theme in (ROOT / "styles/themes").glob("*.css"):
        styles.joinpath("themes", theme.name).write_text(f"{theme.read_text('utf-8')}\n{tokens}\n", "utf-8")
    output = folder / f"{compose}-{measure:g}.pdf"
    search_path = SearchPath((ROOT / "templates",), (styles, ROOT / "styles"))
    outcome = set_brief(Job.for_screen(brief.resolve(), output, search_path))
    if not outcome.written:
        raise SystemExit("\n".join(problem.message for problem in outcome.problems))
    return output


# ---- By Typst ------------------------------------------------------------------------------------


def set_by_typst(brief: Path, measure: float, folder: Path) -> Path:
    """Set a brief's text at a measure with Typst."""
    import typst  # type: ignore[import-not-found,unused-ignore]

    source, output = folder / "typst.typ", folder / f"typst-{measure:g}.pdf"
    source.write_text(typst_source(brief, measure, folder), "utf-8")
    typst.compile(
        str(source), output=str(output), font_paths=[str(ROOT / "styles/fonts")], ignore_system_fonts=True
    )
    return output


def typst_source(brief: Path, measure: float, folder: Path) -> str:
    """A brief in Typst's language; quotation marks, dashes and spaces are those the project made of it."""
    search_path = SearchPath((ROOT / "templates",), (ROOT / "styles",))
    manuscript, _ = read(Job.for_screen(brief.resolve(), folder / "typst.pdf", search_path))
    if manuscript is None:
        raise SystemExit(f"{brief} cannot be read")
    columns = 2 if measure <= WIDEST_OF_TWO else 1
    width = columns * measure + (columns - 1) * GAP
    language, _, region = manuscript.brief.lang.partition("-")
    head = f"""
#set document(title: {json.dumps(manuscript.brief.title, ensure_ascii=False)})
#set page(width: 210mm, height: 297mm, columns: {columns},
  margin: (left: {(210 - width) / 2}mm, right: {(210 - width) / 2}mm, top: {6 * GRID}pt, bottom: 66pt))
#set columns(gutter: {GAP}mm)
#set text(font: "{FACE}", size: {SIZE}pt, lang: "{language}", region: {f'"{region}"' if region else "none"},
  hyphenate: true, number-type: "old-style", top-edge: {0.7 * GRID}pt, bottom-edge: {-0.3 * GRID}pt)
#set par(justify: true, leading: 0pt, spacing: 0pt, first-line-indent: {GRID}pt,
  justification-limits: (tracking: (min: -0.02em, max: 0.02em)))
#show heading: set text(font: "Source Sans 3", size: {SIZE}pt, hyphenate: false)
#show heading: set block(above: {GRID}pt, below: 0pt)
"""
    return head + "\n\n".join(_typst_blocks(manuscript.body.html))


def _typst_blocks(html: str) -> Iterator[str]:
    """The paragraphs, headings and list items of a text, each in Typst's language."""
    from tinyhtml5 import parse  # type: ignore[import-untyped]

    root = parse(f"<!DOCTYPE html><body>{html}</body>", namespace_html_elements=False)
    for element in root.find("body"):
        if element.tag in HEADINGS:
            yield f"#heading(level: {int(element.tag[1]) - 1})[{_typst_inline(element)}]"
        elif element.tag == "p":
            yield f"#par[{_typst_inline(element)}]"
        elif element.tag in ("ul", "ol", "blockquote"):
            yield from (f"#par[{_typst_inline(part)}]" for part in element.iter() if _is_text(part))


def _is_text(element: Any) -> bool:
    return element.tag == "p" or (element.tag == "li" and element.find("p") is None)


def _typst_inline(element: Any) -> str:
    """What stands in an element, with its emphasis and its note marks; text goes as strings."""
    parts = [_typst_string(element.text)]
    for child in element:
        if isinstance(child.tag, str) and child.tag != "aside":
            parts.append(_typst_wrapped(child)(_typst_inline(child)))
        parts.append(_typst_string(child.tail))
    return "".join(parts)


def _typst_wrapped(element: Any) -> Callable[[str], str]:
    if element.tag == "sup" or "note-mark" in (element.get("class") or "").split():
        return "#super[{}]".format
    name = {"em": "emph", "i": "emph", "strong": "strong", "b": "strong"}.get(element.tag)
    return f"#{name}[{{}}]".format if name else str


def _typst_string(text: str | None) -> str:
    collapsed = re.sub("[ \\n]+", " ", text or "")
    return f"#{json.dumps(collapsed, ensure_ascii=False)};" if collapsed else ""


# ---- The table -----------------------------------------------------------------------------------


def rows(brief: Path, measure: float, yardstick: Yardstick, folder: Path) -> Iterator[str]:
    """One row for each way to set a brief."""
    pdfs = {
        "total-fit": set_by_project(brief, measure, "total-fit", folder),
        "greedy": set_by_project(brief, measure, "greedy", folder),
    }
    if importlib.util.find_spec("typst"):
        pdfs["Typst"] = set_by_typst(brief, measure, folder)
    for way, pdf in pdfs.items():
        shown = f"**{way}**" if way == "total-fit" else way
        yield f"| {folder.name} | {measure:g} mm | {shown} | {yardstick.row(pdf)} |"


def frontier(brief: Path, measure: float, yardstick: Yardstick, folder: Path) -> Iterator[str]:
    """One row for each pair of prices."""
    from issuebrief.layout.paragraphs import break_opportunities, composer

    pricing = composer.pricing
    try:
        for hyphens, neighbours in product(HYPHEN_PRICES, CONTRAST_PRICES):

            def priced(text: str, hyphens: float = hyphens, neighbours: float = neighbours) -> Pricing:
                as_set = pricing(text)
                dear = {"hyphen": hyphens * as_set.hyphen, "contrast": neighbours * as_set.contrast}
                return as_set._replace(**dear)

            composer.pricing = break_opportunities.pricing = priced
            here = folder / f"{hyphens:g}-{neighbours:g}"
            here.mkdir()
            pdf = set_by_project(brief, measure, "total-fit", here)
            shown = f"hyphens {hyphens:g}, neighbours {neighbours:g}"
            shown = f"**{shown}**" if hyphens == neighbours == 1 else shown
            yield f"| {folder.name} | {measure:g} mm | {shown} | {yardstick.row(pdf)} |"
    finally:
        composer.pricing = break_opportunities.pricing = pricing


def main() -> None:
    """Set, measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("briefs", nargs="*", type=Path, default=BRIEFS)
    parser.add_argument("--typometer", type=Path, required=True, metavar="PROGRAM")
    parser.add_argument("--python", default=sys.executable, help="the Python that runs PROGRAM")
    parser.add_argument("--measures", nargs="+", type=float, default=MEASURES, metavar="MM")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the PDFs there")
    parser.add_argument("--frontier", action="store_true", help="set by several prices")
    arguments = parser.parse_args()
    way = frontier if arguments.frontier else rows
    yardstick = Yardstick(arguments.python, arguments.typometer)
    print(HEAD)
    with tempfile.TemporaryDirectory() as name:
        for brief in arguments.briefs:
            label = brief.stem if brief.stem != "brief" else brief.parent.name
            folder = (arguments.keep or Path(name)) / label
            folder.mkdir(parents=True, exist_ok=True)
            for measure in arguments.measures:
                for row in way(brief, measure, yardstick, folder):
                    print(row, flush=True)


if __name__ == "__main__":
    main()
