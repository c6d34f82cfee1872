"""What a figure file may contain: a chart from series, a drawing from data, or a picture as given."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BeforeValidator, ConfigDict, Field, field_validator, model_validator

from rapportage.content.fields import (
    AlsoText,
    Bestandsnaam,
    Carried,
    Content,
    Invultekst,
    Moment,
    Naam,
    Naamtekst,
    PeriodeVeld,
    Tekst,
    Waarheid,
    mistake,
)
from rapportage.periode import Periode

Item = TypeVar("Item")


class Reeks(Content):
    """One series of a chart."""

    indicator: Naam = Field(description="De id van de reeks.")
    naam: Naamtekst | None = Field(
        default=None, description="De naam in de grafiek, als die anders moet zijn."
    )


class Bron(Content):
    """Where a figure or its data come from, and when it was measured."""

    naam: Invultekst = Field(description="Waar de figuur of de gegevens vandaan komen.")
    peildatum: Moment | None = Field(default=None, description="De dag of de maand van de meting.")


def _bron(value: Any) -> Any:
    if isinstance(value, int):
        raise mistake("een bron moet tekst zijn", f'zet haar tussen aanhalingstekens: "{value}"')
    return {"naam": value} if isinstance(value, str) else value


class _Figuur(Carried):
    bijschrift: Invultekst = Field(description="De tekst onder de figuur.")
    bron: Annotated[Bron, BeforeValidator(_bron), AlsoText()] | None = Field(
        default=None,
        description="Waar de figuur of de gegevens vandaan komen; bij een grafiek komt het vanzelf.",
    )
    alt: Invultekst | None = Field(
        default=None, description="Wat de figuur laat zien en wat daaruit volgt, voor wie haar niet ziet."
    )
    alt_kenmerk: Tekst | None = Field(
        default=None,
        description="Het kenmerk van de gegevens waarbij de alternatieve tekst is goedgekeurd.",
    )
    decoratief: Waarheid = Field(default=False, description="Of de figuur alleen versiert.")

    @model_validator(mode="after")
    def _described_or_decorative(self) -> _Figuur:
        if self.decoratief and (self.alt is not None or self.alt_kenmerk is not None):
            raise mistake(
                "een decoratieve figuur heeft geen alternatieve tekst",
                "verwijder 'alt' en 'alt-kenmerk', of 'decoratief'",
                at=("decoratief",),
            )
        return self


class _UitGegevens(_Figuur):
    gegevens: Literal["tonen"] | None = Field(
        default=None, description="Met 'tonen' komen de gegevens als tabel onder de figuur."
    )


MOST_PERIODS = 40
_LAST = re.compile(r"laatste\s+(?P<count>[0-9]{1,3})", re.I)


def with_last_periods(data: dict[str, Any], periode: Periode) -> dict[str, Any]:
    """The data of a figure file with 'laatste 8' as the last eight periods, this one the last of them."""
    wanted = data.get("perioden")
    found = _LAST.fullmatch(wanted.strip()) if isinstance(wanted, str) else None
    if found is None or not 1 <= int(found["count"]) <= MOST_PERIODS:
        return data
    periods = [periode]
    while len(periods) < int(found["count"]):
        periods.insert(0, periods[0].previous)
    return data | {"perioden": [str(one) for one in periods]}


def _no_words(value: Any) -> Any:
    if isinstance(value, str):
        hint = f"schrijf een lijst, zoals [2023-H2, 2024-H1], of 'laatste 8' (hoogstens {MOST_PERIODS})"
        raise mistake(f"'{value}' zijn geen perioden", hint)
    return value


class Grafiek(_UitGegevens):
    """A chart drawn from indicators over periods."""

    perioden: Annotated[
        tuple[PeriodeVeld, ...],
        Field(min_length=1, max_length=MOST_PERIODS),
        BeforeValidator(_no_words),
        AlsoText(),
    ] = Field(
        description="De perioden, van vroeg naar laat; of 'laatste 8', tot en met die van de rapportage."
    )
    reeksen: Annotated[tuple[Reeks, ...], Field(min_length=1, max_length=5)] = Field(
        description="De reeksen, elk met een eigen kleur en patroon."
    )
    schaal: Literal["gelijk", "eigen"] = Field(
        default="gelijk",
        description="Schrijf 'eigen' als de grafiek niet de schaal krijgt van de grafiek ernaast.",
    )
    tijdas: Literal["perioden", "peildata"] = Field(
        default="perioden",
        description="Schrijf 'peildata' als bij de getallen hun peildatum staat, en niet de periode.",
    )
    stappen: Literal["gelijk", "ongelijk"] = Field(
        default="gelijk", description="Schrijf 'ongelijk' als de grafiek met opzet perioden overslaat."
    )

    @field_validator("perioden")
    @classmethod
    def _each_period_once(cls, perioden: tuple[Periode, ...]) -> tuple[Periode, ...]:
        return _once("periode", perioden)

    @field_validator("reeksen")
    @classmethod
    def _each_series_once(cls, reeksen: tuple[Reeks, ...]) -> tuple[Reeks, ...]:
        _once("indicator", tuple(reeks.indicator for reeks in reeksen))
        return reeksen


def _once(what: str, names: tuple[Item, ...]) -> tuple[Item, ...]:
    for name in names:
        if names.count(name) > 1:
            raise mistake(f"{what} '{name}' staat twee keer in de grafiek", "laat er één staan")
    return names


class Staafdiagram(Grafiek):
    """A bar chart: bars side by side or on each other, standing or lying."""

    soort: Literal["staafdiagram"] = Field(description="Een grafiek met staven.")
    vorm: Literal["gegroepeerd", "gestapeld", "aandelen"] = Field(
        default="gegroepeerd",
        description="Of de staven van een periode naast of op elkaar staan, of als delen van 100%.",
    )
    richting: Literal["staand", "liggend"] = Field(default="staand", description="Hoe de staven lopen.")

    @property
    def is_stapel(self) -> bool:
        """Whether the series of a period are parts of a whole."""
        return self.vorm != "gegroepeerd"


class Lijndiagram(Grafiek):
    """A line chart over periods."""

    soort: Literal["lijndiagram"] = Field(description="Een grafiek met lijnen.")

    @field_validator("perioden")
    @classmethod
    def _a_line_needs_two_points(cls, perioden: tuple[Periode, ...]) -> tuple[Periode, ...]:
        if len(perioden) < 2:
            raise mistake(
                "een lijn loopt over minstens twee perioden", "noem er meer, of kies 'staafdiagram'"
            )
        return perioden


class Afbeelding(_Figuur):
    """A picture as given, a drawing or a photo; `bestand` is relative to the period folder."""

    soort: Literal["afbeelding"] = Field(description="Een plaatje in een bestand.")
    bestand: Bestandsnaam = Field(description="Het bestand, gezien vanuit de map van de periode.")
    breedte: Literal["half", "heel"] | None = Field(
        default=None,
        description="De halve of de hele breedte van de tekst; anders houdt het plaatje zijn maat.",
    )


class Tekening(_UitGegevens):
    """A drawing from data, by the name of its kind; the other keys are its data, which the kind judges."""

    model_config = ConfigDict(extra="allow")

    soort: Naam = Field(description="De soort tekening.")

    @property
    def data(self) -> dict[str, Any]:
        """The keys that are the kind's own, as the file has them."""
        return dict(self.model_extra or {})


