"""URLs: live, exact, and broken only where Chicago breaks them."""

from __future__ import annotations

import html
import io
import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import WORD_JOINER, ZERO_WIDTH_SPACE, html_of, written

from issuebrief.markdown_body.source.urls import break_url, trim

LONG = "https://www.example.org/a-b_c/d~e?first=1&second=2%20x#frag,ment:y//w/https://other.org/z.html"


def pieces(url: str) -> list[str]:
    return break_url(url).replace(WORD_JOINER, "").split(ZERO_WIDTH_SPACE)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org", ["https://", "example", ".org"]),
        ("https://example.org/abc/", ["https://", "example", ".org", "/abc/"]),
        ("https://abc.org/a-b_c~def", ["https://", "abc", ".org", "/a", "-b", "_c", "~def"]),
        (
            "https://abc.org/?q=12&r=34#end",
            ["https://", "abc", ".org", "/", "?q", "=", "12", "&", "r", "=", "34", "#end"],
        ),
        ("https://abc.org/x%20yz,123", ["https://", "abc", ".org", "/x", "%20yz", ",123"]),
        ("https://abc.org/https://def", ["https://", "abc", ".org", "/https://", "def"]),
        ("https://abc.org/urn:isbn", ["https://", "abc", ".org", "/urn:", "isbn"]),
        ("https://abc.org//def", ["https://", "abc", ".org//", "def"]),
        ("https://abc.org/def--ghi", ["https://", "abc", ".org", "/def", "--ghi"]),
        ("first.last@example.org", ["first", ".last@example", ".org"]),
        ("a.b", ["a.b"]),
        ("", [""]),
    ],
)
def test_lines_may_break_where_chicago_says(url: str, expected: list[str]) -> None:
    assert pieces(url) == expected


@given(st.text(alphabet="abc123:/.,-_?#%~=&@+;!äж", max_size=60))
def test_breaking_adds_nothing_visible_and_leaves_no_stump(url: str) -> None:
    assert "".join(pieces(url)) == url
    assert len(pieces(url)) == 1 or min(len(pieces(url)[0]), len(pieces(url)[-1])) >= 3


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("https://a.org/x.", "https://a.org/x"),
        ("https://a.org/x),", "https://a.org/x"),
        ("https://a.org/x_(y)", "https://a.org/x_(y)"),
        ("https://a.org/?!", "https://a.org/"),
        ("https://a.org/**", "https://a.org/"),
        ("...", ""),
    ],
)
def test_punctuation_of_the_sentence_is_not_the_urls(typed: str, url: str) -> None:
    assert trim(typed) == url


def link(url: str, href: str | None = None) -> str:
    return f'<a class="url" href="{html.escape(href or url)}">{html.escape(break_url(url), quote=False)}</a>'


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("<https://a.org/b-c>", link("https://a.org/b-c")),
        ("https://a.org/b_c_d*e", link("https://a.org/b_c_d*e")),
        ("https://a.org/?a=1&b=2&copy=3", link("https://a.org/?a=1&b=2&copy=3")),
        ("[https://a.org/](https://a.org/)", link("https://a.org/")),
        ("[a.org](https://a.org/)", link("a.org", "https://a.org/")),
        ("www.a.org", link("www.a.org", "https://www.a.org")),
        ("<me@a.org>", link("me@a.org", "mailto:me@a.org")),
        ("<mailto:me@a.org>", link("me@a.org", "mailto:me@a.org")),
        ("me@a.org", link("me@a.org", "mailto:me@a.org")),
        ("**https://a.org**", f"<strong>{link('https://a.org')}</strong>"),
        ("(https://a.org/x)", f"({link('https://a.org/x')})"),
        ("“https://a.org/x”,", f"“{link('https://a.org/x')}”,"),
        ("https://", "https://"),
        ("[words](https://a.org/x-y)", '<a href="https://a.org/x-y">words</a>'),
    ],
)
def test_printed_urls_and_addresses_are_live_and_exact(typed: str, expected: str) -> None:
    assert html_of(typed) == f"<p>{expected}</p>"


