"""What was carried over from an earlier period and that nobody has read since."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rapportage.checks.subjects import Content
from rapportage.content.earlier import Earlier, EarlierText, earlier_periods
from rapportage.content.fields import EXPRESSION, Carried
from rapportage.content.figures import Figuur, Grafiek
from rapportage.content.folders import FIGURES, TABLES
from rapportage.content.model import Loaded, Markdown
from rapportage.content.tables import Tabel
from rapportage.content.text_blocks import text_blocks
from rapportage.dutch import count_text, date_text, list_text
from rapportage.errors import Finding, Place
from rapportage.named_periods import named_periods
from rapportage.periode import Periode

_MOST_LINES = 6
"""So many lines are named; of more, the first of them."""


@dataclass(frozen=True, slots=True)
class Unread:
    """What of one file is still that of an earlier period: its lines, or none where it is the whole file."""

    file: str
    earlier: str
    lines: tuple[int, ...] = ()
    is_memo: bool = False
    is_figure: bool = False
    seen: date | None = None
    """The day on which it is said to have been read, which does not count."""


def carried_over(content: Content) -> Iterator[Finding]:
    """Each text, figure or table that still is, or names, what it was in an earlier period."""
    for one in unread(content):
        yield _finding(one)


def unread(content: Content) -> Iterator[Unread]:
    """Each file that holds something of an earlier period that was not read since."""
    rapportage = content.rapportage
    gegevens, chapters = rapportage.gegevens.value, rapportage.hoofdstukken
    named = {
        one.overgenomen
        for one in (gegevens, *(chapter.gegevens.value for chapter in chapters.values()))
        if one.overgenomen is not None
    }
    periods = list(earlier_periods(content.workspace, rapportage.periode, named).values())
    if not periods:
        return
    memo = [(one, one.memo()) for one in periods]
    if told := _of_text(rapportage.raadsvoorstel, gegevens, memo):
        yield replace(told, is_memo=True)
    for name, chapter in chapters.items():
        texts = [(one, one.chapter(name)) for one in periods]
        if told := _of_text(chapter.tekst, chapter.gegevens.value, texts):
            yield told
    for name, figuur in rapportage.figuren.items():
        if moved_on(figuur.value, rapportage.periode):
            yield from _of_description(figuur, name, periods)
        elif not figuur.value.decoratief:
            yield from _of_file(content, figuur, FIGURES, name, periods)
    for name, tabel in rapportage.tabellen.items():
        yield from _of_file(content, tabel, TABLES, name, periods)


def moved_on(figuur: Figuur, periode: Periode) -> bool:
    """Whether a figure is a chart that shows this period: what it draws is not what it was."""
    return isinstance(figuur, Grafiek) and periode in figuur.perioden


_YEAR = re.compile(r"(?<![\w/-])(?:19|20)[0-9]{2}(?![\w/-])")
"""A year by itself, which is no number of then where the report is on parts of years."""


def _of_description(figuur: Loaded[Figuur], name: str, periods: Sequence[Earlier]) -> Iterator[Unread]:
    """A chart that moved on, of which the description still tells numbers in words of then."""
    alt = figuur.value.alt or ""
    typed = EXPRESSION.sub("", alt)
    by_year = any(one.now.kind == "jaar" for one in periods)
    numbers = typed if by_year or named_periods(typed) else _YEAR.sub("", typed)
    if not any(map(str.isdigit, numbers)):
        return
    for one in periods:
        before = one.file(FIGURES, name)
        if before.holds(alt) and one.was_read_before(figuur.value.nagezien, before):
            lines, seen = (figuur.place("alt").line,), figuur.value.nagezien
            yield Unread(figuur.source.file, str(one.periode), lines, is_figure=True, seen=seen)
            return


def _of_text(text: Markdown, marks: Carried, earlier: Iterable[tuple[Earlier, EarlierText]]) -> Unread | None:
    """What of a text is of the first of these periods of which anything is left."""
    blocks = text_blocks(text.text)
    for one, before in earlier:
        carried = marks.overgenomen == one.periode
        if not before.text or not one.was_read_before(marks.nagezien, before):
            continue
        if found := list(before.unread(blocks, carried=carried)):
            lines = tuple(text.first_line + block.line for block in found)
            return Unread(text.file, str(one.periode), lines, seen=marks.nagezien)
    return None


def _of_file(
    content: Content,
    loaded: Loaded[Tabel] | Loaded[Carried],
    folder: str,
    name: str,
    periods: Iterable[Earlier],
) -> Iterator[Unread]:
    for one in periods:
        before = one.file(folder, name)
        if before.text and one.was_read_before(loaded.value.nagezien, before):
            path = content.workspace.content / str(one.now) / folder / f"{name}.yaml"
            if before.is_same(content.workspace.read(path)):
                yield Unread(loaded.source.file, str(one.periode), seen=loaded.value.nagezien)
                return


def _finding(one: Unread) -> Finding:
    if not one.lines:
        return Finding(
            f"dit is nog precies zoals in {one.earlier}",
            Place(one.file, 0),
            f"kijk het na, en {_mark(one, 'erin')}",
        )
    if one.is_figure:
        return Finding(
            f"de alternatieve tekst noemt nog de getallen van {one.earlier}",
            Place(one.file, one.lines[0]),
            "werk haar bij, of zet 'nagezien: ' met de dag erbij als zij nog klopt"
            if one.seen is None
            else f"werk haar bij; klopt zij nog, {_mark(one, '')}",
        )
    count = len(one.lines)
    shown = [str(line) for line in one.lines[:_MOST_LINES]]
    where = list_text(shown) if count <= _MOST_LINES else f"{', '.join(shown)} en verder"
    still = "is nog als" if count == 1 else "zijn nog als"
    names = "noemt" if count == 1 else "noemen"
    below = "rapportage.yaml" if one.is_memo else "het blok erboven"
    return Finding(
        f"{_count(count)} {still} in {one.earlier}, of {names} die periode (regel {where})",
        Place(one.file, one.lines[0]),
        f"lees {'haar' if count == 1 else 'ze'} na, en {_mark(one, f'in {below}')}",
    )


def _mark(one: Unread, where: str) -> str:
    """How to say that it was read, where a day that stands there already does not say so."""
    if one.seen is None:
        return f"zet dan 'nagezien: ' met de dag {where}"
    return (
        f"verander 'nagezien' in de dag waarop u nu las: {date_text(one.seen)} hoort niet bij deze rapportage"
    )


def _count(count: int) -> str:
    return count_text(count, "alinea", "alinea's")
