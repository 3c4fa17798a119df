"""Word files in the shapes that programs and authors give them, each small.

In:  nothing.
Out: `CORPUS`: for each shape a file, and what is told of what cannot be carried.

They are written as XML, since no library makes what Google Docs, Pages, reference managers or old versions of
Word leave in a file.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from word_files import FORMATS, KIND, NAMES, bold, docx, footnotes, note, par, picture, run, table
from word_files import field as complex_field

FIRST = par("A Title", style="Title") + par("Jane Doe", style="Author") + par("3 May 2025", style="Date")
HEAD = par("Where It Begins", style="berschrift1")
TEXT = "The river rises in the hills and reaches the sea after nine hundred kilometres."
MORE = "Three countries measure it, each by its own rule."
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


@dataclass(frozen=True)
class WordFile:
    """A file, and parts of what an import tells of it; `gone` are words that it leaves out, and says so."""

    content: bytes
    told: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    parts: dict[str, str | bytes] = field(default_factory=dict)


def _file(
    body: str,
    parts: dict[str, str | bytes] | None = None,
    told: tuple[str, ...] = (),
    gone: tuple[str, ...] = (),
    language: str = "en-GB",
    links: str = "",
) -> WordFile:
    content = docx(FIRST + HEAD + body, parts, language=language, links=links)
    return WordFile(content, told, gone, parts or {})


def foot(text: str) -> str:
    """The paragraph of a note."""
    mark = "<w:r><w:footnoteRef/></w:r>"
    return f"<w:p><w:pPr/>{mark}{run(' ' + text)}</w:p>"


def cell(content: str, formats: str = "") -> str:
    """A cell with merges."""
    inner = content if content.startswith("<w:") else par(content)
    return f"<w:tc><w:tcPr>{formats}</w:tcPr>{inner}</w:tc>"


def rows(*cells: tuple[str, ...]) -> str:
    """A table of cells that are made already."""
    return f"<w:tbl>{''.join('<w:tr>' + ''.join(row) + '</w:tr>' for row in cells)}</w:tbl>"


def wrapped(name: str, inner: str, formats: str = "") -> str:
    """Something in an element of Word's that only wraps."""
    return f"<w:{name}{formats}>{inner}</w:{name}>"


