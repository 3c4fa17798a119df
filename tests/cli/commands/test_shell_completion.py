"""The scripts for shell completion have what the parser has."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from issuebrief.cli.commands.parser import SHELLS, Parser, parser
from issuebrief.cli.commands.shell_completion import script
from issuebrief.cli.main import main
from issuebrief.diagnostics.codes import CODES

if TYPE_CHECKING:
    from pathlib import Path

Known = dict[str, set[str]]


def declared(top: Parser) -> Known:
    """The options of each command, by the parser."""
    return {
        name: {option for action in each.declared for option in action.option_strings}
        for name, each in {"": top, **top.verbs}.items()
    }


def in_bash(text: str) -> Known:
    return {
        name: set(words.split())
        for name, words in re.findall(r'^ +([a-z]*):-\*\) words="([^"]*)" ;;$', text, re.MULTILINE)
    }


def in_zsh(text: str) -> Known:
    top, *parts = re.split(r"^ +([a-z]+)\) _arguments ", text, flags=re.MULTILINE)
    bodies = {"": top, **dict(zip(parts[::2], parts[1::2], strict=True))}
    return {
        name: {word[: word.index("[")] for word in shlex.split(body) if re.match(r"-[\w-]*\[", word)}
        for name, body in bodies.items()
    }


def in_fish(text: str) -> Known:
    found: Known = {}
    for line in text.splitlines()[2:]:
        words = shlex.split(line.replace("\\'", "’"))
        when = words[words.index("-n") + 1]
        if "-a" in words and when == "__fish_use_subcommand":
            found.setdefault(words[words.index("-a") + 1], set())
        name = when.removeprefix("__fish_seen_subcommand_from").removeprefix("__fish_use_subcommand").strip()
        names = {f"--{words[at + 1]}" for at, word in enumerate(words) if word == "-l"}
        found.setdefault(name, set()).update(
            names | {f"-{words[at + 1]}" for at, word in enumerate(words) if word == "-s"}
        )
    return found


@pytest.mark.parametrize(("shell", "read"), [("bash", in_bash), ("zsh", in_zsh), ("fish", in_fish)])
def test_a_script_has_every_command_with_all_its_options(shell: str, read: object) -> None:
    assert callable(read)
    top = parser()
    assert read(script(shell, top)) == declared(top)


@pytest.mark.parametrize("shell", SHELLS)
def test_the_command_prints_a_script_that_its_shell_can_read(
    shell: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["completion", shell]) == 0
    text = capsys.readouterr().out
    assert f"made by: issuebrief completion {shell}" in text
    if program := shutil.which(shell):
        (tmp_path / "script").write_text(text)
        subprocess.run([program, "-n", tmp_path / "script"], check=True)


def bash_offers(typed: str) -> list[str]:
    """What bash completes the last word of a line to."""
    words = typed.split(" ")
    line = f"COMP_WORDS=({' '.join(map(shlex.quote, words))}); COMP_CWORD={len(words) - 1}"
    ask = f'{script("bash", parser())}\n{line}\n_issuebrief\nprintf "%s\\n" "${{COMPREPLY[@]}}"'
    return subprocess.check_output(["bash", "-c", ask], text=True).split()


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash on this machine")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("issuebrief com", ["compare", "completion"]),
        ("issuebrief --v", ["--version"]),
        ("issuebrief build --qu", ["--quiet"]),
        ("issuebrief build content/moon --for p", ["press"]),
        ("issuebrief check --format ", ["text", "json", "sarif"]),
        ("issuebrief build --format ", ["text", "json"]),
        ("issuebrief explain notes.und", [code for code in CODES if code.startswith("notes.und")]),
        ("issuebrief completion ", list(SHELLS)),
        ("issuebrief build cont", []),
    ],
)
def test_bash_completes_commands_options_and_values(typed: str, offered: list[str]) -> None:
    assert bash_offers(typed) == offered
