"""What people type in YAML that it refuses for another reason, or reads otherwise than they meant."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HARD_SPACES = "\u00a0\u2007\u202f"
_BULLETS, _DASHES = "•·▪◦‣●○", "–—"
_OPEN, _CLOSE = "“„‟‘‚«", "”“’‘»"
_KEY = r"^[ ]*(?:- +)*[A-Za-zÀ-ÿ][\wÀ-ÿ-]*"


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip of the pen: what is wrong, the way out, and the column from 1."""

    message: str
    hint: str
    column: int = 1


_IN_LINES = (
    (
        rf"^[ ]*[{_HARD_SPACES}]|{_KEY}[ ]*:[{_HARD_SPACES}]|^[ ]*-[{_HARD_SPACES}]",
        "hier staat een vaste spatie",
        "haal haar weg en typ een gewone spatie; u ziet geen verschil",
    ),
    (rf"{_KEY}[ ]*:[ ]*\t", "hier staat een tab", "typ achter de dubbele punt een spatie"),
    (
        rf"^[ ]*[{_BULLETS}{_DASHES}][ \t{_HARD_SPACES}]",
        "een lijst begint hier met een ander teken dan een koppelteken",
        "begin elk onderdeel met '- ': een koppelteken en een spatie",
    ),
    (r"^[ ]*-(?=[^\s\d-])", "achter het koppelteken ontbreekt een spatie", "begin elk onderdeel met '- '"),
    (
        rf"{_KEY}:(?=[^\s/:])",
        "achter de dubbele punt ontbreekt een spatie",
        "schrijf 'sleutel: waarde', met een spatie",
    ),
    (rf"{_KEY}[ ]*=(?= )", "hier staat een = in plaats van een dubbele punt", "schrijf 'sleutel: waarde'"),
    (
        rf"{_KEY}:[ ]+[{_OPEN}{_CLOSE}].*:[ ]|{_KEY}:[ ]+\"[^\"]*[{_CLOSE}][ ]*$",
        "gekrulde aanhalingstekens houden een tekst niet bij elkaar",
        'zet rechte aanhalingstekens om de tekst: "…"',
    ),
    (
        rf"{_KEY}:[ ]+(?=[-?][ ])",
        "een tekst kan hier niet met een - of ? en een spatie beginnen",
        "zet de tekst tussen aanhalingstekens",
    ),
)
"""What a line looks like that is no YAML, what is wrong with it, and the way out; the gravest first."""


def slip_in_line(line: str) -> Slip | None:
    """What is probably wrong with a line at which YAML cannot be read."""
    for pattern, message, hint in _IN_LINES:
        if found := re.search(pattern, line):
            return Slip(message, hint, max(found.end(), 1))
    return None


def slip_in_key(key: str) -> Slip | None:
    """What is wrong with a key that begins with what was meant to be the mark of a list, or an indent."""
    return slip_in_line(key) if key[:1] in _HARD_SPACES + _BULLETS + _DASHES else None


# --- what YAML takes without a word ------------------------------------------------------------


def cut_off(value: str, after: str) -> Slip | None:
    """A text of which the rest is taken for a comment; `after` is what follows it on its line."""
    found = re.match(r"[ \t]+#(?=[^\s#])", after)
    if found is None or (value and not re.search("[A-Za-z]{2}", value)):  # a number or a day is whole
        return None
    return Slip(
        "wat hier achter # staat, telt niet mee",
        "zet de hele tekst tussen aanhalingstekens; is het een opmerking, zet dan een spatie achter #",
    )


def drawn_in(lines: list[str]) -> int | None:
    """Which line of a text without quotes, after its first, was meant to be something of its own."""
    for index, line in enumerate(lines[1:], 1):
        if re.match(rf"[ ]*[{_BULLETS}]\s", line) or re.match(
            r"[ ]*-(?:\s|[A-Za-z])|[ ]*(?!mailto:|tel:|https?:)[a-z][a-z0-9-]*:(?:\S|$)", line
        ):
            return index
    return None


DRAWN_IN = Slip(
    "deze regel is bij de tekst van de regel erboven gekomen",
    "laat hem even ver inspringen als waar hij bij hoort, met '- ' of 'sleutel: ' en een spatie;"
    " hoort hij bij de tekst, zet die dan tussen aanhalingstekens",
)

PARTED = Slip(
    "een getal met een komma is hier twee onderdelen",
    "zet het tussen aanhalingstekens, zoals '1,5'; zijn het er twee, zet dan een spatie achter de komma",
)


def in_curly_quotes(value: str) -> bool:
    """Whether a text stands in curly quotes as a whole, as if those would hold it together."""
    inside = value[1:-1]
    return (
        len(value) > 2
        and value[0] in _OPEN + _CLOSE
        and value[-1] in _CLOSE
        and not set(inside) & set("“”„«»")
    )


CURLY = Slip(
    "de gekrulde aanhalingstekens om deze tekst worden gedrukt",
    "haal ze weg, of zet er rechte omheen als ze bij de tekst horen",
)


PATH_IN_QUOTES = re.compile(r"(?<!\w)[A-Za-z]:\\(?:[tabfve0][\w.-]*|[nr][\w.-]*\\)")
"""A path of Windows between double quotes, of which YAML takes a part for a sign; a new line may be meant."""


def path_in_quotes(path: str) -> Slip:
    """What is said of such a path."""
    return Slip(
        f"in '{path}' wordt \\{path[3]} tussen dubbele aanhalingstekens een ander teken",
        "zet de tekst tussen enkele aanhalingstekens: '…'",
    )
