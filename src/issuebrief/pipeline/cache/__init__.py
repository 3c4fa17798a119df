"""Which files are up to date: what each was made from, the notes of that, and a store that machines share."""
