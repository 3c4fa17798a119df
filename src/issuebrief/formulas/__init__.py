"""Formulas: LaTeX to MathML, and MathML to words, to text and to a drawing.

In:  a formula as it is typed.
Out: MathML for the web page, an SVG for the pages, and the words in which it is read aloud.

Symbols are named and formulas drawn by packages that come with the extra `formulas`; they are loaded for a
brief that has a formula.
"""
