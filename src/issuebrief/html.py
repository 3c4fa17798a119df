"""Write up: from a brief's front matter and body to the whole page of HTML.

In:  a `Brief`, the `Body` of its text, its `Theme` and the search path of templates.
Out: HTML, or the problems of a template with its own file and line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from issuebrief.editions.model import Edition
from issuebrief.frontmatter.keys.formats import from_right_to_left
from issuebrief.frontmatter.keys.social import links_of
from issuebrief.images.logo_image import LogoImage
from issuebrief.job import Publishing
from issuebrief.l10n import Words, long_date, words
from issuebrief.markdown_body import Body, inline, plain
from issuebrief.markdown_body.source.urls import break_url
from issuebrief.markdown_body.typography import smart_typography
from issuebrief.markdown_body.typography.quotation_pairs import TYPEWRITER, quoted, title_marks
from issuebrief.publication import SHOWN, publication_of
from issuebrief.template_problems import template_problem
from issuebrief.theming.design_tokens import resolved
from issuebrief.theming.token_lengths import length_of
from issuebrief.units import MM_PER_PX

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jinja2.runtime import Context

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.frontmatter.model import Brief
    from issuebrief.resources import SearchPath
    from issuebrief.templating import Sandbox
    from issuebrief.theming.theme import Theme


TITLE_LINE = 36
"""About how many letters of the title's size stand on one line."""


RUNNING_LINE = 75
"""About how many letters of the running head's size stand on one line, on a page as wide as A4 or wider."""
A4_WIDTH = 210.0
"""Millimetres."""

SMALL_WORD = 4
"""The most letters of a word that a cut title does not end in."""

CUT_MARKS = " ,;:.-–—"
"""What a cut title does not end in."""

RIGHT_TO_LEFT_MARK = "\u200f"
"""What keeps the day of a date with its month, behind the name of an institute in Latin letters."""
SEPARATORS = str.maketrans(dict.fromkeys("\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029", " "))
"""What parts lines in other programs and comes along with pasted text: no face has it, no line ends at it."""


@dataclass(frozen=True)
class Imprint:
    """What the templates print of the front matter beyond its own words."""

    title_lines: tuple[str, ...]
    date: str
    byline: str
    running_head: str
    running_title: str
    series_line: str
    cited_title: str


def make_page(
    brief: Brief,
    body: Body,
    theme: Theme,
    search_path: SearchPath,
    frame: str = "brief.html",
    *,
    logo: tuple[LogoImage, ...] = (),
    clean: Callable[[str], str] = str,
    line: Callable[..., int] = lambda *keys: 0,
    editions: tuple[Edition, ...] = (),
    on_web: bool = False,
    **more: object,
) -> tuple[str, tuple[Diagnostic, ...]]:
    """Fill the template `frame` and those it is made of; the HTML is empty where one is at fault.

    `clean` has a last look at the HTML of each Markdown field; `line` gives the line of the file that a
    value of the front matter stands on, by its keys; `editions` are those in all languages, which lie beside
    the page if it is `on_web`; `more` are further names that the frame may print.
    """
    labels = words(brief.lang, brief.labels)
    names = {"brief": brief, "body": body, "theme": theme, "words": labels, "logo": logo, "clean": clean}
    names |= {"editions": editions, "on_web": on_web, "publishing": None}
    if not on_web:
        names |= {"body": drawn_body(body), "clean": lambda html: with_drawings(clean(html))}
    names["direction"] = "rtl" if from_right_to_left(brief.lang) else "ltr"
    if brief.cover_pattern and not brief.cover:
        from issuebrief.cover_pattern import pattern_address

        names["cover_pattern"] = pattern_address(brief.title, theme.tokens, brief.accent or "")
    try:
        printed = {
            "imprint": _imprint(brief, labels, running_line(theme)),
            "publication": publication_of(brief, labels),
        }
        given = {**names, **printed, "at": _at(line), **more}
        page = _sandbox(search_path.templates).fill(frame, given)
    except Exception as fault:  # a template can raise anything, and its designer is to be told
        return "", (template_problem(fault, search_path),)
    return page.translate(SEPARATORS), ()


def with_drawings(html: str) -> str:
    """HTML for paper, on which formulas are drawn; what draws them is loaded where there is one."""
    if "<math" not in html:
        return html
    from issuebrief.formulas.drawn_page import with_drawings

    return with_drawings(html)


def drawn_body(body: Body) -> Body:
    """A body whose formulas are drawn."""
    notes = tuple(replace(note, html=with_drawings(note.html)) for note in body.notes)
    return replace(body, html=with_drawings(body.html), notes=notes)


def _at(line: Callable[..., int]) -> Callable[..., str]:
    """What templates say in a tag whose words come from the front matter: the attribute with its line."""
    from markupsafe import Markup

    from issuebrief.templating import for_templates

    @for_templates
    def at(*keys: str | int) -> str:
        number = line(*keys)
        return Markup(' data-line="{}"').format(number) if number else ""

    return at


