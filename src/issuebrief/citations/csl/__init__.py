"""The Citation Style Language (CSL 1.0.2): works and a style in, formatted citations out.

In:  `Work`s, a style and a locale as files of XML, and what is cited in which order.
Out: citations and entries of a list as `Run`s: text with its look.

Source of all rules: the CSL 1.0.2 specification,
https://docs.citationstyles.org/en/stable/specification.html.
"""
