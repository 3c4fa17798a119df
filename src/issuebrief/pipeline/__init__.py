"""One build of a brief: read it, lay it out, write what was asked for, and skip what has not changed."""
