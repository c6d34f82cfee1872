"""Find sizes of the house style with which papers can be made that nobody reads well, or prints whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from rapportage.checks.style.house_style import as_length, complete
from rapportage.checks.subjects import StyleFile
from rapportage.dutch import number_text
from rapportage.errors import Finding
from rapportage.style.lengths import MILLIMETRE
from rapportage.style.page import MARGINS
from rapportage.style.tokens import HouseStyle


@dataclass(frozen=True, slots=True)
class _Usual:
    """From what to what a size may go, in millimetres, points or letters, and what is usual."""

    least: float
    most: float
    usual: str
    example: float


_ANY = 1e6
"""What is too large is an error already: it leaves too little of a page."""
_LENGTHS = {
    **dict.fromkeys(MARGINS, _Usual(10, _ANY, "15 tot 60 mm", 20)),
    "logo.hoogte": _Usual(5, _ANY, "10 tot 25 mm", 16),
}
_LETTERS = {
    "letter.tekst": _Usual(8.9, 16, "10 tot 12 pt", 11),
    "letter.intro": _Usual(8.9, 20, "11 tot 13 pt", 12),
    "letter.tabel": _Usual(7, 14, "8,5 tot 10 pt", 9.5),
    "letter.klein": _Usual(7, 14, "8,5 tot 10 pt", 9.5),
    "letter.voet": _Usual(6.5, 14, "8 tot 9 pt", 8.5),
    "letter.titel": _Usual(13, 48, "20 tot 28 pt", 24),
}
_LINES = {
    "regelafstand.tekst": _Usual(1.1, 2, "1,2 tot 1,5", 1.35),
    "regelafstand.kop": _Usual(0.95, 2, "1 tot 1,3", 1.2),
}
_HEADINGS = ("titel", "kop-1", "kop-2", "kop-3", "kop-4")
_NEAR = 0.3
"""So many points of difference nobody sees."""
_OURS = 1
"""So much smaller than a text of 12 points, which is usual, our smallest heading is seen: it is bold."""


def unusual(file: StyleFile) -> Iterator[Finding]:
    """Each size that was said and is far from what papers have, and each heading that is none to see."""
    style = complete(file)
    if style is None:
        return
    told = set()
    for group, unit in ((_LENGTHS, "mm"), (_LETTERS, "pt"), (_LINES, "")):
        for token, usual in group.items():
            found = style.points(token) / (MILLIMETRE if unit == "mm" else 1)
            is_none = token == "logo.hoogte" and not found  # which is an error
            if not (usual.least <= round(found, 2) <= usual.most or is_none) and file.changes(token):
                told.add(token)
                message = f"'{token}' is {_shown(found, unit)}, en gewoon is {usual.usual}"
                yield Finding(message, file.place(token), _written(usual.example, unit))
    if "letter.tekst" not in told:
        yield from _small_headings(style, file)


def _small_headings(style: HouseStyle, file: StyleFile) -> Iterator[Finding]:
    """Each heading that is smaller than the text below it, or than a heading within its chapter."""
    text = style.points("letter.tekst")
    for above, name in zip((None, *_HEADINGS), _HEADINGS, strict=False):
        token, size = f"letter.{name}", style.points(f"letter.{name}")
        if size < text - (_NEAR if file.changes(token) else _OURS):
            below = f"kleiner dan lopende tekst ({_shown(text, 'pt')})"
            message = f"'{token}' is {_shown(size, 'pt')}, en dat is {below}"
            yield Finding(message, file.place(token, "letter.tekst"), _heading_hint(token, text, file))
        elif above and text - _NEAR <= style.points(f"letter.{above}") < size - _NEAR:
            other = _shown(style.points(f"letter.{above}"), "pt")
            message = f"'{token}' is {_shown(size, 'pt')}, en dat is groter dan '{above}' erboven ({other})"
            hint = f"maak 'letter.{name}' kleiner, of 'letter.{above}' groter"
            yield Finding(message, file.place(token, f"letter.{above}"), hint)


def _heading_hint(token: str, text: float, file: StyleFile) -> str:
    """What to write; where only the text was chosen, for which token."""
    return _written(text, "pt") if file.changes(token) else f"zet '{token}' erbij: {_written(text, 'pt')}"


def _written(number: float, unit: str) -> str:
    return as_length(round(number, 2), unit) if unit else f'schrijf "$value": {number:g}'


def _shown(found: float, unit: str) -> str:
    number = Decimal(f"{found:.2f}").normalize()
    text = number_text(number, max(0, -int(number.as_tuple().exponent)))
    return f"{text} {unit}".rstrip()
