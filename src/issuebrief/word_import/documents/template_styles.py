"""What the template for authors and the import agree on: names of styles, instructions, sample text.

In:  nothing.
Out: the names of the template's own styles in lower case, as `styles.py` reads them; the words that stand in
     the template before anybody has written in it.
"""

from __future__ import annotations

INSTRUCTION = "brief instruction"
"""The style of instructions. A file that has it was made from the template."""
AFFILIATION, BIO = "author affiliation", "author bio"
KEYWORDS, KEY_POINT = "keywords", "key point"
PULL_QUOTE = "pull quote"

INSTRUCTIONS = {
    "start": (
        "Write over the sample text, and keep its styles: the list of styles (Home, Styles) shows where "
        "you are. Lines in this style are instructions. They are left out when the manuscript is "
        "imported, so leave them or delete them."
    ),
    "front": (
        "One line each for the title, subtitle, author, affiliation and date. For more authors, repeat "
        "the three styles Author, Author Affiliation and Author Bio. Delete what you do not need."
    ),
    "body": (
        "Headings are in the styles Heading 1 to 3; numbers and contents are not needed. Sources go into "
        "footnotes (References, Insert Footnote). Bold and italics are kept, and so are lists, links and "
        "comments."
    ),
    "pull": (
        "A pull-quote repeats a sentence of the text beside it. It stands before the paragraph that has it."
    ),
    "figure": (
        "Insert each picture on a line of its own, give it an alternative text (right-click, View Alt "
        "Text), and write its caption and its source below. Send large pictures as files too."
    ),
    "table": (
        "A table has a header row (Table Layout, Repeat Header Rows) and its caption above. "
        "Do not type it with tabs."
    ),
}
"""Instructions by their place in the template."""

SAMPLES = {
    "title": "Title of the Brief",
    "subtitle": "What the brief says, in one line",
    "author": "Given Name Surname",
    "affiliation": "Institute, Place",
    "bio": "Given Name Surname is a fellow of the institute, and works on what the brief is about.",
    "date": "1 January 2030",
    "keywords": "first keyword, second keyword, third keyword",
    "abstract": "The abstract, in a hundred words: the question, the answer, and what follows from it.",
    "point 1": "The first key point, in one sentence.",
    "point 2": "The second key point, in one sentence.",
    "point 3": "The third key point, in one sentence.",
    "heading 1": "A heading of the first level",
    "body": "Body text in the style Normal.",
    "note": "Author, Title, Publisher, Year, page.",
    "quote": "A quotation of several lines, which stands for itself without quotation marks.",
    "pull": "A sentence of the text that is repeated beside it.",
    "after pull": "The text goes on here.",
    "heading 2": "A heading of the second level",
    "bullet 1": "An entry of a list",
    "bullet 2": "Another entry",
    "heading 3": "A heading of the third level",
    "figure text": "Figures are mentioned in the text before they stand there.",
    "figure": "What the picture shows.",
    "credit": "Source: Name of the photographer or of the data.",
    "table": "What the table shows.",
    "table source": "Source: Where its numbers are from.",
    "references": "References",
    "reference": "Surname, Given Name. Title of the Book. Place: Publisher, Year.",
}
"""Sample text by its place in the template."""
PICTURE_TEXT = "Sample picture: two bands of colour, one above the other"
