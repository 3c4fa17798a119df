"""Identifiers of institutions, and people that catalogues can sort."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from setting import job, write_brief

from issuebrief.frontmatter.keys.identifiers import mend_prefix, mend_ror, ror_holds
from issuebrief.pipeline.read import read

if TYPE_CHECKING:
    from pathlib import Path


def test_check_digits_of_ror_ids_are_verified() -> None:
    assert all(map(ror_holds, ("048a87296", "05a28rw58", "00k4n6c32", "03vek6s52")))
    assert not any(map(ror_holds, ("048a87297", "084a87296")))


def test_identifiers_are_taken_out_of_addresses() -> None:
    assert mend_ror("https://ror.org/048A87296") == "048a87296"
    assert mend_ror("none") == ""
    assert mend_prefix("https://doi.org/10.5555/") == "10.5555"


@pytest.mark.parametrize(
    ("author", "code", "hint"),
    [
        ({"name": "Jane Doe", "family": "Roe"}, "front-matter.part-of-person", "spell both alike"),
        (
            {"name": "Jane Doe", "affiliation": "Uppsala University", "ror": ["048a87296", "05a28rw58"]},
            "front-matter.part-of-person",
            "give as many in affiliation, in the same order",
        ),
        ({"name": "Jane Doe", "ror": ["https://ror.org/048a87296"]}, "front-matter.wrong-form", "048a87296"),
        ({"name": "Gabriel García Márquez", "family": "García Márquez"}, "", ""),
    ],
)
def test_what_does_not_belong_to_a_person_is_told(
    tmp_path: Path, author: dict[str, Any], code: str, hint: str
) -> None:
    _, problems = read(job(write_brief(tmp_path, "Text.", authors=[author])))
    found = [problem for problem in problems if problem.code == code]
    assert [hint in problem.hint for problem in found] == ([True] if code else [])
    assert code or not problems
