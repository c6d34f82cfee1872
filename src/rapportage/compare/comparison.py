"""Everything that differs between two papers, as a value that can be told in any form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from rapportage.changed_words import Part, Words
from rapportage.compare.align import aligned
from rapportage.compare.data import DataChange, Rows, data_changes, shown_data
from rapportage.compare.order import Pair, kept_in_order, woven
from rapportage.compare.units import Chapter, Unit, What, chapters
from rapportage.document import Document
from rapportage.since.register import PromiseChange, SeriesChange, promise_changes, series_changes
from rapportage.since.report import Report

State = Literal["nieuw", "weg", "verplaatst", "gewijzigd", "verplaatst en gewijzigd", "ongewijzigd"]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two papers: what it is called here, its content, its Document and the data of its figures."""

    label: str
    report: Report
    document: Document
    rows: Rows


@dataclass(frozen=True, slots=True)
class Change:
    """A text of either paper or of both, in the order in which one reads them.

    What moved stands where it was, without new words, and where it is now, with the words of both.
    """

    what: What
    state: State
    was: str | None
    wordt: str | None
    parts: tuple[Part, ...] = ()
    level: int = 0


@dataclass(frozen=True, slots=True)
class ChapterChange:
    """A chapter: what became of it, and all of its texts."""

    was: str
    wordt: str
    title: str
    state: State
    changes: tuple[Change, ...] = field(repr=False)

    @property
    def label(self) -> str:
        """The number that it has now, or had."""
        return self.wordt or self.was

    @property
    def words_gone(self) -> int:
        """How many words went."""
        return self._count("weg")

    @property
    def words_new(self) -> int:
        """How many words came."""
        return self._count("nieuw")

    def _count(self, kind: str) -> int:
        return sum(len(part.text.split()) for one in self.changes for part in one.parts if part.kind == kind)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one paper to another."""

    was: str
    wordt: str
    paper: str
    was_title: str
    title: str
    chapters: tuple[ChapterChange, ...]
    data: tuple[DataChange, ...]
    series: tuple[SeriesChange, ...]
    promises: tuple[PromiseChange, ...]

    @property
    def states(self) -> dict[State, int]:
        """How many chapters there are of each state."""
        return dict(Counter(one.state for one in self.chapters))


def compared(old: Side, new: Side) -> Comparison:
    """The comparison of two papers."""
    return Comparison(
        old.label,
        new.label,
        new.document.meta.paper,
        old.document.meta.title,
        new.document.meta.title,
        chapters_beside(old.document, new.document),
        tuple(
            data_changes(
                shown_data(old.document, old.rows),
                shown_data(new.document, new.rows),
                old.report.typed.periode,
            )
        ),
        tuple(series_changes(old.report.typed, new.report.typed)),
        tuple(promise_changes(old.report, new.report)),
    )


def chapters_beside(old: Document, new: Document) -> tuple[ChapterChange, ...]:
    """The chapters of two papers with all of their texts, those that are gone where they were."""
    return tuple(_Beside(aligned(old, new), chapters(old), chapters(new)).chapters())


class _Beside:
    """The texts of two papers beside each other."""

    def __init__(self, names: dict[str, str], old: list[Chapter], new: list[Chapter]) -> None:
        self.names = names | {"": ""}
        self.old, self.new = old, new
        self.words = Words()
        self.known = {unit.name: unit for chapter in old for unit in chapter.units}
        self.came_from = {now: was for was, now in names.items()}

    def chapters(self) -> Iterator[ChapterChange]:
        """The chapters of both, those that are gone where they were."""
        where = {chapter.name: at for at, chapter in enumerate(self.new)}
        pairs = [
            (at, where[self.names[chapter.name]])
            for at, chapter in enumerate(self.old)
            if self.names.get(chapter.name) in where
        ]
        kept = kept_in_order(pairs, [self.old[at].weight for at, _ in pairs])
        moved = {to: at for at, to in set(pairs) - set(kept)}
        places = {id(chapter): at for at, chapter in enumerate(self.new)}
        elsewhere = {id(self.old[at]) for at in moved.values()}
        for was, now in woven(self.old, self.new, kept):
            if now is None and id(was) in elsewhere:
                continue
            is_moved = now is not None and was is None and places[id(now)] in moved
            if is_moved and now is not None:
                was = self.old[moved[places[id(now)]]]
            yield self._chapter(was, now, is_moved=is_moved)

    def _chapter(self, was: Chapter | None, now: Chapter | None, *, is_moved: bool) -> ChapterChange:
        changes = tuple(self._changes(was.units if was else [], now.units if now else []))
        is_changed = any(one.state != "ongewijzigd" for one in changes)
        state: State = "ongewijzigd"
        if was is None:
            state = "nieuw"
        elif now is None:
            state = "weg"
        elif is_moved:
            state = "verplaatst en gewijzigd" if is_changed else "verplaatst"
        elif is_changed:
            state = "gewijzigd"
        title = (now or was or Chapter("")).title
        return ChapterChange(was.label if was else "", now.label if now else "", title, state, changes)

    def _changes(self, old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[Change]:
        where = {unit.name: at for at, unit in enumerate(new)}
        pairs: list[Pair] = [
            (at, where[self.names[unit.name]])
            for at, unit in enumerate(old)
            if self.names.get(unit.name) in where
        ]
        kept = kept_in_order(pairs, [old[at].weight for at, _ in pairs])
        for was, now in woven(old, new, kept):
            if now is None and was is not None:
                yield self._gone(was)
            elif now is not None:
                yield self._here(was, now)

    def _gone(self, was: Unit) -> Change:
        if was.name in self.names:
            return Change(was.what, "verplaatst", was.words, None, (), was.level)
        return Change(was.what, "weg", was.words, None, (Part("weg", was.words),), was.level)

    def _here(self, was: Unit | None, now: Unit) -> Change:
        """A text that is there now, beside what it was where it stood or stands elsewhere."""
        is_moved = was is None and now.name in self.came_from
        if is_moved:
            was = self.known[self.came_from[now.name]]
        if was is None:
            return Change(now.what, "nieuw", None, now.words, (Part("nieuw", now.words),), now.level)
        if was.said == now.said:
            state: State = "verplaatst" if is_moved else "ongewijzigd"
            return Change(now.what, state, was.words, now.words, (Part("gelijk", now.words),), now.level)
        parts = self.words.parts(was.words, now.words)
        state = "verplaatst en gewijzigd" if is_moved else "gewijzigd"
        return Change(now.what, state, was.words, now.words, parts, now.level)
