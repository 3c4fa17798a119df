"""What is wrong with a brief, as values with stable codes, and how a terminal shows it."""
