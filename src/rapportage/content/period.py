"""What `rapportage.yaml` and the front matter of a chapter may contain."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)

from rapportage.content.contact import ContactVeld, EMail
from rapportage.content.fields import (
    AlsoText,
    Bestandsnaam,
    Carried,
    Content,
    Datum,
    Invultekst,
    Koptekst,
    Naam,
    Nummertekst,
    Tekst,
    Waarheid,
    mistake,
)
from rapportage.content.offices import OFFICES, Functie, told_kind
from rapportage.content.stand import Stand, Stap

_DIGITAL = "digitaal"
"""Who signs, and how, where that is all that is said of it."""
Soort = Literal["ter-kennisname", "ter-besluitvorming"]
Status = Literal["vastgesteld", "concept"]


class Openbaarheid(Content):
    """Whether the paper is public; a secret one names ground, bodies and day."""

    niveau: Literal["openbaar", "geheim"] = Field(
        default="openbaar", description="Of ieder het stuk mag lezen."
    )
    artikel: int | None = Field(
        default=None, description="Het artikel van de Gemeentewet, de Provinciewet of de Waterschapswet."
    )
    grondslag: Tekst | None = Field(
        default=None, description="De wet en het artikel die geheimhouding toestaan."
    )
    opgelegd_door: Tekst | None = Field(default=None, description="Wie geheimhouding oplegt.")
    op_te_heffen_door: Tekst | None = Field(default=None, description="Wie geheimhouding mag opheffen.")
    datum: Datum | None = Field(default=None, description="De dag waarop geheimhouding is opgelegd.")


class Kenmerken(Content):
    """What the clerk's office wants to know of a paper besides: printed in this order."""

    zaaknummer: Nummertekst | None = Field(default=None, description="Het nummer in het zaaksysteem.")
    agendapunt: Nummertekst | None = Field(default=None, description="Het punt van de agenda.")
    commissie: Tekst | None = Field(default=None, description="De commissie die het stuk voorbespreekt.")
    portefeuillehouder: Tekst | None = Field(
        default=None, description="Wie in het college, of het dagelijks bestuur, over het onderwerp gaat."
    )
    behandelend_ambtenaar: Tekst | None = Field(default=None, description="Wie er ambtelijk over gaat.")
    telefoon: Nummertekst | None = Field(default=None, description="Het telefoonnummer van wie erover gaat.")
    e_mail: EMail | None = Field(default=None, description="Het e-mailadres van wie erover gaat.")


OF_ONE_PAPER = ("zaaknummer", "agendapunt")
"""What is another with each paper, and stands in the council's decision too."""


def _bare(words: str) -> Callable[[str], str]:
    """A check that a text does not begin with the words that are printed before it, nor ends with a sign."""

    def bare(text: str) -> str:
        if text.lower().startswith(words):
            rest = text[len(words) :].strip()
            raise mistake(f"de woorden '{words}' komen er vanzelf voor te staan", f"schrijf: {rest}")
        return text.rstrip(" ;.,")

    return bare


def _that(text: str) -> str:
    if text.lower() == "dat":
        raise mistake("deze overweging is leeg", "schrijf haar achter 'dat', of haal haar weg")
    if not text.lower().startswith("dat "):
        raise mistake("een overweging begint met 'dat'", f"schrijf: dat {text[:1].lower()}{text[1:]}")
    return text


_Grond = Annotated[Tekst, AfterValidator(_bare("gelet op"))]
_Overweging = Annotated[Tekst, AfterValidator(_bare("overwegende")), AfterValidator(_that)]


