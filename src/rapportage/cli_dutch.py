"""Say in Dutch what the command-line library says in English: headings of help, and wrong use."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

_HELP = {
    "Usage:": "Gebruik:",
    "[OPTIONS]": "[OPTIES]",
    "COMMAND [ARGS]...": "OPDRACHT …",
    "\nArguments:\n": "\nArgumenten:\n",
    "\nOptions:\n": "\nOpties:\n",
    "\nCommands:\n": "\nOpdrachten:\n",
    "{PERIODE}": "PERIODE",
    "PERIODE <str>": "PERIODE      ",
    "  [required]": "",
    "Show this message and exit.": "Toon deze uitleg.",
    "Install completion for the current shell.": "Zet aanvullen met de tabtoets aan.",
    (
        "Show completion for the current shell, to copy it or\n"
        "                        customize the installation."
    ): "Toon wat daarvoor nodig is.",
}
_MESSAGES = (
    (r"No such option:? '?(--?[^'. ]*)'?.*", r"de optie '\1' bestaat niet"),
    (r"No such command '(.*)'\..*", r"de opdracht '\1' bestaat niet"),
    (r"Missing argument '(.*)'\..*", r"'\1' ontbreekt"),
    (r"Missing option '(.*)'\..*", r"de optie '\1' ontbreekt"),
    (r"Missing command\.", "er is geen opdracht gegeven"),
    (r"Option '(.*)' requires an argument\..*", r"achter '\1' ontbreekt een waarde"),
    (r"Option '(.*)' does not take a value\..*", r"achter '\1' hoort geen waarde"),
    (r"Got unexpected extra arguments? \((.*)\)", r"'\1' is te veel"),
    (r"Invalid value for '?(.*?)'?: .*", r"de waarde van \1 is niet bruikbaar"),
)


class DutchCommand(TyperCommand):
    """A command whose help is Dutch."""

    def get_help(self, ctx: Any) -> str:
        """The help text with Dutch headings."""
        return _translated(super().get_help(ctx))


class DutchGroup(TyperGroup):
    """A group of commands whose help is Dutch."""

    def get_help(self, ctx: Any) -> str:
        """The help text with Dutch headings."""
        return _translated(super().get_help(ctx))


def dutch_message(message: str) -> str:
    """What the library says about wrong use, in Dutch."""
    for pattern, dutch in _MESSAGES:
        if found := re.fullmatch(pattern, message, re.S):
            return found.expand(dutch)
    return f"de opdracht is niet te begrijpen ({message})"


def _translated(text: str) -> str:
    for english, dutch in _HELP.items():
        text = text.replace(english, dutch)
    return text
