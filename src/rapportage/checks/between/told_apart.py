"""Find clauses in two papers that say the same but for their number: 'twee derde', and '70%' elsewhere.

Both must have the same words, whatever their order, and one number; what is of another time is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from rapportage.bounds import MOST_TEXTS
from rapportage.checks.reading.directions import number_of
from rapportage.checks.reading.named_series import ADDS_NOTHING
from rapportage.checks.reading.texts import running_texts
from rapportage.checks.subjects import Report
from rapportage.dutch import MONTHS
from rapportage.errors import Finding, Place
from rapportage.named_periods import placed_periods
from rapportage.periode import Periode
from rapportage.rough import ABOUT, ABOVE, BELOW, shares

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^a-z])")
_FIRST_CLAUSE = re.compile(r"\A.*?(?=[;:(),](?:\s|\Z)|\s(?:maar|terwijl|waarvan|want|omdat)\b|\Z)", re.S)
_AGE = re.compile(r"\b(?:tot|vanaf|van|boven|onder|de)\s(?P<age>[0-9]{1,3})\s(?:jaar|plus)\b", re.I)
_DIGITS = str.maketrans("0123456789", "abcdefghij")
_ANY_NUMBER = re.compile(r"[0-9]|helft|kwart|derde|vijfde|tiende", re.I)
_VERB = re.compile(
    r"\b(?:is|zijn|heeft|hebben|doet|doen|krijgt|krijgen|komt|komen|staat|staan|kost|kosten|bedraagt|bedragen|telt"
    r"|tellen|woont|wonen|wordt|worden|wacht|wachten|gaat|gaan|ontvangt|ontvangen|duurt|duren|vraagt|vragen)\b",
    re.I,
)
_COUNT = r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,9}"
_NUMBER = re.compile(
    rf"(?<![\w.,/:’'-])(?:€[ \u00a0]?)?(?:{_COUNT})(?:,[0-9]{{1,3}})?(?:%|[ \u00a0]procent\b)?"
    rf"(?:[ \u00a0](?:miljoen|miljard))?(?![\w%/]|[.,-][0-9]|[ \u00a0](?:{'|'.join(MONTHS)})\b)"
)
_OF_ALL = re.compile(rf"\bvan\s(?:de|het|alle|deze|die|onze)\s(?P<whole>{_COUNT})(?=\s[a-z])", re.I)
_YEAR = re.compile(r"(?<![\w.,/-])(?:19|20)[0-9]{2}(?![\w/-]|[.,][0-9])")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_ROOM = re.compile(rf"\b(?:{ABOVE}|{BELOW}|{ABOUT}|maximaal|minstens|minimaal|hoogstens)\b", re.I)
_ANOTHER = re.compile(
    r"\b(?:niet|geen|was|waren|werd|werden|had|hadden|toen|eerst|eerder\w*|vorig\w*|volgend\w*|later|doel\w*|norm|streven|verwacht\w*"
    r"|begro\w+|raming|prognose|andere|overige|nog|eens|elk|elke|ieder|iedere|meer|minder|dan|zou|zouden|of)\b",
    re.I,
)
"""What makes it a number of another time, a goal, or one that is set beside others."""
_FEWEST_WORDS, _FIRST_LETTERS = 2, 6
_OF_WORDS, _OF_ROOM = Decimal("0.04"), Decimal("0.2")
"""What part of itself a share in words may be off, and a number that words give room."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What a clause says: its words with one number, which may be from `low` to `high`."""

    kind: str
    words: frozenset[str]
    number: str
    low: Decimal
    high: Decimal

    def may_be(self, other: _Said) -> bool:
        """Whether both can be one number."""
        return self.low <= other.high and other.low <= self.high


_Key = tuple[str, frozenset[str]]


