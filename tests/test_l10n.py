"""The words that the typesetter prints itself."""

from __future__ import annotations

import datetime
import tomllib

import msgspec
import pytest

from issuebrief.l10n import FOLDER, Words, has_labels, lacks, languages, long_date, words
from issuebrief.markdown_body.typography.caption_words import FIGURES, SOURCE_WORDS, TABLE_WORDS, folded
from issuebrief.preflight.readers import in_words

SCRIPTS = {"sr-latn", "zh-hant"}
WHOLE = sorted(tag for tag in languages() if "-" not in tag or tag in SCRIPTS)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en-GB", "16 October 2023"),
        ("en-US", "October 16, 2023"),
        ("en-us-x-house", "October 16, 2023"),
        ("en", "16 October 2023"),
        ("de", "16. Oktober 2023"),
        ("sv-SE", "16 oktober 2023"),
        ("fr", "16 octobre 2023"),
        ("es-MX", "16 de octubre de 2023"),
        ("pt_BR", "16 de outubro de 2023"),
        ("ca", "16 d’octubre del 2023"),
        ("pl", "16 października 2023"),
        ("fi", "16. lokakuuta 2023"),
        ("hu", "2023. október 16."),
        ("lt", "2023 m. spalio 16 d."),
        ("el", "16 Οκτωβρίου 2023"),
        ("uk", "16 жовтня 2023\u202fр."),
        ("ga", "16 Deireadh Fómhair 2023"),
        ("mt", "16 ta’ Ottubru 2023"),
        ("zh-CN", "2023年10月16日"),
        ("zh-TW", "2023年10月16日"),
        ("ja", "2023年10月16日"),
        ("ko", "2023년 10월 16일"),
        ("sr", "16. октобар 2023."),
        ("sr-Latn", "16. oktobar 2023."),
        ("ka", "16 ოქტომბერი, 2023"),
        ("hy", "2023 թ. հոկտեմբերի 16"),
        ("kk", "2023\u202fж. 16 қазан"),
        ("eu", "2023(e)ko urriaren 16(a)"),
        ("he", "16 באוקטובר 2023"),
        ("ar-SY", "١٦ تشرين الأول ٢٠٢٣"),
        ("ar-DZ", "16 أكتوبر 2023"),
        ("vi", "16 tháng 10, 2023"),
        ("tlh", "16 October 2023"),
    ],
)
def test_a_date_is_written_as_the_language_writes_it(lang: str, expected: str) -> None:
    assert long_date(datetime.date(2023, 10, 16), words(lang)) == expected


def test_austria_has_its_own_january() -> None:
    day = datetime.date(2024, 1, 2)
    assert long_date(day, words("de-AT")) == "2. Jänner 2024" != long_date(day, words("de"))


@pytest.mark.parametrize(
    ("lang", "table"),
    [
        ("de-AT", "Tabelle"),
        ("DE", "Tabelle"),
        ("de-Latn-AT", "Tabelle"),
        ("no-NO", "Tabell"),
        ("pt_BR", "Tabela"),
        ("EN-us", "Table"),
        ("ca-ES-valencia", "Taula"),
        ("mo", "Tabelul"),
    ],
)
def test_labels_are_found_by_language_and_region(lang: str, table: str) -> None:
    assert words(lang).table == table


def test_switzerland_writes_no_sharp_s() -> None:
    assert words("de-CH").close == "Schliessen" != words("de").close


@pytest.mark.parametrize(
    ("lang", "same"),
    [
        ("zh-TW", "zh-hant"), ("zh-Hant-HK", "zh-hant"), ("zh-HK", "zh-hant"), ("yue", "zh-hant"),
        ("zh-SG", "zh"), ("zh-Hans-TW", "zh"), ("zh-cmn-Hans-CN", "zh"), ("cmn-TW", "zh-hant"),
        ("sr-Latn-RS", "sr-latn"), ("sr-ME", "sr-latn"), ("sh", "sr-latn"), ("sh-Cyrl", "sr"),
        ("sr-Cyrl-BA", "sr"), ("pt-MZ", "pt"), ("pt-BR", "pt-br"), ("no", "nb"), ("nn-NO", "nn"),
        ("iw", "he"), ("in", "id"), ("de-CH-1996", "de-ch"), ("de-x-at", "de"), ("de-Latf-AT", "de-at"),
    ],
)  # fmt: skip
def test_a_tag_falls_back_to_what_its_readers_read(lang: str, same: str) -> None:
    assert has_labels(lang)
    assert words(lang) is words(same)
    assert same in languages()


@pytest.mark.parametrize("lang", ["ru-Latn", "az-Cyrl", "kk-Arab", "ja-Latn", "uz"])
def test_labels_in_another_script_are_no_labels(lang: str) -> None:
    assert not has_labels(lang)


@pytest.mark.parametrize("lang", ["tlh", "qaa", "bo", "x"])
def test_an_unknown_language_gets_english_labels(lang: str) -> None:
    assert not has_labels(lang)
    assert words(lang) == words("en")


@pytest.mark.parametrize("tag", WHOLE)
def test_every_language_has_every_label(tag: str) -> None:
    labels = words(tag)
    optional = {"conjunction_before_i", "conjunction_before_foreign", "serial_comma", "comma_in_quotes"}
    assert all(getattr(labels, name) for name in labels.__dataclass_fields__ if name not in optional)
    assert len(set(labels.months)) == 12
    assert len(set(labels.boxes)) == 9 and all(name.strip() for name in labels.boxes)
    assert labels.date_pattern.format(day=7, month="M", year=2024).count("7") >= 1


