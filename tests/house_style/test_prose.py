"""A brief taken apart into blocks of prose, each at its place in the file."""

from __future__ import annotations

from functools import partial

from steps import assert_grows_no_faster_than_its_size
from styled import found, prose_of

from issuebrief.house_style.prose import Kind

BODY = """## A heading

A *first* paragraph^[With a note [in] it.] with `code` and https://x.org/a.
It has [ein Wort]{lang=de} of German.[^1]

- An item.
- Another
  one.

> A quotation
> of two lines.

| a | b |
|---|---|
| c | d |

!!! pull-quote
    A first paragraph.

Setext
------

::: {lang=fr}
Un paragraphe.
:::

[^1]: A note.

    More of it.
"""


def test_blocks_have_their_kind_their_language_and_their_place() -> None:
    prose = prose_of(BODY, title="Notes", abstract="One.\n\nTwo.", key_points=["A point"])
    shown = [
        (block.kind, block.lang, " ".join(prose.typed(block.start, block.start + len(block.text)).split()))
        for block in prose.blocks
    ]
    assert [(kind, text) for kind, lang, text in shown if lang == "en-GB"] == [
        (Kind.TITLE, "Notes"),
        (Kind.ABSTRACT, "'One."),
        (Kind.ABSTRACT, "Two.'"),
        (Kind.KEY_POINT, "A point"),
        (Kind.HEADING, "## A heading"),
        (
            Kind.TEXT,
            "A *first* paragraph^[With a note [in] it.] with `code` and https://x.org/a. It has [ein "
            "Wort]{lang=de} of German.[^1]",
        ),
        (Kind.NOTE, "With a note [in] it."),
        (Kind.ITEM, "- An item."),
        (Kind.ITEM, "- Another one."),
        (Kind.QUOTATION, "> A quotation > of two lines."),
        (Kind.TABLE, "a | b |"),
        (Kind.TABLE, "c | d |"),
        (Kind.ASIDE, "A first paragraph."),
        (Kind.HEADING, "Setext"),
        (Kind.NOTE, "A note."),
        (Kind.NOTE, "More of it."),
    ]
    assert [(lang, text) for _, lang, text in shown if lang != "en-GB"] == [
        ("de", "ein Wort"),
        ("fr", "Un paragraphe."),
    ]
    text = next(block for block in prose.blocks if block.kind is Kind.TEXT)
    assert (text.words, len(text.sentences)) == (9, 2)


def test_the_work_grows_with_the_text_alone() -> None:
    words = 'preferred = [{ write = "Kyiv", not = ["Kiev"] }]'
    toml = f'[style.words]\n{words}\nenglish = "british"\nfirst-person = "forbidden"'

    def work(piece: str, number: int) -> None:
        found(toml, piece * number)

    for piece in ("“Kiev” *we* color ", "[Wende]{lang=de} ", "word^[Kiev] ", "Kiev. Color\n\n"):
        assert_grows_no_faster_than_its_size(partial(work, piece))
