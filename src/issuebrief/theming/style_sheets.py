"""Style sheets with what they import: all rules in the order in which they count.

In:  the files of style sheets, and the folders of styles to search.
Out: their rules, each with its file and its cascade layer; problems with what cannot be imported.

What a sheet imports is looked for where it says and then, under the same name, in the other folders of
styles: so a house's theme can import a shipped one. Rules for other media than paper are left out, as the
layout does.
"""

from __future__ import annotations

import os.path
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from issuebrief.diagnostics.model import Diagnostic, SourceRange, error
from issuebrief.file_access import MOST_TEXT, is_file, read, real_path
from issuebrief.theming.shipped_sheets import is_shipped
from issuebrief.theming.style_bounds import (
    MOST_LAYERS,
    MOST_SHEETS,
    find_endless_number,
    find_unbounded,
    too_many,
    too_many_layers,
)
from issuebrief.theming.style_rules import (
    Layer,
    Rule,
    between_commas,
    for_paper,
    line_of,
    place_of,
    unknown_medium,
)
from issuebrief.theming.style_syntax import mark_alone
from issuebrief.theming.token_bounds import find_endless_token

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from issuebrief.engine.protocols import CssNode

QUOTES, UTF_8 = "\"'", ("utf-8", "utf8", "us-ascii")
NO_DRAFTS: Mapping[Path, str] = MappingProxyType({})
BENEATH: Layer = ("beneath-the-theme",)
"""The layer of all sheets but the theme's own."""


