"""What keeps a brief from being laid out, or from being laid out as well as others, as problems.

In:  what the stages of the layout raise or note, and the `LayoutInput` that was laid out.
Out: problems with the place in the brief or in a style sheet.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from issuebrief.diagnostics.model import Diagnostic, Severity, SourceRange, diagnostic, error, warning
from issuebrief.layout.page_room import Misfit, room_left
from issuebrief.layout.sidebar.place_blocks import NoRoom, Overfull, TooTall
from issuebrief.theming.shipped_sheets import is_shipped
from issuebrief.theming.style_sheets import text_of
from issuebrief.units import MM_PER_PX

if TYPE_CHECKING:
    from collections.abc import Mapping

    from issuebrief.engine.pages import LayoutInput
    from issuebrief.engine.protocols import LayoutBox
    from issuebrief.layout.paragraphs.composer import Composer
    from issuebrief.layout.styles.custom_properties import NoLength

ENGINE = frozenset({"weasyprint", "tinycss2", "cssselect2"})
"""The packages that read and lay out what a style sheet says."""
ATTACHED = re.compile(
    r"""<(?:a|area|link)\b[^<>]*\srel\s*=\s*(?:"[^"]*|'[^']*)?\battachment\b""", re.IGNORECASE
)
"""An element that attaches what it leads to."""

OF_SCREEN = re.compile(r"^(\w+) unit resolved before")
"""What WeasyPrint says of a length that is a share of the page, where it makes pages."""
OF_LENGTH = re.compile(r"(?<![\w.])[\d.]+(?:vw|vh|vi|vb|vmin|vmax)\b", re.IGNORECASE)

SAID_BY_LAYOUT = {
    "Subgrids": "subgrid",
    "auto-fit": "auto-fi",
    "Baseline alignment": "baseline",
    "Inline grids": "inline-grid",
}
"""Words of what WeasyPrint says while it lays out, and the CSS that it says them of."""

ACROSS = ("--measure", "--sidebar-width", "--sidebar-gap", "--columns", "--column-gap", "--margin-side",
          "--page-width")  # fmt: skip
"""The tokens that add up to the width of a page."""

MOST_SHOWN = 60
"""So many letters of a word are shown at most."""


def problem_of(
    fault: TooTall | Overfull | NoRoom | NoLength | Misfit, layout_input: LayoutInput
) -> Diagnostic:
    """What keeps a brief from being laid out."""
    if isinstance(fault, TooTall):
        return _too_tall(fault.line, layout_input)
    if isinstance(fault, NoRoom):
        return _no_room(fault, layout_input)
    if isinstance(fault, Misfit):
        place, excerpt = _last(fault.token, layout_input)
        return error("style.misfit", str(fault), place, fault.hint, excerpt)
    return _overfull(layout_input) if isinstance(fault, Overfull) else _no_length(fault, layout_input)


def room_problems(page_boxes: list[LayoutBox], layout_input: LayoutInput) -> tuple[Diagnostic, ...]:
    """The problem that a house's measures leave white beside the columns."""
    if not _own(layout_input) or (misfit := room_left(page_boxes)) is None:
        return ()
    places = (_last(token, layout_input) for token in ACROSS)
    place, excerpt = next((found for found in places if found[0].line), _last(misfit.token, layout_input))
    return (warning("style.room-left", str(misfit), place, misfit.hint, excerpt),)


def style_fault(fault: Exception, layout_input: LayoutInput) -> Diagnostic | None:
    """The problem that a house's own style sheets made the engine fail; None where they are not to blame.

    WeasyPrint checks most values when it reads them, but not what comes of tokens and arithmetic.
    """
    trace = fault.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    raised_in = Path(trace.tb_frame.f_code.co_filename).parts if trace else ()
    own = _own(layout_input)
    is_endless = isinstance(fault, OverflowError) or (isinstance(fault, ValueError) and " NaN " in str(fault))
    if not own or (ENGINE.isdisjoint(raised_in) and not is_endless):
        return None
    if is_endless:
        message = "a length that comes of this style sheet is larger than the layout engine can handle"
        hint = "look for a very large number, such as 1e999px, and for calc() and tokens that multiply such"
        return error("style.breaks-layout", message, SourceRange(own[-1]), hint)
    message = f"the layout engine cannot work with a value in this style sheet: {fault}"
    hint = "undo the last change; a token must have the same type as in the shipped theme"
    return error("style.breaks-layout", message, SourceRange(own[-1]), hint)


def attachment_problems(layout_input: LayoutInput) -> tuple[Diagnostic, ...]:
    """The problem that a template attaches files, which a PDF for archives and readers does not have."""
    if "attachment" not in layout_input.html or not ATTACHED.search(layout_input.html):
        return ()
    message = "a template attaches a file to the PDF (rel=attachment), which is not supported"
    hint = "remove the element; a brief may link the file, and the web page brings a copy of it"
    return (error("resources.not-loaded", message, SourceRange(layout_input.source), hint),)


