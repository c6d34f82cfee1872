"""Find drawings whose data do not say what the drawing shows: which way is good, what is past, how dark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from rapportage.checks.subjects import Content
from rapportage.content.fields import moment_days, moment_text
from rapportage.content.figures import Tekening
from rapportage.content.model import Loaded
from rapportage.dutch import date_text
from rapportage.errors import Finding
from rapportage.number_words import number_of_word

_LESS_IS_BETTER = re.compile(
    r"\b(?:\w*wacht(?:tijd\w*|lijst\w*|enden)|\w*doorlooptijd\w*|\w*verzuim\w*|\w*klachten|\w*uitval\w*|\w*voortijdig\w*"
    r"|\w*tekort\w*|\w*overschrijding\w*|recidive|\w*vertraging\w*|\w*ongevallen|\w*inbraken|\w*misdrijven|\w*overlast\w*"
    r"|\w*leegstand|\w*uitstoot|restafval\w*|\w*schulden\w*|\w*armoede\w*|\w*werkloosheid\w*|\w*bezwaren|\w*storingen)\b",
    re.I,
)
"""What a municipality wants less of."""
_OF_LESS = re.compile(
    r"\b(?:minder|afname|daling|vermindering|reductie|opgelost\w*|afgehandeld\w*|beantwoord\w*|binnen|zonder"
    r"|voorkomen|gehaald\w*|op\stijd|tevreden\w*)\b",
    re.I,
)
"""What turns that round: 'Klachten binnen zes weken afgehandeld'."""


def otherwise_than_drawn(content: Content) -> Iterator[Finding]:
    """Each thing in the data of a drawing that it shows otherwise than it is, or not at all."""
    for figuur in content.rapportage.figuren.values():
        if not isinstance(figuur.value, Tekening):
            continue
        data = figuur.value.data
        if figuur.value.soort == "doelen":
            yield from _goals(figuur, data)
        elif figuur.value.soort == "waardenkaart":
            yield from _map(figuur, data)
        elif figuur.value.soort == "ranglijst":
            yield from _mean(figuur, data)
        elif figuur.value.soort == "tijdlijn":
            yield from _moments(figuur, data, content.rapportage.gegevens.value.rapportagedatum)


def _goals(figuur: Loaded[Any], data: Mapping[str, Any]) -> Iterator[Finding]:
    """Goals of which more was probably not meant to be better."""
    for at, one in enumerate(_rows(data, "doelen")):
        name = str(one.get("naam", ""))
        if "minder-is-beter" in one or not _LESS_IS_BETTER.search(name) or _OF_LESS.search(name):
            continue
        yield Finding(
            f"bij '{name}' tekent deze figuur meer als beter",
            figuur.place("doelen", at, "naam"),
            "zet er 'minder-is-beter: true' bij als het getal omlaag moet, anders 'minder-is-beter: false'",
        )


def _moments(figuur: Loaded[Any], data: Mapping[str, Any], day: date) -> Iterator[Finding]:
    """Moments that are still to come and are past, and the other way round."""
    for at, one in enumerate(_rows(data, "momenten")):
        try:
            first, last = moment_days(str(one.get("wanneer")))
        except ValueError:
            continue  # told as no moment
        past = one.get("staat") == "komt nog" and last < day
        if past or (one.get("staat") == "geweest" and first > day):
            yield Finding(
                f"{moment_text(str(one['wanneer']))} staat hier als '{one['staat']}', en de rapportage is van"
                f" {date_text(day)}",
                figuur.place("momenten", at, "staat"),
                "verander 'staat', of kijk de dag na",
            )


def _map(figuur: Loaded[Any], data: Mapping[str, Any]) -> Iterator[Finding]:
    """A map of different numbers in one shade."""
    known = sorted({float(one["waarde"]) for one in _rows(data, "waarden") if _is_number(one.get("waarde"))})
    if len(known) > 1 and not data.get("grenzen"):
        middle = known[len(known) // 2]
        yield Finding(
            "op deze kaart krijgen alle gemeenten dezelfde tint, want 'grenzen' ontbreekt",
            figuur.place("waarden"),
            f"zeg waar een donkerder kleur begint, bijvoorbeeld 'grenzen: [{middle:g}]'",
        )


_OF_THESE = re.compile(
    r"\s*gemiddelde?\s(?:van\s)?(?:deze|alle|de)\s(?P<count>[0-9]{1,2}|[a-z]+)\s\w+\s*", re.I
)


def _mean(figuur: Loaded[Any], data: Mapping[str, Any]) -> Iterator[Finding]:
    """A mean of those that are drawn that lies beyond all of them."""
    values = [float(one["waarde"]) for one in _rows(data, "onderdelen") if _is_number(one.get("waarde"))]
    line = data.get("vergelijking")
    if not isinstance(line, Mapping) or not values or not _is_number(line.get("waarde")):
        return
    named = _OF_THESE.fullmatch(str(line.get("naam", "")))
    count = named["count"] if named else ""
    of_these = count and len(values) in (number_of_word(count), int(count) if count.isdecimal() else None)
    if of_these and not min(values) <= float(line["waarde"]) <= max(values):
        yield Finding(
            f"'{line['naam']}' ligt buiten alle {len(values)} waarden waarvan het het gemiddelde is",
            figuur.place("vergelijking", "waarde"),
            "kijk het getal na",
        )


def _rows(data: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    rows = data.get(key)
    return [one for one in rows if isinstance(one, Mapping)] if isinstance(rows, list | tuple) else []


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
