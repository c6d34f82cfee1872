"""Where a picture or drawing comes from, for what is told when it cannot be used."""

from __future__ import annotations

from dataclasses import dataclass

from rapportage.errors import ContentError, Place, refusal


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a picture comes from: its name, and the place that is told when it cannot be used.

    `noun` is what messages call it; `hint` the way out where that is none of those for a picture as given.
    """

    name: str
    at: Place
    noun: str = "afbeelding"
    hint: str | None = None

    def __str__(self) -> str:
        return f"{self.noun} '{self.name}'"

    def unusable(self, what: str, hint: str) -> ContentError:
        """The error for a picture with this wrong with it."""
        return refusal(f"{self} {what}", self.at, self.hint or hint, "afbeelding")