@lru_cache(maxsize=4)
def _sandbox(folders: tuple[Path, ...]) -> Sandbox:
    """Templates that escape all they are given, refuse names that do not exist, and reach nothing else.

    It is kept, and with it the templates once they are read: several pages share most of them.
    """
    from jinja2 import pass_context

    from issuebrief.templating import Sandbox

    filters = {name: pass_context(change) for name, change in FILTERS.items()}
    return Sandbox(folders, filters, (Imprint, LogoImage, Edition, Publishing, *SHOWN))


def _markdown(context: Context, text: object, *, blocks: bool = True, html: bool = True) -> str:
    from markupsafe import Markup

    marks = context["body"].field_marks
    field = inline(str(text), context["brief"], blocks=blocks, html=html, marks=marks)
    return Markup(context["clean"](field))


FILTERS: dict[str, Callable[[Context, Any], object]] = {
    "plain": lambda context, text: plain(str(text), context["brief"]),
    "nice": lambda context, text: smart_typography.plain(str(text), context["brief"]),
    "markdown": _markdown,
    "inline": lambda context, text: _markdown(context, text, blocks=False),
    "phrase": lambda context, text: _markdown(context, text, blocks=False, html=False),
    "words": lambda context, text: plain(str(text), context["brief"], html=True),
    "bare": lambda context, text: bare_url(str(text)),
    "breakable": lambda context, text: break_url(str(text)),
    "links": lambda context, given: links_of(given),
}
"""What templates may do to a word of the front matter; the brief tells of its language and niceties.

`markdown` sets a field in paragraphs, `inline` without any; of both, `words` takes the words alone, for
metadata. `phrase` sets a field that holds no HTML, such as a title, and `plain` takes its words; `nice` is
for what holds no Markdown either. `links` are an institute's pages elsewhere, each with its `network`.
"""


def _imprint(brief: Brief, labels: Words, line: int) -> Imprint:
    publisher = brief.publisher
    house = publisher.short or publisher.name if publisher else ""
    numbered = labels.issue(brief.number) if brief.number else ""
    return Imprint(
        title_lines=title_lines(brief.title, plain(brief.title, brief)),
        date=RIGHT_TO_LEFT_MARK * from_right_to_left(brief.lang) + long_date(brief.date, labels),
        byline=labels.listed([author.name for author in brief.authors]),
        running_head=" ".join(part for part in (house, brief.series) if part),
        running_title=running_title(plain(brief.short_title or brief.title, brief), line),
        series_line=" ".join(part for part in (brief.series, numbered) if part),
        cited_title=cited_title(brief, labels),
    )


def cited_title(brief: Brief, labels: Words) -> str:
    """Title and subtitle in quotation marks, with the comma that follows them where the language has it."""
    title = plain(labels.colon.join(part for part in (brief.title, brief.subtitle) if part), brief)
    marks = title_marks(brief.lang) if brief.niceties.quotes else TYPEWRITER
    mark, space = labels.comma[:1], labels.comma[1:]
    return (quoted(title + mark, marks) if labels.comma_in_quotes else quoted(title, marks) + mark) + space


def title_lines(title: str, words: str | None = None) -> tuple[str, ...]:
    """The title, broken after its colon where it needs two lines and the colon parts it well.

    `words` is the title without its markup; it is not broken within markup.
    """
    words = title if words is None else words
    head, colon, tail = words.partition(": ")
    if colon and len(words) > TITLE_LINE and max(len(head), len(tail)) <= TITLE_LINE:
        first, _, last = title.partition(": ")
        if words == title or not any(part.count(sign) % 2 for part in (first, last) for sign in "*_`[~^<"):
            return (first + ":", last)
    return (title,)


def bare_url(url: str) -> str:
    """A web address as it is printed where there is little room: without `https://` and a last slash."""
    return url.removeprefix("https://").removeprefix("http://").rstrip("/")


def running_line(theme: Theme) -> int:
    """About how many letters of a running title stand on a page of a theme."""
    width = length_of(resolved("var(--page-width)", theme.tokens)) or 0.0
    return round(RUNNING_LINE * min(1.0, width * MM_PER_PX / A4_WIDTH)) or RUNNING_LINE


def running_title(title: str, line: int = RUNNING_LINE) -> str:
    """The title as it stands at the head of the pages: its first words where it has more letters than `line`.

    It does not end in small words in lower case, which in most languages are articles, prepositions and
    conjunctions that lean on the word after them; at least half of the line is kept.
    """
    if len(title) <= line:
        return title
    head = title[: line + 1].rsplit(" ", 1)[0][:line].rstrip(CUT_MARKS)
    shorter = head
    while (last := shorter.rpartition(" ")[2]).islower() and len(last) <= SMALL_WORD:
        shorter = shorter[: -len(last)].rstrip(CUT_MARKS)
    return (shorter if len(shorter) >= line / 2 else head) + "…"
