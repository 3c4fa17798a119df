"""Codes of the house style: what `[style]` in `issuebrief.toml` asks for.

In:  nothing.
Out: `STYLE_CODES`, a table by code.
"""

from __future__ import annotations

from issuebrief.diagnostics.code_kinds import Code, a_info, a_warning

STYLE_CODES: dict[str, Code] = {
    "style.too-long": a_warning("A part of the brief has more words than the house allows."),
    "style.too-short": a_warning("The text has fewer words than the house wants."),
    "style.long-sentence": a_warning("A sentence has more words than the house allows."),
    "style.long-paragraph": a_warning("A paragraph has more words than the house allows."),
    "style.quotation": a_warning("A long quotation is not a block, or a short one is."),
    "style.section-missing": a_warning("The brief lacks a section that the house requires."),
    "style.section-order": a_warning("Sections are not in the order of the house."),
    "style.preferred-word": a_warning("The house spells a word or name differently."),
    "style.avoided-word": a_warning("The text has a word that the house avoids."),
    "style.english": a_warning("A word is in the other spelling of English."),
    "style.first-person": a_warning("The text is in the first person."),
    "style.serial-comma": a_warning("A list has, or lacks, the comma before its last item."),
    "style.capitals": a_warning("Several words in a row are in capitals."),
    "style.heading-case": a_warning("The capitals of a heading are not those of the house."),
    "style.heading-full-stop": a_warning("A heading ends with a full stop."),
    "style.number": a_warning("A small number is in figures."),
    "style.thousands": a_warning("The thousands of a number are not separated as the house does it."),
    "style.percent": a_warning("Per cent is not written as the house writes it."),
    "style.range": a_warning("A range of numbers mixes a word with a dash, or has a hyphen."),
    "style.decade": a_warning("A decade has an apostrophe."),
    "style.currency": a_warning("The sign of a currency is on the wrong side of its sum."),
    "style.date": a_warning("A date is not in the form of the house."),
    "style.abbreviation-unexplained": a_warning("An abbreviation is never explained."),
    "style.abbreviation-late": a_warning("An abbreviation is used before it is explained."),
    "style.abbreviation-twice": a_warning("An abbreviation is explained twice."),
    "style.abbreviation-unused": a_warning("An abbreviation is explained and never used."),
    "style.note-ibid": a_warning("A note says “ibid.” or the like."),
    "style.note-accessed": a_warning("A note lacks the date of access, or gives one."),
    "style.note-archive": a_warning("A note gives no archived copy of a web page."),
    "style.note-bare-url": a_warning("A note is nothing but an address."),
    "style.note-doi": a_warning("A DOI is not written as an address."),
    "style.note-full-stop": a_warning("A note has, or lacks, a full stop at its end."),
    "style.note-order": a_warning("The parts of a citation are in another order than the house's."),
    "style.note-repeated": a_warning("A work is cited in full more than once."),
    "style.note-accessed-form": a_warning("A date of access is not worded as the house words it."),
    "style.misspelled": a_warning("A word is in no dictionary."),
    "style.no-dictionary": a_info("The spelling of a language cannot be checked."),
    "style.series-person": a_warning("Briefs differ in what they say of a person."),
    "style.series-name": a_warning("A name is spelled differently in several briefs."),
    "style.series-number": a_warning("The numbers of a series have a gap, or one is used twice."),
    "style.series-issn": a_warning("Briefs of one series have different ISSNs."),
}
