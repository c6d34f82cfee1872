"""How a task of the partnership stands, as a chapter's front matter says it for the page in front."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from rapportage.content.fields import OPEN, Content, Koptekst, Moment, mistake

Oordeel = Literal["op koers", "aandacht", "knelpunt"]
"""What an official thinks of it; nobody else's judgement is ever printed."""


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

    @model_validator(mode="after")
    def _of_a_step(self) -> Stand:
        if self.wanneer and not self.volgende_stap:
            raise mistake("'wanneer' zegt niet wat er dan gebeurt", "vul 'volgende-stap' in")
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
