"""Find drawings with a number or a stand of another time than the period that their caption names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from rapportage.checks.days.periods import plain
from rapportage.checks.subjects import Content
from rapportage.content.fields import EXPRESSION
from rapportage.content.figures import Tekening
from rapportage.content.model import Loaded
from rapportage.content.source import Path_
from rapportage.dutch import MONTHS
from rapportage.earlier_times import EARLIER_WORDS, OTHER_TIME
from rapportage.errors import Finding
from rapportage.movement import AGAINST
from rapportage.named_periods import NamedPeriod, placed_periods
from rapportage.periode import Periode

_OF_BEFORE = re.compile(r"\s*(?P<asked>vorige|jaar_eerder)\(\s*[\"'][^\"']+[\"']\s*\)\s*")
_NUMBERS = ("waarde", "stand", "aantal")
_EARLIER = re.compile(
    rf"\b(?:{OTHER_TIME}|{EARLIER_WORDS}|begin\w*|start\w*|was|oude?)\b|[0-9]{{4}}"
    rf"|[0-9]\s(?:{'|'.join(MONTHS)})\b",
    re.I,
)
"""What says of a part of a drawing that it is of before."""
_SEVERAL = re.compile(
    rf"\b(?:{AGAINST}|tegenover|versus|dan|sinds|vanaf|vergel\w+|verschil\w*|verloop|t/m|tot\s+en\s+met)\b",
    re.I,
)
"""What a caption says that tells of more than one period, or of time up to it."""
_EXPECTED = re.compile(
    r"\b(?:verwacht\w*|prognose\w*|raming\w*|geraamde?|\w*begro\w+|gepland\w*|na|straks)\b", re.I
)
_DAY = re.compile(
    rf"\b(?P<day>[0-9]{{1,2}})\s(?P<month>{'|'.join(MONTHS)})(?:\s(?P<year>20[0-9]{{2}}))?\b", re.I
)
_A_DAY = timedelta(days=1)


def of_another_time(content: Content) -> Iterator[Finding]:
    """Each number of before in a drawing whose caption names the own period, and each stand outside it."""
    own = content.rapportage.periode
    for figuur in content.rapportage.figuren.values():
        if isinstance(figuur.value, Tekening) and (said := _period_of(figuur.value.bijschrift, own)):
            data = figuur.value.data
            if said.may_be(own):
                yield from _numbers(figuur, data, (), said.words)
            if figuur.value.soort == "waterval":
                yield from _stands(figuur, data, said, own)


def _period_of(caption: str, own: Periode) -> NamedPeriod | None:
    """The one period that a caption says the drawing is of."""
    words = plain(caption, own)
    found = [one for one in placed_periods(words) if one[2].form in ("period", "span")]
    if len(found) != 1:
        return None
    start, end, named = found[0]
    return None if _SEVERAL.search(words[:start] + words[end:]) else named


def _numbers(figuur: Loaded[Any], value: object, path: Path_, said: str) -> Iterator[Finding]:
    """The numbers of before in parts that do not say so."""
    if isinstance(value, list | tuple):
        for at, one in enumerate(value):
            yield from _numbers(figuur, one, (*path, at), said)
    elif isinstance(value, Mapping):
        words = " ".join(one for one in value.values() if isinstance(one, str) and not EXPRESSION.search(one))
        for key, one in value.items():
            found = EXPRESSION.fullmatch(one.strip()) if key in _NUMBERS and isinstance(one, str) else None
            asked = _OF_BEFORE.fullmatch(found["expression"]) if found else None
            if asked and not _EARLIER.search(words):
                yield Finding(
                    f"hier staat een getal van '{asked['asked']}', en het bijschrift zegt '{said}'",
                    figuur.place(*path, key),
                    "vraag om 'waarde', of zeg bij dit deel van welke periode het is",
                )
            elif not isinstance(one, str):
                yield from _numbers(figuur, one, (*path, key), said)


def _stands(
    figuur: Loaded[Any], data: Mapping[str, Any], said: NamedPeriod, own: Periode
) -> Iterator[Finding]:
    """The first and last stand of a waterfall, on a day that the period of the caption cannot have there."""
    first, last = said.near(own)
    for key, earliest in (("begin", date.min), ("eind", first + _A_DAY)):
        one = data.get(key)
        name = str(one.get("naam", "")) if isinstance(one, Mapping) else ""
        found = _DAY.search(name)
        if found is None or _EXPECTED.search(f"{name} {figuur.value.bijschrift}"):
            continue
        days = list(_days(found, first.year - 1, first.year, last.year))
        if days and not any(earliest <= day <= last + _A_DAY for day in days):
            yield Finding(
                f"hier staat '{found[0]}', en het bijschrift zegt '{said.words}'",
                figuur.place(key, "naam"),
                "zet hier de dag waarop die periode begint of eindigt, of verander het bijschrift",
            )


def _days(found: re.Match[str], *years: int) -> Iterator[date]:
    """The day that was found, in each of these years where it names none."""
    month = MONTHS.index(found["month"].lower()) + 1
    for year in [int(found["year"])] if found["year"] else years:
        with suppress(ValueError):
            yield date(year, month, int(found["day"]))
