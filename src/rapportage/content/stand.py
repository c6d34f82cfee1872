"""How a task of the partnership stands, as a chapter's front matter says it for the page in front."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field, field_validator, model_validator

from rapportage.content.fields import OPEN, Content, Koptekst, Moment, Naam, mistake

Oordeel = Literal["op koers", "aandacht", "knelpunt"]
"""What an official thinks of it; nobody else's judgement is ever printed."""
STAND_TEXTS = ("bereikt", "sinds-vorige-keer", "volgende-stap", "eigen-inzet")
"""The keys below `stand` that hold sentences."""
_OPEN_POINT = re.compile(r"\[\s*open\b", re.I)
_BLOCK = re.compile(r"#{1,6}\s|[-*+]\s|>|:::|\[(?:figu\w+|tabel|register|veranderd)\s*:", re.I)
"""With what a heading, a list, a box or something that is put in begins."""


def in_a_cell(text: str) -> str:
    """The text of a cell, which holds no note and no block."""
    if "[^" in text:
        raise mistake("hier past geen voetnoot", "zet de noot in de tekst van het hoofdstuk")
    if _BLOCK.match(text):
        raise mistake("hier past alleen lopende tekst", "haal de tekens aan het begin weg")
    return text


class Stand(Content):
    """What was reached, what changed, and what comes: the row of a chapter on the page in front.

    A text that is `open` must still come.
    """

    bereikt: Koptekst = Field(
        description="Wat er bereikt is, in een of twee zinnen; 'open' als dat nog moet komen."
    )
    sinds_vorige_keer: Koptekst | None = Field(
        default=None, description="Wat er anders is dan in de vorige rapportage."
    )
    volgende_stap: Koptekst | None = Field(default=None, description="Wat er nu moet gebeuren.")
    wanneer: Moment | None = Field(default=None, description="De dag of de maand van de volgende stap.")
    eigen_inzet: Koptekst | None = Field(default=None, description="Wat de eigen organisatie eraan doet.")
    oordeel: Oordeel | None = Field(
        default=None, description="Hoe het ervoor staat, als een ambtenaar dat zo heeft beoordeeld."
    )

    @field_validator("bereikt", "sinds_vorige_keer", "volgende_stap", "eigen_inzet")
    @classmethod
    def _fits_in_a_cell(cls, text: str | None) -> str | None:
        if text and _OPEN_POINT.match(text):
            raise mistake(
                "een open punt schrijft u hier korter", f"schrijf {OPEN}: dan telt het als open punt"
            )
        return text and in_a_cell(text)

    @model_validator(mode="after")
    def _of_a_step(self) -> Stand:
        if self.wanneer and not self.volgende_stap:
            raise mistake("'wanneer' zegt niet wat er dan gebeurt", "vul 'volgende-stap' in", at=("wanneer",))
        return self

    def open_keys(self) -> list[str]:
        """The keys of what must still come."""
        texts = {
            "bereikt": self.bereikt,
            "sinds-vorige-keer": self.sinds_vorige_keer,
            "volgende-stap": self.volgende_stap,
            "eigen-inzet": self.eigen_inzet,
        }
        return [key for key, text in texts.items() if text == OPEN]


class Stap(Content):
    """A step of the timeline that no chapter and no entry of the register tells."""

    wanneer: Moment = Field(description="De dag of de maand.")
    wat: Koptekst = Field(description="Wat er dan gebeurt.")
    hoofdstuk: Naam | None = Field(
        default=None, description="Het hoofdstuk dat er meer van zegt, zonder .md."
    )

    @field_validator("wat")
    @classmethod
    def _fits_in_a_cell(cls, text: str) -> str:
        return in_a_cell(text)
