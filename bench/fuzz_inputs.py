"""Inputs for `fuzz.py`: briefs as nobody would write them, with words to look for in what comes out.

In:  a number.
Out: an `Input`, always the same for the same number: the files of a workplace with one brief, and the words
     of its text that a reader must find on paper, with how often they are typed.
"""

from __future__ import annotations

import datetime
import io
import random
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import yaml
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(r"q(?:[aeiou][bdfgklmnprstv]){2}[aeiou]x")
"""A word to look for: no language has it, and nothing but a word is spelled like it."""

UNPRINTED = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?:script|style|template)\b.*?(?:</(?:script|style|template)|\Z)|<[^<>]*>"
    r"|!\[(?:[^\]\[]|\[[^\]]*\])*\]|\]\([^)]*\)?|\{[^{}]*\}|^ {0,3}\[[^\]]*\]:.*$|^ {0,3}(?:`{3,}|~{3,}).*$"
    r"|^ {0,3}\*\[.*$|^:{3,}.*$",
    re.DOTALL | re.MULTILINE,
)
"""What of Markdown is not for print: comments, tags, alternative texts, addresses, attributes."""

BLOCKS = (
    "%w and %w were typed, and %w too.",
    "## A heading with %w",
    "## A part on %w\n\n### %w (2024–26)",
    "## *%w*\n\n### %w\n\n#### *%w* and `%w`",
    "5. %w\n6. %w\n7. %w",
    "1) %w\n2) %w",
    "- %w\n  - %w\n    - %w\n- %w",
    "* %w\n\n* %w\n\n    %w\n",
    "A line above\n- %w\n- %w",
    "3. Oktober %w, und am\n4. November %w.",
    "> %w said that\n> 1848. was %w.",
    "> [!NOTE]\n> %w",
    "::: note\n%w\n:::",
    "| %w | b |\n| --- | ---: |\n| %w | 1,234.5 |\n| %w | −2 |",
    "| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n| %w | %w | %w | %w | %w | %w |",
    "| a |\n| - |\n| %w |\n\nTable: A table of %w. {#tab-%n}\nSource: %w",
    "+---------+---+\n| %w | b |\n+=========+===+\n| %w | d |\n+---------+---+",
    "  Country      Stations\n  ----------- ---------\n  %w           61\n",
    "```\n%w  %w\n```",
    "```python {.x}\n%w = 1\n```",
    "    %w\n",
    "Text with `%w` and ``%w`` in it.",
    "![Words](p.png){#fig-%n}\n:   %w\n    Source: %w",
    "![Words](d.svg){.wide width=50%}\n:   %w",
    "![Words](tall.png){width=2in\n.here}",
    "Picture ![Words](p.png) in %w.",
    "%w[^n%n] and %w.^[A note of %w.]\n\n[^n%n]: %w, *%w*, <https://example.org/%n>, p. 5.",
    "%w[^m%n]\n\n[^m%n]: %w\n\n    1. %w\n    2. %w\n",
    "[%w is said beside the text and in it]{.pull-quote} by %w.",
    '!!! pull-quote "%w"\n    %w alone.',
    "Water is H~2~O, ~~%w~~ and the 19^th^ %w.",
    "*%w* **%w** ***%w*** _%w_ \\*%w\\* %w*%w*%w",
    "[%w](https://example.org/a_(b)?c=d&e=f#g) and <https://example.org/x\\_y>, https://example.org/%n.",
    "<div class='x'>%w <b>%w</b> <sub>%w</sub></div>",
    "<table><tr><td rowspan=2>%w</td><td align=right>%w</td></tr><tr><td>%w</td></tr></table>",
    "<ol start=4 type=a reversed><li>%w</li><li value=9>%w</li></ol>",
    "<details><summary>%w</summary>%w</details>",
    "%w\n:   %w\n:   %w",
    "* * *\n\n%w\n\n---\n\n%w",
    "Kraftfahrzeughaftpflichtversicherungsbedingungen%wWirtschaftswissenschaften",
    "“%w” \"%w\" '%w' l'\"%w\" '68 -- --- ... 10-20 §§ 5-7",
    "<!-- %w --> %w",
    "%w costs $5 to $10, Ω, e\u0301, \u2011 and a soft \u00ad hyphen, %w.",
)
TOKENS = (
    *"*_`~^[](){}<>|#+-.:!\\&;\"'=$@%\t\n/",
    "\n\n", "**", "```", "~~~", "[^", "]:", "](", "{#", "{.", "<b>", "</p>", "<table>", "<!--", "-->", "^[",
    ":::", "[^n1]", "[^1]:", "    ", "\u2028", "\u00a0", "\u200b", "\u202e", "\x0b", "\ufdd0", "\ufffd", "😀",
    "&#0;", "&nbsp;", "&#x110000;", "1. ", "- ", "> ", "| ", "---\n", "<svg>",
    "<img src=x>", "</div>", "<p lang=x>",
    "{.pull-quote}", "!!! ", "\\", "{{", "}}", "{%", "www.", "https://", "Table: ", ":   ",
)  # fmt: skip
WRAPS = (
    ("<div>\n\n", "\n\n</div>"), ("::: note\n", "\n:::"), ("[", "]{.x}"), ("*", "*"), ("[", "](#a)"),
    ("^[", "]"), ("<table><tr><td>", "</td></tr></table>"), ("```\n", "\n```"), ("<!-- ", " -->"), ("(", ")"),
    ('<div markdown="1">\n\n', "\n\n</div>"), ("<blockquote><ul><li>", "</li></ul></blockquote>"),
)  # fmt: skip
TITLES = (
    "Notes on a Crossing",
    "The *Titanic* Case & **Law**: `x` <i>y</i> A_B_C 5 < 6",
    "Bundesverfassungsgerichtsentscheidungssammlung und Wirtschaftswissenschaften",
    "A very long title " * 12,
)
NEEDED: dict[str, tuple[Any, ...]] = {
    "title": TITLES,
    "date": (datetime.date(2024, 3, 1),),
    "authors": ([{"name": "Jane Doe"}], [{"name": "*Jane* Doe", "bio": "1848. A year.\n\n- a\n- b"}]),
    "lang": ("en-GB", "en-US", "de", "fr", "es", "sv", "pl", "tr", "ru"),
}
OPTIONAL: dict[str, tuple[Any, ...]] = {
    "theme": ("isdp", "policy-note", "report", "fuzzed", "fuzzed"),
    "abstract": ("3. Oktober 1990 was a day.", "A & B < C *it* [x](https://example.org)", "-"),
    "key_points": (["+ 3 per cent", "1. One"], ["`x`"] * 30),
    "subtitle": TITLES,
    "keywords": (["a", "b"],),
    "publisher": ({"name": "Institute", "about": "About *it*.\n\n1. One\n2. Two"},),
    "cover": ({"image": "p.png", "alt": "Words"},),
    "disclaimer": ("None.", "*", "A_B_C"),
}
WRONG: dict[str, tuple[Any, ...]] = {
    "title": ("", "Title with a note[^n1]", "漢字", 5),
    "date": ("1 March 2024", "20240301", datetime.date(1, 1, 1)),
    "authors": ("Jane Doe", [], [{"nam": "x"}]),
    "lang": ("xx", "", 1, "ar"),
    "theme": ("none", "../isdp", "x" * 5000),
    "hyphenation": ("x", 3),
    "titel": ("x",),
    "cover": ("p.png", {"image": "../../etc/hostname"}),
}
THEMES = (
    ":root { --sidebar-side: %side; --brand: %colour; --measure: %length; --columns: %count }",
    "@import 'isdp.css'; html { --grid: %length; --text-size: %length }",
    ":root { --sidebar-width: %length; --column-gap: %length } .body figure { width: %length }",
    "@layer a { :root { --accent: var(--brand, %colour); --hyphenate: none } } .body p { color: %colour }",
    "@page { size: %length %length; margin: %length } .body { columns: %count }",
    "@font-face { font-family: x; src: url(p.png) } html { --serif: x; --sans: nothing }",
    "@color-profile --p { src: url(p.icc) } h2 { color: color(--p 0 1 0 0) }",
)
LENGTHS = ("0", "1mm", "12pt", "66mm", "210mm", "50%", "1e9px", "-3em", "calc(1mm + 5%)", "red", "")
COLOURS = ("#14432a", "red", "rgb(1 2 3 / 50%)", "oklch(0.5 0.1 200)", "device-cmyk(0 1 0 0)", "none", "12pt")
MISTAKES = (
    "$E = mc^2$ %w costs $5 to $10.",
    "[%w]{.insertion author=J} {++%w++} {--%w--} {>>%w<<}",
    "%w علم %w שלום %w 漢字 %w ☃ %w",
    '<img src="p.png" alt="Words" width="900" height="20">',
    "##### %w",
    "![Words](tall.png){width=4in\nheight=2in}",
    "![Words](broken.png)",
    "![Words](p.png){width=banana}",
    "See [](#fig-%n) and [](#tab-%n) and [%w](#a-heading).",
    "[@smith2020, p. 5] %w \\newpage %w {{< video x >}}",
)
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 120">'
    "<style>.t{font:bold 12px sans-serif}</style>"
    '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/><stop offset="1"/></linearGradient>'
    '<symbol id="s"><path d="M0 0L10 10Q5 5 1 2z"/></symbol><clipPath id="c"><rect width="9" height="9"/>'
    "</clipPath></defs>"
    '<rect width="100" height="50" fill="url(#g)" clip-path="url(#c)"/><use href="#s" x="5"/>'
    '<text x="5" y="20" class="t">Ships<tspan dy="2">two</tspan></text>'
    '<g transform="rotate(20)"><circle r="9"/>'
    "</g></svg>"
)


