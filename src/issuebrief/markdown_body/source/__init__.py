"""The text of a brief before it is parsed: brought into normal form, bounded, looked at for doubts."""
