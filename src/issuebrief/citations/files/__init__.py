"""Files of references as people have them: BibTeX, BibLaTeX, CSL-JSON, CSL-YAML and RIS.

In:  the text of a file.
Out: its entries by key, each read when it is asked for, and what could not be read.
"""
