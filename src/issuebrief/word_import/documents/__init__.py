"""Manuscripts as files: what they say, and a copy that Pandoc reads.

In:  the bytes of a docx, odt or rtf file.
Out: `SourceDocument`, and Pandoc's tree.
"""