@pytest.mark.parametrize("tag", sorted(languages()))
def test_a_file_of_labels_has_no_name_that_is_not_known(tag: str) -> None:
    typed = tomllib.loads((FOLDER / f"{tag}.toml").read_text("utf-8"))
    assert typed.keys() <= set(Words.__dataclass_fields__)
    assert tag.partition("-")[0] in languages()


def test_a_word_of_a_link_is_told_in_small_letters_without_punctuation() -> None:
    for tag in WHOLE:
        for said in words(tag).says_nothing:
            assert said == in_words(said)


def test_a_label_without_its_file_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"author": "A"}, Words)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", ["A", "A and B", "A, B, and I"]),
        ("de", ["A", "A und B", "A, B und I"]),
        ("hu", ["A", "A és B", "A, B és I"]),
        ("ru", ["A", "A и B", "A, B и I"]),
        ("mt", ["A", "A u B", "A, B, u I"]),
        ("zh", ["A", "A和B", "A、B和I"]),
        ("ja", ["A", "A、B", "A、B、I"]),
        ("ko", ["A", "A 및 B", "A, B 및 I"]),
        ("fa", ["A", "A و B", "A، B، و I"]),
        ("ar", ["A", "A وB", "A وB وI"]),
        ("he", ["A", "A ו-B", "A, B ו-I"]),
    ],
)
def test_names_are_listed_as_a_sentence_lists_them(lang: str, expected: list[str]) -> None:
    assert [words(lang).listed(names) for names in (["A"], ["A", "B"], ["A", "B", "I"])] == expected
    assert words(lang).listed([]) == ""


@pytest.mark.parametrize(
    ("last", "conjunction"), [("Inés", "e"), ("Hilario", "e"), ("Íñigo", "e"), ("Ian", "y"), ("Ana", "y")]
)
def test_spanish_changes_its_conjunction_before_an_i(last: str, conjunction: str) -> None:
    assert words("es").listed(["Eva", last]) == f"Eva {conjunction} {last}"


@pytest.mark.parametrize(
    ("lang", "table", "issue"),
    [
        ("en", "Table~4", "No.~3"),
        ("hu", "4.~táblázat", "3.~szám"),
        ("lv", "4.~tabula", "nr.~3"),
        ("lt", "4~lentelė", "nr.~3"),
        ("ja", "表4", "第3号"),
        ("zh", "表~4", "第3期"),
        ("ko", "표~4", "제3호"),
        ("eu", "4.~taula", "3.~zk."),
        ("kk", "4-кесте", "№~3"),
    ],
)
def test_numbers_stand_where_the_language_puts_them(lang: str, table: str, issue: str) -> None:
    labels = words(lang)
    assert labels.numbered(labels.table, 4) == table.replace("~", "\u00a0")
    assert labels.issue(3) == issue.replace("~", "\u00a0")


def test_captions_and_sources_may_be_typed_in_any_language() -> None:
    for tag in languages():
        assert words(tag).table.capitalize() in TABLE_WORDS.split("|")
        assert folded(words(tag).figure.removesuffix(".")) <= FIGURES
        assert words(tag).source in SOURCE_WORDS.split("|")


@pytest.mark.parametrize("tag", WHOLE)
def test_a_language_has_words_of_its_own_for_what_a_house_states(tag: str) -> None:
    own = tomllib.loads((FOLDER / f"{tag}.toml").read_text("utf-8"))
    for label in list(own)[list(own).index("license") :]:
        assert not lacks(tag, label)
    stated = list(words("en").__dataclass_fields__)
    assert set(stated[stated.index("license") : stated.index("digits")]) <= own.keys()
    assert lacks(f"{tag}-XX", "no_such_label")


def test_a_region_has_the_words_of_its_language() -> None:
    assert not lacks("de-AT", "license")
    assert lacks("tlh", "license")
    assert (words("en-US").license, words("en-GB").license) == ("License", "Licence")


@pytest.mark.parametrize(("lang", "mark"), [("en", ", "), ("ar", "، "), ("ja", "、"), ("de-CH", ", ")])
def test_keywords_stand_between_marks_and_not_between_words(lang: str, mark: str) -> None:
    assert words(lang).between_keywords == mark


def test_names_are_joined_as_they_are_listed() -> None:
    names = ["A", "B", "C"]
    joined = "".join(name + joint for name, joint in zip(names, words("en").joints(names), strict=True))
    assert joined == words("en").listed(names) == "A, B, and C"
    assert words("de").joints(["A"]) == [""]


def test_numbers_have_the_digits_of_the_region() -> None:
    day, egypt = datetime.date(2023, 10, 16), words("ar-EG")
    assert long_date(day, egypt) == "١٦ أكتوبر ٢٠٢٣"
    assert long_date(day, words("ar-MA")).endswith("2023")
    assert long_date(day, words("fa")) == "۱۶ اکتبر ۲۰۲۳"
    assert egypt.numbered(egypt.table, 12) == "جدول\u00a0١٢"
    assert egypt.issue("7").endswith("7"), "the number of the series is printed as it was typed"
    assert words("mr").digits == words("en").digits, "in a language without labels all is English"
