"""The examples and notes below the options in the help of each command.

In:  nothing.
Out: texts of at most 100 characters a line.
"""

from __future__ import annotations

OVERVIEW = """\
examples:
  issuebrief new my-brief        create content/my-brief/brief.md
  issuebrief import FILE.docx    make a brief of a Word file
  issuebrief template word       write a Word template for authors
  issuebrief export docx BRIEF   make a Word file for its author
  issuebrief build               typeset every brief in content/ into build/
  issuebrief check               report every problem, without writing anything
  issuebrief compare OLD NEW     show what changed between two versions
  issuebrief proof               set briefs for proofreading
  issuebrief publish             publish briefs as a web site
  issuebrief explain CODE        explain a problem and how to fix it
  issuebrief preview             show the pages in the browser and re-render on every save

Exit codes: 0 success, 1 problems found, 2 usage error.
"""

BUILD = """\
examples:
  issuebrief build                          every brief in content/, into build/
  issuebrief build content/moon             one brief, into build/moon.pdf
  issuebrief build content/moon -o out/     into another folder
  issuebrief build moon.md -o moon.pdf      one brief, into the named file
  issuebrief build - -o - < moon.md         from standard input to standard output
  issuebrief build --for all                for screen, press, web and reading programs
  issuebrief build --format json            report files, pages, times and problems as JSON

The screen file is NAME.pdf, the press file NAME-press.pdf, the web page NAME.html. Unchanged files
are skipped: a file is made again when its text, pictures, publisher.yaml, templates, styles, fonts
or the program have changed. With -o FILE, -o - or --allow-network, files are always made.

Exit codes: 0 success, 1 problems found, 2 usage error.
"""

CHECK = """\
examples:
  issuebrief check                          every brief in content/
  issuebrief check content/moon --for all   one brief, with everything made from it
  issuebrief check - < moon.md              a brief from standard input
  issuebrief check --report                 also write build/preflight.html, which shows the pages
  issuebrief check --format sarif           for editors and code hosts, on standard output
  issuebrief check --diff                   show what the house style would change
  issuebrief check --fix                    change it, after asking

Briefs are typeset and drawn as `build` would, but only the report is written. To change the
severity of a problem, set it in issuebrief.toml, below [preflight]: "lines.loose" = "off".

Exit codes: 0 success, 1 problems found, 2 usage error.
"""

NEW = """\
examples:
  issuebrief new my-brief       create content/my-brief/brief.md, ready to build

Creates content/publisher.yaml too, if there is none, and .vscode/ with key completion, snippets
and tasks. Never overwrites a file.
"""

EXPLAIN = """\
examples:
  issuebrief explain                        list all codes
  issuebrief explain notes.undefined        what it means, why it matters, how to fix it

Each problem ends with its code in brackets.
"""

THEMES = """\
examples:
  issuebrief themes             name, description and file of each theme

Choose a theme with `theme: NAME` in the front matter. Save your own as styles/themes/NAME.css.
"""

FONTS = """\
examples:
  issuebrief fonts add ~/Downloads/Literata.zip             a family from Google Fonts
  issuebrief fonts add node_modules/@fontsource/literata    one from Fontsource
  issuebrief fonts add ~/fonts/ours --lang de,pl            also look for the letters of languages
  issuebrief fonts add bitter.tgz --weights 400,700 --lang sv --only   what Swedish needs of them

Sorts the files by family, copies those that are needed to styles/fonts/FAMILY with their licence,
and writes the style sheet that declares them. Says what a family lacks, and what stands in for it.

Exit codes: 0 success, 1 a font was not added, 2 usage error.
"""

BRAND = """\
examples:
  issuebrief brand                          what briefs in content/ take, and from which line
  issuebrief brand content/2026/moon        one brief: its own values come first
  issuebrief brand --specimen brand.pdf     colours, contrast, inks, faces and logo on a few pages

Values are taken from the brief, publisher.yaml, _brand.yml, the theme and the defaults, in that
order.
"""

COMPLETION = """\
examples:
  issuebrief completion bash >> ~/.bashrc
  issuebrief completion zsh > "${fpath[1]}/_issuebrief"
  issuebrief completion fish > ~/.config/fish/completions/issuebrief.fish

Start a new shell afterwards.
"""
