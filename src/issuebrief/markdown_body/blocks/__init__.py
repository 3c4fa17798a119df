"""Blocks that an author marks: boxes, notes, pull-quotes, quotations, and what spans columns."""
