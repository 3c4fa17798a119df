"""Charts in words: alternative texts made from the data."""
