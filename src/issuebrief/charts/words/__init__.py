"""The words that charts are labelled and described with, one data file per language."""
