"""The folder of a site: what in it is ours, what changes, and how that takes the place of what was there."""
