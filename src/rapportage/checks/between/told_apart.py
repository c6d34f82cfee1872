"""Find clauses in two papers that say the same but for their number: 'twee derde', and '70%' elsewhere.

Both must have the same words, whatever their order, those that tell of another time or of what is expected
included, and one number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
_FIRST_CLAUSE = re.compile(r"\A.*?(?=[;:(),](?:\s|\Z)|\s\(|\s(?:maar|terwijl|waarvan|want|omdat)\b|\Z)", re.S)
_AGE = re.compile(r"\b(?:tot|vanaf|van|boven|onder|de)\s(?P<age>[0-9]{1,3})\s(?:jaar|plus)\b", re.I)
_DIGITS = str.maketrans("0123456789", "abcdefghij")
_ANY_NUMBER = re.compile(r"[0-9]|helft|kwart|derde|vijfde|tiende", re.I)
_VERB = re.compile(
    r"\b(?:is|zijn|heeft|hebben|doet|doen|krijgt|krijgen|komt|komen|staat|staan|kost|kosten|bedraagt|bedragen|telt"
    r"|tellen|woont|wonen|wordt|worden|wacht|wachten|gaat|gaan|ontvangt|ontvangen|duurt|duren|vraagt|vragen|verwacht|verwachten)\b",
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
    r"\b(?:niet|geen|toen|eerst|eerder\w*|vorig\w*|volgend\w*|later|andere|overige|nog|eens|elk|elke|ieder|iedere"
    r"|meer|minder|dan|zou|zouden|of)\b",
    re.I,
)
"""What sets a number beside others, or makes it one of another time that its sentence does not name."""
_TOLD_AS = re.compile(
    r"\b(?:was|waren|werd|werden|had|hadden|doel\w*|norm|streven|verwacht\w*|begro\w+|raming|prognose)\b",
    re.I,
)
"""What makes it a number of another time, or a goal, unless both have it."""
_OF_BEFORE = re.compile(r"(?:Da(?:t|arvan)|Dit|Hiervan|Zij|Die|Deze)\b")
"""What begins a sentence on what the one before it tells of."""
_BALANCE = re.compile(r"\b(?:een|het)\s(?:(?P<short>tekort)|overschot)\b", re.I)
"""What says of an amount whether it is short or left over."""
_BALANCED = "saldo"
_FEWEST_WORDS, _FIRST_LETTERS = 2, 6
_OF_WORDS, _OF_ROOM = Decimal("0.04"), Decimal("0.2")
"""What part of itself a share in words may be off, and a number that words give room."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a clause says: its words, those that say of when it is, and one number from `low` to `high`."""

    kind: str
    words: frozenset[str]
    when: frozenset[str]
    number: str
    low: Decimal
    high: Decimal

    @property
    def has_subject(self) -> bool:
        """Whether its words are enough to know of what it is."""
        return len(self.words) >= _FEWEST_WORDS or self.words == {_BALANCED}

    def as_balance(self, of: str, *, is_short: bool) -> Said:
        """The same of what is short or left over, which have one word for both."""
        low, high = (-self.high, -self.low) if is_short else (self.low, self.high)
        words = self.words | {_BALANCED}
        return Said(self.kind, words, self.when, f"{of} van {self.number}", low, high)

    def may_be(self, other: Said) -> bool:
        """Whether both can be one number."""
        return self.low <= other.high and other.low <= self.high


_Key = tuple[str, frozenset[str], frozenset[str]]


def otherwise_in_another(report: Report) -> Iterator[Finding]:
    """Each clause of which another paper before it has the same words, with a number that is not the same."""
    now = report.content.rapportage.periode
    if len(report.documents) < 2:
        return
    core = f"/{report.content.rapportage.gegevens.value.kernboodschap}.md"
    known: dict[_Key, tuple[str, Said]] = {}
    for name, paper in report.papers.items():
        own: dict[_Key, list[tuple[Said, Place]]] = {}
        for words, place in running_texts(paper):
            is_of_all = name != _ANNEX or place.file.endswith(core)
            for one in told_in(words, now):
                if not is_of_all and one.words == {_BALANCED}:  # it is that of its chapter
                    continue
                own.setdefault((one.kind, one.words, one.when), []).append((one, place))
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


def _are_one(each: Sequence[tuple[Said, Place]]) -> bool:
    """Whether a paper says one number wherever it says this."""
    return len({said.number for said, _ in each}) == 1


_ANNEX = "bijlage"
_THE = {"raadsvoorstel": "het raadsvoorstel", _ANNEX: "de bijlage", "raadsbesluit": "het raadsbesluit"}


@lru_cache(maxsize=MOST_TEXTS)
def told_in(words: str, now: Periode) -> tuple[Said, ...]:
    """What the clauses of a text say of now, each with one number."""
    if not _ANY_NUMBER.search(words):
        return ()
    begun = (_FIRST_CLAUSE.match(sentence) for sentence in _SENTENCE.split(words))
    return tuple(said for one in begun if one and (said := _in_clause(one[0].rstrip("."), now)))


def _in_clause(clause: str, now: Periode) -> Said | None:
    if _ANOTHER.search(clause) or not _VERB.search(clause):
        return None
    clause = _AGE.sub(lambda age: f" {age['age'].translate(_DIGITS)}-jaar ", clause)
    named = placed_periods(clause)
    if any(not one.may_be(now) for _, _, one in named):
        return None
    for start, end, _ in reversed(named):
        clause = f"{clause[:start]} {clause[end:]}"
    when = frozenset(one[0].casefold() for form in (_TOLD_AS, _YEAR) for one in form.finditer(clause))
    if when and _OF_BEFORE.match(clause):
        return None
    balance = _BALANCE.search(clause)
    clause = _TOLD_AS.sub(" ", _YEAR.sub(" ", clause))
    said = _with_number(_BALANCE.sub(" ", clause))
    if said and balance:
        said = said.as_balance(balance[0], is_short=balance["short"] is not None)
    return replace(said, when=when) if said and said.has_subject else None


def _with_number(clause: str) -> Said | None:
    """What a clause without its times says, where it has one number."""
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


def _of_number(clause: str, found: re.Match[str]) -> Said | None:
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


def _said(kind: str, rest: str, number: str, low: Decimal, high: Decimal) -> Said:
    words = frozenset(
        word[:_FIRST_LETTERS]
        for word in (one.casefold() for one in _WORD.findall(rest))
        if not ADDS_NOTHING.fullmatch(word) and not _ROOM.fullmatch(word)
    )
    return Said(kind, words, frozenset(), number, low, high)
