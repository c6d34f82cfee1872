"""What one rapportage may contain.

Field names are the YAML keys, with a hyphen for each underscore.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BeforeValidator, Field, model_validator

from rapportage.content.fields import (
    AlsoText,
    Content,
    Datum,
    Getal,
    Moment,
    Naam,
    PeriodeVeld,
    Tekst,
    Waarheid,
    mistake,
)
from rapportage.content.source import Source
from rapportage.errors import Place
from rapportage.periode import Periode, PeriodKind

Functie = Literal["burgemeester", "gemeentesecretaris", "griffier", "wethouder"]
Uitlijning = Literal["links", "midden", "rechts"]
Soort = Literal["ter-kennisname", "ter-besluitvorming"]
Status = Literal["vastgesteld", "concept"]


# --- the organisation, over all periods -------------------------------------------------------


class Gemeente(Content):
    """The municipality that reports; `tooi` is its identifier in the TOOI register."""

    naam: Tekst
    tooi: (
        Annotated[Tekst, Field(pattern=r"^https://identifier\.overheid\.nl/tooi/id/gemeente/gm[0-9]{4}$")]
        | None
    ) = None


class Opgave(Content):
    """One of the tasks that the partnership works on."""

    id: Naam
    naam: Tekst


class Ambtsdrager(Content):
    """Who holds an office, from `van` up to and including `tot`; open where not known."""

    naam: Tekst
    functie: Functie
    van: Datum | None = None
    tot: Datum | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Ambtsdrager:
        if self.van and self.tot and self.tot < self.van:
            raise mistake(f"de ambtstermijn van {self.naam} eindigt voor hij begint", "wissel 'van' en 'tot'")
        return self

    def served_on(self, day: date) -> bool:
        """Whether the office was held on that day."""
        return (self.van is None or self.van <= day) and (self.tot is None or day <= self.tot)


class Organisatie(Content):
    """`organisatie.yaml`: the municipality, the partnership, its tasks and office holders."""

    gemeente: Gemeente
    samenwerkingsverband: Tekst
    perioden: PeriodKind = "halfjaar"
    opgaven: tuple[Opgave, ...] = ()
    ambtsdragers: tuple[Ambtsdrager, ...] = ()


class Begrip(Content):
    """The one right name for a thing, with its abbreviation."""

    id: Naam
    term: Tekst
    afkorting: Tekst | None = None
    omschrijving: Tekst | None = None


class Begrippen(Content):
    """`begrippen.yaml`: the terms and abbreviations that readers meet."""

    begrippen: tuple[Begrip, ...] = ()


class Waarde(Content):
    """One measurement: what the number was for a period, when measured, over what."""

    periode: PeriodeVeld
    waarde: Getal
    peildatum: Moment | None = None
    over: Tekst | None = None


class Indicator(Content):
    """A series of measurements with unit and source."""

    id: Naam
    naam: Tekst
    eenheid: Tekst
    decimalen: Annotated[int, Field(ge=0, le=6)] = 0
    bron: Tekst
    waarden: Annotated[tuple[Waarde, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _once_a_period(self) -> Indicator:
        seen: set[Periode] = set()
        for one in self.waarden:
            if one.periode in seen:
                raise mistake(
                    f"indicator '{self.id}' heeft twee waarden voor {one.periode}", "laat er één staan"
                )
            seen.add(one.periode)
        return self


class Indicatoren(Content):
    """`indicatoren/*.yaml`: series that belong together."""

    indicatoren: tuple[Indicator, ...]


# --- one period -------------------------------------------------------------------------------


class Openbaarheid(Content):
    """Whether the paper is public; a secret one names ground, bodies and day."""

    niveau: Literal["openbaar", "geheim"] = "openbaar"
    artikel: Annotated[int, Field(description="artikel van de Gemeentewet")] | None = None
    grondslag: Tekst | None = None
    opgelegd_door: Tekst | None = None
    op_te_heffen_door: Tekst | None = None
    datum: Datum | None = None


def _openbaarheid(value: Any) -> Any:
    return {"niveau": value} if isinstance(value, str) else value


class Bijlage(Content):
    """An attachment that the memo lists: a paper that we build, or a file in the period folder."""

    titel: Tekst
    document: Literal["bijlage"] | None = None
    bestand: Tekst | None = None

    @model_validator(mode="after")
    def _one_source(self) -> Bijlage:
        if (self.document is None) == (self.bestand is None):
            raise mistake(
                f"bijlage '{self.titel}' moet 'document' of 'bestand' hebben", "kies er één van de twee"
            )
        return self


class Onderdeel(Content):
    """A lettered section with its chapters, by file name without '.md'."""

    titel: Tekst
    hoofdstukken: tuple[Naam, ...]


class Deel(Content):
    """A numbered part of the bijlage."""

    titel: Tekst
    onderdelen: tuple[Onderdeel, ...]


class Gegevens(Content):
    """`rapportage.yaml`: dates, kind, attachments, signing, and the order of the chapters."""

    titel: Tekst
    ondertitel: Tekst | None = None
    kopregel: Tekst
    onderwerp: Tekst
    status: Status
    soort: Soort
    rapportagedatum: Datum
    collegevergadering: Datum
    raadsvergadering: Datum
    openbaarheid: Annotated[Openbaarheid, BeforeValidator(_openbaarheid), AlsoText()] = Openbaarheid()
    trefwoorden: tuple[Tekst, ...] = ()
    bijlagen: tuple[Bijlage, ...] = ()
    ondertekening: Annotated[tuple[Functie, ...], Field(min_length=1)]
    kernboodschap: Naam | None = None
    delen: tuple[Deel, ...] = ()

    def chapters(self) -> list[str]:
        """The chapters' names in reading order."""
        first = [self.kernboodschap] if self.kernboodschap else []
        return first + [name for deel in self.delen for part in deel.onderdelen for name in part.hoofdstukken]


