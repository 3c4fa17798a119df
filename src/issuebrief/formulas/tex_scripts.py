"""What stands below and above the signs of a formula: indices, powers, primes, limits.

In:  a reader that stands behind a sign.
Out: the sign with its scripts, as an element of MathML; or a `TexFault`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.formulas import tex_commands as known
from issuebrief.formulas.mathml import leaf, node
from issuebrief.formulas.symbols import INTEGRALS, LARGE, WITH_LIMITS
from issuebrief.formulas.tex_tokens import TexFault

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from issuebrief.formulas.tex_parser import TexReader

PRIMES = ("′", "″", "‴", "⁗")


def with_scripts(reader: TexReader, base: Element) -> Element:
    """An atom with what stands below and above it."""
    limits = _limits(reader, base)
    below: Element | None = None
    above: Element | None = None
    while (token := reader.peek()) and token.text in ("^", "_", "'"):
        if token.text == "'":
            primes = _primes(reader)
            if above is not None:
                raise TexFault("two superscripts at one sign", token.start, token.end, known.TWICE)
            above = primes
            continue
        reader.at += 1
        script = reader.argument(token)
        if token.text == "_":
            if below is not None:
                raise TexFault("two subscripts at one sign", token.start, token.end, known.TWICE)
            below = script
        elif above is None:
            above = script
        elif above.tag == "mo" and (above.text or "") in PRIMES:
            above = node("mrow", above, script)
        else:
            raise TexFault("two superscripts at one sign", token.start, token.end, known.TWICE)
    return _scripted(base, below, above, limits=limits)


def _primes(reader: TexReader) -> Element:
    count = 0
    while (token := reader.peek()) and token.text == "'":
        reader.at, count = reader.at + 1, count + 1
    return leaf("mo", PRIMES[min(count, len(PRIMES)) - 1])


def _limits(reader: TexReader, base: Element) -> bool:
    """Whether scripts stand above and below an atom, not behind it."""
    text = base.text or ""
    plain = (text in LARGE and text not in INTEGRALS) or text.replace("\u2009", "") in WITH_LIMITS
    # What a brace or an arrow is at has its scripts above and below that; an accent is part of its letter.
    is_braced = base.tag in known.BRACED and "true" not in (base.get("accent"), base.get("accentunder"))
    wanted = (reader.is_display and plain) or base.get("movablelimits") == "false" or is_braced
    while (token := reader.peek()) and token.text in (r"\limits", r"\nolimits"):
        reader.at += 1
        wanted = token.text == r"\limits"
    return wanted


def _scripted(base: Element, below: Element | None, above: Element | None, *, limits: bool) -> Element:
    tags = ("munder", "mover", "munderover") if limits else ("msub", "msup", "msubsup")
    if below is not None and above is not None:
        return node(tags[2], base, below, above)
    if below is not None:
        return node(tags[0], base, below)
    return node(tags[1], base, above) if above is not None else base
