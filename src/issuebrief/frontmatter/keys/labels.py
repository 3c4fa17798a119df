"""Words that the program prints, as an institute or an editor gives them in place of those of `labels/`.

In:  what stands under `labels:` in `publisher.yaml` and in a brief.
Out: `GivenLabels`, for `l10n.words` to put in place of its own; and what a language without labels still
     lacks. Every name is that of a field of `l10n.Words`.
"""

from dataclasses import MISSING, fields
from functools import reduce
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import fields as fields_of

from issuebrief.frontmatter.keys.value_types import Language, Text
from issuebrief.l10n import Words, given, has_labels
from issuebrief.language_tags import tags_of


def _pattern(*names: str) -> Meta:
    """A text in which each of some names stands in braces, and nothing else does."""
    each = "".join(rf"(?=.*\{{{name}\}})" for name in names)
    *first, last = (f"{{{name}}}" for name in names)
    form = f"a pattern with {', '.join(first)} and {last}"
    pattern = rf"^{each}(?:[^{{}}]|\{{(?:{'|'.join(names)})\}})+$"
    return Meta(pattern=pattern, extra={"form": form})


def _label(description: str, *examples: str) -> Meta:
    """What a label is for, and what it is in English."""
    return Meta(description=description, examples=list(examples) or None)


UNPRINTED = frozenset({"abstract", "date", "number", "pull_quote", "says_nothing"})
"""Labels that no template of ours prints."""
Named = Annotated[
    str, Meta(pattern=r"^(?:[^{}]|\{name\})+$", extra={"form": "text, with no braces but {name}"})
]
DatePattern = Annotated[str, _pattern("day", "month", "year")]
NumberedPattern = Annotated[str, _pattern("label", "number")]
IssuePattern = Annotated[str, _pattern("sign", "number")]
Months = Annotated[tuple[Text, ...], Meta(min_length=12, max_length=12)]
EmbargoPattern = Annotated[
    str, Meta(pattern=r"^[^{}]*\{moment\}[^{}]*$", extra={"form": "a pattern with {moment}"})
]
Digits = Annotated[str, Meta(pattern="^(?:european|native)$", extra={"form": "european or native"})]
ListPattern = Annotated[str, _pattern("names", "conjunction", "last")]


