"""Deliver: from pages to the files that leave the house."""
