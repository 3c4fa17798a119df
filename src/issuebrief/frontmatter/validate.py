"""Fill typed values from a tree of YAML and find everything in it that does not fit.

In:  a `Tree` and one of the shapes of `model.py`.
Out: the shape, filled: with what was given where that is sound, and with a default or a
     stand-in where it is not, so that later stages can go on looking for problems; and the
     problems, each at the line and column of its key or value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from msgspec import inspect

from issuebrief.diagnostics.model import Diagnostic, error, warning
from issuebrief.frontmatter import hints
from issuebrief.frontmatter.keys import formats
from issuebrief.frontmatter.kinds import chosen, described, settled, stand_in
from issuebrief.frontmatter.slips import entry_among, straight
from issuebrief.frontmatter.yaml_errors import as_yaml
from issuebrief.frontmatter.yaml_nodes import Broken, Mapping, Scalar, Sequence, Tree, YamlPosition, YamlRange

if TYPE_CHECKING:
    from issuebrief.frontmatter.source import Source

Shape = TypeVar("Shape", bound=msgspec.Struct)
Path = tuple[str, ...]
"""The keys that lead to a value; the entries of a list are counted from 1."""


def fill(shape: type[Shape], tree: Tree | None, source: Source) -> tuple[Shape, tuple[Diagnostic, ...]]:
    """The shape filled from the tree, and every problem in it."""
    reading = _Validation(source)
    kind = described(shape)
    top = YamlPosition(max(source.front_matter_line - 1, 1), 1)
    if tree is None or (isinstance(tree, Scalar) and tree.kind == "nothing"):
        tree = Mapping(top, top, {})
    if isinstance(tree, Mapping):
        tree = Mapping(top, top, tree.entries)
    elif not isinstance(tree, Broken):
        hint = (
            "write a key, a colon, a space and a value on each line, such as\ntitle: The title of the brief"
        )
        reading.error("not-keys", f"this must be keys with values, not {hints.named(tree)}", tree, hint)
        tree = Broken(top, top)
    found: Shape = reading.struct(kind, tree, ())
    return found, tuple(reading.problems)


@dataclass
class _Validation:
    """One walk over a tree; it gathers problems on its way."""

    source: Source
    problems: list[Diagnostic] = field(default_factory=list)

    def error(self, code: str, message: str, part: YamlRange, hint: str = "") -> None:
        place, line = self.source.place(*part.at, *part.end), self.source.line(part.at.line)
        self.problems.append(error(f"front-matter.{code}", message, place, hint, line))

    def warning(self, code: str, message: str, part: YamlRange, hint: str = "") -> None:
        place, line = self.source.place(*part.at, *part.end), self.source.line(part.at.line)
        self.problems.append(warning(f"front-matter.{code}", message, place, hint, line))

    def value(self, kind: inspect.Type, extra: formats.Extra, tree: Tree, path: Path) -> object:
        """A value of the kind; where the tree does not fit, a problem and a stand-in."""
        match kind:
            case inspect.Metadata(type=inner):
                more: Any = kind.extra or {}
                return self.value(inner, {**extra, **more}, tree, path)
            case inspect.UnionType(types=types):
                return self.union(types, extra, tree, path)
            case inspect.StructType():
                return self.struct(kind, tree, path)
            case inspect.VarTupleType():
                return self.entries(kind, tree, path)
        if isinstance(tree, Scalar):
            return self.scalar(kind, extra, tree, path)
        self.wrong_type(kind, extra, tree, path)
        return stand_in(kind)

    def union(self, types: tuple[inspect.Type, ...], extra: formats.Extra, tree: Tree, path: Path) -> object:
        whole = any(isinstance(kind, inspect.IntType) for kind in types)
        if whole and isinstance(tree, Scalar) and tree.kind == "number":
            return int(tree.text) if re.fullmatch(r"0|[1-9][0-9]{0,17}", tree.text) else tree.text
        nothing = isinstance(tree, Broken) or (isinstance(tree, Scalar) and tree.kind == "nothing")
        if nothing and any(isinstance(t, inspect.NoneType) for t in types):
            return None
        kinds = [kind for kind in types if not isinstance(kind, inspect.NoneType | inspect.IntType)]
        wanted = chosen(kinds, tree)
        if "alone" in extra and isinstance(tree, Scalar):
            tree = Mapping(tree.at, tree.end, {extra["alone"]: (tree, tree)})
        if isinstance(wanted, inspect.StructType) and not isinstance(tree, Mapping):
            self.wrong_type(wanted, extra, tree, path)
            return None
        return settled(kinds, self.value(wanted, extra, tree, path))

    def struct(self, kind: inspect.StructType, tree: Tree, path: Path) -> Any:
        if not isinstance(tree, Mapping):
            self.wrong_type(kind, {}, tree, path)
            return stand_in(kind)
        given = {name: entry for name, entry in tree.entries.items() if not self.empty(*entry, kind, path)}
        meant = self.unknown_keys(kind, tree, path)
        values = {}
        for part in kind.fields:
            where = (*path, part.name)
            if part.name in given:
                key, value_tree = given[part.name]
                # A value that stands alone, without its group of keys, goes by the name of the group.
                value = self.value(part.type, {}, value_tree, path if path and key is value_tree else where)
                values[part.name] = part.default if value == "" and not part.required else value
                continue
            values[part.name] = stand_in(part.type) if part.required else part.default
            if part.required and part.name not in meant:
                self.missing(part, tree, where)
        return kind.cls(**values)

    def unknown_keys(self, kind: inspect.StructType, tree: Mapping, path: Path) -> set[str]:
        """Report keys that are not legal; return the legal ones that were probably meant."""
        meant: set[str] = set()
        for name, (key, _) in tree.entries.items():
            if any(name == part.name for part in kind.fields):
                continue
            hint, legal = hints.for_key(name, kind, bool(path))
            meant |= {legal} - tree.entries.keys()
            where = f"{hints.label(path)} has" if path else "there is"
            self.error("unknown-key", f"{where} no key “{hints.short(name)}”", key, hint)
        return meant

    def missing(self, part: inspect.Field, tree: Mapping, path: Path) -> None:
        empty = part.name in tree.entries
        at = tree.entries[part.name][0] if empty else tree
        message = f"the key {hints.label(path)} is {'empty' if empty else 'missing'}"
        self.error("missing", message, at, f"write\n{hints.example(part)}")

    def empty(self, key: Scalar, tree: Tree, kind: inspect.StructType, path: Path) -> bool:
        """Whether a key has nothing after it, which counts as if it were not there."""
        if not isinstance(tree, Scalar) or (tree.text.strip() if tree.kind != "nothing" else tree.text):
            return False
        lost = re.match(r"[^#]*:\s+(#\S.*)", self.source.line(key.at.line)[key.at.column - 1 :])
        if lost and any(key.text == part.name for part in kind.fields):
            message = f"{hints.label((*path, key.text))} is empty, since an unquoted # starts a comment"
            hint = f'put the value in quotes: {key.text}: "{lost[1].strip()}"'
            self.error("lost-to-comment", message, key, hint)
        return True

    def entries(self, kind: inspect.VarTupleType, tree: Tree, path: Path) -> tuple[object, ...]:
        if not isinstance(tree, Sequence):
            self.wrong_type(kind, {}, tree, path)
            return ()
        values = []
        for number, item in enumerate(tree.items, 1):
            if isinstance(item, Scalar) and (item.kind == "nothing" or not item.text.strip()):
                message = f"entry {number} of {hints.label(path)} is empty"
                self.warning("empty-entry", message, item, "write something after the dash, or delete it")
            elif not isinstance(item, Broken):
                values.append(self.value(kind.item_type, {}, item, (*path, str(number))))
        if told := hints.wrong_count(kind, tree, len(values)):
            self.error("missing", f"{hints.label(path)} {told}", tree, f"write {hints.count(kind)}")
        return tuple(values)

    def scalar(self, kind: inspect.Type, extra: formats.Extra, tree: Scalar, path: Path) -> object:
        """A single value: true or false, a day, or a text."""
        tree = self.without_curly_quotes(tree, path)
        text = tree.text.strip()
        if isinstance(kind, inspect.BoolType):
            if tree.kind == "yes or no":
                return text.lower() in ("yes", "on", "true", "y")
        elif isinstance(kind, inspect.DateType):
            if (found := formats.day(text)) is not None:
                return found
        elif tree.kind not in ("nothing", "yes or no"):
            return self.text(kind, extra, tree, path)
        self.wrong_type(kind, extra, tree, path)
        return stand_in(kind)

    def without_curly_quotes(self, tree: Scalar, path: Path) -> Scalar:
        """The value without the curly quotation marks that stand around all of it."""
        text = straight(tree.text.strip())
        if not tree.plain or text == tree.text.strip():
            return tree
        message = f"{hints.label(path)} is in curly quotation marks, which are left out"
        hint = f"write {as_yaml(text)} in its place; to print the marks, put straight ones around them"
        self.warning("curly-quotes", message, tree, hint)
        return replace(tree, text=text)

    def mind_list(self, tree: Scalar, path: Path) -> None:
        """Warn of a text that goes on with what looks like the entries of a list."""
        if found := entry_among(tree, self.source.line):
            hint = "let each entry begin in the column of the others, with a space behind its hyphen"
            hint = hint if any(map(str.isdigit, path)) else f"{path[-1]} has no list: write sentences"
            message = f"{hints.label(path)} goes on here: “{hints.short(found[1])}” is a part of it"
            self.warning("list-like", message, found[0], hint)

    def text(self, kind: inspect.Type, extra: formats.Extra, tree: Scalar, path: Path) -> str:
        text = tree.text.strip()
        assert isinstance(kind, inspect.StrType)
        if beyond := formats.too_long(text):
            message = f"{hints.label(path)} {beyond}"
            self.error("too-long", message, tree, "shorten it, or move it below the second ---")
            return hints.short(text)
        rest = self.source.line(tree.end.line)[tree.end.column - 1 :]
        if tree.plain and re.match(r"\s+#\S", rest):
            hint = "put the whole value in quotes if # belongs to it; else write a space after #"
            message = f"{hints.label(path)} ends here: what follows the unquoted # is a comment"
            rest_of_line = YamlRange(tree.end, tree.end._replace(column=tree.end.column + len(rest)))
            self.warning("cut-by-comment", message, rest_of_line, hint)
        if tree.at.line < tree.end.line and tree.kind == "text":
            self.mind_list(tree, path)
        if kind.pattern and not re.search(kind.pattern, text):
            self.wrong_form(extra, tree, path)
            return ""
        elif "holds" in extra and not extra["holds"](text):
            message = f"{hints.label(path)} is mistyped: the last character of {text} does not fit the others"
            self.error("check-digit", message, tree, "compare it with the original, digit by digit")
        elif "fault" in extra and (fault := extra["fault"](text)):
            self.error("wrong-form", f"{hints.label(path)}: {fault}", tree, f"write {extra['form']}")
        elif "tidy" in extra:
            return str(extra["tidy"](text))
        return text

    def wrong_form(self, extra: formats.Extra, tree: Scalar, path: Path) -> None:
        text = tree.text.strip()
        form = extra.get("form", "in another form")
        message = f"{hints.label(path)} must be {form}, not “{hints.short(text)}”"
        self.error("wrong-form", message, tree, hints.mended(path[-1], text, extra))

    def wrong_type(self, kind: inspect.Type, extra: formats.Extra, tree: Tree, path: Path) -> None:
        if isinstance(tree, Broken):
            return
        text = straight(tree.text.strip()) if isinstance(tree, Scalar) else ""
        tree = replace(tree, text=text) if isinstance(tree, Scalar) and tree.plain else tree
        label = hints.label(path)
        if isinstance(kind, inspect.DateType) and re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            message = f"{label}: there is no such day as {text}"
            self.error("wrong-form", message, tree, "check it in a calendar")
        elif isinstance(kind, inspect.DateType) and isinstance(tree, Scalar):
            self.wrong_form(extra, tree, path)
        else:
            form = extra.get("form") or hints.wanted(kind)
            message = f"{label} must be {form}, not {hints.named(tree)}"
            self.error("wrong-type", message, tree, hints.for_type(kind, tree, path))
