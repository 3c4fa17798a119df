"""The text of the template: instructions and sample text, as `word/document.xml` and `word/footnotes.xml`.

In:  what an institute is called.
Out: XML.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from issuebrief.word_import.documents.template_styles import INSTRUCTIONS, PICTURE_TEXT, SAMPLES

FORMATS = "http://schemas.openxmlformats.org"
SPACES = (
    f'xmlns:w="{FORMATS}/wordprocessingml/2006/main" xmlns:r="{FORMATS}/officeDocument/2006/relationships" '
    f'xmlns:wp="{FORMATS}/drawingml/2006/wordprocessingDrawing" xmlns:a="{FORMATS}/drawingml/2006/main" '
    f'xmlns:pic="{FORMATS}/drawingml/2006/picture"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EMU_PER_POINT = 12_700
PICTURE = (360, 120)
"""The size of the sample picture in points."""
GRID = '<w:gridCol w:w="2400"/>' * 2
ROWS = (("Year", "Value"), ("2028", "12"), ("2029", "15"))
PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1417" w:right="1701" w:bottom="1417" w:left="1701" w:header="708" w:footer="708" '
    'w:gutter="0"/>'
    "</w:sectPr>"
)


def document_xml() -> str:
    """The text."""
    parts = [*_front(), *_text(), *_figure(), *_table(), *_references(), PAGE]
    return f"{DECLARATION}<w:document {SPACES}><w:body>{''.join(parts)}</w:body></w:document>"


def footnotes_xml() -> str:
    """The sample note, and the lines that Word draws above notes."""
    marks = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for kind, number in (("separator", -1), ("continuationSeparator", 0))
    )
    own = (
        '<w:footnote w:id="1"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        f"{_run(' ' + SAMPLES['note'])}</w:p></w:footnote>"
    )
    return f"{DECLARATION}<w:footnotes {SPACES}>{marks}{own}</w:footnotes>"


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _par(style: str, content: str) -> str:
    inner = content if content.startswith("<w:") else _run(content)
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{inner}</w:p>"


def _told(name: str) -> str:
    return _par("BriefInstruction", INSTRUCTIONS[name])


def _front() -> list[str]:
    return [
        _told("start"),
        _par("Title", SAMPLES["title"]),
        _par("Subtitle", SAMPLES["subtitle"]),
        _told("front"),
        _par("Author", SAMPLES["author"]),
        _par("AuthorAffiliation", SAMPLES["affiliation"]),
        _par("AuthorBio", SAMPLES["bio"]),
        _par("Date", SAMPLES["date"]),
        _par("Keywords", SAMPLES["keywords"]),
        _par("Abstract", SAMPLES["abstract"]),
        *(_par("KeyPoint", SAMPLES[f"point {number}"]) for number in (1, 2, 3)),
    ]


def _text() -> list[str]:
    note = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
    return [
        _told("body"),
        _par("Heading1", SAMPLES["heading 1"]),
        _par("", _run(SAMPLES["body"]) + note),
        _par("Quote", SAMPLES["quote"]),
        _told("pull"),
        _par("PullQuote", SAMPLES["pull"]),
        _par("", f"{SAMPLES['pull']} {SAMPLES['after pull']}"),
        _par("Heading2", SAMPLES["heading 2"]),
        _par("ListBullet", SAMPLES["bullet 1"]),
        _par("ListBullet", SAMPLES["bullet 2"]),
        _par("Heading3", SAMPLES["heading 3"]),
        _par("", SAMPLES["figure text"]),
    ]


def _caption(kind: str, text: str) -> str:
    number = f'<w:fldSimple w:instr=" SEQ {kind} \\* ARABIC ">{_run("1")}</w:fldSimple>'
    return _par("Caption", f"{_run(kind + ' ')}{number}{_run('. ' + text)}")


def _figure() -> list[str]:
    across, down = (length * EMU_PER_POINT for length in PICTURE)
    words = quoteattr(PICTURE_TEXT)
    drawing = (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{across}" cy="{down}"/>'
        f'<wp:docPr id="1" name="Picture 1" descr={words}/>'
        f'<a:graphic><a:graphicData uri="{FORMATS}/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="1" name="sample.png" descr={words}/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rPicture"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
    return [
        _told("figure"),
        f"<w:p><w:pPr><w:keepNext/></w:pPr>{drawing}</w:p>",
        _caption("Figure", SAMPLES["figure"]),
        _par("Source", SAMPLES["credit"]),
    ]


def _table() -> list[str]:
    rows = []
    for number, cells in enumerate(ROWS):
        header = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if number == 0 else ""
        inner = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/></w:tcPr>{_par("", cell)}</w:tc>'
            for cell in cells
        )
        rows.append(f"<w:tr>{header}{inner}</w:tr>")
    look = (
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        'w:noHBand="1" w:noVBand="1"/>'
    )
    return [
        _told("table"),
        _caption("Table", SAMPLES["table"]),
        f'<w:tbl><w:tblPr><w:tblStyle w:val="BriefTable"/><w:tblW w:w="0" w:type="auto"/>{look}'
        f"<w:tblCaption w:val={quoteattr(SAMPLES['table'])}/></w:tblPr>"
        f"<w:tblGrid>{GRID}</w:tblGrid>{''.join(rows)}</w:tbl>",
        _par("Source", SAMPLES["table source"]),
    ]


def _references() -> list[str]:
    return [_par("Heading1", SAMPLES["references"]), _par("Reference", SAMPLES["reference"])]
