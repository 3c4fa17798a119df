"""The fonts that a brief is set in, and what they lack."""
