"""Find what is told twice in the same words but for its month: 'komen in mei' in a heading, 'in juni' below.

Two papers are set beside each other, and titles of sections and figures, and steps of a stand, a timeline or
the report, beside any text. Both must count the same and be of one thing: a name stands around both of them,
or they share many words. What has several months in such words is left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from rapportage.bounds import MOST_TEXTS
from rapportage.checks.drawings.drawn_facts import drawing_of
from rapportage.checks.reading.told_facts import stem
from rapportage.checks.subjects import Content, Paper, Report
from rapportage.content.fields import moment_text
from rapportage.content.figures import Tekening
from rapportage.document import Figure, FigurePair, Heading, Table, inlines_of, walk
from rapportage.dutch import BETWEEN_SENTENCES, MONTHS
from rapportage.errors import Finding, Place
from rapportage.inlines import NOWHERE, place_of, plain

_MONTH = "|".join(MONTHS)
_ANY_MONTH = re.compile(rf"\b(?:{_MONTH})\b", re.I)
_IN_MONTH = re.compile(
    rf"(?<!begin )(?<!eind )(?<!halverwege )\bin\s(?P<words>(?P<month>{_MONTH})(?:\s(?P<year>20[0-9]{{2}}))?)"
    r"\b(?!\s(?:al|of|en|tot|t/m|pas|tot\sen\smet)\b|\s?[-–/])",
    re.I,
)
_PART = re.compile(
    r"[;:()](?=\s|\Z)|\s(?=\()|,\s|\s(?:maar|terwijl|want|omdat|doordat)\s"
    r"|\sen\s(?=(?:in|duurt|duren|loopt|lopen|eindigt|is|zijn|wordt|worden|komt|komen)\s)"
)
_ANOTHER = re.compile(
    r"\b(?:niet|geen|toen|eerst|eerder\w*|vorige?|volgende?|later|andere|overige|nog|eens|elk|elke|ieder|iedere|steeds"
    r"|meer|minder|dan|zou|zouden|of|gepland|jaarlijks\w*|opnieuw|weer|ook|waarvan|daarvan|dit|dat|deze|die|zij|ze|hij"
    r"|hem|hun|er|hier\w*|daar\w*|waar\w*|als|wanneer|zodra|om|te|sinds|vanaf|tot|uiterlijk|voor(?=\sin\b)"
    r"|[0-9]{1,2}\s(?:dagen|weken|maanden))\b",
    re.I,
)
"""What leaves it to other words of what or when a month is, or makes it one of several."""
_EMPTY = re.compile(
    r"(?:de|het|een|in|op|aan|van|voor|naar|bij|met|uit|door|over|is|zijn|wordt|worden|werd|werden|heeft|hebben|wij|we|u|uw"
    r"|onze|ons|al|inmiddels|dus|echt|nu)",
    re.I,
)
_COUNT = re.compile(r"(?<![\w.,-])[0-9]+(?:[.,][0-9]+)*%?")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_NAME = re.compile(r"(?<=[\w,;(] )[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ][\w’'-]*")
"""A name, which is not known where a sentence begins with it; an abbreviation is of too much."""
_NUMBERED = re.compile(r"\A[0-9]+(?:\.[0-9]+)*\.?\s+")
"""The number that a heading of the memo is typed with."""
_DATED = re.compile(r"20[0-9]{2}-(?P<month>[0-9]{2})(?:-[0-9]{2})?")
_SHORTEST = 4
_FEWEST, _MANY = 2, 4
"""So many words say of what it is, and so many of what, whatever stands around them."""
_MOST = 100
"""What is told more often, or counts the same as so much else, is not one thing."""
Where = Literal["tekst", "titel", "stap"]
_ANNEX, _DATA = "bijlage", "gegevens"
_THE = {
    "raadsvoorstel": "het raadsvoorstel",
    _ANNEX: "de bijlage",
    "raadsbesluit": "het raadsbesluit",
}


@dataclass(frozen=True, slots=True)
class Told:
    """What a clause tells of one month: its words and what it counts, and the names that stand around it."""

    words: frozenset[str]
    counts: frozenset[str]
    month: int
    year: int | None
    said: str
    names: frozenset[str] = frozenset()
    place: Place = NOWHERE
    paper: str = _DATA
    where: Where = "tekst"

    def is_of(self, other: Told) -> bool:
        """Whether both tell of one thing, and not of two years."""
        if self.counts != other.counts or (self.year and other.year and self.year != other.year):
            return False
        few, more = sorted((self, other), key=lambda one: len(one.words))
        rest = more.words - few.words
        if not few.words <= more.words or (rest and not (few.counts and rest <= _stems(few.names))):
            return False
        return len(few.words) >= _MANY or bool(self.names & other.names)

    @property
    def side(self) -> tuple[str, str]:
        """What all of it says in one voice: a paper's texts, its titles, or all steps."""
        return self.paper, self.where


def _stems(names: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(one) for one in names)


