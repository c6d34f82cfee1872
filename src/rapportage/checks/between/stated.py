"""What papers state by a typed number, day or month: no rule knows whether that is true, a reader does.

What is stated of one thing stands together, so that five tasks here and four there are seen at once; what
stands alone comes in reading order. The same thing told twice is one fact, with both its places.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rapportage.bounds import MAX_STATED
from rapportage.checks.between.said_in_papers import BETWEEN_CELLS, Said, said_in_papers
from rapportage.checks.days.meetings_named import named_days
from rapportage.checks.reading.told_facts import clause_at, content_words, facts
from rapportage.document import Document
from rapportage.dutch import MONTHS
from rapportage.errors import Place

_SEVERAL = re.compile(r"(?:[’']s|e?[ns]|e)\Z")
"""How a word ends of which there are several."""
_DAYS = "dagen en maanden"
_MONTH = re.compile(
    rf"(?<![0-9][ \u00a0])\b(?P<month>{'|'.join(MONTHS)})[ \u00a0](?P<year>(?:19|20)[0-9]{{2}})\b"
    rf"|\b(?:in|sinds|vanaf|tot|eind|begin|medio|voor|vóór)\s(?P<alone>{'|'.join(MONTHS)})\b(?!\s[0-9])",
    re.I,
)
_NAME = re.compile(
    r"\b(?:artikel|artikelen|lid|lijn|figuur|tabel|bijlage|hoofdstuk|paragraaf|deel|versie)\s\Z|\(x\s\Z", re.I
)
"""Before a number that is the name of something, or says in what a table counts."""
_LONG = re.compile(r"(?:[^0-9]*[0-9]){3}|[^0-9]*[0-9]+,[0-9]")
"""A number of so many digits, or with decimals, is hardly ever the same by chance."""
_UNTIL = re.compile(rf"\b(?:{'|'.join(MONTHS)})\s?(?:tot\sen\smet|t/m|tot|en|[-–])\s?\Z", re.I)
"""Before a month that ends a period."""
_MEASURE = re.compile(r"\((?P<one>[^\W\d_]+)\)|\A(?P<all>[^\W\d_]+)(?:,|\Z)")
"""The word of a row's head for what its numbers count."""
_BEHIND = 20
"""So much behind a number tells it apart from another one of its paragraph."""

_OF_MANY = ("", "€", "%")
"""What is counted by these is not one thing."""

Value = tuple[Decimal | int, ...]
Key = tuple[Value, str, frozenset[str]]
"""What a number is, of what, in which words: by these it is found again in another report."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A number, day or month in its sentence, or in the row of a table; `of` is what it counts.

    `others` is where it stands besides; `again` says that the report before has it too, in the same words.
    """

    of: str
    words: str
    before: str
    after: str
    at: Place
    of_row: bool = False
    others: tuple[Place, ...] = ()
    again: bool = False

    @property
    def sentence(self) -> str:
        """All of its sentence; of a row, with what heads it before it."""
        return f"{self.before}{self.words}{self.after}"


@dataclass(frozen=True, slots=True)
class Alike:
    """What is stated of one thing, in order of its value; `of` is the word for it."""

    of: str
    each: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class AllStated:
    """All that papers state: what is alike by the alphabet, and what stands `alone` as one reads."""

    groups: tuple[Alike, ...] = ()
    alone: tuple[Stated, ...] = ()

    @property
    def each(self) -> tuple[Stated, ...]:
        """All of it, in the order in which it is shown."""
        return (*(one for group in self.groups for one in group.each), *self.alone)


@dataclass(frozen=True, slots=True)
class _One:
    """What one place states; `measure` is the word of a row's head for what it may count."""

    value: Value
    unit: str
    about: frozenset[str]
    told: Stated
    measure: str = ""

    @property
    def key(self) -> Key:
        """By what it is found again."""
        return self.value, self.unit, self.about

    @property
    def is_long(self) -> bool:
        """Whether a number like this is hardly ever the same by chance."""
        return _LONG.match(self.told.words) is not None


@dataclass(slots=True)
class _Fact:
    """A fact with each place that states it."""

    unit: str
    ones: list[_One]

    @property
    def value(self) -> Value:
        """The number, or the day."""
        return self.ones[0].value

    @property
    def stands_alone(self) -> bool:
        """Whether nothing says of what it is, but the row of a table where it stands."""
        return self.unit in _OF_MANY and (not self.unit or all(one.told.of_row for one in self.ones))

    def stated(self, before: Collection[Key]) -> Stated:
        """All of it as one, in the sentence that the report before had where there is one."""
        again = [one.told for one in self.ones if one.key in before]
        first = (again or [self.ones[0].told])[0]
        others = dict.fromkeys(one.told.at for one in self.ones if one.told.at != first.at)
        return replace(first, others=tuple(others), again=bool(again))


