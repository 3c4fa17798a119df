"""Briefs set on other machines: what travels there, what is done there, and how the results come home.

Loaded where a cluster is named, and nowhere else.
"""
