"""Periods that were carried over from an earlier report without being read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise
from typing import Any, TypeVar

from rapportage.checks.subjects import Content
from rapportage.content.fields import EXPRESSION
from rapportage.content.figures import Grafiek
from rapportage.content.model import Loaded, Markdown, Rapportage
from rapportage.content.source import Path_
from rapportage.earlier_times import PRESENT
from rapportage.errors import Finding, Place
from rapportage.movement import AGAINST
from rapportage.named_periods import NamedPeriod, named_periods, placed_periods
from rapportage.periode import Periode, PeriodKind

Where = TypeVar("Where")
_OUTSIDE = frozenset({"bron", "alt-kenmerk", "bestand", "perioden", "soort", "overgenomen", "nagezien"})
"""The keys of figures and tables whose texts are of others, or no text."""
_HEADING = re.compile(r"##\s*(?P<title>[^#].*?)\s*#*")
_OWN = re.compile(rf"\s*{PRESENT}\s*", re.I)
"""A cell that names the report's own period in other words."""
_YEAR = re.compile(r"\b20[0-9]{2}\b")
_INDEX_BASE = re.compile(
    r"\([^()]*(?:(?:=|\bis)\s*100\b|\bbasis(?:jaar|periode|kwartaal)?\b)[^()]*\)"
    r"|\b20[0-9]{2}(?:-[HTQ][1-4])?\s*(?:=|\bis)\s*100\b"
    r"|\b(?:eerste|tweede|derde|vierde)\s+\w+\s+(?:van\s+)?20[0-9]{2}\s*(?:=|\bis)\s*100\b",
    re.I,
)
"""The period that an index counts from, which stays what it was."""
_COMPARED = re.compile(
    rf"(?<![\w-])(?:{AGAINST}|tegenover|versus|vs\.?|sinds|vanaf|verschil(?:len)?\s+(?:tussen|met)"
    r"|(?:meer|minder|hoger|lager|groter|kleiner|beter|anders)\b[^.,;:!?]{0,40}?\s+dan)\s+",
    re.I,
)
_OTHERWISE = re.compile(r"[.,;:!?()0-9]|\b(?:naar|tot|in\s+plaats)\b", re.I)
"""What may stand between such words and a period that is not what they compare with."""
_NEAR = 90
_REPORTING = (r"\w*voortgang", r"\w*rapportage", r"stand\s+van\s+zaken")
_OF_YEAR = r",?\s+(?:over\s+)?(?:het\s+jaar\s+)?(?P<year>[12][0-9]{3})(?![-\w/–]|\s[-–]\s?\d)"
_HOW = 'schrijf {{ periode("lang") }}, of {{ vorige("lang") }} als u die bedoelt: dat gaat vanzelf mee'
_HOW_WITHOUT_YEAR = f"{_HOW}; bedoelt u een ander jaar, zet dat er dan bij"


def other_period(content: Content) -> Iterator[Finding]:
    """Each title, decision, figure or table that names another period than the report is about."""
    rapportage = content.rapportage
    for title in _titles(rapportage):
        yield from _in_title(title, rapportage)
    for words, place in (*headings(rapportage), *decisions(rapportage)):
        yield from _told(words, place, rapportage.periode)
    for loaded in (*rapportage.figuren.values(), *rapportage.tabellen.values()):
        yield from _in_file(loaded, rapportage.periode)
    for table in tables_in_texts(rapportage):
        one = _only_earlier(table.heads, rapportage.periode)
        if one and not _plans(table.cells, rapportage.periode):
            yield _finding(one[1], table.place(one[0]), rapportage.periode)


def table_without_this_period(content: Content) -> Iterator[Finding]:
    """Each table whose columns are of several periods that are all over: the last report's comparison."""
    rapportage, own = content.rapportage, content.rapportage.periode
    for loaded in rapportage.tabellen.values():
        heads = [kolom.kop for kolom in loaded.value.kolommen]
        texts = [words for _, words in texts_of(loaded.source.data, ())]
        yield from _behind(heads, texts, loaded.place("kolommen"), own)
    for table in tables_in_texts(rapportage):
        heads = [words for row, words in table.cells if row == 0]
        yield from _behind(heads, [words for _, words in table.cells], table.place(0), own)


