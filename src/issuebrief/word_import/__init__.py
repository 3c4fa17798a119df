"""A manuscript from a word processor, made into a brief.

In:  a `.docx`, `.odt` or `.rtf` file.
Out: the text of a `brief.md`, its pictures, a list of the comments, and a report of all that was guessed,
     changed or left out. Building a brief imports nothing from here.

The file is checked and read twice. The modules in `documents/` read the XML of a docx file themselves, and
write a copy of it in which every paragraph is numbered and what Pandoc would drop is text. Pandoc reads that
copy, in a process of its own; `inlines.py`, `blocks.py` and `tables.py` make Markdown of what it says.
`word_counts.py` counts the words of both, so that nothing is lost in silence.
"""
