"""The words of a site, one data file per language."""
