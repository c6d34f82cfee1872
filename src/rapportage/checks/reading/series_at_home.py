"""The sentences of a report that tell of its series, each with the series that its words can only mean.

'Het aantal ongevallen' means the series 'Ongevallen met letsel' where no other one counts any, and where the
text tells of that series: below a heading of its own, a short name may be of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapportage.checks.reading.named_series import (
    ADDS_NOTHING,
    NamedSeries,
    first_letters,
    words_of,
    words_of_time,
)
from rapportage.checks.reading.references_said import said_in, targets_in
from rapportage.checks.reading.short_names import short_names
from rapportage.checks.subjects import Report
from rapportage.content.figures import Grafiek
from rapportage.document import Block, Figure, Heading, Table, inlines_of, walk
from rapportage.errors import Place
from rapportage.inlines import Inlines, Text, place_of, plain
from rapportage.made import Made

_LETTERS, _SHORT = 6, 3
_WORD = re.compile(r"[^\W\d_]{4,}")
_OF_ALL = re.compile(
    r"(?:inleiding|samenvatting|kernboodschap|beoogd effect|argumenten|kanttekeningen|conclusies?"
    r"|stand van zaken|financiën|in één oogopslag|cijfers|ontwikkelingen|resultaten|de kern\b.*)",
    re.I,
)
"""Headings below which a report tells of all that it is about."""
_COUNTED = r"[0-9](?:[0-9.,]*[0-9])?"
_CHAPTER = 3
"""From this level on a heading may be one within a chapter."""


@dataclass(slots=True)
class _Section:
    """What stands below one heading: its words, and the series that are told of there."""

    title: str = ""
    shown: set[str] = field(default_factory=set)
    chapter: _Section | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """A text of a paper with a sign for each reference, and what its section tells of."""

    words: str
    made: frozenset[str]
    place: Place
    shown: frozenset[str]
    """The series of the charts that it refers to."""
    section: _Section
    read: tuple[Made, ...] = ()
    """The numbers that expressions made of series."""

    def only_shown(self, every: Sequence[NamedSeries]) -> NamedSeries | None:
        """The one series of the charts that the text refers to, or the one of them that it names."""
        found = [one for one in every if one.indicator.id in self.shown]
        if len(self.shown) > 1:
            begun = first_letters(self.words)
            found = [one for one in found if words_of(one.indicator) <= begun]
        return found[0] if len(found) == 1 else None

    def is_home(self, one: NamedSeries, every: Sequence[NamedSeries]) -> bool:
        """Whether a short name can mean this series here."""
        section, id_ = self.section, one.indicator.id
        titled = {word.casefold()[:_LETTERS] for word in _WORD.findall(section.title)}
        in_chapter = section.chapter is not None and bool(titled & letters_of(one))
        home = _OF_ALL.fullmatch(section.title) or id_ in section.shown
        home = home or (in_chapter and section.chapter is not None and id_ in section.chapter.shown)
        return bool(home) and not self._counts_another(one, every)

    def _counts_another(self, one: NamedSeries, every: Sequence[NamedSeries]) -> bool:
        """Whether a number of what the series counts is of no series: '120 meldingen van overlast'."""
        unit = one.indicator.eenheid
        if len(unit) <= _SHORT:
            return False
        known = {each.text(value) for each in every for value in each.known.values()} | self.made
        counted = re.finditer(
            rf"(?P<by>\bmet\s)?(?P<number>{_COUNTED})\s{re.escape(unit)}\b", self.words, re.I
        )
        return any(not found["by"] and found["number"] not in known for found in counted)


def series_of(report: Report) -> list[NamedSeries]:
    """The series that have a number of this period, with the words that name them."""
    rapportage = report.content.rapportage
    every, now = rapportage.indicatoren.values(), rapportage.periode
    short = short_names(every, rapportage.organisatie.value)
    return [
        NamedSeries(one, known.words if known else words_of(one), now, words_of_time(one), known)
        for one in every
        for known in (short.get(one.id),)
        if now in one.measured
    ]


def letters_of(one: NamedSeries) -> frozenset[str]:
    """The first letters of all words of a series: of its name, what it counts, and its id."""
    own = one.indicator
    words = _WORD.findall(f"{own.naam} {own.eenheid} {own.id}".casefold())
    return frozenset(word[:_LETTERS] for word in words)


def meant_by(words: Sequence[str], every: Sequence[NamedSeries], telling: Telling) -> NamedSeries | None:
    """The series that these words of a subject name: the one that has them all, or the one named in full."""
    begun = {word.casefold()[:_LETTERS] for word in words if len(word) > _SHORT}
    begun -= {word for word in begun if ADDS_NOTHING.fullmatch(word)}
    if not begun:
        return None
    found = [one for one in every if begun <= letters_of(one)]
    if len(found) > 1:
        full = [one for one in found if words_of(one.indicator) <= begun]
        found = full if len(full) == 1 else []
    if len(found) != 1:
        return None
    (one,) = found
    said = {word.casefold() for word in words}
    abbreviated = {word.casefold() for word in _ABBREVIATED.findall(one.indicator.naam)}
    in_full = one.words and one.words <= begun and abbreviated <= said
    return one if in_full or telling.is_home(one, every) else None


_ABBREVIATED = re.compile(r"(?<![\w-])[A-Z][A-Za-z]{1,2}(?![\w-])")
"""A word of a name that is too short to go by, and says of what the number is: 'Meldingen Wmo'."""


def tellings(report: Report) -> Iterator[Telling]:
    """Each text of the papers but the numbers of tables, with what its section tells of."""
    charts = {
        key: {reeks.indicator for reeks in one.value.reeksen}
        for key, one in report.content.rapportage.figuren.items()
        if isinstance(one.value, Grafiek)
    }
    for paper in report.papers.values():
        if tellings not in paper.kept:
            paper.kept[tellings] = tuple(_tellings(paper.document.blocks, charts))
        yield from paper.kept[tellings]


def _tellings(blocks: tuple[Block, ...], charts: dict[str, set[str]]) -> Iterator[Telling]:
    chapter = section = _Section()
    for block in walk(blocks):
        if isinstance(block, Heading):
            section = _Section(plain(block.content))
            if block.level > _CHAPTER and not block.numbered:
                section.chapter = chapter
            else:
                chapter = section
        for around in (section, chapter):
            if isinstance(block, Figure):
                around.shown |= charts.get(block.id, set())
            for content in inlines_of(block):
                around.shown |= {series for made in _read_by(content) for series in made.series}
        for content in inlines_of(block):
            words, made = said_in(content)
            if isinstance(block, Heading) or (isinstance(block, Table) and not words.endswith(".")):
                continue
            place = place_of(content)
            read = tuple(_read_by(content))
            referred = targets_in(content, charts)
            shown = frozenset(series for target in referred for series in charts[target])
            yield Telling(words, made, place if place.file else block.place, shown, section, read)


def _read_by(content: Inlines) -> Iterator[Made]:
    """What expressions made of series in a text."""
    for one in content:
        if isinstance(one, Text):
            yield from (made for made in one.made if made.series)
