"""What `growth.py` lets grow: some 800 constructs, each a text that is made as long as is asked for.

In:  nothing.
Out: `CONSTRUCTS`, by kind and name: from a number of repetitions to the files of a brief.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count, islice
from typing import TYPE_CHECKING

from growth_house import BOXES, HOUSE, STATED, STATED_LAYOUTS
from growth_sheets import DRAWINGS, SHEET_FILES, SHEETS, nested
from growth_style import IN_STYLE, STYLE
from growth_versions import VERSIONS

if TYPE_CHECKING:
    from collections.abc import Callable

Files = dict[str, str]
FRONT = "title: Growth\ndate: 2024-03-01\nauthors: [{name: Jane Doe}]\n"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 90 90">'
)
WORDS = "the water of the northern harbour rises slowly and nobody has measured it since the autumn "


@dataclass(frozen=True)
class Construct:
    """Something that can be made as long as is asked for, and the stage in which it is timed.

    `stage` is `read`, up to the HTML of the page; `build`, up to the PDF; `compare`, in which the changes
    since `old.md` are marked; or `style`, in which the brief is held to the style in `issuebrief.toml`.
    """

    kind: str
    name: str
    files: Callable[[int], Files]
    stage: str = "read"


def _brief(body: str, front: str = "", **files: str) -> Files:
    return {"brief.md": f"---\n{FRONT}{front}---\n\n{body}\n", **files}


def _versions(old: str, new: str) -> Files:
    return {**_brief(new), "old.md": _brief(old)["brief.md"]}


def _numbered(piece: str, number: int) -> str:
    """The piece again and again, with the number of each in place of `%n`."""
    if "%n" not in piece:
        return piece * number
    return "".join(piece.replace("%n", str(n)) for n in islice(count(1), number))


def _in_paragraphs(piece: str, number: int) -> str:
    """The pieces in paragraphs, forty in each."""
    pieces = [piece.replace("%n", str(n)) for n in range(1, number + 1)]
    return "\n\n".join("Text " + "".join(pieces[start : start + 40]) for start in range(0, number, 40))


def _deep_list(mark: str, deepest: int) -> Callable[[int], str]:
    """A list that goes one step deeper with each entry, and begins anew at the deepest."""
    return lambda number: "".join(f"{'    ' * (n % deepest)}{mark} item\n" for n in range(number))


# What stands in paragraphs, piece after piece: forty in each, and all of them in one.
INLINE = {
    "words": WORDS[:24],
    "letters": "a",
    "tabs": "\t",
    "tabs between words": "a\t",
    "spaces": " ",
    "spaces between words": "a  ",
    "lines": "a line\n",
    "hard breaks": "a line  \n",
    "hard breaks by backslash": "a line\\\n",
    "asterisks": "*",
    "asterisks and letters": "*a ",
    "emphasis": "*a* ",
    "marks of Hebrew": "\u05d0\u05d1\"\u05d2 \u05d2' ",
    "Hebrew prefixes before marks": "\u05d4\"\u05d0\u05d1\u05d2 ",
    "Hebrew quotations behind prefixes": "\u05d4\"\u05d0\u05d1\u05d2 \u05d0\" ",
    "strong": "**a** ",
    "strong emphasis": "***a*** ",
    "open strong": "**a ",
    "closing asterisks": "a* ",
    "mixed emphasis": "*a **b* c** ",
    "underscores": "_",
    "underscores and letters": "_a ",
    "underscores in words": "a_b_",
    "strong underscores": "__a ",
    "backticks": "`",
    "backticks and letters": "`a ",
    "backticks of growing length": "`%n",
    "code": "`a` ",
    "double backticks": "``a ",
    "open brackets": "[",
    "open brackets and letters": "[a ",
    "closing brackets": "]",
    "pairs of brackets": "[a] ",
    "empty brackets": "[]",
    "brackets and parentheses": "[a](",
    "open parentheses of links": "[a](b(",
    "links": "[a](https://example.org/%n) ",
    "links with titles": '[a](https://example.org/%n "Title") ',
    "links with open titles": '[a](b "c ',
    "links in angle brackets": "[a](<b ",
    "dead links": "[a](#dead-%n) ",
    "same dead links": "[a](#dead) ",
    "missing files": "[a](missing-%n.pdf) ",
    "links by reference": "[a][b] ",
    "short references": "[a][] ",
    "open references": "[a][",
    "missing pictures": "![Words](missing-%n.png) ",
    "open pictures": "![",
    "pictures and letters": "![a](",
    "exclamation marks": "!",
    "less-than signs": "<",
    "less-than signs and letters": "<a ",
    "greater-than signs": "a >",
    "ampersands": "&",
    "open entities": "&a",
    "entities": "&amp;",
    "numeric entities": "&#65;",
    "hexadecimal entities": "&#x41;",
    "unknown entities": "&unknown; ",
    "formulas in lines": "$x_%n$ ",
    "open formulas": "$x_%n ",
    "formulas of two dollars": "$$ a_%n $$ ",
    "open formulas of two dollars": "$$ a ",
    "open chemistry": r"\ce{a ",
    "open formulas in brackets": r"\[ a \( ",
    "amounts of money": "$5 million, ",
    "autolinks": "<https://example.org/%n> ",
    "open autolinks": "<https://a ",
    "open mails": "<a@b ",
    "mails in brackets": "<a@example.org> ",
    "mails": "a@example.org ",
    "at signs": "@",
    "letters and at signs": "a@",
    "dots and letters": "a.b.",
    "bare links": "https://example.org/%n ",
    "bare schemes": "https://",
    "bare www": "www.",
    "escapes": "\\*",
    "backslashes": "\\",
    "escaped brackets": "\\[",
    "open comments": "<!-- ",
    "comments": "<!-- a -->",
    "open CDATA": "<![CDATA[ ",
    "CDATA": "<![CDATA[a]]>",
    "processing instructions": "<?a ?>",
    "open processing instructions": "<?a ",
    "declarations": "<!A ",
    "inline tags": "<b>a</b> ",
    "open inline tags": "<b>a ",
    "closing inline tags": "a</b> ",
    "open tags": "<a href='",
    "line breaks as tags": "a<br>",
    "subscripts": "H~2~ ",
    "open subscripts": "~a ",
    "superscripts": "1^st^ ",
    "open superscripts": "^a ",
    "deletions": "~~a~~ ",
    "open deletions": "~~a ",
    "tildes": "~",
    "carets": "^",
    "notes in place": "a^[note] ",
    "open notes in place": "^[",
    "open notes in place and letters": "a^[b ",
    "undefined notes": "a[^n%n] ",
    "same undefined note": "a[^n] ",
    "open notes": "[^",
    "pull-quote marks": "[a]{.pull-quote} ",
    "pull-quote sentences": "A sentence [of %n words]{.pull-quote} is here. ",
    "open spans": "[a]{",
    "spans": "[a]{.small-caps} ",
    "spans with ids": "[a]{#same} ",
    "attribute lists": "*a*{.b} ",
    "open braces": "{",
    "open attribute lists": "{.a ",
    "attribute lists of colons": "{: ",
    "critic marks": "{++a++} ",
    "open critic marks": "{++ ",
    "dollars": "$a ",
    "formulas": "$a$ ",
    "double quotes": '"a" ',
    "open double quotes": '"a ',
    "single quotes": "'a' ",
    "apostrophes": "l'a ",
    "quotes alone": '"',
    "nested quotes": "\"'a'\" ",
    "primes": "5' 6\" ",
    "hyphens": "-",
    "hyphens in words": "a-",
    "dashes": "a -- b ",
    "ranges": "10-20 ",
    "chained ranges": "1-",
    "dots": ".",
    "ellipses": "a... ",
    "initials": "J. ",
    "units": "5 kg ",
    "numbers": "1 000 ",
    "digits": "1",
    "citations": "[@smith%n] ",
    "shortcodes": "{{< a >}} ",
    "open shortcodes": "{{< ",
    "template braces": "{{ a }} ",
    "commands": "\\newpage ",
    "commands with arguments": "\\textbf{a} ",
    "open commands": "\\textbf{",
    "no-break spaces": "a\u00a0",
    "zero-width spaces": "a\u200b",
    "soft hyphens": "a\u00ad",
    "combining accents": "e\u0301",
    "Chinese": "漢字",
    "Arabic": "علم ",
    "emoji": "😀",
    "pipes": "|",
    "pipes and letters": "a | ",
    "plus signs": "+",
    "number signs": "#",
    "colons": ":",
    "equals signs": "=",
    "percent signs": "%",
    "labels": "[](#fig-%n) ",
    "capitals": "UN ",
    "quotation marks of Germany": "„a“ ",
    "guillemets": "« a » ",
}  # fmt: skip

# What stands in blocks, one after another.
BLOCKS = {
    "paragraphs": "A paragraph.\n\n",
    "empty lines": "\n",
    "rules": "---\n",
    "rules apart": "---\n\n",
    "rules of asterisks": "* * *\n",
    "headings": "## Heading %n\n\n",
    "same headings": "## Heading\n\n",
    "headings without lines": "## Heading\n",
    "underlined headings": "Heading\n---\n",
    "headings by equals signs": "Heading\n===\n\n",
    "headings with ids": "## Heading {#same}\n\n",
    "headings too deep": "#### Heading\n\n",
    "equal ids": "A paragraph.\n{: #same}\n\n",
    "equal ids of tags": '<p id="same">a</p>\n\n',
    "ids": '<p id="a%n">a</p>\n\n',
    "lists": "- item\n",
    "lists apart": "- item\n\n",
    "lists of paragraphs": "- item\n\n    more\n\n",
    "numbered lists": "1. item\n",
    "counted lists": "%n. item\n",
    "lists by parentheses": "%n) item\n",
    "numbers before no-break spaces": "5.\u00a0item\n",
    "lists at once": "- a\n\n1. b\n\n",
    "lists after lines": "A line\n- item\n\n",
    "years as lists": "1848. was a year.\n\n",
    "task lists": "- [ ] item\n",
    "definition lists": "term\n:   item\n\n",
    "definitions of one term": ":   item\n\n",
    "quotations": "> line\n",
    "quotations apart": "> line\n\n",
    "open quotations": ">\n",
    "alerts": "> [!NOTE]\n> line\n\n",
    "boxes": "::: note\nline\n:::\n\n",
    "open boxes": "::: note\n",
    "closed boxes": ":::\n",
    "open boxes in quotations": "> ::: note\n",
    "open boxes in items": "- a\n\n    ::: note\n",
    "boxes in quotations": "> !!! note\n>     line\n",
    "admonitions": '!!! note "A"\n    line\n\n',
    "pull-quote blocks": '!!! pull-quote "A"\n    line\n\n',
    "fences": "```\na\n```\n\n",
    "fences at once": "```\n",
    "open fences": "```a\n",
    "fences of growing length": "`````%n\n",
    "tilde fences": "~~~\na\n~~~\n\n",
    "fences with attributes": "``` {.a}\na\n```\n\n",
    "charts without data": "```chart\ntype: bar\n```\n\n",
    "charts in files": "![](a.chart.yaml)\n\n`a`\n\n",
    "open charts": "```chart\n",
    "charts in comments": "<!-- ```chart\n",
    "rows of a chart": "```chart\ntype: line\ndata: |\n  1,2\n",
    "indented code": "    a\n",
    "indented code apart": "    a\n\n",
    "tables": "| a | b |\n|---|---|\n| 1 | 2 |\n\n",
    "rows": "| 1 | 2 |\n",
    "delimiter rows": "|---|---|\n",
    "captions of tables": "| a |\n|---|\n| 1 |\n\nTable: A caption. {#tab-%n}\n\n",
    "grid tables": "+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+\n\n",
    "rows of a grid": "+---+---+\n| a | b |\n",
    "lines of a grid": "+---+---+\n",
    "simple tables": "  a     b\n----- -----\n  1     2\n\n",
    "rulers of tables": "----- -----\n",
    "figures": "![Words](drawing.svg){#fig-%n}\n:   A caption.\n\n",
    "missing figures": "![Words](missing-%n.png)\n:   A caption.\n\n",
    "captions alone": ":   A caption.\n",
    "typed captions": "Figure %n: A caption.\n\n",
    "sources": "Source: A source.\n\n",
    "notes": "a[^n%n]\n\n[^n%n]: note\n\n",
    "unused notes": "[^n%n]: note\n\n",
    "unused notes at once": "[^n%n]: note\n",
    "same note": "[^n]: note\n\n",
    "long notes": "a[^n%n]\n\n[^n%n]: note\n\n    more\n\n",
    "references": "[a%n]: https://example.org/%n\n",
    "references apart": "[a%n]: https://example.org/%n\n\n",
    "open reference": "[a]:\n",
    "abbreviations": "*[A%n]: An abbreviation\n",
    "abbreviations in use": "*[A%n]: An abbreviation\n\nThe A%n.\n\n",
    "open <pre>": "<pre>\n",
    "<pre>": "<pre>a</pre>\n\n",
    "open <div>": "<div>\n",
    "<div>": "<div>a</div>\n\n",
    "<div> apart": "<div>\n\na\n\n</div>\n\n",
    "closing </div>": "</div>\n",
    "open <script>": "<script>\n",
    "open <style>": "<style>\n",
    "open <textarea>": "<textarea>\n",
    "<p> in HTML": "<p>a\n",
    "tables in HTML": "<table><tr><td>a</td></tr></table>\n\n",
    "open <table>": "<table>\n",
    "open <td>": "<table><tr><td>a\n",
    "details": "<details><summary>a</summary>b</details>\n\n",
    "Markdown in HTML": '<div markdown="1">\n\n*a*\n\n</div>\n\n',
    "open Markdown in HTML": '<div markdown="1">\n',
    "comments": "<!-- a -->\n\n",
    "open comments": "<!--\n",
    "comments with dashes": "<!-- -- \n",
    "CDATA": "<![CDATA[\n",
    "entities": "&nbsp;\n\n",
    "tags with attributes": '<p class="a" id="b%n" style="color: red">a</p>\n\n',
    "unknown classes": "A paragraph.\n{: .unknown-%n}\n\n",
    "centred": "-> a <-\n\n",
    "formulas": "$$\na\n$$\n\n",
    "page breaks": "\\newpage\n\n",
    "shortcodes": "{{< pagebreak >}}\n\n",
    "footers": "[TOC]\n\n",
    "chunks": "```{r}\na\n```\n\n",
    "front matter again": "---\ntitle: a\n---\n\n",
    "merge conflicts": "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> b\n\n",
    "addresses": "a@example.org\nhttps://example.org\n\n",
    "quotations of lists": "> - a\n",
    "lists of quotations": "- > a\n",
}  # fmt: skip

NESTED = {
    "quotations": ("> ", "a", ""),
    "brackets": ("[", "a", "]"),
    "links": ("[", "a", "](b)"),
    "notes in place": ("^[", "a", "]"),
    "emphasis": ("*a ", "a", " a*"),
    "strong and emphasis": ("**a *b ", "a", " b* a**"),
    "spans": ("[", "a", "]{.a}"),
    "parentheses": ("(", "a", ")"),
    "double quotes": ('"a ', "a", ' a"'),
    "elements": ("<b>", "a", "</b>"),
    "blocks": ("<div>", "a", "</div>"),
    "blocks on lines": ("<div>\n", "a\n", "</div>\n"),
    "lists in HTML": ("<ul><li>", "a", "</li></ul>"),
    "tables in HTML": ("<table><tr><td>", "a", "</td></tr></table>"),
    "boxes": ("::: note\n", "a\n", ":::\n"),
    "links' parentheses": ("[a](", "(b", ")"),
}

FRONT_MATTER: dict[str, Callable[[int], str]] = {
    "a title of words": lambda n: f"subtitle: {WORDS * (n // 16)}\n",
    "a title of one word": lambda n: f"subtitle: {'a' * n}\n",
    "a quoted title": lambda n: f'subtitle: "{"a " * n}"\n',
    "escapes": lambda n: f'subtitle: "{chr(92)}u0041{chr(92)}u0041" # {"a" * n}\n',
    "asterisks in a title": lambda n: f"subtitle: '{'*a ' * n}'\n",
    "brackets in a title": lambda n: f"subtitle: '{'[' * n}'\n",
    "a folded abstract": lambda n: "abstract: >\n" + "  a line\n" * n,
    "paragraphs of an abstract": lambda n: "abstract: |\n" + "  a line\n\n" * n,
    "lists in an abstract": lambda n: "abstract: |\n" + "  - a line\n" * n,
    "keywords": lambda n: "keywords:\n" + _numbered("  - word %n\n", n),
    "same keywords": lambda n: "keywords:\n" + "  - word\n" * n,
    "keywords of one alias": lambda n: f"subtitle: &a {'b' * n}\nkeywords: [{'*a, ' * n}c]\n",
    "key points": lambda n: "key_points:\n" + "  - a point\n" * n,
    "authors": lambda n: "abstract: a\ncopyright: b\n" + _numbered("# comment %n\n", n),
    "unknown keys": lambda n: _numbered("unknown%n: a\n", n),
    "same keys": lambda n: "unknown: a\n" * n,
    "broken lines": lambda n: "a: b: c\n" * n,
    "tabs": lambda n: "\ta: b\n" * n,
    "anchors": lambda n: _numbered("unknown%n: &a%n a\n", n),
    "merged keys": lambda n: "unknown: &a {b: c}\nother:\n" + "  <<: *a\n" * n,
    "growing aliases": lambda n: (
        "a0: &a0 [a]\n" + "".join(f"a{k + 1}: &a{k + 1} [*a{k}, *a{k}]\n" for k in range(n))
    ),
    "nested lists": lambda n: f"keywords: {'[' * n}{']' * n}\n",
    "nested groups": lambda n: f"cover: {'{a: ' * n}{'}' * n}\n",
    "a long number": lambda n: f"number: {'1' * n}\n",
    "a number by sixties": lambda n: f"number: 1{':1' * n}\n",
    "a long float": lambda n: f"number: 1.{'1' * n}\n",
    "a number with underscores": lambda n: f"number: 1{'_1' * n}\n",
    "a long date": lambda n: f"number: 2024-03-01T{'0' * n}\n",
    "a long key": lambda n: f"? {'a' * n}\n: b\n",
    "comments": lambda n: "# a\n" * n,
    "quotes": lambda n: f"subtitle: {'a ' * n}\"\n",
    "language tags": lambda n: f"lang: de{'-a' * n}\n",
    "a long theme": lambda n: f"theme: {'a' * n}\n",
    "a long address": lambda n: f"url: https://example.org/{'a' * n}\n",
    "a long mail": lambda n: f"publisher: {{name: a, email: '{'a.' * n}@'}}\n",
    "words to divide": lambda n: "hyphenation:\n" + "".join(f"  - ab-cd{'x' * (k % 7)}\n" for k in range(n)),
    "one word to divide": lambda n: f"hyphenation: ['{'ab-' * n}a']\n",
}  # fmt: skip

STYLED = f"""## A heading

