"""A page in each of many languages, and what is to be found on it.

In:  `many_languages.toml`: of each language a title, a sentence with a quotation and a note, a caption and
     the note, made up for this; and the words that the program prints beside them.
Out: `PAGES`, by the tag of the language.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

AUTHORS = ("Ana Horn", "Bo Lind", "Ida Paz")
BODY = """{text}

![{caption}](a.png)

:   {caption}

[^1]: {note}
"""


@dataclass(frozen=True)
class LanguagePage:
    """A text in a language, and what is printed: label, date, authors, and the quotation in its marks."""

    title: str
    text: str
    caption: str
    note: str
    label: str
    date: str
    authors: str
    quoted: str

    @property
    def body(self) -> str:
        """The Markdown of the page."""
        return BODY.format(text=self.text, caption=self.caption, note=self.note)


PAGES = {
    lang: LanguagePage(**values)
    for lang, values in tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8")).items()
}
