"""What stands beside a number of a series must go with the series, its period and how it came about.

Braces hide which number comes there: that of the period before, of another series, or of what rose while
the sentence says that it fell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from typing import get_args

from rapportage.compose.numbers.dated import with_years
from rapportage.compose.numbers.quantities import Measured, Quantity, Worked
from rapportage.content.fields import moment_days
from rapportage.dutch import rounded
from rapportage.earlier_times import OTHER_TIME
from rapportage.named_periods import NamedPeriod, named_periods, placed_times
from rapportage.periode import Periode, PeriodKind


@dataclass(frozen=True, slots=True)
class Told:
    """What does not go with a number, and the way out; whether it can be nothing else than a mistake."""

    message: str
    hint: str
    is_sure: bool = True


# --- periods ---------------------------------------------------------------------------------

_YEAR = re.compile(r"[12][0-9]{3}|['’][0-9]{2}(?!\w)")
"""What every name of a period has that is of one year; looking for names takes longer."""
CLAUSE = re.compile(r"[.,;:!?()](?=\s|\Z)|[()\ufffc]|\s[-–—]\s")
_LEAD = re.compile(
    r"\s*(?:(?:en|maar|ook|alleen|want|dus|zo|dan)\s+)?(?:in|over|tijdens|gedurende)\s+(?:heel\s+)?(?:(?:het|de)\s+)?",
    re.I,
)
"""How a clause begins that says when something was counted."""
_LEAD_OF_DAY = re.compile(
    r"\s*(?:(?:en|maar|ook|zo)\s+)?(?:(?:aan\s+het\s+)?einde?(?:\s+van)?|ultimo|per|op|(?P<through>tot\s+en\s+met|t/m))\s+",
    re.I,
)
_LEAD_OF_END = re.compile(r"\s*(?:(?:en|maar|ook|zo)\s+)?(?:per\s+)?", re.I)
_END = re.compile(r"(?:aan\s+het\s+)?(?:einde?|ultimo|begin)\b", re.I)
"""How the end or beginning of a year begins, which needs no preposition."""
_ON_A_DAY = re.compile(r"\bop(?=\s+(?:[a-z]+dag\s+)?[0-9])", re.I)
"""Before a day, which is then one on which something happened and is no period."""
_COUNTED_THEN = re.compile(
    r"\s+(?:(?:was|waren|bedroeg|bedroegen|telde|telden|stond|stonden|lag|lagen|had|hadden)"
    r"(?:\s+(?!(?:om|over|voor|met|bij|door|aan|uit|tot|naar|akkoord|bijeen)\b)[^\s\d]+){0,6}|[a-z]+en)\s*\Z"
)
"""What makes a number that of a day or a month: it was so much then, or 'kregen' right before it."""
_ALONE = re.compile(r"\s*(?:(?:in|over|per)\s+)?(?:het\s+|de\s+)?", re.I)
COMPARES = re.compile(
    rf"\b(?:{OTHER_TIME}|dan|tegen(?:over)?|boven\w*|onder|naast|sinds|vanaf|verg\w+|opzichte|na|nog"
    r"|oorspronkelijk\w*|aanvankelijk\w*|begin\w*|verwacht\w*|belo\w+|gepland\w*|prognose|raming|doel\w*|niet|geen|terwijl|waar\w*|die|dat|en|besl\w+)\b"
    r"|[0-9]|\bvan\s*\Z",
    re.I,
)
"""What may bring in a number of another time between a period and a number."""
_KNOWN = re.compile(r"\b(?:de|die|deze|alle|onze|hun)\s*\Z", re.I)
"""Before a number of which was told already: the homes that were begun then."""
BEHIND = re.compile(r"\s+(?:in|over|per|tijdens|gedurende)\s+(?:(?:het|de)\s+)?|\s+\((?:in\s+)?", re.I)
_HEADS = re.compile(r"\s*:\s+[^\s)]")
"""Behind a period that is of what follows it: '(30 juni 2024: € 500)'."""
_ROOM = 150
"""So far before a number its clause may begin."""
NEAR = 60
"""So far behind a number its period may stand."""
_PLAIN_YEAR = re.compile(r"(?<![\w-])[12][0-9]{3}(?![\w/-])")
ENDS = re.compile(r"\s*(?:[.,;:!?)]|\Z|\s(?:en|of|maar)\b)")


def other_period(before: str, worked: Worked, after: str) -> Told | None:
    """A period that is said of the number, of which the series knows another number."""
    quantity, measured = worked.quantity, worked.quantity.measured if worked.quantity else None
    if quantity is None or measured is None or _KNOWN.search(before):
        return None
    if swapped := _swapped(before, worked.text, after, measured):
        return swapped
    named = _named_before(before, measured) or _named_amid(before, after, measured)
    if named is None and (bare := _without_year(before, after, quantity, worked.text, measured)):
        return bare
    named = named or _named_behind(after, measured)
    return _of_other_time(named, worked.text, quantity, measured) if named else None


def _without_year(before: str, after: str, quantity: Quantity, text: str, measured: Measured) -> Told | None:
    """The same of a moment or period without its year, which is the last one."""
    near = before[-_ROOM:]
    whole = with_years(near, measured.now)
    named = None if whole == near else _named_before(whole, measured) or _named_amid(whole, after, measured)
    if named is not None and named.last.year < measured.now.year and not _PAST.search(near):
        return None
    if named is None or named.words in near or _ends_with(named, measured.periode):
        return None
    told = replace(named, words=_AT_YEAR.sub("", named.words))
    if named.form == "day" and named.last.day == 1:  # 'per 1 januari' is how it stood when December was over
        told = replace(told, first=named.first - timedelta(days=1), last=named.last - timedelta(days=1))
    return _of_other_time(told, text, quantity, measured)


def _of_other_time(named: NamedPeriod, text: str, quantity: Quantity, measured: Measured) -> Told | None:
    """What is said of a number beside the name of a period of which it is not."""
    return another_period(named, text, quantity, measured) or _apart(named, text, measured)


def _apart(named: NamedPeriod, text: str, measured: Measured) -> Told | None:
    """A period of which the series has no number, and that has no day of the number's own."""
    other, own = period_named(named, measured), measured.periode
    apart = named.form == "period" and (named.last < own.first_day or named.first > own.last_day)
    known = measured.indicator.measured
    is_course = not named.dated or len(known) > 1
    if other is None or not apart or other in known or not is_course or _says_to_be_of(measured, other):
        return None
    return Told(
        f"bij '{text}' staat '{named.words}', en het is de waarde van {own}",
        f"de reeks '{measured.indicator.id}' heeft geen waarde van {other}: noem de andere periode",
        is_sure=False,
    )


