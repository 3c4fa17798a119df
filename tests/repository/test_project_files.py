"""The files around the program can be read, and agree with each other about versions, verbs and names."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.specifiers import SpecifierSet

from issuebrief import __version__

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
YAML_FILES = [
    *WORKFLOWS,
    *sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml")),
    *(ROOT / name for name in ("action.yml", "mkdocs.yml", "CITATION.cff", ".github/dependabot.yml")),
    *(ROOT / name for name in (".pre-commit-config.yaml", ".pre-commit-hooks.yaml")),
]


class Loader(yaml.SafeLoader):
    """Reads `on:` as the word that it is on GitHub, and takes MkDocs' names of functions for text."""


Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda _loader, name, _node: name)


def read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader)


@cache
def project() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return found


def steps(path: Path) -> list[dict[str, Any]]:
    """All steps of a workflow or a composite action, and jobs that call another workflow."""
    tree = read(path)
    if "runs" in tree:
        return list(tree["runs"]["steps"])
    jobs = tree["jobs"].values()
    return [*(job for job in jobs if "uses" in job), *(step for job in jobs for step in job.get("steps", ()))]


def verbs() -> set[str]:
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))


def pythons() -> set[str]:
    """The versions of Python that the tests run on."""
    return set(read(ROOT / ".github/workflows/test.yml")["jobs"]["test"]["strategy"]["matrix"]["python"])


def without_comments(path: Path) -> str:
    return re.sub(r"^\s*#.*$", "", path.read_text("utf-8"), flags=re.M)


@pytest.mark.parametrize("path", YAML_FILES, ids=lambda path: path.name)
def test_each_file_is_yaml_that_says_something(path: Path) -> None:
    assert isinstance(read(path), dict | list)
    assert read(path)


def test_every_workflow_has_a_trigger_few_permissions_and_limits_of_time() -> None:
    for path in WORKFLOWS:
        tree = read(path)
        assert tree["on"], path.name
        assert tree["permissions"] == {"contents": "read"}, path.name
        assert all("timeout-minutes" in job or "uses" in job for job in tree["jobs"].values()), path.name


