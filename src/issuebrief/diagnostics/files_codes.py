"""Codes of the files that are written, and the program itself.

In:  nothing.
Out: `FILES_CODES`, a table by code.
"""

from issuebrief.diagnostics.code_kinds import Code, a_error, a_fault, a_info, a_warning

FILES_CODES: dict[str, Code] = {
    # The files.
    "fonts.no-glyph": a_error("No font has this character."),
    "fonts.no-cut": a_warning("A font lacks a style or small capitals that the text uses."),
    "fonts.narrow-marks": a_warning("A Latin font sets marks of Chinese or Japanese."),
    "fonts.undeclared": a_warning("A theme uses a font that it does not declare."),
    "fonts.not-loaded": a_fault("A font that a style sheet declares cannot be loaded."),
    "fonts.from-the-machine": a_warning("A font was taken from the machine, not from the theme."),
    "fonts.not-embedded": a_error("A font is not embedded in the file."),
    "claim.withheld": a_warning("The PDF does not claim PDF/UA and PDF/A, because it does not conform."),
    "compare.no-revision": a_fault("An earlier version of a brief cannot be had from git."),
    "compare.no-room": a_warning("The margin has no room for two versions of what stands there."),
    "compare.earlier": a_warning("The earlier version of a brief has errors."),
    "press.no-profile": a_fault("There is no colour profile with that name."),
    "press.profile": a_fault("A file is not a usable colour profile."),
    "press.ink": a_fault("The ink limit is not a valid percentage."),
    "press.finishing": a_fault("How the press file is to be finished cannot be done."),
    "press.blank-pages": a_info("Blank pages are added to the press file."),
    "press.colour": a_error("The press file contains a colour that is not in CMYK."),
    "press.too-much-ink": a_error("A spot has more ink than the paper takes."),
    "press.draft": a_error("A draft is to be printed."),
    "press.spot-mixed": a_warning("A gradient in a spot ink is printed in process inks."),
    "press.small-colour": a_info("Small text in a colour of the theme is printed in another colour."),
    "press.small-text": a_warning("Small text is printed in several inks."),
    "press.white-overprint": a_error("White text or a white shape overprints."),
    "press.thin-line": a_warning("A line is too thin for a press."),
    "web.picture": a_fault("A picture cannot be included in the web page."),
    "web.no-face": a_warning("The web page has no font for some letters."),
    "web.left-out": a_warning("The web page leaves out something that could do harm."),
    "deposit.none": a_info("No deposit is made of a brief without a DOI."),
    "deposit.lacking": a_fault("A deposit lacks what the registration agency requires."),
    "deposit.prefix": a_error("A DOI does not begin with the institute's prefix."),
    "deposit.same-doi": a_error("Two publications have the same DOI."),
    "deposit.unfit": a_fault("A value does not fit into the agency's format."),
    "deposit.early": a_warning("A text that is not public yet is to be deposited."),
    "deposit.sparse": a_info("A deposit does without what readers find it by."),
    "output.not-written": a_fault("A file cannot be written."),
    "release.other-version": a_fault("A brief says that it is another version than the one released."),
    "output.too-much": a_fault("A brief's folder holds too much to be taken elsewhere."),
    # The program.
    "machine.library-missing": a_fault("A library that issuebrief needs is missing on the machine."),
    "machine.exhausted": a_fault("The machine has run out of memory, disk space or open files."),
    "machine.out-of-time": a_fault("A brief took too long and was stopped."),
    "internal.fault": a_fault("issuebrief itself failed."),
    "internal.worker-died": a_fault("The process working on a brief ended without a result."),
}
