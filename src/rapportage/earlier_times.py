"""The words for a time that is counted back from another: 'een jaar eerder', 'het halfjaar ervoor'.

'Vorig kwartaal', 'twee jaar geleden', 'de vorige keer' and 'in de vorige rapportage' are such words too. All
rules that read with what a number is compared find them here, and hear here which periods may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.periode import Periode

_MONTHS = {"jaar": 12, "halfjaar": 6, "viermaandsperiode": 4, "tertaal": 4, "kwartaal": 3, "maand": 1}
_SEVERAL = {"jaren": 12, "halfjaren": 6, "kwartalen": 3, "maanden": 1}
_COUNTS = {
    **{"een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "negen": 9, "twaalf": 12},
}
_NOUN = rf"half\s?jaar|{'|'.join(_MONTHS)}"
_OWN = (
    r"(?:verslag|rapportage|meet)?periode|(?:voortgangs|half\s?jaar|kwartaal)?s?rapportage"
    r"|keer(?!\s+dat\b)|meting"
)
"""What is once in each reporting period, of whatever kind that is."""
_AGO = r"(?:eerder|geleden|daarvoor|ervoor|terug)"
_LAST = r"(?:vorige?|voorgaande?|voorafgaande?)"
_LAST_YEAR = rf"(?:(?:het\s+)?{_LAST}\s+jaar|(?:een|het)\s+jaar\s+{_AGO})"
EARLIER = (
    rf"(?P<words>(?P<same>(?:het\s?|de)zelfde\s+\w+\s+(?:(?:van|in)\s+)?{_LAST_YEAR})"
    rf"|(?P<count>{'|'.join(_COUNTS)}|[2-9]|12)\s+(?P<ago>{_NOUN}|{'|'.join(_SEVERAL)}|{_OWN})\s+{_AGO}"
    rf"|(?:(?:het|de)\s+)?{_LAST}\s+(?P<last>{_NOUN}|{_OWN})"
    rf"|(?:het|de)\s+(?P<prior>{_NOUN}|{_OWN})\s+{_AGO})(?!\w)"
)
"""The words themselves, without what brings them in; the groups are for `meant`."""
EARLIER_WORDS = re.sub(r"\?P<\w+>", "?:", EARLIER)
"""The same for where it does not matter which period is meant."""
PREVIOUS = (
    rf"(?:(?:(?:de|het)\s+)?{_LAST}\s+(?:half\s?jaar|kwartaal|{_OWN})"
    rf"|(?:de|het)\s+(?:half\s?jaar|kwartaal|{_OWN})\s+{_AGO})(?!\w)"
)
"""Those for the period before: 'de vorige periode', 'het halfjaar ervoor'."""
PRESENT = (
    r"(?:(?:deze|huidige)\s+(?:verslag|rapportage)?periode|dit\s+(?:half\s?jaar|kwartaal|tertaal))(?!\w)"
)
"""Those for the report's own period: 'deze periode', 'dit halfjaar'."""
OTHER_TIME = r"vorige?|voorgaande?|voorafgaande?|eerder\w*|eerst|destijds|toen|geleden|ervoor|daarvoor"
"""Single words by which a number may be of an earlier time."""


def meant(found: re.Match[str], base: Periode, *, is_flow: bool) -> Iterator[Periode | None]:
    """The periods that words of EARLIER may mean, counted back from that one; None for what is no period."""
    if found["same"]:
        yield base.months_before(12)
        return
    noun = re.sub(r"\s", "", (found["ago"] or found["last"] or found["prior"]).lower())
    months = (_MONTHS | _SEVERAL).get(noun)
    if months is None:
        yield base.back(_count(found["count"]))
    elif found["ago"]:
        yield base.months_before(months * _count(found["count"]))
    elif months == 12:
        yield base.months_before(months)
        if not is_flow:  # how it stood last year is how it stood at its end
            yield Periode(base.year, 1, base.kind).previous
    else:
        yield base.previous if base.months_before(months) == base.previous else None


def is_last_year(found: re.Match[str]) -> bool:
    """Whether the words are for all of the year before: 'vorig jaar', 'het jaar ervoor'."""
    return (found["last"] or found["prior"] or "").lower() == "jaar"


def _count(word: str | None) -> int:
    return 1 if word is None else _COUNTS.get(word.lower()) or int(word)