# --- titles, headings and decisions ----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Title:
    """A title; that `of_all` says what the report as a whole is about."""

    words: str
    place: Place
    of_all: bool = False


def _titles(rapportage: Rapportage) -> Iterator[_Title]:
    gegevens = rapportage.gegevens
    for key in ("titel", "ondertitel", "voetregel", "onderwerp"):
        if words := getattr(gegevens.value, key):
            yield _Title(words, gegevens.place(key), of_all=True)
    for at, bijlage in enumerate(gegevens.value.bijlagen):
        if bijlage.document:
            yield _Title(bijlage.titel, gegevens.place("bijlagen", at, "titel"), of_all=True)
    for at, deel in enumerate(gegevens.value.delen):
        yield _Title(deel.titel, gegevens.place("delen", at, "titel"))
        for number, part in enumerate(deel.onderdelen):
            yield _Title(part.titel, gegevens.place("delen", at, "onderdelen", number, "titel"))
    for hoofdstuk in rapportage.hoofdstukken.values():
        yield _Title(hoofdstuk.gegevens.value.titel, hoofdstuk.gegevens.place("titel"))


def _in_title(title: _Title, rapportage: Rapportage) -> Iterator[Finding]:
    organisatie, own = rapportage.organisatie.value, rapportage.periode
    if one := another_in_title(title.words, own, organisatie.namen if title.of_all else None):
        yield _finding(one, title.place, own)


def another_in_title(words: str, own: Periode, of_all: Sequence[str] | None = None) -> NamedPeriod | None:
    """The other period that a title names, if it names nothing that is right.

    A title of the report as a whole (`of_all`: the names of who reports) may say less and may be wrong in
    more ways: in a mere number, in a year behind a name, and in months that are not all of its own.
    """
    bare = _without_compared(plain(words, own), own.kind)
    named = named_periods(bare, own.kind if of_all else None)
    if of_all and not named:
        return _year_before(bare, own, of_all)
    wrong = [_wrong(one, own, of_all is not None) for one in named]
    return wrong[0] if wrong and all(wrong) else None


def _year_before(words: str, own: Periode, names: Sequence[str]) -> NamedPeriod | None:
    """An earlier year right behind a word for the report or the name of who reports."""
    reporting = "|".join((*_REPORTING, *map(re.escape, names)))
    found = re.search(rf"(?:{reporting}){_OF_YEAR}", words, re.I)
    if found is None or int(found["year"]) >= own.year:
        return None
    year = Periode(int(found["year"]), 1, "jaar")
    return NamedPeriod(found["year"], year.first_day, year.last_day, dated=True, form="period")


def _wrong(one: NamedPeriod, own: Periode, of_all: bool) -> NamedPeriod | None:
    """What of this in a title is another period than its own, or no period that the title can be of."""
    if one.may_be(own):
        return None
    if of_kind := one.of_kind(own.kind):
        return None if any(part.may_be(own) for part in of_kind) else of_kind[0]
    if one.form == "day" and not of_all:
        return None
    beside = one.form == "span" and of_all and not _goes_with(one, own)
    return one if beside or (one.dated and one.is_before(own)) else None


def _goes_with(one: NamedPeriod, own: Periode) -> bool:
    """Whether a stretch lies in the period, or after it, or is the year as far as this quarter or term."""
    first, last = one.near(own)
    so_far = (first.month, first.day, last) == (1, 1, own.last_day) and first.year == own.year
    return (first >= own.first_day and (last <= own.last_day or first > own.last_day)) or (
        so_far and own.kind in ("kwartaal", "viermaands")
    )


def headings(rapportage: Rapportage) -> Iterator[tuple[str, Place]]:
    """The headings of all texts, and the titles of their boxes and tables."""
    for text in _all_texts(rapportage):
        for at, line in enumerate(text.text.split("\n")):
            if line.startswith(("##", ":::")):
                yield line, Place(text.file, text.first_line + at)


