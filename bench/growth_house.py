"""What a house says of a publication, its looks and its editions, for `growth.py` to let grow.

In:  nothing.
Out: `STATED`, front matter; `HOUSE`, files beside a brief; `BOXES`, blocks of its text; `STATED_LAYOUTS`,
     front matter that is laid out: from a number of repetitions to the text or the files.
"""

from __future__ import annotations

from itertools import count, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

Files = dict[str, str]
FRONT = "title: Growth\ndate: 2024-03-01\nauthors: [{name: Jane Doe}]\n"
WORD = "word "


def repeated(piece: str, number: int) -> str:
    """A piece again and again, with the number of each in place of `%n`."""
    return "".join(piece.replace("%n", str(n)) for n in islice(count(1), number))


def listed(key: str, entry: str) -> Callable[[int], str]:
    """A key with a list of many entries."""
    return lambda number: f"{key}:\n" + repeated(f"  - {entry}\n", number)


def long_text(key: str) -> Callable[[int], str]:
    """A key with a text of many words."""
    return lambda number: f"{key}: {WORD * number}\n"


def paragraphs(key: str) -> Callable[[int], str]:
    """A key with a text of many paragraphs."""
    return lambda number: f"{key}: |\n" + "  a line with a [link](https://example.org)\n\n" * number


def grouped(key: str, entry: str) -> Callable[[int], str]:
    """A key with many keys below it."""
    return lambda number: f"{key}:\n" + repeated(f"  {entry}\n", number)


LISTED = {
    "editors": "Jane Doe %n",
    "translators": "{name: Jane %n, affiliation: [A, B], orcid: 0000-0002-1825-0097}",
    "reviewers": "Jane Doe %n",
    "jel": "F51",
    "corrections": "{date: 2024-03-02, text: A correction of *%n*}",
    "funding": "{name: The Council %n, grant: G-%n, url: 'https://example.org/%n'}",
}
TEXTS = (
    *("version", "supersedes", "how_to_cite", "acknowledgements", "contact", "about_series", "disclaimer"),
    *("copyright", "license", "embargo", "funding", "short_title", "series", "number"),
)
STATED: dict[str, Callable[[int], str]] = {
    **{f"entries of {key}": listed(key, entry) for key, entry in LISTED.items()},
    **{f"words of {key}": long_text(key) for key in TEXTS},
    **{f"paragraphs of {key}": paragraphs(key) for key in ("acknowledgements", "about_series", "contact")},
    "affiliations of a person": lambda n: f"reviewers: [{{name: A, affiliation: [{'A, ' * n}B]}}]\n",
    "labels that there are not": grouped("labels", "label%n: word"),
    "a long label": lambda n: f"labels: {{endnotes: {WORD * n}}}\n",
    "a pattern without its names": lambda n: f"labels: {{date_pattern: '{{day}}{'{month}' * n}'}}\n",
    "an open pattern": lambda n: f"labels: {{list_pattern: '{'{names' * n}'}}\n",
    "words that say nothing": lambda n: "labels:\n  says_nothing:\n" + repeated("    - word %n\n", n),
    "keys of an institute that there are not": grouped("publisher", "key%n: word"),
    "phones": lambda n: f"contact: {{phone: '{'+46 ' * n}'}}\n",
    "inks": lambda n: f"publisher: {{name: A, colors: {{brand: {{screen: '#123', cmyk: '{'1 ' * n}'}}}}}}\n",
    "a long spot ink": lambda n: f"publisher: {{colors: {{brand: {{screen: '#123', spot: {'a' * n}}}}}}}\n",
    "a long family": lambda n: f"publisher: {{name: A, faces: {{serif: {'a' * n}}}}}\n",
}  # fmt: skip
"""Front matter that states something of a publication."""


def brief(body: str = "A paragraph.", front: str = "") -> str:
    """The text of a brief."""
    return f"---\n{FRONT}{front}---\n\n{body}\n"


def brand(text: str) -> Files:
    """A brief with a `_brand.yml`."""
    return {"brief.md": brief(), "_brand.yml": text}


def institute(text: str) -> Files:
    """A brief with the file of its institute."""
    return {"brief.md": brief(), "publisher.yaml": f"name: The Institute\n{text}"}


def editions(piece: str, other: str = "") -> Callable[[int], Files]:
    """A translation beside its original, each with many pieces."""

    def files(number: int) -> Files:
        return {
            "brief.md": brief(repeated(piece, number)),
            "brief.sv.md": brief(repeated(other or piece, number)),
        }

    return files


def with_translations(number: int) -> Files:
    """Many translations."""
    return {"brief.md": brief(), **{f"brief.de-x{k:05}.md": brief() for k in range(number)}}


