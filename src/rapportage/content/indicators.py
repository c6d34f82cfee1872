"""What a series of measurements is: its unit, its source, and its numbers by period."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from rapportage.content.fields import (
    OPEN,
    Content,
    Datum,
    Meting,
    Moment,
    Naam,
    Naamtekst,
    PeriodeVeld,
    Waarheid,
    mistake,
)
from rapportage.periode import FORMS, Periode
from rapportage.typed import ends_with_abbreviation
from rapportage.units import meant_unit, unit_within


def _not_a_form(name: str) -> str:
    if name in FORMS:
        raise mistake(
            f"een reeks kan niet '{name}' heten: {{{{ vorige(\"{name}\") }}}} noemt dan een periode",
            f"kies een langere naam, zoals reeks-{name}",
        )
    return name


def _printed(unit: str) -> str:
    meant = meant_unit(unit)
    if meant and unit != meant:
        raise mistake(f"de eenheid '{unit}' komt zo niet bij het getal te staan", f'schrijf "{meant}"')
    if not meant and (sign := unit_within(unit)):
        size = "in hele euro's" if sign == "€" else "als percentage"
        raise mistake(
            f"met de eenheid '{unit}' staat er geen {sign} bij het getal",
            f"schrijf \"{sign}\", vul de waarden {size} in en zet de rest in 'naam'",
        )
    return unit


_MONTH = re.compile(r"(?:jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\.", re.I)


def _within_a_sentence(words: str) -> str:
    last = words.split()[-1]
    if words.endswith(".") and not (ends_with_abbreviation(last) or _MONTH.fullmatch(last) or "..." in last):
        raise mistake(f"'{words}' eindigt met een punt, en komt midden in een zin", "laat de punt weg")
    return words


class Waarde(Content):
    """One measurement: what the number was for a period, when measured, over what."""

    periode: PeriodeVeld = Field(description="De periode waarover het getal gaat.")
    waarde: Meting = Field(
        description="Het getal, met een punt voor decimalen; n.b. als het onbekend is, open als het nog komt."
    )
    peildatum: Moment | None = Field(default=None, description="De dag of de maand van de meting.")
    over: Annotated[Naamtekst, AfterValidator(_within_a_sentence)] | None = Field(
        default=None, description="Waarover het getal gaat, in woorden."
    )
    raming: Waarheid = Field(default=False, description="Of het getal een raming is, en niet gemeten.")
    nagezien: Datum | None = Field(
        default=None, description="De dag waarop iemand keek of een opvallend getal klopt."
    )

    @property
    def number(self) -> Decimal | None:
        """The number, where there is one."""
        return self.waarde if isinstance(self.waarde, Decimal) else None

    @property
    def is_open(self) -> bool:
        """Whether the number must still be filled in."""
        return self.waarde == OPEN


class Indicator(Content):
    """A series of measurements with unit and source."""

    id: Annotated[Naam, AfterValidator(_not_a_form)] = Field(
        description="De naam waarmee teksten, tabellen en figuren naar de reeks verwijzen."
    )
    naam: Naamtekst = Field(description="De naam zoals lezers die zien.")
    eenheid: Annotated[Naamtekst, AfterValidator(_printed)] = Field(
        description="Wat er geteld wordt; % en € komen bij het getal te staan."
    )
    decimalen: Annotated[int, Field(ge=0, le=6)] = Field(
        default=0, description="Het aantal cijfers achter de komma."
    )
    bron: Naamtekst = Field(description="Waar de getallen vandaan komen.")
    soort: Literal["stand", "stroom"] | None = Field(
        default=None,
        description="Een stand geldt op een peildatum; een stroom telt wat er in een periode gebeurt.",
    )
    waarden: Annotated[tuple[Waarde, ...], Field(min_length=1)] = Field(
        description="De metingen, per periode één."
    )

    @property
    def measured(self) -> dict[Periode, Decimal]:
        """The numbers that there are, by period."""
        return {one.periode: one.number for one in self.waarden if one.number is not None}

    @model_validator(mode="after")
    def _a_flow_is_not_measured_on_a_day(self) -> Indicator:
        for at, one in enumerate(self.waarden):
            if self.soort == "stroom" and one.peildatum is not None:
                raise mistake(
                    f"indicator '{self.id}' is een stroom en heeft voor {one.periode} toch een peildatum",
                    "zet bij 'over' waarover het getal gaat, of kies 'soort: stand'",
                    at=("waarden", at, "peildatum"),
                )
        return self

    @model_validator(mode="after")
    def _once_a_period(self) -> Indicator:
        seen: set[Periode] = set()
        for at, one in enumerate(self.waarden):
            if one.periode in seen:
                raise mistake(
                    f"indicator '{self.id}' heeft twee waarden voor {one.periode}",
                    "laat er één staan",
                    at=("waarden", at, "periode"),
                )
            seen.add(one.periode)
        return self


class Indicatoren(Content):
    """`indicatoren/*.yaml`: series that belong together."""

    indicatoren: tuple[Indicator, ...] = Field(description="Reeksen die bij elkaar horen.")


def moments_of(indicators: Iterable[Indicator], periode: Periode) -> tuple[str | None, ...]:
    """When the numbers of these series for a period were measured, each moment once; None for one unsaid."""
    values = (one for indicator in indicators for one in indicator.waarden)
    found = (one.peildatum for one in values if one.periode == periode and one.number is not None)
    return tuple(dict.fromkeys(found))
