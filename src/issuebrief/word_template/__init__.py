"""A Word template for authors, whose styles the import reads exactly."""
