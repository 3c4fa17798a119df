"""Describe `issuebrief.toml` as a JSON Schema, so that editors complete and check it.

In:  what the file is checked by: the rules and severities, the limits, the shapes of the house style.
Out: a JSON Schema (Draft 7, as editors of TOML know no later one). `python -m issuebrief.project.json_schema`
     rewrites `docs/issuebrief.schema.json`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields
from pathlib import Path
from typing import Any, get_type_hints

from msgspec.json import schema_components

from issuebrief.diagnostics.codes import CODES
from issuebrief.diagnostics.codes import RULES as SETTABLE
from issuebrief.diagnostics.limits import Limits
from issuebrief.frontmatter.json_schema import as_text, tidy
from issuebrief.house_style.settings.shapes import HouseStyle
from issuebrief.project.config import SEVERITIES, WANTED

DIALECT = "http://json-schema.org/draft-07/schema#"
FILE = Path(__file__).resolve().parents[3] / "docs" / "issuebrief.schema.json"
Schema = dict[str, Any]


def configuration_schema() -> Schema:
    """The schema of `issuebrief.toml`."""
    _, shapes = schema_components((HouseStyle,), ref_template="#/definitions/{name}")
    for shape in shapes.values():
        shape.pop("title")
        shape["properties"] = {key: tidy(value) for key, value in shape["properties"].items()}
    editor = {
        "type": "string",
        "description": "The editor that opens where a line of the preview is clicked.",
    }
    return {
        "$schema": DIALECT,
        "title": "How strict a house is with its briefs",
        **_table(
            {
                "preflight": _preflight(),
                "style": {"$ref": "#/definitions/HouseStyle"},
                "preview": _table({"editor": editor}),
            }
        ),
        "definitions": dict(sorted(shapes.items())),
    }


def _preflight() -> Schema:
    """The severities of rules, whose names are in quotes or parted by their dots, and the limits."""
    rules: Schema = {}
    groups: dict[str, Schema] = defaultdict(dict)
    for code in SETTABLE:
        group, _, name = code.partition(".")
        rules[code] = {"enum": [*SEVERITIES], "description": CODES[code].title}
        groups[group][name] = {"$ref": f"#/properties/preflight/properties/{code}"}
    tables = {group: _table(inner) for group, inner in groups.items()}
    return _table({**rules, **tables, "limits": _table(_limits())})


def _limits() -> Schema:
    """The limits with their defaults."""
    hints = get_type_hints(Limits, include_extras=True)
    found: Schema = {}
    for each in fields(Limits):
        name, told = each.name.replace("_", "-"), {"description": hints[each.name].__metadata__[0]}
        if each.name == "wanted":
            found[name] = {"type": "array", "items": {"enum": [*WANTED]}, **told, "default": [*WANTED]}
        else:
            found[name] = {"type": "number", "not": {"maximum": 0}, **told, "default": each.default}
    return found


def _table(properties: Schema) -> Schema:
    """A table with these keys and no others."""
    return {"type": "object", "properties": properties, "additionalProperties": False}


if __name__ == "__main__":
    FILE.write_text(as_text(configuration_schema()), encoding="utf-8")
