"""The schema that editors complete from says the same as the model, and its file is up to date."""

from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import Any

import pytest

from issuebrief.frontmatter.json_schema import FILE, brief_schema, publisher_schema, schema_text
from issuebrief.frontmatter.keys.looks import Colours, Faces, InkedColour, Logo
from issuebrief.frontmatter.keys.press_keys import Press
from issuebrief.frontmatter.keys.statements import Contact, Contributor, Correction, Funder
from issuebrief.frontmatter.model import Author, Brief, Cover, Niceties, Publisher
from issuebrief.frontmatter.publisher_file import PublisherFile

SHAPES = {
    shape.__name__: shape
    for shape in (
        *(Author, Colours, Cover, Faces, InkedColour, Logo, Publisher, Niceties, Press),
        *(Contact, Contributor, Correction, Funder),
    )
}
SEVERAL = {
    *(
        "number",
        "ink",
        "pages",
        "version",
        "grant",
        "affiliation",
        "ror",
        "funding",
        "contact",
        "labels",
        "logo",
    ),
    "references",
}
"""Keys whose values may be written in several ways."""


def parts() -> dict[str, dict[str, Any]]:
    schema = brief_schema()
    return {"Brief": schema, **schema["$defs"]}


def test_the_file_in_docs_is_the_schema() -> None:
    assert FILE.read_text(encoding="utf-8") == schema_text(), (
        "run python -m issuebrief.frontmatter.json_schema"
    )


def test_the_module_rewrites_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[tuple[Path, str]] = []
    monkeypatch.setattr(Path, "write_text", lambda self, text, encoding: written.append((self, text)))
    with pytest.warns(RuntimeWarning, match="found in sys.modules"):
        runpy.run_module("issuebrief.frontmatter.json_schema", run_name="__main__")
    assert written == [(FILE, schema_text())]


def test_every_key_of_the_model_is_there_and_described() -> None:
    for name, shape in {"Brief": Brief, **SHAPES}.items():
        part = parts()[name]
        assert list(part["properties"]) == list(shape.__struct_fields__)
        assert part["additionalProperties"] is False
        assert part["title"]
        for key, value in part["properties"].items():
            assert value["description"].endswith("."), key
            assert "anyOf" not in value or key in SEVERAL or name == "Colours", key


def test_what_is_required() -> None:
    required = {name: part.get("required", []) for name, part in parts().items()}
    assert required == {
        "Brief": ["title", "date", "authors"],
        "Author": ["name"],
        "Cover": ["image", "alt"],
        "Publisher": [],
        "Colours": [],
        "Faces": [],
        "InkedColour": ["screen"],
        "Logo": ["light"],
        "Niceties": [],
        "Press": [],
        "Contact": [],
        "Contributor": ["name"],
        "Correction": ["date", "text"],
        "Depositor": [],
        "Funder": ["name"],
        "SocialLink": ["url"],
        "GivenBoxes": [],
        "GivenLabels": [],
    }


def test_the_file_of_the_institute_has_a_schema_of_its_own() -> None:
    schema = publisher_schema()
    assert list(schema["properties"]) == list(PublisherFile.__struct_fields__)
    assert schema["required"] == ["name"]
    assert "title" in schema["$defs"]["Press"]
    assert all(value["description"].endswith(".") for value in schema["properties"].values())


def test_forms_that_editors_check() -> None:
    keys = brief_schema()["properties"]
    assert brief_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert (keys["date"]["type"], keys["date"]["format"]) == ("string", "date")
    assert keys["accent"]["pattern"].startswith("^#")
    assert keys["cover"]["$ref"] == "#/$defs/Cover"
    assert keys["authors"]["items"] == {"$ref": "#/$defs/Author"}
    assert keys["number"]["anyOf"] == [{"type": "string"}, {"type": "integer"}]
    assert keys["lang"]["default"] == "en-GB"


def test_no_null_and_no_function_gets_into_the_schema() -> None:
    assert "null" not in schema_text()
    assert json.loads(schema_text()) == brief_schema()
