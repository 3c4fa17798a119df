"""What only drawing brings to light of a theme: a bleed that is none, colours that come out otherwise.

In:  the theme of a manuscript, and what was noted while its pages were drawn.
Out: problems, told at the theme.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, Severity, SourceRange, diagnostic, error, warning
from issuebrief.frontmatter.read import locate
from issuebrief.pdf.press.separation import in_steps
from issuebrief.pdf.press.two_inks import difference
from issuebrief.theming.printed_tokens import SMALL, given_inks
from issuebrief.theming.theme_inks import tokens_by_colour

if TYPE_CHECKING:
    from collections.abc import Iterable

    from issuebrief.layout.styles.custom_properties import NoLength
    from issuebrief.manuscript import Manuscript
    from issuebrief.pdf.press.ink_record import InkRecord
    from issuebrief.pdf.press.separation import Inks, Rgb8
    from issuebrief.theming.colours import Cmyk

ACCENT = "--accent"
"""The token that a brief may set itself."""
MANY = 4
"""More pages than so many are counted, not named."""
SEEN = 12.0
"""Colours that differ by more look different beside each other, even in small letters."""


def no_bleed(fault: NoLength, manuscript: Manuscript) -> Diagnostic:
    """A bleed that is no length."""
    return error(
        "style.no-length",
        str(fault),
        _place(manuscript),
        "give the bleed in mm; 3mm is what printers ask for",
    )


def mixed_spots(names: Iterable[str], manuscript: Manuscript) -> tuple[Diagnostic, ...]:
    """Spot inks that a gradient shows."""
    hint = "set the area in one colour, or in tints of the ink beside each other"
    return tuple(
        warning(
            "press.spot-mixed",
            f"a gradient in “{name}” is printed in the process inks that stand in for it",
            _place(manuscript),
            hint,
        )
        for name in sorted(names)
    )


def dulled_text(separation: Inks, record: InkRecord, manuscript: Manuscript) -> tuple[Diagnostic, ...]:
    """Colours of the theme and the brief that small text is in another colour for: no two inks have them.

    Each is told where its inks are given, or the colour itself, with the pages that show it.
    """
    found = []
    tokens = tokens_by_colour(manuscript.theme) if separation.chosen else {}
    for rgb, small in separation.chosen.items():
        token = tokens.get(rgb) or _accent(rgb, manuscript)
        if not token:
            continue
        red, green, blue = (part / 255 for part in rgb)
        inks = separation.inks((red, green, blue))
        if difference(*separation.looks([inks, small])) > SEEN:
            said = f"small text in {token} ({_shown(inks)}){_on_pages(rgb, record)}"
            hint = f"if it should look otherwise, give {token}{SMALL} in the theme: one ink or two"
            message = f"{said} is printed in {_shown(small)}, the nearest of two inks"
            place, line = _place_of(token, manuscript)
            found.append(diagnostic(Severity.INFO, "press.small-colour", message, place, hint, line))
    return tuple(found)


def _on_pages(colour: Rgb8, record: InkRecord) -> str:
    """The pages with small text in a colour that is printed in another, in words."""
    pages = [str(page) for page, noted in enumerate(record.pages, 1) if colour in map(in_steps, noted.dulled)]
    if len(pages) > MANY:
        return f" on page {pages[0]} and {len(pages) - 1} others"
    return f" on page{'s' if len(pages) > 1 else ''} {', '.join(pages)}" if pages else ""


def _place_of(token: str, manuscript: Manuscript) -> tuple[SourceRange, str]:
    """Where the inks of a token are given, or its colour, with that line; or else the theme."""
    source, theme = manuscript.source, manuscript.theme
    if token == ACCENT and manuscript.brief.accent:
        place = locate(source, "accent")
        return place, source.excerpt(place)
    given = {setting.token: setting for setting in theme.settings}
    setting = given_inks(theme).get(token) or given.get(token)
    if setting is None:
        return _place(manuscript), ""
    lines = setting.text.splitlines()
    return setting.place, lines[setting.line - 1] if setting.line <= len(lines) else ""


def _accent(rgb: tuple[float, ...], manuscript: Manuscript) -> str:
    """The token that a brief sets by its own accent, where that is the colour."""
    written = manuscript.brief.accent.removeprefix("#") if manuscript.brief.accent else ""
    written = "".join(digit * 2 for digit in written) if len(written) == 3 else written
    return ACCENT if written and tuple(bytes.fromhex(written)) == rgb else ""


def _shown(inks: Cmyk) -> str:
    return " ".join(f"{ink * 100:.0f}" for ink in inks)


def _place(manuscript: Manuscript) -> SourceRange:
    return SourceRange(manuscript.theme.sheets[-1])
