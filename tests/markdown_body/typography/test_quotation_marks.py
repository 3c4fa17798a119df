"""Curly quotes and apostrophes."""

from __future__ import annotations

import pytest
from written import html_of, make_brief

from issuebrief.l10n import languages
from issuebrief.markdown_body import plain
from issuebrief.markdown_body.typography.quotation_pairs import FRENCH, LANGUAGES, marks_of, quoted


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('"a"', "“a”"),
        ("'a'", "‘a’"),
        ('("a")', "(“a”)"),
        ('a "b", c', "a “b”, c"),
        ('a "b." c', "a “b.” c"),
        ("\"'a' b\"", "“‘a’ b”"),
        ("\"a 'b'\"", "“a ‘b’”"),
        ('a—"b"—c', "a—“b”—c"),
        ('a -- "b"', "a\u00a0– “b”"),
        ('"a—" b', "“a—” b"),
        ('pre-"war" x', "pre-“war” x"),
        ("it's O'Brien's", "it’s O’Brien’s"),
        ("workers' rights", "workers’ rights"),
        ("the 1990's", "the 1990’s"),
        ("in the '90s, '68", "in the ’90s, ’68"),
        ("rock 'n' roll", "rock ’n’ roll"),
        ("'Tis 'em 'cause", "’Tis ’em ’cause"),
        ("'Course he did", "’Course he did"),
        ("5'10\" tall", "5′10″ tall"),
        ('a 12" disk', "a 12″ disk"),
        ('"in 1957"', "“in 1957”"),
        ("“a” ‘b’", "“a” ‘b’"),
        ('“a "b" c”', "“a “b” c”"),
        ('a " b', 'a " b'),
        ('end of quote" he said', "end of quote” he said"),
        ('"one" "two"', "“one” “two”"),
        ('""', "“”"),
        ('\\"a\\" it\\\'s', '"a" it\'s'),
    ],
)
def test_english(typed: str, expected: str) -> None:
    assert plain(typed, make_brief()) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('"...and then"', "“…and then”"),
        ('She said "... and then".', "She said “… and then”."),
        ('"Wait..." he', "“Wait…” he"),
        ('a ".org" and "?" and "!"', "a “.org” and “?” and “!”"),
        ('He wrote:"So be it"', "He wrote:“So be it”"),
        ('k="v", "a"/"b"', "k=“v”, “a”/“b”"),
        ('“typed" here and "there”', "“typed” here and “there”"),
        ('“in 1931" he', "“in 1931” he"),
        ('"a 6\'2" man"', "“a 6′2″ man”"),
        ("48°12'30\"N, 16° 22' E, 9' high", "48°12′30″N, 16° 22′ E, 9′ high"),
        ("'t Hooft of 's-Gravenhage, his workers' town", "’t Hooft of ’s-Gravenhage, his workers’ town"),
        ("the '20s, a 'b'", "the ’20s, a ‘b’"),
        ("'...', then '?' and ('!')", "‘…’, then ‘?’ and (‘!’)"),
        ("'... the rest' and '…so', \"'...'\"", "‘… the rest’ and ‘…so’, “‘…’”"),
        ("The crews' ... own 'dinner'", "The crews’\u00a0… own ‘dinner’"),
    ],
)
def test_quotes_in_unusual_places(typed: str, expected: str) -> None:
    assert plain(typed, make_brief()) == expected


