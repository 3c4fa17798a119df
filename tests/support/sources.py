"""What the modules of the package import, define, call and set, read once for all tests that ask.

In:  the path of a module.
Out: its statements of import, wherever they stand; the names of its classes; its calls with the words written
     out in them; what could be codes; what it sets on other things. The tree that holds them is let go.
"""

from __future__ import annotations

import ast
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIRST = 3
"""So many arguments of a call are looked at."""


class Calling(NamedTuple):
    """A call: the last name of what is called, and the words that are written out in its first arguments."""

    name: str
    words: tuple[str, ...]


class Setting(NamedTuple):
    """An attribute or an item that is set: its line, the name of what it is set on, and how it is written."""

    line: int
    on: str
    written: str


class Statements(NamedTuple):
    """What is of use in a module."""

    imports: tuple[ast.Import | ast.ImportFrom, ...]
    classes: tuple[str, ...]
    calls: tuple[Calling, ...]
    dotted: frozenset[str]
    settings: tuple[Setting, ...]


@cache
def statements(path: Path) -> Statements:
    """Those at the top of a module, in functions, and for types alone."""
    nodes = list(ast.walk(ast.parse(path.read_bytes())))
    return Statements(
        tuple(node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)),
        tuple(node.name for node in nodes if isinstance(node, ast.ClassDef)),
        tuple(_calling(node) for node in nodes if isinstance(node, ast.Call)),
        frozenset(text for node in nodes if "." in (text := _text(node) or "") and " " not in text),
        tuple(found for node in nodes if isinstance(node, ast.Assign) for found in _settings(node)),
    )


def _text(node: ast.AST) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _calling(node: ast.Call) -> Calling:
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    texts = (_text(argument) for argument in node.args[:FIRST])
    return Calling(name, tuple(text for text in texts if text is not None))


def _settings(node: ast.Assign) -> Iterator[Setting]:
    for target in (each for one in node.targets for each in ast.walk(one)):
        if isinstance(target, ast.Attribute | ast.Subscript) and isinstance(target.ctx, ast.Store):
            base = target.value
            while isinstance(base, ast.Attribute):
                base = base.value
            if isinstance(base, ast.Name) and base.id != "self":
                yield Setting(node.lineno, base.id, ast.unparse(target))
