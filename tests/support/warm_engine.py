"""Style sheets that are read once in a session of tests, as a running preview reads them once.

In:  the sheets that layouts ask WeasyPrint to parse.
Out: the same objects for the sheets that ship with the program, which no test changes; a sheet of a test's
     own, and one about which anything is logged, is parsed whenever it is asked for.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pytest import MonkeyPatch
from weasyprint import CSS

from issuebrief.engine.log import listen
from issuebrief.layout.styles import sheet_loading

if TYPE_CHECKING:
    from collections.abc import Iterator

SHIPPED = (Path(__file__).resolve().parents[2] / "styles").as_uri()


@contextmanager
def style_sheets_read_once() -> Iterator[None]:
    """While the block runs, layouts share the shipped style sheets; what they declare of counters too."""
    plain: Any = CSS
    known: dict[Any, tuple[Any, dict[str, Any]]] = {}

    def parsed(*, string: str, counter_style: Any, base_url: str = "", **options: Any) -> Any:
        def read() -> Any:
            return plain(string=string, counter_style=counter_style, base_url=base_url or None, **options)

        if not base_url.startswith(SHIPPED):
            return read()
        key = (string, base_url, str(options.get("layers")), options.get("layer"))
        if key not in known:
            before = dict(counter_style)
            with listen() as lines:
                sheet = read()
            if lines:
                return read()
            known[key] = (sheet, {name: value for name, value in counter_style.items() if name not in before})
        sheet, counters = known[key]
        counter_style.update(counters)
        return sheet

    with MonkeyPatch.context() as patch:
        patch.setattr(sheet_loading, "CSS", parsed)
        yield