@dataclass(frozen=True)
class StyleRules:
    """The rules of style sheets, the layers in the order in which they are first named, and problems.

    `texts` are those of the files that were read, in the order in which their own rules count.
    """

    found: tuple[Rule, ...] = ()
    layers: tuple[Layer, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    texts: Mapping[Path, str] = field(default_factory=dict, repr=False)


class _Import(NamedTuple):
    """What an `@import` says: an address, and the layer that the rules go into."""

    address: str
    layer: str | None
    for_paper: bool


def read_rules(
    sheets: Sequence[Path], folders: Sequence[Path] = (), drafts: Mapping[Path, str] = NO_DRAFTS
) -> StyleRules:
    """All rules of style sheets and of those they import.

    `folders` are those of styles, outside which nothing is read; without any, those of the sheets. `drafts`
    are what sheets say in place of their files.

    Where any sheet has layers, the last, which is the theme's own, wins over all before it: they go into a
    layer beneath its own. In CSS they would win over all that a theme puts into layers.
    """
    rules = _read(sheets, folders, (), drafts)
    if rules.layers:
        rules = _read(sheets, folders, BENEATH, drafts)
    unbounded = find_endless_token(rules.found)
    if len(rules.layers) > MOST_LAYERS:
        unbounded = too_many_layers(len(rules.layers), sheets[-1])
    if unbounded is None:
        return rules
    shipped = frozenset(filter(is_shipped, rules.texts))
    of_shipped = tuple(rule for rule in rules.found if rule.sheet in shipped)
    return replace(rules, found=of_shipped, problems=(*rules.problems, unbounded))


def _read(
    sheets: Sequence[Path], folders: Sequence[Path], beneath: Layer, drafts: Mapping[Path, str]
) -> StyleRules:
    reader = _SheetReader(tuple(folders) or tuple(sheet.parent for sheet in sheets), drafts)
    for sheet in sheets[:-1]:
        reader.read(sheet, reader.named(beneath), ())
    for sheet in sheets[-1:]:
        reader.read(sheet, (), ())
    return StyleRules(tuple(reader.rules), tuple(reader.layers), tuple(reader.problems), reader.texts)


def locate(path: Path, folders: Sequence[Path]) -> Path:
    """A file at its place, or the one of the same name in the other folders of styles."""
    if os.path.lexists(path):
        return path
    for folder in folders:
        if path.is_relative_to(folder):
            name = path.relative_to(folder)
            if found := next((other / name for other in folders if is_file(other / name, folders)), None):
                return found
    return path


def imported_file(sheet: Path, address: str, folders: Sequence[Path]) -> Path:
    """The file that a sheet imports, both without links; its own name means that of the next folder."""
    path = Path(os.path.normpath(sheet.parent / address))
    if (
        path == sheet
        and (own := next((n for n, each in enumerate(folders) if path.is_relative_to(each)), -1)) >= 0
    ):
        names = [folder / path.relative_to(folders[own]) for folder in folders[own + 1 :]]
        return next((name for name in names if name != path and is_file(name, folders)), path)
    return locate(path, folders)


class _SheetReader:
    """Goes through sheets, and through what they import."""

    def __init__(self, folders: tuple[Path, ...], drafts: Mapping[Path, str]) -> None:
        self._drafts = drafts
        self.rules: list[Rule] = []
        self.layers: dict[Layer, None] = {}
        self.problems: list[Diagnostic] = []
        self.texts: dict[Path, str] = {}
        self._imported = 0
        self._folders = tuple(real_path(folder) for folder in folders)

    def read(self, sheet: Path, layer: Layer, within: tuple[Path, ...]) -> None:
        """A sheet's rules; `within` are the sheets that import it, the outermost first."""
        try:
            draft = self._drafts.get(sheet)
            self.texts[sheet] = text_of(sheet, self._folders) if draft is None else draft
        except OSError as fault:
            self.problems.append(not_read(sheet, fault))
            return
        if endless := find_endless_number(sheet, self.texts[sheet]):
            self.problems.append(endless)
            return
        nodes = parsed(self.texts[sheet])
        unbounded = None if is_shipped(sheet) else find_unbounded(nodes, sheet, self.texts[sheet])
        if unbounded is not None:
            self.problems.append(unbounded)
        else:
            if alone := mark_alone(self.texts[sheet]):
                place = SourceRange(sheet, alone.line, alone.column)
                excerpt = line_of(self.texts[sheet], alone.line)
                self.problems.append(error("style.not-understood", alone.message, place, alone.hint, excerpt))
            self._take(nodes, sheet, layer, (*within, real_path(sheet)))
            # What it imports counts before it.
            self.texts[sheet] = self.texts.pop(sheet)

    def _take(self, nodes: Sequence[CssNode], sheet: Path, layer: Layer, within: tuple[Path, ...]) -> None:
        for node in nodes:
            kind = node.lower_at_keyword if node.type == "at-rule" else node.type
            if kind == "charset" and _serialised(node.prelude).strip(QUOTES).lower() not in UTF_8:
                self._refuse(node, sheet, "style sheets are read as UTF-8", _ENCODED, "style.not-understood")
            elif kind == "import":
                self._import(node, sheet, layer, within)
            elif kind == "layer":
                self._layer(node, sheet, layer, within)
            elif kind == "media" and node.content is not None and for_paper(node.prelude):
                self._take(_nested(node), sheet, layer, within)
            elif kind == "media" and (unknown := unknown_medium(node.prelude)):
                message = f"“{unknown}” is no medium: the rules for it are read nowhere"
                self._refuse(node, sheet, message, _MEDIA, "style.not-understood")
            elif kind in ("qualified-rule", "font-face") and node.content is not None:
                self.rules.append(Rule(node, sheet, layer, self.texts[sheet]))

    def _layer(self, node: CssNode, sheet: Path, layer: Layer, within: tuple[Path, ...]) -> None:
        names = [_serialised(part) for part in between_commas(node.prelude) if part]
        layers = [self._inner(name, layer) for name in names or ([""] if node.content is not None else [])]
        if node.content is not None:
            self._take(_nested(node), sheet, layers[0], within)

    def _inner(self, name: str, layer: Layer) -> Layer:
        """The layer that is named `a.b`, or one without a name, within another."""
        return self.named((*layer, *(name.split(".") if name else (f"{len(self.layers)}",))))

    def named(self, layer: Layer) -> Layer:
        """The layer itself, which from now on has its place among the others."""
        for depth in range(1, len(layer) + 1):
            self.layers.setdefault(layer[:depth])
        return layer

    def _import(self, node: CssNode, sheet: Path, layer: Layer, within: tuple[Path, ...]) -> None:
        wanted = _import_of(node)
        if wanted is None or not wanted.for_paper:
            return
        parts = parts_of(wanted.address)
        if parts.scheme not in ("", "file") or not parts.path or self._imported > MOST_SHEETS:
            return
        self._imported += 1
        if self._imported > MOST_SHEETS:
            self.problems.append(too_many(node, sheet, self.texts[sheet]))
            return
        path = imported_file(real_path(sheet), unquote(parts.path), self._folders)
        if not os.path.lexists(path):
            self._refuse(node, sheet, f"there is no style sheet “{wanted.address}” to import", _MISSING)
        elif real_path(path) in within:
            self._refuse(node, sheet, f"“{wanted.address}” imports itself", _CYCLIC)
        elif not is_file(path, self._folders):
            self._refuse(node, sheet, f"“{wanted.address}” is no style sheet that may be read", _OUTSIDE)
        else:
            inner = layer if wanted.layer is None else self._inner(wanted.layer, layer)
            self.read(path, inner, within)

    def _refuse(
        self, node: CssNode, sheet: Path, message: str, hint: str, code: str = "style.import"
    ) -> None:
        place = place_of(sheet, node)
        self.problems.append(error(code, message, place, hint, line_of(self.texts[sheet], place.line)))


_MISSING = "name a file from where this style sheet lies, or one of the shipped themes/"
_OUTSIDE = "put the file itself into the folder of styles, and let it be read"
_ENCODED = 'save the file with the encoding UTF-8, and write @charset "utf-8" or nothing'
_MEDIA = "write @media print for paper, @media screen for the web page"
_CYCLIC = "take one of the imports out: what two themes share goes into a third, which both import"


@lru_cache(maxsize=64)
def parsed(css: str) -> tuple[CssNode, ...]:
    """A style sheet's rules as tinycss2 reads them."""
    import tinycss2

    return tuple(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def text_of(sheet: Path, folders: Sequence[Path]) -> str:
    """The text of a style sheet inside some folders; raises `Denied`, or the system's own error."""
    return read(sheet, folders, MOST_TEXT).decode("utf-8-sig", "replace")


def not_read(sheet: Path, fault: OSError) -> Diagnostic:
    """The problem that a style sheet cannot be read."""
    message = f"the style sheet {sheet.name} cannot be read: {fault.strerror or fault}"
    hint = "put the file itself into the folder of styles, and let it be read"
    return error("style.unreadable", message, SourceRange(sheet), hint)


def _nested(node: CssNode) -> list[CssNode]:
    import tinycss2

    return list(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))


def _serialised(tokens: Sequence[CssNode]) -> str:
    return "".join(token.serialize() for token in tokens).strip()


def _import_of(node: CssNode) -> _Import | None:
    tokens = [token for token in node.prelude if token.type not in ("whitespace", "comment")]
    if not tokens or not (address := address_of(tokens[0])):
        return None
    layer, rest = None, tokens[1:]
    if rest and rest[0].type == "function" and rest[0].lower_name == "layer":
        layer, rest = _serialised(rest[0].arguments), rest[1:]
    elif rest and rest[0].type == "ident" and rest[0].lower_value == "layer":
        layer, rest = "", rest[1:]
    return _Import(address, layer, for_paper(rest))


def address_of(token: CssNode) -> str:
    """The address in `url(…)` or in quotation marks; empty for anything else."""
    if token.type == "function" and token.lower_name == "url" and token.arguments:
        token = token.arguments[0]
    return str(token.value) if token.type in ("string", "url") else ""


def parts_of(address: str) -> SplitResult:
    """The parts of an address; one that is none has the scheme `invalid` and nothing else."""
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("invalid", "", "", "", "")
