"""Every code that a problem can have, with its severity and what it stands for.

In:  nothing.
Out: `CODES`, a table by code; `docs/problems.md` has a section for each, as a test makes sure.
"""

from __future__ import annotations

from dataclasses import dataclass

from issuebrief.diagnostics.model import Severity


@dataclass(frozen=True)
class Code:
    """What a code stands for.

    `severity` is what it has unless the house rules otherwise, which it may where the brief can be printed
    in spite of the problem: those are `rules`.
    """

    severity: Severity
    title: str
    rule: bool = False


def _fault(title: str) -> Code:
    """An error that leaves nothing to print."""
    return Code(Severity.ERROR, title)


def _error(title: str) -> Code:
    """An error that a house may take for less."""
    return Code(Severity.ERROR, title, rule=True)


def _warning(title: str) -> Code:
    return Code(Severity.WARNING, title, rule=True)


def _info(title: str) -> Code:
    return Code(Severity.INFO, title, rule=True)


CODES = {
    # The file.
    "source.missing": _fault("The file does not exist."),
    "source.not-a-file": _fault("The path is not a file."),
    "source.unreadable": _fault("The file cannot be read."),
    "source.outside": _fault("The file is a link that leads out of its folder."),
    "source.too-large": _fault("The file is too large to be a text."),
    "source.not-utf-8": _fault("The file is not encoded in UTF-8."),
    "source.control-character": _fault("The file contains an invisible control character."),
    "source.no-character": _fault("A numeric reference is no character."),
    "source.empty": _fault("The file is empty."),
    "source.no-front-matter": _fault("The file does not start with front matter."),
    "source.unclosed-front-matter": _fault("The front matter is opened but never closed."),
    "source.empty-body": _warning("There is no text after the front matter."),
    "source.very-long": _warning("The text is so long that it takes much memory."),
    # The front matter.
    "front-matter.yaml": _fault("The front matter is not YAML."),
    "front-matter.not-keys": _fault("The front matter, or the publisher's file, does not consist of keys."),
    "front-matter.key": _fault("A key is a list or a group."),
    "front-matter.duplicate-key": _fault("A key is given twice."),
    "front-matter.unknown-key": _fault("A key is unknown."),
    "front-matter.missing": _fault("A required key is missing or empty."),
    "front-matter.empty-entry": _warning("An entry of a list is empty."),
    "front-matter.lost-to-comment": _fault("A value is lost because an unquoted # starts a comment."),
    "front-matter.cut-by-comment": _warning("A value ends at an unquoted #, which starts a comment."),
    "front-matter.wrong-form": _fault("A value does not have the form that its key requires."),
    "front-matter.wrong-type": _fault("A value is not of the type that its key requires."),
    "front-matter.check-digit": _fault("The check digit of an ORCID iD or ISSN is wrong."),
    "front-matter.curly-quotes": _warning("A value is in curly quotation marks."),
    "front-matter.list-like": _warning("A text holds lines that look like the entries of a list."),
    "front-matter.tag": _fault("A value starts with an unquoted !, which is a tag in YAML."),
    "front-matter.merge": _fault("Something other than a group of keys is merged."),
    "front-matter.endless-alias": _fault("A YAML alias refers to a value that contains it."),
    "front-matter.undefined-alias": _fault("A YAML alias is not defined."),
    "front-matter.too-deep": _fault("The front matter is nested too deeply."),
    "front-matter.too-large": _fault("The front matter has too many values."),
    "front-matter.too-long": _fault("A value, or a word in it, is far too long."),
    "front-matter.language-without-hyphenation": _warning("The language has no hyphenation patterns."),
    "front-matter.language-without-labels": _warning("There are no labels in the language."),
    "front-matter.right-to-left": _fault("The language is written from right to left."),
    # Configuration.
    "configuration.toml": _fault("issuebrief.toml is not TOML."),
    "configuration.unknown-key": _fault("issuebrief.toml has an unknown key."),
    "configuration.unknown-rule": _fault("issuebrief.toml sets the severity of a code that is not a rule."),
    "configuration.wrong-value": _fault("A value in issuebrief.toml is not allowed for its key."),
    # The text.
    "markup.too-long": _fault("A word, a paragraph or a block of lines is far too long."),
    "markup.too-deep": _fault("The text nests lists, quotations, brackets or HTML too deeply."),
    "markup.unclosed-tag": _warning("An HTML element is opened but never closed."),
    "markup.unclosed-fence": _warning("Fenced code is opened but never closed."),
    "markup.not-allowed": _warning("HTML that runs, loads or submits something is left out."),
    "markup.no-element": _warning("Words in angle brackets look like HTML but are not."),
    "markup.list-like": _warning("A line looks like a list item but is set as prose."),
    "markup.heading-like": _warning("A line looks like a heading but is set as prose."),
    "markup.quotation-like": _warning("A line looks like a quotation but is set as prose."),
    "markup.table-like": _warning("Lines look like the rows of a table but are set as prose."),
    "markup.underlined": _warning("Hyphens directly below a line may turn it into a heading."),
    "markup.term-like": _warning("A sentence is set as a term, because the next line starts with a colon."),
    "markup.code-like": _warning("Prose is set as code because it is indented."),
    "markup.unclosed-box": _fault("A box has no beginning or no end."),
    "markup.unknown-class": _warning("No style sheet knows a class in braces."),
    "markup.unknown-attribute": _warning("An attribute in braces or in a tag has no effect."),
    "markup.stray-attributes": _error("Braces with attributes do not belong to anything."),
    "markup.citation": _error("A source is cited by a key."),
    "markup.formula": _error("The text contains a TeX formula."),
    "markup.tex": _error("The text contains a TeX command."),
    "markup.tex-left-out": _warning("A TeX command is left out."),
    "markup.tracked-change": _error("A tracked change was neither accepted nor rejected."),
    "markup.comment": _error("An editor's comment is left in the text."),
    "markup.short-code": _error("The text contains a shortcode for another program."),
    "markup.wiki-link": _error("A link is written as in a wiki."),
    "markup.directive": _error("The text contains markup for another program."),
    "markup.tag": _warning("The text contains a tag or field of a note-taking program."),
    "markup.parted-link": _warning("The brackets of a link are separated or the wrong way round."),
    "markup.metadata": _error("There is a second front matter in the text."),
    "markup.chunk": _warning("Code that a notebook would run is printed."),
    "text.reminder": _warning("A reminder was left in the text."),
    "text.placeholder": _warning("Placeholder text was left in."),
    "text.unresolved": _warning("A word processor left something behind."),
    "text.garbled": _warning("Letters were read in the wrong encoding."),
    "text.mixed-letters": _warning("A word mixes letters of two scripts that look alike."),
    "text.invisible": _warning("An invisible character reverses or hides letters."),
    "text.mistyped": _warning("The text contains a typing error."),
    "text.unpaired": _warning("A bracket or quotation mark has no partner."),
    "headings.empty": _warning("A heading has no words."),
    "headings.no-text": _warning("There is no text below a heading."),
    "headings.level-one": _warning("A heading is of the first level, which is reserved for the title."),
    "headings.skipped": _warning("A heading skips a level."),
    "notes.undefined": _fault("A note is cited but not defined."),
    "notes.no-place": _error("A note is cited where none can be printed."),
    "notes.unused": _warning("A note is defined but never cited."),
    "notes.typed": _warning("A note is numbered by hand and is part of the text."),
    "notes.duplicated": _fault("A note is defined twice."),
    "notes.empty": _fault("A note has no text."),
    "notes.unclosed": _fault("An inline note does not end."),
    "references.dead": _fault("A link leads to a name that does not exist in the brief."),
    "references.duplicate-id": _warning("An id is used twice, or is reserved."),
    "references.no-text": _fault("A link has no text, and its target provides none."),
    "references.undefined": _warning("The address of a link is not defined."),
    "links.local": _warning("A link leads to a file."),
    "links.scheme": _warning("A link has a type of address that is not allowed."),
    "links.empty": _warning("A link has no address."),
    "pull-quotes.empty": _fault("A pull-quote is empty."),
    "pull-quotes.unclosed": _fault("A pull-quote has no complete brackets."),
    "pull-quotes.misspelt": _fault("The mark of a pull-quote is misspelled."),
    "pull-quotes.in-note": _fault("A sentence in a note is marked as a pull-quote."),
    "pull-quotes.unknown-block": _fault("A block that starts with !!! is of an unknown kind."),
    "pull-quotes.long": _warning("A pull-quote is too long for a sidebar."),
    "pull-quotes.repeated": _warning("The same pull-quote is used twice."),
    "tables.unruled": _fault("A table has no line of hyphens that fits its header row."),
    "tables.grid": _fault("A grid table cannot be read."),
    "tables.too-many-cells": _fault("A row of a table has more cells than the table has columns."),
    "tables.too-few-cells": _warning("A row of a table has fewer cells than the table has columns."),
    "tables.no-cell": _fault("Words in an HTML table are not in a cell."),
    "tables.too-wide": _error("A table is too wide for its place, however its words are divided."),
    "tables.from-tabs": _info("Lines with tabs are set as a table."),
    "tables.widened": _info("A table is set wider than a column, because it doesn't fit in one."),
    "tables.smaller": _info("A table is set in smaller type, so that it fits."),
    # Pictures.
    "figures.no-alternative-text": _error("A picture has no description for readers who cannot see it."),
    "figures.poor-alternative-text": _warning("An alternative text does not describe its picture."),
    "picture.unnamed": _fault("A picture has no file name."),
    "picture.missing": _fault("The file of a picture does not exist."),
    "picture.outside": _fault("A picture is outside the brief's folder."),
    "picture.network": _fault("A picture is on the network, and nothing is fetched from there."),
    "picture.inline": _fault("A picture is embedded in the text."),
    "picture.not-a-file": _fault("The name of a picture is not that of a file."),
    "picture.unreadable": _fault("The file of a picture cannot be read."),
    "picture.empty": _fault("The file of a picture is empty."),
    "picture.kind": _fault("The format of a picture is not supported."),
    "picture.not-a-picture": _fault("A file named as a picture is not one."),
    "picture.broken": _fault("A picture is damaged or incomplete."),
    "picture.too-large": _fault("A picture is too large to process."),
    "picture.too-complex": _fault("An SVG draws too many elements."),
    "picture.too-deep": _fault("An SVG nests its elements too deeply."),
    "picture.script": _fault("An SVG contains a script."),
    "picture.refers": _fault("An SVG refers to something outside itself."),
    "picture.moving": _warning("A picture is animated, and only its first image is used."),
    "picture.left-out": _warning("Part of an SVG is not drawn."),
    "picture.not-drawn": _fault("An SVG cannot be drawn completely."),
    "picture.text-lost": _fault("Text in an SVG is missing or cut off."),
    "figures.number": _warning("The number typed in a caption is not the number of its figure."),
    "figures.caption-alone": _warning("A caption is not next to a picture or table."),
    "figures.span": _warning("A width across columns has no effect here."),
    "figures.place": _warning("A place is given that an element cannot have."),
    "picture.size": _warning("The width or height of a picture is not a valid size."),
    "picture.distorted": _warning("The width and height of a picture would distort it."),
    "picture.shrunk": _warning("A picture is made much smaller, because its page has no room for it."),
    "picture.in-line": _warning("A picture is in a line of text and taller than the line."),
    "picture.coarse": _error("A picture has so few pixels that they are visible."),
    "picture.low-resolution": _warning("A picture has fewer pixels than a printing press can reproduce."),
    "logo.faint": _warning("The institute's logo can hardly be seen on its ground."),
    # Theme and templates.
    "brand.face": _fault("The institute's file names a family of fonts that does not exist."),
    "brand.no-font": _warning("A _brand.yml names a family of fonts whose files are not there."),
    "brand.unknown": _warning("A _brand.yml has a key that its format does not have."),
    "brand.unusable": _warning("A value in a _brand.yml cannot be used."),
    "brand.unused": _info("Part of a _brand.yml is of no use for a brief."),
    "theme.unknown": _fault("There is no theme with that name."),
    "theme.inks": _fault("A theme sets inks that cannot be printed, or that have no colour."),
    "theme.too-much-ink": _warning("A colour of the theme has more ink than the paper takes."),
    "style.import": _fault("A style sheet imports a missing one, or itself."),
    "style.too-large": _fault("A style sheet exceeds a limit."),
    "style.unreadable": _fault("A style sheet cannot be read, or must not be."),
    "style.no-token": _fault("A style sheet uses an undefined design token."),
    "style.unused-token": _warning("A theme sets a misspelled design token, which nothing uses."),
    "style.unused-class": _warning("A theme has a rule for a misspelled class, which nothing has."),
    "style.not-understood": _fault("A style sheet contains CSS that is not supported."),
    "style.prefixed": _warning("A style sheet has a browser-specific property."),
    "style.breaks-layout": _fault("A value in a style sheet makes the layout fail."),
    "style.no-length": _fault("A design token that must be a length is not one."),
    "style.misfit": _fault("The design tokens do not fit the page size."),
    "style.room-left": _warning("The measures across a page add up to less than its width."),
    "style.outweighed": _warning("A rule of a theme has no effect, since another weighs more."),
    "style.no-room": _fault("The margins of the pages leave no room."),
    "template.missing": _fault("A template does not exist."),
    "template.unreadable": _fault("A template cannot be read, or must not be."),
    "template.broken": _fault("A template cannot be filled in."),
    "template.not-utf-8": _fault("A template is not encoded in UTF-8."),
    "resources.changed": _fault("A file was changed while the brief was set."),
    "resources.not-loaded": _fault("A file that a style sheet or template names is not used."),
    # The layout.
    "sidebar.too-tall": _fault("An element in the sidebar is taller than a page."),
    "sidebar.overfull": _fault("The sidebars cannot hold all their blocks."),
    "compose.line-by-line": _info("A paragraph is broken line by line, not as a whole."),
    "compose.word-cut": _warning("A word is cut in the middle of a syllable."),
    "links.dead": _fault("A link goes to a target that is not on the pages."),
    "engine.message": _warning("The layout engine reports something."),
    "text.lost": _error("Text that was typed is missing from a deliverable."),
    "text.left-out": _warning("A front matter value is missing from a deliverable."),
    "text.changed": _warning("Text is printed differently from how it was typed."),
    "text.doubled": _warning("Text that was typed once is printed twice."),
    "text.moved": _warning("Text is printed elsewhere than it was typed."),
    "markup.printed": _warning("Markup is printed as typed."),
    "text.off-page": _error("Text is outside the page."),
    "text.over-margin": _error("A line is wider than its space."),
    "text.cut": _error("Part of a line is cut off."),
    "text.overprinted": _error("Text overlaps other text, a picture or a box."),
    "picture.off-page": _error("A picture is outside the page."),
    "picture.over-margin": _error("A picture is larger than its space."),
    "picture.cut": _error("Part of a picture is cut off."),
    "picture.overprinted": _error("A picture overlaps another picture or a box."),
    "boxes.off-page": _error("A table, box or rule is outside the page."),
    "boxes.over-margin": _error("A table, box or rule is larger than its space."),
    "figures.parted": _error("A caption is separated from its picture or table."),
    "lines.loose": _warning("The words of a line are too far apart."),
    "lines.ladder": _warning("Several lines in a row end in a hyphen."),
    "lines.widow": _warning("The last line of a paragraph is alone at the top of a column."),
    "lines.orphan": _warning("The first line of a paragraph is alone at the foot of a column."),
    "headings.stranded": _warning("A heading is separated from its text."),
    "columns.off-grid": _warning("Lines of text do not agree with those in the column beside them."),
    "columns.uneven": _warning("Columns side by side differ in length."),
    "pages.half-empty": _warning("A page is less than half full."),
    "sidebar.parted": _warning("A sidebar block is on a different page from its passage."),
    "sidebar.spare-lines": _warning("Empty lines were added after the text to make room for the sidebar."),
    "abstract.long": _warning("The abstract does not fit on the first page."),
    "rules.hairline": _warning("A rule is too thin to print."),
    "text.too-small": _warning("Text is too small to be read."),
    "contrast.low": _warning("Text has too little contrast with its background."),
    "links.wordless": _warning("The words of a link do not say where it leads."),
    "metadata.incomplete": _info("The front matter lacks facts that indexing services need."),
    # The files.
    "fonts.no-glyph": _error("No font has this character."),
    "fonts.no-cut": _warning("A font lacks a style or small capitals that the text uses."),
    "fonts.undeclared": _warning("A theme uses a font that it does not declare."),
    "fonts.not-loaded": _fault("A font that a style sheet declares cannot be loaded."),
    "fonts.from-the-machine": _warning("A font was taken from the machine, not from the theme."),
    "fonts.not-embedded": _error("A font is not embedded in the file."),
    "claim.withheld": _warning("The PDF does not claim PDF/UA and PDF/A, because it does not conform."),
    "press.no-profile": _fault("There is no colour profile with that name."),
    "press.profile": _fault("A file is not a usable colour profile."),
    "press.ink": _fault("The ink limit is not a valid percentage."),
    "press.colour": _error("The press file contains a colour that is not in CMYK."),
    "press.too-much-ink": _error("A spot has more ink than the paper takes."),
    "web.picture": _fault("A picture cannot be included in the web page."),
    "web.no-face": _warning("The web page has no font for some letters."),
    "web.left-out": _warning("The web page leaves out something that could do harm."),
    "output.not-written": _fault("A file cannot be written."),
    # The program.
    "machine.library-missing": _fault("A library that issuebrief needs is missing on the machine."),
    "machine.exhausted": _fault("The machine has run out of memory, disk space or open files."),
    "machine.out-of-time": _fault("A brief took too long and was stopped."),
    "internal.fault": _fault("issuebrief itself failed."),
    "internal.worker-died": _fault("The process working on a brief ended without a result."),
}
"""All codes, in the order of a brief's path."""

RULES = tuple(code for code, meaning in CODES.items() if meaning.rule)
"""The codes that a house may rule on."""
