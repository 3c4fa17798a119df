"""What surrounds the pages: other briefs, the notes of a manuscript, the text, finished files."""
