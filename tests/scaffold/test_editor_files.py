"""What `issuebrief new` writes for editors does what it is there for: schemas, snippets, tasks."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml
from setting import ROOT, SMALL_PICTURES

from issuebrief.cli.commands.parser import parser
from issuebrief.cli.main import main
from issuebrief.diagnostics.model import Diagnostic, PageRegion, Severity, SourceRange, error
from issuebrief.diagnostics.terminal import NAMES, render_problems
from issuebrief.frontmatter.model import Brief
from issuebrief.pipeline import check
from issuebrief.project.workspace import jobs
from issuebrief.scaffold import begin

if TYPE_CHECKING:
    from pathlib import Path

BODY = ("author", "cover", "key_points", "keywords")
"""The snippets that are for front matter; all others are for the text."""


@pytest.fixture
def begun(workplace: Path) -> Path:
    begin("my-brief", workplace)
    return workplace


def read(workplace: Path, name: str) -> Any:
    return json.loads((workplace / ".vscode" / name).read_text("utf-8"))


def expanded(body: str | list[str]) -> str:
    """What VS Code makes of a snippet when Tab is pressed until its end."""
    text = body if isinstance(body, str) else "\n".join(body)
    text = re.sub(r"\$\{\d\|([^,|]+)[^}]*\|\}", r"\1", text)
    while text != (inner := re.sub(r"\$\{\w+:([^${}]*)\}", r"\1", text)):
        text = inner
    return re.sub(r"\$0|\$\{\d\}", "", text)


def snippets(workplace: Path) -> dict[str, str]:
    found = read(workplace, "issuebrief.code-snippets")
    assert all(each["scope"] == "markdown" and each["description"] for each in found.values())
    return {each["prefix"]: expanded(each["body"]) for each in found.values()}


def matched(task: dict[str, Any], text: str) -> list[dict[str, str | None]]:
    """What the problem matchers of a task read off lines of a terminal."""
    matchers = task["problemMatcher"]
    found = []
    for line in text.splitlines():
        for matcher in matchers if isinstance(matchers, list) else [matchers]:
            pattern = matcher["pattern"]
            if hit := re.search(pattern["regexp"], line):
                names = ("file", "line", "column", "severity", "message", "code")
                found.append({name: hit[pattern[name]] for name in names if name in pattern})
                break
    return found


def tasks(workplace: Path) -> dict[str, Any]:
    return {task["label"]: task for task in read(workplace, "tasks.json")["tasks"]}


def test_the_schema_finds_the_front_matter_of_a_new_brief_right(begun: Path) -> None:
    text = (begun / "content/my-brief/brief.md").read_text("utf-8").split("---\n")[1]
    schema = read(begun, "brief.schema.json")
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    validator.check_schema(schema)
    assert list(validator.iter_errors(yaml.load(text, yaml.BaseLoader))) == []
    remarks = re.sub(r"(?m)^( *)# (?=[a-z_ ]+:|  )", r"\1", text)
    assert "\naccent:" in remarks
    assert list(validator.iter_errors(yaml.load(remarks, yaml.BaseLoader))) == []


def test_the_schema_finds_what_is_wrong(begun: Path) -> None:
    validator = jsonschema.Draft202012Validator(read(begun, "brief.schema.json"))
    wrong = {"titel": "A", "date": "2024-05-01", "authors": []}
    messages = " ".join(fault.message for fault in validator.iter_errors(wrong))
    assert "'titel' was unexpected" in messages
    assert "'title' is a required property" in messages


def test_the_schema_of_the_publisher_finds_its_file_right(begun: Path) -> None:
    validator = jsonschema.Draft202012Validator(read(begun, "publisher.schema.json"))
    text = (begun / "content/publisher.yaml").read_text("utf-8")
    assert list(validator.iter_errors(yaml.safe_load(text))) == []
    assert list(validator.iter_errors({"short": "YI"})) != []


def test_the_settings_lead_to_schemas_that_are_there(begun: Path) -> None:
    named = read(begun, "settings.json")["yaml.schemas"]
    assert list(named.values()) == ["content/*/brief.md", "publisher.yaml"]
    assert all((begun / path).is_file() for path in named)


def test_extensions_are_named_by_publisher_and_name(begun: Path) -> None:
    recommended = read(begun, "extensions.json")["recommendations"]
    assert recommended[0] == "redhat.vscode-yaml"
    assert all(re.fullmatch(r"[a-z-]+\.[a-z-]+", name) for name in recommended)


def test_the_snippets_of_the_text_make_a_brief_without_problems(begun: Path) -> None:
    found = {prefix: text for prefix, text in snippets(begun).items() if prefix not in BODY}
    assert {"pull-quote", "pull-quote-block", "note", "note-text", "figure", "table", "ref"} <= set(found)
    note, reference = found.pop("note"), found.pop("ref")
    (begun / "content/my-brief/picture.svg").write_bytes((ROOT / "docs/sample/harbour.svg").read_bytes())
    brief = begun / "content/my-brief/brief.md"
    front = brief.read_text("utf-8").split("---\n")[1]
    rest = "\n\n".join([*found.values(), f"NASA says so.{note} See {reference}."])
    brief.write_text(f"---\n{front}---\n\n## First\n\n{rest}\n", "utf-8")
    (job,) = jobs([], None, begun)
    outcome = check.check_brief(job)
    codes = {problem.code for problem in SMALL_PICTURES.apply(outcome.problems)}
    assert codes == {"metadata.incomplete", "text.placeholder"}  # the words of a new brief are still there
    assert "$" not in rest and reference == "[](#fig-name)" and note == "[^name]"


def test_the_snippets_of_the_front_matter_make_front_matter(begun: Path) -> None:
    found = snippets(begun)
    (begun / "content/my-brief/picture.svg").write_bytes((ROOT / "docs/sample/harbour.svg").read_bytes())
    lines = ["title: A", "date: 2024-05-01", "authors:", *(found[prefix] for prefix in BODY)]
    brief = begun / "content/my-brief/brief.md"
    brief.write_text("\n".join(["---", *lines, "---", "", "Text.", ""]), "utf-8")
    (job,) = jobs([], None, begun)
    codes = {problem.code for problem in check.check_brief(job).problems}
    assert codes <= {"metadata.incomplete", "text.placeholder"}  # some snippets hold words to be replaced
    keys = set(yaml.safe_load("\n".join(lines)))
    assert keys == {"title", "date", "authors", "cover", "key_points", "keywords"}
    assert keys <= set(Brief.__struct_fields__)


def test_the_tasks_are_commands_that_exist(begun: Path) -> None:
    found = tasks(begun)
    assert {label: task["args"] for label, task in found.items()} == {
        "issuebrief: preview": ["preview", "${file}"],
        "issuebrief: show this line in the preview": ["preview", "--show", "${lineNumber}", "${file}"],
        "issuebrief: PDF": ["build", "${file}"],
        "issuebrief: check": ["check", "${file}"],
    }
    for label in ("issuebrief: PDF", "issuebrief: check"):
        verb, path = found[label]["args"]
        assert parser().parse_args([verb, path]).paths == ["${file}"]
    assert found["issuebrief: preview"]["isBackground"] is True


def test_the_preview_counts_as_started_when_it_names_its_address(begun: Path) -> None:
    background = tasks(begun)["issuebrief: preview"]["problemMatcher"]["background"]
    assert background["activeOnStart"] is True
    for line in (
        "http://127.0.0.1:8432/",
        "content/moon/brief.md: http://localhost:8000/",
        "http://[::1]:80/",
    ):
        assert re.search(background["endsPattern"], line)
    assert not re.search(background["endsPattern"], "see https://example.org/")


def test_problems_of_a_real_check_are_read_off_the_terminal(
    begun: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brief = begun / "content/my-brief/brief.md"
    text = brief.read_text("utf-8").replace("lang: en-GB", "lang: englisch!")
    brief.write_text(text.replace("## A heading", "#### A heading") + "\nMore.[^none] ![](no.svg)\n", "utf-8")
    assert main(["check"]) == 1
    read_off = matched(tasks(begun)["issuebrief: check"], capsys.readouterr().err)
    (job,) = jobs([], None, begun)
    problems = check.check_brief(job).problems
    assert len(read_off) == len(problems) > 3
    assert {(each["line"], each["column"], each["severity"], each["code"]) for each in read_off} == {
        (
            str(problem.place.line),
            str(problem.place.column) if problem.place.column else None,
            NAMES[problem.severity],
            problem.code,
        )
        for problem in problems
        if problem.place
    }
    assert {each["file"] for each in read_off} == {"content/my-brief/brief.md"}
    assert all((begun / str(each["file"])).is_file() for each in read_off)


@pytest.mark.parametrize("label", ["issuebrief: check", "issuebrief: preview"])
def test_every_kind_of_place_is_read_off_and_nothing_else_is(label: str, begun: Path) -> None:
    brief = begun / "my brief" / "brief.md"
    problems = [
        error(
            "a.b",
            "wrong: error: x [y]",
            SourceRange(brief, 12, 7),
            "c.md:1:1: error: no",
            "d.md:2:3: error: no",
        ),
        Diagnostic(Severity.INFO, "a.c", "odd", SourceRange(brief, 13), spots=(PageRegion(2, 0, 0, 1, 1),)),
        Diagnostic(Severity.WARNING, "a.d", "in the file", SourceRange(brief)),
        Diagnostic(Severity.WARNING, "a.e", "nowhere"),
    ]
    text = render_problems(problems, colour=False, root=begun)
    file = "my brief/brief.md"
    found = matched(tasks(begun)[label], f"{text}issuebrief: there is no command “x”\n")
    lines: list[dict[str, str | None]] = [
        {"line": "12", "column": "7", "severity": "error", "message": "wrong: error: x [y]", "code": "a.b"},
        {"line": "13", "column": None, "severity": "note", "message": "page 2: odd", "code": "a.c"},
    ]
    whole: dict[str, str | None] = {"severity": "warning", "message": "in the file", "code": "a.d"}
    wanted = [*lines, whole] if label.endswith("check") else lines
    assert sorted(map(str, found)) == sorted(str({"file": file, **each}) for each in wanted)
