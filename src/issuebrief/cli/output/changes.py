"""Say what was changed between two versions.

In:  what comparing gave.
Out: lines on standard output, or one JSON document.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from issuebrief.compare.model import Change, ChangeKind
from issuebrief.compare.summary_page import counted, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.compare.compare_briefs import Compared

SIGNS = {
    ChangeKind.INSERTED: "+",
    ChangeKind.DELETED: "-",
    ChangeKind.REPLACED: "~",
    ChangeKind.MOVED: ">",
    ChangeKind.RESTYLED: "=",
}
MOST_LISTED, MOST_LETTERS = 40, 60


def print_changes(
    compared: Compared, names: tuple[str, str], written: Sequence[str], form: str, *, failed: bool
) -> None:
    """Print the changes, and the files that were written."""
    if form == "json":
        print(_as_json(compared, names, written))
        return
    if failed:
        return
    if not compared.changes:
        print("nothing was changed: both versions are set alike")
        return
    for change in compared.changes[:MOST_LISTED]:
        print(_line(change))
    if (more := len(compared.changes) - MOST_LISTED) > 0:
        print(f"  … and {more:,} more")
    print(counted(compared.changes))
    for name in written:
        print(name)


def _line(change: Change) -> str:
    from issuebrief.diagnostics.terminal import visible

    page = f"p. {change.page}" if change.page else ""
    before, after = (shortened(text, MOST_LETTERS) for text in (change.before, change.after))
    words = f"{before} → {after}" if before and after else before or after
    return visible(f"{SIGNS[change.kind]} {page:<6}{change.part:<13} {words}")


def _as_json(compared: Compared, names: tuple[str, str], written: Sequence[str]) -> str:
    changes = [
        {
            "kind": change.kind.value,
            "part": change.part,
            "page": change.page or None,
            "line": change.line or None,
            "before": change.before,
            "after": change.after,
            **({"from_page": change.origin_page or None} if change.kind is ChangeKind.MOVED else {}),
        }
        for change in compared.changes
    ]
    problems = [
        {"code": problem.code, "severity": problem.severity.name.lower(), "message": problem.message}
        for problem in compared.problems
    ]
    document = {
        "old": names[0],
        "new": names[1],
        "files": list(written),
        "pages": compared.pages,
        "changes": changes,
        "problems": problems,
    }
    return json.dumps(document, ensure_ascii=False, indent=2)
