"""Scripts that let a shell complete what is typed after `issuebrief`.

In:  the parser; for the command, the name of the shell.
Out: a script for bash, zsh or fish, with the commands, options and values that the parser knows; the command
     prints it.
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.diagnostics.codes import CODES
from issuebrief.job import Purpose

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from issuebrief.cli.commands.parser import Parser

VALUES = {
    "CODE": tuple(CODES),
    "PURPOSE": (*Purpose, "all"),
    "EDITOR": ("vscode", "vscodium", "cursor", "jetbrains", "sublime", "zed", "copy"),
}
"""What can stand for a name in the help, where the parser itself lists no choices."""
FILES = frozenset({"PATH", "BRIEF", "FILE", "FILE-OR-FOLDER", "PROFILE"})
"""Names in the help that stand for files and folders."""


@dataclass(frozen=True)
class Argument:
    """An option by its names, or what stands alone, without any; `values` can follow, or files."""

    names: tuple[str, ...]
    help: str
    takes_value: bool
    values: tuple[str, ...]
    files: bool


@dataclass(frozen=True)
class Command:
    """A command, what it does, and its arguments."""

    name: str
    help: str
    arguments: tuple[Argument, ...]

    @property
    def options(self) -> tuple[Argument, ...]:
        """The arguments that have names."""
        return tuple(each for each in self.arguments if each.names)

    @property
    def bare(self) -> tuple[Argument, ...]:
        """The arguments that stand alone."""
        return tuple(each for each in self.arguments if not each.names)


def run(arguments: argparse.Namespace) -> int:
    """Print the script; returns 0."""
    from issuebrief.cli.commands.parser import parser

    print(script(arguments.shell, parser()), end="")
    return 0


def commands(parser: Parser) -> list[Command]:
    """The commands of the parser, and the program itself with no name before them."""
    return [
        Command(name, (each.description or "").rstrip("."), tuple(map(_argument, each.declared)))
        for name, each in {"": parser, **parser.verbs}.items()
    ]


def _argument(action: argparse.Action) -> Argument:
    metavar = str(action.metavar or "")
    values = tuple(map(str, action.choices or VALUES.get(metavar, ())))
    takes_value = action.nargs != 0
    return Argument(
        tuple(action.option_strings), action.help or "", takes_value, values, takes_value and metavar in FILES
    )


def script(shell: str, parser: Parser) -> str:
    """The script for `bash`, `zsh` or `fish`."""
    make = {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell]
    return "\n".join(make(commands(parser))) + "\n"


def _bash(known: list[Command]) -> Iterator[str]:
    verbs = [each.name for each in known if each.name]
    yield "# Completion of issuebrief for bash, made by: issuebrief completion bash"
    yield "_issuebrief() {"
    yield '    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"'
    yield '    local verb="" words="" each'
    yield '    for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do'
    yield f'        case "$each" in {"|".join(verbs)}) verb="$each"; break ;; esac'
    yield "    done"
    yield "    COMPREPLY=()"
    yield '    case "$verb:$before" in'
    for command in known:
        for option in (each for each in command.options if each.takes_value):
            pattern = "|".join(f"{command.name}:{name}" for name in option.names)
            yield f'        {pattern}) words="{" ".join(option.values)}" ;;'
    yield '        *) case "$verb:$word" in'
    for command in known:
        yield f'            {command.name}:-*) words="{" ".join(_names(command))}" ;;'
    for command in known:
        values = verbs if not command.name else [value for each in command.bare for value in each.values]
        yield f'            {command.name}:*) words="{" ".join(values)}" ;;'
    yield "        esac ;;"
    yield "    esac"
    # Where there are no words, the shell completes the names of files.
    yield '    [ -z "$words" ] || COMPREPLY=($(compgen -W "$words" -- "$word"))'
    yield "}"
    yield "complete -o default -F _issuebrief issuebrief"


def _names(command: Command) -> Iterator[str]:
    return (name for option in command.options for name in option.names)


def _zsh(known: list[Command]) -> Iterator[str]:
    top, *verbs = known
    yield "#compdef issuebrief"
    yield "# Completion of issuebrief for zsh, made by: issuebrief completion zsh"
    yield "_issuebrief() {"
    yield "    local context state line"
    yield "    local -a verbs"
    yield "    verbs=("
    yield from (f"        {shlex.quote(f'{each.name}:{each.help}')}" for each in verbs)
    yield "    )"
    yield "    _arguments -C \\"
    yield from (f"        {spec} \\" for spec in _zsh_specs(top.options))
    yield "        '1:command:->verb' '*::argument:->arguments'"
    yield '    case "$state" in'
    yield "        verb) _describe command verbs ;;"
    yield '        arguments) case "$words[1]" in'
    for command in verbs:
        specs = _zsh_specs(command.arguments)
        yield f"            {command.name}) _arguments \\"
        yield " \\\n".join(f"                {spec}" for spec in specs) + " ;;"
    yield "        esac ;;"
    yield "    esac"
    yield "}"
    # A file of a completion folder is itself the function; a script that is read only declares it.
    yield 'if [ "$funcstack[1]" = "_issuebrief" ]; then'
    yield '    _issuebrief "$@"'
    yield "else"
    yield "    compdef _issuebrief issuebrief"
    yield "fi"


def _zsh_specs(arguments: Iterable[Argument]) -> Iterator[str]:
    for each in arguments:
        said = each.help.replace("[", "(").replace("]", ")").replace(":", "\\:")
        action = f"({' '.join(each.values)})" if each.values else "_files" if each.files else " "
        if not each.names:
            yield shlex.quote(f"*:{said}:{action}")
        for name in each.names:
            yield shlex.quote(f"{name}[{said}]" + (f":value:{action}" if each.takes_value else ""))


def _fish(known: list[Command]) -> Iterator[str]:
    yield "# Completion of issuebrief for fish, made by: issuebrief completion fish"
    yield "complete -c issuebrief -f"
    for command in known:
        when = f"__fish_seen_subcommand_from {command.name}" if command.name else "__fish_use_subcommand"
        start = f"complete -c issuebrief -n {shlex.quote(when)}"
        if command.name:
            said = _fish_quote(command.help)
            yield f"complete -c issuebrief -n __fish_use_subcommand -a {command.name} -d {said}"
        for each in command.arguments:
            names = [f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in each.names]
            values = [f"-a {shlex.quote(' '.join(each.values))}"] if each.values else []
            needs = ["-F"] if each.files else []
            needs += ["-r"] if each.names and each.takes_value else []
            yield " ".join((start, *names, *needs, *values, f"-d {_fish_quote(each.help)}"))


def _fish_quote(text: str) -> str:
    """A text between single quotes, in which fish knows two escapes alone."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
