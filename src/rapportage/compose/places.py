"""How places travel through profile XHTML: `data-bron` on an element, a mark where a new line begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from rapportage.compose.numbers.quantities import Worked
from rapportage.errors import Place
from rapportage.made import Made

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


def from_place(place: Place) -> Markup:
    """The attribute that tells the reader of the profile where words came from."""
    return Markup(' data-bron="{}"').format(noted(place))


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


MADE_MARK = "gemaakt"
"""The processing instruction after which words stand that an expression made; without one, others again."""
_BETWEEN = "\x1f"


def made_words(worked: Worked, expression: str) -> Markup:
    """What an expression became, between marks that tell of it and are no part of the text."""
    if not worked.text.strip():
        return escape(worked.text)
    measured = worked.quantity.measured if worked.quantity else None
    return marked(
        worked.text,
        expression=" ".join(expression.split()),
        series=worked.series,
        periode=str(measured.periode) if measured else "",
        is_number=worked.quantity is not None,
    )


def marked(
    text: str, *, expression: str = "", series: Sequence[str], periode: str = "", is_number: bool = False
) -> Markup:
    """Words that were made, between marks that tell from what.

    They tell it in signs that stay what they are: an own template may set words in capitals.
    """
    facts = _BETWEEN.join(("getal" if is_number else "", periode, expression, *series))
    told = facts.encode(errors="surrogatepass").hex()
    return Markup(f"<?{MADE_MARK} {told}?>{escape(text)}<?{MADE_MARK}?>")


def read_made(told: str, text: str, place: Place) -> Made | None:
    """What a mark tells of the words behind it; None where it only ends another.

    Raises ValueError where it is none of ours.
    """
    if not told:
        return None
    facts = bytes.fromhex(told).decode(errors="surrogatepass")
    is_number, periode, expression, *series = facts.split(_BETWEEN)
    return Made(" ".join(text.split()), expression, tuple(series), periode, bool(is_number), place)