def control(inner: str) -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr><w:tag w:val='x'/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def box(inner: str) -> str:
    """A text box, with the older form of it beside."""
    new = (
        '<w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        'wordprocessingShape"><wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/'
        f'wordprocessingShape"><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    old = f"<w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def graphic(kind: str) -> str:
    """A drawing of a kind that has no picture."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="3" name="x"/><a:graphic><a:graphicData '
        f'uri="{FORMATS}drawingml/2006/{kind}"/></a:graphic></wp:inline></w:drawing></w:r>'
    )


def nested_field(code: str, shown: str) -> str:
    """A field of a reference manager with another in its instruction."""
    inner = complex_field("ADDIN EN.CITE.DATA", "")
    start, mid, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    instruction = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return start + instruction + inner + mid + run(shown) + end


ITEM = 'ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems":[{"id":1}]}'
LIST_LINKS = f'<Relationship Id="rNum" Type="{KIND}/numbering" Target="numbering.xml"/>'
NUMBERING: dict[str, str | bytes] = {
    "word/numbering.xml": f"<w:numbering {NAMES}>"
    + "".join(
        f'<w:abstractNum w:abstractNumId="{number}">'
        + "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{sign}"/></w:lvl>'
            for level, sign in enumerate(signs)
        )
        + "</w:abstractNum>"
        for number, (kind, signs) in enumerate((("bullet", "••"), ("decimal", ("%1.", "%2."))), 1)
    )
    + '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>'
}


def entry(text: str, number: int, level: int = 0) -> str:
    """An entry of a list."""
    return par(
        text,
        formats=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>',
    )


ENDNOTES: dict[str, str | bytes] = {
    "word/endnotes.xml": f'<w:endnotes {NAMES}><w:endnote w:id="1">{foot("An endnote, p. 7.")}</w:endnote>'
    "</w:endnotes>"
}
END_MARK = '<w:r><w:endnoteReference w:id="1"/></w:r>'
COMMENTED: dict[str, str | bytes] = {
    "word/comments.xml": f"<w:comments {NAMES}>"
    '<w:comment w:id="0" w:author="E" w:date="2026-01-02T00:00:00Z">'
    f"{par('Is it so?')}</w:comment></w:comments>"
}

CORPUS: dict[str, WordFile] = {
    "google docs: controls, lists without styles": _file(
        control(par(TEXT))
        + entry("First of the list", 1)
        + entry("Second of the list", 1)
        + par(run("A word in a "), control(run("control")), run(" amid a line.")),
        NUMBERING,
        links=LIST_LINKS,
    ),
    "google docs: a note with an empty line": _file(
        par(TEXT, note(1)), footnotes(foot("A note, p. 3.") + par(""))
    ),
    "pages: a style for all text, tabs and empty lines": _file(
        par("")
        + par(TEXT, style="Body")
        + par("")
        + par("The name", "<w:r><w:tab/></w:r>", "Value", style="Body"),
        told=("tabs within lines",),
    ),
    "libreoffice: simple fields and soft hyphens": _file(
        par("Mea\u00adsured twice, says the office.")
        + par(picture("A gauge"))
        + par(
            "Figure ",
            '<w:fldSimple w:instr="SEQ Figure">' + run("1") + "</w:fldSimple>",
            ": A gauge",
            style="Caption",
        ),
        told=("soft hyphens",),
    ),
    "old word: a text box in VML and a sign": _file(
        par(
            TEXT,
            "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
            + par("Words in an old box.")
            + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
        )
        + par("A sign ", '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', " between words."),
        told=("a text box", "number F0E0"),
    ),
    "old word: a picture in VML": _file(
        par('<w:r><w:pict><v:shape alt="A gauge"><v:imagedata r:id="rId9"/></v:shape></w:pict></w:r>')
        + par(TEXT)
    ),
    "endnote: nested fields": _file(
        par("As was shown ", nested_field("ADDIN EN.CITE <x/>", "(Doe, 2020)"), ".")
    ),
    "mendeley: a control around a citation": _file(par("As was shown ", control(run("(Roe, 2019)")), ".")),
    "mendeley: a field": _file(
        par("As was shown ", complex_field('ADDIN CSL_CITATION {"x":1}', "(Poe, 2018)"), ".")
    ),
    "zotero: a field in a note": _file(
        par(TEXT, note(1)),
        footnotes(f"<w:p><w:pPr/><w:r><w:footnoteRef/></w:r>{complex_field(ITEM, 'Doe, Rivers, 12.')}</w:p>"),
    ),
    "zotero: a list over several paragraphs": _file(
        par("References", style="berschrift1")
        + par(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            '<w:r><w:instrText xml:space="preserve"> ADDIN ZOTERO_BIBL {} </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            run("Doe, Jane. Rivers. Riga: Press, 2020."),
        )
        + par("Roe, Rich. Gauges. Oslo: House, 2019.", '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    ),
    "text box with a list": _file(
        par(TEXT, box(par("Box title") + entry("One in the box", 1) + entry("Two in the box", 1))),
        NUMBERING,
        ("a text box",),
        links=LIST_LINKS,
    ),
    "text box in a table": _file(table(("A", par("Beside ", box(par("boxed words")))), ("1", "2")), told=()),
    "smartart": _file(par(TEXT, graphic("diagram")), told=("SmartArt is left out",)),
    "chart": _file(par(TEXT, graphic("chart")), told=("a chart is left out",)),
    "cells merged across": _file(
        rows((cell("Both", '<w:gridSpan w:val="2"/>'),), (cell("Left"), cell("Right")))
    ),
    "cells merged down": _file(
        rows(
            (cell("Down", '<w:vMerge w:val="restart"/>'), cell("One")),
            (cell(par(""), "<w:vMerge/>"), cell("Two")),
        )
    ),
    "cells merged both ways": _file(
        rows(
            (cell("Wide and deep", '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), cell("One")),
            (cell(par(""), '<w:gridSpan w:val="2"/><w:vMerge/>'), cell("Two")),
            (cell("A"), cell("B"), cell("C")),
        )
    ),
    "a table in a table": _file(
        table(("Outer", table(("inner one", "inner two"), ("x", "y")) + par("")), ("p", "q"))
    ),
    "notes in a table": _file(
        table(("Country", "Value"), (par("Latvia", note(1)), par("73", note(2)))),
        footnotes(foot("By the office."), foot("Of 2025.")),
    ),
    "a note in a heading": _file(
        par("Its Course", note(1), style="berschrift2") + par(TEXT), footnotes(foot("A note."))
    ),
    "a note in a caption": _file(
        par(picture("A gauge")) + par("Figure 1: A gauge", note(1), style="Caption"),
        footnotes(foot("By the office.")),
    ),
    "footnotes and endnotes": _file(
        par(TEXT, note(1), " ", MORE, END_MARK), {**footnotes(foot("A footnote.")), **ENDNOTES}
    ),
    "one note, two paragraphs": _file(
        par(TEXT, note(1)), footnotes(foot("First part.") + par("Second part."))
    ),
    "headings that word counts": _file(
        par(
            "Its Course",
            style="berschrift2",
            formats='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>',
        )
        + par(TEXT),
        NUMBERING,
        ("the numbers that Word gives",),
        links=LIST_LINKS,
    ),
    "headings with typed numbers": _file(par("1.1 Its Course", style="berschrift2") + par(TEXT)),
    "bold lines as headings": _file(par(bold("Its Long Course")) + par(TEXT), told=("a bold line is taken",)),
    "lists in lists": _file(
        entry("One", 2) + entry("Inner one", 2, 1) + entry("Inner two", 2, 1) + entry("Two", 2),
        NUMBERING,
        links=LIST_LINKS,
    ),
    "smart tags": _file(par("In ", wrapped("smartTag", run("Riga"), ' w:element="City"'), " it is read.")),
    "custom xml around words and paragraphs": _file(
        wrapped("customXml", par(TEXT), ' w:element="x"')
        + par("In ", wrapped("customXml", run("Oslo"), ' w:element="y"'), " too.")
    ),
    "runs in a direction": _file(
        par(
            "A word ",
            wrapped("dir", run("one way"), ' w:val="ltr"'),
            wrapped("bdo", run(" or other"), ' w:val="rtl"'),
            ".",
        )
    ),
    "ruby": _file(
        par(
            "Read as ",
            "<w:r><w:ruby><w:rubyPr/><w:rt>"
            + run("kan")
            + "</w:rt><w:rubyBase>"
            + run("漢")
            + "</w:rubyBase></w:ruby></w:r>",
            ".",
        ),
        told=("a reading stands in brackets",),
    ),
    "a link as a field": _file(
        par("See ", complex_field('HYPERLINK "https://example.org/a"', "the page"), ".")
    ),
    "an equation in a line": _file(
        par("So ", "<m:oMath><m:r><m:t>E=m</m:t></m:r></m:oMath>", " holds."),
        told=("1 equation is a formula in LaTeX",),
    ),
    "an equation by itself": _file(
        "<w:p><m:oMathPara><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></m:oMathPara></w:p>" + par(TEXT),
        told=("1 equation is a formula in LaTeX",),
    ),
    "a table of contents": _file(
        par(complex_field('TOC \\o "1-3"', "Where It Begins 1")) + par(TEXT),
        told=("a table of contents is left out",),
        gone=("Where", "It", "Begins", "1"),
    ),
    "hyphens and breaks that do not break": _file(
        par("A well", "<w:r><w:noBreakHyphen/></w:r>", "known word", "<w:r><w:br/></w:r>", "on two lines.")
    ),
    "a page break amid a paragraph": _file(
        par("Before the break", '<w:r><w:br w:type="page"/></w:r>', " and after it."),
        told=("breaks are left out",),
    ),
    "hidden words": _file(
        par("Seen ", run("unseen words", "<w:vanish/>"), " again."),
        told=("hidden text is left out",),
        gone=("unseen", "words"),
    ),
    "comments": _file(
        par(
            '<w:commentRangeStart w:id="0"/>',
            "A claim",
            '<w:commentRangeEnd w:id="0"/>',
            '<w:r><w:commentReference w:id="0"/></w:r>',
            " is made.",
        ),
        COMMENTED,
        ("comments are listed",),
    ),
    "words that were moved": _file(
        par(
            '<w:moveFrom w:id="1">' + run("gone away ") + "</w:moveFrom>",
            "The text ",
            '<w:moveTo w:id="2">' + run("come here") + "</w:moveTo>",
            ".",
        ),
        gone=("gone", "away"),
    ),
    "a whole paragraph inserted": _file(
        par(TEXT)
        + f'<w:p><w:pPr><w:rPr><w:ins w:id="3"/></w:rPr></w:pPr><w:ins w:id="4">{run(MORE)}</w:ins></w:p>'
    ),
    "a picture between words": _file(par("Before it ", picture("A gauge"), " after it.")),
    "two pictures in a paragraph": _file(par(picture("One gauge"), picture("Another gauge")) + par(TEXT)),
    "a linked picture": _file(
        par(
            '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p"/><a:graphic><a:graphicData>'
            "<pic:pic><pic:blipFill>"
            '<a:blip r:link="rId8"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r>"
        )
        + par(TEXT),
        links=f'<Relationship Id="rId8" Type="{KIND}/image" Target="https://example.org/a.png" '
        'TargetMode="External"/>',
        told=("from elsewhere is not fetched",),
    ),
    "a drawing of windows": _file(
        par(picture("A gauge")) + par(TEXT),
        {"word/media/image1.png": b"\x01\x00\x00\x00" + b"\0" * 36 + b" EMF" + b"\0" * 60},
        ("in a format that cannot be set (a drawing of Windows)",),
    ),
    "an old drawing of windows": _file(
        par(picture("A gauge")) + par(TEXT),
        {"word/media/image1.png": b"\x01\x00\x09\x00\x00\x03" + b"\0" * 60},
        ("in a format that cannot be set (a drawing of Windows)",),
    ),
    "a document in the document": _file(
        '<w:altChunk r:id="rId7"/>' + par(TEXT), told=("a document in the document is left out",)
    ),
    "a file in the document": _file(
        par(
            TEXT,
            '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/>'
            "</w:object></w:r>",
        ),
        told=("an embedded file is left out",),
    ),
    "a running head": _file(
        par(TEXT),
        {"word/header1.xml": f"<w:hdr {NAMES}>{par('Draft of May')}</w:hdr>"},
        ("a header is left out",),
    ),
    "words raised, lowered and in capitals": _file(
        par(
            "CO",
            run("2", '<w:vertAlign w:val="subscript"/>'),
            " and m",
            run("3", '<w:vertAlign w:val="superscript"/>'),
        )
        + par(run("small letters", "<w:smallCaps/>"), " and ", run("struck", "<w:strike/>"), ".")
    ),
    "a highlight": _file(
        par("Some ", run("marked words", '<w:highlight w:val="yellow"/>'), "."),
        told=("the highlight of words",),
    ),
    "signs that Markdown reads": _file(
        par("5 * 6 = 30, a_b_c, [x] and <y> & #1 `z` $5 and ~6~ ^7^ | 8.")
        + par("1. A line with a number of its own")
        + par("+ and - and > at a beginning"),
    ),
    "a long table": _file(table(*((f"Row {number}", f"Value {number}") for number in range(120)))),
    "a table alone in a cell": _file(
        table((table(("deep", "deeper")) + par(""),)), told=("a table of one cell",)
    ),
    "sections with columns": _file(
        par(TEXT)
        + '<w:p><w:pPr><w:sectPr><w:cols w:num="2"/></w:sectPr></w:pPr></w:p>'
        + par(MORE)
        + "<w:sectPr/>",
        told=("sections and columns are left out",),
    ),
    "headings that are empty": _file(par("", style="berschrift2") + par(TEXT)),
    "a quotation by its indent": _file(
        par(TEXT, formats='<w:ind w:left="720" w:right="720"/>') + par(MORE), told=("is a quotation",)
    ),
}

LANGUAGES = {
    "de-DE": "Der Fluss entspringt in den Bergen, und „niemand“ liest die Pegel der Länder.",
    "fr-FR": "La rivière naît dans les collines ; « personne » ne lit les jauges.",
    "ru-RU": "Река начинается в горах, и никто не читает уровни воды каждый день.",
    "el-GR": "Ο ποταμός πηγάζει στους λόφους και κανείς δεν διαβάζει τις στάθμες.",
    "ar-SA": "ينبع النهر من التلال ويصل إلى البحر بعد تسعمئة كيلومتر.",
    "he-IL": "הנהר נובע בהרים ומגיע אל הים אחרי תשע מאות קילומטרים.",
    "fa-IR": "رودخانه از تپه‌ها سرچشمه می‌گیرد و به دریا می‌رسد.",
    "zh-CN": "河流发源于山区,九百公里后流入大海。三个国家各自测量。",
    "ja-JP": "川は丘に発し、九百キロメートルを経て海に注ぐ。",
    "hi-IN": "नदी पहाड़ियों से निकलती है और समुद्र तक पहुँचती है।",
    "th-TH": "แม่น้ำเริ่มต้นบนเนินเขาและไหลลงสู่ทะเล",
}
"""A sentence in each language."""


def _in_language(language: str, sentence: str) -> WordFile:
    """A text with a note, a list and a table in a language; from right to left where it runs so."""
    bidi = "<w:bidi/>" if language[:2] in ("ar", "he", "fa") else ""
    spoken = f'<w:lang w:val="{language}"/>' + ("<w:rtl/>" if bidi else "")
    words = run(sentence, spoken)
    body = (
        par(words, note(1), formats=bidi)
        + entry(sentence, 1)
        + table(("1", sentence), ("2", par(words, formats=bidi)))
        + par(words, formats=bidi)
    )
    return _file(body, {**footnotes(foot(sentence)), **NUMBERING}, language=language, links=LIST_LINKS)


CORPUS |= {f"in {language}": _in_language(language, sentence) for language, sentence in LANGUAGES.items()}
