"""Hold the table of replaced symbols against the WeasyPrint and pydyf that are installed.

In:  the table in `issuebrief.engine.patches`.
Out: a line for each symbol that is gone or takes other parameters, with what it is replaced for; exit code 1
     where there is one.
"""

from __future__ import annotations

import inspect
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

from issuebrief.engine.patches import SYMBOLS

if TYPE_CHECKING:
    from issuebrief.engine.patches import Symbol


def fault(symbol: Symbol) -> str:
    """What keeps a symbol from being replaced; empty where nothing does."""
    try:
        value = symbol.value
    except (ImportError, AttributeError, KeyError):
        return "is gone"
    taken = tuple(inspect.signature(value).parameters) if symbol.parameters else ()
    if taken[: len(symbol.parameters)] != symbol.parameters:
        return f"takes ({', '.join(taken)}), not ({', '.join(symbol.parameters)})"
    return ""


def main() -> int:
    """Print what would break."""
    broken = [(symbol, said) for symbol in SYMBOLS if (said := fault(symbol))]
    print(f"WeasyPrint {version('weasyprint')}, pydyf {version('pydyf')}: ", end="")
    print(f"{len(broken)} of {len(SYMBOLS)} replaced symbols would break")
    for symbol, said in broken:
        print(f"  {symbol.owner}.{symbol.name} {said}")
        print(f"    replaced while {symbol.phase.value}: {symbol.why}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