def stated(documents: Mapping[str, Document], earlier: Mapping[str, Document] | None = None) -> AllStated:
    """What the papers state by a typed number, day or month, with what of it the `earlier` papers have too.

    Numbers that expressions made and those in the descriptions of figures are left out. There are at most
    MAX_STATED.
    """
    before = {one.key for one in _each(earlier or {})}
    found = _facts(list(_each(documents)))
    counted: dict[str, list[_Fact]] = defaultdict(list)
    for one in found:
        if not one.stands_alone:
            counted[one.unit].append(one)
    groups = {unit: own for unit, own in counted.items() if len(own) > 1}
    alone = [one for one in found if one.stands_alone or one.unit not in groups]
    alike = [_alike(own, before) for own in groups.values()]
    return AllStated(
        tuple(sorted(alike, key=lambda one: (one.of == _DAYS, not one.of[:1].isalpha(), one.of))),
        _as_read([one.stated(before) for one in alone]),
    )


def _alike(own: Sequence[_Fact], before: Collection[Key]) -> Alike:
    words = (one.told.of or one.measure for fact in own for one in fact.ones)
    ((word, _),) = Counter(word for word in words if word).most_common(1)
    ordered = sorted(own, key=lambda one: one.value)
    return Alike(word, tuple(one.stated(before) for one in ordered))


def _as_read(told: Sequence[Stated]) -> tuple[Stated, ...]:
    """These by file, and by line within it; files as one comes upon them."""
    files = list(dict.fromkeys(one.at.file for one in told))
    return tuple(sorted(told, key=lambda one: (files.index(one.at.file), one.at.line)))


def _facts(ones: Sequence[_One]) -> list[_Fact]:
    """What all these places state, each fact once.

    A long number that says nothing of what it is goes to where the same one does. The row of a table counts
    what its head says where a sentence counts that, too.
    """
    counted = {one.told.of for one in ones if not one.told.of_row}
    by_key: dict[tuple[object, ...], _Fact] = {}
    for at, one in enumerate(ones):
        unit = _as_one(one.measure) if one.measure in counted and not one.unit else one.unit
        sure = one.value[-1] if unit == _DAYS else unit not in _OF_MANY or one.is_long
        by_key.setdefault((unit, one.value, None if sure else at), _Fact(unit, [])).ones.append(one)
    said = {fact.value: fact for fact in by_key.values() if fact.unit and fact.unit not in (*_OF_MANY, _DAYS)}
    kept = []
    for fact in by_key.values():
        if fact.unit or fact.value not in said or not fact.ones[0].is_long:
            kept.append(fact)
        else:
            said[fact.value].ones += fact.ones
    return kept


def _each(documents: Mapping[str, Document]) -> Iterator[_One]:
    """What is stated anywhere, once for each paragraph, as one comes upon it."""
    places: set[tuple[object, ...]] = set()
    for said in said_in_papers(documents):
        for one in (*_days(said), *_numbers(said)):
            at, behind = one.told.at, "" if one.unit == _DAYS else one.told.after[:_BEHIND]
            place = (at.file, at.line, one.value, behind)
            if place not in places and len(places) < MAX_STATED:
                places.add(place)
                yield one


def _days(said: Said) -> Iterator[_One]:
    """The days of a sentence, and its months with a year or behind a word of time."""
    found: list[tuple[int, str, Value]] = [
        (one.start, one.words, (one.year or 0, one.month, one.day)) for one in named_days(said.words)
    ]
    for one in _MONTH.finditer(said.words):
        if _UNTIL.search(said.words[: one.start()]):
            continue
        group = "alone" if one["alone"] else "month"
        words = one["alone"] or one[0]
        found.append((one.start(group), words, (int(one["year"] or 0), _month(one[group]), 0)))
    for start, words, value in found:
        if not any(words in made for made in said.made):
            about = content_words(clause_at(said.words, start, start + len(words)))
            yield _One(value, _DAYS, about, _told(said, _DAYS, start, words))


def _month(word: str) -> int:
    return MONTHS.index(word.lower()) + 1


def _numbers(said: Said) -> Iterator[_One]:
    measure = _MEASURE.search(said.head)
    of_head = (measure["one"] or measure["all"]).casefold() if measure else ""
    for fact in facts(said.words):
        is_name = _NAME.search(said.words[: fact.start])
        if fact.number not in said.made and fact.unit not in MONTHS and not is_name:
            about = fact.about or fact.within or content_words(said.head)
            if said.head:  # a row moves its numbers on to the column of before
                about |= {str(said.words.count(BETWEEN_CELLS, 0, fact.start))}
            told = _told(said, fact.unit, fact.start, fact.number)
            yield _One((abs(fact.value),), _as_one(fact.unit), about, told, of_head)


def _as_one(word: str) -> str:
    """A word as it is known whether it tells of one or of several."""
    return _SEVERAL.sub("", word.casefold())


def _told(said: Said, of: str, start: int, words: str) -> Stated:
    head = f"{said.head}: " if said.head else ""
    return Stated(
        of, words, head + said.words[:start], said.words[start + len(words) :], said.at, bool(said.head)
    )