def left_problems(composer: Composer, layout_input: LayoutInput) -> tuple[Diagnostic, ...]:
    """What the composer could not compose: nothing is wrong with the page, but lines may be less even.

    And words that it had to cut.
    """
    left = (
        diagnostic(
            Severity.INFO,
            "compose.line-by-line",
            f"the paragraph “{name}” is broken line by line",
            SourceRange(layout_input.source),
            "it contains a picture, a float, or a wide word that must stay whole",
        )
        for name in composer.left
    )
    return (*left, *cut_problems(composer.cut, layout_input))


def cut_problems(cut: Mapping[str, int], layout_input: LayoutInput) -> tuple[Diagnostic, ...]:
    """The words that were cut after any letter, each with its line: they may be read wrongly."""
    return tuple(
        warning(
            "compose.word-cut",
            f"“{_shortened(word)}” is wider than its line, and is cut in the middle of a syllable",
            SourceRange(layout_input.source, line),
            "write &shy; where it may be divided, or use a shorter word",
        )
        for word, line in cut.items()
    )


def _shortened(word: str) -> str:
    return word if len(word) <= MOST_SHOWN else word[:MOST_SHOWN] + "…"


def _too_tall(line: int, layout_input: LayoutInput) -> Diagnostic:
    return error(
        "sidebar.too-tall",
        "this is too long for the sidebar: it is taller than a page",
        SourceRange(layout_input.source, line),
        "shorten it; a picture can be smaller, or go in the text without .margin",
    )


def _no_room(fault: NoRoom, layout_input: LayoutInput) -> Diagnostic:
    """Margins that fill a page."""
    place, excerpt = _last("@page", layout_input)
    width, height = (max(0, round(side * MM_PER_PX)) for side in (fault.width, fault.height))
    message = f"the margins of a page leave {width} by {height} mm for everything on it"
    hint = "give `@page` smaller margins or a larger size"
    return error("style.no-room", message, place, hint, excerpt)


def _no_length(fault: NoLength, layout_input: LayoutInput) -> Diagnostic:
    """A token that is no length."""
    place, excerpt = _last(fault.token, layout_input)
    hint = "give it as a number with pt, mm, cm, in or px"
    return error("style.no-length", str(fault), place, hint, excerpt)


def in_style_sheet(problem: Diagnostic, line: str, layout_input: LayoutInput) -> Diagnostic:
    """A problem that the layout told of, at the place in the house's own style sheets that it is about."""
    if (of_screen := OF_SCREEN.search(line)) and (own := _own(layout_input)):
        place, excerpt = _last_match(OF_LENGTH, own, layout_input)
        message = f"{of_screen[1]} has no meaning where the size of the page is still to be worked out"
        hint = "give the length in mm, pt or another unit of paper"
        return error("style.not-understood", message, place, hint, excerpt)
    said = re.search(r"/([^/\s'\"]+)'? ?: ", line) if problem.code == "resources.not-loaded" else None
    names = [unquote(said[1])] if said else [css for word, css in SAID_BY_LAYOUT.items() if word in line]
    for name in names:
        place, excerpt = _last(name, layout_input)
        if place.line:
            return replace(problem, place=place, excerpt=excerpt)
    return problem


def _own(layout_input: LayoutInput) -> list[Path]:
    """The style sheets that are not shipped."""
    return [path for path in layout_input.styles if not is_shipped(path)]


def _lines_of(path: Path, layout_input: LayoutInput) -> list[str]:
    draft = layout_input.drafts.get(path)
    return (text_of(path, layout_input.folders) if draft is None else draft).splitlines()


def _last_match(
    pattern: re.Pattern[str], own: list[Path], layout_input: LayoutInput
) -> tuple[SourceRange, str]:
    """The last place in style sheets, and its line, that a pattern matches."""
    place, excerpt = SourceRange(own[-1]), ""
    for path in own:
        with suppress(OSError):
            for number, line in enumerate(_lines_of(path, layout_input), 1):
                if found := pattern.search(line):
                    place = SourceRange(path, number, found.start() + 1).covering(found[0])
                    excerpt = line
    return place, excerpt


def _last(name: str, layout_input: LayoutInput) -> tuple[SourceRange, str]:
    """The last place in the house's own style sheets where a token is set, or a rule for pages begins."""
    own = _own(layout_input)
    place, excerpt = SourceRange(own[-1] if own else layout_input.source), ""
    sought = f"{name}:" if name.startswith("--") else name
    for path in own:
        with suppress(OSError):
            for number, line in enumerate(_lines_of(path, layout_input), 1):
                if sought in line.replace(" :", ":"):
                    place, excerpt = SourceRange(path, number, line.index(name) + 1).covering(name), line
    return place, excerpt


def _overfull(layout_input: LayoutInput) -> Diagnostic:
    return error(
        "sidebar.overfull",
        "the sidebars of all pages together cannot hold all their blocks",
        SourceRange(layout_input.source),
        "remove pull-quotes, or give the theme's .spare-line a height",
    )
