"""What kind of value each design token takes, and whether a theme's is of it.

In:  the tokens that a theme sets, and the declarations of the shipped sheets that make use of them.
Out: for a value that is none of its kind what it must be; for a token whether anything reads it.

The program itself reads some tokens, as words and numbers. The others end in declarations of the shipped
sheets: a length that `calc()` reckons with needs its unit, be it 0, and all others have to make sense where
they are put in.
"""

from __future__ import annotations

import re
from collections import ChainMap, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from issuebrief.theming.design_tokens import resolved
from issuebrief.theming.page_sizes import PAGE_SIZES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, MutableMapping

WORDS = {
    "--page-size": tuple(PAGE_SIZES),
    "--sidebar-side": ("left", "right", "outer", "inner", "none"),
    "--caption-place": ("below", "sidebar"),
    "--compose": ("total-fit", "greedy"),
    "--text-align": ("justify", "left", "right", "center", "start", "end"),
    "--rag": ("balance", "pretty", "none"),
    "--snap": ("grid", "half-grid", "none"),
}
"""The tokens that are a word, and which."""
NUMBERS = {
    "--columns": (re.compile(r"[1-9]\d*"), "a whole number such as 2"),
    "--notes-columns": (re.compile(r"[1-9]\d*"), "a whole number such as 2"),
    "--tracking": (re.compile(r"(0|0?\.\d+)(em)?"), "a small length in em, such as 0.02em"),
    "--autospace": (re.compile(r"(0|0?\.\d+)(em)?"), "a small length in em, such as 0.25em"),
    "--expansion": (re.compile(r"0?\.\d+|0"), "a share from 0 to 1, such as 0.02"),
    "--hanging": (re.compile(r"0?\.\d+|[01](\.0+)?"), "a share from 0 to 1, such as 0.5"),
    "--tolerance": (re.compile(r"\d*\.?\d+"), "a number above 0, such as 3"),
}
"""The tokens that are a number: how it is written, and an example."""
LENGTHS = {"--grid", "--text-top", "--text-foot", "--text-width", "--sidebar-room", "--bleed"}
"""The tokens that the program reckons with as lengths."""
OTHERS = {"--text-size", "--table-edge", "--table-small", "--script-size", "--superior-rise",
          "--inferior-drop", "--press-profile", "--press-ink"}  # fmt: skip
READ = {*LENGTHS, *OTHERS, *WORDS, *NUMBERS}
"""The tokens that the program reads, whatever rules do."""
A_LENGTH = "a length with its unit, such as 12pt or 0mm"
UNIT = re.compile(r"(?<![\w.#-])[\d.]+(pt|mm|cm|in|px|pc|q|em|rem|lh|rlh|ex|ch)\b", re.IGNORECASE)
BARE = re.compile(r"[-+]?\d*\.?\d+")
CALCULATED = re.compile(r"(?:calc|min|max|clamp)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
REFERENCE = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass(frozen=True)
class Use:
    """A declaration of a sheet that makes something of tokens."""

    name: str
    value: str


@dataclass(frozen=True)
class Uses:
    """The declarations that make use of each token, and the tokens that `calc()` reckons with."""

    by_token: Mapping[str, tuple[Use, ...]] = field(default_factory=dict)
    calculated: frozenset[str] = frozenset()


def uses_of(declarations: Iterable[tuple[str, str]]) -> Uses:
    """What declarations, by name and value, make of tokens: directly, or by way of other tokens."""
    direct: dict[str, list[Use]] = defaultdict(list)
    calculated: set[str] = set()
    for name, value in declarations:
        for token in REFERENCE.findall(value):
            direct[token].append(Use(name, value))
        for part in CALCULATED.findall(value):
            calculated.update(REFERENCE.findall(part))
    behind = calculated
    while behind:
        behind = {
            token for token in direct.keys() - calculated if any(u.name in behind for u in direct[token])
        }
        calculated |= behind
    found = {token: tuple(dict.fromkeys(_followed(token, direct, frozenset()))) for token in direct}
    return Uses(found, frozenset(calculated))


def _followed(token: str, direct: Mapping[str, list[Use]], within: frozenset[str]) -> Iterable[Use]:
    for use in direct.get(token, ()):
        if not use.name.startswith("--"):
            yield use
        elif use.name not in within:
            yield from _followed(use.name, direct, within | {use.name})


def wanted(
    token: str,
    value: str,
    tokens: MutableMapping[str, str],
    uses: Uses,
    shipped: Mapping[str, str],
    is_understood: Callable[[str, str], bool],
) -> str:
    """What a token must be, where a value is none of that kind; empty where it is.

    `tokens` are all that are set in the end, `shipped` those of the shipped sheets, and `is_understood` says
    whether a declaration of CSS makes sense.
    """
    plain = resolved(value, tokens)
    if "var(" in plain.lower() or not plain:
        return ""
    if token in WORDS:
        *others, last = WORDS[token]
        return "" if plain in WORDS[token] else f"{', '.join(others)} or {last}"
    if token in NUMBERS:
        form, example = NUMBERS[token]
        return "" if form.fullmatch(plain) else example
    is_length = token in LENGTHS or bool(UNIT.search(resolved(shipped.get(token, ""), shipped)))
    if is_length and (token in uses.calculated or token in LENGTHS) and not _has_unit(plain, is_understood):
        return A_LENGTH
    own = ChainMap({token: value}, tokens)
    for use in uses.by_token.get(token, ()):
        put_in = resolved(use.value, own)
        if put_in and not is_understood(use.name, put_in):
            return f"something that `{use.name}: {use.value}` can be made of"
    return ""


def _has_unit(value: str, is_understood: Callable[[str, str], bool]) -> bool:
    return not BARE.fullmatch(value) and "%" not in value and is_understood("margin-left", value)