A paragraph *with* a [link](https://example.org) and a note.^[A note.]

<div>

{WORDS}

</div>

- an item
- an item

{WORDS}
"""
"""What the style sheets of a theme are laid over."""


def _sheets(text: str, **others: str) -> Files:
    theme = "@import 'isdp.css';\n" + text
    return _brief(STYLED, "theme: growing\n", **{"growing.css": theme}, **others)


def _drawing(text: str) -> Files:
    return _brief("![Words](drawing.svg)\n", **{"drawing.svg": f"{SVG}{text}</svg>"})


def _html_rows(cells: str, number: int) -> str:
    return f"<table>{f'<tr>{cells}</tr>' * number}</table>\n"


LAYOUTS: dict[str, Callable[[int], str]] = {
    "words": lambda n: WORDS * (n // 16),
    "paragraphs": lambda n: (WORDS + "\n\n") * (n // 16),
    "letters without a space": lambda n: "a" * n,
    "no-break spaces": lambda n: "a\u00a0" * (n // 2),
    "code in one line": lambda n: "```\n" + '"a":1,' * (n // 6) + "\n```",
    "one hyphenable word": lambda n: "Verantwortung" * (n // 13),
    "hyphens": lambda n: "a-" * (n // 2),
    "soft hyphens": lambda n: "a\u00ad" * (n // 2),
    "slashes": lambda n: "a/" * (n // 2),
    "Chinese": lambda n: "漢字" * (n // 2),
    "emphasis": lambda n: "*a* " * (n // 4),
    "letters both ways": lambda n: "*\u05d0\u05d1* abc **12 \u05d2** " * (n // 18),
    "letters both ways without spaces": lambda n: "*\u05d0*a" * (n // 4),
    "signs after letters of another script": lambda n: "`\u05d0::: abc ;;;` " * (n // 16),
    "joined letters in pieces": lambda n: "**\u0628**\u0628" * (n // 6),
    "links": lambda n: "[a](https://example.org/) " * (n // 26),
    "hard breaks": lambda n: "a  \n" * (n // 4),
    "code": lambda n: "    a\n" * (n // 6),
    "one line of code": lambda n: "    " + "a" * n,
    "lists": lambda n: "- item\n" * (n // 7),
    "quotations": lambda n: "> line\n\n" * (n // 8),
    "headings": lambda n: "## Heading\n\nText.\n\n" * (n // 19),
    "headings without text": lambda n: "## Heading\n\n" * (n // 12),
    "rows": lambda n: "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * (n // 10),
    "columns of a table": lambda n: "".join(cell * (n // 8) + "|\n" for cell in ("|a", "|-", "|1")),
    "notes": lambda n: _numbered("a^[note %n] ", n // 12),
    "pull-quotes": lambda n: _numbered("[A sentence of %n]{.pull-quote} is here.\n\n", n // 44),
    "figures": lambda n: _numbered("![Words](drawing.svg)\n:   A caption.\n\n", n // 37),
    "boxes": lambda n: "::: note\nline\n:::\n\n" * (n // 19),
    "nested <div>": lambda n: "<div>" * (n // 11) + "a" + "</div>" * (n // 11),
    "a long cell": lambda n: f"| a | b |\n|---|---|\n| {'a' * n} | 2 |\n",
    "a long heading": lambda n: f"## {'heading ' * (n // 8)}\n\nText.\n",
    "a long address": lambda n: f"See https://example.org/{'a/' * (n // 2)} there.\n",
    "a long note": lambda n: f"a^[{WORDS * (n // 91)}]\n",
    "rules": lambda n: "---\n\n" * (n // 5),
    "deep lists": lambda n: _deep_list("-", 8)(min(n // 8, 1900)),
    "deep quotations": lambda n: "".join(f"{'> ' * (k % 12 + 1)}line\n\n" for k in range(n // 16)),
    "cells that span columns": lambda n: _html_rows('<td colspan="2">a</td><td>b</td>', n // 40),
    "cells that span rows": lambda n: _html_rows('<td rowspan="2">a</td><td>b</td>', n // 40),
    "a cell that spans all rows": lambda n: (
        f"<table><tr><td rowspan={n}>a</td><td>b</td></tr>{'<tr><td>c</td></tr>' * (n // 40)}</table>\n"
    ),
    "a cell that spans endless columns": lambda n: f"<table><tr><td colspan={n}>a</td></tr></table>\n",
    "tables": lambda n: "| a | b |\n|---|---|\n| 1 | 2 |\n\n" * (n // 31),
    "letters of another script": lambda n: "Вода [и](море) `лёд` " * (n // 20),
    "languages": lambda n: '<span lang="de">Wort</span> <span lang="fr">mot</span> ' * (n // 52),
    "notes apart": lambda n: _numbered("A paragraph.^[Note %n.]\n\n", n // 25),
    "references": lambda n: "See [](#fig-a). " * (n // 16) + "\n\n![Words](drawing.svg){#fig-a}\n:   A.\n",
    "definitions": lambda n: "term\n:   item\n\n" * (n // 15),
    "Arabic": lambda n: "كلمة " * (n // 5),
    "emoji": lambda n: "a 😀 " * (n // 4),
    "marginal notes": lambda n: _numbered("A line.[A remark %n.]{.margin}\n\n", n // 34),
}  # fmt: skip

FRONT_LAYOUTS: dict[str, Callable[[int], str]] = {
    "a subtitle of one word": lambda n: f"subtitle: {'a' * n}\n",
    "a subtitle of words": lambda n: f"subtitle: {'word ' * (n // 5)}\n",
    "an abstract": lambda n: f"abstract: {'word ' * (n // 5)}\n",
    "key points": lambda n: "key_points:\n" + "  - a point\n" * (n // 12),
    "keywords": lambda n: "keywords:\n" + "  - a word\n" * (n // 11),
}


def _constructs() -> tuple[Construct, ...]:
    drawing = {"drawing.svg": f'{SVG}<path d="M0 0L9 9"/></svg>'}
    made = [
        Construct("inline", name, lambda n, piece=piece: _brief(_in_paragraphs(piece, n)))
        for name, piece in INLINE.items()
    ]
    made += [
        Construct("endless", name, lambda n, piece=piece: _brief("Text " + _numbered(piece, n)))
        for name, piece in INLINE.items()
    ]
    made += [
        Construct("block", name, lambda n, piece=piece: _brief(_numbered(piece, n), **drawing))
        for name, piece in BLOCKS.items()
    ]
    made += [
        Construct("nested", name, lambda n, parts=parts: _brief(nested(*parts)(n)))
        for name, parts in NESTED.items()
    ]
    made += [
        Construct(
            "nested", f"{name}, {deepest} deep", lambda n, m=mark, d=deepest: _brief(_deep_list(m, d)(n))
        )
        for name, mark in (("bullets", "-"), ("numbers", "1."))
        for deepest in (5, 40)
    ]
    made += [
        Construct("front matter", name, lambda n, front=front: _brief("A paragraph.", front(n)))
        for name, front in FRONT_MATTER.items()
    ]
    made += [
        Construct("css", name, lambda n, text=text: _sheets(text(n)), "build")
        for name, text in SHEETS.items()
    ]
    made += [
        Construct("css", name, lambda n, files=files: _sheets("@import 'x0.css';", **files(n)), "build")
        for name, files in SHEET_FILES.items()
    ]
    made += [
        Construct("svg", name, lambda n, text=text: _drawing(text(n)), "build")
        for name, text in DRAWINGS.items()
    ]
    made += [
        Construct("layout", name, lambda n, text=text: _brief(text(n), **drawing), "build")
        for name, text in LAYOUTS.items()
    ]
    made += [
        Construct("layout", name, lambda n, front=front: _brief("A paragraph.", front(n)), "build")
        for name, front in FRONT_LAYOUTS.items()
    ]
    made += [
        Construct("house", name, lambda n, front=front: _brief("A paragraph.", front(n)))
        for name, front in STATED.items()
    ]
    made += [Construct("house", name, files) for name, files in HOUSE.items()]
    made += [
        Construct("block", name, lambda n, text=text: _brief(text(n), **drawing))
        for name, text in BOXES.items()
    ]
    made += [
        Construct("layout", name, lambda n, front=front: _brief("A paragraph.", front(n)), "build")
        for name, front in STATED_LAYOUTS.items()
    ]
    made += [
        Construct("style", name, lambda n, text=text: _brief(text(n), **{"issuebrief.toml": STYLE}), "style")
        for name, text in IN_STYLE.items()
    ]
    made += [
        Construct("compare", name, lambda n, bodies=bodies: _versions(*bodies(n)), "compare")
        for name, bodies in VERSIONS.items()
    ]
    return tuple(made)


CONSTRUCTS = _constructs()
