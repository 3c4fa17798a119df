"""How notes cite works: the order of parts, short forms, the day of access."""

from __future__ import annotations

import pytest
from styled import found, told

ORDER = 'order = ["title", "date", "page", "address", "accessed"]'
FORMS = 'accessed-forms = ["accessed {date}", "(zuletzt abgerufen am {date})"]'


def findings(rule: str, *notes: str, lang: str = "en-GB") -> list[tuple[str, str, str | None]]:
    written = "\n".join(f"[^{number}]: {note}" for number, note in enumerate(notes, 1))
    return told(f"[style.notes]\n{rule}", f"Text.[^1]\n\n{written}\n", lang)


def test_parts_stand_in_the_order_of_the_house() -> None:
    hint, *_ = [each.hint for each in found(f"[style.notes]\n{ORDER}", "T.[^1]\n\n[^1]: 2020, *A Book*.\n")]
    assert hint == "the order of the house is title, date, page, address, accessed"
    assert findings(
        ORDER,
        "Doe, *A Book of Boats* (Oslo: Quay, 2020), p. 5, https://x.org/a, accessed 1 March 2024.",
        "Doe, 2020, “A Book of Boats,” p. 5.",
        "See Doe, *A Book*, https://x.org/2019/a, p. 5; Roe, “Boats of 1999,” 2021.",
        "Doe, *A Book*, p. 5, 2020. Compare 2019 with 1999–2001.",
        "Doe, *A Book*, accessed 2 May 2023, <https://x.org/b>, 2019.",
        "This was so in 1999, as everybody knows; in 2003 it no longer was.",
        "Roe (2020), [“The Tide”](https://x.org/c) (2021).",
        "Roe, 2020, see https://x.org/d. On ferries, read Poe, *The Quay*.",
        "Roe, [*The Tide*](https://x.org/c), 2020, p. 5.",
        "Ibid., p. 5, “Ebb”.",
    ) == [
        ("note-order", "2020", None),
        ("note-order", "https://x.org/2019/a", None),
        ("note-order", "accessed 2 May 2023", None),
    ]


@pytest.mark.parametrize(("rule", "hints"), [("short", ["short", "short"]), ("ibid", ["Ibid.", "short"])])
def test_a_work_is_cited_in_full_once(rule: str, hints: list[str]) -> None:
    notes = (
        "Doe, *The Long Book of Boats* (Oslo: Quay, 2020), p. 5.",
        "Doe, *The Long Book of Boats* (Oslo: Quay, 2020), p. 7.",
        "Roe, “On Tides,” https://www.x.org/tides/.",
        "Doe, *Long Book*, p. 9; Roe, “On Tides and Other Things,” https://x.org/tides#part.",
        "Doe, *The Long Book of Boats*, p. 12.",
        "https://x.org/tides",
        "Poe, *The Long Book of Boats II* (Oslo: Quay, 2020), https://y.org.",
    )
    written = "\n".join(f"[^{number}]: {note}" for number, note in enumerate(notes, 1))
    problems = found(f'[style.notes]\nrepeated = "{rule}"', f"Text.[^1]\n\n{written}\n")
    assert [each.code for each in problems] == ["style.note-repeated"] * 2
    for problem, hint in zip(problems, hints, strict=True):
        assert hint in problem.hint


def test_the_day_of_access_is_worded_as_the_house_words_it() -> None:
    assert findings(
        FORMS,
        "Doe, https://x.org/a, accessed 1 March 2024.",
        "Doe, https://x.org/b, last accessed on 1 March 2024.",
        "Doe, https://x.org/c (accessed 1 March 2024).",
        "Doe, https://x.org/d, retrieved: March 1, 2024.",
        "Doe, https://x.org/e, consulté le 1 mars 2024.",
        "The archives were accessed in 2024.",
    ) == [
        ("note-accessed-form", "last accessed on 1 March 2024", "accessed 1 March 2024"),
        ("note-accessed-form", "(accessed 1 March 2024)", None),
        ("note-accessed-form", "retrieved: March 1, 2024", "accessed March 1, 2024"),
    ]
    assert findings(
        FORMS,
        "Doe, https://x.org/a (zuletzt abgerufen am 1. März 2024).",
        "Doe, https://x.org/b (abgerufen am 1. März 2024).",
        "Doe, https://x.org/c, Zugriff: 1.3.2024.",
        lang="de",
    ) == [
        (
            "note-accessed-form",
            "(abgerufen am 1. März 2024)",
            "(zuletzt abgerufen am 1. März 2024)",
        ),
        ("note-accessed-form", "Zugriff: 1.3.2024", None),
    ]
