r"""Where formulas stand in a text: `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and `\ce{…}`.

In:  a text in which code is blotted out.
Out: `Typed` formulas in their order; and doubts: what may be a formula, or money.

A dollar sign is money more often than not. As in Pandoc, one that opens a formula has no space behind it, and
one that closes it none before it and no digit behind it; and neither stands behind a letter or a digit, as in
US$ or 5$. What stands between them must then look like mathematics, and not like words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNS = ("$", r"\(", r"\[", r"\ce{")
"""Without these a text has no formula."""

BRACES = r"(?:[ \t]*\n?[ \t]*(?P<braces>\{:?[ \t]*[#.\w][^{}\n]*\}))?"
FORMULA = re.compile(
    rf"(?<![\\$])\$\$(?!\$)(?P<display>(?:[^$\n\\]|\\.|\n(?![ \t>]*\n))+)\$\$(?!\$){BRACES}"
    r"|(?<![\\$\w])\$(?=[^\s$])(?P<inline>(?:[^$\n\\]|\\[^\n]|\n(?![ \t>]*\n))+)(?<=[^\s\\])\$(?![\d$])"
    r"(?P<given>\{[^{}\n]*\balt=[^{}\n]*\})?"
    r"|(?<!\\)\\ce(?P<chemical>\{(?:[^{}\n]|\{[^{}\n]*\})*\})"
    r"|\\\((?P<round>[^()\n]*(?:\([^()\n]*\)[^()\n]*)*?)\\\)"
    rf"|\\\[(?P<square>(?:[^\[\]\n]|\n(?![ \t>]*\n))+?)\\\]{BRACES.replace('braces', 'behind')}",
    re.DOTALL,
)
ATTRIBUTE = re.compile(r"#(?P<id>[^\s#.}=]+)|(?P<name>[\w-]+)=(?:\"(?P<value>[^\"]*)\"|(?P<bare>[^\s}]+))")
WORD = re.compile(r"[^\W\d_]{3,}")
NAMED = re.compile(r"\\(?:text\w*|math\w+|operatorname\*?|mbox|ce|begin|end)\s*\{[^{}]*\}|\\[A-Za-z]+")
"""What of a formula may be words."""

MONEY = re.compile(r"\d[\d.,]*(?:\s|$|[A-Za-z]{1,3}\b|[-–—])")
MATHEMATICS = re.compile(r"\\[A-Za-z]+|[\^_=<>≤≥±×÷∑∫√]|(?<=\s)[+−*/-](?=\s)")
PLAIN = re.compile(r"[\w\s+\-−*/=<>()\[\]{}|.,;:!'′^_\\&%~°±×·∙≤≥≠≈∞…√∑∏∫∂∇∈→←↔⇒Α-ω]+")
LINE_BEGINNING = re.compile(r"\n[ \t]*(?:>[ \t]?)*")


@dataclass(frozen=True)
class Typed:
    """A formula as it stands in a text: from where to where, its LaTeX and where that begins there.

    `id` and `alt` come from the braces behind it.
    """

    start: int
    end: int
    tex: str
    tex_start: int
    display: bool = False
    id: str = ""
    alt: str = ""


def may_hold_formulas(text: str) -> bool:
    """Whether a text has any sign of a formula."""
    return any(sign in text for sign in SIGNS)


def find_formulas(masked: str) -> tuple[list[Typed], list[tuple[int, int]]]:
    """The formulas of a text, and from where to where doubtful ones stand, which stay as they are typed."""
    if not may_hold_formulas(masked):
        return [], []
    found: list[Typed] = []
    doubts: list[tuple[int, int]] = []
    position = 0
    while match := FORMULA.search(masked, position):
        position = match.end()
        if "\x00" in match[0]:
            position = match.start() + 1
            continue
        kind = next(
            name for name in ("display", "inline", "chemical", "round", "square") if match[name] is not None
        )
        is_formula = _is_meant(kind, match[kind], masked[match.end("inline") + 1 :][:1])
        if is_formula:
            found.append(_typed(match, kind))
        elif is_formula is None:
            doubts.append(match.span())
        else:
            # The sign that closes nothing may open the next one.
            position = match.start() + 1
    return found, doubts


def _is_meant(kind: str, inner: str, behind: str) -> bool | None:
    """Whether what stands between signs is a formula; None where nobody can tell."""
    if kind in ("display", "chemical"):
        return bool(inner.strip())
    if kind == "round":
        return bool(MATHEMATICS.search(inner) or re.fullmatch(r"\s*[A-Za-z]\s*", inner))
    if kind == "square":
        return bool(re.search(r"\\[A-Za-z]+|\^|=|\w_\w", inner))
    words = WORD.findall(NAMED.sub(" ", inner))
    is_tex = bool(MATHEMATICS.search(inner))
    is_money = bool(MONEY.match(inner))
    if behind[:1].isalpha() and not (is_tex or len(inner) == 1):
        return False
    if not words:
        return is_tex or (
            bool(PLAIN.fullmatch(inner))
            and not (is_money and re.search(r"[-–—/,.;:]\s|\s[a-z]{1,2}\s", inner))
        )
    if not re.search(r"\s", inner) and not inner[0].isdigit():
        return bool(is_tex or PLAIN.fullmatch(inner))
    if len(words) == 1 and is_tex and not is_money:
        return True
    if re.search(r"\\[A-Za-z]+|[\^_]", inner) and not is_money:
        return True
    if is_tex and not is_money and not re.search(r"[^\W\d_]{2,}\s+[^\W\d_]{2,}", NAMED.sub(" ", inner)):
        return True
    return None if is_tex or not (is_money or is_prose(inner)) else False


def is_prose(inner: str) -> bool:
    """Whether words follow each other as in a sentence."""
    return bool(re.search(r"[^\W\d_]{2,}[,;]?\s+[^\W\d_]{2,}", inner))


def _typed(match: re.Match[str], kind: str) -> Typed:
    tex, start = match[kind], match.start(kind)
    if kind == "chemical":
        tex, start = f"\\ce{tex}", start - 3
    braces = match["braces"] or match["given"] or match["behind"] or ""
    given = {
        found["name"] or "id": found["id"] or found["value"] or found["bare"] or ""
        for found in ATTRIBUTE.finditer(braces)
    }
    display = kind in ("display", "square")
    return Typed(match.start(), match.end(), tex, start, display, given.get("id", ""), given.get("alt", ""))


def unquoted(tex: str) -> str:
    """A formula whose lines stand in a quotation, without the signs of that; as long as it was."""
    return LINE_BEGINNING.sub(lambda found: "\n" + " " * (len(found[0]) - 1), tex)


def spans(masked: str) -> Iterator[tuple[int, int]]:
    """From where to where formulas stand."""
    for typed in find_formulas(masked)[0]:
        yield typed.start, typed.end