def _ends_with(named: NamedPeriod, periode: Periode) -> bool:
    """Whether a time of any year ends when that period does."""
    last = named.last - timedelta(days=named.form == "day" and named.last.day == 1)
    return last.month == periode.last_day.month


_DID = (
    "was|waren|bedroeg|bedroegen|telde|telden|stond|stonden|lag|lagen|kwam|kwamen|kreeg|kregen|werd|werden|gaf|gaven|had|hadden"
    "|ging|gingen|deed|deden|vroeg|vroegen|hielp|hielpen|ontving|ontvingen|kostte|kostten|besteedde|besteedden|bouwde|bouwden"
    "|sprak|spraken|reed|reden|vond|vonden|won|wonnen|verloor|verloren|bracht|brachten|leverde|leverden|verleende|verleenden"
)
_PAST = re.compile(rf"\b(?:{_DID})\b", re.I)
"""What is not said of a period that is still to come: 'in het vierde kwartaal komen er'."""
_AT_YEAR = re.compile(r"\s+(?:van\s+)?[12][0-9]{3}\Z")


def _swapped(before: str, text: str, after: str, measured: Measured) -> Told | None:
    """'In de vorige periode' at the number of this one, and the other way round."""
    now, then = measured.now, measured.now.previous
    if not (measured.indicator.measured.keys() >= {now, then}) or measured.periode not in (now, then):
        return None
    clause = CLAUSE.split(before[-_ROOM:])[-1]
    rest, counted = _behind_what_is_counted(after, measured)
    for form, meant in ((_IN_BEFORE, then), (_IN_NOW, now)):
        found = form.match(clause) or _amid(form, clause)
        ahead = found if found and not COMPARES.search(clause[found.end() :]) else None
        behind = form.match(rest)
        ends = behind and (counted or ENDS.match(rest[behind.end() : behind.end() + NEAR]))
        said = ahead or (behind if ends else None)
        if said and meant != measured.periode and _is_of_kind(said["noun"], now):
            if _same(
                measured.indicator.measured[meant], Quantity(measured.indicator.measured[measured.periode])
            ):
                return None
            return Told(
                f"bij '{text}' staat '{said['words']}', en het is de waarde van {measured.periode}",
                f'schrijf {{{{ {"vorige" if meant == then else "waarde"}("{measured.indicator.id}") }}}}',
            )
    return None