HOUSE: dict[str, Callable[[int], Files]] = {
    "colours of a palette": lambda n: brand("color:\n  palette:\n" + repeated("    c%n: '#123456'\n", n)),
    "colours that lead on": lambda n: brand(
        "color:\n  palette:\n    c0: '#123'\n"
        + "".join(f"    c{k + 1}: c{k}\n" for k in range(n))
        + f"  primary: c{n}\n"
    ),
    "keys of a brand that there are not": lambda n: brand(repeated("key%n: word\n", n)),
    "keys of typography": lambda n: brand("typography:\n  base:\n" + repeated("    key%n: word\n", n)),
    "fonts of a brand": lambda n: brand("typography:\n  fonts:\n" + repeated("    - family: A%n\n", n)),
    "pictures of a brand": lambda n: brand("logo:\n  images:\n" + repeated("    a%n: a%n.svg\n", n)),
    "names of a brand": lambda n: brand("meta:\n  link:\n" + repeated("    a%n: https://example.org\n", n)),
    "a colour of parentheses": lambda n: brand(f"color: {{primary: '{'rgb(' * n}'}}\n"),
    "a brand of one word": lambda n: brand(f"meta: {{name: {'a' * n}}}\n"),
    "files that an institute names": lambda n: institute(repeated("# a%n.svg\n", n)),
    "labels of languages": lambda n: institute("labels:\n" + "  - {lang: de, endnotes: Noten}\n" * n),
    "sections of editions": editions("## Heading %n\n\nText.\n\n"),
    "sections that differ": editions("## Heading %n\n\nText.\n\n", "### Heading %n\n\nText.\n\n"),
    "notes of editions": editions("A text.[^%n]\n\n[^%n]: A note.\n\n"),
    "numbers of editions": editions("In %n00 and 1,%n.\n\n"),
    "numbers that differ": editions("In 1%n00.\n\n", "In 2%n00.\n\n"),
    "boxes of editions": editions("::: case\nA case.\n:::\n\n"),
    "a long number of editions": lambda n: editions("1" + ",111" * n)(1),
    "translations": with_translations,
}  # fmt: skip
"""Files beside a brief."""

BOX = "::: %k {#box-%n}\nA line.\n:::\n\n"
BOXES: dict[str, Callable[[int], str]] = {
    **{
        f"boxes of the kind {kind}": lambda n, kind=kind: repeated(BOX.replace("%k", kind), n)
        for kind in ("recommendation", "case", "definition")
    },
    "references to a box": lambda n: "::: case {#box-a}\nA line.\n:::\n\n" + "See [](#box-a).\n\n" * n,
    "references to boxes": lambda n: repeated(BOX.replace("%k", "case") + "See [](#box-%n).\n\n", n),
    "dead references to boxes": lambda n: repeated("See [](#box-%n).\n\n", n),
    "boxes with titles": lambda n: repeated('::: recommendation "Do %n"\nA line.\n:::\n\n', n),
    "boxes within boxes": lambda n: (":::: case\n\n::: definition\nA line.\n:::\n\n::::\n\n") * n,
    "a box of lines": lambda n: "::: definition\n" + "A line.\n\n" * n + ":::\n",
    "a box of items": lambda n: "::: recommendation\n" + "- item\n" * min(n, 1900) + ":::\n",
    "boxes that are not closed": lambda n: repeated("::: case\nA line %n.\n\n", n),
    "notes beside as many undefined": lambda n: repeated("a[^n%n] b[^m%n]\n\n[^n%n]: note\n\n", n),
    "links beside as many undefined": lambda n: repeated("[a][n%n] [b][m%n]\n\n[n%n]: https://a.org\n\n", n),
    "ids beside as many dead links": lambda n: repeated('## H %n {#h-%n}\n\nA [link](#g-%n).\n\n', n),
    "figures with two captions": lambda n: repeated(
        "![Words](drawing.svg)\n\nFigure %n: A.\n\nFigure %n: B.\n\n", n
    ),
}  # fmt: skip
"""Blocks of a text."""

STATED_LAYOUTS: dict[str, Callable[[int], str]] = {
    "editors": lambda n: listed("editors", "Jane Doe %n")(n // 12),
    "corrections": lambda n: listed("corrections", "{date: 2024-03-02, text: A correction}")(n // 20),
    "funders": lambda n: listed("funding", "{name: Council %n, grant: G-%n}")(n // 20),
    "acknowledgements": lambda n: long_text("acknowledgements")(n // 5),
    "a series": lambda n: long_text("about_series")(n // 5),
    "a citation": lambda n: long_text("how_to_cite")(n // 5),
    "a disclaimer": lambda n: long_text("disclaimer")(n // 5),
    "words on rights": lambda n: long_text("copyright")(n // 5),
    "words of an institute": lambda n: f"publisher: {{name: A, about: {WORD * (n // 5)}}}\n",
    "words of a contact": lambda n: long_text("contact")(n // 5),
    "a long label": lambda n: f"labels: {{figure: {WORD * (n // 5)}, endnotes: {WORD * (n // 5)}}}\n",
}
"""Front matter that is laid out."""
