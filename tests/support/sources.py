"""What the modules of the package import and define, read once for all tests that ask.

In:  the path of a module.
Out: its statements of import, wherever they stand, and the names of its classes. The tree that holds them
     is let go.
"""

from __future__ import annotations

import ast
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Statements(NamedTuple):
    """The imports of a module, and the names of its classes."""

    imports: tuple[ast.Import | ast.ImportFrom, ...]
    classes: tuple[str, ...]


@cache
def statements(path: Path) -> Statements:
    """Those at the top of a module, in functions, and for types alone."""
    nodes = list(ast.walk(ast.parse(path.read_bytes())))
    return Statements(
        tuple(node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)),
        tuple(node.name for node in nodes if isinstance(node, ast.ClassDef)),
    )
