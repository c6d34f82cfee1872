"""The command line: which commands there are, and with which exit status each ends."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from functools import cache
from typing import Any

import typer
from typer.exceptions import TyperException
from typer.main import get_command

from rapportage.build.collected import search_memory_seldom
from rapportage.cli.build import build
from rapportage.cli.check import check
from rapportage.cli.compare import compare
from rapportage.cli.dutch import DutchCommand, DutchGroup, misuse
from rapportage.cli.figures import figures
from rapportage.cli.init import init
from rapportage.cli.new import new
from rapportage.cli.overview import start
from rapportage.cli.preview import preview
from rapportage.cli.proofread import proofread
from rapportage.cli.schema import schema
from rapportage.cli.status import status
from rapportage.cli.telling import GOOD, MEND, NOTHING_WRITTEN, failed, report, say, unforeseen
from rapportage.cli.template import template
from rapportage.ctrl_c import INTERRUPTED, deaf, farewell, hear_as_before, hear_once, heed
from rapportage.errors import ContentError, UsageError
from rapportage.streams import open_streams

COMMANDS = (build, check, compare, figures, init, new, preview, proofread, schema, status, template)

app = typer.Typer(
    cls=DutchGroup,
    rich_markup_mode=None,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.callback()(start)
for command in COMMANDS:
    app.command(cls=DutchCommand)(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit status; no input shows a traceback.

    The process is taken to end with the command, and Ctrl-C is not heard from there on, unless
    `arguments` are given: then it is another's, and hears as before.
    """
    try:
        try:
            hear_once()
            status = _run(list(arguments) if arguments is not None else None)
            deaf()
        except KeyboardInterrupt:
            deaf()
            status = INTERRUPTED
        if status == INTERRUPTED:
            say(farewell())
        if arguments is None:
            gc.freeze()  # or all that is still there is searched for cycles once more on the way out
        raise SystemExit(status)
    finally:
        if arguments is not None:
            hear_as_before()


@cache
def _command() -> Any:
    """All commands as the library understands them, which takes it a while to do."""
    return get_command(app)


def _run(arguments: list[str] | None) -> int:
    """Do what is asked and tell what is wrong; the exit status for it."""
    open_streams()
    search_memory_seldom()
    try:
        remembered_as = sys.argv[1:] if arguments is None else None
        given = {"prog_name": "rapportage", "standalone_mode": False, "obj": remembered_as}
        status = _command()(args=arguments, **given) or GOOD
    except ContentError as error:
        report(error.problems)
        say(NOTHING_WRITTEN)
        status = MEND
    except UsageError as error:
        status = failed(error)
    except TyperException as error:
        status = failed(misuse(error.format_message(), [one.__name__ for one in COMMANDS]))
    except typer.Abort:
        status = INTERRUPTED
    except Exception as error:  # the last resort: a fault of ours, told without a traceback
        heed()
        status = unforeseen(error)
    heed()
    return int(status)
