"""The shapes of the values of WeasyPrint, pydyf and tinycss2, which have no types, as far as they are used.

In:  nothing; nothing here is imported when the program runs.
Out: protocols, which say what is leaned on; `tests/layout/test_engine_guard.py` checks their methods.
     `Any` stands where a library gives or takes anything: the values of styles, of tokens and of PDF
     dictionaries.
"""

from issuebrief.engine.protocols.boxes import (
    Background,
    BackgroundLayer,
    BlockAnswer,
    ColumnsAnswer,
    HoldsBlocks,
    LayoutBox,
    MadePage,
    NextPage,
    PageType,
    ReplacedContent,
    SkipStack,
    TextLayout,
    UnplacedBox,
)
from issuebrief.engine.protocols.contexts import (
    DrawnPage,
    Fetcher,
    HeadOfPage,
    HtmlDocument,
    LaidOutDocument,
    PageContext,
    PageCounters,
    PageMakerItem,
    PageState,
    TargetCollector,
)
from issuebrief.engine.protocols.css import CssColor, CssElement, CssNode
from issuebrief.engine.protocols.pdf import (
    DrawnFont,
    DrawnPicture,
    DrawnStream,
    Matrix,
    Orientation,
    PdfDictionary,
    PdfFile,
    PdfObject,
    PdfStream,
    StackingContext,
)
from issuebrief.engine.protocols.styles import BoxStyle, FontConfig, StyleFor
from issuebrief.engine.protocols.svg import SvgDrawing, SvgNode, SvgPicture

__all__ = [
    "Background",
    "BackgroundLayer",
    "BlockAnswer",
    "BoxStyle",
    "ColumnsAnswer",
    "CssColor",
    "CssElement",
    "CssNode",
    "DrawnFont",
    "DrawnPage",
    "DrawnPicture",
    "DrawnStream",
    "Fetcher",
    "FontConfig",
    "HeadOfPage",
    "HoldsBlocks",
    "HtmlDocument",
    "LaidOutDocument",
    "LayoutBox",
    "MadePage",
    "Matrix",
    "NextPage",
    "Orientation",
    "PageContext",
    "PageCounters",
    "PageMakerItem",
    "PageState",
    "PageType",
    "PdfDictionary",
    "PdfFile",
    "PdfObject",
    "PdfStream",
    "ReplacedContent",
    "SkipStack",
    "StackingContext",
    "StyleFor",
    "SvgDrawing",
    "SvgNode",
    "SvgPicture",
    "TargetCollector",
    "TextLayout",
    "UnplacedBox",
]
