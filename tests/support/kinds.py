"""Kinds of tests, told by what a test uses and where it lies.

In:  the fixtures of a test, the names in its module, its folder.
Out: the markers it bears. `make test-fast` leaves out `browser`, `validators` and `slow`; `make coverage`
     measures none that is `unmeasured`. `exhaustive` is written at the test, or at one of its examples; where
     a slow function says nothing, all of its examples but the first are.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from types import ModuleType

MARKERS = {
    "browser": "opens a browser",
    "validators": "asks the programs of others what they think of a file",
    "slow": "lays out pages, starts processes or tries thousands of inputs",
    "exhaustive": "a further example of a law; `make test` tries others, `make coverage` and CI try all",
}
UNMEASURED = "unmeasured: looks at finished files or at the repository; smaller tests cover what it runs"
"""A marker by which no test is left out."""
SLOW_FIXTURES = frozenset({"shipped", "shipped_in"})
"""Fixtures that set briefs."""
LAYING_OUT = frozenset(
    """composing drawing green_drawings independent_look pdf_facts preview_page preview_server
    press_facts revisions scheduler_run setting small_pages steps svg_pages web_pages
    issuebrief.api issuebrief.layout.engine issuebrief.pipeline.build issuebrief.cli.main""".split()  # noqa: SIM905
)
"""Modules whose functions lay out pages or start processes, or time them."""
QUICK = frozenset({"write_brief", "steps"})
"""Functions of such modules that do not."""
SLOW_FOLDERS = ("engine", "layout", "pdf", "pipeline", "preview", "product", "repository", "security", "web")
"""Folders with tests of pages, of processes and of the project as a whole."""

UNMEASURED_FOLDERS = ("product", "repository")
"""Folders with tests of whole files, which take long under a tracer and cover no line that others do not."""


def markers(fixtures: Iterable[str], module: ModuleType, folder: str) -> Iterator[str]:
    """The markers of a test; `folder` is the path of its folder in `tests/`, `.` for the top."""
    fixtures, used = set(fixtures), _modules_used(module)
    if "chromium" in fixtures:
        yield "browser"
    if "validators" in used:
        yield "validators"
    if used & {"validators"} or "chromium" in fixtures or folder in UNMEASURED_FOLDERS:
        yield "unmeasured"
    if fixtures & SLOW_FIXTURES or used & LAYING_OUT or folder.split("/")[0] in SLOW_FOLDERS:
        yield "slow"


def further_examples(tests: Sequence[tuple[str, Collection[str]]]) -> Iterator[int]:
    """The places of tests that `make test` leaves to `make coverage`; a test is its name and its markers.

    They are the examples after the first of a `slow` function that does not say itself
    which are `exhaustive`.
    """
    functions = [name.partition("[")[0] for name, _ in tests]
    chosen = {name for name, (_, marks) in zip(functions, tests, strict=True) if "exhaustive" in marks}
    seen: set[str] = set()
    for number, (name, (_, marks)) in enumerate(zip(functions, tests, strict=True)):
        if "slow" in marks and name in seen and name not in chosen:
            yield number
        seen.add(name)


@cache
def _modules_used(module: ModuleType) -> frozenset[str]:
    """The modules that the functions and classes in a module come from, and modules in it."""
    return frozenset(
        str(getattr(value, "__module__", None) or getattr(value, "__name__", ""))
        for name, value in vars(module).items()
        if name not in QUICK
    )
