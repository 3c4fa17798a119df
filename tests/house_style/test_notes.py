"""The form of notes."""

from __future__ import annotations

from styled import told


def codes(rule: str, notes: str) -> list[tuple[str, str, str | None]]:
    return told(f"[style.notes]\n{rule}", f"Text.[^1]\n\n{notes}")


def test_notes_say_what_the_house_wants_of_addresses() -> None:
    notes = (
        "[^1]: Ibid., p. 5.\n"
        "[^2]: <https://x.org/a>.\n"
        "[^3]: Doe, *A Book*, https://x.org/b, accessed 1 March 2024.\n"
        "[^4]: Doe, “Title”, https://doi.org/10.1234/x.\n"
        "[^5]: Doe, https://x.org/c, https://web.archive.org/web/2020/https://x.org/c (accessed 1 "
        "March 2024).\n"
    )
    assert codes('ibid = "forbidden"', notes) == [("note-ibid", "Ibid.", None)]
    assert codes('bare-urls = "forbidden"', notes) == [("note-bare-url", "https://x.org/a", None)]
    assert [typed for _, typed, _ in codes('archive = "required"', notes)] == [
        "https://x.org/a",
        "https://x.org/b",
    ]
    assert [typed for _, typed, _ in codes('accessed = "required"', notes)] == ["https://x.org/a"]
    assert codes('accessed = "forbidden"', notes) == [
        ("note-accessed", ", accessed 1 March 2024", ""),
        ("note-accessed", "accessed 1 March 2024", None),
    ]


def test_dois_are_addresses() -> None:
    notes = (
        "[^1]: Doe, doi:10.1234/abc.def. And DOI 10.1234/(x)y; http://dx.doi.org/10.1234/z,"
        " https://doi.org/10.1/ab, [doi:10.1234/q](https://doi.org/10.1234/q), `10.1234/code`.\n"
    )
    assert [(typed, mend) for _, typed, mend in codes('doi = "url"', notes)] == [
        ("doi:10.1234/abc.def", "https://doi.org/10.1234/abc.def"),
        ("DOI 10.1234/(x)y", "https://doi.org/10.1234/(x)y"),
        ("http://dx.doi.org/10.1234/z", "https://doi.org/10.1234/z"),
    ]


def test_notes_end_as_the_house_wants_it() -> None:
    notes = "[^1]: One.\n[^2]: Two\n[^3]: “Three?”\n[^4]: Four\n\n    five\n\nText^[Six] and ^[seven.]."
    assert [mend for _, _, mend in codes('full-stop = "required"', notes)] == ["o.", "e.", "x."]
    assert [typed for _, typed, _ in codes('full-stop = "forbidden"', notes)] == [".", "."]