def _amid(form: re.Pattern[str], clause: str) -> re.Match[str] | None:
    """'In het vorige kwartaal' between a verb and its number."""
    verb = re.search(rf"\b{_IT_WAS}(?=\s+in\s)", clause, re.I)
    found = form.match(clause, verb.end()) if verb and not COMPARES.search(clause[: verb.start()]) else None
    return found if found and _SO_MANY.match(clause, found.end()) else None


def _is_of_kind(noun: str, periode: Periode) -> bool:
    """Whether this word can mean a period of this kind."""
    nouns = {"halfjaar": "half", "kwartaal": "kwartaal", "jaar": "jaar"}
    return noun.lower().endswith("periode") or noun.lower().startswith(nouns.get(periode.kind, "periode"))


_TIME = r"(?P<noun>(?:verslag|rapportage)?periode|half\s?jaar|kwartaal|jaar)\b"
_IN_BEFORE = re.compile(
    rf"\s*(?:(?:en|maar|ook)\s+)?(?P<words>(?:in\s+)?(?:(?:de|het)\s+)?(?:vorige?|voorgaande?)\s+{_TIME})",
    re.I,
)
_IN_NOW = re.compile(rf"\s*(?:(?:en|maar|ook)\s+)?(?P<words>(?:in\s+)?(?:dit|deze)\s+{_TIME})", re.I)


def _named_before(before: str, measured: Measured) -> NamedPeriod | None:
    """The period with which the number's clause begins, if nothing else can be counted in it."""
    near = before[-_ROOM:]
    if not _YEAR.search(near):
        return None
    clauses = CLAUSE.split(near)
    clause = clauses[-1]
    if len(clauses) == 1 and len(near) < len(before):
        return None  # how the clause begins is too far away
    if len(clauses) > 1 and not clause.strip() and near.rstrip().endswith(":"):
        found = placed(clauses[-2], measured.periode.kind)  # '2023-H2: 1.180'
        whole = found and not clauses[-2][found[1] :].strip() and _ALONE.fullmatch(clauses[-2][: found[0]])
        return found[2] if found and whole else None
    found = placed(_ON_A_DAY.sub("in", clause), measured.periode.kind)
    if found is None:
        return None
    lead, rest = clause[: found[0]], clause[found[1] :]
    of_days = found[2].form in ("month", "day", "stand")
    on_a_day = of_days and re.fullmatch(r"\s*(?:in|op)\s+", lead, re.I)
    led = _LEAD_OF_END.fullmatch(lead) if _END.match(clause, found[0]) else None
    led = led or (_LEAD_OF_DAY if of_days else _LEAD).fullmatch(lead)
    if not on_a_day and not led:
        return None
    through = led is not None and of_days and led.groupdict().get("through")
    if of_days and not through and not _COUNTED_THEN.match(rest) and (on_a_day or not _SO_MANY.match(rest)):
        return None  # 'op 30 juni besloot', 'in juni kende het Rijk toe'
    return None if COMPARES.search(clause[found[1] :]) else found[2]


_IT_WAS = (
    r"(?:was|waren|bedroeg|bedroegen|telde|telden|stond|stonden|lag|lagen)"
    r"(?:\s+(?:er|het\s+er|ook|nog|dus|toen|daarmee))*"
)
_THEY_DID = rf"(?:[a-z]{{2,}}(?:den|ten)|{_DID})"
_AMID = r"\s+(?:(?:in|over|tijdens|op|per|ultimo|einde?(?:\s+van)?)\s+)+(?:(?:het|de)\s+)?(?:eind\s+)?\Z"
_AFTER_IT_WAS = re.compile(rf"\b{_IT_WAS}{_AMID}", re.I)
_AFTER_THEY_DID = re.compile(rf"\b{_THEY_DID}{_AMID}", re.I)
_INTENDED = re.compile(r"\b(?:\w*plan\w*|\w*begro\w+|norm\w*|ambitie\w*|voornemen\w*|inzet|streven)\b", re.I)
"""What is not what was counted then."""
_SO_MANY = re.compile(
    r"\s*(?:(?:nog|al|in\s+totaal|precies|ruim|bijna|ongeveer|gemiddeld|toen|er)\s*)*\Z", re.I
)
_PEOPLE_BEHIND = re.compile(r"\s+(?:mensen|personen|inwoners|bezoekers)\b", re.I)


