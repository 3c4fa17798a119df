"""The table of what is replaced in WeasyPrint and pydyf: it is whole, it holds, and it is undone."""

from __future__ import annotations

import ast
import inspect
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from setting import ROOT

from issuebrief.engine.patches import COLLAPSE_MARGIN, SVG_PATH, SYMBOLS, replaced

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from issuebrief.engine.symbols import Symbol

SOURCE = ROOT / "src/issuebrief"
ENGINE = ("weasyprint", "pydyf", "tinycss2", "cssselect2", "tinyhtml5")


def named(symbol: Symbol) -> str:
    return f"{symbol.owner}.{symbol.name}"


@pytest.mark.parametrize("symbol", SYMBOLS, ids=named)
def test_the_engine_has_the_symbol_and_gives_it_what_its_replacement_takes(symbol: Symbol) -> None:
    if symbol.parameters:
        taken = tuple(inspect.signature(symbol.value).parameters)
        assert taken[: len(symbol.parameters)] == symbol.parameters
    else:
        assert symbol.value is not None


@pytest.mark.parametrize("symbol", [COLLAPSE_MARGIN, SVG_PATH], ids=named)
def test_what_was_there_before_comes_back(symbol: Symbol) -> None:
    before = symbol.value
    with replaced(symbol, "outer"):
        with replaced(symbol, "inner"):
            assert symbol.value == "inner"
        assert symbol.value == "outer"
    with pytest.raises(ZeroDivisionError), replaced(symbol, "failing"):
        1 / 0  # noqa: B018
    assert symbol.value is before


def test_another_thread_waits_until_a_symbol_is_back() -> None:
    before, seen = COLLAPSE_MARGIN.value, []

    def look() -> None:
        with replaced(COLLAPSE_MARGIN, "theirs"):
            seen.append(COLLAPSE_MARGIN.value)

    other = Thread(target=look)
    with replaced(COLLAPSE_MARGIN, "ours"):
        other.start()
        other.join(0.05)
        assert other.is_alive() and not seen
        assert COLLAPSE_MARGIN.value == "ours"
    other.join()
    assert (seen, COLLAPSE_MARGIN.value) == (["theirs"], before)


def assigned(module: Path) -> Iterator[str]:
    """What a module sets on something that it imported from the engine."""
    tree = ast.parse(module.read_text("utf-8"))
    imported = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in ENGINE:
            imported |= {each.asname or each.name for each in node.names}
        elif isinstance(node, ast.Import):
            names = [(each.asname or each.name).split(".")[0] for each in node.names]
            imported |= {name for name in names if name in ENGINE}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Assign):
            continue
        for target in (each for one in node.targets for each in ast.walk(one)):
            if isinstance(target, ast.Attribute | ast.Subscript) and isinstance(target.ctx, ast.Store):
                base = target.value
                while isinstance(base, ast.Attribute):
                    base = base.value
                if isinstance(base, ast.Name) and base.id in imported:
                    yield f"{module.relative_to(SOURCE)}:{node.lineno}: {ast.unparse(target)}"


def test_nothing_of_the_engine_is_replaced_but_by_the_table() -> None:
    assert [found for module in SOURCE.rglob("*.py") for found in assigned(module)] == []
