"""Find series whose newest number cannot stand in the edition that is named as their source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from rapportage.checks.subjects import Content
from rapportage.content.fields import moment_days
from rapportage.content.indicators import Indicator, Waarde
from rapportage.errors import Finding
from rapportage.periode import Periode

_EDITION = re.compile(
    r"\b[\w-]*(?:monitor|jaarrekening|jaarverslag|jaarstukken|jaarrapport|jaarrapportage|enquête|peiling|telling|inventarisatie"
    r"|barometer|benchmark|jaarcijfers)\b[^0-9]{0,40}?(?P<year>20[0-9]{2})\Z",
    re.I,
)
"""What comes out once a year, and tells of that year or those before: a budget or a plan looks ahead."""
_YEARS = re.compile(r"20[0-9]{2}")


def of_an_earlier_year(content: Content) -> Iterator[Finding]:
    """Each series with a number of 2022 out of a monitor of 2021."""
    now = content.rapportage.periode
    for loaded in content.rapportage.reeksen:
        for index, indicator in enumerate(loaded.value.indicatoren):
            found = beyond_its_source(indicator, now)
            if found is not None:
                at, name = indicator.waarden.index(found), indicator.id
                yield Finding(
                    f"'{name}' heeft een getal voor {found.periode}, en de bron is '{indicator.bron}'",
                    loaded.place("indicatoren", index, "waarden", at, "waarde"),
                    "noem de uitgave waar het uit komt, of zet bij 'over' waarover het gaat; klopt het zo,"
                    " zet er dan 'nagezien: ' bij met de dag waarop u keek",
                )


def beyond_its_source(indicator: Indicator, now: Periode) -> Waarde | None:
    """The newest number up to this period, where it is of a year after that of the source."""
    edition = _EDITION.search(indicator.bron)
    known = [
        one for one in indicator.waarden if one.number is not None and one.periode.last_day <= now.last_day
    ]
    if edition is None or len(_YEARS.findall(indicator.bron)) > 1 or not known:
        return None
    year = int(edition["year"])
    *before, last = sorted(known, key=lambda one: one.periode.last_day)
    is_later = last.periode.year > year and last.nagezien is None
    is_carried = bool(before) and before[-1].number == last.number
    return last if is_later and not is_carried and not _is_of(last, year) else None


def _is_of(one: Waarde, year: int) -> bool:
    """Whether the number itself says that it is of that year, or of its very end."""
    told = [int(found) for found in _YEARS.findall(one.over or "")]
    days = moment_days(one.peildatum) if one.peildatum else None
    at_its_end = days is not None and days[0] <= date(year + 1, 1, 1)
    return at_its_end or (one.over is not None and max(told, default=year) <= year)
