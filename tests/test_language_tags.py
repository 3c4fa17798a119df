"""What a language tag may stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuebrief.language_tags import tags_of


@pytest.mark.parametrize(
    ("tag", "tags"),
    [
        ("en", ("en",)),
        ("en-GB", ("en-gb", "en")),
        ("EN_us", ("en-us", "en")),
        ("es-419", ("es-419", "es")),
        ("de-Latn-AT-1996", ("de-at", "de")),
        ("sh-BA", ("sr-latn-ba", "sr-latn")),
        ("zh-yue-HK", ("zh-hant-hk", "zh-hant")),
        ("zh-Hans-TW", ("zh-tw", "zh")),
        ("ko-Hang-KR", ("ko-kr", "ko")),
        ("ru-Latn", ("ru-latn",)),
        ("en-x-at", ("en",)),
        ("en-a-de-x-fr", ("en",)),
    ],
)
def test_a_tag_stands_for_a_language_in_a_script_and_a_region(tag: str, tags: tuple[str, ...]) -> None:
    assert tags_of(tag) == tags


@given(st.text(alphabet="aehnrsz-_19", max_size=20))
def test_whatever_is_asked_there_is_an_answer_in_small_letters(tag: str) -> None:
    assert tags_of(tag) and all(found == found.lower() for found in tags_of(tag))
