"""Look into a finished press file: colours, inks, fonts.

In:  the bytes of a PDF, the brief's source, the most ink that the paper takes.
Out: problems with the pages and rectangles that they show in.

The file is read as a printer's own preflight would read it, not as it was meant: every colour that a
page, a form, a pattern or a picture sets, and every font that it names.
"""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING

from issuebrief.preflight.pages import as_problem
from issuebrief.preflight.press.painted import Embedding, Painted, fonts_of, read_press
from issuebrief.preflight.press.print_limits import hairlines, small_text, white_overprint
from issuebrief.preflight.proof import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.frontmatter.source import Source

TOLERANCE = 2.0
"""Per cent of ink that rounding to a byte for each of four inks may add up to."""


def inspect_press(pdf: bytes, source: Source, ink: float) -> tuple[Diagnostic, ...]:
    """All that a printer would object to in a press file; `ink` is the most there may be, in per cent."""
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as file:
        painted, embeddings = read_press(file)
    found = [
        *(("press.colour", finding) for finding in other_colours(painted)),
        *(("press.too-much-ink", finding) for finding in heavy_inks(painted, ink)),
        *(("fonts.not-embedded", finding) for finding in missing_fonts(embeddings)),
        *(("press.small-text", finding) for finding in small_text(painted)),
        *(("press.white-overprint", finding) for finding in white_overprint(painted)),
        *(("press.thin-line", finding) for finding in hairlines(painted)),
    ]
    return tuple(as_problem(code, finding, source) for code, finding in found)


def inspect_fonts(pdf: bytes, source: Source) -> tuple[Diagnostic, ...]:
    """The fonts that any PDF names and does not hold."""
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as file:
        found = list(missing_fonts(fonts_of(file)))
    return tuple(as_problem("fonts.not-embedded", finding, source) for finding in found)


def other_colours(painted: Iterable[Painted]) -> Iterator[Finding]:
    """Colours that are not made of the press's inks, one finding for each colour space."""
    spaces: dict[str, list[Painted]] = {}
    for each in painted:
        if each.space:
            spaces.setdefault(each.space, []).append(each)
    for space, objects in spaces.items():
        yield Finding(
            f"{_counted(objects)} set in {space}, not in the inks of the press",
            "give the colour as device-cmyk(…) in the theme, or replace the picture from its file",
            tuple(each.spot for each in objects),
        )


def heavy_inks(painted: Iterable[Painted], limit: float) -> Iterator[Finding]:
    """Objects on which more ink lies than the paper takes, one finding for each sum."""
    sums: dict[int, list[Painted]] = {}
    for each in painted:
        if each.ink > limit + TOLERANCE:
            sums.setdefault(round(each.ink), []).append(each)
    for ink, objects in sorted(sums.items(), reverse=True):
        yield Finding(
            f"{_counted(objects)} set in {ink} % of ink, and the paper takes {limit:g} %",
            "reduce cyan, magenta or yellow in the theme, or choose another profile",
            tuple(each.spot for each in objects),
        )


def missing_fonts(embeddings: Iterable[Embedding]) -> Iterator[Finding]:
    """Fonts that the file names and does not hold."""
    for name in sorted({each.name for each in embeddings if not each.embedded}):
        yield Finding(
            f"the font {name} is not embedded in the file: it will look different elsewhere",
            "ship the font with the theme (@font-face)",
            (),
        )


def _counted(objects: list[Painted]) -> str:
    """What there is of each kind, with its verb: `2 shapes and 1 text are`."""
    counts = sorted(Counter(each.what for each in objects).items())
    parts = [f"{count} {what}{'s' if count > 1 else ''}" for what, count in counts]
    listed = " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
    return f"{listed} {'is' if len(objects) == 1 else 'are'}"