def in_other_months(report: Report) -> Iterator[Finding]:
    """Each clause that gives what is told elsewhere in the same words another month."""
    if not report.papers:
        return
    own = " ".join(report.content.rapportage.organisatie.value.namen)
    ours = frozenset(_WORD.findall(own))
    every_one = [*_steps(report.content, ours)]
    for name, paper in report.papers.items():
        every_one += _of_paper(name, paper, ours)
    for one, other in apart(every_one):
        there = "bij de stappen" if other.where == "stap" else f"in {_THE.get(other.paper, 'een ander stuk')}"
        yield Finding(
            f"hier staat '{one.said}', en {there} staat van hetzelfde '{other.said}' ({_at(other.place)})",
            one.place,
            "maak de maanden gelijk; is dit iets anders, zeg dan erbij wat",
        )


def _at(place: Place) -> str:
    file = place.file.rpartition("/")[2]
    return f"{file}, regel {place.line}" if place.line else file


def apart(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Each that is told of another month than before it on another side, once for those two months."""
    alike: dict[frozenset[str], list[Told]] = defaultdict(list)
    for one in told:
        alike[one.counts or one.words].append(one)
    for each in (one for one in alike.values() if len(one) <= _MOST):
        known: set[frozenset[int]] = set()
        for at, one in enumerate(each):
            same = [other for other in each if other is one or one.is_of(other)]
            months = {side: {other.month for other in same if other.side == side} for side in _sides(same)}
            for other in each[:at]:
                both = frozenset((one.month, other.month))
                is_apart = len(both) > 1 and other.side != one.side and one.is_of(other)
                in_one_voice = len(months[one.side]) == 1 and len(months.get(other.side, ())) == 1
                if is_apart and in_one_voice and both not in known:
                    known.add(both)
                    yield one, other


def _sides(told: Sequence[Told]) -> set[tuple[str, str]]:
    return {one.side for one in told}


def _of_paper(name: str, paper: Paper, ours: frozenset[str]) -> Iterator[Told]:
    """What the texts of a paper tell, with the names in its heading and the texts beside it."""
    texts: list[tuple[str, Place, Where, frozenset[str]]] = []
    heading = ""
    for block in walk(paper.document.blocks):
        if isinstance(block, Table):
            continue
        is_title = isinstance(block, Heading | Figure | FigurePair)
        for content in inlines_of(block):
            words, place = plain(content), place_of(content)
            heading = words if isinstance(block, Heading) else heading
            place = place if place.file else block.place
            words = _NUMBERED.sub("", words) if is_title else words
            texts.append((words, place, "titel" if is_title else "tekst", _names(f"in {heading}. {words}")))
    for at, (words, place, where, names) in enumerate(texts):
        found = told_in(words)
        if found:
            near = names.union(*(one[3] for one in texts[max(0, at - 1) : at + 2])) - ours
            yield from (replace(one, names=near, place=place, paper=name, where=where) for one in found)


def _steps(content: Content, ours: frozenset[str]) -> Iterator[Told]:
    """What is to come by the stands of chapters, the steps of the report and the moments of timelines."""
    rapportage = content.rapportage
    gegevens = rapportage.gegevens
    said: list[tuple[str, str, Place, str]] = []
    for chapter in rapportage.hoofdstukken.values():
        stand = chapter.gegevens.value.stand
        if stand is not None and stand.wanneer and stand.volgende_stap:
            around, place = f"in {chapter.gegevens.value.titel}. {chapter.tekst.text}", chapter.gegevens.place
            said.append((stand.volgende_stap, stand.wanneer, place("stand", "wanneer"), around))
    for number, step in enumerate(gegevens.value.stappen):
        said.append((step.wat, step.wanneer, gegevens.place("stappen", number, "wanneer"), ""))
    for loaded in rapportage.figuren.values():
        drawing = drawing_of(loaded.value, rapportage) if isinstance(loaded.value, Tekening) else None
        for row in drawing.rows if drawing else ():
            if drawing and row.moment:
                said.append((row.name, row.moment, loaded.place("momenten"), f"in {drawing.caption}"))
    for words, moment, at, around in said:
        if dated := _DATED.fullmatch(moment):
            month, near = MONTHS[int(dated["month"]) - 1], _names(f"in {words}. {around}") - ours
            for one in told_in(f"{words.rstrip('.')} in {month} {moment[:4]}"):
                yield replace(one, said=moment_text(moment), names=near, place=at, where="stap")


def _names(words: str) -> frozenset[str]:
    return frozenset(one for one in _NAME.findall(words) if len(one) >= _SHORTEST)


@lru_cache(maxsize=MOST_TEXTS)
def told_in(words: str) -> tuple[Told, ...]:
    """What the clauses of a text tell of one month each."""
    if not _ANY_MONTH.search(words):
        return ()
    clauses = (one for sentence in BETWEEN_SENTENCES.split(words) for one in _PART.split(sentence))
    return tuple(told for clause in clauses if (told := _in_clause(clause.strip(" .,;:()"))))


def _in_clause(clause: str) -> Told | None:
    found = _IN_MONTH.search(clause)
    if found is None or len(_ANY_MONTH.findall(clause)) > 1 or _ANOTHER.search(clause):
        return None
    rest = f"{clause[: found.start()]} {clause[found.end() :]}"
    said = frozenset(stem(one) for one in _WORD.findall(rest) if not _EMPTY.fullmatch(one))
    if len(said) < _FEWEST:
        return None
    year = int(found["year"]) if found["year"] else None
    month = MONTHS.index(found["month"].casefold()) + 1
    return Told(said, frozenset(_COUNT.findall(rest)), month, year, " ".join(found["words"].split()))
