"""Charts drawn from data; builds of briefs without any load nothing of it."""
