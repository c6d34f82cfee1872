"""All that is read of one rapportage, each value with the file that it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from rapportage.content.drawings import DrawingKind
from rapportage.content.figures import Figuur
from rapportage.content.indicators import Indicator, Indicatoren
from rapportage.content.organisation import Ambtsdrager, Begrippen, Organisatie
from rapportage.content.period import Gegevens, Hoofdstukgegevens
from rapportage.content.register import Toezeggingen
from rapportage.content.source import Source
from rapportage.content.tables import Tabel
from rapportage.errors import Place
from rapportage.periode import Periode

Value = TypeVar("Value", covariant=True)


@dataclass(frozen=True, slots=True)
class Loaded(Generic[Value]):
    """A validated value with the file that it came from."""

    value: Value
    source: Source

    def place(self, *path: str | int) -> Place:
        """Where the value at this path of keys and positions stands."""
        return self.source.place(*path)


@dataclass(frozen=True, slots=True)
class Markdown:
    """A text of an author; `first_line` is the line of the file on which it begins."""

    text: str
    file: str
    first_line: int = 1


@dataclass(frozen=True, slots=True)
class Hoofdstuk:
    """A chapter: its front matter and its text."""

    gegevens: Loaded[Hoofdstukgegevens]
    tekst: Markdown


@dataclass(frozen=True, slots=True)
class Rapportage:
    """All content of one period, and what of the organisation it needs; keys are names.

    `reeksen` are the files that `indicatoren` come from.
    """

    periode: Periode
    organisatie: Loaded[Organisatie]
    begrippen: Loaded[Begrippen]
    gegevens: Loaded[Gegevens]
    raadsvoorstel: Markdown
    hoofdstukken: dict[str, Hoofdstuk]
    figuren: dict[str, Loaded[Figuur]]
    tabellen: dict[str, Loaded[Tabel]]
    indicatoren: dict[str, Indicator]
    tekeningen: dict[str, DrawingKind]
    reeksen: tuple[Loaded[Indicatoren], ...] = ()
    register: Loaded[Toezeggingen] | None = None
    """The promises; without any where there is no such file, None where it cannot be read."""

    def holders(self, functie: str, day: date) -> list[Ambtsdrager]:
        """Who held the office on that day, or stood in for who did: one person where the content is right."""
        people = self.organisatie.value.ambtsdragers
        there = [person for person in people if person.functie == functie and person.served_on(day)]
        return [person for person in there if person.vervanger] or there


@dataclass(frozen=True, slots=True)
class Broken:
    """What of a period could not be read: nothing can be said to be missing from it."""

    begrippen: bool = False
    indicatoren: bool = False
    hoofdstukken: frozenset[str] = frozenset()
    figuren: frozenset[str] = frozenset()
    tabellen: frozenset[str] = frozenset()

    @property
    def anything(self) -> bool:
        """Whether there is a file that could not be read."""
        return self != Broken()

    @property
    def names(self) -> frozenset[str]:
        """The names that texts may refer to and that may not exist for this reason alone."""
        return self.hoofdstukken | self.figuren | self.tabellen
