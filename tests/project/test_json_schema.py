"""The JSON Schema of `issuebrief.toml` agrees with what the file is checked by."""

from __future__ import annotations

import re
import runpy
import sys
import tomllib
from pathlib import Path

import jsonschema
import pytest

from issuebrief.diagnostics.codes import RULES
from issuebrief.frontmatter.json_schema import as_text
from issuebrief.house_style.settings.shapes import HouseStyle
from issuebrief.project.config import read_configuration
from issuebrief.project.json_schema import FILE, configuration_schema

ROOT = Path(__file__).resolve().parents[2]
VALIDATOR = jsonschema.Draft7Validator(configuration_schema())


def examples() -> list[str]:
    """What the documentation and the examples write into the file."""
    pages = [(ROOT / "docs" / name).read_text("utf-8") for name in ("house-style.md", "checking.md")]
    blocks = [block for page in pages for block in re.findall(r"```toml\n(.*?)```", page, re.DOTALL)]
    kept = [block for block in blocks if "[[preferred]]" not in block.splitlines()]
    return [*kept, (ROOT / "examples/kvarnholt/issuebrief.toml").read_text("utf-8")]


def test_the_schema_in_the_documentation_is_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    assert FILE.read_text("utf-8") == as_text(configuration_schema())
    written: list[str] = []
    monkeypatch.setattr(Path, "write_text", lambda _, text, **__: written.append(text))
    monkeypatch.delitem(sys.modules, "issuebrief.project.json_schema")
    runpy.run_module("issuebrief.project.json_schema", run_name="__main__")
    assert written == [as_text(configuration_schema())]


def test_every_rule_limit_and_key_is_there_and_described() -> None:
    schema = configuration_schema()
    jsonschema.Draft7Validator.check_schema(schema)
    preflight = schema["properties"]["preflight"]["properties"]
    assert set(RULES) <= set(preflight)
    assert all(preflight[code]["description"] for code in RULES)
    assert all(each["description"].endswith(".") for each in preflight["limits"]["properties"].values())
    keys = [each.replace("_", "-") for each in HouseStyle.__struct_fields__]
    assert list(schema["definitions"]["HouseStyle"]["properties"]) == keys
    for shape in schema["definitions"].values():
        assert shape["additionalProperties"] is False
        for value in shape["properties"].values():
            assert "$ref" in value or "items" in value or value["description"].endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        *examples(),
        '[preflight]\nlines.loose = "error"\n',
        '[preflight]\n"lines.lose" = "off"\n',
        '[preflight]\n"lines.loose" = "loud"\n',
        "[preflight.limits]\nladder = 0\n",
        '[preflight.limits]\nwanted = ["doi", "isbn"]\n',
        "[style.limits]\nwords = 0\n",
        "[style.limits]\nwords = true\n",
        "[style.numbers]\nwords-below = 200\n",
        '[[style.sections]]\nheadings = ["A"]\n',
        '[[style.sections]]\nlang = "english!"\nheadings = ["A"]\n',
        '[style.words]\npreferred = [{ write = "A" }]\n',
        '[style.words]\npreferred = [{ not = ["--"] }]\n',
        "[preview]\neditor = 1\n",
        "[stile]\nx = 1\n",
    ],
)
def test_the_schema_and_the_program_agree_on_a_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "issuebrief.toml").write_text(text, "utf-8")
    for name in re.findall(r'"(style/[\w.]+)"', text):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    _, problems = read_configuration(tmp_path)
    assert VALIDATOR.is_valid(tomllib.loads(text)) == (problems == ())
