"""The styles of the template, as `word/styles.xml`.

In:  a look, and the language of the text.
Out: XML. The names of styles are those that Word and the import know them by.

Sizes are half points, distances twentieths of a point (ECMA-376, 17.18.42 and 17.18.81).
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

if TYPE_CHECKING:
    from issuebrief.word_template.template_look import TemplateLook

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RIGHT_TO_LEFT = ("ar", "fa", "he", "ur", "yi", "ps", "ckb", "dv", "ug")
BODY = 22


def style_id(name: str) -> str:
    """The id of a style: its name as one word."""
    return "".join(word[0].upper() + word[1:] for word in name.split())


def face(family: str) -> str:
    """A face for letters of all scripts that it has."""
    value = quoteattr(family)
    return f"<w:rFonts w:ascii={value} w:hAnsi={value} w:cs={value}/>"


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def _spacing(before: int, after: int, line: int = 0) -> str:
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def _edge(side: str, colour: str, size: int = 12) -> str:
    return f'<w:pBdr><w:{side} w:val="single" w:sz="{size}" w:space="8" w:color="{colour}"/></w:pBdr>'


def _paragraph(
    name: str,
    paragraph: str,
    run: str = "",
    based_on: str = "Normal",
    following: str = "Normal",
    rank: int = 10,
) -> str:
    own = style_id(name)
    custom = "" if name in BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{own}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/><w:next w:val="{following}"/>'
        f'<w:uiPriority w:val="{rank}"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


BUILT_IN = {
    "Title", "Subtitle", "Date", "heading 1", "heading 2", "heading 3", "Quote", "caption", "footnote text",
    "List Bullet", "List Number",
}  # fmt: skip
"""Word's own styles, which it shows in the author's language."""


def styles_xml(look: TemplateLook, language: str) -> str:
    """All styles."""
    colours = look.colours
    bidi = "<w:bidi/>" if language.partition("-")[0].lower() in RIGHT_TO_LEFT else ""
    lang = quoteattr(language)
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{face(look.text)}{_colour(colours['ink'])}{_size(BODY)}"
        f"<w:lang w:val={lang} w:eastAsia={lang} w:bidi={lang}/></w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{bidi}{_spacing(0, 120, 288)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    parts = [defaults, normal, *_front(look), *_body(look), _others(colours["hairline"])]
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles {W}>{"".join(parts)}</w:styles>'
    )


def _front(look: TemplateLook) -> list[str]:
    """The styles of what becomes the front matter."""
    colours, sans = look.colours, face(look.heading)
    quiet = f"{sans}{_colour(colours['quiet'])}"
    author, affiliation = style_id("Author"), style_id("Author Affiliation")
    return [
        _paragraph(
            "Brief Instruction",
            f'<w:shd w:val="clear" w:color="auto" w:fill="{colours["tint"]}"/>{_spacing(60, 120, 259)}',
            f"{sans}{_colour(colours['quiet'])}{_size(18)}",
            rank=99,
        ),
        _paragraph(
            "Title",
            f"<w:keepNext/>{_spacing(0, 60, 240)}",
            f"{face(look.title)}{_colour(colours['brand'])}{_size(56)}",
            following="Subtitle",
        ),
        _paragraph(
            "Subtitle",
            _spacing(0, 200, 240),
            f"{face(look.title)}<w:i/>{_colour(colours['quiet'])}{_size(30)}",
            following=author,
        ),
        _paragraph(
            "Author", _spacing(0, 0), f"{sans}{_colour(colours['accent'])}{_size(22)}", following=affiliation
        ),
        _paragraph("Author Affiliation", _spacing(0, 0), f"{quiet}{_size(20)}", following="AuthorBio"),
        _paragraph("Author Bio", _spacing(0, 120), f"{quiet}{_size(18)}", following="Date"),
        _paragraph("Date", _spacing(0, 120), f"{quiet}{_size(20)}", following="Keywords"),
        _paragraph("Keywords", _spacing(0, 200), f"{quiet}{_size(18)}", following="Abstract"),
        _paragraph(
            "Abstract",
            f"{_edge('top', colours['accent'])}{_spacing(120, 120, 300)}",
            f"{face(look.title)}<w:i/>{_colour(colours['brand'])}{_size(24)}",
            following="KeyPoint",
        ),
        _paragraph(
            "Key Point",
            f'{_edge("left", colours["accent"])}{_spacing(0, 80)}<w:ind w:left="284"/>',
            f"{sans}{_colour(colours['brand'])}{_size(20)}",
            following="KeyPoint",
        ),
    ]


def _body(look: TemplateLook) -> list[str]:
    """The styles of the text."""
    colours, sans = look.colours, face(look.heading)
    heading = '<w:keepNext/><w:keepLines/>{}<w:outlineLvl w:val="{}"/>'
    brand, accent = _colour(colours["brand"]), _colour(colours["accent"])
    small = f"{sans}{_colour(colours['quiet'])}{_size(18)}"
    return [
        _paragraph(
            "heading 1", heading.format(_spacing(320, 80), 0), f"{sans}<w:b/>{brand}{_size(30)}", rank=9
        ),
        _paragraph(
            "heading 2", heading.format(_spacing(240, 60), 1), f"{sans}<w:b/>{accent}{_size(25)}", rank=9
        ),
        _paragraph(
            "heading 3", heading.format(_spacing(200, 40), 2), f"{sans}<w:i/>{brand}{_size(22)}", rank=9
        ),
        _paragraph("Quote", f'{_spacing(120, 160)}<w:ind w:left="567" w:right="567"/>'),
        _paragraph(
            "Pull Quote",
            f'{_edge("left", colours["accent"], 18)}{_spacing(160, 160)}<w:ind w:left="567" w:right="567"/>',
            f"{face(look.title)}{brand}{_size(26)}",
        ),
        _paragraph("List Bullet", '<w:numPr><w:numId w:val="1"/></w:numPr><w:contextualSpacing/>'),
        _paragraph("List Number", '<w:numPr><w:numId w:val="2"/></w:numPr><w:contextualSpacing/>'),
        _paragraph("caption", f"<w:keepLines/>{_spacing(60, 60)}", small, following="Source", rank=35),
        _paragraph("Source", _spacing(0, 240), f"{sans}<w:i/>{_colour(colours['quiet'])}{_size(17)}"),
        _paragraph("Reference", f'{_spacing(0, 80)}<w:ind w:left="426" w:hanging="426"/>', _size(20)),
        _paragraph("footnote text", _spacing(0, 40, 240), _size(18), following="FootnoteText", rank=99),
    ]


def _others(line: str) -> str:
    """Marks of notes, and the style of tables."""
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{line}"/>'
        for side, size in (("top", 8), ("bottom", 8), ("insideH", 4))
    )
    return (
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="table" w:customStyle="1" w:styleId="BriefTable"><w:name w:val="Brief Table"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
    )
