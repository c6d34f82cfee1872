"""What a clause says that came to a series: 'er zijn 225 woningen in harde plannen bij gekomen'."""

from __future__ import annotations

import re

from rapportage.checks.reading.directions import AMOUNT, number_of
from rapportage.checks.reading.named_series import NamedSeries
from rapportage.checks.series.series_said import OTHER_TIME, RIGHT, ROOM, Said, is_misspelt
from rapportage.named_periods import placed_periods

_CAME = re.compile(
    rf"\b(?:zijn|is|kwamen|kwam)\s(?:er\s)?(?:[^0-9€]{{1,50}}\s)?(?P<said>{AMOUNT})\s.*\b(?:er)?bij\s?(?:gekomen)?\s*\Z",
    re.I,
)
_BY_ONE = re.compile(r"\b(?:daar\w*|hier\w*|ook|nog|extra)\b", re.I)
"""What tells of those that came by one of several causes: 'daarmee kwamen er 75 woningen bij'."""


def came_to_it(clause: str, one: NamedSeries) -> Said | None:
    """What is wrong with what came to a series that says how much there is.

    It may have lost some too, so that less came to it is the one sure slip, besides two digits turned.
    """
    found = _CAME.search(" ".join(clause.split())) if one.indicator.soort == "stand" else None
    value, before = number_of(found["said"]) if found else None, one.known.get(one.now.previous)
    if found is None or value is None:
        return None
    is_of_then = OTHER_TIME.search(clause) or any(
        not named.may_be(one.now) for _, _, named in placed_periods(clause)
    )
    if (
        before is None
        or is_of_then
        or ROOM.search(clause)
        or _BY_ONE.search(clause)
        or not one.is_written_so(found["said"])
    ):
        return RIGHT
    now = one.known[one.now]
    if value >= now - before and not is_misspelt(value, now - before):
        return RIGHT
    course = f"van {one.text(before)} in {one.now.previous} naar {one.text(now)} in {one.now}"
    return (
        f"hier staat dat er {found['said']} bij kwamen, en '{one.indicator.naam}' ging {course}",
        f'schrijf {{{{ afstand("{one.indicator.id}") }}}}, of zeg sinds wanneer of waar',
    )
