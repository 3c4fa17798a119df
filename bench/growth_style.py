"""Texts that are held to a house style with all its rules, for `growth.py` to let grow.

In:  nothing.
Out: `STYLE`, what `issuebrief.toml` says; `IN_STYLE`, texts: from a number of repetitions to the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from growth_house import repeated

if TYPE_CHECKING:
    from collections.abc import Callable

STYLE = """
[style.limits]
words = 10
sentence = 10
paragraph = 10
quotation = 5
[[style.sections]]
lang = "en"
headings = ["Introduction", "Results"]
[style.notes]
ibid = "forbidden"
accessed = "required"
archive = "required"
bare-urls = "forbidden"
doi = "url"
full-stop = "required"
accessed-forms = ["(accessed {date})"]
repeated = "ibid"
order = ["title", "date", "page", "address", "accessed", "archive"]
[style.words]
preferred = [{ write = "Kyiv", not = ["Kiev"] }, { write = "policymaker", not = ["policy maker"] }]
english = "by-lang"
first-person = "forbidden"
serial-comma = "required"
capitals = 2
[style.numbers]
words-below = 10
thousands = "comma"
percent = "word"
ranges = "en-dash"
decades = "1990s"
dates = "day-first"
currency = "before"
[style.headings]
case = "sentence"
full-stop = "forbidden"
[style.abbreviations]
explained = "required"
[style.spelling]
check = true
"""


def in_line(piece: str) -> Callable[[int], str]:
    """A piece again and again, forty in each paragraph."""
    return lambda number: "\n\n".join(
        repeated(piece, min(number - start, 40)) for start in range(0, number, 40)
    )


def in_one(piece: str) -> Callable[[int], str]:
    """A piece again and again, in lines of one paragraph of some length."""
    return lambda number: "\n".join(repeated(piece, 20) for _ in range(min(number // 20 + 1, 900)))


WORK = "Doe, *A Book* (2020), https://x.org/%n, accessed 1 May 2020; "
PIECES = {
    "preferred words": "Kiev and policy makers, ",
    "quotations": "“Kiev is” a ",
    "straight quotation marks": '"Kiev ',
    "emphasised words": "*Kiev* _a_ ",
    "asterisks": "*a ",
    "words in other languages": "[die Wende]{lang=de} ",
    "elements in other languages": "<i lang=de>Wende</i> ",
    "notes in sentences": "word^[Kiev %n] ",
    "brackets that open notes": "^[ ",
    "abbreviations": "NATO (EU) ",
    "explained abbreviations": "World Bank (WB) ",
    "capitals": "ALL OF ",
    "numbers": "5 men 25000 ",
    "dates": "March 5, 2024 ",
    "per cent": "5 % ",
    "spaces behind figures": "5    ",
    "ranges": "from 5–10 ",
    "lists": "food, water and fuel ",
    "commas": "word, ",
    "full stops": "A. ",
    "ends of sentences": "word. Word ",
    "misspelled words": "wrodd ",
    "addresses": "a.b.c.de ",
    "plus signs": "a+",
    "DOIs": "doi:10.1234/%n ",
}
IN_STYLE: dict[str, Callable[[int], str]] = {
    **{name: in_line(piece) for name, piece in PIECES.items()},
    **{f"{name}, in one paragraph": in_one(piece) for name, piece in PIECES.items()},
    "headings": lambda number: repeated("## A Kiev Heading\n\nWord.\n\n", number),
    "quotation blocks": lambda number: repeated("> Kiev.\n\nWord.\n\n", number),
    "notes": lambda number: repeated("Word.[^%n]\n\n[^%n]: Kiev, https://x.org/%n\n\n", number),
    "works again": lambda number: repeated("Word.[^%n]\n\n[^%n]: Doe, *The Same Book*, 2020.\n\n", number),
    "works in one note": lambda number: "Word.[^1]\n\n[^1]: " + in_one(WORK)(number),
    "brackets and works in one note": lambda number: "Word.[^1]\n\n[^1]: " + in_one(f"({WORK}")(number),
    "rows": lambda number: "| a | b |\n|---|---|\n" + repeated("| Kiev | 25000 |\n", min(number, 1900)),
    "divs in other languages": lambda number: repeated("::: {lang=de}\nWende\n:::\n\n", number),
}
"""What stands in the text; a paragraph is as long as one may be."""
