"""Where a report stands, as lines of at most 80 columns."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from rapportage.dutch import count_text, date_text, list_text
from rapportage.progress.state import Deadline, Open, Promise, Standing

WIDTH = 80
_NAMES = (31, 11, 12)
_NUMBERS = (6, 4, 5, 4)
_HEADS = ("tekst", "stand", "auteur", "woorden", "open", "lezen", "fout")


def lines(standing: Standing) -> Iterator[str]:
    """The whole of it: days, texts, what is open by text, and what must be read again."""
    status = "vastgesteld" if standing.adopted else "concept"
    yield _cut(f"{standing.periode}: {standing.title}, {status}", WIDTH)
    yield ""
    for one in standing.deadlines:
        yield f"  {one.what:<12}{date_text(one.day):<20}{left(one)}"
    yield ""
    yield _row("tekst", "stand", "auteur", "woorden", "open", "lezen", "fout")
    for text in standing.texts:
        counts = (text.words, len(text.open_points), text.unread, text.findings)
        yield _row(text.name, text.state, text.author, *(str(one) if one else "" for one in counts))
    yield ""
    yield from _summary(standing)
    yield from _open(standing)


def left(one: Deadline) -> str:
    """How far off a day is, in words."""
    if one.days == 0:
        return "vandaag"
    if one.days < 0:
        return "voorbij"
    working = count_text(one.working, "werkdag", "werkdagen")
    return f"over {count_text(one.days, 'dag', 'dagen')} ({working})"


def promise(one: Promise) -> str:
    """A promise with its state and the chapters that answer it, in one line."""
    late = ", over tijd" if one.late else ", vandaag over tijd" if one.late_today else ""
    where = f"zie {list_text(one.chapters)}" if one.chapters else "nog in geen hoofdstuk"
    return f"{one.kind} {one.name} ({one.state}{late}): {one.words}; {where}"


def summary(standing: Standing) -> str:
    """What is left to do, in one sentence."""
    counts = (
        (standing.open_points, "open punt", "open punten"),
        (sum(one.unread for one in standing.texts), "alinea na te lezen", "alinea's na te lezen"),
        (len(standing.unread_files), "figuur of tabel na te kijken", "figuren en tabellen na te kijken"),
        (standing.errors, "fout", "fouten"),
        (standing.warnings, "waarschuwing", "waarschuwingen"),
    )
    told = [count_text(count, one, many) for count, one, many in counts if count]
    return f"Nog te doen: {list_text(told)}." if told else "In de bestanden is niets meer te doen."


def beyond(standing: Standing) -> str:
    """What is not known here, and who knows."""
    return f"Wat pas bij het opmaken blijkt, vindt 'rapportage check {standing.periode}'."


def states(standing: Standing) -> str:
    """How many texts there are of each state."""
    return list_text([f"{count} {state}" for state, count in standing.states.items()])


def _summary(standing: Standing) -> Iterator[str]:
    yield from wrap(f"Teksten: {states(standing)}.", WIDTH)
    yield from wrap(summary(standing), WIDTH)
    yield from wrap(beyond(standing), WIDTH)


def _open(standing: Standing) -> Iterator[str]:
    for text in standing.texts:
        if text.open_points:
            yield from _points(f"{text.title}: {text.file}", text.open_points)
    if standing.values:
        yield from _points("Waarden", standing.values, with_file=True)
    if standing.promises:
        yield from ("", "Toezeggingen, moties en aankondigingen")
        for one in standing.promises:
            yield from wrap(
                promise(one), WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False
            )
    if standing.unread_files:
        yield from ("", "Figuren en tabellen die nog zijn als in een vorige periode")
        for file in standing.unread_files:
            yield from wrap(file, WIDTH, initial_indent="  ", subsequent_indent="  ")


def _points(title: str, points: tuple[Open, ...], *, with_file: bool = False) -> Iterator[str]:
    yield ""
    yield from wrap(title, WIDTH, break_on_hyphens=False)
    for one in points:
        where = str(one.at) if with_file else str(one.at.line)
        first = f"  {where:<5} " if not with_file else "  "
        words = f"{one.words} ({one.at.file}:{one.at.line})" if with_file else one.words
        yield from wrap(
            words, WIDTH, initial_indent=first, subsequent_indent=" " * len(first), break_on_hyphens=False
        )


def _row(name: str, state: str, author: str, *numbers: str) -> str:
    words = (f"{_cut(one, width):<{width}}" for one, width in zip((name, state, author), _NAMES, strict=True))
    counts = (
        f"{one:>{max(width, len(head))}}"
        for one, width, head in zip(numbers, _NUMBERS, _HEADS[3:], strict=True)
    )
    return " ".join((*words, *counts)).rstrip()


def _cut(words: str, width: int) -> str:
    return words if len(words) <= width else f"{words[: width - 1]}…"
