"""Briefs in Hebrew and Arabic, set in the small fonts of the tests."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from setting import facts_of

if TYPE_CHECKING:
    from typing import Any

    from pdf_facts import Facts

FONTS = Path(__file__).parent / "fonts"
FACES = {"he": "hebrew", "ar": "arabic", "fa": "arabic"}
CSS = """@import "{base}.css";
@font-face {{ font-family: Letters; src: url(../fonts/{face}.woff2); font-weight: 400 700 }}
:root {{
  --serif: Letters, "Source Serif 4", serif;
  --sans: Letters, "Source Sans 3", sans-serif;
  --serif-display: var(--serif); --serif-subhead: var(--serif); --serif-small: var(--serif);
}}
{css}
"""


def theme(folder: Path, lang: str, base: str = "isdp", css: str = "") -> str:
    """A theme of the folder's own with the letters of a language, after another one."""
    themes, fonts = folder / "styles/themes", folder / "styles/fonts"
    themes.mkdir(parents=True)
    fonts.mkdir()
    shutil.copy(FONTS / f"{FACES[lang]}.woff2", fonts)
    (themes / "ours.css").write_text(CSS.format(base=base, face=FACES[lang], css=css), "utf-8")
    return "ours"


def row(facts: Facts, text: str, page: int = 0) -> str:
    """The letters on the baseline of the first one of a text, as they stand from left to right."""
    (first,) = [line for line in facts.on(page) if text in line.text][:1]
    near = [each for each in facts.letters[page] if abs(each.baseline - first.baseline) < 3]
    return "".join(each.char for each in sorted(near, key=lambda each: each.left) if each.char.strip())


def facts_in(folder: Path, lang: str, body: str, base: str = "isdp", css: str = "", **front: Any) -> Facts:
    """The facts of a brief in one of the languages that has nothing wrong with it."""
    return facts_of(folder, body, lang=lang, theme=theme(folder, lang, base, css), **front)
