"""Help is Dutch and says the same on every terminal, however wide."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
import typer
from typer.core import TyperArgument, TyperGroup, TyperOption
from typer.main import get_command

from rapportage.cli import app, main


def group() -> TyperGroup:
    found = get_command(app)
    assert isinstance(found, TyperGroup)
    return found


COMMANDS = ["", *group().commands]
ENGLISH = re.compile(
    r"\b(usage|options|arguments|commands?|args|show|exit|this|message|and|error|missing|invalid|such|required"
    r"|default|install|installation|completion|for|the|current|shell|to|copy|or|customize|text|path|try|str|int"
    r"|file|directory|dynamic|deprecated|env)\b",
    re.I,
)
"""The words with which the library words its help, and the names of its types."""
OURS = re.compile(r"--[a-z-]+|voorbeeld: .*|output/PERIODE", re.I)
"""What is no text: names of options and folders, and commands as typed."""


def told(command: str, capfd: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as left:
        main([*command.split(), "--help"])
    said = capfd.readouterr()
    assert (left.value.code, said.err) == (0, "")
    return said.out


def together(help_text: str) -> list[str]:
    """The words, those that a line's end parts at their hyphen made whole."""
    return re.sub(r"(?<=\w-)\n +", "", help_text).split()


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_dutch_and_the_same_words_at_every_width(
    command: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    whole = told(command, capfd)
    assert whole.startswith("Gebruik: rapportage")
    assert "..." not in whole
    for width in range(40, 121):
        monkeypatch.setenv("COLUMNS", str(width))
        help_text = told(command, capfd)
        assert together(help_text) == together(whole), width
        words = OURS.sub("", " ".join(help_text.split()))
        assert ENGLISH.findall(words) == [], width
        assert max(map(len, help_text.splitlines())) <= max(width, 50)


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_help_on_a_terminal_is_what_it_is_elsewhere(
    columns: int, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "LINES")}
    program = [sys.executable, "-c", "from rapportage.cli import main; main()", "build", "--help"]
    process = subprocess.Popen(program, env=environment, stdin=theirs, stdout=theirs, stderr=theirs)
    assert process.wait(60) == 0
    os.close(theirs)
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    monkeypatch.setenv("COLUMNS", str(columns))
    assert shown.replace("\r\n", "\n") == told("build", capfd)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_and_argument_is_explained_with_its_names_and_value(
    command: str, capfd: pytest.CaptureFixture[str]
) -> None:
    one = group().commands[command] if command else group()
    shown = told(command, capfd)
    for param in one.get_params(typer.Context(one)):
        assert isinstance(param, TyperArgument | TyperOption)
        assert param.help
        assert " ".join(param.help.split()) in " ".join(shown.split())
        if isinstance(param, TyperOption):
            assert set(param.opts) <= set(re.findall(r"[\w-]+", shown))
        if not (isinstance(param, TyperOption) and param.is_flag):
            assert param.metavar
            assert param.metavar in shown.split()


def test_the_tab_key_explains_options_in_dutch() -> None:
    words = {"_RAPPORTAGE_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "rapportage --"}
    program = [sys.executable, "-c", "from rapportage.cli import main; main()"]
    done = subprocess.run(
        program, env=os.environ | words, capture_output=True, text=True, check=False, timeout=60
    )
    assert "Zet aanvullen met de tabtoets aan." in done.stdout
    assert "Toon deze uitleg." in done.stdout
    assert ENGLISH.findall(re.sub(r"--[a-z-]+|_arguments", "", done.stdout)) == []


def test_the_tab_key_offers_the_periods_of_the_workspace_that_is_named(klein: Path, tmp_path: Path) -> None:
    words = {"_RAPPORTAGE_COMPLETE": "complete_bash", "COMP_CWORD": "4"}
    words["COMP_WORDS"] = f"rapportage check --workspace {klein} "
    program = [sys.executable, "-c", "from rapportage.cli import main; main()"]
    done = subprocess.run(
        program,
        cwd=tmp_path.parent,
        env=os.environ | words,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stdout.split() == ["2024-H1"]
