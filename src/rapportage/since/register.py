"""Series that rose or fell, and promises whose state changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from rapportage.content.indicators import Indicator
from rapportage.content.model import Rapportage
from rapportage.content.register import Toezegging
from rapportage.dutch import list_text, quantity_text
from rapportage.periode import Periode
from rapportage.since.numbers import signed
from rapportage.since.report import Report


@dataclass(frozen=True, slots=True)
class SeriesChange:
    """A series with its number for either report, or a number of before that is another now."""

    name: str
    title: str
    was_periode: str
    periode: str
    was: str | None
    wordt: str | None
    difference: str = ""
    direction: str = ""
    correction: bool = False


@dataclass(frozen=True, slots=True)
class PromiseChange:
    """A promise, motion or announcement of which something else is to be told."""

    name: str
    kind: str
    words: str
    was: str
    wordt: str


def series_changes(old: Rapportage, new: Rapportage) -> Iterator[SeriesChange]:
    """Each series that has a number for the new report, or had one that is another now."""
    for name, now in new.indicatoren.items():
        then = old.indicatoren.get(name)
        was = then.measured.get(old.periode) if then else None
        wordt = now.measured.get(new.periode)
        if wordt is not None and (wordt != was or old.periode != new.periode):
            yield _change(now, old.periode, new.periode, was, wordt)
        for periode, earlier in (then.measured if then else {}).items():
            later = now.measured.get(periode)
            same_report = periode == new.periode == old.periode
            if later != earlier and not same_report:
                yield _change(now, periode, periode, earlier, later, correction=True)
    for name, gone in old.indicatoren.items():
        if name not in new.indicatoren and (number := gone.measured.get(old.periode)) is not None:
            yield _change(gone, old.periode, new.periode, number, None)


def _change(
    series: Indicator,
    was_periode: Periode,
    periode: Periode,
    was: Decimal | None,
    wordt: Decimal | None,
    *,
    correction: bool = False,
) -> SeriesChange:
    def text(value: Decimal | None) -> str | None:
        return None if value is None else quantity_text(value, series.eenheid, series.decimalen)

    difference = direction = ""
    if was is not None and wordt is not None:
        unit = series.eenheid if series.eenheid == "%" else ""
        difference = _apart(wordt - was, unit, series) if wordt != was else ""
        direction = "gelijk" if wordt == was else "omhoog" if wordt > was else "omlaag"
    return SeriesChange(
        series.id,
        series.naam,
        str(was_periode),
        str(periode),
        text(was),
        text(wordt),
        difference,
        direction,
        correction,
    )


def _apart(difference: Decimal, unit: str, series: Indicator) -> str:
    return signed(difference, unit, euro=series.eenheid == "€", decimals=series.decimalen)


def promise_changes(old: Report, new: Report) -> Iterator[PromiseChange]:
    """Each promise that is new, gone, late by now, in another state, or answered where it was not.

    The state is that on the report's date. Of one register for both reports, what is done without `afgerond`
    was done for both.
    """
    then, now = ({one.id: one for one in _entries(of.typed)} for of in (old, new))
    for name, one in now.items():
        earlier = then.get(name)
        is_same = earlier is not None and _told(old.typed, earlier) == _told(new.typed, one)
        was = _told(old.printed, earlier) if earlier is not None else "er nog niet"
        wordt = _told(new.printed, one)
        if not is_same and was != wordt:
            yield PromiseChange(name, one.soort, one.wat, was, wordt)
    for name, one in then.items():
        if name not in now:
            was = _told(old.printed, one)
            yield PromiseChange(name, one.soort, one.wat, was, "niet meer in het register")


def _entries(of: Rapportage) -> Iterator[Toezegging]:
    """What the register held on the report's date, as it was then."""
    for one in of.register.value.toezeggingen if of.register else ():
        known = one.as_of(of.gegevens.value.rapportagedatum, of.periode)
        if known is not None:
            yield known


def _told(of: Rapportage, one: Toezegging) -> str:
    """The state of an entry on the report's date, and the chapters of the report that answer it."""
    late = ", over tijd" if one.is_late(of.gegevens.value.rapportagedatum) else ""
    chapters = [
        chapter.gegevens.value.titel
        for name in of.gegevens.value.chapters()
        if (chapter := of.hoofdstukken.get(name)) and one.id in chapter.gegevens.value.beantwoordt
    ]
    here = [one.hoofdstuk for one in one.antwoorden if one.periode == of.periode]
    answered = list(dict.fromkeys([*chapters, *here]))
    where = f", antwoord in {list_text(answered)}" if answered else ""
    return f"{one.staat}{late}{where}"
