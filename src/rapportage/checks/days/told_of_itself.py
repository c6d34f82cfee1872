"""What a paper says of itself: on which period it is, and of which day.

A sentence such as 'Deze rapportage gaat over het eerste halfjaar van 2022' reads as right in a paper that was
begun as a copy of the last one, also for who read it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from rapportage.bounds import MOST_TEXTS
from rapportage.checks.days.meetings_named import named_days
from rapportage.checks.days.moments import moments_in
from rapportage.checks.days.told_how_often import other_rhythm
from rapportage.checks.reading.texts import running_texts
from rapportage.checks.reading.year_so_far import counted_so_far
from rapportage.checks.subjects import Paper
from rapportage.dutch import BETWEEN_SENTENCES, MONTHS, date_text, month_text
from rapportage.errors import Finding
from rapportage.named_periods import NamedPeriod, placed_periods
from rapportage.periode import Periode, parse_periode

_NOUN = (
    r"(?:\w*rapportage|\w*memo|\w*voorstel|voortgangsverslag|(?:half)?jaarverslag|kwartaalverslag|verslag|bijlage|stuk"
    r"|document|notitie)"
)
_PAPER = (
    r"\b(?:de|het|deze|dit)\s+(?:(?P<then>(?:eerst)?volgende|vorige|voorgaande)\s+)?"
    rf"(?P<noun>{_NOUN})(?:\s+(?P<place>hierna|daarna|hiervoor|daarvoor|hierbij))?"
)
_ABOUT = re.compile(
    rf"{_PAPER}\s+(?:(?:gaat|ging)\s+(?:(?:ook|alleen|dus|nog)\s+)?over|betreft|beslaat|bestrijkt|omvat)\s+"
    r"(?:(?:het|de|heel|alleen|hele|periode|tijdvak|maanden|van|jaar|ontwikkelingen|resultaten|voortgang|stand|zaken|in|over)"
    r"\s+){0,6}",
    re.I,
)
_YEAR = re.compile(r"(?P<year>20[0-9]{2})(?![\w/–-])")
_AFTER, _BEFORE = (
    ("volgende", "eerstvolgende", "hierna", "daarna"),
    ("vorige", "voorgaande", "hiervoor", "daarvoor"),
)
_MADE = r"(?:gedateerd|opgesteld|gemaakt|geschreven)"
_OF_DAY = re.compile(
    rf"{_PAPER}\s+(?:is|dateert)\s+(?:van|{_MADE}\s+op|op\b(?=[^.;]{{0,40}}\s{_MADE}\b))\s+"
    rf"(?P<words>[0-9]{{1,2}}\s+(?:{'|'.join(MONTHS)})(?:\s+[12][0-9]{{3}})?|(?P<month>{'|'.join(MONTHS)})\s+(?P<year>[12][0-9]{{3}})"
    r"|[0-9]{1,2}-[0-9]{1,2}-[12][0-9]{3})(?![\w-])",
    re.I,
)
_STAND = re.compile(
    r"\b(?:(?:dit|hieronder|hier)\s+(?:is|staat|volgt|leest\s+u|ziet\s+u)|(?:deze|de)\s+\w*rapportage\s+(?:geeft|toont|beschrijft|is))"
    r"\s+de\s+stand\b(?=\s+(?:van|per|op|eind|ultimo))",
    re.I,
)
_HOW = 'schrijf {{ periode("lang") }}, of vorige of volgende in plaats van periode: dat gaat vanzelf mee'
_DAYS = ("rapportage", "college", "raad")
"""Of which of its days a paper may be said to be."""


def otherwise(paper: Paper) -> Iterator[Finding]:
    """Each sentence that lets the paper be on another period, or of another day, than it is."""
    own = parse_periode(paper.document.meta.periode)
    days = [paper.days[name] for name in _DAYS if name in paper.days]
    for words, place in running_texts(paper):
        sentences = BETWEEN_SENTENCES.split(words)
        for sentence, after in zip(sentences, [*sentences[1:], ""], strict=True):
            said, right = other_rhythm(sentence, after, own.kind)
            if said:
                yield Finding(
                    f"hier staat '{said}', en volgens organisatie.yaml komt deze rapportage {right}",
                    place,
                    f"schrijf '{right}'; gaat het over iets anders, zeg dan waarover",
                )
            elif said := other_period(sentence, own):
                yield Finding(
                    f"hier staat '{said}', en deze rapportage gaat over {own}",
                    place,
                    _HOW,
                )
            elif said := counted_so_far(sentence, own):
                yield Finding(
                    f"hier staat '{said}', en deze rapportage loopt tot en met {date_text(own.last_day)}",
                    place,
                    "werk de zin bij; gaat zij over een andere tijd, noem die dan",
                )
            elif said := other_day(sentence, days):
                yield Finding(
                    f"hier staat '{said}', en deze rapportage is van {date_text(paper.days['rapportage'])}",
                    place,
                    'schrijf {{ datum("rapportage") }}: dan klopt de dag vanzelf',
                )


@lru_cache(maxsize=MOST_TEXTS)
def other_period(sentence: str, own: Periode) -> str:
    """The words by which a sentence gives this paper, or the one before or after it, a wrong period."""
    for found in _ABOUT.finditer(sentence):
        turns = {str(found["then"]).lower(), str(found["place"]).lower()}
        meant = own.next if turns & {*_AFTER} else own.previous if turns & {*_BEFORE} else own
        named = _named_at(sentence, found.end(), own)
        if named is not None and not _is_of(named, meant, own):
            return " ".join(sentence[found.start() : found.end()].split()) + f" {named.words}"
    for found in _STAND.finditer(sentence):
        for said, day in moments_in(sentence[found.end() :], own):
            if day <= own.first_day:
                return said
    return ""


def _named_at(sentence: str, start: int, own: Periode) -> NamedPeriod | None:
    """The one period that stands right there."""
    rest = sentence[start:]
    if year := _YEAR.match(rest):
        whole = Periode(int(year["year"]), 1, "jaar")
        return NamedPeriod(year[0], whole.first_day, whole.last_day, dated=True, form="period")
    found = placed_periods(rest, own.kind)
    at_once = len(found) == 1 and found[0][0] == 0 and found[0][2].form in ("period", "span")
    return found[0][2] if at_once else None


def _is_of(named: NamedPeriod, meant: Periode, own: Periode) -> bool:
    """Whether these words can mean that period, also as the last part of a year so far."""
    if named.may_be(meant) or any(part.may_be(meant) for part in named.parts):
        return True
    if not named.dated:
        return not named.may_be(own) and not named.of_kind(own.kind)
    if named.of_kind(own.kind) == [named]:
        return False
    return named.first <= meant.first_day and named.last >= meant.last_day


def other_day(sentence: str, days: list[date]) -> str:
    """The words for a day, or a month, on which this paper was not made."""
    found = _OF_DAY.search(sentence) if days else None
    if found is None or found["then"] or found["place"]:
        return ""
    if found["month"]:
        right = any(month_text(day) == f"{found['month'].lower()} {found['year']}" for day in days)
    else:
        right = any(one.may_be(day) for one in named_days(found["words"]) for day in days)
    return "" if right else " ".join(found[0].split())
