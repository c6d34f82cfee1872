"""Moments at which the period before ended, where a report tells of now: 'stand 30-06-2024', 't/m juni'.

Each may be meant, since much is counted at the end of a year: so it is only a warning.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from rapportage.checks.days.periods import (
    decisions,
    headings,
    of_kind,
    plain,
    tables_in_texts,
    texts_of,
)
from rapportage.checks.subjects import Content
from rapportage.content.figures import Grafiek
from rapportage.dutch import MONTHS
from rapportage.errors import Finding, Place
from rapportage.named_periods import named_periods
from rapportage.periode import Periode

_LEAD = (
    r"(?:(?:stand|peildatum)(?:\s+van\s+zaken)?(?:\s+(?:per|op|van|t/m|eind))?:?|per(?:\s+eind)?|t/m"
    r"|tot\s+en\s+met|ultimo|einde?)\s+"
)
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
_IN_WORDS = re.compile(
    rf"(?<![\w/-])(?P<words>{_LEAD}(?:(?P<day>[0-9]{{1,2}})\s+)?{_MONTH}(?:\s+(?P<year>[12][0-9]{{3}}))?)(?![\w-])",
    re.I,
)
_IN_DIGITS = re.compile(
    rf"(?:(?<![\w/-])(?P<words>{_LEAD}(?P<day>[0-9]{{1,2}})[-/](?P<month>[0-9]{{1,2}})[-/](?P<year>[12][0-9]{{3}})))(?![\w/-])",
    re.I,
)
_BEHIND = re.compile(
    rf"[,(]\s?(?P<words>(?P<day>[0-9]{{1,2}})\s{_MONTH}\s(?P<year>[12][0-9]{{3}}))\)?\s*\Z", re.I
)
"""A day that ends a title: 'Formatie en bezetting in fte, 30 juni 2025'."""
_END_OF_YEAR = re.compile(
    r"(?<![\w/-])(?P<words>(?:einde?|ultimo)\s+(?:van\s+)?(?P<year>[12][0-9]{3}))(?![\w/-])", re.I
)
_FROM = re.compile(rf"(?:{'|'.join(MONTHS)})(?:\s+[12][0-9]{{3}})?\s+\Z", re.I)
"""Before 't/m juni' what it runs from: then it is a stretch of months, and told as one."""
_BARE = re.compile(
    rf"(?:\bop\s+|[,(:–-]\s?|\s(?=[0-9]{{1,2}}-))(?P<words>(?P<day>[0-9]{{1,2}})(?:\s+{_MONTH}\s+|-(?P<number>[0-9]{{1,2}})-)"
    r"(?P<year>[12][0-9]{3}))(?![\w/-])",
    re.I,
)
"""A day by itself in a title: 'Planvoorraad op 30 juni 2024', 'Formatie, 30-6-2024'."""
_NUMBERED = re.compile(
    r"(?:\A|\b(?:\w*rapportage|\w*voortgang|realisatie|stand|cijfers|resultaten)\s+)(?P<words>(?P<year>[12][0-9]{3})[-/](?P<number>[1-4]))\s*\Z",
    re.I,
)
_TITLES = ("titel", "bijschrift")
_HINT = "werk het bij; is dit moment bedoeld, dan kan het blijven"


@dataclass(frozen=True, slots=True)
class _Words:
    """Words with where they stand."""

    text: str
    place: Place
    is_title: bool = False


def of_before(content: Content) -> Iterator[Finding]:
    """Each heading, decision, table, figure or source of the moment at which the period before ended."""
    rapportage, own = content.rapportage, content.rapportage.periode
    for said, place in headings(rapportage):
        yield from _told([_Words(said.lstrip("#: "), place, is_title=True)], own)
    for said, place in decisions(rapportage):
        yield from _told([_Words(said, place)], own)
    for table in tables_in_texts(rapportage):
        if not any(_is_of_now(cell, own) for _, cell in table.cells):
            yield from _told([_Words(cell, table.place(row)) for row, cell in table.heads], own)
    for loaded in (*rapportage.figuren.values(), *rapportage.tabellen.values()):
        data = loaded.source.data
        if isinstance(loaded.value, Grafiek):  # its description tells a course of time
            data = {key: one for key, one in data.items() if key in ("bijschrift", "bron")}
        inside = [_Words(text, loaded.place(*path), path[0] in _TITLES) for path, text in texts_of(data, ())]
        yield from _told(inside, own)
        then = any(_of_then(one, own) for one in inside)
        named = any(one.may_be(own.previous) for each in inside for one in of_kind(each.text, own))
        if not then and not named and loaded.value.nagezien is None:
            source = _Words(_source(data.get("bron")), loaded.place("bron"))
            yield from (*_told([source], own), *_long_ago(source, inside, own))


def _long_ago(source: _Words, inside: Sequence[_Words], own: Periode) -> Iterator[Finding]:
    """The moment of a source from before the period before, unless its table or figure tells of that year."""
    if _is_of_now(source.text, own):
        return
    for said, day in moments_in(source.text, own):
        is_end = any(own.back(count).last_day == day for count in range(2, _FAR_BACK))
        is_moment = is_end or (said.startswith(_KEY) and (day.month, day.day) != (1, 1))
        told = any(str(day.year) in one.text for one in inside)
        if is_moment and not told and day < own.previous.first_day:
            yield Finding(
                f"hier staat '{said}': dat is van ver voor {own}",
                source.place,
                "werk het bij; klopt het zo, zet er dan 'nagezien: ' bij met de dag waarop u keek",
            )
            return


_FAR_BACK = 9
"""So many periods back, a day at the end of one may be what was not brought up to date."""


_KEY = "peildatum"


def _source(bron: object) -> str:
    """What a source says of its moment."""
    if isinstance(bron, dict):
        return f"{bron.get('naam', '')}, {_KEY} {_as_words(str(bron.get('peildatum') or ''))}"
    return bron if isinstance(bron, str) else ""


def _as_words(moment: str) -> str:
    """A day or month of a YAML file as a text has it."""
    found = re.fullmatch(r"(?P<year>[12][0-9]{3})-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?", moment)
    if found is None or not 1 <= int(found["month"]) <= len(MONTHS):
        return moment
    day = f"{int(found['day'])} " if found["day"] else ""
    return f"{day}{MONTHS[int(found['month']) - 1]} {found['year']}"


def _told(words: Sequence[_Words], own: Periode) -> Iterator[Finding]:
    """The first moment of before, where nothing here is of now."""
    if any(_is_of_now(one.text, own) for one in words):
        return
    for one in words:
        if moment := _of_then(one, own):
            ended = f"toen eindigde {own.previous}, en de rapportage gaat over {own}"
            yield Finding(f"hier staat '{moment}': {ended}", one.place, _HINT)
            return


def _of_then(words: _Words, own: Periode) -> str | None:
    """The words for the end of the period before."""
    if numbered := _numbered(words.text, own):
        return numbered[0] if numbered[1] == own.previous else None
    moments = [*moments_in(words.text, own), *(_days(words.text) if words.is_title else ())]
    return next((said for said, day in moments if day == own.previous.last_day), None)


def _days(title: str) -> Iterator[tuple[str, date]]:
    """The days that a title names by themselves."""
    for found in _BARE.finditer(title):
        month = MONTHS.index(found["month"].lower()) + 1 if found["month"] else int(found["number"])
        with suppress(ValueError):
            yield " ".join(found["words"].split()), date(int(found["year"]), month, int(found["day"]))


def _numbered(words: str, own: Periode) -> tuple[str, Periode] | None:
    """The period that words name by a mere number, as in '2024-1'."""
    found = _NUMBERED.search(words.strip()) if own.kind != "jaar" else None
    return (found["words"], Periode(int(found["year"]), int(found["number"]), own.kind)) if found else None


def _is_of_now(words: str, own: Periode) -> bool:
    """Whether words name the period of the report, a day in it or after it, or ask for one of two numbers."""
    numbered = _numbered(words, own)
    if _ASKED.search(words) or _NOW.fullmatch(words) or (numbered and numbered[1] == own):
        return True
    named = named_periods(plain(words, own))
    return any(one.may_be(own) or (one.dated and one.last >= own.first_day) for one in named) or any(
        day >= own.first_day for _, day in moments_in(words, own)
    )


_ASKED = re.compile(r"\{\{\s*(?:datum|peildatum|over|vorige|verschil|afstand)\b")
"""What is filled in for this period, and what sets it beside the one before."""
_NOW = re.compile(r"\s*(?:nu|actueel|huidig|huidige\s+stand)\s*", re.I)


def moments_in(words: str, own: Periode) -> Iterator[tuple[str, date]]:
    """The moments that a text names; a month without its year is of the period before, or of this one."""
    for found in _END_OF_YEAR.finditer(words):
        yield " ".join(found["words"].split()), date(int(found["year"]), len(MONTHS), 31)
    for found in (*_IN_WORDS.finditer(words), *_IN_DIGITS.finditer(words), *_BEHIND.finditer(words)):
        if _FROM.search(words[: found.start()]):
            continue
        number = found["month"]
        month = int(number) if number.isdigit() else MONTHS.index(number.lower()) + 1
        year = int(found["year"] or (own if month == own.last_day.month else own.previous).last_day.year)
        if 1 <= month <= len(MONTHS):
            last = monthrange(year, month)[1]
            yield (
                " ".join(found["words"].split()),
                date(year, month, min(int(found["day"] or last) or 1, last)),
            )
