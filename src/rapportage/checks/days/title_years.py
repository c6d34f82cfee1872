"""Titles with a year that nothing below them is of, while what stands there is of the report's own period."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rapportage.checks.days.moments import moments_in
from rapportage.checks.days.periods import plain, tables_in_texts, texts_of
from rapportage.checks.subjects import Content
from rapportage.content.figures import Grafiek
from rapportage.errors import Finding, Place
from rapportage.named_periods import named_periods
from rapportage.periode import Periode

_ENDS_IN_YEAR = re.compile(r"(?<![\w/–-])(?P<year>20[0-9]{2})\)?\s*\Z")
_YEAR = re.compile(r"(?<![\w/–-])20[0-9]{2}(?![\w/–-])")
_OF_OTHERS = re.compile(
    r"\b(?:\w*(?:begroting|rekening|stukken|plan|programma|visie|akkoord|agenda|nota|deal|wet|kader|verslag|monitor|beleid"
    r"|strategie|convenant|verkiezing\w*)|sinds|vanaf|na)\b[^.;:]{0,60}\Z",
    re.I,
)
"""What bears a year as its name, or only begins there."""
_AHEAD = re.compile(r"\b(?:prognoses?|raming(?:en)?|verwachting(?:en)?)\s(?:(?:over|van|in|voor)\s)?\Z", re.I)
"""What is made of a year that is not over, whatever else the title names: 'Begroting en prognose 2024'."""
_BUDGET = re.compile(r"\b[\w-]*begroting\b[^0-9]{0,60}(?P<year>20[0-9]{2})(?![\w/–-])", re.I)


def of_another_year(content: Content) -> Iterator[Finding]:
    """Each title that ends in an earlier year, above days of the own period and nothing of that year."""
    rapportage, own = content.rapportage, content.rapportage.periode
    for chapter in rapportage.hoofdstukken.values():
        below = [words for words in chapter.tekst.text.split("\n") if words]
        yield from _told(chapter.gegevens.value.titel, below, chapter.gegevens.place("titel"), own, least=2)
    for loaded in (*rapportage.figuren.values(), *rapportage.tabellen.values()):
        if isinstance(loaded.value, Grafiek):
            continue
        key = "bijschrift" if "bijschrift" in loaded.source.data else "titel"
        below = [words for path, words in texts_of(loaded.source.data, ()) if path[0] != key]
        title = str(loaded.source.data.get(key) or "")
        source = _source(loaded.source.data.get("bron"))
        yield from _told(title, [*below, source] if _is_ahead(title) else below, loaded.place(key), own)
        yield from _against_budget(title, below, source, loaded.place(key))
    for table in tables_in_texts(rapportage):
        above = table.text.text.split("\n")[: table.first]
        title = next((words for words in reversed(above) if words.strip()), "")
        told = any(day == own.previous.last_day for _, day in moments_in(title, own))
        if title.startswith(":::") and not told:
            place = Place(table.text.file, table.text.first_line + len(above) - above[::-1].index(title) - 1)
            yield from _told(title, [words for _, words in table.cells], place, own)


def _told(
    title: str, below: Iterable[str], place: Place, own: Periode, *, least: int = 1
) -> Iterator[Finding]:
    found = _ENDS_IN_YEAR.search(title)
    if found is None or int(found["year"]) >= own.first_day.year:
        return
    if _OF_OTHERS.search(title[: found.start()]) and not _is_ahead(title):
        return
    year, days = int(found["year"]), set()
    for words in below:
        bare = plain(words, own)
        if any(int(one[0]) == year for one in _YEAR.finditer(bare)):
            return
        named = (one for one in named_periods(bare) if one.dated and one.form in ("day", "stand"))
        days |= {one.last for one in named if own.first_day <= one.last <= own.last_day}
    if len(days) >= least:
        yield Finding(
            f"deze titel noemt {year}, en wat eronder staat is van {own.first_day.year}",
            place,
            'schrijf {{ periode("jaar") }}, of laat het jaar weg',
        )


def _is_ahead(title: str) -> bool:
    """Whether what it is of a year was foreseen."""
    found = _ENDS_IN_YEAR.search(title)
    return found is not None and _AHEAD.search(title[: found.start()]) is not None


def _source(bron: object) -> str:
    return str(bron.get("naam", "")) if isinstance(bron, dict) else str(bron or "")


def _against_budget(title: str, below: Iterable[str], source: str, place: Place) -> Iterator[Finding]:
    """A title of a year before that of the budget that is its source, where nothing else is of that year."""
    found, budget = _ENDS_IN_YEAR.search(title), _BUDGET.search(source)
    if found is None or budget is None or _OF_OTHERS.search(title[: found.start()]):
        return
    year = found["year"]
    if year < budget["year"] and not any(year in words for words in (source, *below)):
        yield Finding(
            f"deze titel noemt {year}, en de bron is '{budget[0]}'",
            place,
            f"verander het jaar; is het toch van {year}, noem dat jaar dan ook in de bron",
        )
