"""Codes of what comes in: files, manuscripts, front matter and configuration.

In:  nothing.
Out: `SOURCE_CODES`, a table by code.
"""

from issuebrief.diagnostics.code_kinds import Code, a_fault, a_info, a_warning

SOURCE_CODES: dict[str, Code] = {
    # The file.
    "source.missing": a_fault("The file does not exist."),
    "source.not-a-file": a_fault("The path is not a file."),
    "source.unreadable": a_fault("The file cannot be read."),
    "source.outside": a_fault("The file is a link that leads out of its folder."),
    "source.too-large": a_fault("The file is too large to be a text."),
    "source.not-utf-8": a_fault("The file is not encoded in UTF-8."),
    "source.control-character": a_fault("The file contains an invisible control character."),
    "source.no-character": a_fault("A numeric reference is no character."),
    "source.empty": a_fault("The file is empty."),
    "source.no-front-matter": a_fault("The file does not start with front matter."),
    "source.unclosed-front-matter": a_fault("The front matter is opened but never closed."),
    "source.empty-body": a_warning("There is no text after the front matter."),
    "source.very-long": a_warning("The text is so long that it takes much memory."),
    # A manuscript from a word processor.
    "word.no-pandoc": a_fault("The program that reads Word files is not installed."),
    "word.unreadable": a_fault("A manuscript cannot be read."),
    "word.too-large": a_fault("A manuscript is too large to be read."),
    "word.tracked-change": a_fault("A manuscript has a tracked change that is open."),
    "word.lost": a_fault("Something of a manuscript is missing from the brief made of it."),
    "word.left-out": a_warning("Something of a manuscript is not carried into the brief."),
    "word.missing": a_warning("A manuscript lacks something that a brief needs."),
    "word.conflict": a_warning("A correction meets a change that was made in the brief meanwhile."),
    "word.no-version": a_warning("A Word file does not say which version of a brief it was made of."),
    "word.guess": a_info("Part of a manuscript is taken for what it looks like."),
    "word.changed": a_info("Part of a manuscript is carried in another form."),
    # The front matter.
    "front-matter.yaml": a_fault("The front matter is not YAML."),
    "front-matter.not-keys": a_fault("The front matter, or the publisher's file, does not consist of keys."),
    "front-matter.key": a_fault("A key is a list or a group."),
    "front-matter.duplicate-key": a_fault("A key is given twice."),
    "front-matter.unknown-key": a_fault("A key is unknown."),
    "front-matter.missing": a_fault("A required key is missing or empty."),
    "front-matter.empty-entry": a_warning("An entry of a list is empty."),
    "front-matter.lost-to-comment": a_fault("A value is lost because an unquoted # starts a comment."),
    "front-matter.cut-by-comment": a_warning("A value ends at an unquoted #, which starts a comment."),
    "front-matter.wrong-form": a_fault("A value does not have the form that its key requires."),
    "front-matter.wrong-type": a_fault("A value is not of the type that its key requires."),
    "front-matter.check-digit": a_fault("The check digit of an ORCID iD, ISSN or ROR ID is wrong."),
    "front-matter.curly-quotes": a_warning("A value is in curly quotation marks."),
    "front-matter.list-like": a_warning("A text holds lines that look like the entries of a list."),
    "front-matter.tag": a_fault("A value starts with an unquoted !, which is a tag in YAML."),
    "front-matter.merge": a_fault("Something other than a group of keys is merged."),
    "front-matter.endless-alias": a_fault("A YAML alias refers to a value that contains it."),
    "front-matter.undefined-alias": a_fault("A YAML alias is not defined."),
    "front-matter.too-deep": a_fault("The front matter is nested too deeply."),
    "front-matter.too-large": a_fault("The front matter has too many values."),
    "front-matter.too-long": a_fault("A value, or a word in it, is far too long."),
    "front-matter.language-without-hyphenation": a_warning("The language has no hyphenation patterns."),
    "front-matter.language-without-labels": a_warning("There are no labels in the language."),
    "front-matter.day-order": a_fault("A day lies before the day of publication, which it must follow."),
    "front-matter.embargo-over": a_warning("An embargo is over and still printed."),
    "front-matter.incomplete-citation": a_warning("The brief's own citation lacks its title or DOI."),
    "front-matter.two-licences": a_warning("The copyright names another licence than the key for it."),
    "front-matter.part-of-person": a_warning("A family name or a ROR ID does not belong to its person."),
    "front-matter.label-in-english": a_warning("A label is in English, for want of one in the language."),
    "editions.language": a_warning("The name of a file gives another language than its front matter."),
    "editions.institute": a_warning("A translation has sentences of its institute in another language."),
    "editions.out-of-step": a_warning("A translation differs from its original in more than its words."),
    # Configuration.
    "configuration.toml": a_fault("issuebrief.toml is not TOML."),
    "configuration.unknown-key": a_fault("issuebrief.toml has an unknown key."),
    "configuration.unknown-rule": a_fault("issuebrief.toml sets the severity of a code that is not a rule."),
    "configuration.wrong-value": a_fault("A value in issuebrief.toml is not allowed for its key."),
}