def otherwise_in_another(report: Report) -> Iterator[Finding]:
    """Each clause of which another paper before it has the same words, with a number that is not the same."""
    now = report.content.rapportage.periode
    if len(report.documents) < 2:
        return
    known: dict[_Key, tuple[str, _Said]] = {}
    for name, paper in report.papers.items():
        own: dict[_Key, list[tuple[_Said, Place]]] = {}
        for words, place in running_texts(paper):
            for one in _told(words, now):
                own.setdefault((one.kind, one.words), []).append((one, place))
        for key, each in own.items():
            one, place = each[0]
            if _are_one(each) and key in known and not known[key][1].may_be(one):
                before, other = known[key]
                there = f"in {_THE.get(before, 'een ander stuk')} staat bij dezelfde woorden '{other.number}'"
                yield Finding(
                    f"hier staat '{one.number}', en {there}",
                    place,
                    "maak de getallen gelijk; is dit iets anders, zeg dan erbij wat",
                )
        known = {key: (name, each[0][0]) for key, each in own.items() if _are_one(each)} | known


def _are_one(each: Sequence[tuple[_Said, Place]]) -> bool:
    """Whether a paper says one number wherever it says this."""
    return len({said.number for said, _ in each}) == 1


_THE = {"raadsvoorstel": "het raadsvoorstel", "bijlage": "de bijlage", "raadsbesluit": "het raadsbesluit"}


@lru_cache(maxsize=MOST_TEXTS)
def _told(words: str, now: Periode) -> tuple[_Said, ...]:
    """What the clauses of a text say of now, each with one number."""
    if not _ANY_NUMBER.search(words):
        return ()
    begun = (_FIRST_CLAUSE.match(sentence) for sentence in _SENTENCE.split(words))
    return tuple(said for one in begun if one and (said := _in_clause(one[0].rstrip("."), now)))


def _in_clause(clause: str, now: Periode) -> _Said | None:
    if _ANOTHER.search(clause) or not _VERB.search(clause):
        return None
    clause = _AGE.sub(lambda age: f" {age['age'].translate(_DIGITS)}-jaar ", clause)
    named = placed_periods(clause)
    if any(not one.may_be(now) for _, _, one in named):
        return None
    for start, end, _ in reversed(named):
        clause = f"{clause[:start]} {clause[end:]}"
    if _YEAR.search(clause):
        return None
    in_words = list(shares(clause))
    bare = _OF_ALL.sub(" ", clause) if not in_words or not in_words[0].is_counted else clause
    if len(in_words) == 1 and not in_words[0].is_counted:
        in_words = list(shares(bare))
        (share,) = in_words
        rest = bare[: share.start] + " " + bare[share.end :]
        if _NUMBER.search(rest):
            return None
        low, high = share.low, share.high
        if not _ROOM.search(share.words):
            low, high = share.value * (1 - _OF_WORDS), share.value * (1 + _OF_WORDS)
        return _said("%", rest, share.words, low, high)
    found = list(_NUMBER.finditer(bare)) if not in_words else []
    return _of_number(bare, found[0]) if len(found) == 1 else None


def _of_number(clause: str, found: re.Match[str]) -> _Said | None:
    """What a clause says with this one number."""
    written = found[0].replace("\u00a0", " ")
    value = number_of(written.removesuffix(" procent"))
    if value is None:
        return None
    kind = "%" if written.endswith(("%", "procent")) else "€" if written.startswith("€") else ""
    whole = str(int(abs(value)))
    exponent = int(value.as_tuple().exponent)
    if not exponent and len(whole) > 2:  # '1.300' is said of 1.348
        exponent = len(whole) - len(whole.rstrip("0"))
    is_exact = exponent == 0 and kind != "%"
    slack = Decimal() if is_exact else Decimal(1).scaleb(exponent) / 2
    if _ROOM.search(clause[: found.start()]):
        slack = max(slack, abs(value) * _OF_ROOM)
    low, high = value - slack, value + slack
    if kind == "%":
        low, high = low / 100, high / 100
    return _said(kind, f"{clause[: found.start()]} {clause[found.end() :]}", written, low, high)


def _said(kind: str, rest: str, number: str, low: Decimal, high: Decimal) -> _Said | None:
    words = frozenset(
        word[:_FIRST_LETTERS]
        for word in (one.casefold() for one in _WORD.findall(rest))
        if not ADDS_NOTHING.fullmatch(word) and not _ROOM.fullmatch(word)
    )
    return _Said(kind, words, number, low, high) if len(words) >= _FEWEST_WORDS else None
