"""Texts that were converted before and would be alike now: known by their words, and by what they asked for.

A conversion depends on its text, on the numbers that expressions may know, and on what it is told of figures
and tables. These are asked for again, since asking leaves its traces; where each answer is the one of
before, so is all that was made.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar, cast

from markupsafe import Markup

from rapportage.compose.budget import Budget
from rapportage.compose.numbers.expressions import worked_out
from rapportage.compose.numbers.quantities import Worked
from rapportage.compose.numbers.vocabulary import Numbers
from rapportage.compose.prose.markdown_inlines import Inserts
from rapportage.errors import Place, Problem, Result
from rapportage.remembered import Memory

Made = TypeVar("Made")
Answer = TypeVar("Answer")


class Converting(Protocol):
    """What a conversion changes on its way."""

    inserts: Inserts
    problems: list[Problem]
    open_points: list[tuple[str, Place]]

    @property
    def budget(self) -> Budget:
        """What may be written yet."""


@dataclass(frozen=True, slots=True)
class Known:
    """Where conversions are remembered, and which `edition` of the numbers their expressions may know."""

    memory: Memory
    edition: int

    @classmethod
    def of(cls, memory: Memory, numbers: Numbers) -> Known:
        """Where conversions are remembered that know these numbers."""
        days = (one for name, day in numbers.days.items() for one in (name, day.isoformat()))
        series = (one for pair in numbers.indicators.items() for one in pair)
        state = (str(numbers.periode), numbers.incomplete, numbers.draft)
        return cls(memory, memory.edition("getallen", *state, *days, *series))


def known_number(known: Known | None, expression: str, place: Place, numbers: Numbers) -> Result[Worked]:
    """What an expression becomes, worked out now or before."""
    if known is None:
        return worked_out(expression, place, numbers)
    key = "getal", known.edition, expression, place, place.end, place.path
    return known.memory.of(key, lambda: worked_out(expression, place, numbers))


@dataclass(slots=True)
class _Conversion(Generic[Made]):
    """What a text became, what it asked and was told on the way, and what that left behind."""

    made: Made
    asked: list[tuple[str, tuple[Any, ...], object]]
    problems: list[Problem]
    open_points: list[tuple[str, Place]]
    spent: Budget


def recalled(now: Converting, known: Known, key: Hashable, convert: Callable[[Converting], Made]) -> Made:
    """What `convert` makes, or made before of the same; raises as it does."""
    key = key, known.edition
    before: _Conversion[Made] | None = known.memory.find(key)
    told: list[object] = []
    if before is not None:
        for name, asked, answer in before.asked:
            told.append(getattr(now.inserts, name)(*asked))
            # What a number is depends on the numbers alone, and these are those of before.
            if name != "number" and told[-1] != answer:
                break
        else:
            spent = before.spent
            now.budget.spend(
                Place(""),
                characters=spent.characters,
                blocks=spent.blocks,
                references=spent.references,
                faults=spent.faults,
            )
            now.problems.extend(before.problems)
            now.open_points.extend(before.open_points)
            return before.made
    asking = _Asking(now.inserts, told)
    one = _Once(asking, _Counted(now.budget))
    try:
        made = convert(one)
    finally:
        now.problems.extend(one.problems)
        now.open_points.extend(one.open_points)
    known.memory.keep(key, _Conversion(made, asking.asked, one.problems, one.open_points, one.budget.own))
    return made


class _Counted(Budget):
    """Spends what another has, and counts what was spent here."""

    def __init__(self, of: Budget) -> None:
        super().__init__()
        self.of, self.own = of, Budget()

    def spend(
        self, place: Place, *, characters: int = 0, blocks: int = 0, references: int = 0, faults: int = 0
    ) -> None:
        """Count this; raises ContentError as the other does."""
        self.of.spend(place, characters=characters, blocks=blocks, references=references, faults=faults)
        self.own.spend(place, characters=characters, blocks=blocks, references=references, faults=faults)


@dataclass
class _Once:
    """One conversion, of which is kept apart what it leaves behind."""

    inserts: Inserts
    budget: _Counted
    problems: list[Problem] = field(default_factory=list)
    open_points: list[tuple[str, Place]] = field(default_factory=list)


class _Asking:
    """Notes what is asked for and answered; the first answers were had already."""

    def __init__(self, inserts: Inserts, told: list[object]) -> None:
        self.inserts = inserts
        self.told = told
        self.asked: list[tuple[str, tuple[Any, ...], object]] = []

    def _ask(self, ask: Callable[..., Answer], *asked: Any) -> Answer:
        at = len(self.asked)
        answer = cast(Answer, self.told[at]) if at < len(self.told) else ask(*asked)
        self.asked.append((ask.__name__, asked, answer))
        return answer

    def figures(self, names: Sequence[str], place: Place) -> Markup:
        """The profile XHTML of a figure, or of a pair."""
        return self._ask(self.inserts.figures, tuple(names), place)

    def table(self, name: str, place: Place) -> Markup:
        """The profile XHTML of a table that is data."""
        return self._ask(self.inserts.table, name, place)

    def register(self, selection: str, place: Place) -> Markup:
        """The profile XHTML of a table with a selection of the register of promises."""
        return self._ask(self.inserts.register, selection, place)

    def changed(self, since: str, place: Place) -> Markup:
        """The profile XHTML of a list of what is otherwise than in an earlier period."""
        return self._ask(self.inserts.changed, since, place)

    def number(self, expression: str, place: Place) -> Worked:
        """What an expression becomes."""
        return self._ask(self.inserts.number, expression, place)