@dataclass(frozen=True)
class Input:
    """The files of a workplace, by their paths, and the words that must be found in print.

    The brief is `content/brief/brief.md`.
    """

    files: dict[str, bytes]
    words: Counter[str]


def make_input(number: int) -> Input:
    """The input of a number."""
    chance = random.Random(number)
    blocks = chance.sample(BLOCKS, chance.randint(2, 10)) + chance.choices(MISTAKES, k=chance.random() < 0.15)
    text = "\n\n".join(_filled(chance, block) for block in blocks)
    if chance.random() < 0.15:
        text = _restructured(chance, text)
    body = _mutated(chance, text, chance.choice((0, 0, 0, 1, 3, 9)))
    front = _front_matter(chance)
    files = {f"content/brief/{name}": data for name, data in _pictures(chance)}
    data = f"---\n{front}---\n\n{body}\n".encode("utf-8", "replace")
    if damaged := chance.random() < 0.05:
        data = _damaged(chance, data)
    files["content/brief/brief.md"] = data
    if "theme: fuzzed" in front:
        files["styles/themes/fuzzed.css"] = _theme(chance).encode()
    # Where bytes are damaged nobody can say what is to be printed.
    words = Counter() if damaged else Counter(WORD.findall(UNPRINTED.sub(" ", body)))
    return Input(files, words)


