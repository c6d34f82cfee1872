"""What sentences state by a typed number or day: no rule knows whether that is true, a reader does.

It stands by what is counted, so that the same thing told twice is seen at once: five tasks here, four there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from rapportage.bounds import MAX_STATED
from rapportage.checks.days.meetings_named import named_days
from rapportage.checks.reading.references_said import HERE, said_in
from rapportage.checks.reading.told_facts import facts, stem
from rapportage.document import Document, Table, inlines_of, walk
from rapportage.dutch import BETWEEN_SENTENCES, MONTHS
from rapportage.errors import Place
from rapportage.inlines import Inlines, notes_in, place_of

_BEFORE, _AFTER = 34, 40
"""So many characters of a sentence are shown around what is stated."""
_SEVERAL = re.compile(r"[’']s\Z")
_DAYS, _BARE = "dagen", "zonder woord erachter"
"""The headings of what counts nothing: days, and numbers that stand by themselves."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A number with what it counts, or a day, with what stands before and behind it in its sentence."""

    words: str
    before: str
    after: str
    at: Place


@dataclass(frozen=True, slots=True)
class Alike:
    """What is stated of one thing, in order of its value; `of` is the word for it."""

    of: str
    each: tuple[Stated, ...]


@dataclass(slots=True)
class _Found:
    """What is stated of one thing, with the words for it and by what it is put in order."""

    words: list[str]
    rows: list[tuple[tuple[Decimal | int, ...], Stated]]

    def alike(self, of: str = "") -> Alike:
        """All of it, under the word that it has most."""
        ((word, _),) = Counter(self.words).most_common(1)
        ordered = sorted(self.rows, key=lambda row: row[0])
        return Alike(of or word or _BARE, tuple(one for _, one in ordered))


def stated(documents: Mapping[str, Document]) -> tuple[Alike, ...]:
    """All that the papers state by a typed number or day, together by what it is of, by the alphabet.

    Numbers that expressions made, those in tables and those in the descriptions of figures are left out.
    There are at most MAX_STATED.
    """
    numbers: dict[str, _Found] = {}
    days = _Found([], [])
    seen: set[Stated] = set()

    def keep(found: _Found, word: str, value: tuple[Decimal | int, ...], one: Stated) -> None:
        if one not in seen and len(seen) < MAX_STATED:
            seen.add(one)
            found.words.append(word)
            found.rows.append((value, one))

    for sentence, made, place in _sentences(documents):
        for day in named_days(sentence):
            if day.words not in made:
                told = _around(sentence, day.start, day.words, place)
                keep(days, "", (day.year or 0, day.month, day.day), told)
        for fact in facts(sentence):
            if fact.number not in made and fact.unit not in MONTHS:
                found = numbers.setdefault(stem(_SEVERAL.sub("", fact.unit)), _Found([], []))
                told = _around(sentence, fact.start, fact.words, place)
                keep(found, fact.unit, (abs(fact.value),), told)
    counted = sorted((one.alike() for one in numbers.values() if one.rows), key=_last_without_letters)
    return (*counted, days.alike(_DAYS)) if days.rows else tuple(counted)


def _last_without_letters(one: Alike) -> tuple[bool, bool, str]:
    return one.of == _BARE, not one.of[:1].isalpha(), one.of


def _around(sentence: str, start: int, words: str, place: Place) -> Stated:
    """What stands at this offset of a sentence, with as much around it as fits on a line."""
    before, after = sentence[:start], sentence[start + len(words) :]
    if len(before) > _BEFORE:
        before = "… " + before[-_BEFORE:].partition(" ")[2]
    if len(after) > _AFTER:
        after = after[:_AFTER].rpartition(" ")[0] + " …"
    return Stated(words, before, after, place)


def _sentences(documents: Mapping[str, Document]) -> Iterator[tuple[str, frozenset[str], Place]]:
    """The sentences of the papers outside their tables, with the words that expressions made there."""
    for document in documents.values():
        for block in walk(document.blocks):
            for content in () if isinstance(block, Table) else inlines_of(block):
                yield from _of_content(content)


def _of_content(content: Inlines) -> Iterator[tuple[str, frozenset[str], Place]]:
    words, made = said_in(content)
    for sentence in BETWEEN_SENTENCES.split(words.replace(HERE, "[…]")):
        yield sentence, made, place_of(content)
    for note in notes_in(content):
        yield from _of_content(note.content)
