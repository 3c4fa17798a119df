"""Addresses of links as browsers read them: none runs anything, on paper or on the web."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from setting import write_brief
from web_pages import manuscript_of

from issuebrief import web
from issuebrief.html import make_page
from issuebrief.markdown_body.addresses import normal, verdict

GOOD = re.compile(r"https?://|mailto:|#")
BROWSER_IGNORES = re.compile(r"[\t\n\r]")

ADDRESSES = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java\r\nscript:alert(1)",
    "java script:alert(1)",
    " javascript:alert(1)",
    "\tjavascript:alert(1)",
    "\x01javascript:alert(1)",
    "\x00javascript:alert(1)",
    "\x1fjavascript:alert(1)",
    "java\x00script:alert(1)",
    "java\xa0script:alert(1)",
    "\xa0javascript:alert(1)",
    "java\u2028script:alert(1)",
    "java\u2029script:alert(1)",
    "java\u200bscript:alert(1)",
    "java\u200dscript:alert(1)",
    "java\u2060script:alert(1)",
    "java\ufeffscript:alert(1)",
    "\ufeffjavascript:alert(1)",
    "java\xadscript:alert(1)",
    "java\u3000script:alert(1)",
    "\u202ejavascript:alert(1)",
    "javascript :alert(1)",
    "javascript\t:alert(1)",
    "javascript\x0b:alert(1)",
    "javascript://example.org/%0aalert(1)",
    "javascript://https://example.org/%0aalert(1)",
    "javascript:/*https://*/alert(1)",
    "jav\u0131script:alert(1)",
    "ｊａｖａｓｃｒｉｐｔ:alert(1)",
    "java&#9;script:alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "java&#x0A;script:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6a;avascript:alert(1)",
    "&#x000006a;avascript:alert(1)",
    "&#0000106avascript:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "javascript&#x3a;alert(1)",
    "&Tab;javascript:alert(1)",
    "&#1;javascript:alert(1)",
    "&#14;javascript:alert(1)",
    "vbscript:msgbox(1)",
    "livescript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "data:image/svg+xml,<svg/onload=alert(1)>",
    "da\tta:text/html,x",
    "blob:https://example.org/1",
    "filesystem:https://example.org/temporary/a",
    "view-source:https://example.org",
    "about:blank",
    "chrome://settings",
    "jar:https://example.org!/a",
    "feed:https://example.org",
    "file:///etc/passwd",
    "file:/etc/passwd",
    "FILE:///etc/passwd",
    "fi\nle:///etc/passwd",
    "ftp://example.org",
    "ws://example.org",
    "tel:+4612345",
    "sms:+4612345",
    "ssh://example.org",
    "git+ssh://example.org",
    "ms-word:ofe|u|https://example.org/a.docx",
    "search-ms:query=a",
    "x-apple-helpbook:a",
    "intent://a#Intent;end",
    "smb://example.org/a",
    "\\\\example.org\\a",
    "/\\example.org/a",
    "\\/example.org/a",
    "/\t/example.org",
    "https&colon",
    "1http://example.org",
    "http",
    "//",
]


@pytest.mark.usefixtures("unstyled")
@pytest.mark.parametrize("address", ADDRESSES)
def test_no_address_runs_anything_or_leads_to_a_machine(tmp_path: Path, address: str) -> None:
    quoted = address.replace('"', "&quot;").replace("<", "&lt;")
    body = (
        f"A [markdown](<{address}>) link, a [named][a] one, and a raw "
        f'<a href="{quoted}">one</a>.\n\n[a]: <{address}>\n'
    )
    manuscript, search_path = manuscript_of(
        write_brief(tmp_path, body, copyright=f'<a href="{quoted}">c</a>')
    )
    paper, problems = make_page(manuscript.brief, manuscript.body, manuscript.theme, search_path)
    assert problems == ()
    page, _ = web.make(manuscript, search_path)
    for html in (paper, page.decode().partition("<body>")[2]):
        for found in re.findall(r'<(?:a|area)\b[^>]*?\shref="([^"]*)"', html):
            seen = BROWSER_IGNORES.sub("", unescape(found)).strip("".join(map(chr, range(33))))
            assert GOOD.match(seen), seen
        assert not re.search(r'\b(?:href|src|action)="[^"]*script:', html.lower())


@pytest.mark.parametrize(
    ("address", "read"),
    [
        ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"),
        (" https://example.org/ ", "https://example.org/"),
        ("ht\ntps://example.org/", "https://example.org/"),
        ("HTTPS://EXAMPLE.ORG/", "HTTPS://EXAMPLE.ORG/"),
        ("mailto:desk@example.org?subject=A%20b", "mailto:desk@example.org?subject=A%20b"),
        ("#place", "#place"),
        ("doi:10.1000/182", "https://doi.org/10.1000/182"),
        ("DOI:10.1000/182", "https://doi.org/10.1000/182"),
    ],
)
def test_an_address_is_followed_as_a_browser_reads_it(address: str, read: str) -> None:
    assert normal(address) == read
    assert verdict(address, Path()) is None


def test_an_endless_address_is_told() -> None:
    found = verdict("https://example.org/" + "a" * 10_000, Path())
    assert found and found.code == "links.scheme"
    assert len(found.message) < 200


@pytest.mark.parametrize("there", [True, False])
def test_whether_a_file_outside_is_there_is_not_told(tmp_path: Path, there: bool) -> None:
    if there:
        (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "brief").mkdir()
    found = verdict("../secret.txt", tmp_path / "brief")
    assert found and "is not there" in found.message
