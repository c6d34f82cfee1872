"""What was promised, asked or announced to the council, over all periods."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from rapportage.content.fields import (
    Content,
    Moment,
    Naam,
    PeriodeVeld,
    Tekst,
    mistake,
    moment_days,
    moment_of,
    moment_text,
)
from rapportage.periode import Periode

Staat = Literal["open", "lopend", "afgedaan", "vervallen"]
NOT_DONE = "nog niet afgedaan"
"""What is printed of then where only it is known that it was done later: open, or on its way."""
Soort = Literal["toezegging", "motie", "aankondiging"]
_YEAR = re.compile(r"[12][0-9]{3}")


def _since(value: Any) -> str:
    if _YEAR.fullmatch(str(value)):
        return str(value)
    try:
        return moment_of(value)
    except PydanticCustomError:
        hint = "schrijf een jaar, een maand of een dag, zoals 2022, 2022-01 of 2022-01-24"
        raise mistake(f"'{value}' is geen dag, maand of jaar", hint) from None


Sinds = Annotated[
    str, BeforeValidator(_since), WithJsonSchema({"type": ["string", "integer"], "pattern": r"^[12]\d{3}"})
]
"""A day, a month, or a year alone."""


class Antwoord(Content):
    """Where the council was told about it."""

    periode: PeriodeVeld = Field(description="De periode van de rapportage.")
    hoofdstuk: Tekst = Field(description="De titel van het hoofdstuk.")


class Toezegging(Content):
    """One promise, motion or announcement."""

    id: Naam = Field(description="De naam waarmee een hoofdstuk ernaar verwijst, bij 'beantwoordt'.")
    soort: Soort = Field(
        description="Een toezegging van het college, een motie van de raad of een aankondiging."
    )
    wat: Tekst = Field(description="Wat er is toegezegd, gevraagd of aangekondigd.")
    door: Tekst = Field(description="Wie het toezegde, vroeg of aankondigde.")
    sinds: Sinds = Field(description="De dag, de maand of het jaar waarin dat was.")
    vindplaats: Tekst = Field(description="Waar het is vastgelegd.")
    voor: Moment | None = Field(
        default=None, description="De dag of de maand waarin het klaar moet zijn, als die genoemd is."
    )
    staat: Staat = Field(description="Hoe het ervoor staat.")
    afgerond: Moment | None = Field(
        default=None, description="De dag of de maand waarin het is afgedaan of vervallen."
    )
    antwoorden: tuple[Antwoord, ...] = Field(
        default=(), description="In welke rapportages de raad er eerder bericht over kreeg."
    )

    @model_validator(mode="after")
    def _done_when_it_says_so(self) -> Toezegging:
        if self.afgerond and self.is_pending:
            raise mistake(
                f"'{self.id}' is afgerond in {moment_text(self.afgerond)}, en de staat is '{self.staat}'",
                "schrijf 'staat: afgedaan' of 'staat: vervallen', of haal 'afgerond' weg",
                at=("afgerond",),
            )
        return self

    @model_validator(mode="after")
    def _done_after_it_was_made(self) -> Toezegging:
        for key, moment in (("voor", self.voor), ("afgerond", self.afgerond)):
            if moment and moment_days(moment)[1] < self.first_day:
                raise mistake(
                    f"'{self.id}' is van {self.since}, en bij '{key}' staat eerder: {moment_text(moment)}",
                    f"kijk 'sinds' en '{key}' na: het een kan niet voor het ander zijn",
                    at=(key,),
                )
        return self

    @property
    def first_day(self) -> date:
        """The first day on which it can have been made."""
        return date(int(self.sinds), 1, 1) if _YEAR.fullmatch(self.sinds) else moment_days(self.sinds)[0]

    @property
    def is_pending(self) -> bool:
        """Whether there is still something to tell."""
        return self.staat not in ("afgedaan", "vervallen")

    def is_late(self, day: date) -> bool:
        """Whether it should have been done before that day, and is not."""
        return self.is_pending and self.voor is not None and moment_days(self.voor)[1] < day

    def as_of(self, day: date, periode: Periode) -> Toezegging | None:
        """What the report on this period, of that day, knew of it; None where it was not yet made.

        Answers in later reports are none of then. What was done afterwards was not yet done then, open or on
        its way: by `afgerond`, or where that is not said, where only later reports answer it.
        """
        if self.first_day > day:
            return None
        known = tuple(one for one in self.antwoorden if one.periode.first_day <= periode.last_day)
        done_later = (
            moment_days(self.afgerond)[0] > day
            if self.afgerond
            else self.staat == "afgedaan" and not known and len(self.antwoorden) > 0
        )
        changes = {"staat": NOT_DONE, "afgerond": None} if done_later else {}
        return self.model_copy(update={"antwoorden": known, **changes})

    @property
    def since(self) -> str:
        """Since when, in words."""
        return self.sinds if _YEAR.fullmatch(self.sinds) else moment_text(self.sinds)


class Toezeggingen(Content):
    """`toezeggingen.yaml`: the register of promises, motions and announcements."""

    toezeggingen: tuple[Toezegging, ...] = Field(
        default=(), description="De toezeggingen, moties en aankondigingen."
    )
