"""Find descriptions of own drawings that give a measure otherwise than the words in the drawing do."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from rapportage.checks.drawings.drawn_words import is_slip
from rapportage.checks.reading.directions import number_of
from rapportage.checks.reading.loose_numbers import is_near, loose_numbers
from rapportage.content.figures import Afbeelding
from rapportage.content.model import Rapportage
from rapportage.content.named_files import Whereabouts, named_file
from rapportage.errors import Finding
from rapportage.opened import Unsuitable
from rapportage.workspace import Workspace

_TEXT = re.compile(r"<text\b[^<>]*>(.{0,2000}?)</text>", re.S)
_TAG = re.compile(r"<[^<>]*>")
_UNITS = {"meter": "m", "kilometer": "km", "centimeter": "cm", "hectare": "ha", "procent": "%"}
_UNIT = "|".join((*_UNITS, "km", "cm", "ha", "m"))
_MEASURE = re.compile(rf"(?<![\w.,/-])(?P<number>[0-9](?:[0-9.,]*[0-9])?)\s?(?P<unit>%|(?:{_UNIT})(?!\w))")


def otherwise_than_lettered(workspace: Workspace, rapportage: Rapportage) -> Iterator[Finding]:
    """Each description of an own SVG with a measure that slipped from one in its words."""
    for figuur in rapportage.figuren.values():
        if not isinstance(figuur.value, Afbeelding) or not figuur.value.alt:
            continue
        file = named_file(workspace, rapportage.periode, figuur.value.bestand)
        if file.whereabouts is not Whereabouts.HERE or file.path.suffix.lower() != ".svg":
            continue
        try:
            svg = workspace.bytes_of(file.path).decode("utf-8", "replace")
        except (OSError, Unsuitable):
            continue  # told where it is drawn
        if told := other_measure(figuur.value.alt, letters_of(svg)):
            yield Finding(told, figuur.place("alt"), "kijk de tekst na bij de figuur")


def letters_of(svg: str) -> str:
    """The words that an SVG has as text, one text behind another."""
    return "; ".join(html.unescape(_TAG.sub("", found[1])) for found in _TEXT.finditer(svg))


def other_measure(alt: str, letters: str) -> str:
    """A measure that is not in the drawing, and slipped from one that is told nowhere else; '' for none."""
    shown, told = _measures(letters), _numbers(alt)
    values = [value for value, _, _ in shown]
    worked = [one + sign * other for one, other in product(values, values) for sign in (1, -1)]
    for said, unit, words in _measures(alt):
        if any(is_near(said, one) for one in (*_numbers(letters), *worked)):
            continue
        for value, own_unit, own in shown:
            if own_unit == unit and value not in told and is_slip(said, value):
                return f"hier staat '{words}', en in de figuur staat '{own}'"
    return ""


def _measures(text: str) -> list[tuple[Decimal, str, str]]:
    """Each number with a unit, that unit in short, and the words."""
    found = ((number_of(one["number"]), one) for one in _MEASURE.finditer(text))
    return [
        (value, _UNITS.get(one["unit"], one["unit"]), " ".join(one[0].split()))
        for value, one in found
        if value is not None
    ]


def _numbers(text: str) -> list[Decimal]:
    return [value for one in loose_numbers(text, small=True) if (value := number_of(one)) is not None]
