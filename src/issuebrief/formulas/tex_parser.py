"""A reader of LaTeX.

In:  a formula as it is typed, and whether it stands on a line of its own.
Out: elements of MathML; or a `TexFault` that says what cannot be read, and where.

A reader of recursive descent (TeX: The Program has the grammar): a row is a row of atoms, each with its
scripts. It goes through the tokens once; groups may be nested so deep that no stack ends.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from issuebrief.formulas import tex_commands as known
from issuebrief.formulas.mathml import leaf, node, row, space
from issuebrief.formulas.symbols import (
    FUNCTIONS,
    SPACES,
    SPELLED,
    WITH_LIMITS,
    element_of,
    sign_of,
    styled,
)
from issuebrief.formulas.tex_scripts import with_scripts
from issuebrief.formulas.tex_tokens import TexFault, TexToken, tokens_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

DEEPEST = 24
"""So many groups may stand in each other."""

STOPS = frozenset(("}", "&", r"\\", r"\right", r"\middle", r"\end", r"\cr"))


class TexReader:
    """A walk over the tokens of a formula; `style` is that of the letters that are read."""

    def __init__(self, tex: str, *, is_display: bool, has_decimal_comma: bool) -> None:
        self.tex, self.is_display, self.has_decimal_comma = tex, is_display, has_decimal_comma
        self.tokens, self.at, self.depth = tokens_of(tex), 0, 0
        self.style: str | None = None

    def read_all(self) -> list[Element]:
        """All of the formula."""
        children = self.read_row()
        if token := self.peek():
            raise self.astray(token)
        if not children:
            raise TexFault("the formula is empty", 0, len(self.tex) or 1, "write it between the dollar signs")
        return children

    def peek(self) -> TexToken | None:
        """The next token that is no white space."""
        while self.at < len(self.tokens) and self.tokens[self.at].kind == "space":
            self.at += 1
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self) -> TexToken:
        """The next token, which is taken; a fault where the formula ends."""
        token = self.peek()
        if token is None:
            last = max(len(self.tex) - 1, 0)
            raise TexFault(
                "the formula ends too early", last, len(self.tex), "write what is missing at its end"
            )
        self.at += 1
        return token

    def read_row(self) -> list[Element]:
        """Atoms with their scripts, until something ends their row."""
        children: list[Element] = []
        while (token := self.peek()) and token.text not in STOPS:
            if token.text in known.IN_DISPLAY_STYLE:
                self.at += 1
                shown = "true" if token.text in known.DISPLAY else "false"
                rest = self.read_row()
                return [*children, node("mrow", *rest, displaystyle=shown)] if rest else children
            children += self._read_part(children)
        return children

    def _read_part(self, before: list[Element]) -> list[Element]:
        """An atom with its scripts, and the white that a function has beside it."""
        atom = self.read_atom(is_first=not before or _is_open(before[-1]))
        made = with_scripts(self, atom)
        name = (atom.text or "").replace("\u2009", "") if atom.tag == "mi" else ""
        follows = self.peek()
        if len(name) < 2 or name not in FUNCTIONS | WITH_LIMITS:
            return [made]
        touches = ("(", "[", r"\left", ")", "]", ",")
        ends = follows is None or follows.text in STOPS or follows.text in touches
        first = [] if not before or before[-1].tag in ("mo", "mspace") else [space(3 / 18)]
        return [*first, made] if ends else [*first, made, space(3 / 18)]

    def read_atom(self, *, is_first: bool = False) -> Element:
        """A single part of a row, without scripts."""
        token = self.take()
        if token.text == "{":
            return row_or_empty(self.read_group(token))
        if token.text in ("^", "_", "'"):
            self.at -= 1
            return node("mrow")
        if token.text in STOPS:
            raise self.astray(token)
        if token.kind == "number":
            return leaf("mn", self._styled(self._whole_number(token)))
        if token.text in SPACES:
            return space(SPACES[token.text])
        if token.kind == "command":
            return self._read_command(token, is_first=is_first)
        return self._sign(token, is_first=is_first)

    def read_group(self, opening: TexToken) -> list[Element]:
        """What stands in braces of which the first is taken already."""
        self.enter(opening)
        children = self.read_row()
        closing = self.peek()
        if closing is None or closing.text != "}":
            fault = "a brace { is not closed" if closing is None else f"{closing.text} stands within braces"
            raise TexFault(fault, opening.start, opening.end, "write } where the group ends")
        self.at += 1
        self.depth -= 1
        return children

    def enter(self, token: TexToken) -> None:
        """Go one level deeper."""
        self.depth += 1
        if self.depth > DEEPEST:
            hint = "part the formula into several"
            raise TexFault(
                f"more than {DEEPEST} groups are nested in each other", token.start, token.end, hint
            )

    def argument(self, command: TexToken) -> Element:
        """What a command is about: a group, or the sign that follows it."""
        token = self.peek()
        if token is None or token.text in STOPS:
            raise self.lacks(command)
        if token.kind == "number" and len(token.text) > 1:
            self.tokens[self.at] = TexToken("number", token.text[1:], token.start + 1)
            return leaf("mn", token.text[0])
        if token.text == "{":
            return self.read_atom()
        self.enter(token)
        found = self.read_atom()
        self.depth -= 1
        return found

    def optional_argument(self, command: TexToken) -> list[Element]:
        """What stands in square brackets behind a command; nothing where none do."""
        opening = self.peek()
        if opening is None or opening.text != "[":
            return []
        self.at += 1
        self.enter(opening)
        children: list[Element] = []
        while (token := self.peek()) and token.text != "]":
            if token.text in STOPS:
                raise self.lacks(command)
            children += self._read_part(children)
        self.take()
        self.depth -= 1
        return children

    def raw_argument(self, command: TexToken) -> tuple[str, int]:
        """The characters in the braces behind a command, as they are typed, and where they begin."""
        opening = self.peek()
        if opening is None or opening.text != "{":
            raise self.lacks(command)
        self.at += 1
        depth = 1
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            depth += {"{": 1, "}": -1}.get(token.text, 0)
            if not depth:
                return self.tex[opening.end : token.start], opening.end
        raise TexFault("a brace { is not closed", opening.start, opening.end, "write } where the group ends")

    def lacks(self, command: TexToken) -> TexFault:
        """The fault of a command that is about nothing."""
        hint = known.FORMS.get(command.text, f"write {command.text}{{…}}")
        return TexFault(f"{command.text} lacks what it is about", command.start, command.end, hint)

    def astray(self, token: TexToken) -> TexFault:
        """The fault of a sign that ends or parts something that did not begin."""
        message, hint = known.ASTRAY.get(token.text, (f"{token.text} stands astray", "remove it"))
        return TexFault(message, token.start, token.end, hint)

    def _whole_number(self, token: TexToken) -> str:
        """A number with its decimal comma, or with commas between groups of three digits."""
        number = token.text
        while self.at + 1 < len(self.tokens) and self.tokens[self.at].text == ",":
            more = self.tokens[self.at + 1]
            grouped = more.kind == "number" and len(more.text.split(".")[0]) == 3
            if more.kind != "number" or not (self.has_decimal_comma or grouped):
                break
            number, self.at = f"{number},{more.text}", self.at + 2
        return number

    def _sign(self, token: TexToken, *, is_first: bool) -> Element:
        character = known.TYPED.get(token.text, token.text)
        if character == "\\":
            raise known.unknown(token)
        if character.isalpha() and self.style is not None:
            return self._letter(character)
        if unicodedata.category(character[0]) in ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"):
            code = f"U+{ord(character[0]):04X}"
            raise TexFault(f"{code} is no sign of a formula", token.start, token.end, "delete it")
        return element_of(character, is_prefix=is_first and character in "+−±∓")

    def _letter(self, character: str) -> Element:
        in_style = self._styled(character)
        upright = {"mathvariant": "normal"} if in_style == character else {}
        return leaf("mi", in_style, **upright)

    def _styled(self, text: str) -> str:
        return "".join(styled(character, self.style) for character in text) if self.style else text

    def _read_command(self, token: TexToken, *, is_first: bool) -> Element:
        name = token.text[1:]
        if name in FUNCTIONS | WITH_LIMITS:
            return leaf("mi", SPELLED.get(name, name))
        from issuebrief.formulas.tex_structures import STRUCTURES

        made: Callable[[TexReader, TexToken], Element] | None = STRUCTURES.get(token.text)
        if made:
            self.enter(token)
            found = made(self, token)
            self.depth -= 1
            return found
        if sign := sign_of(token.text):
            if sign.isalpha() and self.style is not None and len(sign) == 1:
                return self._letter(sign)
            return element_of(sign, is_prefix=is_first and sign in "±∓")
        raise known.unknown(token)


def row_or_empty(children: list[Element]) -> Element:
    """Elements as one, which may be none."""
    return row(children) if children else node("mrow")


def _is_open(before: Element) -> bool:
    """Whether a plus or minus behind an element is a sign of a number."""
    return before.tag == "mo" and (before.text or "") not in ")]}′″‴!%|"
