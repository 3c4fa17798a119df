"""Layout of a revision: what has not changed is kept."""