Figuur = Staafdiagram | Lijndiagram | Afbeelding | Tekening
FIGUREN: dict[str, type[Staafdiagram] | type[Lijndiagram] | type[Afbeelding]] = {
    "staafdiagram": Staafdiagram,
    "lijndiagram": Lijndiagram,
    "afbeelding": Afbeelding,
}
"""The kinds of figure that do not come with a template, by the word that `soort` carries."""

EXAMPLES = {
    "staafdiagram": """\
soort: staafdiagram
bijschrift: Opgeleverde woningen per half jaar
alt: 'Het aantal woningen stijgt van {{ vorige("woningen") }} naar {{ waarde("woningen") }}.'
vorm: gegroepeerd
richting: staand
gegevens: tonen
perioden: [2023-H2, 2024-H1]
reeksen:
  - indicator: woningen
""",
    "lijndiagram": """\
soort: lijndiagram
bijschrift: Opgeleverde woningen
alt: 'Het aantal woningen stijgt van {{ vorige("woningen") }} naar {{ waarde("woningen") }}.'
perioden: [2023-H2, 2024-H1]
reeksen:
  - indicator: woningen
    naam: Woningen
""",
    "afbeelding": """\
soort: afbeelding
bijschrift: De dijk bij hoog water
bron:
  naam: Waterschap
  peildatum: 2024-05
alt: Het water staat tot een meter onder de kruin van de dijk.
bestand: figuren/dijk.png
""",
}
"""A small file of each kind that does not come with a template."""
