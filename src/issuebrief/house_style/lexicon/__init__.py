"""Words that rules of the house style know by themselves, and dictionaries; nothing here knows a brief."""
