"""Font files as people download them, made ready for a theme.

In:  a folder or a zip file with fonts, as Google Fonts, Fontsource and foundries give them out.
Out: a folder for each family in `styles/fonts/`, with the files that are needed, their licence and the
     rules of CSS that declare them; what each family has, and what it lacks.
"""