def _filled(chance: random.Random, block: str) -> str:
    block = block.replace("%n", str(chance.randint(1, 3)))
    return re.sub("%w", lambda _: _word(chance), block)


def _word(chance: random.Random) -> str:
    consonants, vowels = "bdfgklmnprstv", "aeiou"
    pairs = "".join(chance.choice(vowels) + chance.choice(consonants) for _ in range(2))
    return f"q{pairs}{chance.choice(vowels)}x"


def _mutated(chance: random.Random, text: str, times: int) -> str:
    """The text with some of it changed, as by slips of the keyboard, the clipboard or another program."""
    for _ in range(times):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((1, 1, 2, 5, 40)))
        change = chance.choice(("insert", "insert", "insert", "delete", "repeat", "indent", "join"))
        if change == "insert":
            text = text[:start] + chance.choice(TOKENS) * chance.choice((1, 1, 1, 3)) + text[start:]
        elif change == "delete":
            text = text[:start] + text[end:]
        elif change == "repeat":
            text = text[:end] + text[start:end] * chance.choice((1, 2, 20)) + text[end:]
        elif change == "indent":
            text = text[:start] + text[start:].replace("\n", "\n" + " " * chance.randint(1, 5), 2)
        else:
            text = text[:start] + text[start:].replace("\n", " ", 2)
    return text


