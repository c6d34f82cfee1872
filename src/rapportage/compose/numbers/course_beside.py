"""How a number is said to have come about must go with the number of the period before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from rapportage.below_zero import turned
from rapportage.compose.numbers.measured_beside import Told, placed
from rapportage.compose.numbers.quantities import Measured, Worked
from rapportage.dutch import SENTENCE_END, rounded
from rapportage.earlier_times import PREVIOUS
from rapportage.movement import (
    AGAINST,
    HAS_MOVED,
    MOVED,
    MOVEMENT,
    UP,
    clause_before,
    is_other_factor,
    said_of_end,
    way_of,
)
from rapportage.periode import Periode


@dataclass(frozen=True, slots=True)
class _Step:
    """A number among its words, with that of before as it is printed, and how it went from that."""

    before: str
    text: str
    after: str
    was: str
    way: int
    """1 where it became more, -1 where it became less."""
    values: tuple[Decimal, Decimal]
    """The number of before, and that of now."""
    is_share: bool
    is_of_before: bool
    """Whether the number that stands here is the one of before."""
    name: str
    """What the series is called, and what it counts."""

    def is_named_in(self, clause: str) -> bool:
        """Whether a clause has a word of what the series is called."""
        own = {word[:_FIRST_LETTERS] for word in _LONG_WORD.findall(self.name.casefold())}
        return any(word[:_FIRST_LETTERS] in own for word in _LONG_WORD.findall(clause.casefold()))


_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_FIRST_LETTERS = 6
_Said = tuple[str, int, bool]
"""What is said, which way, and whether it can be said of nothing else."""
_OTHER_BASE = re.compile(
    r"\b(?:sinds|vanaf|opzichte|verg\w+|na|jaren|maanden|weken|lang\w*|prognose\w*|verwacht\w*|raming\w*"
    r"|plan\w*|doel\w*|begroot\w*|[12][0-9]{3} en)\b|['’]s\b",
    re.I,
)


_ROOM = 150
"""So far before a number its period may stand."""


def other_course(before: str, worked: Worked, after: str) -> Told | None:
    """'daalde naar', 'bleef gelijk op' or 'lager dan' at numbers that did not go so."""
    quantity, measured = worked.quantity, worked.quantity.measured if worked.quantity else None
    if quantity is None or measured is None or _OTHER_BASE.search(SENTENCE_END.split(before)[-1]):
        return None
    is_of_before = measured.periode == measured.now.previous and not _is_named(before, measured)
    now_is = measured.now if is_of_before else measured.periode
    known, base = measured.indicator.measured, _base(clause_before(before), now_is)
    if not known.keys() >= {now_is, base}:
        return None
    now, then = (rounded(known[one], quantity.decimals) for one in (now_is, base))
    was = str(replace(quantity, value=then))
    way, is_share = (now > then) - (now < then), quantity.unit == "%"
    name = f"{measured.indicator.naam} {measured.indicator.eenheid}"
    step = _Step(before, worked.text, after, was, way, (then, now), is_share, is_of_before, name)
    said = next(filter(None, (rule(step) for rule in _RULES)), None)
    if said is None:
        return None
    is_other = said[2] and is_other_factor(said[0], then, now)
    if not is_other and not _is_false(said[1], step.way, before, measured.indicator.naam, (then, now)):
        return None
    went = {0: "het bleef gelijk", 1: "het werd meer", -1: "het werd minder"}[step.way]
    return Told(
        f"bij '{worked.text}' staat '{said[0]}', en {'' if is_other else f'{went}: '}in {base} was het {was}",
        "verander het woord, of kijk de getallen na",
        said[2],
    )


_YEAR = re.compile(
    r"\b(?:in|over|gedurende|heel)\s+[12][0-9]{3}(?![\w/-])|\b(?:dit|het(?:\s+hele)?|heel\s+het)\s+jaar\b",
    re.I,
)
_HALF = re.compile(r"\bhalf\s?jaar\b", re.I)


def _base(clause: str, periode: Periode) -> Periode:
    """The period from which something went to the number of this one; of a named year, that before it."""
    of_half = periode.kind == "kwartaal" and _HALF.search(clause)
    base = periode.previous
    while _YEAR.search(clause) and base.year == periode.year:
        base = base.previous
    return base.previous if of_half and periode.number % 2 == 0 else base


def _is_named(before: str, measured: Measured) -> bool:
    """Whether the number's clause says of what period it is: 'daalde in 2024-Q2 naar'."""
    found = placed(clause_before(before)[-_ROOM:], measured.periode.kind)
    return found is not None and found[2].dated and found[2].may_be(measured.periode)


