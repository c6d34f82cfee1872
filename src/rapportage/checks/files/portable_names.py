"""Names of files that not every system takes: what is made on one computer is to be read on every other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from rapportage.checks.files.attachments import named_files
from rapportage.checks.subjects import Content
from rapportage.content.model import Rapportage
from rapportage.content.named_files import Whereabouts, alike
from rapportage.errors import Finding, Place

_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(?:\..*)?", re.I)
"""What Windows keeps for devices, with any ending."""
_SIGNS = re.compile(r'[<>:"|?*\x00-\x1f]')
_LAST = re.compile(r"[. ]+$")
"""What it leaves out at the end of a name."""


def not_on_windows(content: Content) -> Iterator[Finding]:
    """Each file whose name Windows does not take, or takes for that of another."""
    for name, place in _content_files(content.rapportage):
        if _RESERVED.fullmatch(name):
            hint = "geef het bestand een andere naam, ook waar ernaar verwezen wordt"
            yield Finding(f"'{name}' is op Windows de naam van een apparaat, en geen bestand", place, hint)
    for what, place, file in named_files(content, Whereabouts.HERE):
        for step in PurePosixPath(file.on_disk).parts:
            if told := _wrong(step):
                yield Finding(
                    f"{what} kan op Windows niet zo heten: {told}", place, "geef het een andere naam"
                )
        others = [one for one in alike(file.path) if one != file.path.name]
        if others:
            message = f"{what} en '{others[0]}' zijn op Windows hetzelfde bestand"
            yield Finding(message, place, "geef een van beide een andere naam, of haal het weg")


def _wrong(step: str) -> str:
    """What of this part of a path Windows does not take; nothing where it does."""
    if _RESERVED.fullmatch(step):
        return f"'{step}' is de naam van een apparaat"
    if found := _SIGNS.search(step):
        return (
            f"in een naam past geen {found[0]}"
            if found[0].isprintable()
            else "in de naam staat een stuurteken"
        )
    if _LAST.search(step):
        return "een naam eindigt niet op een punt of een spatie"
    return ""


def _content_files(rapportage: Rapportage) -> Iterator[tuple[str, Place]]:
    """The files of content that are named by their authors, and their beginning."""
    yield from ((f"{name}.md", one.gegevens.place()) for name, one in rapportage.hoofdstukken.items())
    yield from ((f"{name}.yaml", one.place()) for name, one in rapportage.figuren.items())
    yield from ((f"{name}.yaml", one.place()) for name, one in rapportage.tabellen.items())
    for series in rapportage.reeksen:
        yield PurePosixPath(series.source.file).name, series.place()
