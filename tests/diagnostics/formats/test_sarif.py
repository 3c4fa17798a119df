"""Problems as SARIF, held against what the standard asks of a log."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
from findings import ALL, BRIEF, LOOSE, ROOT

from issuebrief import __version__
from issuebrief.diagnostics.codes import CODES
from issuebrief.diagnostics.formats.sarif import as_sarif
from issuebrief.diagnostics.model import SourceRange, warning


def shape(required: str = "", **properties: Any) -> dict[str, Any]:
    """An object with these properties and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": required.split(),
        "additionalProperties": False,
    }


TEXT = {"type": "string"}
NUMBER = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = shape("text", text={"type": "string", "minLength": 1})
URI = {"type": "string", "format": "uri-reference"}
ARTIFACT = shape("uri", uri=URI, uriBaseId=TEXT)
REGION = shape("startLine", startLine=NUMBER, startColumn=NUMBER, endLine=NUMBER, endColumn=NUMBER)
LOCATION = shape(
    "physicalLocation", physicalLocation=shape("artifactLocation", artifactLocation=ARTIFACT, region=REGION)
)
RULE = shape("id", id=TEXT, shortDescription=MESSAGE, defaultConfiguration=shape("level", level=LEVEL))
RESULT = shape(
    "message ruleId ruleIndex level",
    message=MESSAGE,
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    locations={"type": "array", "items": LOCATION},
    properties={"type": "object"},
)
DRIVER = shape(
    "name", name=TEXT, semanticVersion=TEXT, rules={"type": "array", "items": RULE, "uniqueItems": True}
)
RUN = shape(
    "tool results",
    tool=shape("driver", driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    originalUriBaseIds={
        "type": "object",
        "additionalProperties": shape("uri", uri={"type": "string", "pattern": "/$"}),
    },
    results={"type": "array", "items": RESULT},
)
SARIF = shape(
    "version runs",
    **{"$schema": {"type": "string", "format": "uri"}},
    version={"const": "2.1.0"},
    runs={"type": "array", "items": RUN},
)
"""What SARIF 2.1.0 asks of the parts of a log that are used here (sections 3.13 to 3.58 of the standard)."""


def log(*problems: Any) -> Any:
    found = json.loads(as_sarif(problems, ROOT))
    jsonschema.Draft202012Validator(SARIF, format_checker=jsonschema.FormatChecker()).validate(found)
    return found["runs"][0]


def test_a_log_without_problems_is_a_log() -> None:
    run = log()
    assert run["results"] == run["tool"]["driver"]["rules"] == []
    assert (run["tool"]["driver"]["name"], run["tool"]["driver"]["semanticVersion"]) == (
        "issuebrief",
        __version__,
    )


def test_a_problem_is_a_result_with_its_rule_and_its_place() -> None:
    run = log(LOOSE)
    (result,) = run["results"]
    assert result["ruleId"] == "lines.loose"
    assert result["level"] == "warning"
    assert result["message"]["text"] == 'It is <loose> & "wide".\n\nChange a word.'
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "content/moon/brief.md", "uriBaseId": "WORKPLACE"},
                "region": {"startLine": 9, "startColumn": 1, "endLine": 9, "endColumn": 4},
            }
        }
    ]
    assert [spot["page"] for spot in result["properties"]["spots"]] == [2, 3]
    assert run["originalUriBaseIds"]["WORKPLACE"]["uri"].endswith("/workplace/")


def test_rules_are_told_once_with_what_they_mean() -> None:
    run = log(*ALL)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({problem.code for problem in ALL})
    for result in run["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["shortDescription"]["text"] == CODES[rule["id"]].title


def test_levels_are_those_of_the_standard() -> None:
    assert {result["ruleId"]: result["level"] for result in log(*ALL)["results"]} == {
        "text.cut": "error",
        "lines.loose": "warning",
        "engine.message": "warning",
        "metadata.incomplete": "note",
    }


def test_every_code_can_be_told() -> None:
    problems = [warning(code, "It is so.", SourceRange(BRIEF, 1)) for code in CODES]
    assert len(log(*problems)["tool"]["driver"]["rules"]) == len(CODES)


def test_places_without_a_line_and_files_elsewhere_are_told_as_files() -> None:
    places = [result.get("locations") for result in log(*ALL)["results"]]
    assert places[0] is None
    assert places[1][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "file:///other/%C3%A4%20b.css"},
        "region": {"startLine": 4, "endLine": 4},
    }
    assert "region" not in places[2][0]["physicalLocation"]
