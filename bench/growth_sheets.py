"""Style sheets and drawings that `growth.py` lets grow.

In:  nothing.
Out: `SHEETS`, texts of a theme's style sheet, and `DRAWINGS`, what stands in an SVG: from a number of
     repetitions to the text. `SHEET_FILES` are style sheets that need others beside them.
"""

from __future__ import annotations

from itertools import count, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def many(piece: str, before: str = "", after: str = "") -> Callable[[int], str]:
    """A piece again and again: with the number of each in place of `%n`, of the one before of `%b`."""

    def text(number: int) -> str:
        if "%" not in piece:
            return before + piece * number + after
        pieces = (piece.replace("%n", str(n)).replace("%b", str(n - 1)) for n in islice(count(1), number))
        return before + "".join(pieces) + after

    return text


def nested(opening: str, inner: str, closing: str) -> Callable[[int], str]:
    """A piece within itself."""
    return lambda number: opening * number + inner + closing * number


def halved(one: Callable[[int], str], other: Callable[[int], str]) -> Callable[[int], str]:
    """Half as many of each of two."""
    return lambda number: one(number // 2) + other(number // 2)


SHEETS: dict[str, Callable[[int], str]] = {
    "rules": many(".a%n { color: red }\n"),
    "rules that match": many("p { color: red }\n"),
    "rules for all": many("* { color: red }\n"),
    "open rules": many(".a {"),
    "stray declarations": many("--a%n: 1px;\n"),
    "declarations": many("color: red;\n", "p { ", "}"),
    "unknown declarations": many("unknown%n: red;\n", "p { ", "}"),
    "broken declarations": many("color red;\n", "p { ", "}"),
    "tokens": many("--a%n: 1px;\n", ":root { ", "}"),
    "same tokens": many("--a: 1px;\n", ":root { ", "}"),
    "rules with tokens": many(":root { --a%n: 1px }\n"),
    "tokens with inks": many("--a%n: #123; --a%n-cmyk: %n 10 10 10;\n", ":root { ", "}"),
    "tokens with spot inks": many('--a%n: #123; --a%n-cmyk: 9 0 0 0; --a%n-spot: "I%n";\n', ":root { ", "}"),
    "tokens that lead on": many(
        "--a%n: var(--a%b);\n", ":root { --a0: red; ", "} p { color: var(--a900) }"
    ),
    "a shipped token that leads on": lambda n: many("--a%n: var(--a%b);\n", ":root { --a0: 2; ")(n)
    + f"--columns: var(--a{n}); --sidebar-side: var(--a{n}) }}",
    "tokens that double": lambda n: many("--a%n: var(--a%b) var(--a%b);\n", ":root { --a0: a; ")(n)
    + f"--b: var(--a{n}) }} p {{ content: var(--a{n}) }}",
    "a shipped token that doubles": lambda n: many("--a%n: var(--a%b) var(--a%b);\n", ":root { --a0: a; ")(n)
    + f"--columns: var(--a{n}) }}",
    "tokens in a circle": lambda n: many("--a%n: var(--a%b);\n", ":root { ")(n) + f"--a0: var(--a{n}) }}",
    "fallbacks": nested("var(--no, ", "red", ")"),
    "fallbacks in use": lambda n: f"p {{ color: {nested('var(--no, ', 'red', ')')(n)} }}",
    "uses of a token": many("var(--ink) ", "p { content: ", "}"),
    "a long token": many("a ", ":root { --a: ", "}"),
    "a long token in use": many("a ", "p { --a: ", "; content: var(--a) }"),
    "a long value": many("a ", "p { font-family: ", "}"),
    "families": many("a%n, ", "p { font-family: ", "serif }"),
    "backgrounds": many("none, ", "p { background-image: ", "none }"),
    "gradients": many("linear-gradient(red, blue), ", "p { background-image: ", "none }"),
    "stops of a gradient": many("red, ", "p { background-image: linear-gradient(", "blue) }"),
    "transforms": many("rotate(1deg) ", "p { transform: ", "}"),
    "calculations": many("1px + ", "p { width: calc(", "1px) }"),
    "nested calculations": lambda n: f"p {{ width: {nested('calc(1px + ', '1px', ')')(n)} }}",
    "counters to reset": many("a%n 1 ", "p { counter-reset: ", "}"),
    "counters to raise": many("a ", "p { counter-increment: ", "}"),
    "a counter in Roman": lambda n: (
        f"p {{ counter-reset: a {n} }} p::before {{ content: counter(a, upper-roman) }}"
    ),
    "a counter of one sign": lambda n: "@counter-style one { system: symbolic; symbols: '*' }"
    f"p {{ counter-reset: a {n} }} p::before {{ content: counter(a, one) }}",
    "counter styles": many("@counter-style a%n { system: cyclic; symbols: a b }\n"),
    "counter styles that lead on": many("@counter-style a%n { system: extends a%b }\n"),
    "symbols of a counter": many("'a' ", "@counter-style a { system: cyclic; symbols: ", "}"),
    "content": many("'a' ", "p::before { content: ", "}"),
    "content of counters": many("counter(a) ", "p::before { content: ", "}"),
    "content of strings": many("string(a) ", "@page { @top-left { content: ", "} }"),
    "strings to set": many("a%n 'b', ", "p { string-set: ", "c 'd' }"),
    "marks of quotations": many("'a' 'b' ", "p { quotes: ", "}"),
    "a long string": many("a", "p::before { content: '", "' }"),
    "selectors": many(".a%n, ", "", "p { color: red }"),
    "open selectors": many(".a%n, "),
    "descendants": many("p ", "", "{ color: red }"),
    "siblings": many("p ~ ", "", "p { color: red }"),
    "children": many("p > ", "", "p { color: red }"),
    "classes of a selector": many(".a%n", "p", "{ color: red }"),
    "attributes of a selector": many("[a%n]", "p", "{ color: red }"),
    "pseudo-classes": many(":first-child", "p", "{ color: red }"),
    "places of children": many("p:nth-child(%n) { color: red }\n"),
    "selectors of languages": many(":lang(a%n) { color: red }\n"),
    "nested :is()": lambda n: nested(":is(", "p", ")")(n) + "{ color: red }",
    "nested :not()": lambda n: nested(":not(", "p", ")")(n) + "{ color: red }",
    "nested :has()": lambda n: nested(":has(", "p", ")")(n) + "{ color: red }",
    ":has()": many("div:has(p) { color: red }\n"),
    "open :is()": many(":is("),
    "nested rules": nested("p { ", "color: red", "}"),
    "nested rules of two": nested("&, p { ", "color: red", "}"),
    "rules in a rule": many("& .a%n { color: red }\n", "p { ", "}"),
    "declarations between rules": many("color: red; & a { color: red }\n", "p { ", "}"),
    "parentheses": many("a("),
    "nested parentheses": nested("(", "a", ")"),
    "braces": many("{"),
    "closed braces": many("}"),
    "brackets": many("["),
    "comments": many("/* a */"),
    "open comments": many("/* "),
    "comments in a rule": many("/* a */", "p { color: ", "red }"),
    "strings": many('"a" '),
    "open strings": many('"a\n'),
    "addresses": many("url(a%n) "),
    "open addresses": many("url("),
    "missing pictures": many(".a%n { background: url(a%n.png) }\n"),
    "missing pictures in use": many("p { background: url(a%n.png) }\n"),
    "imports that are missing": many("@import 'x%n.css';\n"),
    "imports": many("@import 'isdp.css';\n"),
    "imports for other media": many("@import 'x%n.css' screen;\n"),
    "layers": many("@layer a%n { p { color: red } }\n"),
    "layers in order": many("@layer a%n;\n"),
    "layers in one order": many("a%n, ", "@layer ", "b;"),
    "layers without a name": many("@layer { p { color: red } }\n"),
    "tokens in layers": many("@layer a%n { :root { --a: 1 } }\n"),
    "nested layers": nested("@layer a { ", "p { color: red }", "}"),
    "open layers": many("@layer a { "),
    "a layer with many names": many("a.", "@layer ", "b { p { color: red } }"),
    "media": many("@media print { p { color: red } }\n"),
    "nested media": nested("@media print { ", "p { color: red }", "}"),
    "queries": many("print, ", "@media ", "screen { p { color: red } }"),
    "conditions": many("@supports (color: red) { p { color: red } }\n"),
    "pages": many("@page { margin: 1cm }\n"),
    "pages by name": many("@page a%n { margin: 1cm }\n"),
    "pages by number": many("@page :nth(%n) { margin: 1cm }\n"),
    "margins of a page": many("@top-left { content: 'a' }\n", "@page { ", "}"),
    "faces": many("@font-face { font-family: x%n; src: url(x%n.woff2) }\n"),
    "same face": many("@font-face { font-family: x; src: url(x.woff2) }\n"),
    "faces of the machine": many("@font-face { font-family: x%n; src: local(x%n) }\n"),
    "sources of a face": many("url(x%n.woff2), ", "@font-face { font-family: x; src: ", "local(x) }"),
    "ranges of a face": many(
        "U+%n, ", "@font-face { font-family: x; src: local(x); unicode-range: ", "U+1 }"
    ),
    "unknown rules": many("@unknown a%n { b: c }\n"),
    "profiles": many("@color-profile --a%n { src: url(a%n.icc) }\n"),
    "escapes": many("\\61 "),
    "escapes in a rule": many("\\61 ", "p { color: ", "}"),
    "at-signs": many("@"),
    "hyphens": many("-"),
    "digits": many("1", "p { width: ", "px }"),
    "exponents": many("1e"),
    "columns": lambda n: f"p {{ column-count: {n} }}",
    "columns of a grid": lambda n: f"p {{ display: grid; grid-template-columns: repeat({n}, 1px) }}",
    "lines of a grid": lambda n: f"div {{ display: grid }} p {{ grid-row: {n} }}",
    "a high paragraph": lambda n: f"p {{ height: {n * 10}px }}",
    "a large margin": lambda n: f"p {{ margin-top: {n * 10}px }}",
    "letters of a size": lambda n: f"p {{ font-size: {n}px }}",
    "a small background": lambda n: (
        "p { background: repeating-linear-gradient(red, blue "
        f"{1000 / n:.4f}px); background-size: {1000 / n:.4f}px {1000 / n:.4f}px }}"
    ),
}  # fmt: skip

SHEET_FILES: dict[str, Callable[[int], dict[str, str]]] = {
    "imports that lead on": lambda n: {f"x{k}.css": f"@import 'x{k + 1}.css';" for k in range(min(n, 2_000))},
    "imports that double": lambda n: {
        f"x{k}.css": f"@import 'x{k + 1}.css'; @import 'x{k + 1}.css';" for k in range(min(n, 60))
    },
    "imports of one sheet": lambda n: {"x0.css": "@import 'x1.css';\n" * n, "x1.css": "p { color: red }"},
}

PATH = '<path d="M0 0L1 1"/>'

DRAWINGS: dict[str, Callable[[int], str]] = {
    "paths": many(PATH),
    "texts": many("<text>a</text>"),
    "words of a text": many("a ", "<text>", "</text>"),
    "letters of a text": many("a", "<text>", "</text>"),
    "parts of a text": many("<tspan>a</tspan>", "<text>", "</text>"),
    "nested parts of a text": lambda n: f"<text>{nested('<tspan>', 'a', '</tspan>')(min(n, 190))}</text>",
    "places of letters": lambda n: f'<text x="{"1 " * n}" y="{"1 " * n}">{"a" * n}</text>',
    "groups": many("<g/>"),
    "nested groups": nested("<g>", PATH, "</g>"),
    "transforms": many("rotate(1) ", '<g transform="', f'">{PATH}</g>'),
    "styles": many("<style>.a{fill:red}</style>"),
    "one style": many(".a%n{fill:red}", "<style>", "</style>"),
    "a style for each path": halved(
        many(".a%n{fill:red}", "<style>", "</style>"), many('<path class="a%n" d="M0 0L1 1"/>')
    ),
    "styles by element": halved(many("path{fill:red}", "<style>", "</style>"), many(PATH)),
    "styles of descendants": halved(many("svg g path{fill:red}", "<style>", "</style>"), many(PATH)),
    "attributes of style": many("fill:red;", '<path d="M0 0L9 9" style="', '"/>'),
    "classes": many('<path class="a b c" d="M0 0"/>'),
    "classes of a path": many("a%n ", '<path d="M0 0L9 9" class="', '"/>'),
    "ids": many('<path id="a%n" d="M0 0L9 9"/>'),
    "same ids": many('<path id="a" d="M0 0L9 9"/>'),
    "attributes": many('a%n="b" ', '<path d="M0 0L9 9" ', "/>"),
    "a long attribute": many("a", '<path d="M0 0L9 9" id="', '"/>'),
    "gradients": many('<linearGradient id="g%n"/>'),
    "gradients in use": many(
        '<linearGradient id="g%n"><stop stop-color="red"/><stop offset="1"/></linearGradient>'
        '<path fill="url(#g%n)" d="M0 0h9v9z"/>'
    ),
    "stops of a gradient": many(
        '<stop offset="0.%n" stop-color="red"/>', '<linearGradient id="g">',
        '</linearGradient><path fill="url(#g)" d="M0 0h9v9z"/>',
    ),
    "gradients that lead on": many(
        '<linearGradient id="g%n" href="#g%b"/>',
        '<path fill="url(#g900)" d="M0 0h9v9z"/><linearGradient id="g0"><stop/></linearGradient>',
    ),
    "a repeated gradient": lambda n: (
        f'<linearGradient id="g" spreadMethod="repeat" x2="{10 / n:.6f}"><stop stop-color="red"/>'
        '<stop offset="1"/></linearGradient><path fill="url(#g)" d="M0 0h90v90z"/>'
    ),
    "patterns in use": many(
        '<pattern id="p%n" width="9" height="9"><path d="M0 0L9 9"/></pattern>'
        '<path fill="url(#p%n)" d="M0 0h9v9z"/>'
    ),
    "patterns in patterns": lambda n: (
        '<pattern id="p0" width="9" height="9"><path d="M0 0h9v9z"/></pattern>'
        + many(
            '<pattern id="p%n" width="9" height="9"><path fill="url(#p%b)" d="M0 0h9v9z"/>'
            '<path fill="url(#p%b)" d="M0 0h9v9z"/></pattern>'
        )(min(n, 60))
        + f'<path fill="url(#p{min(n, 60)})" d="M0 0h9v9z"/>'
    ),
    "a small pattern": lambda n: (
        f'<pattern id="p" width="{10 / n:.6f}" height="{10 / n:.6f}"><path d="M0 0h9v9z"/></pattern>'
        '<path fill="url(#p)" d="M0 0h90v90z"/>'
    ),
    "filters": many('<filter id="f%n"><feOffset dx="1"/></filter><path filter="url(#f%n)" d="M0 0h9"/>'),
    "parts of a filter": many(
        '<feOffset dx="1"/>', '<filter id="f">', '</filter><path filter="url(#f)" d="M0 0h9"/>'
    ),
    "masks": many(
        '<mask id="m%n" maskUnits="userSpaceOnUse" width="9" height="9"><path d="M0 0h9"/></mask>'
        '<path mask="url(#m%n)" d="M0 0h9"/>'
    ),
    "masks in masks": lambda n: (
        '<mask id="m0" maskUnits="userSpaceOnUse" width="9" height="9"><path d="M0 0h9"/></mask>'
        + many(
            '<mask id="m%n" maskUnits="userSpaceOnUse" width="9" height="9"><path mask="url(#m%b)"'
            ' d="M0 0h9"/><path mask="url(#m%b)" d="M0 0h9"/></mask>'
        )(min(n, 60))
        + f'<path mask="url(#m{min(n, 60)})" d="M0 0h9v9z"/>'
    ),
    "clippings": many(
        '<clipPath id="c%n"><path d="M0 0h9v9z"/></clipPath><path clip-path="url(#c%n)" d="M0 0h9"/>'
    ),
    "clippings in clippings": lambda n: (
        '<clipPath id="c0"><path d="M0 0h9v9z"/></clipPath>'
        + many(
            '<clipPath id="c%n"><path clip-path="url(#c%b)" d="M0 0h9v9z"/>'
            '<path clip-path="url(#c%b)" d="M0 0h9v9z"/></clipPath>'
        )(min(n, 60))
        + f'<path clip-path="url(#c{min(n, 60)})" d="M0 0h9v9z"/>'
    ),
    "markers": lambda n: (
        '<marker id="m" markerWidth="9" markerHeight="9"><path d="M0 0L1 1"/></marker>'
        f'<path marker-mid="url(#m)" d="M0 0{"L1 1L2 0" * (n // 2)}"/>'
    ),
    "markers of many parts": lambda n: (
        f'<marker id="m" markerWidth="9" markerHeight="9">{PATH * (n // 2)}</marker>'
        f'<path marker-mid="url(#m)" d="M0 0{"L1 1L2 0" * (n // 4)}"/>'
    ),
    "markers on markers": lambda n: (
        '<marker id="m0" markerWidth="9" markerHeight="9"><path d="M0 0L1 1L2 0L3 3"/></marker>'
        + many(
            '<marker id="m%n" markerWidth="9" markerHeight="9"><path marker-mid="url(#m%b)"'
            ' d="M0 0L1 1L2 0L3 3"/></marker>'
        )(min(n, 60))
        + f'<path marker-mid="url(#m{min(n, 60)})" d="M0 0L1 1L2 0"/>'
    ),
    "uses": many('<use href="#a"/>', f'<g id="a">{PATH}</g>'),
    "dead uses": many('<use href="#a%n"/>'),
    "uses of itself": many('<use href="#a"/>', '<g id="a">', '</g><use href="#a"/>'),
    "uses of many parts": lambda n: (
        f'<defs><g id="a">{PATH * (n // 2)}</g></defs>' + '<use href="#a"/>' * (n // 2)
    ),
    "uses that lead on": lambda n: (
        '<defs><g id="a0"><path d="M0 0L9 9"/></g>'
        + many('<g id="a%n"><use href="#a%b"/></g>')(n)
        + f'</defs><use href="#a{n}"/>'
    ),
    "uses that double": lambda n: (
        '<defs><g id="a0"><path d="M0 0L9 9"/></g>'
        + many('<g id="a%n"><use href="#a%b"/><use href="#a%b"/></g>')(min(n, 60))
        + f'</defs><use href="#a{min(n, 60)}"/>'
    ),
    "symbols": many('<symbol id="s%n"><path d="M0 0L9 9"/></symbol><use href="#s%n"/>'),
    "drawings in a drawing": many('<svg width="9" height="9"><path d="M0 0L9 9"/></svg>'),
    "nested drawings": lambda n: nested('<svg width="9" height="9">', PATH, "</svg>")(min(n, 190)),
    "switches": many("<switch><g/></switch>"),
    "one path": many("L1 1", '<path d="M0 0', '"/>'),
    "curves of a path": many("c1 1 2 2 3 3", '<path d="M0 0', '"/>'),
    "arcs of a path": many("a1 1 0 0 1 2 2", '<path d="M0 0', '"/>'),
    "numbers of a path": many("1 ", '<path d="M0 0L', '"/>'),
    "digits of a path": many("1", '<path d="M0 0L', '"/>'),
    "broken path": many("Lx", '<path d="M0 0', '"/>'),
    "points": many("1,1 ", '<polygon points="', '"/>'),
    "dashes": many("1 ", '<path d="M0 0L9 9" stroke="red" stroke-dasharray="', '"/>'),
    "pictures": many(
        '<image width="1" height="1" href="data:image/gif;base64,'
        'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"/>'
    ),
    "missing pictures": many('<image width="1" height="1" href="#a%n"/>'),
    "comments": many("<!-- a -->"),
    "instructions": many("<?a b?>"),
    "CDATA": many("<![CDATA[a]]>", "<text>", "</text>"),
    "entities": many("&amp;", "<text>", "</text>"),
    "white space": many(" \n"),
    "titles": many("<title>a</title>"),
    "descriptions": many("a ", "<desc>", "</desc>"),
    "foreign elements": many('<a:b xmlns:a="x%n"/>'),
    "links": many('<a href="https://example.org/%n"><path d="M0 0L9 9"/></a>'),
}  # fmt: skip
