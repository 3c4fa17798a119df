"""What is done to the text before conversion: one normal form, within bounds, with allowed HTML alone."""
