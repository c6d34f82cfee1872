"""A paper's facts as templates see them, and where each of them stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from rapportage.compose.places import line_mark, noted
from rapportage.content.contact import Contact
from rapportage.content.model import Loaded, Rapportage
from rapportage.content.organisation import Ambtsdrager, Organisatie
from rapportage.content.period import Kenmerken, Soort
from rapportage.errors import Place

LOGO = "huisstijl:logo"
"""The key of the logo among the images: no figure can be called so."""


@dataclass(frozen=True, slots=True)
class LogoView:
    """The logo as templates see it: its address, what it shows, on which side it stands, and its file."""

    adres: str
    alt: str
    plaats: str
    bron: str


_EMAIL = "e-mail"


@dataclass(frozen=True, slots=True)
class KenmerkView:
    """What is said of a paper besides, as templates see it: its key, its name and its value."""

    sleutel: str
    naam: str
    waarde: str

    @property
    def adres(self) -> str:
        """Where a link on the value leads; nowhere where it is none."""
        return f"mailto:{self.waarde}" if self.sleutel == _EMAIL else ""


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A chapter as templates see it."""

    naam: str
    titel: Markup
    plaats: str
    opgave: str
    portefeuillehouder: str
    contact: Contact | None
    tekst: Markup


@dataclass(frozen=True, slots=True)
class Places:
    """Where values stand, for templates; may go to another process."""

    rapportage: Rapportage
    signatories: Mapping[str, Ambtsdrager | None]

    def of(self, file: str, *path: str | int) -> str:
        """Where a value stands in the file that templates know by this name, as `data-bron` notes it."""
        return noted(self._place(file, *path))

    def occasion(self, file: str, *path: str | int) -> str:
        """The same for what a template says itself because a value asks for it: it is not that value."""
        return noted(replace(self._place(file, *path), path=""))

    def line(self, file: str, *path: str | int) -> Markup:
        """The mark of the line on which a value stands."""
        return line_mark(self._place(file, *path).line)

    def of_name(self, office: str) -> str:
        """Where the name of who holds this office on the day of signing stands."""
        people = self.rapportage.organisatie.value.ambtsdragers
        at = next((index for index, one in enumerate(people) if one == self.signatories[office]), 0)
        return self.of("organisatie", "ambtsdragers", at, "naam")

    def _place(self, file: str, *path: str | int) -> Place:
        loaded: dict[str, Loaded[Any]] = {
            "gegevens": self.rapportage.gegevens,
            "organisatie": self.rapportage.organisatie,
            **{f"bijlage/{name}": one.gegevens for name, one in self.rapportage.hoofdstukken.items()},
        }
        return loaded[file].place(*path)


def memo_name(own: Organisatie, kind: Soort) -> str:
    """What the organisation calls its memo of this kind."""
    memos = own.voorstellen
    name = (memos.ter_kennisname if kind == "ter-kennisname" else memos.ter_besluitvorming).benaming
    return name[0].upper() + name[1:] if name else own.overheid.voorstel


def facts(kenmerken: Kenmerken) -> list[KenmerkView]:
    """What the clerk's office wants to know of a paper, as far as it is said."""
    values = {field.alias or name: getattr(kenmerken, name) for name, field in Kenmerken.model_fields.items()}
    return [
        KenmerkView(key, key.capitalize() if key == _EMAIL else key.replace("-", " ").capitalize(), value)
        for key, value in values.items()
        if value is not None
    ]
