"""How places travel through profile XHTML: `data-bron` on an element, a mark where a new line begins."""

from __future__ import annotations

import re

from markupsafe import Markup

from rapportage.errors import Place

LINE_MARK = "regel"
"""The processing instruction after which words stand on another line of the same file."""

_NOTED = re.compile(
    "(?P<file>.+?):(?P<line>[0-9]{1,8})(?:-(?P<end>[0-9]{1,8}))?(?::[0-9]+)?(?:#(?P<path>.+))?", re.S
)


def noted(place: Place) -> str:
    """The value of `data-bron`: `water.md:7`, `water.md:7-9` for more lines, `x.yaml:3#titel` for a key."""
    line = f":{place.line}" if place.line else ""
    end = f"-{place.end}" if place.line and place.end else ""
    return f"{place.file}{line}{end}" + (f"#{place.path}" if place.path else "")


def read_place(value: str) -> Place | None:
    """The place that a value of `data-bron` notes, without its column; None when it notes none."""
    found = _NOTED.fullmatch(value)
    if found is None:
        return None
    end = int(found["end"]) if found["end"] else None
    return Place(found["file"], int(found["line"]), None, end, found["path"] or "")


def line_mark(line: int) -> Markup:
    """What stands before the words of a new line; it is no part of the text."""
    return Markup(f"<?{LINE_MARK} {line}?>")
