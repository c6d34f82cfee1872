"""What one rapportage may contain.

Field names are the YAML keys, with a hyphen for each underscore.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetJsonSchemaHandler,
    field_validator,
    model_validator,
)
from pydantic_core import CoreSchema

from rapportage.content.drawings import DrawingKind
from rapportage.content.fields import (
    AlsoText,
    Bestandsnaam,
    Carried,
    Content,
    Datum,
    Invultekst,
    Koptekst,
    Naam,
    Naamtekst,
    Tekst,
    Waarheid,
    meant_thousands,
    mistake,
)
from rapportage.content.figures import Figuur
from rapportage.content.indicators import Indicator, Indicatoren
from rapportage.content.register import Toezeggingen
from rapportage.content.source import Source
from rapportage.errors import Place
from rapportage.periode import Periode, PeriodKind

_OFFICES = "burgemeester", "gemeentesecretaris", "griffier", "wethouder"


def _bare_office(value: Any) -> Any:
    office = next((one for one in _OFFICES if one in value.lower()), "") if isinstance(value, str) else ""
    if office and value.strip().lower() != office:
        raise mistake(
            f"'{value}' is geen waarde voor 'functie'",
            f"schrijf {office}, en in organisatie.yaml bij die ambtsdrager 'aanduiding: {value}'",
        )
    return value


Functie = Annotated[
    Literal["burgemeester", "gemeentesecretaris", "griffier", "wethouder"], BeforeValidator(_bare_office)
]
_COLLEGE: tuple[Functie, ...] = ("burgemeester", "gemeentesecretaris")
_DIGITAL = "digitaal"
"""Who signs, and how, where that is all that is said of it."""
Uitlijning = Literal["links", "midden", "rechts"]
Soort = Literal["ter-kennisname", "ter-besluitvorming"]
Status = Literal["vastgesteld", "concept"]
Opmaak = Literal["weasyprint", "typst"]
"""The layout engines, by the names that `build/formats.py` has for them."""


# --- the organisation, over all periods -------------------------------------------------------


def _bare_name(name: str) -> str:
    if name.lower().startswith("gemeente "):
        raise mistake("het woord 'gemeente' komt er vanzelf voor te staan", f"schrijf {name[9:].strip()}")
    return name


class Gemeente(Content):
    """The municipality that reports; `tooi` is its identifier in the TOOI register.

    Nothing reads `tooi` yet: it is for the metadata with which papers are published and archived.
    """

    naam: Annotated[Naamtekst, AfterValidator(_bare_name)] = Field(
        description="De naam van de gemeente, zonder het woord 'gemeente'."
    )
    tooi: (
        Annotated[str, Field(pattern=r"^https://identifier\.overheid\.nl/tooi/id/gemeente/gm[0-9]{4}$")]
        | None
    ) = Field(default=None, description="Het adres van de gemeente in het TOOI-register.")


class Opgave(Content):
    """One of the tasks that the partnership works on."""

    id: Naam = Field(description="De naam waarmee hoofdstukken naar de opgave verwijzen.")
    naam: Naamtekst = Field(description="De naam zoals lezers die zien.")


_OFFICE = (
    r"(?:(?:waarnemend|wnd\.?|plaatsvervangend|plv\.?|de)\s+)*"
    r"(?:loco-?)?(?:burgemeester|gemeentesecretaris|secretaris|griffier|wethouder)"
)
_NAME_WITH_OFFICE = re.compile(
    rf"{_OFFICE}[\s:,]+(?P<behind>.+)|(?P<before>.+?)\s*(?:,\s*{_OFFICE}|\(\s*{_OFFICE}\s*\))", re.I
)


def _without_office(name: str) -> str:
    if found := _NAME_WITH_OFFICE.fullmatch(name):
        hint = f"schrijf {found['behind'] or found['before']}"
        raise mistake("het ambt komt er vanzelf bij te staan", hint)
    return name


NOT_NAMED_YET = "Nog in te vullen"
"""What stands for the name of an office holder in a workspace that was just begun."""


class Ambtsdrager(Content):
    """Who holds an office, from `van` up to and including `tot`; open where not known."""

    naam: Annotated[Naamtekst, AfterValidator(_without_office)] = Field(
        description="De naam zoals die onder een stuk staat, met titels."
    )
    functie: Functie = Field(description="Het ambt.")
    aanduiding: Tekst | None = Field(
        default=None,
        description="Hoe het ambt onder een stuk staat, als dat anders is: waarnemend burgemeester.",
    )
    van: Datum | None = Field(
        default=None, description="De eerste dag in het ambt; leeg als die niet bekend is."
    )
    tot: Datum | None = Field(default=None, description="De laatste dag in het ambt; leeg zolang het duurt.")

    @model_validator(mode="after")
    def _in_order(self) -> Ambtsdrager:
        if self.van and self.tot and self.tot < self.van:
            raise mistake(f"de ambtstermijn van {self.naam} eindigt voor hij begint", "wissel 'van' en 'tot'")
        return self

    @property
    def office(self) -> str:
        """What the office is called under a paper."""
        return self.aanduiding or self.functie

    def served_on(self, day: date) -> bool:
        """Whether the office was held on that day."""
        return self.served_between(day, day)

    def served_between(self, first: date, last: date) -> bool:
        """Whether the office was held on one of these days."""
        return (self.van is None or self.van <= last) and (self.tot is None or first <= self.tot)


class Organisatie(Content):
    """`organisatie.yaml`: the municipality, the partnership, its tasks and office holders."""

    gemeente: Gemeente = Field(description="De gemeente die rapporteert.")
    samenwerkingsverband: Naamtekst = Field(description="De naam van het samenwerkingsverband.")
    perioden: PeriodKind = Field(default="halfjaar", description="Hoe vaak de gemeente rapporteert.")
    opgaven: tuple[Opgave, ...] = Field(default=(), description="De opgaven van het samenwerkingsverband.")
    ambtsdragers: tuple[Ambtsdrager, ...] = Field(
        default=(), description="Wie een ambt bekleedt of bekleedde, en wanneer."
    )
    lettertype_insluiten: Waarheid = Field(
        default=True, description="Of het lettertype meegaat in het Word-bestand; zonder is het kleiner."
    )
    opmaak: Opmaak = Field(default="weasyprint", description="Wat de bladzijden van de PDF opmaakt.")


class Begrip(Content):
    """The one right name for a thing, with its abbreviation.

    Who hears the PDF hears the term for its abbreviation; `omschrijving` is for a list of terms in the paper.
    """

    id: Naam = Field(description="Een korte naam voor het begrip.")
    term: Naamtekst = Field(description="De ene juiste naam, voluit.")
    afkorting: Naamtekst | None = Field(default=None, description="De afkorting die in teksten mag staan.")
    omschrijving: Tekst | None = Field(default=None, description="Wat het begrip betekent.")


class Begrippen(Content):
    """`begrippen.yaml`: the terms and abbreviations that readers meet."""

    begrippen: tuple[Begrip, ...] = Field(
        default=(), description="De begrippen en afkortingen die lezers tegenkomen."
    )

    def abbreviations(self) -> tuple[tuple[str, str], ...]:
        """Each abbreviation with what it stands for."""
        known = {one.afkorting: one.term for one in self.begrippen if one.afkorting}
        return tuple((short, term) for short, term in known.items() if short != term)


# --- one period -------------------------------------------------------------------------------


class Openbaarheid(Content):
    """Whether the paper is public; a secret one names ground, bodies and day."""

    niveau: Literal["openbaar", "geheim"] = Field(
        default="openbaar", description="Of ieder het stuk mag lezen."
    )
    artikel: int | None = Field(default=None, description="Het artikel van de Gemeentewet.")
    grondslag: Tekst | None = Field(
        default=None, description="De wet en het artikel die geheimhouding toestaan."
    )
    opgelegd_door: Tekst | None = Field(default=None, description="Wie geheimhouding oplegt.")
    op_te_heffen_door: Tekst | None = Field(default=None, description="Wie geheimhouding mag opheffen.")
    datum: Datum | None = Field(default=None, description="De dag waarop geheimhouding is opgelegd.")


def _openbaarheid(value: Any) -> Any:
    return {"niveau": value} if isinstance(value, str) else value


class Bijlage(Content):
    """An attachment that the memo lists: a paper that we build, or a file in the period folder."""

    titel: Invultekst = Field(description="De titel in de lijst van bijlagen.")
    document: Literal["bijlage"] | None = Field(default=None, description="Een stuk dat mee wordt gebouwd.")
    bestand: Bestandsnaam | None = Field(default=None, description="Een bestand in de map van de periode.")

    @model_validator(mode="after")
    def _one_source(self) -> Bijlage:
        if (self.document is None) == (self.bestand is None):
            raise mistake(
                f"bijlage '{self.titel}' moet 'document' of 'bestand' hebben", "kies er één van de twee"
            )
        return self


class Onderdeel(Content):
    """A lettered section with its chapters, by file name without '.md'."""

    titel: Koptekst = Field(description="De kop van het onderdeel.")
    hoofdstukken: tuple[Naam, ...] = Field(
        description="De bestanden in bijlage/, zonder .md, in leesvolgorde."
    )


class Deel(Content):
    """A numbered part of the bijlage."""

    titel: Koptekst = Field(description="De kop van het deel.")
    onderdelen: tuple[Onderdeel, ...] = Field(description="De onderdelen met hun hoofdstukken.")
    naslag: Waarheid = Field(
        default=False,
        description="Of dit deel naslag is: 'rapportage new' neemt de tekst ervan over.",
    )


class Gegevens(Carried):
    """`rapportage.yaml`: dates, kind, attachments, signing, and the order of the chapters."""

    titel: Invultekst = Field(description="De titel van de rapportage.")
    ondertitel: Invultekst | None = Field(default=None, description="De regel onder de titel.")
    voetregel: Invultekst = Field(description="De regel onder aan elke bladzijde.")
    onderwerp: Invultekst = Field(description="Waarover het raadsvoorstel gaat.")
    status: Status = Field(description="Concept staat op elke bladzijde; vastgesteld niet.")
    soort: Soort = Field(description="Wat van de raad wordt gevraagd.")
    rapportagedatum: Datum = Field(description="De datum van de rapportage.")
    collegevergadering: Datum = Field(description="De dag waarop het college het voorstel vaststelt.")
    raadsvergadering: Datum = Field(description="De dag waarop de raad het voorstel bespreekt.")
    aanleveren: Annotated[int, Field(ge=0, le=250)] | None = Field(
        default=None,
        description="Hoeveel werkdagen voor het college de stukken bij het secretariaat moeten zijn.",
    )
    openbaarheid: Annotated[Openbaarheid, BeforeValidator(_openbaarheid), AlsoText()] = Field(
        default=Openbaarheid(), description="Openbaar, of een blok met de grond voor geheimhouding."
    )
    trefwoorden: tuple[Tekst, ...] = Field(default=(), description="Woorden waarop men het stuk terugvindt.")
    bijlagen: Annotated[tuple[Bijlage, ...], Field(max_length=200)] = Field(
        default=(), description="De bijlagen die het raadsvoorstel noemt."
    )
    ondertekening: Annotated[tuple[Functie, ...], Field(min_length=1), AlsoText()] = Field(
        description="De ambten die het raadsvoorstel ondertekenen; 'digitaal' is het college, digitaal."
    )
    ondertekenwijze: Literal["pen", "digitaal"] = Field(
        default="pen",
        description="Hoe er wordt ondertekend; 'digitaal' geeft velden voor handtekeningen in de PDF.",
    )
    gegevens_bijsluiten: Waarheid = Field(
        default=False, description="Of de gegevens van tabellen en grafieken als CSV in de PDF zitten."
    )
    kernboodschap: Naam | None = Field(
        default=None, description="Het hoofdstuk dat voorop staat, zonder .md."
    )
    delen: tuple[Deel, ...] = Field(default=(), description="De opbouw van de bijlage.")
    lijsten: tuple[Literal["figuren", "tabellen"], ...] = Field(
        default=(), description="Welke lijsten na de inhoudsopgave van de bijlage komen."
    )

    @model_validator(mode="before")
    @classmethod
    def _signed_by_the_college(cls, data: Any) -> Any:
        if isinstance(data, Mapping) and data.get("ondertekening") == _DIGITAL:
            return {"ondertekenwijze": _DIGITAL, **data, "ondertekening": list(_COLLEGE)}
        return data

    @field_validator("ondertekening")
    @classmethod
    def _nobody_signs_twice(cls, offices: tuple[str, ...]) -> tuple[str, ...]:
        for office in offices:
            if offices.count(office) > 1:
                raise mistake(f"'{office}' ondertekent hier twee keer", "noem elk ambt één keer")
        return offices

    @field_validator("lijsten")
    @classmethod
    def _no_list_twice(cls, lists: tuple[str, ...]) -> tuple[str, ...]:
        for one in lists:
            if lists.count(one) > 1:
                raise mistake(f"de lijst van {one} staat hier twee keer", "noem elke lijst één keer")
        return lists

    def chapters(self) -> list[str]:
        """The chapters' names in reading order."""
        first = [self.kernboodschap] if self.kernboodschap else []
        return first + [name for deel in self.delen for part in deel.onderdelen for name in part.hoofdstukken]


class Hoofdstukgegevens(Carried):
    """The front matter of a chapter."""

    titel: Koptekst = Field(description="De kop van het hoofdstuk.")
    opgave: Naam | None = Field(default=None, description="De opgave waarbij het hoofdstuk hoort.")
    portefeuillehouder: Tekst | None = Field(
        default=None, description="De ambtsdrager die over het onderwerp gaat."
    )
    status: Literal["gereed", "concept"] = Field(
        default="gereed", description="Een hoofdstuk in concept past niet in een vastgesteld stuk."
    )
    auteur: Tekst | None = Field(
        default=None, description="Wie het hoofdstuk schrijft; dat komt niet in het stuk."
    )
    beantwoordt: tuple[Naam, ...] = Field(
        default=(),
        description="Op welke toezeggingen, moties en aankondigingen het hoofdstuk antwoord geeft.",
    )


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
        """Who held the office on that day: one person where the content is right."""
        people = self.organisatie.value.ambtsdragers
        return [person for person in people if person.functie == functie and person.served_on(day)]


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
