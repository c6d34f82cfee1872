"""What a description says of a named row: its state in a table of states, its day in a timeline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapportage.content.fields import moment_text
from rapportage.dutch import MONTHS

Row = tuple[str, str]
"""A name, and the state or the moment that the data have for it."""

_SENTENCE = re.compile(r"(?<=[.;!?])\s+")
_PART = re.compile(r"(?:[,:]\s|\s(?:en|maar|terwijl|waar)\s)")
_ASIDE = re.compile(r"\([^()]*\)")
_STATES = {
    "afgerond": r"(?:is|zijn)\s(?:al\s|inmiddels\s)?(?:afgerond|klaar|af|voltooid|gereed)",
    "op schema": r"(?:op\s(?:schema|koers))",
    "let op": r"(?:vraagt|vragen|verdient|verdienen)\saandacht",
    "loopt achter": r"(?:(?:loopt|lopen|ligt|liggen)\sachter|vertraagd)",
    "niet begonnen": r"(?:nog\s)?niet\s(?:begonnen|gestart)",
}
_SAID = {state: re.compile(rf"\b{words}\b", re.I) for state, words in _STATES.items()}
_UNSURE = re.compile(
    r"\b(?:niet|geen|bijna|deels|gedeeltelijk|was|waren|eerder|vorige?|als|of|wordt|worden|weer|op\s\w+\sna|behalve"
    r"|alle|alles|overige|andere|rest)\b",
    re.I,
)
"""What says that a state is not that of the row by itself, now."""
_OF_IT = re.compile(r"\b(?:voor|van|over|rond|bij|in|aan|door|na)\s(?:(?:de|het|een)\s)?\Z", re.I)
"""Before a name of which only something else is told: 'het plan voor het zonnepark is klaar'."""
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_LETTERS = 4
_LEAN = frozenset(["de", "het", "een", "en", "van", "in", "op", "aan", "bij", "voor", "met", "ook"])
_LIST = re.compile(rf"(?P<state>{'|'.join(_STATES)}):\s", re.I)


def other_state(text: str, rows: Sequence[Row]) -> str:
    """What a text says of the state of one row, where the data have another; '' where it does not."""
    words = _own_words([name for name, _ in rows])
    for sentence in _SENTENCE.split(_ASIDE.sub("", text)):
        said = list(_said_of_rows(sentence, words))
        right = {row for row, state in said if rows[row][1] == state}
        for row, state in said:
            if row not in right:
                name, own = rows[row]
                return f"hier is '{name}' '{state}', en in de figuur staat daarbij '{own}'"
    return ""


def _said_of_rows(sentence: str, words: Sequence[set[str]]) -> Iterator[tuple[int, str]]:
    """The rows that a sentence gives a state, each with that state."""
    if listed := _LIST.match(sentence):
        rest = sentence[listed.end() :]
        if not any(form.search(rest) for form in _SAID.values()):
            yield from ((row, listed["state"].lower()) for row in _named(rest, words))
        return
    waiting: list[int] = []
    for part in _PART.split(sentence):
        named, states = _named(part, words), [one for one, form in _SAID.items() if form.search(part)]
        bare = _SAID["niet begonnen"].sub("", part)
        unsure = _UNSURE.search(bare) or any(_is_aside(part, words[row]) for row in named)
        if len(states) == 1 and len(named) == 1 and not unsure:
            yield from ((row, states[0]) for row in (*waiting, *named))
        known = set().union(*(words[row] for row in named)) | _LEAN
        only_named = named and {one.lower() for one in _WORD.findall(part)} <= known
        waiting = [*waiting, *named] if only_named and not states else []


def _is_aside(part: str, own: set[str]) -> bool:
    """Whether a row is first named as what something else is for or of."""
    first = next((found for found in _WORD.finditer(part) if found[0].lower() in own), None)
    return first is not None and _OF_IT.search(part[: first.start()]) is not None


def _named(part: str, words: Sequence[set[str]]) -> list[int]:
    """The rows of which a word that no other has stands in these words."""
    there = {one.lower() for one in _WORD.findall(part)}
    return [row for row, own in enumerate(words) if own & there]


def _own_words(names: Sequence[str]) -> list[set[str]]:
    """Of each name the words that no other has."""
    words = [
        {one.lower() for one in _WORD.findall(name) if len(one) >= _FEWEST_LETTERS} - _LEAN for name in names
    ]
    return [
        own - set().union(*(other for at, other in enumerate(words) if at != mine))
        for mine, own in enumerate(words)
    ]


_DATED = re.compile(
    rf"(?<![-\w])(?:(?P<day>[0-9]{{1,2}})\s)?(?P<month>{'|'.join(MONTHS)})\s(?P<year>[12][0-9]{{3}})\b", re.I
)


def other_day(text: str, moments: Sequence[Row], besides: str) -> str:
    """A day or month that no moment of a timeline has, nor what is said `besides`; '' where there is none."""
    known = {_numbers(one): title for title, one in moments}
    months = {one[:2] for one in known}
    words = _own_words([title for title, _ in moments])
    elsewhere = " ".join(found[0] for found in _DATED.finditer(besides))
    for sentence in _SENTENCE.split(text):
        for part in _PART.split(sentence):
            for found in _DATED.finditer(part):
                year, month = int(found["year"]), MONTHS.index(found["month"].lower()) + 1
                day = int(found["day"] or 0)
                days = {one[2] for one in known if one[:2] == (year, month)}
                fits = (year, month) in months and (not day or day in days or days == {0})
                if fits or found[0] in elsewhere:
                    continue
                named = _named(part, words)
                right = f"; '{moments[named[0]][0]}' is {moment_text(moments[named[0]][1])}"
                return f"hier staat '{found[0]}', en die dag staat niet in de figuur" + (
                    right if len(named) == 1 else ""
                )
    return ""


def _numbers(moment: str) -> tuple[int, int, int]:
    """Year, month and day of a moment, the last 0 where it is a month."""
    year, month, *day = (int(one) for one in moment.split("-"))
    return year, month, day[0] if day else 0