class Hoofdstukgegevens(Content):
    """The front matter of a chapter."""

    titel: Tekst
    opgave: Naam | None = None
    portefeuillehouder: Tekst | None = None
    status: Literal["gereed", "concept"] = "gereed"


class Reeks(Content):
    """One series of a chart."""

    indicator: Naam
    naam: Tekst | None = None


class _Figuur(Content):
    bijschrift: Tekst
    bron: Tekst | None = None
    alt: Tekst | None = None
    decoratief: Waarheid = False

    @model_validator(mode="after")
    def _described(self) -> _Figuur:
        if self.alt is None and not self.decoratief:
            raise mistake(
                "de figuur heeft geen alternatieve tekst",
                "voeg 'alt: …' toe: wat laat de figuur zien, en wat volgt daaruit?",
            )
        if self.alt is not None and self.decoratief:
            raise mistake(
                "een decoratieve figuur heeft geen alternatieve tekst", "verwijder 'alt' of 'decoratief'"
            )
        return self


class Staafdiagram(_Figuur):
    """A bar chart drawn from indicators over periods."""

    soort: Literal["staafdiagram"]
    perioden: Annotated[tuple[PeriodeVeld, ...], Field(min_length=1, max_length=40)]
    reeksen: Annotated[tuple[Reeks, ...], Field(min_length=1, max_length=5)]


class Afbeelding(_Figuur):
    """A picture as given: SVG, PNG or JPEG; `bestand` is relative to the period folder."""

    soort: Literal["afbeelding"]
    bestand: Tekst


Figuur = Staafdiagram | Afbeelding
FIGUREN: dict[str, type[Staafdiagram] | type[Afbeelding]] = {
    "staafdiagram": Staafdiagram,
    "afbeelding": Afbeelding,
}
"""The kinds of figure, by the word that `soort` carries."""


class Kolom(Content):
    """A column's heading and how its cells line up."""

    kop: Tekst
    uitlijning: Uitlijning = "links"


class Tabelcel(Content):
    """A cell that may span; its text is inline Markdown."""

    tekst: str = ""
    over_kolommen: Annotated[int, Field(ge=1, le=50)] = 1
    over_rijen: Annotated[int, Field(ge=1, le=500)] = 1


def _cel(value: Any) -> Any:
    if isinstance(value, str):
        return {"tekst": value}
    if isinstance(value, int) or value is None:
        raise mistake(
            "een cel moet tekst zijn", "zet een getal tussen aanhalingstekens, of haal het uit een indicator"
        )
    return value


Cel = Annotated[Tabelcel, BeforeValidator(_cel), AlsoText()]


class Tabel(Content):
    """A table that is data, not prose."""

    titel: Tekst
    bron: Tekst | None = None
    rijkop: Waarheid = True
    kolommen: Annotated[tuple[Kolom, ...], Field(min_length=1, max_length=30)]
    rijen: Annotated[tuple[tuple[Cel, ...], ...], Field(min_length=1, max_length=2000)]


# --- everything together ----------------------------------------------------------------------

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
    """All content of one period, and what of the organisation it needs; keys are names."""

    periode: Periode
    organisatie: Loaded[Organisatie]
    begrippen: Loaded[Begrippen]
    gegevens: Loaded[Gegevens]
    raadsvoorstel: Markdown
    hoofdstukken: dict[str, Hoofdstuk]
    figuren: dict[str, Loaded[Figuur]]
    tabellen: dict[str, Loaded[Tabel]]
    indicatoren: dict[str, Indicator]
