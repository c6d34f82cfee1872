"""Find sentences that let council or college meet about this paper on another day than it does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from rapportage.checks.reading.organ_names import ORGAN_NAMES
from rapportage.checks.reading.other_bodies import ANOTHER, OURS, without_organs_of_others
from rapportage.checks.reading.texts import texts
from rapportage.checks.subjects import Paper
from rapportage.content.bodies import Overheid
from rapportage.content.offices import BodyKind
from rapportage.dutch import BETWEEN_SENTENCES, MONTHS, date_text
from rapportage.errors import Finding

_RAAD, _COLLEGE = "raad", "college"
"""The two meetings, by the names that expressions have for their days."""


@dataclass(frozen=True)
class Forms:
    """How sentences about a kind of body name its two organs, and the meeting of the first."""

    raad: str
    college: str
    meeting: str
    many: bool = False

    @property
    def council(self) -> re.Pattern[str]:
        """What names the first."""
        return self.organs[_RAAD]

    @property
    def board(self) -> re.Pattern[str]:
        """What names the second."""
        return self.organs[_COLLEGE]

    @cached_property
    def organs(self) -> dict[str, re.Pattern[str]]:
        """What names each of the two."""
        return {
            _RAAD: re.compile(rf"\b(?:{self.raad}|{self.meeting})\b", re.I),
            _COLLEGE: re.compile(rf"\b(?:{self.college})\b", re.I),
        }

    @cached_property
    def clause(self) -> re.Pattern[str]:
        """What parts a sentence where an organ follows."""
        named = rf"(?:\b(?:{self.raad}|{self.college})\b|{ANOTHER})"
        return re.compile(rf"[,;()]|\b(?:en|maar|waarna|daarna)\b(?=[^,;]{{0,80}}{named})")

    @cached_property
    def treats(self) -> re.Pattern[str]:
        """The verbs of treating a paper."""
        many = r"|besluiten|beslissen|stemmen|stellen|stelden|bespraken|behandelden" if self.many else ""
        take = "nemen" if self.many else "neemt"
        done = r"\b(?:heeft|hebben)\b[^.;]{0,80}\b(?:vastgesteld|besproken|behandeld|goedgekeurd)\b"
        agenda = rf"\b{_ON_AGENDA}\s(?:(?:de|het|uw|onze)\s)?(?:{self.raad}|{self.college})\b"
        return re.compile(rf"\b(?:{_VERBS}{many})\b|\b{take}\b[^.;]{{0,80}}\bbesluit\b|{done}|{agenda}", re.I)

    @cached_property
    def meets(self) -> re.Pattern[str]:
        """A sentence that says on which day an organ meets."""
        verb = "vergaderen" if self.many else "vergadert"
        return re.compile(
            rf"\b(?:{self.raad}|{self.college})\s+{verb}\s+(?:op|weer op|hierover op)\b"
            rf"|\b{self.meeting}\s+is\s+op\b",
            re.I,
        )


DECIDES = r"(?:besluit|besluiten|beslist|beslissen|stemt|stemmen)"
TREATS = r"(?:behandelt|bespreekt|behandelen|bespreken)"
"""The verbs of who meets, with 'over' and a thing and with a thing alone."""
_VERBS = (
    "bespreekt|behandelt|besluit|beslist|stemt|stelt|stelde|bespreken|behandelen|vaststellen"
    "|besprak|behandelde"
)
_ON_AGENDA = r"(?:komt|komen|staat|staan|ligt|liggen)\b[^.;]{0,60}\b(?:in|op\sde\sagenda\svan|bij)"
FORMS: dict[BodyKind, Forms] = {
    kind: Forms(names.raad, names.college, names.meeting, many=kind == "provincie")
    for kind, names in ORGAN_NAMES.items()
}
ABOUT_THIS = re.compile(
    r"\b(?:dit|deze)\s+(?:\w*(?:stuk|voorstel|memo|rapportage|notitie|verslag))\b|\b(?:hierover|erover)\b"
    r"|\b(?:het|de)\s+(?:(?:raads|staten)?voorstel|stuk|(?:voortgangs)?rapportage)\b"
    r"(?!\s+(?:over|voor|van|om|tot|uit|aan|die|dat|met|bij|rond)\b)"
    r"|\b(?:stelt|stelde|stellen|stelden)\s+(?:het|haar|hem|ze)\s+(?:op|vast|dan|daarom|naar)\b",
    re.I,
)
_IT = re.compile(
    r"\b(?:behandelt|bespreekt|behandelde|besprak|behandelen|bespreken|besluit|beslist)\s+(?:het|haar|dit|deze|die|dat"
    r"|daar)\s+(?:op|dan|daarom|in|over)\b",
    re.I,
)
"""What names the paper where the sentence before it did."""
_ANOTHER_MEETING = (
    r"eerst|\w*vormend\w*|informati\w+|sessie|avond|werkbezoek|opnieuw|weer|terug|vorige?|eerder|nogmaals"
    r"|niet|geen|voor|vóór|na|uiterlijk|sinds|tot|vanaf|daarvoor|begroting|motie|volgende?|daarna|later|forum"
    r"|kwam|kreeg|vroeg"
)
_COMMITTEE = re.compile(r"\b(?:raads|staten)?commissie\b", re.I)
ELSEWHERE = rf"commissie\w*|{_ANOTHER_MEETING}"
"""What makes it another meeting than that on which the paper is on the agenda."""
_ELSEWHERE = re.compile(rf"\b(?:commissies|{_ANOTHER_MEETING})\b", re.I)
_IN_COMMITTEE = re.compile(
    r"\b(?:bespreekt|behandelt|bespreken|behandelen|besprak|behandelde|besproken|behandeld)\b"
    r"|\b(?:staat|komt|ligt)\b[^.;]{0,60}\b(?:in|van|bij)\s(?:de|uw)\b",
    re.I,
)
_NO_OTHER_THING = re.compile(
    rf"\b(?:{DECIDES}|{TREATS}|vergadert|vergaderen|op|de|het|uw|in|die|van|bij|dan|daarna|hierover|erover|vervolgens"
    r"|uiteindelijk|dit\s+(?:raads|staten|bestuurs)?voorstel|(?:maan|dins|woens|donder|vrij|zater|zon)dag)\b",
    re.I,
)
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
    start: int = field(default=0, compare=False)

    def may_be(self, day: date) -> bool:
        """Whether these words can mean that day."""
        return (self.month, self.day) == (day.month, day.day) and self.year in (None, day.year)


def on_another_day(paper: Paper) -> Iterator[Finding]:
    """Each clause that says on which day council or college treats this paper, where it is another day."""
    who = {_RAAD: paper.body.raad, _COLLEGE: paper.body.college}
    for words, place in texts(paper):
        for body, named in days_of_treatment(words, paper.body):
            day = paper.days.get(body)
            if day is not None and not named.may_be(day):
                yield Finding(
                    f"{who[body].doet('behandelt', 'behandelen')} dit stuk hier op {named.words}, en volgens"
                    f" rapportage.yaml op {date_text(day)}",
                    place,
                    f'schrijf {{{{ datum("{body}") }}}}: dan klopt de dag vanzelf',
                )


def days_of_treatment(words: str, body: Overheid = OURS) -> Iterator[tuple[str, NamedDay]]:
    """Which organ treats the paper on which day, as far as a clause says it of one organ and one day."""
    forms = FORMS[body.soort]
    if not _DAY.search(words) or not any(form.search(words) for form in forms.organs.values()):
        return
    before = ""
    for sentence in BETWEEN_SENTENCES.split(words):
        sentence = without_organs_of_others(sentence, body)
        told, first, before = ABOUT_THIS.search(before), not before, sentence
        count = sum(form.search(sentence) is not None for form in forms.organs.values())
        count += (ANOTHER in sentence) + (_COMMITTEE.search(sentence) is not None)
        if _ELSEWHERE.search(sentence) or len(_DAY.findall(sentence)) != count:
            continue  # of two days for one body, one is of another meeting
        goes_on = False
        for clause in forms.clause.split(sentence):
            if _COMMITTEE.search(clause):
                is_it = ABOUT_THIS.search(clause) or ((told or first) and _IT.search(clause))
                goes_on = bool(is_it and _IN_COMMITTEE.search(clause))
                continue
            organs = [organ for organ, form in forms.organs.items() if form.search(clause)]
            days = list(_DAY.finditer(clause))
            about_this = ABOUT_THIS.search(clause) or (told and _IT.search(clause))
            treats = forms.treats.search(clause) and about_this
            meets = forms.meets.search(clause) and (about_this or not re.search(r"\bover\b", clause, re.I))
            if len(organs) != 1 or len(days) != 1:
                continue
            if treats or meets or (goes_on and says_no_more(clause, forms.organs[organs[0]])):
                yield organs[0], _read(days[0])


def says_no_more(clause: str, organ: re.Pattern[str]) -> bool:
    """Whether a clause has nothing but this organ and a day, and perhaps that it treats a paper then.

    So it goes on with the clause before it: "… bespreekt het op 5 september, de raad op 26 september".
    """
    for form in (organ, _DAY, _NO_OTHER_THING):
        clause = form.sub(" ", clause)
    return not clause.strip(" .:\n")


def named_days(words: str) -> list[NamedDay]:
    """The days that a text names."""
    return [_read(found) for found in _DAY.finditer(words)]


def _read(found: re.Match[str]) -> NamedDay:
    if found["d"]:
        return NamedDay(found[0], int(found["m"]), int(found["d"]), int(found["y"]), found.start())
    month = MONTHS.index(found["month"].lower()) + 1
    year = int(found["year"]) if found["year"] else None
    return NamedDay(" ".join(found[0].split()), month, int(found["day"]), year, found.start())