class Besluit(Content):
    """On what the council's decision rests: what stands before its points."""

    gelet_op: Annotated[tuple[_Grond, ...], Field(max_length=50)] = Field(
        default=(), description="De artikelen waarop het besluit rust."
    )
    overwegende: Annotated[tuple[_Overweging, ...], Field(max_length=50)] = Field(
        default=(), description="Waarom het besluit wordt genomen; elk begint met 'dat'."
    )


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
    collegevergadering: Datum = Field(
        description="De dag waarop het college, of het dagelijks bestuur, het voorstel vaststelt."
    )
    raadsvergadering: Datum = Field(
        description="De dag waarop de raad, de Staten of het algemeen bestuur het voorstel bespreekt."
    )
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
    kenmerken: Kenmerken = Field(
        default=Kenmerken(), description="Wat boven aan het raadsvoorstel staat: zaaknummer, commissie."
    )
    besluit: Besluit = Field(default=Besluit(), description="Waarop het raadsbesluit rust.")
    kernboodschap: Naam | None = Field(
        default=None, description="Het hoofdstuk dat voorop staat, zonder .md."
    )
    delen: tuple[Deel, ...] = Field(default=(), description="De opbouw van de bijlage.")
    koppelingen: Literal["klikbaar", "noten"] = Field(
        default="klikbaar",
        description="Hoe een koppeling haar adres laat zien; 'noten' zet het in een noot, voor op papier.",
    )
    tijdlijn: Waarheid = Field(
        default=False, description="Of voor in de bijlage staat welke stappen er komen, en wanneer."
    )
    stappen: Annotated[tuple[Stap, ...], Field(max_length=200)] = Field(
        default=(), description="Stappen voor de tijdlijn die geen hoofdstuk en geen toezegging noemt."
    )
    begrippenlijst: Waarheid = Field(
        default=False,
        description="Of achter in de bijlage staat wat haar begrippen en afkortingen betekenen.",
    )
    lijsten: tuple[Literal["figuren", "tabellen"], ...] = Field(
        default=(), description="Welke lijsten na de inhoudsopgave van de bijlage komen."
    )

    @model_validator(mode="before")
    @classmethod
    def _signed_by_the_college(cls, data: Any, info: ValidationInfo) -> Any:
        if isinstance(data, Mapping) and data.get("ondertekening") == _DIGITAL:
            college = OFFICES[told_kind(info) or "gemeente"].college
            return {"ondertekenwijze": _DIGITAL, **data, "ondertekening": list(college)}
        return data

    @model_validator(mode="after")
    def _decided_where_asked(self) -> Gegevens:
        if self.soort == "ter-kennisname" and self.besluit != Besluit():
            hint = "haal het weg, of kies 'soort: ter-besluitvorming'"
            raise mistake("bij een voorstel ter kennisname hoort geen 'besluit'", hint, at=("besluit",))
        return self

    @model_validator(mode="after")
    def _steps_are_shown(self) -> Gegevens:
        if self.stappen and not self.tijdlijn:
            raise mistake("'stappen' staan nergens zonder tijdlijn", "schrijf er 'tijdlijn: true' bij")
        return self

    @field_validator("ondertekening")
    @classmethod
    def _nobody_signs_twice(cls, offices: tuple[str, ...]) -> tuple[str, ...]:
        for at, office in enumerate(offices):
            if office in offices[:at]:
                raise mistake(f"'{office}' ondertekent hier twee keer", "noem elk ambt één keer", at=(at,))
        return offices

    @field_validator("lijsten")
    @classmethod
    def _no_list_twice(cls, lists: tuple[str, ...]) -> tuple[str, ...]:
        for at, one in enumerate(lists):
            if one in lists[:at]:
                raise mistake(
                    f"de lijst van {one} staat hier twee keer", "noem elke lijst één keer", at=(at,)
                )
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
    contact: ContactVeld | None = Field(
        default=None, description="Bij welk team of welke functie men meer hoort; komt onder de kop."
    )
    status: Literal["gereed", "concept"] = Field(
        default="gereed", description="Een hoofdstuk in concept past niet in een vastgesteld stuk."
    )
    stand: Stand | None = Field(
        default=None, description="Hoe het ervoor staat; komt voor in de bijlage, in één oogopslag."
    )
    auteur: Tekst | None = Field(
        default=None, description="Wie het hoofdstuk schrijft; dat komt niet in het stuk."
    )
    beantwoordt: tuple[Naam, ...] = Field(
        default=(),
        description="Op welke toezeggingen, moties en aankondigingen het hoofdstuk antwoord geeft.",
    )
