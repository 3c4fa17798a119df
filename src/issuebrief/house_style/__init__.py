"""The house style: what a house wants of the words of its briefs; loaded where `[style]` is set."""