def _is_false(said: int, way: int, before: str, name: str, values: tuple[Decimal, Decimal]) -> bool:
    """Whether it went another way; below zero as far as the subject says what is more."""
    turns = turned(before, name, values)
    return way != 0 if said == 0 else turns is not None and way != (-said if turns else said)


def _to(step: _Step) -> _Said | None:
    """'daalde naar', and 'is naar … gedaald'."""
    said = None if step.is_of_before else said_of_end(step.before, step.after)
    return (said.words, said.way, True) if said else None


_RESULT = r"\w*resultaat|\w*saldo|\w*overschot|\w*winst|\w*marge"
_SHORT = r"\w*tekort|\w*verlies"
_GOOD = (
    r"\w*punctualiteit|\w*tevredenheid|\w*betrouwbaarheid|\w*rendement|\w*slagings\w+|\w*dekkingsgraad"
    r"|\w*ratio"
)
_BAD = (
    r"\w*verzuim|\w*wacht(?:tijd|lijst)\w*|\w*doorlooptijd\w*|\w*ongevallen|\w*werkloosheid|\w*klachten"
    r"|\w*achterstand\w*|\w*uitval|\w*vertraging\w*"
)
_BETTER = re.compile(
    rf".*(?<![\w-])(?P<about>(?P<sure>{_RESULT}|(?P<short>{_SHORT}))|{_GOOD}|(?P<bad>{_BAD}))\b[^.,;:!?]{{0,60}}?"
    r"\b(?P<words>(?P<up>verbeter\w+)|verslechter\w+)\b(?:[^.;:!?]|\.(?=[0-9])){0,60}\b(?P<to>naar|tot|met)\s*\Z",
    re.I | re.S,
)
"""Of which more is better, and of which it is worse."""


def _better_way(found: re.Match[str]) -> int:
    """Which way a number went that is said to have become better or worse."""
    way = UP if found["up"] else -UP
    return -way if found["short"] or found["bad"] else way


def _better(step: _Step) -> _Said | None:
    """'het saldo verbeterde naar': of a result, more is better."""
    found = None if step.is_of_before else _BETTER.match(clause_before(step.before))
    if found is None or found["to"].lower() == "met":
        return None
    return found["words"], _better_way(found), bool(found["sure"])


def other_gain(before: str, worked: Worked, after: str) -> Told | None:
    """'Het resultaat verbeterde met' at a difference with more than there is now."""
    del after
    between = worked.quantity.difference if worked.quantity else None
    found = _BETTER.match(clause_before(before)) if between else None
    if between is None or found is None or found["to"].lower() != "met":
        return None
    then, now = between.values
    way = (now > then) - (now < then)
    turns = turned(before, between.indicator.naam, (then, now))
    if turns is None or way in (0, -_better_way(found) if turns else _better_way(found)):
        return None
    went = "meer" if way == UP else "minder"
    return Told(
        f"bij '{worked.text}' staat '{found['words']}', en het werd {went}",
        "verander het woord, of kijk de getallen na",
        bool(found["sure"]),
    )


_STAYED = re.compile(
    r"(?P<words>\b(?:bleef|bleven|blijft|blijven|is|zijn)\s+(?:(?:precies|exact|ook|dus)\s+)?"
    r"(?:gelijk|onveranderd|ongewijzigd)(?:\s+(?:op|met))?)\s*:?\s*\Z",
    re.I,
)
"""Not 'vrijwel gelijk', which may differ a little."""


