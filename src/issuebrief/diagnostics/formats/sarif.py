"""Problems as SARIF 2.1.0, the format of static analysis that editors and code hosts read.

In:  problems, and the folder that paths are given from.
Out: a SARIF log of one run (OASIS, Static Analysis Results Interchange Format 2.1.0).
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.diagnostics.codes import CODES
from issuebrief.diagnostics.model import Severity
from issuebrief.diagnostics.serialize import Value, fields_of
from issuebrief.diagnostics.terminal import in_order, path_from
from issuebrief.file_access import real_path
from issuebrief.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from issuebrief.diagnostics.model import Diagnostic

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.INFO: "note", Severity.WARNING: "warning", Severity.ERROR: "error"}
BASE = "WORKPLACE"


def as_sarif(problems: Iterable[Diagnostic], root: Path) -> str:
    """The problems as a SARIF log."""
    found = in_order(problems)
    codes = sorted({problem.code for problem in found})
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "issuebrief",
                        "semanticVersion": __version__,
                        "rules": [_rule(code) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {BASE: {"uri": real_path(root).as_uri() + "/"}},
                "results": [_result(problem, codes, root) for problem in found],
            }
        ],
    }
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _rule(code: str) -> dict[str, object]:
    if code not in CODES:
        return {"id": code}
    meaning = CODES[code]
    return {
        "id": code,
        "shortDescription": {"text": meaning.title},
        "defaultConfiguration": {"level": LEVELS[meaning.severity]},
    }


def _result(problem: Diagnostic, codes: Sequence[str], root: Path) -> dict[str, object]:
    fields = fields_of(problem, lambda path: path_from(path, root).as_posix())
    texts = [fields["message"], fields["hint"]]
    result: dict[str, object] = {
        "ruleId": fields["code"],
        "ruleIndex": codes.index(problem.code),
        "level": LEVELS[problem.severity],
        "message": {"text": "\n\n".join(str(text) for text in texts if text)},
    }
    if fields["file"] is not None:
        result["locations"] = [{"physicalLocation": _location(fields)}]
    if problem.spots:
        result["properties"] = {"spots": [asdict(spot) for spot in problem.spots]}
    return result


def _location(fields: Mapping[str, Value]) -> dict[str, object]:
    """The place in the file; SARIF has no word for an unknown line, so that such a place is the file."""
    path = Path(str(fields["file"]))
    artifact = {"uri": real_path(path).as_uri()} if path.is_absolute() else _relative(path)
    region = {
        "startLine": fields["line"],
        "startColumn": fields["column"],
        "endLine": fields["end_line"],
        "endColumn": fields["end_column"],
    }
    known = {name: number for name, number in region.items() if number}
    return {"artifactLocation": artifact, **({"region": known} if fields["line"] else {})}


def _relative(path: Path) -> dict[str, str]:
    from urllib.parse import quote

    return {"uri": quote(path.as_posix()), "uriBaseId": BASE}
