"""What the file of a table may contain."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from rapportage.content.fields import (
    AlsoText,
    Carried,
    Content,
    Invultekst,
    Koptekst,
    Naam,
    Waarheid,
    meant_thousands,
    mistake,
)

Uitlijning = Literal["links", "midden", "rechts"]


class Kolom(Content):
    """A column's heading and how its cells line up."""

    kop: Invultekst = Field(description="De kop van de kolom.")
    uitlijning: Uitlijning = Field(default="links", description="Hoe de cellen eronder staan.")


class Tabelcel(Content):
    """A cell that may span; its text is inline Markdown."""

    tekst: str = Field(default="", description="De tekst van de cel, in Markdown.")
    over_kolommen: Annotated[int, Field(ge=1, le=50)] = Field(
        default=1, description="Over hoeveel kolommen de cel loopt."
    )
    over_rijen: Annotated[int, Field(ge=1, le=500)] = Field(
        default=1, description="Over hoeveel rijen de cel loopt."
    )


def _cel(value: Any) -> Any:
    if isinstance(value, str):
        return {"tekst": value}
    if value is None:
        return {"tekst": ""}
    if isinstance(value, bool):
        word = "ja" if value else "nee"
        raise mistake("true en false kunnen niet in een cel staan", f'schrijf een woord, zoals "{word}"')
    if isinstance(value, int):  # a year or a number of something: as it was written
        return {"tekst": str(value)}
    if isinstance(value, Decimal):
        comma = str(value).replace(".", ",")
        point = f" of '{value}'" if meant_thousands(value) or str(value).endswith("0") else ""
        raise mistake(
            f"een cel met {value} kan meer dan één ding betekenen",
            f"zet tussen aanhalingstekens wat er gedrukt moet worden: '{comma}'{point}",
        )
    if isinstance(value, list):
        raise mistake("een cel kan geen lijst zijn", "begin elke rij met één '- ' en een haak: - [een, twee]")
    return value


Cel = Annotated[Tabelcel, BeforeValidator(_cel), AlsoText(("integer", "null"))]


class Rij(Content):
    """A row of cells; a total says so, and must be the sum of the rows above it."""

    cellen: Annotated[tuple[Cel, ...], Field(min_length=1)] = Field(description="De cellen van de rij.")
    totaal: Literal[True, False, "afgerond"] = Field(
        default=False,
        description="Of de rij de som is van die erboven; 'afgerond' als afronding een verschil kan geven.",
    )


class AlsoCells:
    """Marks a row that may be written as its cells alone, for the JSON Schema."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        row = handler(core)
        cells = handler.resolve_ref_schema(row)["properties"]["cellen"]
        return {"anyOf": [{key: one for key, one in cells.items() if key != "description"}, row]}


def _rij(value: Any) -> Any:
    return {"cellen": value} if isinstance(value, list) else value


class Tabel(Carried):
    """A table that is data, not prose."""

    titel: Invultekst = Field(description="Het bijschrift van de tabel.")
    bron: Invultekst | None = Field(default=None, description="Waar de gegevens vandaan komen.")
    noten: dict[Naam, Koptekst] = Field(
        default_factory=dict,
        description="De voetnoten bij de cellen: [^naam] in een cel, en hier de tekst.",
    )
    rijkop: Waarheid = Field(default=True, description="Of de eerste kolom koppen bevat.")
    rijkoppen: Annotated[int, Field(ge=1, le=3)] | None = Field(
        default=None, description="Hoeveel kolommen samen de kop van een rij zijn; anders is dat er een."
    )
    kolommen: Annotated[tuple[Kolom, ...], Field(min_length=1, max_length=30)] = Field(
        description="De kolommen, van links naar rechts."
    )
    rijen: Annotated[
        tuple[Annotated[Rij, BeforeValidator(_rij), AlsoCells()], ...], Field(min_length=1, max_length=2000)
    ] = Field(description="De rijen; elke rij is een lijst van cellen, of een blok met 'cellen' en 'totaal'.")

    @property
    def head_columns(self) -> int:
        """How many columns, from the left, head their rows."""
        return (self.rijkoppen or 1) if self.rijkop else 0