def test_actions_of_others_are_pinned_to_a_commit_with_their_version_beside_it() -> None:
    for path in (*WORKFLOWS, ROOT / "action.yml"):
        used = re.findall(r"uses: (.+)$", path.read_text("utf-8"), re.M)
        assert len(used) == sum("uses" in step for step in steps(path))
        for action in used:
            pinned = re.fullmatch(r"[\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)
            assert pinned or action.startswith("./"), f"{path.name}: {action}"


def test_one_action_has_one_commit() -> None:
    texts = "".join(path.read_text("utf-8") for path in (*WORKFLOWS, ROOT / "action.yml"))
    commits: dict[str, set[str]] = {}
    for name, commit in re.findall(r"uses: ([\w/-]+)@(\S+)", texts):
        commits.setdefault(name, set()).add(commit)
    assert {name: found for name, found in commits.items() if len(found) > 1} == {}


def test_values_from_outside_are_never_pasted_into_scripts() -> None:
    for path in (*WORKFLOWS, ROOT / "action.yml"):
        assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []


def test_every_verb_that_is_called_is_in_the_makefile() -> None:
    hooks = read(ROOT / ".pre-commit-config.yaml")["repos"][0]["hooks"]
    scripts = [step.get("run", "") for path in WORKFLOWS for step in steps(path)]
    scripts += [hook["entry"] for hook in hooks]
    called = {verb for script in scripts for verb in re.findall(r"\bmake ([a-z]+)\b", script)}
    assert {"pdf", "coverage", "lint", "tools", "wheel", "docs"} <= called <= verbs()


def test_ci_runs_each_test_once_with_all_its_examples() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    recipe = makefile.partition("\ncoverage:")[2].partition("\n\n")[0]
    assert "coverage run -m pytest $(SHARED_OUT)\n" in recipe
    for path in (ROOT / ".ci/run", ROOT / ".github/workflows/test.yml"):
        assert re.findall(r"make (test|coverage)\b", without_comments(path)) == ["coverage"], path.name


def test_every_verb_is_helped_with() -> None:
    helped = set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert helped == verbs()


def test_every_python_that_is_promised_is_tested() -> None:
    promised = {
        line.rpartition(" ")[2] for line in project()["classifiers"] if re.search(r":: 3\.\d+$", line)
    }
    assert pythons() == promised
    wanted = SpecifierSet(project()["requires-python"])
    assert all(version in wanted for version in promised)
    assert f"3.{min(int(version[2:]) for version in promised) - 1}" not in wanted


def test_every_other_python_is_one_that_is_tested() -> None:
    named = {
        step["with"]["python-version"]
        for path in WORKFLOWS
        for step in steps(path)
        if "python-version" in step.get("with", {})
    }
    named.add(read(ROOT / "action.yml")["inputs"]["python-version"]["default"])
    named |= set(re.findall(r"^FROM python:(3\.\d+)-slim", (ROOT / "Dockerfile").read_text("utf-8"), re.M))
    assert named - {"${{ matrix.python }}"} <= pythons()


def test_the_container_gets_the_libraries_that_the_set_up_gets() -> None:
    script = (ROOT / "scripts/set-up.sh").read_text("utf-8")
    wanted = re.search(r'manager=apt-get\n\s*packages="(.+)"', script)
    dockerfile = without_comments(ROOT / "Dockerfile").replace("\\\n", " ")
    installed = re.search(r"apt-get install ((?:-\S+ )*)([^&]+)&&", dockerfile)
    assert wanted and installed
    assert installed[2].split() == wanted[1].split()


def test_the_container_copies_what_exists_and_all_that_a_wheel_is_made_of() -> None:
    dockerfile = without_comments(ROOT / "Dockerfile")
    copied = [line.split()[1:-1] for line in dockerfile.splitlines() if re.match(r"COPY (?!--from)", line)]
    names = [name for line in copied for name in line]
    assert all((ROOT / name).exists() for name in names)
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    needed = {*build["targets"]["wheel"]["force-include"], "src", "pyproject.toml", project()["readme"]}
    assert needed | set(project()["license-files"]) <= set(names)
    allowed = [
        line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line[0] == "!"
    ]
    assert all(any(Path(name).is_relative_to(part) for part in allowed) for name in names)


def test_the_container_runs_the_command() -> None:
    (entry,) = re.findall(r"^ENTRYPOINT (.+)$", (ROOT / "Dockerfile").read_text("utf-8"), re.M)
    assert json.loads(entry) == list(project()["scripts"])


def test_the_hook_for_others_runs_the_command_on_briefs() -> None:
    (hook,) = read(ROOT / ".pre-commit-hooks.yaml")
    assert hook["entry"].split()[0] in project()["scripts"]
    assert re.search(hook["files"], "content/moon/brief.md")
    assert re.search(hook["files"], "brief.md")
    assert not re.search(hook["files"], "content/moon/debrief.md")


def test_the_hooks_of_the_project_name_files_that_exist() -> None:
    hooks = read(ROOT / ".pre-commit-config.yaml")["repos"][0]["hooks"]
    named = [name for hook in hooks for name in re.findall(r"\S+\.py\b", hook["entry"])]
    assert named == ["tests/repository/test_project_files.py", "tests/repository/test_locks.py"]
    assert all((ROOT / name).exists() for name in named)
    assert re.search(hooks[1]["files"], "pyproject.toml")


def test_the_action_offers_options_that_the_command_has() -> None:
    script = "".join(step.get("run", "") for step in steps(ROOT / "action.yml"))
    options = set(re.findall(r"(?<=[ =])--[a-z]+", script.partition("issuebrief check")[2].partition(">")[0]))
    options.add("--strict")
    shown = subprocess.run(
        [sys.executable, "-m", "issuebrief", "check", "--help"], capture_output=True, text=True, check=True
    )
    assert {"--format", "--for"} < options
    assert all(f"{option} " in shown.stdout for option in options)


def test_the_documentation_tells_of_all_inputs_of_the_action() -> None:
    page = (ROOT / "docs/automation.md").read_text("utf-8")
    told = dict(re.findall(r"^\| `([\w-]+)` \| `(.+?)` \|", page, re.M))
    inputs = read(ROOT / "action.yml")["inputs"]
    assert told == {name: given["default"] for name, given in inputs.items()}


def test_the_site_shows_every_page_of_the_documentation() -> None:
    nav = read(ROOT / "mkdocs.yml")["nav"]
    pages = re.findall(r"[\w/-]+\.md", json.dumps(nav))
    assert sorted(pages) == sorted(
        [*(path.name for path in (ROOT / "docs").glob("*.md")), "decisions/README.md"]
    )


def test_links_out_of_the_site_lead_to_the_repository() -> None:
    spec = importlib.util.spec_from_file_location("site_links", ROOT / "scripts/site_links.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    text = "[a](../README.md#licence) [b](web.md) [c](sample/brief.md) [d](../tests) [e](gone.md) [f](#here)"
    assert module.lead(text, ROOT / "docs", {ROOT / "docs/web.md"}, "https://code.example/x/") == (
        "[a](https://code.example/x/blob/main/README.md#licence) [b](web.md) "
        "[c](https://code.example/x/blob/main/docs/sample/brief.md) "
        "[d](https://code.example/x/tree/main/tests) [e](gone.md) [f](#here)"
    )


def test_one_address_of_the_repository_is_named_everywhere() -> None:
    address = project()["urls"]["Repository"]
    assert all(url.startswith(address) for url in project()["urls"].values())
    assert read(ROOT / "CITATION.cff")["repository-code"] == address
    site = read(ROOT / "mkdocs.yml")
    assert site["repo_url"] == address
    assert site["site_url"].startswith(project()["urls"]["Documentation"])


def test_the_citation_and_the_changelog_name_this_version() -> None:
    citation = read(ROOT / "CITATION.cff")
    assert citation["version"] == __version__
    assert citation["license"] == project()["license"]
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    headings = re.findall(r"^## (.+)$", changelog, re.M)
    assert headings[0] == "[Unreleased]"
    assert headings[1] == f"[{__version__}] - {citation['date-released']}"


def test_the_package_says_that_it_is_typed() -> None:
    assert "Typing :: Typed" in project()["classifiers"]
    assert (ROOT / "src/issuebrief/py.typed").read_bytes() == b""
