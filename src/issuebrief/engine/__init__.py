"""WeasyPrint as it is loaded, replaced in parts, listened to and kept to one thread."""
