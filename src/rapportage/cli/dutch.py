"""Say in Dutch what the command-line library says in English: help, and wrong use.

Help is written here from what each command says of its options, so that none of the library's
words are in it. What it says of wrong use comes as a message only, and is recognised by its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from typer.core import TyperCommand, TyperGroup

from rapportage.errors import UsageError, nearest

_HELP = {
    "help": "Toon deze uitleg.",
    "install_completion": "Zet aanvullen met de tabtoets aan.",
    "show_completion": "Toon wat daarvoor nodig is.",
}
"""The explanation of the options that the library adds, by their names."""
_NAMES_WIDTH = 24
"""Longer names stand on a line of their own, so that a narrow terminal has room for what they do."""
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

    def get_params(self, ctx: Any) -> list[Any]:
        """The options and arguments, each with a Dutch explanation."""
        return _explained(super().get_params(ctx))

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write how the command is typed."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write what each argument and option does."""
        _write_options(self, ctx, formatter)


class DutchGroup(TyperGroup):
    """A group of commands whose help is Dutch."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The options, each with a Dutch explanation."""
        return _explained(super().get_params(ctx))

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write how a command is typed."""
        _write_usage(self, ctx, formatter, "OPDRACHT", "…")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write what each option and each command does."""
        _write_options(self, ctx, formatter)
        commands = ((name, one.help) for name, one in self.commands.items() if not one.hidden)
        _write_list(formatter, "Opdrachten", [(name, _first_paragraph(text)) for name, text in commands])


def misuse(message: str, commands: Iterable[str] = ()) -> UsageError:
    """The Dutch error for what the library says about wrong use; `commands` are those that exist."""
    for pattern, dutch, hint in _MESSAGES:
        if found := re.fullmatch(pattern, message, re.S):
            way_out = nearest(found[1], commands, hint) if "command" in pattern else found.expand(hint)
            return UsageError(found.expand(dutch), way_out)
    return UsageError(f"de opdracht is niet te begrijpen ({message})", _MORE)


# --- help ------------------------------------------------------------------------------------


def _explained(params: list[Any]) -> list[Any]:
    for param in params:
        param.help = _HELP.get(param.name, param.help)
    return params


def _write_usage(command: Any, ctx: Any, formatter: Any, *more: str) -> None:
    arguments = [
        param.metavar if param.required else f"[{param.metavar}]"
        for param in _shown(command, ctx, "argument")
    ]
    formatter.write_usage(ctx.command_path, " ".join(("[OPTIES]", *arguments, *more)), prefix="Gebruik: ")


def _write_options(command: Any, ctx: Any, formatter: Any) -> None:
    arguments = [(one.metavar, one.help) for one in _shown(command, ctx, "argument")]
    options = [(_names(one), one.help) for one in _shown(command, ctx, "option")]
    _write_list(formatter, "Argumenten", arguments)
    _write_list(formatter, "Opties", options)


def _shown(command: Any, ctx: Any, kind: str) -> list[Any]:
    return [one for one in command.get_params(ctx) if one.param_type_name == kind and not one.hidden]


def _names(option: Any) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return f"{names} {option.metavar}" if option.metavar else names


def _write_list(formatter: Any, heading: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(heading):
            formatter.write_dl(rows, col_max=_NAMES_WIDTH)


def _first_paragraph(text: str | None) -> str:
    return " ".join((text or "").partition("\n\n")[0].split())
