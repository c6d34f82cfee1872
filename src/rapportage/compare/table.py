"""What changed between two papers, as lines of at most 80 columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from textwrap import wrap

from rapportage.compare.comparison import ChapterChange, Comparison
from rapportage.compare.data import DataChange
from rapportage.dutch import count_text
from rapportage.since.numbers import CellChange
from rapportage.since.register import PromiseChange, SeriesChange

WIDTH = 80
_NAME, _STATE = 42, 24
_LONGEST = 50
"""So many letters of the words of a cell."""
_MOST_CELLS = 10
"""So many cells of one table or figure are shown."""


def lines(found: Comparison) -> Iterator[str]:
    """The whole of it: chapters, tables and figures, series, and promises."""
    yield from wrap(f"{found.paper}: {found.was} → {found.wordt}", WIDTH)
    yield ""
    yield f"{'hoofdstuk':<{_NAME}} {'wat ermee gebeurde':<{_STATE}}{'eruit':>6} {'erin':>6}"
    same = [one for one in found.chapters if one.state == "ongewijzigd"]
    for one in found.chapters:
        if one.state != "ongewijzigd":
            yield _chapter(one)
    if same:
        count = count_text(len(same), "hoofdstuk", "hoofdstukken")
        names = "; ".join(named(one) for one in same)
        yield from _wrapped(f"Ongewijzigd ({count}): {names}.", 0)
    yield from _part("Tabellen en figuren", (line for one in found.data for line in _data(one)))
    yield from _part("Reeksen", (line for one in found.series for line in _wrapped(series(one))))
    yield from _part(
        "Toezeggingen, moties en aankondigingen",
        (line for one in found.promises for line in _wrapped(promise(one))),
    )


def series(one: SeriesChange) -> str:
    """What became of a series, in one line."""
    if one.correction:
        was, wordt = one.was or "geen getal", one.wordt or "geen getal"
        behind = f" ({one.difference})" if one.difference else ""
        return f"{one.title}: het getal over {one.periode} is verbeterd, {was} → {wordt}{behind}"
    if one.was is None:
        return f"{one.title}: {one.wordt} in {one.periode}; eerder geen getal"
    if one.wordt is None:
        return f"{one.title}: {one.was} in {one.was_periode}; de reeks is er niet meer"
    if one.direction == "gelijk":
        return f"{one.title}: gelijk op {one.wordt}"
    return f"{one.title}: {one.direction}, {one.was} → {one.wordt} ({one.difference})"


def promise(one: PromiseChange) -> str:
    """What became of a promise, in one line."""
    return f"{one.kind} {one.name}: {one.was} → {one.wordt}"


def cell(one: CellChange) -> str:
    """What became of a cell, in one line."""
    where = ", ".join(part for part in (one.row, one.column) if part)
    if one.was is None:
        return f"{where}: nieuw, {one.wordt or 'leeg'}"
    if one.wordt is None:
        return f"{where}: weg, was {one.was or 'leeg'}"
    behind = f" ({one.difference})" if one.difference else ""
    corrected = "; een getal van toen is verbeterd" if one.correction else ""
    return f"{where}: {one.was or 'leeg'} → {one.wordt or 'leeg'}{behind}{corrected}"


def data(one: DataChange) -> str:
    """What became of a table or figure, in one line."""
    picture = ", het beeld is een ander" if one.redrawn else ""
    return f"{one.label}: {one.title} ({one.state}{picture})"


def named(chapter: ChapterChange) -> str:
    """A chapter by its number and title."""
    return " ".join(part for part in (chapter.label, chapter.title) if part) or "voorblad"


def _chapter(one: ChapterChange) -> str:
    counts = (f"{count or '':>6}" for count in (one.words_gone, one.words_new))
    return f"{_cut(named(one), _NAME):<{_NAME}} {one.state:<{_STATE}}{' '.join(counts)}".rstrip()


def _data(one: DataChange) -> Iterator[str]:
    yield from _wrapped(data(one))
    for changed in one.cells[:_MOST_CELLS]:
        yield from _wrapped(cell(_short(changed)), 4)
    if len(one.cells) > _MOST_CELLS:
        yield f"    en nog {count_text(len(one.cells) - _MOST_CELLS, 'cel', 'cellen')}"


def _short(one: CellChange) -> CellChange:
    """The same with long words cut off: the page has them whole."""
    was, wordt = (None if words is None else _cut(words, _LONGEST) for words in (one.was, one.wordt))
    return replace(one, row=_cut(one.row, _LONGEST), column=_cut(one.column, _LONGEST), was=was, wordt=wordt)


def _part(title: str, told: Iterator[str]) -> Iterator[str]:
    found = list(told)
    if found:
        yield from ("", title, *found)


def _wrapped(words: str, indent: int = 2) -> Iterator[str]:
    begin = " " * indent
    yield from wrap(
        words, WIDTH, initial_indent=begin, subsequent_indent=begin + "  ", break_on_hyphens=False
    )


def _cut(words: str, width: int) -> str:
    return words if len(words) <= width else f"{words[: width - 1]}…"
