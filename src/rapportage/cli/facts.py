"""Numbers and days that authors typed, for who reads a report beside its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rapportage.checks.between.stated import AllStated, Stated
    from rapportage.errors import Place

_WIDTH = 80
_MOST_PLACE, _FEWEST = 34, 30
"""So wide a place may make its column; so much of a sentence is shown at least."""


def counted(facts: AllStated) -> str:
    """How much there is that no rule knows to be true; '' where that is nothing."""
    from rapportage.dutch import count_text, list_text

    told = [one for one in facts.each if not one.of_row]
    rows = {(one.at, one.sentence) for one in facts.each if one.of_row}
    each = (
        count_text(len(told), "getypt getal of getypte dag", "getypte getallen en dagen") if told else "",
        count_text(len(rows), "rij van een tabel", "rijen van tabellen") if rows else "",
    )
    return list_text([one for one in each if one])


def lines(facts: AllStated, periode: str, before: str) -> Iterator[str]:
    """How much there is, then what is alike below the word for it, then the rest by file.

    `before` is the period whose report may have had the same; '' where there is none.
    """
    if not facts.each:
        return
    yield f"Alleen na te lezen: {counted(facts)}."
    if before:
        again = sum(one.again for one in facts.each)
        stood = "stond" if again == 1 else "stonden"
        yield f"Daarvan {stood} er {again or 'geen'} met dezelfde woorden ook in {before}."
    yield ""
    folder = f"content/{periode}/"
    for group in facts.groups:
        yield f"{group.of} ({len(group.each)})"
        places = [_place(one.at, folder) for one in group.each]
        width = max((len(one) for one in places if len(one) <= _MOST_PLACE), default=0)
        for place, one in zip(places, group.each, strict=True):
            yield from _row(f"  {place:<{width}}  ", (one,), folder, before)
        yield ""
    for file, of_file in groupby(facts.alone, key=lambda one: one.at.file):
        yield file.removeprefix(folder)
        each = list(of_file)
        width = max(len(str(one.at.line)) for one in each)
        for (line, _), of_sentence in groupby(each, key=lambda one: (one.at.line, one.sentence)):
            yield from _row(f"  {line:>{width}}  ", tuple(of_sentence), folder, before, 2)
        yield ""


def rows(facts: AllStated, before: str) -> list[dict[str, object]]:
    """The same for another program: a row for each, with all its places."""
    return [
        {
            "of": one.of,
            "words": one.words,
            "sentence": one.sentence,
            "file": one.at.file,
            "line": one.at.line,
            "also_at": [{"file": place.file, "line": place.line} for place in one.others],
            "also_in": before if one.again else None,
        }
        for one in facts.each
    ]


def _row(lead: str, each: Sequence[Stated], folder: str, before: str, most: int = 1) -> Iterator[str]:
    """What one sentence states, on as many lines at most, with the other places that do below it."""
    indent, width = " " * len(lead), max(_FEWEST, _WIDTH - len(lead))
    again = [one.words for one in each if one.again]
    of_some = f" ({', '.join(again)})" if len(again) < len(each) else ""
    mark = f"  ook in {before}{of_some}" if again else ""
    shown = wrap(_shown(each, width * most - len(mark)) + mark, width, break_on_hyphens=False)
    yield lead + shown[0]
    yield from (indent + one for one in shown[1:])
    places = list(dict.fromkeys(_place(place, folder) for one in each for place in one.others))
    if places:
        besides, further = f"en {', '.join(places)}", indent + "   "
        yield from wrap(
            besides, _WIDTH, initial_indent=indent, subsequent_indent=further, break_on_hyphens=False
        )


def _shown(each: Sequence[Stated], room: int) -> str:
    """What is stated, in as much of its sentence as there is room for."""
    first, last = each[0], each[-1]
    told = _between(each)
    left = max(0, room - len(told))
    before, after = first.before, last.after
    if len(before) + len(after) > left:
        ahead = min(len(before), max(left // 2, left - len(after)))
        if len(before) > ahead:
            before = "… " + before[len(before) - max(0, ahead - 2) :].partition(" ")[2]
        behind = left - len(before)
        if len(after) > behind:
            after = after[: max(0, behind - 2)].rpartition(" ")[0] + " …"
    return f"{before}{told}{after}"


def _between(each: Sequence[Stated]) -> str:
    """The numbers of a sentence in brackets, from the first to the last."""
    told, at = "", len(each[0].before)
    for one in each:
        told += f"{one.sentence[at : len(one.before)]}[{one.words}]"
        at = len(one.before) + len(one.words)
    return told


def _place(place: Place, folder: str) -> str:
    return f"{place.file.removeprefix(folder)}:{place.line}"
