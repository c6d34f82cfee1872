"""Of each sentence about wrong use that is translated, the library says the original."""

from __future__ import annotations

import re
from typing import Annotated

import pytest
import typer
from typer.exceptions import TyperException

from rapportage.cli import app
from rapportage.cli.dutch import _MESSAGES

other = typer.Typer()


@other.command()
def count(number: Annotated[int, typer.Option("--aantal")] = 1) -> None:
    """An option with a value that may be wrong, of which our own commands have one only."""
    del number


@other.command()
def nothing() -> None:
    """With a second command the first has a name."""


MISUSE = {
    "build --fromat pdf": app,
    "--xyz": app,
    "maak": app,
    "check": app,
    "build --output": app,
    "check 2024-H1 --json=ja": app,
    "build 2024-H1 2024-H2": app,
    "build --jobs 0": app,
    "count --aantal veel": other,
}


def test_all_that_is_translated_is_what_the_library_says() -> None:
    translated = set()
    for arguments, commands in MISUSE.items():
        with pytest.raises(TyperException) as said:
            commands(args=arguments.split(), standalone_mode=False)
        message = said.value.format_message()
        translated.add(next((one for one, *_ in _MESSAGES if re.fullmatch(one, message, re.S)), message))
    assert translated == {pattern for pattern, *_ in _MESSAGES}