def _all_texts(rapportage: Rapportage) -> tuple[Markdown, ...]:
    return (rapportage.raadsvoorstel, *(one.tekst for one in rapportage.hoofdstukken.values()))


def decisions(rapportage: Rapportage) -> Iterator[tuple[str, Place]]:
    """On what the decision rests, and the lines of the memo below its heading of decisions."""
    gegevens = rapportage.gegevens
    for key, texts in (
        ("gelet-op", gegevens.value.besluit.gelet_op),
        ("overwegende", gegevens.value.besluit.overwegende),
    ):
        for at, text in enumerate(texts):
            yield text, gegevens.place("besluit", key, at)
    memo, inside = rapportage.raadsvoorstel, False
    for at, line in enumerate(memo.text.split("\n")):
        if heading := _HEADING.fullmatch(line):
            inside = heading["title"].lower() == "besluitpunten"
        elif inside:
            yield line, Place(memo.file, memo.first_line + at)


def _told(words: str, place: Place, own: Periode) -> Iterator[Finding]:
    """The earlier period of a heading or decision that does not name its own."""
    named = of_kind(_without_compared(words, own.kind), own)
    others = [one for one in named if not one.may_be(own)]
    if others and len(others) == len(named) and others[0].is_before(own):
        yield _finding(others[0], place, own)


def _without_compared(words: str, kind: PeriodKind) -> str:
    """The words without the periods that they only compare with: 'ten opzichte van het tweede halfjaar'."""
    kept, at = "", 0
    for lead in _COMPARED.finditer(words):
        if lead.start() < at:
            continue
        near = words[lead.end() : lead.end() + _NEAR]
        found = next(iter(placed_periods(near, kind)), None)
        if found and not _OTHERWISE.search(near[: found[0]]):
            kept, at = f"{kept}{words[at : lead.start()]} ", lead.end() + found[1]
    return kept + words[at:]


def of_kind(words: str, own: Periode) -> list[NamedPeriod]:
    """The periods of the report's own kind that these words name."""
    return [one for named in named_periods(plain(words, own)) for one in named.of_kind(own.kind)]


def plain(words: str, own: Periode) -> str:
    """The words, with the own period where they ask for it, without other expressions or an index's base."""
    if _OWN.fullmatch(words):
        return own.name
    return _INDEX_BASE.sub("", EXPRESSION.sub(partial(_asked, own), words))


def _asked(own: Periode, found: re.Match[str]) -> str:
    return own.name if re.match(r"\s*periode\b", found["expression"]) else ""


# --- figures and tables ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Table:
    """A table in a text: its lines by their number in the text."""

    text: Markdown
    first: int
    rows: tuple[str, ...]

    @property
    def cells(self) -> list[tuple[int, str]]:
        """Its cells, each with the number of its row; those of row 0 are the heads."""
        return [(at, cell) for at, row in enumerate(self.rows) for cell in row.split("|")]

    @property
    def heads(self) -> list[tuple[int, str]]:
        """The same of its heads and of the first cell of each row."""
        firsts = (row.strip().removeprefix("|").partition("|")[0] for row in self.rows[1:])
        return [*((0, cell) for cell in self.rows[0].split("|")), *enumerate(firsts, 1)]

    def place(self, row: int) -> Place:
        """Where a row of it stands."""
        return Place(self.text.file, self.text.first_line + self.first + row)


_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")


def tables_in_texts(rapportage: Rapportage) -> Iterator[_Table]:
    """The tables that stand in texts."""
    for text in _all_texts(rapportage):
        lines = text.text.split("\n")
        for at, (head, rule) in enumerate(pairwise(lines)):
            if "|" in head and "|" in rule and _RULE.fullmatch(rule):
                end = next((to for to in range(at, len(lines)) if "|" not in lines[to]), len(lines))
                yield _Table(text, at, tuple(lines[at:end]))


