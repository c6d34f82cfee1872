"""What `organisatie.yaml` and `begrippen.yaml` may contain: what holds over all periods."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field, field_validator, model_validator

from rapportage.content.bodies import Gemeente, Overheid, Provincie, Waterschap
from rapportage.content.fields import Content, Datum, Naam, Naamtekst, Tekst, Waarheid, mistake
from rapportage.content.offices import BODY_KINDS, OFFICE_WORDS, Functie
from rapportage.periode import PeriodKind

Opmaak = Literal["weasyprint", "typst"]
"""The layout engines, by the names that `build/formats.py` has for them."""


class Opgave(Content):
    """One of the tasks that the partnership works on."""

    id: Naam = Field(description="De naam waarmee hoofdstukken naar de opgave verwijzen.")
    naam: Naamtekst = Field(description="De naam zoals lezers die zien.")


_OFFICE = (
    r"(?:(?:waarnemend|wnd\.?|plaatsvervangend|plv\.?|de)\s+)*"
    rf"(?:loco-?)?(?:{'|'.join(sorted(OFFICE_WORDS, key=len, reverse=True))})"
)
_NAME_WITH_OFFICE = re.compile(
    rf"{_OFFICE}(?:[\s:,]+(?P<behind>.+))?|(?P<before>.+?)\s*(?:,\s*{_OFFICE}|\(\s*{_OFFICE}\s*\))", re.I
)
_OF_WHOM = re.compile(
    r"(?:van|bij|te|in)\s(?:(?:de|het|onze|ons)\s)?(?:(?:gemeente|provincie|waterschap)\s)?[^\s.]+", re.I
)
"""What stands behind an office alone: whose burgemeester it is, who has a name besides."""


def _without_office(name: str) -> str:
    if found := _NAME_WITH_OFFICE.fullmatch(name):
        rest = found["behind"] or found["before"] or ""
        hint = "vul de naam in, met voorletters en zonder het ambt"
        if not rest:
            raise mistake("hier staat een ambt, en geen naam", hint)
        is_place = _OF_WHOM.fullmatch(rest)
        raise mistake("het ambt komt er vanzelf bij te staan", hint if is_place else f"schrijf {rest}")
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
    vervanger: Waarheid = Field(
        default=False,
        description="Of deze persoon van 'van' tot 'tot' tekent in plaats van wie het ambt heeft.",
    )

    @model_validator(mode="after")
    def _in_order(self) -> Ambtsdrager:
        if self.van and self.tot and self.tot < self.van:
            raise mistake(
                f"de ambtstermijn van {self.naam} eindigt voor hij begint",
                "wissel 'van' en 'tot'",
                at=("tot",),
            )
        if self.vervanger and not (self.van and self.tot):
            raise mistake(
                f"van wanneer tot wanneer {self.naam} vervangt, staat er niet",
                "vul bij een vervanger 'van' en 'tot' in: daarbuiten tekent wie het ambt heeft",
            )
        if self.vervanger and self.aanduiding is None:
            raise mistake(
                f"hoe {self.naam} als vervanger heet, staat er niet",
                f"voeg 'aanduiding: …' toe, zoals loco-{self.functie} of plaatsvervangend {self.functie}",
            )
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


DECISIONS = "Besluitpunten"
"""The heading of what a council is asked to decide, which goes into its decision."""
_ATTACHMENTS = "Bijlagen"
"""The heading that a memo gets by itself."""


class Voorstel(Content):
    """What the organisation calls a memo of one kind, and its headings in order."""

    benaming: Naamtekst | None = Field(
        default=None, description="Hoe het stuk heet, zoals Raadsinformatiebrief."
    )
    koppen: Annotated[tuple[Naamtekst, ...], Field(min_length=1, max_length=40)] | None = Field(
        default=None, description="De koppen van het stuk, in hun volgorde."
    )

    @field_validator("koppen")
    @classmethod
    def _each_once(cls, names: tuple[str, ...] | None) -> tuple[str, ...] | None:
        folded = [name.casefold() for name in names or ()]
        for name in names or ():
            if folded.count(name.casefold()) > 1:
                raise mistake(f"de kop '{name}' staat hier twee keer", "noem elke kop één keer")
            if name.casefold() == _ATTACHMENTS.casefold():
                raise mistake("de kop 'Bijlagen' komt er vanzelf onder te staan", "haal haar hier weg")
        return names


def _for_information(own: Voorstel) -> Voorstel:
    if DECISIONS in (own.koppen or ()):
        hint = f"haal '{DECISIONS}' hier weg, of zet de koppen bij 'ter-besluitvorming'"
        raise mistake("in een voorstel ter kennisname wordt niets besloten", hint)
    return own


def _for_decision(own: Voorstel) -> Voorstel:
    if own.koppen is not None and DECISIONS not in own.koppen:
        hint = f"zet er '{DECISIONS}' bij, precies zo geschreven: zij komen ook in het raadsbesluit"
        raise mistake("bij een voorstel ter besluitvorming horen besluitpunten", hint)
    return own


class Voorstellen(Content):
    """The memo of each kind, as the organisation writes it."""

    ter_kennisname: Annotated[Voorstel, AfterValidator(_for_information)] = Field(
        default=Voorstel(), description="Een stuk waarover de raad niets besluit."
    )
    ter_besluitvorming: Annotated[Voorstel, AfterValidator(_for_decision)] = Field(
        default=Voorstel(), description="Een stuk waarover de raad een besluit neemt."
    )


class Organisatie(Content):
    """`organisatie.yaml`: the body that reports, the partnership, its tasks and office holders."""

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": [kind]} for kind in BODY_KINDS]})

    gemeente: Gemeente | None = Field(default=None, description="De gemeente die rapporteert.")
    provincie: Provincie | None = Field(
        default=None, description="De provincie die rapporteert, in plaats van een gemeente."
    )
    waterschap: Waterschap | None = Field(
        default=None, description="Het waterschap dat rapporteert, in plaats van een gemeente."
    )
    samenwerkingsverband: Naamtekst | None = Field(
        default=None,
        description="De naam van het samenwerkingsverband; laat weg wie alleen over zichzelf rapporteert.",
    )
    perioden: PeriodKind = Field(default="halfjaar", description="Hoe vaak de gemeente rapporteert.")
    opgaven: tuple[Opgave, ...] = Field(default=(), description="De opgaven waarover u rapporteert.")
    ambtsdragers: tuple[Ambtsdrager, ...] = Field(
        default=(), description="Wie een ambt bekleedt of bekleedde, en wanneer."
    )
    voorstellen: Voorstellen = Field(
        default=Voorstellen(), description="Hoe het raadsvoorstel hier heet, en welke koppen het heeft."
    )
    lettertype_insluiten: Waarheid = Field(
        default=True, description="Of het lettertype meegaat in het Word-bestand; zonder is het kleiner."
    )
    opmaak: Opmaak = Field(default="weasyprint", description="Wat de bladzijden van de PDF opmaakt.")

    @property
    def overheid(self) -> Overheid:
        """What the body that reports is called; of the three that a file may name, there is one."""
        body = self.gemeente or self.provincie or self.waterschap
        assert body is not None
        return body.overheid()

    @property
    def namen(self) -> tuple[str, ...]:
        """The names of who reports, and of the partnership where the report is on one."""
        return tuple(filter(None, (self.overheid.naam, self.samenwerkingsverband)))

    @property
    def waarover(self) -> str:
        """Whose tasks the report is on, as a line of its own has it."""
        return self.samenwerkingsverband or self.overheid.voluit


class Begrip(Content):
    """The one right name for a thing, with its abbreviation.

    Who hears the PDF hears the term for its abbreviation; `omschrijving` stands in the list of terms.
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
