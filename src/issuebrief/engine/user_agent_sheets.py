"""The style sheets that WeasyPrint has of its own, parsed once and kept from one run to the next.

In:  an import of WeasyPrint, which parses them.
Out: the same sheets in its module `html`, read from beside the compiled modules of this package, as Python
     keeps those: under a name that holds what they were made from, written as a whole, and not at all where
     Python may not write.

A test that a selector was compiled to is kept as the code of its function, as `marshal` writes code.
"""

from __future__ import annotations

import marshal
import pickle
import sys
from contextlib import contextmanager
from importlib import import_module
from importlib.util import MAGIC_NUMBER, cache_from_source, find_spec, source_hash
from io import BytesIO
from pathlib import Path
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

from issuebrief.compile_cache import keep_beside

if TYPE_CHECKING:
    from collections.abc import Iterator

KEPT = "user_agent_sheets"
SHEETS = ("UA_STYLESHEET", "UA_FORM_STYLESHEET", "PH_STYLESHEET")
"""The sheets in WeasyPrint's module `html`, in the order in which it parses them."""
COUNTERS = "UA_COUNTER_STYLE"
"""The counter styles that they define, in the same module."""
PARSED_BY = ("weasyprint", "tinycss2", "cssselect2")
"""The packages that parse them, each with its version in its `__init__.py`."""
OF_SELECTORS = "cssselect2.compiler"
"""The module whose functions are tests of selectors."""


class _SheetWriter(pickle.Pickler):
    """Writes sheets with the tests of their selectors."""

    def reducer_override(self, item: Any) -> Any:
        """The code of a test in its place; all else as ever."""
        if isinstance(item, FunctionType) and item.__name__ == "<lambda>":
            return _test_of, (
                marshal.dumps(item.__code__),
                tuple(sorted(item.__globals__.keys() - {"__builtins__"})),
            )
        return NotImplemented


def _test_of(code: bytes, names: tuple[str, ...]) -> FunctionType:
    """The test of a selector, which calls a few functions that its module knows by these names."""
    compiled: CodeType = marshal.loads(code)
    known = vars(sys.modules[OF_SELECTORS])
    return FunctionType(compiled, {name: known[name] for name in names})


@contextmanager
def sheets_parsed_once() -> Iterator[None]:
    """Let WeasyPrint's module `html` be imported in the block without parsing what is kept."""
    place = _place()
    content = place.read_bytes() if place.is_file() else b""
    if not content:
        yield
        _write(place)
        return
    tinycss2: Any = import_module("tinycss2")
    plain = tinycss2.parse_stylesheet
    tinycss2.parse_stylesheet = lambda *_given, **_named: []
    try:
        yield
    finally:
        tinycss2.parse_stylesheet = plain
    try:
        _fill(pickle.loads(content))
    except Exception:  # Whatever a damaged file raises: it is made again.
        _parse()
        _write(place)


def _place() -> Path:
    """Where the sheets are kept that belong to these versions."""
    specs = [find_spec(name) for name in PARSED_BY]
    homes = [Path(spec.origin or "") for spec in specs if spec]
    sources = (*homes, *sorted((homes[0].parent / "css").glob("*.css")))
    key = source_hash(b"\0".join((MAGIC_NUMBER, *(source.read_bytes() for source in sources)))).hex()
    return Path(cache_from_source(str(Path(__file__).with_name(f"{KEPT}_{key}.py"))))


def _fill(kept: Any) -> None:
    """Give the sheets, which were left empty, what is kept of them."""
    html = import_module("weasyprint.html")
    sheets, counters = kept
    for name, (matcher, page_rules, layers) in zip(SHEETS, sheets, strict=True):
        sheet = getattr(html, name)
        sheet.matcher, sheet.page_rules, sheet.layers = matcher, page_rules, layers
    getattr(html, COUNTERS).update(counters)


def _parse() -> None:
    """Parse the sheets as the import of WeasyPrint would have done."""
    html = import_module("weasyprint.html")
    counters = getattr(html, COUNTERS)
    counters.clear()
    html.UA_STYLESHEET.__init__(string=html.UA, counter_style=counters)
    html.UA_FORM_STYLESHEET.__init__(string=html.UA_FORM, counter_style=counters)
    html.PH_STYLESHEET.__init__(string=html.PH)


def _write(place: Path) -> None:
    """Keep the sheets, unless Python may not write."""
    if sys.dont_write_bytecode:
        return
    html = import_module("weasyprint.html")
    found = [getattr(html, name) for name in SHEETS]
    sheets = [(sheet.matcher, sheet.page_rules, sheet.layers) for sheet in found]
    output = BytesIO()
    _SheetWriter(output, pickle.HIGHEST_PROTOCOL).dump((sheets, dict(getattr(html, COUNTERS))))
    keep_beside(place, output.getvalue())
