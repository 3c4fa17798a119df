"""Briefs of a series that are compared with one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from setting import write_brief
from styled import style_job

from issuebrief.pipeline.house_style import series_problems

if TYPE_CHECKING:
    from pathlib import Path

ALL = "[style.series]\npeople = true\nnames = true\nnumbers = true\nissn = true\n"


def messages(folder: Path, *briefs: tuple[str, dict[str, Any]], toml: str = ALL) -> list[str]:
    jobs = []
    for number, (body, front) in enumerate(briefs):
        job = style_job(folder, toml, f"brief-{number}")
        write_brief(job.brief.parent, body, **front)
        jobs.append(job)
    return [problem.message for problem in series_problems(jobs)]


def test_a_person_is_named_and_described_in_one_way(tmp_path: Path) -> None:
    doe = {"name": "Zoë Doe", "orcid": "0000-0002-1825-0097", "affiliation": "Uppsala University"}
    found = messages(
        tmp_path,
        ("Text.", {"authors": [doe]}),
        ("Text.", {"authors": [doe, {"name": "John Doe"}]}),
        ("Text.", {"authors": [{"name": "Zoe Doe", "affiliation": "Lund"}], "editors": [doe]}),
    )
    assert found == [
        "“Zoe Doe” is “Zoë Doe” in other briefs",
        "“Zoe Doe” has no ORCID iD here, and 0000-0002-1825-0097 in other briefs",
        "“Zoe Doe” is at Lund in this brief, and at Uppsala University in others",
    ]


def test_people_with_other_middle_names_are_others(tmp_path: Path) -> None:
    found = messages(
        tmp_path,
        ("Text.", {"authors": [{"name": "ISDP Data Desk"}, {"name": "Jane A. Doe"}]}),
        ("Text.", {"authors": [{"name": "ISDP Editorial Desk"}, {"name": "Jane Doe"}]}),
    )
    assert found == ["“Jane Doe” is “Jane A. Doe” in other briefs"]


def test_names_in_texts_differ_in_letters_if_at_all(tmp_path: Path) -> None:
    found = messages(
        tmp_path,
        ("We saw Al-Assad and the São Paulo group. The Al-Assad man.", {}),
        ("We saw Al Assad and the Sao Paulo group, “Al Assad”. Paulo spoke.", {}),
        ("Wir sahen Al Assad.", {"lang": "de"}),
        ("It was Moscow’s. It is Moscow's, and of Moscow.", {}),
    )
    assert found == [
        "“Al Assad” is written “Al-Assad” elsewhere (1 and 2 times)",
        "“Sao Paulo” is written “São Paulo” elsewhere (1 and 1 times)",
    ]


def test_numbers_have_no_gaps_and_an_issn_is_that_of_all(tmp_path: Path) -> None:
    found = messages(
        tmp_path,
        ("Text.", {"number": 1, "issn": "2049-3630"}),
        ("Text.", {"number": 4, "issn": "2049-3630"}),
        ("Text.", {"number": 4}),
        ("Text.", {"number": "1/2023", "series": "Other"}),
        ("Text.", {"number": "2/2023", "series": "Other"}),
    )
    assert [message.replace("“Issue Brief”", "“X”") for message in found] == [
        "the number 4 of “X” is that of brief-1 too",
        "“X” has no brief of the numbers 2, 3",
        "this brief has no ISSN, and others of “X” have 2049-3630",
    ]


def test_nothing_is_compared_unless_the_house_asks(tmp_path: Path) -> None:
    briefs: tuple[tuple[str, dict[str, Any]], ...] = (("Text.", {"number": 1}), ("Text.", {"number": 1}))
    assert messages(tmp_path, *briefs, toml="[style.limits]\nwords = 900\n") == []
