"""A month that is typed must go with the day that is filled in beside it."""

from __future__ import annotations

import re

from rapportage.compose.numbers.measured_beside import Told
from rapportage.compose.numbers.quantities import Worked
from rapportage.dutch import MONTHS

_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
_DAY = re.compile(rf"[0-9]{{1,2}} {_MONTH} (?P<year>[12][0-9]{{3}})")
_MEETS = r"(?:behandelt|bespreekt|vergadert|besluit|beslist|komt|staat|volgt|verschijnt)"
_SAID = re.compile(
    rf"\s*(?:[-–•*|]\s*)?(?:in\s+)?(?P<words>{_MONTH}(?:\s+(?P<year>[12][0-9]{{3}}))?)"
    rf"(?:\s*:\s[^.;:!?0-9]{{0,80}}|\s+{_MEETS}\b[^.;:!?,0-9]{{0,80}})\bop\s+(?:[a-z]+dag\s+)?\Z",
    re.I,
)
_SENTENCE = re.compile(r"[.;!?](?=\s)|\n")


def other_month(before: str, worked: Worked, after: str) -> Told | None:
    """'September 2024: behandeling in de raad op' before a day in March."""
    del after
    day = _DAY.fullmatch(worked.text) if worked.quantity is None else None
    said = _SAID.fullmatch(_SENTENCE.split(before)[-1]) if day else None
    if day is None or said is None:
        return None
    if said["month"].lower() == day["month"] and said["year"] in (None, day["year"]):
        return None
    return Told(
        f"hier staat '{said['words']}', en de dag wordt {worked.text}",
        "laat de maand weg, of verander haar",
        is_sure=False,
    )