@pytest.mark.parametrize("words", ["https://x.org/b", "www.x.org/a"])
def test_a_url_in_a_link_is_no_link_of_its_own(words: str) -> None:
    found = html_of(f'See <a href="https://x.org/a" target="_blank">{words}</a>.')
    assert found.count("<a ") == 1 and 'class="url"' in found and 'href="https://x.org/a"' in found


@pytest.mark.parametrize(
    ("lang", "typed"),
    [
        ("zh", "见{}。下一句"),
        ("zh", "（{}），下一句"),
        ("ja", "「{}」を参照。"),
        ("ko", "참고{}、 다음"),
        ("hi", "देखें {}। अगला"),
        ("hy", "Տե՛ս {}։"),
    ],
)
def test_signs_of_other_scripts_end_a_url(lang: str, typed: str) -> None:
    url = "https://example.org/a"
    assert html_of(typed.format(url), lang) == f"<p>{typed.format(link(url))}</p>"


def test_a_url_is_left_alone_by_niceties() -> None:
    assert (
        html_of("<https://a.org/10-15--x...y'z>")
        == f"<p>{link('https://a.org/10-15--x...y' + chr(39) + 'z')}</p>"
    )


def test_a_url_in_code_is_code() -> None:
    assert html_of("`https://a.org`") == "<p><code>https://a.org</code></p>"


@pytest.mark.parametrize("width", [8, 30, 55, 90])
def test_pango_breaks_lines_there_and_nowhere_else_and_copies_the_url_whole(width: int) -> None:
    from pypdfium2 import PdfDocument
    from weasyprint import HTML

    style = f"@page{{size:400pt 3000pt;margin:0}} p{{width:{width}pt;font:10pt/14pt sans-serif}}"
    page = f"<style>{style}</style><p>{html.escape(break_url(LONG))}</p>"
    document = PdfDocument(io.BytesIO(HTML(string=page).write_pdf()))
    lines = re.split(r"\s+", document[0].get_textpage().get_text_bounded().strip())
    document.close()
    assert "".join(lines) == LONG
    ends = {len("".join(lines[:count])) for count in range(1, len(lines))}
    legal = {len("".join(pieces(LONG)[:count])) for count in range(1, len(pieces(LONG)))}
    assert ends <= legal
    assert len(lines) > 3


SIGNS = string.ascii_letters + string.digits + "-._~:/?#@!$&'*+,;=%()[]äé"
ENDS = string.ascii_letters + string.digits + "/#=&%"
TAILS = st.builds("{}{}".format, st.text(SIGNS, max_size=20), st.sampled_from(ENDS))


def balanced(text: str) -> bool:
    if re.search("&(?:amp|lt|gt|quot|apos|nbsp);", text):  # these are what they are in all of Markdown
        return False
    return all(text.count(one) == text.count(other) == 0 for one, other in ("()", "[]"))


@given(TAILS.filter(balanced), st.data())
def test_every_character_of_an_address_survives_with_or_without_backslashes(
    tail: str, data: st.DataObject
) -> None:
    url = f"https://example.org/{tail}"
    escaped = "".join(
        f"\\{sign}" if sign in string.punctuation and sign not in ":/" and data.draw(st.booleans()) else sign
        for sign in url
    )
    for typed in (url, escaped, f"<{escaped}>", f"[{'a'}]({escaped})", f"[a][b]\n\n[b]: {escaped}"):
        links = re.findall(r'href="([^"]*)"', written(f"See {typed} there.")[0].html)
        assert [html.unescape(link) for link in links] == [url], typed


@given(TAILS.filter(balanced))
def test_a_printed_address_says_all_of_itself(tail: str) -> None:
    url = f"https://example.org/{tail}"
    shown = re.sub("<[^>]*>", "", written(f"See {url} there.")[0].html)
    assert html.unescape(shown).translate({0x200B: None, 0x2060: None}) == f"See {url} there."
