"""The house style as typed values: the keys of `[style]` in `issuebrief.toml`.

In:  nothing; `project/style_table.py` fills these shapes, `docs/house-style.md` describes them.
Out: `HouseStyle` and its parts, frozen. What is left out is not checked.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

Count = Annotated[int, Meta(ge=1)]
Rule = Literal["required", "forbidden"]
NotePart = Literal["title", "date", "page", "address", "accessed", "archive"]
FilePath = Annotated[str, Meta(min_length=1)]
LANGUAGE_TAG = "^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$"
WITH_DATE = r"\{date\}"
LanguageTag = Annotated[str, Meta(pattern=LANGUAGE_TAG, examples=["en"])]


class StyleLimits(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """How long the parts of a brief may be, in words but for `key-points`."""

    words: Annotated[Count | None, Meta(description="Most words of the text, without its notes.")] = None
    fewest_words: Annotated[Count | None, Meta(description="Fewest words of the text.")] = None
    title: Annotated[Count | None, Meta(description="Most words of the title.")] = None
    subtitle: Annotated[Count | None, Meta(description="Most words of the subtitle.")] = None
    abstract: Annotated[Count | None, Meta(description="Most words of the abstract.")] = None
    key_points: Annotated[Count | None, Meta(description="Most key points.")] = None
    key_point: Annotated[Count | None, Meta(description="Most words of a key point.")] = None
    sentence: Annotated[Count | None, Meta(description="Most words of a sentence.")] = None
    paragraph: Annotated[Count | None, Meta(description="Most words of a paragraph.")] = None
    quotation: Annotated[
        Count | None,
        Meta(description="Most words of a quotation within a sentence; longer ones are blocks of their own."),
    ] = None


class StyleSections(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """The sections that a brief in one language must have."""

    lang: Annotated[LanguageTag, Meta(description="The language of the briefs.")]
    headings: Annotated[tuple[str, ...], Meta(min_length=1, description="Their headings; a | parts choices.")]
    in_order: Annotated[bool, Meta(description="Whether they must stand in this order.")] = True


class StyleNotes(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """The form of notes."""

    ibid: Annotated[
        Literal["forbidden"] | None, Meta(description="Whether “ibid.” and its like may stand in notes.")
    ] = None
    accessed: Annotated[
        Rule | None, Meta(description="Whether a note with a web address says when it was accessed.")
    ] = None
    archive: Annotated[
        Literal["required"] | None, Meta(description="Whether a web address needs an archived copy.")
    ] = None
    bare_urls: Annotated[
        Literal["forbidden"] | None, Meta(description="Whether a note may be a web address alone.")
    ] = None
    doi: Annotated[Literal["url"] | None, Meta(description="A DOI is written as https://doi.org/….")] = None
    full_stop: Annotated[Rule | None, Meta(description="Whether a note ends with a full stop.")] = None
    accessed_forms: Annotated[
        tuple[Annotated[str, Meta(pattern=WITH_DATE)], ...],
        Meta(
            description="How a note says when an address was accessed; one form for each language.",
            examples=[["accessed {date}"]],
        ),
    ] = ()
    repeated: Annotated[
        Literal["short", "ibid"] | None,
        Meta(description="A work that was cited in full is cited in short, or by “ibid.” in the next note."),
    ] = None
    order: Annotated[
        tuple[NotePart, ...],
        Meta(description="The order of the parts of a citation.", examples=[["title", "date", "address"]]),
    ] = ()


class PreferredWord(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """What the house writes in place of something else; without `write`, what it does not write at all."""

    write: Annotated[str, Meta(description="What the house writes.", examples=["Kyiv"])] = ""
    not_: Annotated[
        tuple[Annotated[str, Meta(pattern=r"[^\W_]")], ...],
        Meta(min_length=1, description="What it does not write.", examples=[["Kiev"]]),
    ] = field(name="not")
    why: Annotated[str, Meta(description="The reason, which is shown with the problem.")] = ""
    lang: Annotated[LanguageTag | None, Meta(description="The language that it holds for.")] = None
    inflected: Annotated[bool, Meta(description="Whether endings such as a plural s may follow.")] = True


class StyleWords(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """Words and their spelling."""

    preferred: Annotated[tuple[PreferredWord, ...], Meta(description="Preferred spellings and names.")] = ()
    files: Annotated[
        tuple[FilePath, ...],
        Meta(description="TOML files with more of them, from the folder of issuebrief.toml."),
    ] = ()
    in_quotations: Annotated[bool, Meta(description="Whether these hold within quotations.")] = False
    in_titles: Annotated[bool, Meta(description="Whether they hold within titles of works in notes.")] = False
    english: Annotated[
        Literal["by-lang", "british", "oxford", "american"] | None,
        Meta(description="The spelling of English: british has -ise, oxford -ize; by-lang, as `lang` says."),
    ] = None
    first_person: Annotated[
        Literal["forbidden"] | None, Meta(description="Whether the text may say I and we.")
    ] = None
    serial_comma: Annotated[
        Rule | None, Meta(description="Whether a comma stands before the and of three and more.")
    ] = None
    capitals: Annotated[
        Count | None, Meta(description="Most words in a row that are written in capitals.")
    ] = None


class StyleNumbers(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """Numbers and dates."""

    words_below: Annotated[
        Annotated[int, Meta(ge=2, le=101)] | None,
        Meta(description="Whole numbers below this one are written in words."),
    ] = None
    thousands: Annotated[
        Literal["comma", "point", "space", "none"] | None,
        Meta(description="What parts the thousands of numbers of five and more digits."),
    ] = None
    percent: Annotated[
        Literal["sign", "word"] | None,
        Meta(description="How per cent is written after a number: %, or the word of the language."),
    ] = None
    ranges: Annotated[Literal["en-dash"] | None, Meta(description="Ranges of numbers have an en dash.")] = (
        None
    )
    decades: Annotated[
        Literal["1990s"] | None, Meta(description="Decades are written without an apostrophe.")
    ] = None
    dates: Annotated[
        Literal["day-first", "month-first", "iso"] | None,
        Meta(description="The form of dates: 1 March 2024, March 1, 2024 or 2024-03-01."),
    ] = None
    currency: Annotated[
        Literal["before", "after"] | None, Meta(description="Where the sign of a currency stands.")
    ] = None


class StyleHeadings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """The form of headings and of the title."""

    case: Annotated[
        Literal["sentence", "title"] | None, Meta(description="Which words begin with a capital.")
    ] = None
    names: Annotated[
        tuple[str, ...], Meta(description="Names that keep their capitals where nothing else shows it.")
    ] = ()
    full_stop: Annotated[
        Literal["forbidden"] | None, Meta(description="Whether a heading ends with one.")
    ] = None


class StyleAbbreviations(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """Abbreviations, and where they are explained."""

    explained: Annotated[
        Literal["required"] | None, Meta(description="Each is explained where it first stands.")
    ] = None
    known: Annotated[
        tuple[str, ...], Meta(description="Those that every reader knows.", examples=[["NATO", "EU"]])
    ] = ()


class StyleSpelling(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """Spelling by Hunspell dictionaries."""

    check: Annotated[bool, Meta(description="Whether the spelling is checked.")] = False
    dictionaries: Annotated[
        FilePath | None, Meta(description="A folder of dictionaries, before those of the system.")
    ] = None
    words: Annotated[tuple[str, ...], Meta(description="Words of the house.")] = ()
    files: Annotated[
        tuple[FilePath, ...], Meta(description="Files with more of its words, one on each line.")
    ] = ()


class StyleSeries(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """What must agree in all briefs that are checked together."""

    people: Annotated[bool, Meta(description="A person has one name, one ORCID iD and one affiliation.")] = (
        False
    )
    names: Annotated[bool, Meta(description="A name is spelled the same in all texts.")] = False
    numbers: Annotated[bool, Meta(description="Numbers have no gaps, and none is used twice.")] = False
    issn: Annotated[bool, Meta(description="A series has one ISSN.")] = False


class HouseStyle(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """What a house wants of the words of its briefs."""

    limits: StyleLimits = StyleLimits()
    sections: tuple[StyleSections, ...] = ()
    notes: StyleNotes = StyleNotes()
    words: StyleWords = StyleWords()
    numbers: StyleNumbers = StyleNumbers()
    headings: StyleHeadings = StyleHeadings()
    abbreviations: StyleAbbreviations = StyleAbbreviations()
    spelling: StyleSpelling = StyleSpelling()
    series: StyleSeries = StyleSeries()
