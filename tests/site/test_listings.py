"""Lists of briefs, and what a brief's page says of others."""

from __future__ import annotations

from issuebrief.site.entries import EntryTopic, SiteEntry
from issuebrief.site.listings import by_topic, by_year, further_reading, in_order, replaced


def entry(page: str, iso: str, *topics: str, title: str = "") -> SiteEntry:
    return SiteEntry(
        page=page,
        folder=page,
        stem="",
        lang="en",
        direction="ltr",
        title="",
        title_words=title or page,
        subtitle="",
        subtitle_words="",
        byline="",
        series_line="",
        date="",
        iso=iso,
        year=int(iso[:4]),
        summary="",
        abstract="",
        key_points=(),
        authors=(),
        topics=tuple(EntryTopic(topic, f"topics/{topic}/") for topic in topics),
    )


A = entry("a/", "2023-01-01", "sea", "salt")
B = entry("b/", "2024-01-01", "sea", "salt")
C = entry("c/", "2024-06-01", "sea")
D = entry("d/", "2024-06-01", "air")


def test_the_newest_come_first_and_those_of_a_day_by_title() -> None:
    ordered = in_order((A, B, D, C))
    assert [each.page for each in ordered] == ["c/", "d/", "b/", "a/"]
    assert [(each.title, len(each.entries)) for each in by_year(ordered, "")] == [("2024", 3), ("2023", 1)]
    assert [each.title for each in by_topic(ordered, "")] == ["air", "salt", "sea"]


def test_further_reading_shares_most_topics() -> None:
    topics = {each.page: each for each in by_topic(in_order((A, B, C, D)), "")}
    assert [each.page for each in further_reading(A, topics)] == ["b/", "c/"]
    assert further_reading(D, topics) == ()


def test_a_brief_replaces_the_older_one_that_its_words_name() -> None:
    entries = {each.page: each for each in (A, B, C)}
    marks = {
        "a/": ("The Tide", "Harbour Paper No. 1/2023"),
        "b/": ("The Tide Again", "Harbour Paper No. 1/2024"),
        "c/": ("Salt", ""),
    }
    words = {"b/": "Replaces *Harbour Paper* No. 1/2023", "c/": "“The Tide Again”", "a/": "Salt"}
    assert replaced(words, entries, marks) == {"b/": "a/", "c/": "b/"}
    assert replaced({"c/": "Harbour Paper No. 1/202"}, entries, marks) == {}
