"""Periods that were carried over from an earlier report without being read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from rapportage.checks.subjects import Content
from rapportage.content.fields import EXPRESSION
from rapportage.content.figures import Grafiek
from rapportage.content.model import Loaded, Rapportage
from rapportage.content.source import Path_
from rapportage.errors import Finding, Place
from rapportage.periode import NamedPeriod, Periode, named_months, named_periods

_OUTSIDE = frozenset({"bron", "alt-kenmerk", "bestand", "perioden", "soort"})
"""The keys of figures and tables whose texts are of others, or no text."""
_HEADING = re.compile(r"##\s*(?P<title>[^#].*?)\s*#*")


def other_period(content: Content) -> Iterator[Finding]:
    """Each title, decision, figure or table that names another period than the report is about."""
    rapportage = content.rapportage
    for words, place in _titles(rapportage):
        yield from _told(words, place, rapportage.periode)
        yield from _month_before(words, place, rapportage.periode)
    for words, place in _headings(rapportage):
        yield from _told(words, place, rapportage.periode, earlier=True)
    for words, place in _decisions(rapportage):
        yield from _told(words, place, rapportage.periode, earlier=True)
    for loaded in (*rapportage.figuren.values(), *rapportage.tabellen.values()):
        yield from _in_file(loaded, rapportage.periode)


def _titles(rapportage: Rapportage) -> Iterator[tuple[str, Place]]:
    gegevens = rapportage.gegevens
    for key in ("titel", "ondertitel", "voetregel", "onderwerp"):
        if words := getattr(gegevens.value, key):
            yield words, gegevens.place(key)
    for at, bijlage in enumerate(gegevens.value.bijlagen):
        if bijlage.document:
            yield bijlage.titel, gegevens.place("bijlagen", at, "titel")
    for at, deel in enumerate(gegevens.value.delen):
        yield deel.titel, gegevens.place("delen", at, "titel")
        for number, part in enumerate(deel.onderdelen):
            yield part.titel, gegevens.place("delen", at, "onderdelen", number, "titel")
    for hoofdstuk in rapportage.hoofdstukken.values():
        yield hoofdstuk.gegevens.value.titel, hoofdstuk.gegevens.place("titel")


def _headings(rapportage: Rapportage) -> Iterator[tuple[str, Place]]:
    """The headings of all texts, and the titles of their boxes and tables."""
    chapters = (hoofdstuk.tekst for hoofdstuk in rapportage.hoofdstukken.values())
    for text in (rapportage.raadsvoorstel, *chapters):
        for at, line in enumerate(text.text.split("\n")):
            if line.startswith(("##", ":::")):
                yield line, Place(text.file, text.first_line + at)


def _month_before(words: str, place: Place, own: Periode) -> Iterator[Finding]:
    """A title that names only a month of before the period."""
    months = named_months(EXPRESSION.sub("", words))
    if months and all(first < own.first_day for _, first in months):
        yield _told_of(months[-1][0], place, own)


def _decisions(rapportage: Rapportage) -> Iterator[tuple[str, Place]]:
    """The lines of the memo below its heading of decisions."""
    memo, inside = rapportage.raadsvoorstel, False
    for at, line in enumerate(memo.text.split("\n")):
        if heading := _HEADING.fullmatch(line):
            inside = heading["title"].lower() == "besluitpunten"
        elif inside:
            yield line, Place(memo.file, memo.first_line + at)


def _told(words: str, place: Place, own: Periode, *, earlier: bool = False) -> Iterator[Finding]:
    """What is wrong with a text that names periods and not its own."""
    named = [one for one in named_periods(EXPRESSION.sub("", words)) if one.kind == own.kind]
    others = [one for one in named if not one.may_be(own)]
    if others and len(others) == len(named) and (not earlier or others[0].is_before(own)):
        yield _finding(others[0], place, own)


def _in_file(loaded: Loaded[Any], own: Periode) -> Iterator[Finding]:
    """A figure or table that names one earlier period and no other: several are a course of time."""
    texts = [(path, EXPRESSION.sub("", words)) for path, words in _texts(loaded.source.data, ())]
    named = [(path, one) for path, words in texts for one in named_periods(words) if one.kind == own.kind]
    different = {(one.number, one.year) for _, one in named}
    compares = isinstance(loaded.value, Grafiek) and own in loaded.value.perioden[1:]
    if len(different) == 1 and named[0][1].is_before(own) and not compares:
        path, one = named[0]
        yield _finding(one, loaded.place(*path), own)


def _finding(one: NamedPeriod, place: Place, own: Periode) -> Finding:
    return _told_of(one.words, place, own)


def _told_of(words: str, place: Place, own: Periode) -> Finding:
    about = str(own) if own.kind == "jaar" else f"het {own.words('lang')}"
    return Finding(
        f"hier staat '{words}', en de rapportage gaat over {about}",
        place,
        'schrijf {{ periode("lang") }}, of {{ vorige("lang") }} als u die bedoelt: dat gaat vanzelf mee',
    )


def _texts(value: Any, path: Path_) -> Iterator[tuple[Path_, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            if path or key not in _OUTSIDE:
                yield from _texts(one, (*path, key))
    elif isinstance(value, list):
        for at, one in enumerate(value):
            yield from _texts(one, (*path, at))
