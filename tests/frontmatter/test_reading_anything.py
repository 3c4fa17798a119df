"""Whatever a file holds, reading it ends soon and gives a brief or an error, never an exception."""

from __future__ import annotations

import datetime
import string
from typing import TYPE_CHECKING, Any

import msgspec
import yaml
from examples import examples
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from issuebrief.diagnostics.model import Diagnostic, has_errors
from issuebrief.diagnostics.terminal import render_problems
from issuebrief.frontmatter.keys import formats
from issuebrief.frontmatter.keys.pictures import Cover
from issuebrief.frontmatter.model import Author, Brief, Niceties, Publisher
from issuebrief.frontmatter.read import read_front_matter, readable_part
from issuebrief.frontmatter.source import Source, read_source

if TYPE_CHECKING:
    from pathlib import Path

ANY = settings(
    deadline=20_000, max_examples=examples(150), suppress_health_check=[HealthCheck.function_scoped_fixture]
)

YAML_SIGNS = st.text(alphabet="ab:- \n\t#\"'[]{},&*!|>%@`?<=.~0123é月\u2028\x85\\", max_size=60)
KEYS = st.sampled_from(
    [*Brief.__struct_fields__, "name", "image", "alt", "url", "titel", "<<", "x y", "", "2024"]
)
SCALARS = st.one_of(st.text(max_size=20), st.integers(), st.booleans(), st.none(), st.floats(), st.dates())
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=8,
)


def read(path: Path, content: bytes) -> tuple[Brief | None, Source | None, tuple[Diagnostic, ...]]:
    path.write_bytes(content)
    source, problems = read_source(path)
    if source is None:
        assert has_errors(problems)
        return None, None, problems
    brief, more = read_front_matter(source)
    assert (brief is None) == has_errors(more)
    assert isinstance(readable_part(source), Brief)
    return brief, source, problems + more


def well_placed(path: Path, problems: tuple[Diagnostic, ...]) -> None:
    """Every problem lies in the file and shows the line it lies on."""
    lines = (
        path.read_bytes()
        .decode()
        .removeprefix("\ufeff")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .split("\n")
    )
    for problem in problems:
        assert problem.place is not None
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
        assert problem.message
        assert problem.code
    assert render_problems(problems, colour=False, root=path.parent) or not problems


@ANY
@given(st.binary(max_size=300))
def test_any_bytes(tmp_path: Path, content: bytes) -> None:
    brief, _, problems = read(tmp_path / "brief.md", content)
    assert brief is not None or has_errors(problems)


@ANY
@given(st.binary(max_size=200))
def test_any_bytes_between_fences(tmp_path: Path, content: bytes) -> None:
    brief, _, problems = read(tmp_path / "brief.md", b"---\n" + content + b"\n---\nText")
    assert brief is not None or has_errors(problems)


@ANY
@given(st.text(max_size=200) | YAML_SIGNS)
@example("\t?")
@example("a: !<\n")
@example("? \n")
@example("\ufeff\ufeff: x")
@example("%YAML 9\n--- x")
@example('"\\')
def test_any_text_between_fences(tmp_path: Path, text: str) -> None:
    path = tmp_path / "brief.md"
    _, _, problems = read(path, f"---\n{text}\n---\nText".encode(errors="replace"))
    well_placed(path, problems)


@ANY
@given(YAML_SIGNS, st.sampled_from(["title", "accent", "keywords", "date", "cover", "authors"]))
def test_any_value_of_a_key(tmp_path: Path, value: str, key: str) -> None:
    path = tmp_path / "brief.md"
    _, _, problems = read(path, f"---\nlang: de\n{key}: {value}\nseries: S\n---\nText".encode())
    well_placed(path, problems)


@ANY
@given(st.dictionaries(KEYS, VALUES, max_size=6), st.booleans())
def test_any_mapping_of_legal_and_illegal_keys(tmp_path: Path, mapping: dict[str, Any], flow: bool) -> None:
    path = tmp_path / "brief.md"
    text = yaml.safe_dump(mapping, allow_unicode=True, default_flow_style=flow)
    brief, _, problems = read(path, f"---\n{text}---\nText".encode(errors="replace"))
    well_placed(path, problems)
    if not {"title", "date", "authors"} <= mapping.keys():
        assert brief is None


