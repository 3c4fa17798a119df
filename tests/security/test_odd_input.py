"""Input that once was an internal fault, or made a build wait: each is a problem with a place, or is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import job, write_brief

from issuebrief.frontmatter.publisher_file import read_publisher
from issuebrief.frontmatter.source import read_source
from issuebrief.markdown_body.source.html_tree import parse, text_of
from issuebrief.pipeline.build import set_brief
from issuebrief.pipeline.read import read

if TYPE_CHECKING:
    from pathlib import Path

NINES = "9" * 8_000
REFERENCES = [
    f"&#{NINES};",
    f"&#{NINES}",
    f"&#x{NINES};",
    f"&#X{'f' * 8000};",
    f"&#{'0' * 8000}65;",
    "&#9999999999;",
]


@pytest.mark.parametrize("reference", REFERENCES, ids=lambda text: f"{text[:8]} {len(text)}")
@pytest.mark.parametrize(
    "text", ["a {} b", '<b title="{}">x</b>', "[x](<{}>)", "`{}`", "# {}", "[^a]\n\n[^a]: {}"]
)
def test_a_number_that_no_character_has_is_told(tmp_path: Path, text: str, reference: str) -> None:
    path = write_brief(tmp_path, text.format(reference))
    _, problems = read_source(path)
    assert [problem.code for problem in problems] == ["source.no-character"]
    assert problems[0].place and problems[0].place.line > 5
    assert len(problems[0].message) < 200
    assert "source.no-character" in [problem.code for problem in read(job(path))[1]]


@pytest.mark.parametrize("key", ["title", "subtitle", "abstract", "copyright", "disclaimer"])
def test_so_it_is_in_the_front_matter(tmp_path: Path, key: str) -> None:
    _, problems = read(job(write_brief(tmp_path, "Text.", **{key: f"a &#{NINES}; b"})))
    assert "source.no-character" in [problem.code for problem in problems]


def test_so_it_is_in_the_institutes_file(tmp_path: Path) -> None:
    (tmp_path / "publisher.yaml").write_text(f"name: A &#{NINES};\n")
    assert [problem.code for problem in read_publisher(tmp_path)[1]] == ["source.no-character"]


@pytest.mark.parametrize("reference", REFERENCES[:5])
def test_a_tree_is_read_with_the_sign_for_no_character(reference: str) -> None:
    assert text_of(parse(f"<p>a {reference}b</p>")) == "a \ufffdb"


@pytest.mark.parametrize("text", ["&#65;", "&#x41;", "&#0000065;", "&#1114111;", "&amp;#12345678901;"])
def test_a_number_that_a_character_has_stays(tmp_path: Path, text: str) -> None:
    source, _ = read_source(write_brief(tmp_path, text))
    assert source and text in source.body


NAMES = [
    "a" * 300,
    "a" * 100_000,
    "../../x",
    "..",
    "a/b",
    "/etc/passwd",
    "a\\b",
    "con",
    "a.css",
    "%2e%2e",
    "-",
]


@pytest.mark.parametrize("name", NAMES, ids=lambda text: text[:12])
def test_the_name_of_a_theme_that_is_none_is_told(tmp_path: Path, name: str) -> None:
    _, problems = read(job(write_brief(tmp_path, "Text.", theme=name)))
    assert problems
    assert {problem.code.partition(".")[0] for problem in problems} <= {"theme", "front-matter"}
    assert all(len(problem.message) < 400 for problem in problems)


PROFILES = [
    "a" * 300,
    "a" * 100_000,
    "../secret.icc",
    "/dev/zero",
    "/etc/hosts",
    "brief.md",
    ".",
    "..",
    "%2e%2e/a",
    "file:///etc/hosts",
]


@pytest.mark.parametrize("name", PROFILES, ids=lambda text: text[:12])
def test_a_profile_that_is_none_is_told(tmp_path: Path, name: str) -> None:
    from issuebrief.job import Printing
    from issuebrief.pdf.press.printing_condition import settle

    order = job(write_brief(tmp_path, "Text.", press={"profile": name}))
    manuscript, problems = read(order)
    if manuscript:
        condition, problems = settle(Printing(), manuscript, order.search_path)
        assert condition is None
    assert problems


SHEETS = [
    "@color-profile device-cmyk { src: url(../../../secret.icc) }",
    "@color-profile device-cmyk { src: url(/etc/hosts) }",
    "@color-profile device-cmyk { src: url(/dev/zero) }",
    "@color-profile device-cmyk { src: url(http://127.0.0.1:9/a.icc) }",
    "@color-profile --x { src: url('data:text/plain,abc') }",
    "@color-profile --x { src: url('own.css') }",
    "@color-profile --x { src: url('http://[') }",
    "@color-profile --x { src: url('a%00b') }",
    "@color-profile --x { src: none }",
    "@import url('../../../secret.css');",
    "@import '/etc/hosts';",
    "@import '/dev/zero';",
    "@import 'a%00b.css';",
    "@import 'own.css';",
    "@font-face { font-family: A; src: url(../../../secret.otf) }",
    "@font-face { font-family: A; src: url(/dev/zero) }",
    "@font-face { font-family: A; src: url('a%00b') }",
    "@font-face { font-family: A; src: url('http://[') }",
    "@font-face { font-family: A; src: url(own.css) }",
    "@font-face { font-family: A; src: url(" + "a" * 5000 + ") }",
    "body { background: url(../../../secret.png) }",
    "body { background: url(/dev/zero) }",
    "body { background: url('a%00b') }",
    "body { background: url('http://[') }",
    "body { background: url('gopher://a') }",
    "h1::before { content: url(../../../secret.svg) }",
]


@pytest.mark.parametrize("rule", SHEETS, ids=lambda text: text[:60])
def test_what_a_theme_may_not_read_is_told(tmp_path: Path, rule: str) -> None:
    for name in ("secret.icc", "secret.css", "secret.otf", "secret.png", "secret.svg"):
        (tmp_path / name).write_text("secret")
    own = tmp_path / "work/styles/themes"
    own.mkdir(parents=True)
    imports = rule if rule.startswith("@import") else ""
    (own / "own.css").write_text(f'@import "isdp.css"; {imports}\n{"" if imports else rule}\n')
    outcome = set_brief(job(write_brief(tmp_path / "work/brief", "Text.", theme="own"), tmp_path / "work"))
    assert outcome.failed and not outcome.written
    assert {problem.code.partition(".")[0] for problem in outcome.problems} <= {"style", "fonts", "resources"}


@pytest.mark.parametrize(
    "html", ['<link rel="attachment" href="{}">', '<a rel="x attachment" href="{}">a</a>']
)
@pytest.mark.parametrize("file", ["brief.md", "../secret.txt", "/dev/zero", "none"])
def test_a_file_that_a_template_attaches_is_told(tmp_path: Path, html: str, file: str) -> None:
    (tmp_path / "work/templates").mkdir(parents=True)
    (tmp_path / "work/templates/title.html").write_text(html.format(file) + "<h1>{{ brief.title }}</h1>")
    outcome = set_brief(job(write_brief(tmp_path / "work/brief", "Text."), tmp_path / "work"))
    assert "resources.not-loaded" in [problem.code for problem in outcome.problems]
    assert outcome.failed and not outcome.written
