"""By which words a sentence names a series, and whether it says nothing besides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from rapportage.checks.reading.references_said import as_it_stands
from rapportage.checks.subjects import Paper
from rapportage.content.indicators import Indicator
from rapportage.document import Block, Table, inlines_of, walk
from rapportage.dutch import quantity_text
from rapportage.errors import Place
from rapportage.inlines import Footnote, Inlines, LineBreak, NoteMark, Reference, Text, place_of, plain
from rapportage.named_periods import named_periods
from rapportage.periode import Periode
from rapportage.units import SIGNS

_WORD = re.compile(r"[^\W\d_]{4,}")
_EMPTY = ("aantal", "aandeel", "voor", "percentage", "totaal", "per")
_FIRST_LETTERS = 6
_ANY_WORD = re.compile(r"[^\W\d_][\w’'-]*")
ADDS_NOTHING = re.compile(
    "aan|aandeel|aantal|af|afgelopen|afgenomen|al|bedraagt|bedragen|bedroeg|bedroegen|bij|bijgekomen|bijna|circa"
    "|daalde|daalden|daardoor|daarmee|dan|dat|de|deze|die|dit|dus|een|en|er|flink|fors|gedaald|gegroeid"
    "|gekomen|gemeente|gestegen|ging|gingen|geworden|groeide|groeiden|groeit|stijgt|daalt|meest|had|hadden|half|halfjaar"
    "|hebben|heeft|heel|hele|het|huidige|iets|in|inmiddels|is|komen|komt|kreeg|kregen|kwam|kwamen"
    "|kwartaal|leverden|licht|liefst|liep|liepen|maar|met|naar|nam|namen|nu|ongeveer|ook|op|opgelopen"
    "|opnieuw|over|per|percentage|periode|precies|rapportageperiode|ruim|steeg|stegen|sterk|telde"
    "|telden|tellen|telt|terug|toe|toegenomen|tot|totaal|totale|uit|uitgekomen|van|verder|verslagperiode"
    "|reed|reden|reisde|reisden|reist|reizen|staan|staat|stond|stonden|vervoerde|vervoert|wachten|wachtten|werken|werkten"
    "|voor|waren|was|weer|werd|werden|wij|worden|wordt|ze|zij|zijn"
)
"""Words that make a number of nothing else than the sentence names: no place, no part, no other time."""


def words_of(indicator: Indicator, name: str = "") -> frozenset[str]:
    """The first letters of the words that name a series, by that name or its own.

    Those that any series may have are left out.
    """
    unit = "" if indicator.eenheid in SIGNS else indicator.eenheid
    named = (name or indicator.naam).casefold()
    is_in_it = unit and re.search(rf"{re.escape(unit.casefold())}\b", named)  # as in 'bijstandsuitkeringen'
    said = _WORD.findall(named if is_in_it else f"{named} {unit.casefold()}")
    return frozenset(word[:_FIRST_LETTERS] for word in said if word not in _EMPTY)


def words_of_time(indicator: Indicator) -> frozenset[str]:
    """The first letters of a word that alone names a series of times, 'wachttijd', and of its unit."""
    said = _OF_TIME.search(indicator.naam.casefold())
    unit = _WORD.search(indicator.eenheid.casefold())
    return frozenset(one[0][:_FIRST_LETTERS] for one in (said, unit) if one) if said and unit else frozenset()


_OF_TIME = re.compile(r"[^\W\d_]+(?:tijd|duur|termijn)(?!\w)")


def first_letters(sentence: str) -> set[str]:
    """The first letters of the words of a sentence, to compare with those of a series."""
    return {word.casefold()[:_FIRST_LETTERS] for word in _WORD.findall(sentence)}


def tells_only_of(words: frozenset[str], clause: str, besides: Iterable[str]) -> bool:
    """Whether a clause has no words of anything else than this series, but what is `besides`."""
    if _MORE_OF_IT.match(clause):
        return False
    known = {word.casefold() for word in besides}
    said = (word.casefold() for word in _ANY_WORD.findall(clause))
    return all(
        word[:_FIRST_LETTERS] in words or word in known or ADDS_NOTHING.fullmatch(word) for word in said
    )


_MORE_OF_IT = re.compile(r"\s*(?:ook|verder)\s(?:zijn|is|werden|werd|kwamen|kwam|worden|wordt)\b", re.I)
"""What begins a clause on some of them besides those that were counted: 'Ook zijn 12 woningen opgeleverd'."""


def texts_with_made(paper: Paper) -> Iterator[tuple[str, set[str], Place]]:
    """Each text with the words of its numbers that expressions made, and its place.

    Of tables only what they say of a chapter, in a row that begins with a reference to it.
    """
    if texts_with_made not in paper.kept:
        paper.kept[texts_with_made] = tuple(_with_made(paper.document.blocks))
    return iter(paper.kept[texts_with_made])


def _with_made(blocks: tuple[Block, ...]) -> Iterator[tuple[str, set[str], Place]]:
    for block in walk(blocks):
        for content in _of_chapters(block) if isinstance(block, Table) else inlines_of(block):
            place = place_of(content)
            yield plain(content), set(_made(content)), place if place.file else block.place


def _of_chapters(table: Table) -> Iterator[Inlines]:
    """What stands behind a reference to a chapter, on the page in front."""
    for row in table.body:
        if row.cells and any(isinstance(one, Reference) for one in row.cells[0].content):
            yield from (cell.content for cell in row.cells[1:])


def _made(content: Inlines) -> Iterator[str]:
    """The words of numbers that expressions made."""
    for inline in content:
        if isinstance(inline, Text):
            yield from (found for one in inline.made for found in as_it_stands(one.text, inline.text))
        elif not isinstance(inline, Reference | LineBreak | Footnote | NoteMark):
            yield from _made(inline.content)


@dataclass(frozen=True, slots=True)
class ShortName:
    """What a series may be called too, the words of the shortest, and those of another place."""

    names: tuple[str, ...]
    words: frozenset[str]
    elsewhere: frozenset[str]

    def is_elsewhere(self, clause: str) -> bool:
        """Whether a clause names another place than the one that was left out."""
        return any(word.casefold() in self.elsewhere for word in _ANY_WORD.findall(clause))


@dataclass(frozen=True, slots=True)
class NamedSeries:
    """A series in the report on the period of `now`, with the words that name it.

    Those of time alone name one that measures time, with its unit. Where it has a shorter name, the words are
    those of that one.
    """

    indicator: Indicator
    words: frozenset[str]
    now: Periode
    of_time: frozenset[str] = frozenset()
    short: ShortName | None = None

    @property
    def own_words(self) -> list[str]:
        """All words of what it is called, the shortest too: 'op lijn R5', and 'open' of 'openstaande'."""
        words = _ANY_WORD.findall(self.indicator.naam)
        return [*words, *(word[: len("open")] for word in words)]

    def is_named_in(self, clause: str) -> bool:
        """Whether a clause names it, and no other place than where it is counted."""
        begun = first_letters(clause)
        if not self.words or not self.words <= begun:
            return False
        return self.short is None or self.is_in_full(clause) or not self.short.is_elsewhere(clause)

    def is_in_full(self, clause: str) -> bool:
        """Whether a clause that names it has all words of its name."""
        return self.short is None or words_of(self.indicator) <= first_letters(clause)

    def without_name(self, clause: str) -> str:
        """A clause without the name, whose 'van' says nothing of the number."""
        return re.sub(re.escape(self.indicator.naam), " ", clause, flags=re.I)

    @property
    def known(self) -> Mapping[Periode, Decimal]:
        """Its numbers by period."""
        return self.indicator.measured

    def text(self, value: Decimal) -> str:
        """A number as a paper prints it."""
        return quantity_text(value, self.indicator.eenheid, self.indicator.decimalen)

    def in_year(self, year: int) -> Decimal | None:
        """What was counted in all of a year, where that is known."""
        parts = [value for one, value in self.known.items() if one.year == year and one.kind == self.now.kind]
        whole = self.indicator.soort == "stroom" and parts and len(parts) == len(periods_of(self.now, year))
        return sum(parts, Decimal()) if whole else None

    def is_over_another(self, periode: Periode) -> bool:
        """Whether the number of a period says that it counts another time."""
        over = next((one.over for one in self.indicator.waarden if one.periode == periode), None)
        return bool(over) and not any(one.may_be(periode) for one in named_periods(over or ""))

    def is_written_so(self, number: str) -> bool:
        """Whether this is how a number of the series is written: with its sign, or without any."""
        sign = "%" if number.endswith("%") else "€" if number.startswith("€") else ""
        return sign == (self.indicator.eenheid if self.indicator.eenheid in SIGNS else "")


def periods_of(periode: Periode, year: int) -> list[Periode]:
    """All periods of a year of the same kind as this one."""
    return [one for one in Periode(year, 1, "jaar").beside(periode.kind) if one.year == year]
