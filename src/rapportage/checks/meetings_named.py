"""Find sentences that let council or college meet about this paper on another day than it does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rapportage.checks.subjects import Paper
from rapportage.checks.texts import texts
from rapportage.dutch import MONTHS, date_text
from rapportage.errors import Finding

_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[^a-z])")
_CLAUSE = re.compile(r"[,;()]|\b(?:en|maar|waarna|daarna)\b(?=[^,;]{0,80}\b(?:raad|college)\b)")
_BODIES = {
    "raad": re.compile(r"\b(?:(?:gemeente)?raad|raadsvergadering)\b", re.I),
    "college": re.compile(r"\bcollege\b", re.I),
}
_WHO = {"raad": "de raad", "college": "het college"}
_MEETS = re.compile(
    r"\b(?:bespreekt|behandelt|besluit|beslist|stelt|stelde|bespreken|behandelen|vaststellen|besprak|behandelde)\b"
    r"|\bneemt\b[^.;]{0,80}\bbesluit\b",
    re.I,
)
_ABOUT_THIS = re.compile(
    r"\b(?:dit|deze)\s+(?:\w*(?:stuk|voorstel|memo|rapportage|notitie|verslag))\b|\b(?:hierover|erover)\b"
    r"|\b(?:het|de)\s+(?:(?:raads)?voorstel|stuk|(?:voortgangs)?rapportage)\b"
    r"(?!\s+(?:over|voor|van|om|tot|uit|aan|die|dat|met|bij|rond)\b)"
    r"|\b(?:stelt|stelde)\s+(?:het|haar|hem|ze)\s+(?:op|vast|dan|daarom|naar)\b",
    re.I,
)
_MEETING = re.compile(
    r"\b(?:raad|college)\s+vergadert\s+(?:op|weer op|hierover op)\b|\braadsvergadering\s+is\s+op\b", re.I
)
_ELSEWHERE = re.compile(
    r"\b(?:commissie\w*|eerst|\w*vormend\w*|informati\w+|sessie|avond|werkbezoek|opnieuw|vorige?|eerder|nogmaals"
    r"|niet|geen|voor|vóór|na|uiterlijk|sinds|tot|vanaf|daarvoor|begroting|motie|volgende|daarna|later|forum"
    r"|kwam|kreeg|vroeg)\b",
    re.I,
)
"""What makes it another meeting than that on which the paper is on the agenda."""
_DAY = re.compile(
    rf"\b(?P<day>[0-9]{{1,2}})\s+(?P<month>{'|'.join(MONTHS)})(?:\s+(?P<year>[12][0-9]{{3}}))?(?!\w)"
    r"|(?<![\w-])(?P<d>[0-9]{1,2})-(?P<m>[0-9]{1,2})-(?P<y>[12][0-9]{3})(?![\w-])",
    re.I,
)


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day as a text has it; without a year it may be of any."""

    words: str
    month: int
    day: int
    year: int | None

    def may_be(self, day: date) -> bool:
        """Whether these words can mean that day."""
        return (self.month, self.day) == (day.month, day.day) and self.year in (None, day.year)


def on_another_day(paper: Paper) -> Iterator[Finding]:
    """Each clause that says on which day council or college treats this paper, where it is another day."""
    for words, place in texts(paper):
        for body, named in days_of_treatment(words):
            day = paper.days.get(body)
            if day is not None and not named.may_be(day):
                yield Finding(
                    f"{_WHO[body]} behandelt dit stuk hier op {named.words}, en volgens rapportage.yaml op"
                    f" {date_text(day)}",
                    place,
                    f'schrijf {{{{ datum("{body}") }}}}: dan klopt de dag vanzelf',
                )


def days_of_treatment(words: str) -> Iterator[tuple[str, NamedDay]]:
    """Which body treats the paper on which day, as far as a clause says it of one body and one day."""
    if not _DAY.search(words) or not any(form.search(words) for form in _BODIES.values()):
        return
    for sentence in _SENTENCE.split(words):
        count = sum(form.search(sentence) is not None for form in _BODIES.values())
        if _ELSEWHERE.search(sentence) or len(_DAY.findall(sentence)) != count:
            continue  # of two days for one body, one is of another meeting
        for clause in _CLAUSE.split(sentence):
            bodies = [body for body, form in _BODIES.items() if form.search(clause)]
            days = list(_DAY.finditer(clause))
            treats = _MEETS.search(clause) and _ABOUT_THIS.search(clause)
            meets = _MEETING.search(clause) and not re.search(r"\bover\b", clause, re.I)
            if len(bodies) == 1 and len(days) == 1 and (treats or meets):
                yield bodies[0], _read(days[0])


def _read(found: re.Match[str]) -> NamedDay:
    if found["d"]:
        return NamedDay(found[0], int(found["m"]), int(found["d"]), int(found["y"]))
    month = MONTHS.index(found["month"].lower()) + 1
    year = int(found["year"]) if found["year"] else None
    return NamedDay(" ".join(found[0].split()), month, int(found["day"]), year)
