"""Compose: where lines and columns end, chosen over whole paragraphs and briefs. Numbers in, numbers out."""