def _named_amid(before: str, after: str, measured: Measured) -> NamedPeriod | None:
    """The period between a verb and its number: 'de lasten waren in 2024-Q2'."""
    clause = CLAUSE.split(before[-_ROOM:])[-1]
    found = placed(_ON_A_DAY.sub("in", clause), measured.periode.kind)
    if found is None or not _SO_MANY.match(clause, found[1]):
        return None
    lead = f"{clause[: found[0]]}{'op ' if _END.match(clause, found[0]) else ''}"
    verb = _AFTER_IT_WAS.search(lead)
    if verb is None and (_PEOPLE_BEHIND.match(after) or _behind_what_is_counted(after, measured)[1]):
        verb = _AFTER_THEY_DID.search(lead)
    subject = lead[: verb.start()] if verb else ""
    return found[2] if verb and not COMPARES.search(subject) and not _INTENDED.search(subject) else None


def _named_behind(after: str, measured: Measured) -> NamedPeriod | None:
    """The period that stands behind the number, or behind what its series counts."""
    rest, counted = _behind_what_is_counted(after, measured)
    lead = BEHIND.match(rest) or _BEFORE_END.match(rest)
    found = placed(rest[:NEAR], measured.periode.kind) if lead and _YEAR.search(rest[:NEAR]) else None
    if lead is None or found is None or found[0] != lead.end() or _HEADS.match(rest, found[1]):
        return None
    return found[2] if counted or ENDS.match(rest[found[1] : found[1] + NEAR]) else None


_BEFORE_END = re.compile(rf"\s+\(?(?={_END.pattern})", re.I)
FIRST_WORD = re.compile(r"\s+(?P<noun>[^\W\d_][\w-]*)")


def _behind_what_is_counted(after: str, measured: Measured) -> tuple[str, bool]:
    """The words behind a number and the thing that its series counts, and whether that stands there."""
    noun = FIRST_WORD.match(after)
    own = f"{measured.indicator.eenheid} {measured.indicator.naam}".casefold().split()
    counted = noun is not None and noun["noun"].casefold() in own
    return (after[noun.end() :] if noun and counted else after), counted


def placed(text: str, kind: PeriodKind) -> tuple[int, int, NamedPeriod] | None:
    """The one period that a text names, with its ends; a mere year, if the series is of years."""
    if not _YEAR.search(text):
        return None
    found = placed_times(text)
    years = list(_PLAIN_YEAR.finditer(text)) if kind == "jaar" and not found else []
    for one in years:
        year = Periode(int(one[0]), 1, "jaar")
        named = NamedPeriod(one[0], year.first_day, year.last_day, dated=True, form="period")
        found.append((one.start(), one.end(), named))
    return found[0] if len(found) == 1 else None


def another_period(named: NamedPeriod, text: str, quantity: Quantity, measured: Measured) -> Told | None:
    """What is said of a number beside the name of another period than it is of."""
    other, indicator = period_named(named, measured), measured.indicator
    if other is None or other == measured.periode or other not in indicator.measured:
        return None
    known = next(one for one in indicator.waarden if one.periode == measured.periode)
    if known.peildatum and named.form not in ("period", "span"):
        first, last = moment_days(known.peildatum)
        if first <= named.last <= last:
            return None
    if _says_to_be_of(measured, other) or _same(indicator.measured[other], quantity):
        return None
    return Told(
        f"bij '{text}' staat '{named.words}', en het is de waarde van {measured.periode}",
        f'schrijf {{{{ waarde("{indicator.id}", "{other}") }}}}, of noem de andere periode',
    )


def _says_to_be_of(measured: Measured, other: Periode) -> bool:
    """Whether the number itself says to be of that period."""
    known = next(one for one in measured.indicator.waarden if one.periode == measured.periode)
    return any(one.may_be(other) for one in named_periods(known.over or ""))


def period_named(named: NamedPeriod, measured: Measured) -> Periode | None:
    """The period that is meant; by its last day or month one of the kind of the number's own."""
    if not named.dated:
        return None
    if named.form in ("period", "span"):
        kinds: tuple[PeriodKind, ...] = get_args(PeriodKind)
        return next((one for kind in kinds if (one := Periode.of_days(named.first, named.last, kind))), None)
    kind = measured.periode.kind
    last = named.over if measured.indicator.soort == "stand" else named.last
    if named.form == "stand" and _END.match(named.words) and measured.indicator.soort != "stand":
        return None  # what was counted near the end of a year may be of any part of it
    near = (one for one in measured.indicator.measured if one.kind == kind)
    return next((one for one in near if one.last_day == last), None)


def _same(value: Decimal, quantity: Quantity) -> bool:
    return rounded(value, quantity.decimals) == rounded(quantity.value, quantity.decimals)