def _alike(step: _Step) -> _Said | None:
    """'bleef gelijk op'."""
    found = None if step.is_of_before else _STAYED.search(step.before)
    return (found["words"], 0, False) if found else None


_STEADY = re.compile(
    r"(?P<words>\b(?:bleef|bleven|blijft|blijven|is|zijn)\s+"
    r"(?:(?:ook|dus|redelijk|vrij|vrijwel|nagenoeg|ongeveer)\s+)*"
    r"(?:stabiel|constant|(?:(?<=vrijwel )|(?<=nagenoeg )|(?<=ongeveer ))gelijk)"
    r"(?:\s+(?:op|met|rond))?)"
    r"\s*:?\s*\Z",
    re.I,
)
_A_LITTLE, _FEW = Decimal("0.05"), 2
"""What differs no more than that is stable."""


def _steady(step: _Step) -> _Said | None:
    """'bleef stabiel op' at a number that differs by more than a little."""
    found = None if step.is_of_before else _STEADY.search(step.before)
    then, now = step.values
    apart = abs(now - then)
    if found is None or apart <= (1 if step.is_share else _FEW) or apart <= abs(then) * _A_LITTLE:
        return None
    return found["words"], 0, False


_LIGHTLY = r"(?:iets|fors|flink|duidelijk|licht|wat|beduidend|sterk|verder|weer|opnieuw|ook|snel)"
_MORE = r"(?P<more>minder|lager|kleiner|korter|meer|méér|hoger|groter|langer)"
_FEWER = ("minder", "lager", "kleiner", "korter")
_MANY = r"(?:(?:iets|veel|fors|flink|duidelijk|licht|wat|beduidend)\s+)?"
_WORD = r"(?!(?:is|zijn|was|waren|wordt|werd|heeft|hebben|had|ligt|lag|de|het|een)\b)[^\W\d_][\w-]*"
_BEFORE = rf"(?:(?:in|over|bij)\s+)?{PREVIOUS}"
_THAT = r"(?:dat|dit)\s+(?:is|zijn er|waren er|was)\s+"
_AS_MANY = r"(?:precies\s+|exact\s+)?(?:evenveel|even\s+veel|net\s+zo\s?veel)"
_APPOSED = re.compile(
    rf"(?:\s+{_WORD}){{0,3}}(?:,\s+(?:en\s+)?(?:{_THAT})?|[;.]\s+{_THAT}){_MANY}"
    rf"(?P<words>(?:{_MORE}\s+dan|{_AS_MANY}\s+als)\s+{_BEFORE})",
    re.I,
)
_KNOWN = re.compile(r"\b(?:de|die|deze|alle|onze|hun|van)\s*\Z", re.I)


def _apposed(step: _Step) -> _Said | None:
    """'120 woningen, minder dan in het vorige halfjaar'."""
    found = _APPOSED.match(step.after)
    if found is None or step.is_of_before or _KNOWN.search(step.before):
        return None
    return found["words"], _way(found["more"]) if found["more"] else 0, True


def _against(step: _Step) -> _Said | None:
    """'lager: 120 tegen 100', and 'met 120 lager dan de 100' of the period before."""
    if step.is_of_before:
        return None
    was = rf"{re.escape(step.was)}(?![\w.,]*[0-9%])"
    label = re.search(rf"(?<![\w-])(?P<words>{_MORE}(?:\s+geworden)?|[\w-]+)\s*:\s*\Z", step.before, re.I)
    if (
        label
        and label["more"]
        and re.match(rf"(?:\s+{_WORD}){{0,2}}\s+tegen(?:over)?\s+{was}", step.after, re.I)
    ):
        return label["words"], _way(label["more"]), True
    than = re.match(
        rf"(?:\s+[^\W\d_][\w-]*){{0,5}}?\s+(?P<words>{_MORE}\s+dan\s+(?:de|het)\s+{was})", step.after, re.I
    )
    return (than["words"], _way(than["more"]), False) if than and not _KNOWN.search(step.before) else None