@pytest.mark.parametrize(
    ("lang", "typed", "expected"),
    [
        ("fr", 'l\'"idée" d\'"hier"', "l’«~idée~» d’«~hier~»"),
        ("fr", '"Qu\'en dire ?" "l\'ordre"', "«~Qu’en dire~?~» «~l’ordre~»"),
        ("fr", 'Il dit " mot " (" non ").', "Il dit «~mot~» («~non~»)."),
        ("fr", "le signe '?' et '!'", "le signe “?” et “!”"),
        ("fr", "'l'essai' de '36, l'an '36", "“l’essai” de ’36, l’an ’36"),
        ("fr", 'l\'*"idée"*', "l’«~idée~»"),
        ("it", "dell'\"Opera\", un po' di '48", "dell’«Opera», un po’ di ’48"),
        ("ca", 'l\'"Avui"', "l’«Avui»"),
        ("nl", "'s avonds in 't 'huis' met zo'n", "’s avonds in ’t ‘huis’ met zo’n"),
        ("de", "'s war Klaus' 'Ding', ich hab' '45er", "’s war Klaus’ ‚Ding‘, ich hab’ ’45er"),
        ("de", '"Ob"-Satz, –"ob"–, ("ob")', "„Ob“-Satz, –„ob“–, („ob“)"),
        ("de", '„Alt" "neu“', "„Alt“ „neu“"),
        ("tr", '"Şehir"in', "“Şehir”in"),
        ("fi", 'EU:n "tie":n', "EU:n ”tie”:n"),
        ("uk", "м'яч і \"дім 'тут'\"", "м’яч і «дім „тут“»"),
        ("ja", '彼は"船"と言い、"港の\'夜\'"へ。', "彼は「船」と言い、「港の『夜』」へ。"),
        ("zh", '他叫它"船"，又叫"港口"。', "他叫它“船”，又叫“港口”。"),
        ("zh-HK", '"船"很小。他說："走"。', "「船」很小。他說：「走」。"),
        ("ko", "'배'를 \"우리 배\"라고", "‘배’를 “우리 배”라고"),
        ("sr-Latn-ME", '"brod \'tu\'" i "luka"', "„brod ‘tu’“ i „luka“"),
        ("ka", '"გემი" და "პორტი"', "„გემი“ და „პორტი“"),
        ("hi", '"नाव" और "घाट"', "“नाव” और “घाट”"),
        ("mt", "il-\"vapur\" ta' Malta, 'l fuq", "il-“vapur” ta’ Malta, ’l fuq"),
        ("ga", "b'fhéidir \"bád\", 'un siúil", "b’fhéidir “bád”, ’un siúil"),
        ("az", '"Gəmi"nin "liman"ı', "“Gəmi”nin “liman”ı"),
        ("kk", '"Кеме"нің', "«Кеме»нің"),
    ],
)
def test_quotes_and_apostrophes_of_a_language(lang: str, typed: str, expected: str) -> None:
    assert plain(typed, make_brief(lang)) == expected.replace("~", "\u202f")


def test_an_elided_word_may_stand_before_an_element() -> None:
    assert html_of('l\'*"idée"*', "fr") == "<p>l’<em>«\u202fidée\u202f»</em></p>"


def test_every_language_with_labels_has_quotation_marks() -> None:
    assert {tag.partition("-")[0] for tag in languages()} <= LANGUAGES.keys()
    assert marks_of("fr-BE") is FRENCH


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("bg", "„a ‚b‘“ d’e"),
        ("es-MX", "“a ‘b’” d’e"),
        ("hr", "„a ‘b’” d’e"),
        ("de-AT", "„a ‚b‘“ d’e"),
        ("de-CH", "«a ‹b›» d’e"),
        ("sv", "”a ’b’” d’e"),
        ("fi-FI", "”a ’b’” d’e"),
        ("fr", "«\u202fa “b”\u202f» d’e"),
        ("fr-CH", "«a ‹b›» d’e"),
        ("da", "»a ›b‹« d’e"),
        ("nb-NO", "«a ‘b’» d’e"),
        ("pt-BR", "“a ‘b’” d’e"),
        ("ru", "«a „b“» d’e"),
        ("xx", "“a ‘b’” d’e"),
    ],
)
def test_each_language_has_its_own(lang: str, expected: str) -> None:
    assert plain("\"a 'b'\" d'e", make_brief(lang)) == expected


def test_tags_are_looked_up_whole_first() -> None:
    assert marks_of("de-CH-1996") == marks_of("de-CH") != marks_of("de")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('"*Title*"', "“<em>Title</em>”"),
        ('*"Title"*', "<em>“Title”</em>"),
        ('"[a](https://x.org)"', '“<a href="https://x.org">a</a>”'),
        ("*NASA*'s", "<em>NASA</em>’s"),
        ('`x`\'s `"y"`', '<code>x</code>’s <code>"y"</code>'),
        ('"a  \nb"', "“a<br>\nb”"),
    ],
)
def test_context_is_seen_across_inline_elements(typed: str, expected: str) -> None:
    assert html_of(typed) == f"<p>{expected}</p>"


def test_a_note_mark_does_not_come_between() -> None:
    assert html_of('"a[^1]" b\n\n[^1]: N').endswith("</a>” b</p>")


def test_a_quotation_does_not_run_on_into_the_next_block() -> None:
    assert html_of('- "a\n- b"') == "<ul>\n<li>“a</li>\n<li>b”</li>\n</ul>"


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("sv", "A: “b”", "”A: ’b’”"),
        ("sv", "A: ”b”", "”A: ’b’”"),
        ("de", "«A» und „b“", "„‚A‘ und ‚b‘“"),
        ("en", "“A” and it’s b", "“‘A’ and it’s b”"),
        ("fr", "A «\u202fb\u202f»", "«\u202fA “b”\u202f»"),
        ("sv", "A ”b", "”A ”b”"),
    ],
)
def test_a_quotation_in_a_quotation_has_both_its_marks_changed(lang: str, text: str, expected: str) -> None:
    assert quoted(text, marks_of(lang)) == expected
