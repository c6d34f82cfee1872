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


def _rows(data: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    rows = data.get(key)
    return [one for one in rows if isinstance(one, Mapping)] if isinstance(rows, list | tuple) else []


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