def _restructured(chance: random.Random, text: str) -> str:
    """The text with its blocks nested, multiplied, glued or cut off, as by a program that writes Markdown."""
    blocks = text.split("\n\n")
    place = chance.randrange(len(blocks))
    kind = chance.choice(("nest", "nest", "multiply", "glue", "cut", "wrap"))
    if kind == "nest":
        mark = chance.choice(("> ", "- ", "    ", "1. ", ":   ", "* > ")) * chance.choice((1, 2, 3, 30))
        blocks[place] = "\n".join(mark + line for line in blocks[place].split("\n"))
    elif kind == "multiply":
        blocks[place : place + 1] = [blocks[place]] * chance.choice((2, 10, 60))
    elif kind == "wrap":
        before, after = chance.choice(WRAPS)
        many = chance.choice((1, 2, 12, 120))
        blocks[place] = before * many + blocks[place] + after * chance.choice((many, many, many - 1))
    elif kind == "cut":
        blocks[place] = blocks[place][: chance.randrange(len(blocks[place]) + 1)]
    return ("\n" if kind == "glue" else "\n\n").join(blocks)


def _damaged(chance: random.Random, data: bytes) -> bytes:
    """Bytes with some of them changed, lost, or in another encoding."""
    kind = chance.choice(("flip", "flip", "insert", "cut", "utf-16", "latin-1", "lines"))
    place = chance.randrange(len(data))
    if kind == "flip":
        return data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]
    if kind == "insert":
        return data[:place] + chance.randbytes(chance.choice((1, 2, 200))) + data[place:]
    if kind == "cut":
        return data[:place]
    if kind == "lines":
        return data.replace(b"\n", chance.choice((b"\r", b"\r\n", b"\x0b", b"\xe2\x80\xa8")))
    return data.decode("utf-8", "replace").encode(kind, "replace")


def _front_matter(chance: random.Random) -> str:
    keys = {name: chance.choice(values) for name, values in NEEDED.items()}
    keys |= {name: chance.choice(values) for name, values in OPTIONAL.items() if chance.random() < 0.2}
    keys |= {name: chance.choice(values) for name, values in WRONG.items() if chance.random() < 0.01}
    text = yaml.safe_dump(keys, allow_unicode=True, sort_keys=False)
    return _mutated(chance, text, 1) + "\n" if chance.random() < 0.05 else text


def _theme(chance: random.Random) -> str:
    kinds = {
        "side": ("left", "right", "none"),
        "colour": COLOURS,
        "length": LENGTHS,
        "count": ("0", "1", "2", "5"),
    }
    text = "\n".join(chance.sample(THEMES, chance.randint(1, 3)))
    for name, values in kinds.items():
        text = re.sub(f"%{name}", lambda _, values=values: chance.choice(values), text)
    return _mutated(chance, text, chance.choice((0, 0, 1, 2)))


def _pictures(chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """The pictures that a text may ask for; one in ten is damaged."""
    yield (
        "p.png",
        _picture(*chance.choice((("RGB", 1800, 900), ("L", 1200, 1200), ("RGBA", 900, 30), ("P", 9, 9)))),
    )
    yield "tall.png", _picture("RGB", *chance.choice(((400, 6000), (900, 2000), (900, 1200))))
    yield "broken.png", _picture("RGB", 40, 40)[: chance.choice((0, 8, 60))]
    drawing = _mutated(chance, DRAWING, chance.choice((0, 0, 0, 1, 2, 5)))
    yield "d.svg", drawing.encode("utf-8", "replace")


@lru_cache(maxsize=32)
def _picture(mode: str, width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.new(mode, (width, height)).save(file, "PNG")
    return file.getvalue()
