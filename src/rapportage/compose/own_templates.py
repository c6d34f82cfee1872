"""Fill templates of one's own in a process within bounds: one may have come from others, with the content.

The limits of the language tell the line of what is too much; this ends what goes round them.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from rapportage.bounds import MOST_SECONDS
from rapportage.errors import ContentError, Place, by_itself, refusal
from rapportage.figures.bounded import Unfinished, bounded, keep_bounds
from rapportage.workspace import Workspace, package_templates

Given = ParamSpec("Given")
Made = TypeVar("Made")

_SHARED = "basis.html.j2", "metagegevens.html.j2", "figuren/_tekst.svg.j2"
"""The templates that others which come along make use of."""


def own_file(workspace: Workspace, name: str) -> str | None:
    """The own template that is used when this one is filled, as messages show it; None without one."""
    own = workspace.root / "templates"
    if own.resolve() == package_templates().resolve():
        return None
    return next((f"templates/{one}" for one in (name, *_SHARED) if (own / one).is_file()), None)


def within_bounds(
    workspace: Workspace, name: str, work: Callable[Given, Made], *given: Given.args, **named: Given.kwargs
) -> Made:
    """What this work makes with a template: here with one that comes along, in a bounded process with an own.

    Raises ContentError as the work does, and where it takes too much time or memory.
    """
    own = own_file(workspace, name)
    if own is None:
        return work(*given, **named)
    try:
        made = pickle.loads(bounded(__name__, data=pickle.dumps((work, given, named))))
    except Unfinished:
        hint = f"maak het eenvoudiger; het krijgt {MOST_SECONDS} seconden en 2 GB"
        message = "dit sjabloon vraagt te veel tijd of geheugen"
        raise refusal(message, Place(own, 0), hint, "sjabloon") from None
    if isinstance(made, ContentError):
        raise made
    result: Made = made[0]
    return result


def _main(*limits: str) -> None:
    """Do the work on standard input, and write what came of it."""
    keep_bounds(*limits)
    sys.stdout.buffer.write(done(sys.stdin.buffer.read()))


def done(asked: bytes) -> bytes:
    """What comes of the work that was asked for, to be sent back."""
    work, given, named = pickle.loads(asked)
    try:
        made: object = (work(*given, **named),)
    except ContentError as error:
        made = by_itself(error)
    return pickle.dumps(made)


if __name__ == "__main__":
    _main(*sys.argv[1:])