def _in_file(loaded: Loaded[Any], own: Periode) -> Iterator[Finding]:
    """A figure or table that names one earlier period and no other: several are a course of time."""
    compares = isinstance(loaded.value, Grafiek) and own in loaded.value.perioden[1:]
    if not compares and (one := _only_earlier(texts_of(loaded.source.data, ()), own)):
        yield _finding(one[1], loaded.place(*one[0]), own)


def _only_earlier(texts: Iterable[tuple[Where, str]], own: Periode) -> tuple[Where, NamedPeriod] | None:
    """The one earlier period that these texts name, with its first place; None if they name others."""
    bare = ((where, _without_compared(words, own.kind)) for where, words in texts)
    named = [(where, one) for where, words in bare for one in of_kind(words, own)]
    different = {_days(one, own) for _, one in named}
    return named[0] if len(different) == 1 and named[0][1].is_before(own) else None


def _plans(cells: Iterable[tuple[int, str]], own: Periode) -> bool:
    """Whether a table names a later year or period besides: then it is a course of time."""
    named = [one for _, words in cells for one in named_periods(plain(words, own))]
    years = (int(found[0]) for _, words in cells for found in _YEAR.finditer(words))
    return any(one.dated and one.first > own.last_day for one in named) or any(map(own.year.__lt__, years))


def _behind(heads: list[str], texts: list[str], place: Place, own: Periode) -> Iterator[Finding]:
    above = [one for head in heads for one in _over_time(head, own)]
    everywhere = [one for words in texts for one in of_kind(words, own)]
    of_this_year = any(head.strip() == str(own.year) for head in heads)
    if stale := _of_a_year_ago(heads, own):
        message = f"de kop '{stale.words}' is niet die van een jaar geleden, en staat naast die van {own}"
        yield Finding(message, place, 'schrijf in die kop {{ jaar_eerder("kort") }}: dat gaat vanzelf mee')
    behind = len({_days(one, own) for one in above}) > 1 and all(one.is_before(own) for one in above)
    if behind and not of_this_year and not any(one.may_be(own) for one in everywhere):
        last = max(above, key=lambda one: _days(one, own))
        yield Finding(
            f"de kolommen van deze tabel lopen tot en met '{last.words}', de rapportage gaat over {own}",
            place,
            'schrijf in de koppen {{ vorige("kort") }} en {{ periode("kort") }}: dat gaat vanzelf mee',
        )


def _of_a_year_ago(heads: list[str], own: Periode) -> NamedPeriod | None:
    """A typed head for a year before the last report, beside heads that moved on with this one."""
    before = own.previous.year_before
    typed = [head for head in heads if not EXPRESSION.search(head)]
    asked = [head for head in heads if EXPRESSION.search(head)]
    if before == own.previous or not any(re.search(r"\{\{\s*periode\b", head) for head in asked):
        return None
    named = [one for head in typed for one in of_kind(head, own) if one.dated]
    return next((one for one in named if one.may_be(before)), None) if len(named) == 1 else None


def _over_time(head: str, own: Periode) -> list[NamedPeriod]:
    """The periods that a column's head names, of the report's own kind or of a shorter one."""
    named = named_periods(plain(head, own))
    return [part for one in named for part in (one.of_kind(own.kind) or ([one] if one.dated else []))]


def _days(one: NamedPeriod, own: Periode) -> tuple[date, date]:
    """Its first and last day; without a year those of the period before, where it can be that."""
    return one.near(own.previous if one.is_before(own) else own)


def texts_of(value: Any, path: Path_) -> Iterator[tuple[Path_, str]]:
    """The texts of a figure or table that are its author's own, each with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            if path or key not in _OUTSIDE:
                yield from texts_of(one, (*path, key))
    elif isinstance(value, list):
        for at, one in enumerate(value):
            yield from texts_of(one, (*path, at))


# --- what is told ----------------------------------------------------------------------------


def _finding(one: NamedPeriod, place: Place, own: Periode) -> Finding:
    about = str(own) if own.kind == "jaar" else f"het {own.words('lang')}"
    return Finding(
        f"hier staat '{one.words}', en de rapportage gaat over {about}",
        place,
        _HOW if one.dated else _HOW_WITHOUT_YEAR,
    )
