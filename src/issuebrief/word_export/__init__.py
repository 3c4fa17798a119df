"""Briefs as Word files for their authors, and the authors' corrections taken back.

In:  a brief; later the Word file that its author sends back.
Out: a `.docx` file that holds the brief it was made of; the corrections as changes of the brief's own text.
     Builds import nothing of it.
"""
