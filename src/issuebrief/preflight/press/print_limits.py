"""Text and rules that a press cannot print well: too small for their inks, too thin, or not at all.

In:  everything that a press file paints.
Out: findings: one for each colour of small text and each width of thin rules, one for white that overprints.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.preflight.proof import Finding
from issuebrief.theming.small_text import inks_used, is_rich_black, prints_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from issuebrief.preflight.press.painted import Painted
    from issuebrief.theming.colours import Cmyk

THINNEST = 0.25
"""A thinner line breaks off on the plate, in points."""

CLOSE = 0.01
"""Widths that differ by no more are the same, in points."""


def small_text(painted: Iterable[Painted]) -> Iterator[Finding]:
    """Text that is too small for the inks it is printed in, one finding for each colour."""
    colours: dict[Cmyk, list[Painted]] = {}
    for each in painted:
        if each.what == "text" and len(each.inks) == 4 and each.size:
            cyan, magenta, yellow, black = each.inks
            inks = (cyan, magenta, yellow, black)
            if not prints_at(inks, each.size):
                colours.setdefault(inks, []).append(each)
    for inks, texts in colours.items():
        smallest = min(each.size for each in texts)
        shown = " ".join(f"{ink:.0%}".rstrip("%") for ink in inks)
        what = "a rich black" if is_rich_black(inks) else f"{len(inks_used(inks))} inks"
        yield Finding(
            f"text of {smallest:g} pt is printed in {what} (inks {shown}), whose plates never lie quite "
            "on each other",
            "use a colour of the theme, which has inks for small text (--brand-small-cmyk), or fewer inks",
            tuple(each.spot for each in texts),
        )


def white_overprint(painted: Iterable[Painted]) -> Iterator[Finding]:
    """White text and shapes that are printed over what is below them, and so not at all."""
    found = [each for each in painted if each.overprints and each.inks and not any(each.inks)]
    if found:
        yield Finding(
            "white text or shapes overprint: no ink is printed over what is below, and they vanish",
            "set them in a colour, or report this as a bug",
            tuple(each.spot for each in found),
        )


def hairlines(painted: Iterable[Painted]) -> Iterator[Finding]:
    """Rules that are thinner than a plate holds, one finding for each width."""
    widths: dict[float, list[Painted]] = {}
    for each in painted:
        if each.what == "shape" and each.width and each.ink > 0 and each.width < THINNEST - CLOSE:
            widths.setdefault(round(each.width, 2), []).append(each)
    for width, rules in sorted(widths.items()):
        yield Finding(
            f"{'a line is' if len(rules) == 1 else f'{len(rules)} lines are'} {width:g} pt thin, "
            f"and a press holds {THINNEST:g} pt",
            "make rules 0.25 pt or thicker, in the theme or in the picture",
            tuple(each.spot for each in rules),
        )
