"""Codes of the site that briefs are published as.

In:  nothing.
Out: `SITE_CODES`, a table by code.
"""

from issuebrief.diagnostics.code_kinds import Code, a_fault, a_info, a_warning

SITE_CODES: dict[str, Code] = {
    "site.no-address": a_warning("The site has no address."),
    "site.address-taken": a_fault("Two pages want the same address on the site."),
    "site.elsewhere": a_warning("A brief has an address that is not on the site."),
    "site.former-address": a_fault("A former address of a brief cannot lead to it."),
    "site.only-by-rule": a_warning("A former address leads on only where the server reads _redirects."),
    "site.held-back": a_info("A brief is not published yet."),
    "site.in-english": a_info("Words of the site are in English."),
    "site.no-card": a_warning("The picture for link previews cannot be drawn."),
    "site.not-ours": a_fault("A file of somebody else is in the way of the site."),
    "site.changed-file": a_warning("A file that the site no longer needs was changed by somebody."),
}
"""They stand behind those of finished files."""
