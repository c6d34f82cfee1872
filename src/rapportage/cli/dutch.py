"""Say in Dutch what the command-line library says in English: headings of help, and wrong use."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from typer.core import TyperCommand, TyperGroup

from rapportage.errors import UsageError, nearest

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
    "  [x>=1]": "",
    "Show this message and exit.": "Toon deze uitleg.",
    "Install completion for the current shell.": "Zet aanvullen met de tabtoets aan.",
    (
        "Show completion for the current shell, to copy it or\n"
        "                        customize the installation."
    ): "Toon wat daarvoor nodig is.",
}
_MORE = "'rapportage --help' toont wat er kan"
_MESSAGES = (
    (
        r"No such option: (\S+) \(Possible options: ([^,)]+).*",
        r"de optie '\1' bestaat niet",
        r"bedoelde u '\2'?",
    ),
    (r"No such option: (\S+).*", r"de optie '\1' bestaat niet", _MORE),
    (r"No such command '(.*)'\..*", r"de opdracht '\1' bestaat niet", _MORE),
    (r"Missing argument 'PERIODE'\..*", r"de periode ontbreekt", "noem haar, bijvoorbeeld 2021-H2"),
    (r"Option '(.*)' requires an argument\..*", r"achter '\1' ontbreekt een waarde", _MORE),
    (r"Option '(.*)' does not take a value\..*", r"achter '\1' hoort geen waarde", _MORE),
    (
        r"Got unexpected extra argument\S* \((.*)\)",
        r"'\1' is te veel",
        "laat het weg; build en check nemen één periode per keer, en build --all neemt ze alle",
    ),
    (
        r"Invalid value for '--jobs': .*",
        r"de waarde van --jobs is niet bruikbaar",
        "noem een heel getal vanaf 1",
    ),
    (r"Invalid value for '?(.*?)'?: .*", r"de waarde van \1 is niet bruikbaar", _MORE),
)
"""What the library says of wrong use, what we say, and the way out."""


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


def misuse(message: str, commands: Iterable[str] = ()) -> UsageError:
    """The Dutch error for what the library says about wrong use; `commands` are those that exist."""
    for pattern, dutch, hint in _MESSAGES:
        if found := re.fullmatch(pattern, message, re.S):
            way_out = nearest(found[1], commands, hint) if "command" in pattern else found.expand(hint)
            return UsageError(found.expand(dutch), way_out)
    return UsageError(f"de opdracht is niet te begrijpen ({message})", _MORE)


def _translated(text: str) -> str:
    for english, dutch in _HELP.items():
        text = text.replace(english, dutch)
    return text
