"""Source and print compared, word by word."""