class GivenBoxes(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What boxes are called."""

    note: Annotated[str, _label("A note.", "Note")] = ""
    tip: Annotated[str, _label("A tip.", "Tip")] = ""
    important: Annotated[str, _label("What is important.", "Important")] = ""
    warning: Annotated[str, _label("A warning.", "Warning")] = ""
    caution: Annotated[str, _label("A caution.", "Caution")] = ""
    recommendation: Annotated[str, _label("A recommendation.", "Recommendation")] = ""
    case: Annotated[str, _label("A case study.", "Case study")] = ""
    definition: Annotated[str, _label("A definition.", "Definition")] = ""
    box: Annotated[str, _label("Any other box that has a number.", "Box")] = ""


class GivenLabels(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words of the program's own, in place of those of the brief's language."""

    author: Annotated[str, _label("The heading of the author's box.", "Author")] = ""
    authors: Annotated[str, _label("The same where there are several.", "Authors")] = ""
    about: Annotated[
        Named, _label("The heading of the institute's box, before its name or around {name}.", "About")
    ] = ""
    date: Annotated[str, _label("The date, for templates of your own.", "Date")] = ""
    number: Annotated[str, _label("The number, for templates of your own.", "Number")] = ""
    number_sign: Annotated[str, _label("The sign of the number in the series.", "No.")] = ""
    keywords: Annotated[str, _label("The heading of the keywords.", "Keywords")] = ""
    key_points: Annotated[str, _label("The heading of the key points.", "Key points")] = ""
    abstract: Annotated[str, _label("The abstract, for templates of your own.", "Abstract")] = ""
    endnotes: Annotated[str, _label("The heading of the notes.", "Endnotes")] = ""
    cite: Annotated[str, _label("The heading of the citation.", "How to cite")] = ""
    rights: Annotated[str, _label("The heading of the copyright.", "Copyright")] = ""
    disclaimer: Annotated[str, _label("The heading of the disclaimer.", "Disclaimer")] = ""
    figure: Annotated[str, _label("A figure, with its number.", "Figure")] = ""
    table: Annotated[str, _label("A table, with its number.", "Table")] = ""
    continued: Annotated[str, _label("Over a table that goes on overleaf.", "continued")] = ""
    source: Annotated[str, _label("Before the source of a figure.", "Source")] = ""
    back: Annotated[str, _label("The way back from a note, for screen readers.", "Back to the text")] = ""
    note: Annotated[str, _label("A note, with its number, for screen readers.", "Note")] = ""
    close: Annotated[str, _label("Closes a note on the web page.", "Close")] = ""
    skip: Annotated[str, _label("The first link of the web page.", "Skip to content")] = ""
    pull_quote: Annotated[str, _label("A pull-quote, for templates of your own.", "Pull-quote")] = ""
    portrait: Annotated[
        Named,
        _label("A photo, for screen readers, before the author's name or around {name}.", "Portrait of"),
    ] = ""
    series: Annotated[str, _label("The series of a brief that names none.", "Issue Brief")] = ""
    conjunction: Annotated[str, _label("Before the last of several authors.", "and")] = ""
    boxes: Annotated[GivenBoxes | None, _label("What boxes are called.")] = None
    date_pattern: Annotated[DatePattern, _label("How a date is written.", "{day} {month} {year}")] = ""
    months: Annotated[Months, _label("The twelve months as they stand in a date.")] = ()
    says_nothing: Annotated[
        tuple[Text, ...], _label("Words of links that say nothing of where they lead, in small letters.")
    ] = ()
    list_pattern: Annotated[
        ListPattern,
        _label("How the last of several authors follows the others.", "{names} {conjunction} {last}"),
    ] = ""
    serial_comma: Annotated[
        bool | None, _label("Whether a comma stands before the conjunction of three and more.")
    ] = None
    comma_in_quotes: Annotated[
        bool | None,
        _label("Whether the comma behind the cited title is within its quotation marks."),
    ] = None
    numbered_pattern: Annotated[
        NumberedPattern, _label("How a figure or table is numbered.", "{label} {number}")
    ] = ""
    issue_pattern: Annotated[
        IssuePattern, _label("How the number in the series is written.", "{sign} {number}")
    ] = ""
    license: Annotated[str, _label("The heading of the licence.", "Licence")] = ""
    version: Annotated[str, _label("The version of the text.", "Version")] = ""
    updated: Annotated[str, _label("The day of the last change.", "Updated")] = ""
    supersedes: Annotated[str, _label("What the brief replaces.", "Supersedes")] = ""
    draft: Annotated[str, _label("Across the pages of a draft.", "Draft")] = ""
    embargo: Annotated[
        EmbargoPattern, _label("Until when a brief must not be quoted.", "Embargoed until {moment}")
    ] = ""
    contributors: Annotated[str, _label("The heading of editors and others.", "Contributors")] = ""
    edited_by: Annotated[str, _label("Before the editors.", "Edited by")] = ""
    translated_by: Annotated[str, _label("Before the translators.", "Translated by")] = ""
    reviewed_by: Annotated[str, _label("Before the reviewers.", "Reviewed by")] = ""
    cited_editors: Annotated[str, _label("Before the editors in the citation.", "ed.")] = ""
    cited_translators: Annotated[str, _label("Before the translators in the citation.", "trans.")] = ""
    corrections: Annotated[str, _label("The heading of the corrections.", "Corrections")] = ""
    funding: Annotated[str, _label("The heading of the funders.", "Funding")] = ""
    grant: Annotated[str, _label("Before the number of a grant.", "Grant")] = ""
    acknowledgements: Annotated[str, _label("The heading of the thanks.", "Acknowledgements")] = ""
    contact: Annotated[str, _label("The heading of the contact.", "Contact")] = ""
    about_series: Annotated[str, _label("The heading of the words on the series.", "About this series")] = ""
    references: Annotated[str, _label("The heading of the works that are cited by keys.", "References")] = ""
    digits: Annotated[
        Digits,
        _label("The digits of dates, pages, notes and lists, if not those usual in the language.", "native"),
    ] = ""
    pictures: Annotated[str, _label("The heading of the list of credits of pictures.", "Pictures")] = ""
    equation: Annotated[str, _label("A formula with a number.", "Equation")] = ""
    lang: Annotated[
        Language, _label("The language of these words: briefs in others do without them.", "de")
    ] = ""


def merged(
    shared: GivenLabels | tuple[GivenLabels, ...] | None, own: GivenLabels | None, lang: str
) -> GivenLabels | None:
    """The labels of a brief in a language over those of its institute, each by itself.

    Of several groups of the institute that are for the language, the last counts.
    """
    groups = (*(shared if isinstance(shared, tuple) else (shared,)), own)
    return reduce(_over, (group for group in groups if group and _is_in(group, lang)), None)


def _over(below: GivenLabels | None, above: GivenLabels) -> GivenLabels:
    """A group of labels with those of another in place of its own."""
    if below is None:
        return above
    values = given(below) | given(above)
    if below.boxes and above.boxes:
        values["boxes"] = GivenBoxes(**(given(below.boxes) | given(above.boxes)))
    return GivenLabels(**values)


def _is_in(labels: GivenLabels, lang: str) -> bool:
    """Whether labels are for briefs in a language: for all, or for those in theirs."""
    return not labels.lang or tags_of(labels.lang)[0] in tags_of(lang)


def lacking(lang: str, labels: GivenLabels | None) -> list[str]:
    """The labels that a brief prints in English, as neither its language has them nor anybody gave them."""
    if has_labels(lang):
        return []
    there = given(labels)
    if len(given(there.get("boxes"))) < len(fields_of(GivenBoxes)):
        there.pop("boxes", None)
    needed = (part.name for part in fields(Words) if part.default is MISSING and part.name not in UNPRINTED)
    return [name for name in needed if name not in there]