_THAN = re.compile(rf"(?<![\w-])(?P<words>{_MORE}\s+dan\s+(?:de|het))\s*\Z", re.I)
_ABOUT_IT = re.compile(r"\b(?:aantal|aandeel|bedrag|saldo|percentage)\b", re.I)


def _than(step: _Step) -> _Said | None:
    """'het aantal is lager dan de' at the number of before, with no other number in the clause."""
    clause = clause_before(step.before)
    found = _THAN.search(clause)
    if found is None or not step.is_of_before or re.search(r"[0-9]", clause) or not _ABOUT_IT.search(clause):
        return None
    return found["words"], _way(found["more"]), False


_SINCE_BEFORE = rf"(?:\s(?:{AGAINST}|sinds)\s{PREVIOUS})?"
_NO_NUMBER = rf"{_SINCE_BEFORE}(?=\s*(?:[.,;:)!](?![0-9])|\Z)|\sdie\b)"
"""Behind what rose or fell, where no number says by how much, and no other time since when."""
_A_RISE = re.compile(
    rf"(?:\s{_WORD}){{0,3}}\)?(?:(?:,|\s[–-])\s(?:en\s)?(?:{_THAT}|dus\s)?|[;.]\s(?:{_THAT}|(?:dat|dit)\sbetekent\s))"
    rf"een\s(?:(?!verwachte|eerdere|gemiddelde|jaarlijkse|landelijke)[\w-]+\s)?(?P<words>{MOVEMENT}){_NO_NUMBER}",
    re.I,
)
"""'1.348 woningen, een daling ten opzichte van de vorige periode'."""
_IN_BRACKETS = re.compile(rf"\)\s(?P<words>{MOVED}|{HAS_MOVED})(?:\s{_LIGHTLY})?{_NO_NUMBER}", re.I)
"""'Het aantal woningen (1.348) daalde'."""
_SUBJECT_HAS_MORE = re.compile(
    r"\baantal\s\w+\svan\b|\w\s(?:over|bij|met|voor|door|per|op|in|uit|aan|naar|dat|die|en|of|dan|als)\b",
    re.I,
)
"""What may make it another thing that moved: 'het aantal klachten over woningen'."""
_MOVED_TO = re.compile(
    rf"\b(?P<words>{MOVED}|{HAS_MOVED})(?:\s{_LIGHTLY})?(?:\s\(|:\s)(?:nu\s|tot\s|naar\s)?\Z", re.I
)
"""'Het aantal woningen daalde (1.348)'."""
_MOVEMENT_OF = re.compile(
    rf"\b(?P<words>{MOVEMENT})\s(?:van|in)\s(?P<subject>[^.,;:()0-9]{{3,60}})\s\(\Z", re.I
)
"""'De daling van het aantal woningen (1.348)'."""


def _moved(step: _Step) -> _Said | None:
    """That something rose or fell, without by how much, beside the number that it became."""
    if step.is_of_before:
        return None
    found = _A_RISE.match(step.after)
    if found is None or _KNOWN.search(step.before):
        found = _moved_by_name(step)
    return (found["words"], way_of(found["words"]), False) if found else None


def _moved_by_name(step: _Step) -> re.Match[str] | None:
    """The same where the sentence names what the series counts, and nothing besides."""
    head = step.before.rstrip()
    clause = f"{clause_before(head[:-1])}: " if head.endswith(":") else clause_before(step.before)
    clause = re.split(r"[,)]\s", clause)[-1]
    if _SUBJECT_HAS_MORE.search(clause) or not step.is_named_in(clause):
        return None
    behind = _IN_BRACKETS.match(step.after) if clause.endswith("(") else None
    return behind or _MOVED_TO.search(clause) or _MOVEMENT_OF.search(clause)


def _way(word: str) -> int:
    return -UP if word.lower() in _FEWER else UP


_RULES: tuple[Callable[[_Step], _Said | None], ...] = (
    _to,
    _better,
    _alike,
    _steady,
    _apposed,
    _against,
    _than,
    _moved,
)
