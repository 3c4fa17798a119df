"""Every code that a problem can have, with its severity and what it stands for.

In:  nothing; the tables are those beside it.
Out: `CODES`, a table by code; `docs/problems.md` has a section for each, as a test makes sure.
"""

from issuebrief.diagnostics.charts_codes import CHARTS_CODES
from issuebrief.diagnostics.code_kinds import Code
from issuebrief.diagnostics.files_codes import FILES_CODES
from issuebrief.diagnostics.pages_codes import PAGES_CODES
from issuebrief.diagnostics.site_codes import SITE_CODES
from issuebrief.diagnostics.source_codes import SOURCE_CODES
from issuebrief.diagnostics.style_codes import STYLE_CODES
from issuebrief.diagnostics.text_codes import TEXT_CODES

CODES: dict[str, Code] = {
    **SOURCE_CODES,
    **TEXT_CODES,
    **STYLE_CODES,
    **CHARTS_CODES,
    **PAGES_CODES,
    **FILES_CODES,
    **SITE_CODES,
}
"""All codes, in the order of a brief's path."""

RULES = tuple(code for code, meaning in CODES.items() if meaning.rule)
"""The codes that a house may rule on."""
