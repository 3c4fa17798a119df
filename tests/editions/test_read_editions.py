"""A translation is compared with its original, and told where it is out of step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import job, told, write_brief

from issuebrief.editions.language_names import name_of
from issuebrief.pipeline.read import read

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.manuscript import Manuscript

TEXT = "## Why now\n\nIn 1967 there were 1,200 gauges.[^1]\n\n## What next\n\nText.\n\n[^1]: A note."
SAME = "## Varför nu\n\nÅr 1967 fanns 1 200 mätare.[^1]\n\n## Vad nu\n\nText.\n\n[^1]: En not."


def edition(folder: Path, tag: str, body: str, **front: object) -> Path:
    """An edition of a brief in a folder."""
    path = write_brief(folder, body, **front)
    return path.rename(folder / f"brief.{tag}.md")


def translated(folder: Path, body: str, **front: object) -> tuple[Manuscript, tuple[Diagnostic, ...]]:
    """A Swedish edition beside the English original, read."""
    swedish = edition(folder, "sv", body, **front)
    write_brief(folder, TEXT, url="https://example.org/gauges")
    manuscript, problems = read(job(swedish))
    assert manuscript
    return manuscript, problems


def test_a_translation_in_step_has_the_language_of_its_file_and_knows_its_original(tmp_path: Path) -> None:
    manuscript, problems = translated(tmp_path / "gauges", SAME, title="Om mätare")
    assert problems == ()
    assert manuscript.brief.lang == "sv"
    original, this = manuscript.editions
    assert (original.language, original.is_original, original.is_this) == ("English", True, False)
    assert (original.address, original.file) == ("https://example.org/gauges", "gauges")
    assert (this.language, this.file, this.title, this.is_this) == ("svenska", "gauges-sv", "Om mätare", True)


@pytest.mark.parametrize(
    ("typed", "instead", "place", "message"),
    [
        (
            "## Vad nu",
            "### Vad nu",
            "brief.sv.md:12",
            "the heading “Vad nu” stands where brief.md has “What next”",
        ),
        ("## Vad nu\n\n", "", "brief.sv.md:2", "nothing in brief.sv.md stands for the heading “What next”"),
        ("Text.", "## Mer\n\nText.", "brief.sv.md:14", "nothing in brief.md stands for the heading “Mer”"),
        ("[^1]\n", "\n", "brief.sv.md:2", "brief.sv.md has no notes, brief.md has 1 note"),
        (
            "1967",
            "1976",
            "brief.sv.md:2",
            "numbers in the text of brief.md that are not in brief.sv.md: “1967”",
        ),
        (
            "1967",
            "1976",
            "brief.sv.md:2",
            "numbers in the text of brief.sv.md that are not in brief.md: “1976”",
        ),
    ],
)
def test_what_is_out_of_step_is_told(
    typed: str, instead: str, place: str, message: str, tmp_path: Path
) -> None:
    _, problems = translated(tmp_path / "gauges", SAME.replace(typed, instead), title="Om mätare")
    found = {problem.message: problem for problem in problems if problem.code == "editions.out-of-step"}
    (told_of,) = [problem for words, problem in found.items() if words.startswith(message)]
    assert told((told_of,)) == [f"{place} editions.out-of-step"]


def test_an_original_is_not_told_of_its_translations(tmp_path: Path) -> None:
    edition(tmp_path, "sv", "Kort.")
    manuscript, problems = read(job(write_brief(tmp_path, TEXT)))
    assert problems == ()
    assert manuscript
    assert [each.lang for each in manuscript.editions] == ["en-GB", "sv"]


def test_a_name_and_front_matter_of_two_languages_are_told(tmp_path: Path) -> None:
    _, problems = translated(tmp_path, SAME, lang="de")
    assert "brief.sv.md:" in told(problems)[0]
    assert "editions.language" in {problem.code for problem in problems}


def test_two_editions_in_one_language_are_told_at_the_later_one(tmp_path: Path) -> None:
    _, problems = translated(tmp_path, SAME, lang="en-GB")
    told_of = {problem.code: problem.message for problem in problems}
    assert told_of["editions.same-language"] == "brief.sv.md and brief.md are both in “en-GB”"


def test_editions_for_two_countries_have_their_regions_beside_their_language(tmp_path: Path) -> None:
    edition(tmp_path, "fr", "Texte.", lang="fr")
    manuscript, problems = read(job(edition(tmp_path, "fr-CA", "Texte.", lang="fr-CA")))
    assert manuscript and problems == ()
    assert [each.language for each in manuscript.editions] == ["français (CA)", "français"]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        *(
            ("brief_fr.md", "brief.fr.md"),
            ("brief-pt_BR.md", "brief.pt-BR.md"),
            ("Brief.de.md", "brief.de.md"),
        ),
        *(
            ("brief.sv.markdown", "brief.sv.md"),
            ("brief_old.md", ""),
            ("brief.fr.md", ""),
            ("notes.fr.md", ""),
        ),
    ],
)
def test_a_file_that_is_nearly_an_edition_is_told(tmp_path: Path, name: str, right: str) -> None:
    brief = write_brief(tmp_path, TEXT)
    (tmp_path / name).write_text(brief.read_text("utf-8"), "utf-8")
    _, problems = read(job(brief))
    told_of = [problem for problem in problems if problem.code == "editions.name"]
    assert len(told_of) == bool(right) and all(f"rename it to {right}," in each.hint for each in told_of)


def test_a_brief_alone_and_one_by_another_name_have_no_editions(tmp_path: Path) -> None:
    alone = write_brief(tmp_path / "a", TEXT)
    (tmp_path / "a/notes.sv.md").write_text("Notes")
    manuscript, _ = read(job(alone))
    assert manuscript
    assert manuscript.editions == ()


@pytest.mark.parametrize(
    ("lang", "name"),
    [
        *(("fr-CH", "français"), ("zh-TW", "繁體中文"), ("zh", "中文"), ("sr-Latn-RS", "srpski")),
        *(("no", "norsk bokmål"), ("yue", "繁體中文"), ("xx", "xx")),
    ],
)
def test_a_language_is_called_as_it_calls_itself_in_its_script(lang: str, name: str) -> None:
    assert name_of(lang) == name


def test_norwegian_by_either_of_its_tags_is_one_language(tmp_path: Path) -> None:
    edition(tmp_path, "no", SAME, lang="nb")
    write_brief(tmp_path, TEXT)
    _, problems = read(job(tmp_path / "brief.no.md"))
    assert "editions.language" not in {problem.code for problem in problems}


def test_an_institute_has_its_own_words_in_each_language(tmp_path: Path) -> None:
    shared, swedish = tmp_path / "publisher.yaml", tmp_path / "publisher.sv.yaml"
    shared.write_text("name: Tide Institute\nabout: We watch the water.\n")
    _, (problem,) = translated(tmp_path / "gauges", SAME)
    assert (problem.code, str(problem.place)) == ("editions.institute", f"{shared}:2:8")
    assert problem.hint == ("give it in this language in publisher.sv.yaml, beside publisher.yaml:\nabout: …")
    swedish.write_text("name: Tidvattensinstitutet\nabout: Vi ser på vattnet.\n")
    manuscript, problems = translated(tmp_path / "gauges", SAME)
    assert problems == ()
    house = manuscript.brief.publisher
    assert house
    assert (house.name, house.about) == ("Tidvattensinstitutet", "Vi ser på vattnet.")