# A sound brief says what was written


SIGNS = st.characters(exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="\ufeff\u2028\u2029")
TEXT = st.text(SIGNS, min_size=1, max_size=40).map(str.strip).filter(bool)
OPTIONAL = st.just("") | TEXT
URL = st.text(string.ascii_lowercase, min_size=1, max_size=8).map(
    lambda name: f"https://{name}.eu/?q=1&r=%20"
)
EMAIL = st.text(string.ascii_letters, min_size=1, max_size=8).map(lambda name: f"{name}@example.org")


def orcid(number: int) -> str:
    digits = f"{number:015d}"
    whole = next(digits + last for last in "0123456789X" if formats.orcid_holds(digits + last))
    return "-".join(whole[start : start + 4] for start in range(0, 16, 4))


def issn(number: int) -> str:
    digits = f"{number:07d}"
    whole = next(digits + last for last in "0123456789X" if formats.issn_holds(digits + last))
    return f"{whole[:4]}-{whole[4:]}"


AUTHORS = st.builds(
    Author,
    name=TEXT,
    role=OPTIONAL,
    bio=OPTIONAL,
    photo=OPTIONAL,
    email=st.none() | EMAIL,
    url=st.none() | URL,
    orcid=st.none() | st.integers(0, 10**15 - 1).map(orcid),
)
BRIEFS = st.builds(
    Brief,
    title=TEXT,
    subtitle=OPTIONAL,
    series=TEXT,
    number=OPTIONAL | st.integers(0, 10**6),
    date=st.dates(min_value=datetime.date(1000, 1, 1)),
    lang=st.sampled_from(["en-GB", "de", "sr-Latn", "sv-FI", "pt-BR"]),
    authors=st.lists(AUTHORS, min_size=1, max_size=3).map(tuple),
    cover=st.none() | st.builds(Cover, image=TEXT, alt=TEXT, credit=OPTIONAL),
    abstract=OPTIONAL,
    key_points=st.lists(TEXT, max_size=3).map(tuple),
    keywords=st.lists(TEXT, max_size=3).map(tuple),
    disclaimer=OPTIONAL,
    copyright=OPTIONAL,
    doi=st.none() | st.just("10.1000/182"),
    issn=st.none() | st.integers(0, 10**7 - 1).map(issn),
    theme=st.sampled_from(["isdp", "plain-2"]),
    accent=st.none() | st.sampled_from(["#c2352b", "#FFF"]),
    publisher=st.none()
    | st.builds(
        Publisher,
        name=TEXT,
        short=OPTIONAL,
        place=OPTIONAL,
        url=st.none() | URL,
        email=st.none() | EMAIL,
        about=OPTIONAL,
    ),
    niceties=st.builds(Niceties, quotes=st.booleans(), dashes=st.booleans(), spaces=st.booleans()),
)


@ANY
@given(BRIEFS, st.booleans(), st.sampled_from([20, 80, 10_000]))
def test_a_sound_brief_is_read_as_it_was_written(
    tmp_path: Path, brief: Brief, unicode: bool, width: int
) -> None:
    keys = msgspec.to_builtins(brief, builtin_types=(datetime.date,))
    text = yaml.safe_dump(keys, allow_unicode=unicode, width=width, sort_keys=False)
    found, _, problems = read(tmp_path / "brief.md", f"---\n{text}---\nText".encode())
    # Many a tag that is sound has no labels.
    assert {problem.code for problem in problems} <= {"front-matter.language-without-labels"}
    assert found == brief


@ANY
@given(BRIEFS)
def test_what_is_read_fits_the_model(tmp_path: Path, brief: Brief) -> None:
    keys = msgspec.to_builtins(brief)
    text = yaml.safe_dump(keys, sort_keys=False)
    found, _, _ = read(tmp_path / "brief.md", f"---\n{text}---\nText".encode())
    assert msgspec.convert(msgspec.to_builtins(found), Brief) == brief
