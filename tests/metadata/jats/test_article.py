"""The whole text of a brief in JATS."""

from __future__ import annotations

import pytest
from lxml import etree
from metadata_schemas import faults_of_jats
from records import FRONT, manuscript_of

from issuebrief.metadata.jats.article import jats
from issuebrief.metadata.make_record import record_of

BODY = """\
Intro with *em*, **bold**, `code`, H~2~O, $E=mc^2$, <span lang="fr">mot</span>,
[a link](https://example.org/?a=1&b=2), [Table 1](#tab-a).[^a][^b]

## First {#1st}

- one
- two

    in two paragraphs

3. three
4. four

Term
:   Meaning.

> A quotation.
>
> --- Someone

!!! pull-quote
    The Council looked past the cargo.

### Below

!!! box "A *title*"
    In a box.[^b]

| A | B |
| --- | --: |
| 1 | **2** |
: Table 1. Numbers {#tab-a}

$$\\int_0^1 x\\,dx$$ {#eq-a}

```python
print(1 < 2)
```

## Second

Last, see [above](#1st), <abbr title="World Wide Web">WWW</abbr>. The Council looked past the cargo.

[^a]: A *note*.

    In two paragraphs.
[^b]: Another, <https://example.org/b>.
"""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    front = {**FRONT, "abstract": "Short.", "acknowledgements": "Thanks.[^a]", "disclaimer": "Views."}
    front["corrections"] = [{"date": "2024-06-02", "text": "A *slip*."}]
    manuscript = manuscript_of(tmp_path_factory.mktemp("brief"), BODY, **front)
    return jats(record_of(manuscript), manuscript)


def texts(content: bytes, path: str) -> list[str]:
    """The texts at a path, on a line each."""
    found = etree.fromstring(content).xpath(path)
    return [
        " ".join("".join(each.itertext()).split()) if hasattr(each, "itertext") else str(each)
        for each in found
    ]


def test_the_dtd_takes_the_document(content: bytes) -> None:
    assert faults_of_jats(content) == []


def test_the_text_is_divided_into_sections(content: bytes) -> None:
    assert texts(content, "/article/body/sec/title") == ["First", "Second"]
    assert texts(content, "/article/body/sec/sec/title") == ["Below"]
    assert texts(content, "/article/body/p/*/text()")[:4] == ["em", "bold", "code", "2"]
    assert texts(content, "//sec/list/@list-type") == ["bullet", "order"]
    assert texts(content, "//list[@list-type='bullet']/list-item[2]/p") == ["two", "in two paragraphs"]
    assert texts(content, "//list[@list-type='order']/list-item/label") == ["3", "4"]
    assert texts(content, "//def-item/*") == ["Term", "Meaning."]
    assert texts(content, "//disp-quote[not(@content-type)]/attrib") == ["— Someone"]
    assert texts(content, "//disp-quote[@content-type='pull-quote']") == [
        "The Council looked past the cargo."
    ]
    assert texts(content, "//boxed-text/caption/title") == ["A title"]
    assert texts(content, "//table-wrap/label") == ["Table 1"]
    assert texts(content, "//tbody/tr/td") == ["1", "2"]
    assert texts(content, "//code") == ["print(1 < 2)"]
    assert texts(content, "//abbrev") == ["WWW"]


def test_all_links_lead_somewhere(content: bytes) -> None:
    ids = texts(content, "//@id")
    assert len(ids) == len(set(ids))
    assert set(texts(content, "//@rid")) <= set(ids)
    assert texts(content, "//xref[@ref-type='sec']/@rid") == ["x-1st"]
    assert texts(content, "//xref[@ref-type='table']") == ["Table 1"]
    assert texts(content, "/article/body/p/xref[@ref-type='fn']") == ["1", "2"]
    assert texts(content, "//fn[1]/p") == ["A note.", "In two paragraphs."]


def test_no_white_space_is_added_to_text(content: bytes) -> None:
    assert b'<td align="right"><bold>2</bold></td>' in content
    assert texts(content, "/article/body/p")[0].startswith("Intro with em, bold, code, H2O,")


def test_the_front_describes_the_publication(content: bytes) -> None:
    assert texts(content, "//journal-title") == ["Policy Paper"]
    assert texts(content, "//contrib[@contrib-type='author']/name/surname") == ["Doe", "van Beethoven"]
    assert texts(content, "//contrib/collab") == ["The House"]
    assert texts(content, "//aff") == ["Uppsala University", "The House", "Öst & Co"]
    assert texts(content, "//article-id[@pub-id-type='doi']") == ["10.1000/tides_7"]
    assert texts(content, "//abstract/p") == ["Short."]
    assert texts(content, "//back/ack/p") == ["Thanks.1"]
    assert texts(content, "//back/notes/@notes-type") == ["corrections", "disclaimer"]
    assert texts(content, "//award-id") == ["S-12"]
