"""Describe front matter as a JSON Schema, so that editors complete and check it.

In:  the shapes of `model.py`.
Out: a JSON Schema (2020-12). `python -m issuebrief.frontmatter.json_schema` rewrites
     `docs/brief.schema.json`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.json import schema_components

from issuebrief.frontmatter.model import Brief
from issuebrief.frontmatter.publisher_file import PublisherFile

if TYPE_CHECKING:
    from msgspec import Struct

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILE = Path(__file__).resolve().parents[3] / "docs" / "brief.schema.json"
TITLES = {
    "Brief": "Front matter of an issue brief",
    "Author": "Author",
    "Cover": "Cover picture",
    "Publisher": "Institute",
    "PublisherFile": "Institute, and what its briefs have in common",
    "Logo": "Logo",
    "Colours": "Colours",
    "InkedColour": "A colour and its inks",
    "Faces": "Families of fonts",
    "GivenBoxes": "Labels of boxes",
    "GivenLabels": "Labels",
    "Niceties": "Typographic niceties",
    "Press": "How the brief is printed",
    "Contact": "Contact",
    "Contributor": "Editor, translator or reviewer",
    "Correction": "Correction",
    "Depositor": "Who deposits metadata",
    "Funder": "Funder",
    "SiteSettings": "The site of the institute",
    "SocialLink": "A page of the institute elsewhere",
}


def brief_schema() -> dict[str, Any]:
    """The schema of a brief's front matter."""
    parts = _parts()
    whole = parts.pop("Brief")
    return {"$schema": DIALECT, **whole, "$defs": dict(sorted(parts.items()))}


def publisher_schema() -> dict[str, Any]:
    """The schema of `publisher.yaml`."""
    parts = _parts(PublisherFile)
    whole = parts.pop("PublisherFile")
    return {"$schema": DIALECT, **whole, "$defs": dict(sorted(parts.items()))}


def schema_text() -> str:
    """The schema as it stands in `docs/brief.schema.json`."""
    return as_text(brief_schema())


def as_text(schema: dict[str, Any]) -> str:
    """A schema as it stands in a file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _parts(shape: type[Struct] = Brief) -> dict[str, Any]:
    """The schemas of a shape and of all shapes in it, by their names."""
    _, parts = schema_components((shape,), ref_template="#/$defs/{name}")
    for name, part in parts.items():
        part["title"] = TITLES[name]
        part["properties"] = {key: tidy(value) for key, value in part["properties"].items()}
    return parts


def tidy(part: dict[str, Any]) -> dict[str, Any]:
    """The schema of one key: null is not offered, nor a default that says nothing.

    A key with nothing after it counts as left out, so an editor need not offer `null`; a
    choice that is left with one branch is that branch, with the key's own description. A group that a
    value `alone` can stand for is a text, or one of the words listed there, or the group.
    """
    branches = [branch for branch in part.pop("anyOf", []) if branch != {"type": "null"}]
    if len(branches) == 1:
        part = {**branches[0], **part}
    elif branches:
        part["anyOf"] = branches
    if alone := part.pop("alone", False):
        text = {"enum": alone} if isinstance(alone, list) else {"type": "string"}
        part["anyOf"] = [text, {"$ref": part.pop("$ref")}]
    if part.get("default") in ("", None, (), []):
        part.pop("default", None)
    first: dict[str, Any] = {key: part[key] for key in ("description", "type", "$ref") if key in part}
    return {**first, **part}


if __name__ == "__main__":
    FILE.write_text(schema_text(), encoding="utf-8")
