"""[style] in issuebrief.toml: what it may say, and how its mistakes are told."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from msgspec.structs import fields

from issuebrief.diagnostics.style_codes import STYLE_CODES
from issuebrief.house_style.settings import shapes
from issuebrief.house_style.settings.shapes import PreferredWord, StyleLimits
from issuebrief.project.config import read_configuration

ROOT = Path(__file__).resolve().parents[2]


def mistakes(folder: Path, text: str) -> list[str]:
    folder.joinpath("issuebrief.toml").write_text(text, "utf-8")
    policy, problems = read_configuration(folder)
    assert policy.style is None or not problems
    return [
        f"{each.place.path.name}:{each.place.line}:{each.place.column} {each.message} -> {each.hint}"
        for each in problems
        if each.place
    ]


def test_a_style_is_read_with_its_files_of_words(workplace: Path) -> None:
    workplace.joinpath("names.toml").write_text('[[preferred]]\nwrite = "Kyiv"\nnot = ["Kiev"]\n', "utf-8")
    workplace.joinpath("own.txt").write_text("Arktis # the region\n\nminilateral\n", "utf-8")
    text = (
        '[style.words]\npreferred = [{ not = ["very"] }]\nfiles = ["names.toml"]\n'
        '[style.spelling]\nwords = ["fjord"]\nfiles = ["own.txt"]\n[style.limits]\nfewest-words = 5\n'
    )
    assert mistakes(workplace, text) == []
    style = read_configuration(workplace)[0].style
    assert style is not None
    assert style.words.preferred == (
        PreferredWord(not_=("very",)),
        PreferredWord(write="Kyiv", not_=("Kiev",)),
    )
    assert style.spelling.words == ("fjord", "Arktis", "minilateral")
    assert style.limits == StyleLimits(fewest_words=5)
    assert hash(read_configuration(workplace)[0])


def test_a_style_that_says_nothing_is_none(workplace: Path) -> None:
    assert mistakes(workplace, "[style]\n[style.words]\n") == []
    assert read_configuration(workplace)[0].style is None


def test_all_mistakes_are_told_at_their_lines(workplace: Path) -> None:
    text = (
        '[style.limits]\nsentense = 40\nwords = "many"\ntitle = 0\n'
        '[style.numbers]\ndates = "english"\nwords-below = true\n'
        '[style.words]\npreferred = [{ write = "Kyiv" }]\nin-titles = 1\n'
        '[[style.sections]]\nlang = "English language"\nheadings = []\n'
        "[style.note]\nibid = 1\n"
    )
    assert mistakes(workplace, text) == [
        "issuebrief.toml:2:1 there is no sentense in style.limits -> did you mean sentence? The "
        "choices here are "
        "words, fewest-words, title, subtitle, abstract, key-points, key-point, sentence, paragraph, "
        "quotation",
        "issuebrief.toml:3:1 words cannot be “many” -> write a whole number from 1 on",
        "issuebrief.toml:4:1 title cannot be 0 -> write a whole number from 1 on",
        'issuebrief.toml:6:1 dates cannot be “english” -> write "day-first" or "iso" or "month-first"',
        "issuebrief.toml:7:1 words-below cannot be true -> write a whole number from 2 to 101",
        "issuebrief.toml:9:1 style.words.preferred has no not -> add not = …",
        "issuebrief.toml:10:1 in-titles cannot be 1 -> write true or false",
        "issuebrief.toml:12:1 lang cannot be “English language” -> write a language tag such as en or en-GB",
        "issuebrief.toml:13:1 headings cannot be “” -> write a list of one entry or more",
        "issuebrief.toml:14:2 there is no note in style -> did you mean notes? The choices here are limits, "
        "sections, notes, words, numbers, headings, abbreviations, spelling, series",
    ]


def test_files_of_words_that_cannot_be_read_are_told(workplace: Path) -> None:
    workplace.joinpath("bad.toml").write_text('[[preferred]]\nwrit = "x"\nnot = ["y"]\n', "utf-8")
    assert mistakes(workplace, '[style.words]\nfiles = ["bad.toml", "../up.toml", "none.toml"]\n') == [
        "bad.toml:2:1 there is no writ in preferred -> did you mean write? The choices here are "
        "write, not, why, "
        "lang, inflected",
        "issuebrief.toml:2:1 entry 2 of files cannot be read: up.toml: it is outside the folders "
        "that may be read "
        "-> name a file in the folder of issuebrief.toml",
        "issuebrief.toml:2:1 entry 3 of files cannot be read: none.toml: No such file or directory "
        "-> name a file "
        "in the folder of issuebrief.toml",
    ]


def test_shapes_that_are_wrong_altogether_are_told(workplace: Path) -> None:
    assert mistakes(workplace, "style = 5\n") == [
        "issuebrief.toml:1:1 style cannot be 5 -> write a table, [style]"
    ]
    text = '[style.words]\npreferred = { write = "a" }\nfiles = "x.toml"\n[style.spelling]\nwords = [1]\n'
    assert [each.split(" -> ")[1] for each in mistakes(workplace, text)] == [
        "write a list in square brackets",
        "write a list in square brackets",
        "write a text in quotation marks",
    ]
    signs = '[style.words]\npreferred = [{ not = ["%"] }]\n'
    assert mistakes(workplace, signs) == ["issuebrief.toml:2:1 not cannot be “%” -> write a word or several"]


def test_the_documentation_names_each_key_and_problem_and_its_example_is_read(
    workplace: Path,
) -> None:
    page = ROOT.joinpath("docs/house-style.md").read_text("utf-8")
    workplace.joinpath("style").mkdir()
    workplace.joinpath("style/names.toml").write_text("", "utf-8")
    assert mistakes(workplace, page.partition("```toml\n")[2].partition("```")[0]) == []
    kinds = [kind for _, kind in vars(shapes).items() if isinstance(kind, type) and issubclass(kind, Struct)]
    keys = {part.encode_name for kind in kinds for part in fields(kind)}
    assert {key for key in keys if f"`{key}`" not in page and f"[style.{key}]" not in page} == set()
    assert {code for code in STYLE_CODES if f"`{code}`" not in page} == set()
